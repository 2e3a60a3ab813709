/**
 * What documents say, as records. A fact is immutable and knows its source cell; money is integer cents, rates and quantities integer
 * ten-thousandths, durations integer minutes, dates ISO strings, clock readings wall times of the station's zone.
 */
import type { DocumentKind } from "#shared/catalogue.ts";
import type { WallTime } from "#shared/hours.ts";
import type { Cents, Quantity, Rate } from "#shared/money.ts";
import type { IsoDate } from "#shared/week.ts";

/** The stored file a fact came from. */
export interface DocumentRef {
  /** Name as dropped; a member of a ZIP is `archive.zip/member.csv`. */
  readonly name: string;
  /** SHA-256 of the file's bytes, lower-case hex. */
  readonly sha256: string;
  readonly kind: DocumentKind;
}

/** The cells a fact was read from. */
export interface Source {
  readonly document: DocumentRef;
  /** Sheet name, null for a CSV. */
  readonly sheet: string | null;
  /** 1-based row as a spreadsheet program numbers it. */
  readonly row: number;
  /** Column titles of the row as they stand in the file. */
  readonly columns: readonly string[];
  /**
   * The row's cells as they stand, parsed only when evidence is shown: a JSON array of texts in column order, or for a label above the
   * table an object of the label and its value.
   */
  readonly cells: string;
}

interface Sourced {
  readonly source: Source;
}

/** A station the business delivers from. */
export interface StationFact extends Sourced {
  station: string;
  name: string;
  state: string;
  timeZone: string;
  dspCode: string;
}

/** Items of a rate card, as section 6 of the documents page lists them. */
export const RATE_ITEMS = [
  "route",
  "training",
  "late cancel",
  "unplanned delay hour",
  "package",
  "branding package",
  "pickup",
  "incentive fantastic plus",
  "incentive fantastic",
  "van month",
] as const;
export type RateItem = (typeof RATE_ITEMS)[number];

/** One price Amazon agreed to pay, with the days it holds. */
export interface RateFact extends Sourced {
  station: string;
  item: RateItem;
  /** Service type as written; empty where the item has none. */
  serviceType: string;
  blockMinutes: number | null;
  rate: Rate;
  effectiveFrom: IsoDate;
  /** Last day the price holds, null while it still does. */
  effectiveTo: IsoDate | null;
}

/** A person on the staff roster. */
export interface PersonFact extends Sourced {
  employeeId: string;
  transporterId: string | null;
  name: string;
  state: string;
  station: string;
  department: string;
  /** Hourly pay, null where the roster leaves it out. */
  payRate: Rate | null;
  hireDate: IsoDate | null;
  terminationDate: IsoDate | null;
}

export const PRORATIONS = ["actual", "30", "none"] as const;
export type Proration = (typeof PRORATIONS)[number];

/** The terms of one van's lease. The van is ours from `onLease` to `offLease`, both days included. */
export interface LeaseTermFact extends Sourced {
  vin: string;
  unit: string;
  provider: string;
  contract: string;
  monthlyRentCents: Cents;
  onLease: IsoDate;
  offLease: IsoDate | null;
  proration: Proration;
  mileageAllowance: number | null;
  overageRate: Rate | null;
  /** Tax as ten-thousandths of a percent point: 8.25 % is 82_500. Null where the contract names none. */
  taxRate: number | null;
  /** `MGMT_FEE:12.50; TOLL_FEE:5.00` as written. */
  allowedFees: string;
  warrantyEnd: IsoDate | null;
}

/** Work summary, route summary: what was completed and cancelled, by day, type and block. */
export interface DayTallyFact extends Sourced {
  station: string;
  date: IsoDate;
  serviceType: string;
  blockMinutes: number;
  /** False where the row has no distance unit: a work order, which is no route. */
  isRoute: boolean;
  completed: number;
  amazonLateCancel: number;
  dspLateCancel: number;
  quickCoverage: number;
}

/** Work summary, service details: one associate on one route. */
export interface RouteFact extends Sourced {
  station: string;
  date: IsoDate;
  associate: string;
  routeCode: string;
  serviceType: string;
  blockMinutes: number;
  logIn: WallTime | null;
  logOut: WallTime | null;
  /** Planned distance in hundredths; null for a helper or rescuer, whose row has none. */
  distance: number | null;
  /** Work orders have no distance unit and are no routes. */
  distanceUnit: string | null;
  delivered: number;
  returned: number;
  pickups: number | null;
  excluded: boolean;
}

/** Work summary, delivered packages: one count of one kind on one day. */
export interface PackageCountFact extends Sourced {
  station: string;
  date: IsoDate;
  kind: "delivered" | "pickup";
  count: number;
  packageType: string;
}

