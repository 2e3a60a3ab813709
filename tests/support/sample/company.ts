/**
 * The documents of an invented delivery business, in the layouts of `documents.md`, with or without planted mistakes. The same options
 * always give the same bytes; the company with mistakes is the company without them, spoiled in the places that the truth names.
 */
import { addDays, monthOf, type Week, weeksFrom } from "./dates.ts";
import { buildFleet, leaseScheduleFile, type Van } from "./fleet.ts";
import { type Invoice, invoiceFile, invoiceName, invoiceOf } from "./invoices.ts";
import type { Leak } from "./leak.ts";
import { plantLeaks } from "./leaks.ts";
import { plantLeaseLeaks } from "./leaks-lease.ts";
import { leaseInvoiceFile, leaseInvoiceName, leaseInvoices } from "./lease.ts";
import { createRandom } from "./random.ts";
import { rateCardFile } from "./rate-card.ts";
import { hireCrews, rosterFile } from "./roster.ts";
import { openRota, type Rota } from "./rota.ts";
import { openStations, type Station, stationsFile } from "./stations.ts";
import { timecardFile, timecardName } from "./timecards.ts";
import { planWeek, type StationWeek } from "./week.ts";
import { wstFile, wstName } from "./wst.ts";

export type { Leak } from "./leak.ts";

/** One file of the company. */
export interface SampleFile {
  /** Relative path with `/` between its parts. */
  path: string;
  bytes: Uint8Array;
}

/** How large a company to invent, from when, and whether it leaks. */
export interface CompanyOptions {
  seed: number;
  /** 1 to 8; the first two are those of the sample. */
  stations: number;
  weeks: number;
  routesPerDay: readonly [min: number, max: number] | number;
  /** A Sunday, `YYYY-MM-DD`. */
  firstSunday: string;
  leaks: boolean;
}

interface Place {
  station: Station;
  rota: Rota;
}

interface WeekDocuments {
  files: SampleFile[];
  leaks: Leak[];
}

function documentsOfWeek(options: CompanyOptions, week: Week, places: readonly Place[]): WeekDocuments {
  const { seed, routesPerDay } = options;
  const range = typeof routesPerDay === "number" ? ([routesPerDay, routesPerDay] as const) : routesPerDay;
  const inFolder = (name: string): string => `${week.sunday}/${name}`;
  const wstPath = inFolder(wstName(week.saturday));
  const timecardPath = inFolder(timecardName(week.saturday));
  const leaks: Leak[] = [];
  const invoices: Invoice[] = [];
  const weeks: StationWeek[] = places.map(({ station, rota }) => {
    const label = `${station.code} ${week.sunday}`;
    const facts = planWeek({ station, week, rota, routesPerDay: range, random: createRandom(seed, label) });
    const invoice = invoiceOf(facts);
    invoices.push(invoice);
    if (options.leaks) {
      const papers = { invoiceFile: inFolder(invoiceName(invoice)), wstFile: wstPath, timecardFile: timecardPath };
      leaks.push(...plantLeaks({ facts, invoice, ...papers, random: createRandom(seed, `leaks ${label}`) }));
    }
    return facts;
  });
  const files = [
    { path: wstPath, bytes: wstFile(weeks, week.saturday) },
    ...invoices.map((invoice) => ({ path: inFolder(invoiceName(invoice)), bytes: invoiceFile(invoice) })),
    { path: timecardPath, bytes: timecardFile(weeks.flatMap(({ shifts }) => shifts)) },
  ];
  return { files, leaks };
}

function documentsOfMonth(options: CompanyOptions, month: string, vans: readonly Van[]): WeekDocuments {
  const invoices = leaseInvoices(vans, month);
  const random = createRandom(options.seed, `lease leaks ${month}`);
  const leaks = options.leaks ? plantLeaseLeaks(invoices, month, random) : [];
  const files = invoices.map((invoice) => ({
    path: `lease/${leaseInvoiceName(invoice)}`,
    bytes: leaseInvoiceFile(invoice),
  }));
  return { files, leaks };
}

/**
 * Yields the company's files one by one, week after week, and returns the planted mistakes at the end. Only one week is held in memory,
 * so a benchmark can stream years.
 */
export function* companyFiles(options: CompanyOptions): Generator<SampleFile, Leak[], undefined> {
  const { seed, firstSunday } = options;
  const weeks = weeksFrom(firstSunday, options.weeks);
  const months = [...new Set(weeks.flatMap(({ dates }) => dates.map(monthOf)))];
  const most = typeof options.routesPerDay === "number" ? options.routesPerDay : options.routesPerDay[1];
  const stations = openStations(options.stations);
  const crews = hireCrews(seed, stations, most, firstSunday);
  const vans = buildFleet(seed, stations, months);
  const places = crews.map(({ station, drivers }) => {
    return { station, rota: openRota(drivers, createRandom(seed, `rota ${station.code}`)) };
  });

  yield { path: "company/stations.csv", bytes: stationsFile(stations) };
  yield { path: "company/rate-card.csv", bytes: rateCardFile(stations, firstSunday) };
  yield { path: "company/staff-roster.xlsx", bytes: rosterFile(crews) };
  yield { path: "company/lease-schedule.csv", bytes: leaseScheduleFile(vans) };

  const truth: Leak[] = [];
  for (const week of weeks) {
    const { files, leaks } = documentsOfWeek(options, week, places);
    truth.push(...leaks);
    yield* files;
    // A month is billed with its last week among the documents, even when its own last days lie beyond them.
    const next = week.index + 1 < weeks.length ? monthOf(addDays(week.saturday, 1)) : "";
    for (const month of months.filter((each) => week.dates.some((date) => monthOf(date) === each) && each !== next)) {
      const billed = documentsOfMonth(options, month, vans);
      truth.push(...billed.leaks);
      yield* billed.files;
    }
  }
  return truth;
}

/** The whole company at once. */
export function generateCompany(options: CompanyOptions): { files: SampleFile[]; truth: Leak[] } {
  const files: SampleFile[] = [];
  const documents = companyFiles(options);
  for (;;) {
    const step = documents.next();
    if (step.done === true) return { files, truth: step.value };
    files.push(step.value);
  }
}
