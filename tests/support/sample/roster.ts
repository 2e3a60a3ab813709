/** The staff of a company and the file the office keeps about it. */
import { addDays } from "./dates.ts";
import { byText } from "./order.ts";
import { openHiring, type Person } from "./people.ts";
import { createRandom } from "./random.ts";
import { type Cell, day, money, xlsxFile } from "./spreadsheet.ts";
import type { Station } from "./stations.ts";

/** Drivers and former drivers of one station. */
interface Crew {
  station: Station;
  drivers: Person[];
  former: Person[];
}

/**
 * How many drivers cover `routes` a day when nobody works more than five days in any seven: routes, a sweeper a day, a few training and
 * stand-by days, and a tenth more so that the turn never gets stuck.
 */
function crewSize(routes: number): number {
  const personDays = routes * 7 + 7 + 4;
  return Math.ceil((personDays * 11) / 50) + 2;
}

/** Hires everybody. Each person belongs to one station. */
export function hireCrews(seed: number, stations: readonly Station[], maxRoutes: number, firstSunday: string): Crew[] {
  const random = createRandom(seed, "people");
  const hiring = openHiring(random);
  return stations.map((station) => {
    const hireDate = (): string => addDays(firstSunday, -random.int(40, 1_400));
    const drivers = Array.from({ length: crewSize(maxRoutes) }, () =>
      hiring.hire(station, { hireDate: hireDate(), terminationDate: null }),
    );
    const former = [1, 2].map((month) => {
      const terminationDate = addDays(firstSunday, -30 * month - random.int(0, 20));
      return hiring.hire(station, { hireDate: addDays(terminationDate, -random.int(60, 700)), terminationDate });
    });
    return { station, drivers, former };
  });
}

/** `staff-roster.xlsx`, the file of our own. */
export function rosterFile(crews: readonly Crew[]): Uint8Array {
  const rows: Cell[][] = [
    [
      "Employee ID",
      "Transporter ID",
      "Name",
      "State",
      "Station",
      "Department",
      "Pay Rate",
      "Hire Date",
      "Termination Date",
    ],
  ];
  for (const { drivers, former } of crews) {
    const people = [...drivers, ...former].sort(byText((person) => person.employeeId));
    for (const person of people) {
      rows.push([
        person.employeeId,
        person.transporterId,
        person.name,
        person.station.state,
        person.station.code,
        person.station.department,
        money(person.payCents),
        day(person.hireDate),
        day(person.terminationDate),
      ]);
    }
  }
  return xlsxFile("Roster", rows);
}
