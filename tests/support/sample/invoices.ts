/** Amazon's detailed variable invoice of one station and week, as it ought to be paid. */
import { addDays, isWeekend } from "./dates.ts";
import { divideHalfUp, hundredthsOfHours } from "./decimal.ts";
import { byText } from "./order.ts";
import { deliveredOn, pickedUpOn } from "./parcels.ts";
import {
  blockDescription,
  DELAY_HOUR_CENTS,
  LATE_CANCEL_CENTS,
  PACKAGE_CENTS,
  PICKUP_CENTS,
  type Service,
  TRAINING_CENTS,
} from "./services.ts";
import { type Cell, csvFile, day, money, quantity, xlsxFile } from "./spreadsheet.ts";
import type { Station } from "./stations.ts";
import { isPayable } from "./trainings.ts";
import type { StationWeek } from "./week.ts";

/** What a line pays for, beyond its wording. */
export type LineKind = "route" | "training" | "cancel" | "delay" | "piece" | "branding" | "pickup";

/** One line of an invoice. */
export interface InvoiceLine {
  kind: LineKind;
  date: string;
  description: string;
  serviceType: string;
  /** The route's service, for route lines. */
  service: Service | null;
  rateCents: number;
  /** Quantity in hundredths. */
  hundredths: number;
  amountCents: number;
}

/** An invoice before it is written down. */
export interface Invoice {
  station: Station;
  number: string;
  sunday: string;
  saturday: string;
  lines: InvoiceLine[];
}

const SECTIONS: Record<LineKind, string> = {
  route: "Routes",
  training: "Training sessions",
  cancel: "Late cancellations",
  delay: "Unplanned delay",
  piece: "Packages",
  branding: "Packages",
  pickup: "Packages",
};
const SECTION_ORDER = ["Routes", "Training sessions", "Late cancellations", "Unplanned delay", "Packages"];

/** Section a line stands in. */
export function sectionOf(line: InvoiceLine): string {
  return SECTIONS[line.kind];
}

/** What a quantity costs: rounded half up once. */
export function amountFor(hundredths: number, rateCents: number): number {
  return divideHalfUp(hundredths * rateCents, 100);
}

/** A line whose amount follows from rate and quantity. */
function line(given: Omit<InvoiceLine, "amountCents">): InvoiceLine {
  return { ...given, amountCents: amountFor(given.hundredths, given.rateCents) };
}

/** A route line. */
export function routeLine(date: string, service: Service, routes: number): InvoiceLine {
  return line({
    kind: "route",
    date,
    description: blockDescription(service),
    serviceType: service.type,
    service,
    rateCents: service.rateCents,
    hundredths: routes * 100,
  });
}

/** Sums quantities of equal keys, in the keys' order. */
function totals<T>(items: readonly T[], keyOf: (item: T) => string, amountOf: (item: T) => number): [T, number][] {
  const sums = new Map<string, [T, number]>();
  for (const item of items) {
    const sum = sums.get(keyOf(item)) ?? [item, 0];
    sum[1] += amountOf(item);
    sums.set(keyOf(item), sum);
  }
  return [...sums.entries()].sort(byText(([key]) => key)).map(([, sum]) => sum);
}

function routeLines({ routes }: StationWeek): InvoiceLine[] {
  const perLine = totals(
    routes,
    ({ date, service }) => `${date} ${service.type} ${service.hours}`,
    () => 1,
  );
  return perLine.map(([{ date, service }, completed]) => routeLine(date, service, completed));
}

function trainingLines({ trainings }: StationWeek): InvoiceLine[] {
  const perDay = totals(
    trainings.filter(isPayable),
    (training) => training.paymentDate,
    () => 100,
  );
  return perDay.map(([{ paymentDate }, hundredths]) =>
    line({
      kind: "training",
      date: paymentDate,
      description: "Training - Block of 8 hours",
      serviceType: "Training",
      service: null,
      rateCents: TRAINING_CENTS,
      hundredths,
    }),
  );
}

