/** Every check the product knows by its stable code. Codes appear in the window, exports, packets and the command line's JSON. */

/** Whose money a finding speaks of, seen from the delivery business. */
export const DIRECTIONS = ["owed", "overcharged", "overpaid", "exposure", "watch"] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** What the owner reads for a direction. */
export const DIRECTION_LABELS: Record<Direction, string> = {
  owed: "Owed to us",
  overcharged: "Overcharged",
  overpaid: "Paid too much by us",
  exposure: "Exposure",
  watch: "Watch",
};

/** Directions whose money can be claimed from somebody else. */
export function isClaimable(direction: Direction): boolean {
  return direction === "owed" || direction === "overcharged";
}

export const FAMILIES = {
  A: "Amazon variable invoice",
  B: "Incentive",
  C: "Fixed monthly and fleet payout",
  D: "Cash",
  E: "Lease and rental",
  F: "Payroll and timecards",
  G: "Across documents",
} as const;
export type Family = keyof typeof FAMILIES;

/** Weekly checks have a week's Sunday as their period, monthly ones a month. */
export type Cadence = "week" | "month";

export interface CatalogueEntry {
  readonly title: string;
  readonly direction: Direction;
}

const entry = (title: string, direction: Direction): CatalogueEntry => ({ title, direction });

