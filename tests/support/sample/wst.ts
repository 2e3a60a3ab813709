/** The weekly ZIP of Amazon's Work Summary Tool: what happened, in five CSV files for all stations. */
import { clock24, withThousands } from "./decimal.ts";
import { byText } from "./order.ts";
import { deliveredOn, pickedUpOn } from "./parcels.ts";
import { createRandom } from "./random.ts";
import type { Service } from "./services.ts";
import type { Shift } from "./shifts.ts";
import { type Cell, type CsvStyle, count, csvFile, zipFile } from "./spreadsheet.ts";
import { DSP, type Station, stationCell } from "./stations.ts";
import type { StationWeek } from "./week.ts";

const AMAZON: CsvStyle = { byteOrderMark: true, newline: "\n" };

/** Completed routes and late cancels of one day, type and block. */
interface Tally {
  date: string;
  service: Service;
  completed: number;
  miles: number;
  allowance: number;
  cancelled: number;
}

function talliesOf(facts: StationWeek): Tally[] {
  const tallies = new Map<string, Tally>();
  const tally = (date: string, service: Service): Tally => {
    const key = `${date} ${service.type} ${service.hours}`;
    const found = tallies.get(key) ?? { date, service, completed: 0, miles: 0, allowance: 0, cancelled: 0 };
    tallies.set(key, found);
    return found;
  };
  for (const route of facts.routes) {
    const day = tally(route.date, route.service);
    day.completed += 1;
    day.miles += route.miles;
    day.allowance += route.allowance;
  }
  for (const { date, service } of facts.lateCancels) tally(date, service).cancelled += 1;
  return [...tallies.entries()].sort(byText(([key]) => key)).map(([, day]) => day);
}

function routeSummary(weeks: readonly StationWeek[]): Cell[][] {
  const rows: Cell[][] = [
    [
      "Date",
      "Station",
      "DSP Short Code",
      "Service Type",
      "Planned Duration",
      "Total Distance Planned",
      "Total Distance Allowance",
      "Planned Distance Unit",
      "AMZL late cancel",
      "DSP late cancel",
      "Quick coverage",
      "accepted",
      "completed routes",
    ],
  ];
  for (const facts of weeks) {
    for (const day of talliesOf(facts)) {
      rows.push([
        day.date,
        stationCell(facts.station),
        DSP,
        day.service.type,
        `${day.service.hours} hr`,
        count(day.miles),
        count(day.allowance),
        "mi",
        count(day.cancelled),
        count(0),
        count(0),
        count(day.completed + day.cancelled),
        count(day.completed),
      ]);
    }
  }
  return rows;
}

function loggedAt(shift: Shift, minutes: number, label: string): string {
  // Seconds are the app's, drawn per person-day so that each of the person's rows repeats the same reading.
  const seconds = createRandom(minutes, `${label} ${shift.date} ${shift.person.employeeId}`).int(0, 59);
  return `${shift.date} ${clock24(minutes, seconds)}`;
}

function serviceDetails(weeks: readonly StationWeek[]): Cell[][] {
  const rows: Cell[][] = [
    [
      "Date",
      "Station",
      "DSP short code",
      "Delivery Associate",
      "Route",
      "Service Type",
      "Planned Duration",
      "Log in",
      "Log out",
      "Total Distance Planned",
      "Total Distance Allowance",
      "Distance unit",
      "Shipments Delivered",
      "Shipments Returned",
      "Pickup Packages",
      "Excluded?",
    ],
  ];
  for (const { station, routes } of weeks) {
    for (const route of routes) {
      const opening = (shift: Shift): Cell[] => [
        route.date,
        stationCell(station),
        DSP,
        shift.person.amazonName,
        route.code,
        route.service.type,
        `${route.service.hours} hr`,
        loggedAt(shift, shift.logIn, "in"),
        loggedAt(shift, shift.logOut, "out"),
      ];
      rows.push([
        ...opening(route.primary),
        count(route.miles),
        count(route.allowance),
        "mi",
        ...[route.delivered, route.returned, route.pickups].map(count),
        "no",
      ]);
      for (const helper of route.helpers) {
        const excluded = helper.excluded ? "yes" : "no";
        rows.push([...opening(helper.shift), null, null, null, count(helper.delivered), count(0), count(0), excluded]);
      }
    }
  }
  return rows;
}

function deliveredPackages(weeks: readonly StationWeek[]): Cell[][] {
  const rows: Cell[][] = [["Date", "Station", "DSP short code", "Package count", "Package details", "Package type"]];
  for (const facts of weeks) {
    for (const date of facts.week.dates) {
      const place = [date, stationCell(facts.station), DSP];
      // Large counts come with a thousands separator.
      rows.push([...place, withThousands(deliveredOn(facts, date)), "Delivered packages", "Delivered"]);
      rows.push([...place, withThousands(pickedUpOn(facts, date)), "Customer returns", "Pickup"]);
    }
  }
  return rows;
}

function trainingReport(weeks: readonly StationWeek[]): Cell[][] {
  const rows: Cell[][] = [
    [
      "Assignment Date",
      "Payment Date",
      "Station",
      "DSP Short Code",
      "Delivery Associate",
      "Service Type",
      "Course Name",
      "Chapter Name",
      "Total Duration",
      "DSP Payment Eligible",
    ],
  ];
  for (const { station, trainings } of weeks) {
    for (const training of trainings) {
      rows.push([
        training.assignmentDate,
        training.paymentDate,
        stationCell(station),
        DSP,
        training.associate,
        "Training",
        training.course,
        training.chapter,
        `${training.hours} hr`,
        training.eligible ? "yes" : "no",
      ]);
    }
  }
  return rows;
}

function delayReport(weeks: readonly StationWeek[]): Cell[][] {
  const rows: Cell[][] = [
    ["Date", "Station", "DSP Short Code", "unplanned delay", "total delay in minutes", "Impacted routes", "Notes"],
  ];
  for (const { station, delays } of weeks) {
    for (const { date, reason, minutes, impactedRoutes, notes } of delays) {
      rows.push([date, delayStation(station), DSP, reason, count(minutes), impactedRoutes, notes]);
    }
  }
  return rows;
}

/** This report puts a blank before the hyphen. */
function delayStation(station: Station): string {
  return stationCell(station).replace(")- ", ") - ");
}

/** Name of the week's ZIP. */
export function wstName(saturday: string): string {
  return `${DSP} Weekly Report-${saturday}.zip`;
}

/** The ZIP of one week, all stations together. */
export function wstFile(weeks: readonly StationWeek[], saturday: string): Uint8Array {
  const member = (title: string): string => `${DSP} ${title}-${saturday}.csv`;
  return zipFile({
    [member("Delivered Packages Report")]: csvFile(deliveredPackages(weeks), AMAZON),
    [member("Service Details Report")]: csvFile(serviceDetails(weeks), AMAZON),
    [member("Training Weekly Report")]: csvFile(trainingReport(weeks), AMAZON),
    [member("Unplanned Delay Weekly Report")]: csvFile(delayReport(weeks), AMAZON),
    [member("Weekly Report")]: csvFile(routeSummary(weeks), AMAZON),
  });
}