function cancelLines({ lateCancels }: StationWeek): InvoiceLine[] {
  const perLine = totals(
    lateCancels,
    ({ date, service }) => `${date} ${service.type}`,
    () => 100,
  );
  return perLine.map(([{ date, service }, hundredths]) =>
    line({
      kind: "cancel",
      date,
      description: `AMZL Late Cancel- ${isWeekend(date) ? "weekend" : "weekday"} ${service.type}`,
      serviceType: service.type,
      service: null,
      rateCents: LATE_CANCEL_CENTS,
      hundredths,
    }),
  );
}

function delayLines({ delays }: StationWeek): InvoiceLine[] {
  const perDay = totals(
    delays,
    (delay) => delay.date,
    (delay) => delay.minutes,
  );
  return perDay.map(([{ date }, minutes]) =>
    line({
      kind: "delay",
      date,
      description: "Unplanned Delay",
      serviceType: "",
      service: null,
      rateCents: DELAY_HOUR_CENTS,
      hundredths: hundredthsOfHours(minutes),
    }),
  );
}

function packageLines(facts: StationWeek): InvoiceLine[] {
  return facts.week.dates.flatMap((date) => {
    const fee = (kind: LineKind, description: string, rateCents: number, parcels: number): InvoiceLine =>
      line({ kind, date, description, serviceType: "", service: null, rateCents, hundredths: parcels * 100 });
    const [delivered, pickedUp] = [deliveredOn(facts, date), pickedUpOn(facts, date)];
    const lines = [
      fee("piece", "Variable Per Shipment - Delivery Complete", PACKAGE_CENTS, delivered),
      fee("branding", "Branding - Variable Per Shipment", PACKAGE_CENTS, delivered),
      fee("pickup", "Variable Per Shipment - Pickup Complete", PICKUP_CENTS, pickedUp),
    ];
    return lines.filter((each) => each.hundredths > 0);
  });
}

/** The invoice that pays a week exactly. */
export function invoiceOf(facts: StationWeek): Invoice {
  const { station, week } = facts;
  return {
    station,
    number: `INV-HLN${station.code.slice(-1)}-${String(614 + week.index).padStart(10, "0")}`,
    sunday: week.sunday,
    saturday: week.saturday,
    lines: [
      ...routeLines(facts),
      ...trainingLines(facts),
      ...cancelLines(facts),
      ...delayLines(facts),
      ...packageLines(facts),
    ],
  };
}

function rowsOf(invoice: Invoice): Cell[][] {
  const lines = [...invoice.lines].sort(byText((each) => `${SECTION_ORDER.indexOf(sectionOf(each))} ${each.date}`));
  const total = lines.reduce((sum, each) => sum + each.amountCents, 0);
  return [
    ["Invoice Number", invoice.number],
    ["Invoice Date", day(invoice.saturday)],
    ["Station", invoice.station.code],
    ["Period Start", day(invoice.sunday)],
    ["Period End", day(invoice.saturday)],
    ["Invoice Type", "Variable"],
    ["Status", "New"],
    ["Dispute Window Closes", day(addDays(invoice.saturday, 14))],
    [],
    ["Section", "Date", "Description", "Service Type", "Rate", "Quantity", "Amount"],
    ...lines.map((each) => [
      sectionOf(each),
      day(each.date),
      each.description,
      each.serviceType,
      money(each.rateCents),
      quantity(each.hundredths),
      money(each.amountCents),
    ]),
    ["Total Due", null, null, null, null, null, money(total)],
  ];
}

/** Name of the invoice's file: every other station saves a spreadsheet, the rest a CSV. */
export function invoiceName(invoice: Invoice): string {
  const extension = invoice.station.index % 2 === 0 ? "xlsx" : "csv";
  return `${invoice.station.code} Variable Invoice ${invoice.number}.${extension}`;
}

/** The invoice as its file. `Total Due` is the sum of the printed amounts, whatever they are. */
export function invoiceFile(invoice: Invoice): Uint8Array {
  const rows = rowsOf(invoice);
  return invoiceName(invoice).endsWith(".xlsx") ? xlsxFile("Invoice Details", rows) : csvFile(rows);
}