/** Title and usual direction of every check; a finding may carry another direction where the check says so. */
export const CATALOGUE = {
  A01: entry("Route completed but not paid", "owed"),
  A02: entry("Route paid but not in the work summary", "exposure"),
  A03: entry("Wrong block length paid", "owed"),
  A04: entry("Rate differs from the rate card", "owed"),
  A05: entry("Rate per hour inconsistent between block lengths", "watch"),
  A06: entry("Line arithmetic", "owed"),
  A07: entry("Section or invoice total", "owed"),
  A08: entry("Ride-along or on-road experience paid as a standard route", "owed"),
  A09: entry("Training session unpaid", "owed"),
  A10: entry("Training attended but marked ineligible", "watch"),
  A11: entry("Late cancellation by Amazon unpaid", "owed"),
  A12: entry("Late cancellation charged to us without our own record", "watch"),
  A13: entry("Unplanned delay short", "owed"),
  A14: entry("Delivered packages short", "owed"),
  A15: entry("Branding packages short", "owed"),
  A16: entry("Branding and per-piece counts disagree", "owed"),
  A17: entry("Pickups short or at the wrong rate", "owed"),
  A18: entry("Route excluded though packages were delivered", "owed"),
  A19: entry("Quick coverage accepted, not paid", "owed"),
  A20: entry("Duplicate invoice line", "exposure"),
  A21: entry("Line outside the invoice's period or station", "watch"),
  A22: entry("Description not in the alias table", "watch"),
  A23: entry("Amended invoice changes the amount", "owed"),
  A24: entry("Work summary changed after it was captured", "owed"),
  A25: entry("Deduction without a supporting record", "owed"),
  B01: entry("Wrong incentive tier paid", "owed"),
  B02: entry("Incentive package base short", "owed"),
  B03: entry("Incentive paid though the tier earns nothing", "exposure"),
  B04: entry("Incentive pickup part mismatched", "owed"),
  B05: entry("Incentive invoice missing", "owed"),
  C01: entry("Branded vans paid short", "owed"),
  C02: entry("Last month's fleet reconciliation wrong", "owed"),
  C03: entry("Rental forecast not trued up", "owed"),
  C04: entry("Monthly fleet invoice missing or late", "owed"),
  C05: entry("Van costs more than Amazon pays for it", "watch"),
  D01: entry("Deposit differs from its invoices", "owed"),
  D02: entry("Invoice unpaid past its expected day", "owed"),
  D03: entry("Invoice paid twice or in part", "exposure"),
  D04: entry("Expected invoice never issued", "owed"),
  E01: entry("Billed twice", "overcharged"),
  E02: entry("Billed after return", "overcharged"),
  E03: entry("Billed before delivery", "overcharged"),
  E04: entry("Rent differs from the contract", "overcharged"),
  E05: entry("Proration wrong", "overcharged"),
  E06: entry("VIN not in our fleet", "overcharged"),
  E07: entry("Fee not in the contract or above its cap", "overcharged"),
  E08: entry("Mileage overage wrong", "overcharged"),
  E09: entry("Maintenance billed inside warranty or twice", "overcharged"),
  E10: entry("Damage or turn-in charge without an inspection record", "overcharged"),
  E11: entry("Toll or violation not ours, repeated or above its cap", "overcharged"),
  E12: entry("Tax wrong", "overcharged"),
  E13: entry("Late fee though paid in time", "overcharged"),
  E14: entry("Registration charged twice in a year or for another state", "overcharged"),
  E15: entry("Rental not rolled to the cheaper rate", "overcharged"),
  E16: entry("Rental kept idle", "watch"),
  E17: entry("Van known to only one of lessor and Amazon", "watch"),
  E18: entry("Promised credit not received", "overcharged"),
  E19: entry("Lease invoice arithmetic", "overcharged"),
  E20: entry("Charge jumped from the month before", "watch"),
  F01: entry("Missing punch", "watch"),
  F02: entry("Duplicate or overlapping punches", "overpaid"),
  F03: entry("Hours without work", "overpaid"),
  F04: entry("Route without a timecard", "exposure"),
  F05: entry("Clocked beyond the paid block", "overpaid"),
  F06: entry("In long before login, out long after logout", "overpaid"),
  F07: entry("Meal missing, late or short", "exposure"),
  F08: entry("Meal deducted automatically while the app shows work", "exposure"),
  F09: entry("Overtime paid differs from overtime earned", "overpaid"),
  F10: entry("Bonus left out of the regular rate", "exposure"),
  F11: entry("Wrong pay code", "overpaid"),
  F12: entry("Wrong department, state or station", "watch"),
  F13: entry("Limits of the programme", "watch"),
  F14: entry("Rounding that is not neutral", "exposure"),
  F15: entry("Punch edited by hand or after close", "watch"),
  F16: entry("Paid after termination or before hire", "overpaid"),
  F17: entry("Training paid to the associate but not by Amazon", "watch"),
  F18: entry("Rescue or helper hours against route revenue", "watch"),
  F19: entry("Paid hours differ from the timecard", "overpaid"),
  F20: entry("Rate below the minimum or not the rate on file", "exposure"),
  G01: entry("Labor hours per paid route hour above the limit", "watch"),
  G02: entry("One person under two names or ids", "watch"),
  G03: entry("Source coverage", "watch"),
  G04: entry("Owner's control sheet", "watch"),
} as const satisfies Record<string, CatalogueEntry>;

/** The code of a check. */
export type CheckCode = keyof typeof CATALOGUE;

/** All codes in catalogue order. */
export const CHECK_CODES = Object.keys(CATALOGUE) as CheckCode[];

/** Whether a text is a known code. */
export function isCheckCode(text: string): text is CheckCode {
  return Object.hasOwn(CATALOGUE, text);
}

/** The family of a check by the first letter of its code. */
export function familyOf(code: CheckCode): Family {
  return code.charAt(0) as Family;
}

