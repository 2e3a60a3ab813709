/** One day at one station in plain numbers: what happened, what the card agrees and what the invoice pays, written as documents. */
import { divideHalfUp } from "#shared/money.ts";
import type { TestDocument } from "./workbench.ts";

const DATE = "2026-08-03";
const PLACE = "Austin (DXA4)- Amazon.com,ABCD";
const RIVIAN = "Standard Parcel Electric - Rivian MEDIUM";

/** A service and its price, in cents. */
export interface PricedService {
  readonly type: string;
  readonly hours: number;
  readonly cents: number;
}

/** The services of the card: one base type in three blocks with two variants, and another van. */
export const SERVICES: readonly PricedService[] = [
  { type: RIVIAN, hours: 10, cents: 32_500 },
  { type: RIVIAN, hours: 9, cents: 29_250 },
  { type: RIVIAN, hours: 8, cents: 26_000 },
  { type: `${RIVIAN} w/ Ride Along`, hours: 10, cents: 57_900 },
  { type: `${RIVIAN} - On-Road Experience: Driver`, hours: 10, cents: 57_900 },
  { type: "Standard Parcel - Extra Large Van - US", hours: 10, cents: 31_000 },
];
export const PRICES = { training: 22_320, cancel: 20_000, delayHour: 3_249, piece: 6, pickup: 5, coverage: 4_500 };

/** What happened on the day. */
export interface Happenings {
  /** Completed routes by service, in the order of `SERVICES`. */
  readonly completed: readonly number[];
  /** Excluded routes with deliveries, of the first service, which the route summary does not count. */
  excluded: number;
  readonly sessions: number;
  readonly cancels: number;
  readonly delayMinutes: number;
  readonly delivered: number;
  readonly pickups: number;
  readonly coverages: number;
}

/** A line of the invoice: quantity in hundredths, money in cents. */
export interface Line {
  readonly section: string;
  readonly description: string;
  readonly serviceType: string;
  cents: number;
  hundredths: number;
  amountCents: number;
}

const amount = (cents: number, hundredths: number) => divideHalfUp(cents * hundredths, 100);

/** A line whose amount follows from its rate and quantity. */
export function lineOf(
  section: string,
  description: string,
  serviceType: string,
  cents: number,
  hundredths: number,
): Line {
  return { section, description, serviceType, cents, hundredths, amountCents: amount(cents, hundredths) };
}

/** Changes a line's quantity and amount. */
export function setQuantity(line: Line, hundredths: number): void {
  line.hundredths = hundredths;
  line.amountCents = amount(line.cents, hundredths);
}

/** A route line of a service. */
export function routeLine({ type, hours, cents }: PricedService, routes: number): Line {
  return lineOf("Routes", `${type} - Block of ${hours} Hours`, type, cents, routes * 100);
}

/** Hundredths of hours that Amazon pays for some minutes. */
const delayHundredths = (minutes: number) => divideHalfUp(minutes * 100, 60);

/** The lines that pay a day exactly; excluded routes are not paid. */
export function exactLines(day: Happenings): Line[] {
  const lines = SERVICES.map((service, index) => routeLine(service, day.completed[index] ?? 0));
  lines.push(
    lineOf("Training sessions", "Training - Block of 8 hours", "Training", PRICES.training, day.sessions * 100),
    lineOf("Late cancellations", "AMZL Late Cancel- weekday", RIVIAN, PRICES.cancel, day.cancels * 100),
    lineOf("Unplanned delay", "Unplanned Delay", "", PRICES.delayHour, delayHundredths(day.delayMinutes)),
    lineOf("Packages", "Variable Per Shipment - Delivery Complete", "", PRICES.piece, day.delivered * 100),
    lineOf("Packages", "Branding - Variable Per Shipment", "", PRICES.piece, day.delivered * 100),
    lineOf("Packages", "Variable Per Shipment - Pickup Complete", "", PRICES.pickup, day.pickups * 100),
    lineOf("Other fees", "Quick Coverage", "", PRICES.coverage, day.coverages * 100),
  );
  return lines.filter((line) => line.hundredths > 0);
}

/** What work summary and card say is owed, in cents: the exact lines and the excluded routes. */
export function dueOf(day: Happenings): number {
  const excluded = day.excluded * (SERVICES[0]?.cents ?? 0);
  return exactLines(day).reduce((sum, line) => sum + line.amountCents, excluded);
}