/** Work summary, training: one session of one associate. */
export interface TrainingFact extends Sourced {
  station: string;
  assignmentDate: IsoDate;
  paymentDate: IsoDate;
  associate: string | null;
  serviceType: string;
  courseName: string;
  minutes: number;
  eligible: boolean;
}

/** Work summary, unplanned delay: minutes on one day. */
export interface DelayFact extends Sourced {
  station: string;
  date: IsoDate;
  reason: string;
  minutes: number;
  impactedRoutes: string;
  notes: string;
}

/** An invoice of Amazon's: its head. */
export interface InvoiceFact extends Sourced {
  station: string;
  invoiceNumber: string;
  invoiceType: string;
  issuedOn: IsoDate;
  periodStart: IsoDate;
  periodEnd: IsoDate;
  status: string;
  disputeCloses: IsoDate | null;
  totalCents: Cents | null;
}

/** One line of an invoice of Amazon's. */
export interface InvoiceLineFact extends Sourced {
  station: string;
  invoiceNumber: string;
  /** Section title in lower case: `routes`, `training sessions`, `late cancellations`, `unplanned delay`, `packages` or as written. */
  section: string;
  /** Null where a line carries no date (a weekly line). */
  date: IsoDate | null;
  periodStart: IsoDate;
  periodEnd: IsoDate;
  description: string;
  serviceType: string;
  rate: Rate | null;
  quantity: Quantity | null;
  amountCents: Cents;
}

/** One punch pair of a timecard. */
export interface PunchFact extends Sourced {
  companyCode: string;
  employeeId: string;
  lastName: string;
  firstName: string;
  department: string;
  state: string;
  /** The day of the punch in (of the punch out where the in is missing). */
  date: IsoDate;
  in: WallTime | null;
  out: WallTime | null;
  outPunchType: string;
  /** Hours as printed, in hundredths. */
  hours: number | null;
  payCode: string;
}

/** One line of a lessor's invoice. */
export interface LeaseLineFact extends Sourced {
  provider: string;
  invoiceNumber: string;
  issuedOn: IsoDate;
  dueOn: IsoDate | null;
  /** First day billed. */
  serviceFrom: IsoDate;
  /** Last day billed, included. */
  serviceTo: IsoDate;
  contract: string;
  unit: string;
  vin: string;
  plate: string;
  /** RENT, PRORATE, MGMT_FEE, ... (section 5 of the documents page). */
  chargeCode: string;
  description: string;
  quantity: Quantity | null;
  rate: Rate | null;
  amountCents: Cents;
  taxCents: Cents;
  totalCents: Cents;
  odometer: number | null;
  referenceInvoice: string;
}

/** Every type of fact by the name the store, the checks and the interpreters share. */
export interface FactTypes {
  station: StationFact;
  rate: RateFact;
  person: PersonFact;
  leaseTerm: LeaseTermFact;
  dayTally: DayTallyFact;
  route: RouteFact;
  packageCount: PackageCountFact;
  training: TrainingFact;
  delay: DelayFact;
  invoice: InvoiceFact;
  invoiceLine: InvoiceLineFact;
  punch: PunchFact;
  leaseLine: LeaseLineFact;
}
export type FactType = keyof FactTypes;

/** A fact's own fields, without where it came from. */
export type FactValues<T extends FactType> = Omit<FactTypes[T], "source">;

/** The kind of document each type of fact is read from. */
export const KIND_OF_FACT = {
  station: "stations",
  rate: "rate card",
  person: "staff roster",
  leaseTerm: "lease schedule",
  dayTally: "route summary",
  route: "service details",
  packageCount: "delivered packages",
  training: "training",
  delay: "unplanned delay",
  invoice: "variable invoice",
  invoiceLine: "variable invoice",
  punch: "timecard",
  leaseLine: "lease invoice",
} as const satisfies Record<FactType, DocumentKind>;

/** Every type of fact. */
export const FACT_TYPES = Object.keys(KIND_OF_FACT) as FactType[];

/** The cells of a source as texts by column title (all of them, or those named). Titles that repeat keep the first. */
export function cellsOf(source: Pick<Source, "columns" | "cells">, names?: readonly string[]): Record<string, string> {
  const stored = JSON.parse(source.cells) as readonly string[] | Record<string, string>;
  const pairs = Array.isArray(stored)
    ? source.columns.map((column, index): [string, string] => [column, String(stored[index] ?? "")])
    : Object.entries(stored as Record<string, string>);
  const cells: Record<string, string> = {};
  for (const [title, text] of pairs) {
    if (!Object.hasOwn(cells, title) && (names === undefined || names.includes(title))) cells[title] = text;
  }
  return cells;
}