/** The kinds of document the app reads, named as the office calls them. */
export const DOCUMENT_KINDS = [
  "stations",
  "rate card",
  "staff roster",
  "lease schedule",
  "rental rates",
  "route summary",
  "service details",
  "delivered packages",
  "training",
  "unplanned delay",
  "variable invoice",
  "incentive invoice",
  "fleet invoice",
  "scorecard tier",
  "scorecard",
  "concessions",
  "payments",
  "bank statement",
  "vehicles",
  "itineraries",
  "service aliases",
  "charge words",
  "cancellations",
  "timecard",
  "payroll register",
  "lease invoice",
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** What a kind is called where it is downloaded, so that an empty screen can say what to drop. */
export const KIND_HELP: Record<DocumentKind, { title: string; usualName: string; where: string }> = {
  stations: { title: "Stations", usualName: "stations.csv", where: "Your own list: code, name, state, time zone" },
  "rate card": { title: "Rate card", usualName: "rate-card.csv", where: "Your own list, from Amazon's rate letters" },
  "staff roster": { title: "Staff roster", usualName: "staff-roster.xlsx", where: "Your payroll's employee list" },
  "lease schedule": { title: "Lease schedule", usualName: "lease-schedule.csv", where: "Your lease contracts" },
  "rental rates": { title: "Rental rates", usualName: "rental-rates.csv", where: "Your rental agreements" },
  "route summary": {
    title: "Route summary",
    usualName: "<DSP> Weekly Report-YYYY-MM-DD.zip",
    where: "Work Summary Tool, weekly download",
  },
  "service details": {
    title: "Service details",
    usualName: "<DSP> Weekly Report-YYYY-MM-DD.zip",
    where: "Work Summary Tool, weekly download",
  },
  "delivered packages": {
    title: "Delivered packages",
    usualName: "<DSP> Weekly Report-YYYY-MM-DD.zip",
    where: "Work Summary Tool, weekly download",
  },
  training: {
    title: "Training",
    usualName: "<DSP> Weekly Report-YYYY-MM-DD.zip",
    where: "Work Summary Tool, weekly download",
  },
  "unplanned delay": {
    title: "Unplanned delay",
    usualName: "<DSP> Weekly Report-YYYY-MM-DD.zip",
    where: "Work Summary Tool, weekly download",
  },
  "variable invoice": {
    title: "Variable invoice",
    usualName: "INV-XXXXXX-0000000000.xlsx",
    where: "Amazon payments console, invoice details",
  },
  "incentive invoice": {
    title: "Incentive invoice",
    usualName: "INV-XXXXXX-0000000000.pdf",
    where: "Amazon payments console, invoice details",
  },
  "fleet invoice": {
    title: "Fleet invoice",
    usualName: "INV-XXXXXX-0000000000.pdf",
    where: "Amazon payments console, monthly fleet invoice",
  },
  "scorecard tier": {
    title: "Scorecard tier",
    usualName: "tiers.csv",
    where: "First page of Amazon's weekly scorecard",
  },
  scorecard: {
    title: "Scorecard",
    usualName: "DSP_Scorecard_WeekNN.csv",
    where: "Amazon's weekly scorecard, by associate",
  },
  concessions: { title: "Concessions", usualName: "Concessions.csv", where: "Amazon's weekly concessions report" },
  payments: { title: "Payments", usualName: "remittances.csv", where: "Amazon payments console, payments" },
  "bank statement": { title: "Bank statement", usualName: "bank.csv", where: "Your bank's download" },
  vehicles: { title: "Vehicles", usualName: "VehiclesData.xlsx", where: "Amazon fleet portal, vehicle list" },
  itineraries: {
    title: "Itineraries",
    usualName: "Itineraries_*.xlsx",
    where: "Amazon's day-of-operations page, itineraries",
  },
  "service aliases": { title: "Service aliases", usualName: "service-aliases.csv", where: "Your own list" },
  "charge words": { title: "Charge words", usualName: "charge-words.csv", where: "Your own list" },
  cancellations: { title: "Cancellations", usualName: "cancellations.csv", where: "Your own log of cancelled routes" },
  timecard: {
    title: "Timecard",
    usualName: "Timecard.csv",
    where: "Your time clock: ADP, Paycom, Homebase, QuickBooks Time",
  },
  "payroll register": {
    title: "Payroll register",
    usualName: "payroll-register.csv",
    where: "Your payroll: register, ADP EPI or RUN, Paychex, Gusto",
  },
  "lease invoice": {
    title: "Lease invoice",
    usualName: "the lessor's invoice (XLSX)",
    where: "Your lessor's portal or e-mail",
  },
};