const money = (cents: number) =>
  `${cents < 0 ? "-" : ""}${Math.trunc(Math.abs(cents) / 100)}.${String(Math.abs(cents) % 100).padStart(2, "0")}`;
const csv = (name: string, rows: readonly (readonly (string | number)[])[]): TestDocument => ({
  name,
  content: `${rows.map((row) => row.join(",")).join("\n")}\n`,
});

/** The documents of the day. `totalCents` is the invoice's printed total. */
export function documentsOf(day: Happenings, lines: readonly Line[], totalCents: number): TestDocument[] {
  const from = "2026-01-01";
  const tallies = SERVICES.map(({ type, hours }, index) => {
    const first = index === 0;
    const cells = [first ? day.cancels : 0, 0, first ? day.coverages : 0, 0, day.completed[index] ?? 0];
    return [DATE, PLACE, type, `${hours} hr`, 90, 0, "mi", ...cells];
  });
  const routes = SERVICES.flatMap(({ type, hours }, index) => {
    const excluded = index === 0 ? day.excluded : 0;
    return Array.from({ length: (day.completed[index] ?? 0) + excluded }, (_, route) => {
      const isExcluded = route >= (day.completed[index] ?? 0);
      const driven = [`${DATE} 09:50`, `${DATE} 19:40`, 60, 0, "mi", 150, 0, 0];
      return [DATE, PLACE, "Alex Doe", `CX${index}${route}`, type, `${hours} hr`, ...driven, isExcluded ? "yes" : "no"];
    });
  });
  const sessions = Array.from({ length: day.sessions }, () => [
    DATE,
    DATE,
    PLACE,
    "",
    "Training",
    "Onboarding",
    "Day 1",
    "8 hr",
    "yes",
  ]);
  const delays = day.delayMinutes > 0 ? [[DATE, PLACE, "Station late dispatch", day.delayMinutes, "CX1", ""]] : [];
  const file = (title: string) => `ABCD ${title}-2026-08-08.csv`;
  return [
    csv(file("Weekly Report"), [
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
      ...tallies,
    ]),
    csv(file("Service Details Report"), [
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
      ...routes,
    ]),
    csv(file("Delivered Packages Report"), [
      ["Date", "Station", "DSP short code", "Package count", "Package details", "Package type"],
      [DATE, PLACE, day.delivered, "", "Delivered"],
      [DATE, PLACE, day.pickups, "", "Pickup"],
    ]),
    csv(file("Training Weekly Report"), [
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
      ...sessions,
    ]),
    csv(file("Unplanned Delay Weekly Report"), [
      ["Date", "Station", "DSP Short Code", "unplanned delay", "total delay in minutes", "Impacted routes", "Notes"],
      ...delays,
    ]),
    csv("INV-ABCDEF-0000000614.csv", [
      ["Invoice Number", "INV-ABCDEF-0000000614"],
      ["Invoice Date", "2026-08-08"],
      ["Station", "DXA4"],
      ["Period Start", "2026-08-02"],
      ["Period End", "2026-08-08"],
      ["Invoice Type", "Variable"],
      ["Section", "Date", "Description", "Service Type", "Rate", "Quantity", "Amount"],
      ...lines.map((line) => [
        line.section,
        DATE,
        line.description,
        line.serviceType,
        money(line.cents),
        line.hundredths / 100,
        money(line.amountCents),
      ]),
      ["Total Due", "", "", "", "", "", money(totalCents)],
    ]),
    csv("rate-card.csv", [
      ["Station", "Item", "Service Type", "Block Hours", "Rate", "Effective From", "Effective To"],
      ...SERVICES.map(({ type, hours, cents }) => ["DXA4", "route", type, hours, money(cents), from, ""]),
      ["DXA4", "route", "Quick Coverage", 10, money(PRICES.coverage), from, ""],
      ["DXA4", "training", "", 8, money(PRICES.training), from, ""],
      ["DXA4", "late cancel", "", "", money(PRICES.cancel), from, ""],
      ["DXA4", "unplanned delay hour", "", "", money(PRICES.delayHour), from, ""],
      ["DXA4", "package", "", "", money(PRICES.piece), from, ""],
      ["DXA4", "branding package", "", "", money(PRICES.piece), from, ""],
      ["DXA4", "pickup", "", "", money(PRICES.pickup), from, ""],
    ]),
  ];
}
