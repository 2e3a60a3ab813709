/** The invented company and its stations. None of these stations, places or codes is Amazon's. */
import { csvFile } from "./spreadsheet.ts";

/** Short code of the delivery business. */
export const DSP = "HLNE";
/** Company code its payroll uses. */
export const COMPANY_CODE = "HLN";

/** A station of the company. */
export interface Station {
  index: number;
  code: string;
  name: string;
  state: string;
  timeZone: string;
  /** Payroll department of its drivers. */
  department: string;
  /** Longest clocked day that needs no second meal; in California it begins after ten hours. */
  longestDay: number;
}

// Beyond the two of the sample: states without daily overtime or meal rules, so that clean documents stay free of findings.
const PLACES: readonly (readonly [code: string, name: string, state: string, timeZone: string])[] = [
  ["DXA4", "Alameda Seca", "CA", "America/Los_Angeles"],
  ["DTN7", "Cumber Falls", "TN", "America/Chicago"],
  ["DQX2", "Pecan Draw", "TX", "America/Chicago"],
  ["DZY5", "Ocotillo Wash", "AZ", "America/Phoenix"],
  ["DJF9", "Palmetto Reach", "FL", "America/New_York"],
  ["DUQ3", "Juniper Bench", "UT", "America/Denver"],
  ["DGV6", "Magnolia Ferry", "GA", "America/New_York"],
  ["DOZ8", "Buckeye Landing", "OH", "America/New_York"],
];

/** The first `amount` stations. Throws RangeError for none or for more than are invented here. */
export function openStations(amount: number): Station[] {
  if (amount < 1 || amount > PLACES.length) throw new RangeError(`1 to ${PLACES.length} stations, not ${amount}`);
  return PLACES.slice(0, amount).map(([code, name, state, timeZone], index) => ({
    index,
    code,
    name,
    state,
    timeZone,
    department: String(210_400 + index * 10 + 1),
    longestDay: state === "CA" ? 600 : 720,
  }));
}

/** The station as Amazon's route and package reports print it. */
export function stationCell(station: Station): string {
  return `${station.name} (${station.code})- Amazon.com`;
}

/** `stations.csv`, the file of our own. */
export function stationsFile(stations: readonly Station[]): Uint8Array {
  return csvFile([
    ["Station", "Name", "State", "Time Zone", "DSP Short Code"],
    ...stations.map((station) => [station.code, station.name, station.state, station.timeZone, DSP]),
  ]);
}
