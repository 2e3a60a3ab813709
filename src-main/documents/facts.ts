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
  /** The file's own time (ISO instant), which orders versions of one document; left out where versions do not matter. */
  readonly asOf?: string;
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

/** The terms of one van's lease. The van is ours from `onLease` to `offLease`, both days included; the day of return may be free of rent. */
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
  /** The odometer reading up to which the warranty holds, whatever the date. Null where the contract names none. */
  warrantyMiles: number | null;
  /** Two letters as written, "" where the schedule says nothing. */
  registeredState: string;
  plate: string;
  /** Whether the day of `offLease` is billed: the contract's period ends with it, or the day before. */
  returnDayBilled: boolean;
}

/** What a lessor agreed to charge for a rental by the day, the week and the month, for one van, a class of vans, or all of its vans. */
export interface RentalRateFact extends Sourced {
  provider: string;
  /** "" where it holds whatever the contract. */
  contract: string;
  /** "" where it holds for more than one van. */
  vin: string;
  /** `Cargo Van`, as the agreement calls it; "" where it holds for any class. */
  vanClass: string;
  dayCents: Cents | null;
  weekCents: Cents | null;
  monthCents: Cents | null;
  /** How many days a month of the agreement has; null where it does not say. */
  monthDays: number | null;
  effectiveFrom: IsoDate;
  /** Last day the rates hold, null while they still do. */
  effectiveTo: IsoDate | null;
}

/** Words of a lessor's that mean one charge. */
export interface ChargeWordFact extends Sourced {
  words: string;
  /** RENT, PRORATE, MGMT_FEE, ... (section 5 of the documents page). */
  chargeCode: string;
  /** "" where every lessor means the same by them. */
  provider: string;
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

/** How an invoice was read: line by line with rates and quantities, or from the export that has amounts only. */
export const INVOICE_FORMS = ["detail", "export"] as const;
export type InvoiceForm = (typeof INVOICE_FORMS)[number];

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
  form: InvoiceForm;
  /** Three letters, `USD` where the invoice names none. */
  currency: string;
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
  form: InvoiceForm;
  /** As the export writes it; empty in a detailed invoice. */
  paymentType: string;
}

/** One line of the monthly fleet invoice. Weekly high counts carry a quantity and no money. */
export interface FleetLineFact extends Sourced {
  station: string;
  invoiceNumber: string;
  /** `prepayment`, `reconciliation`, `weekly high counts` or as written, in lower case. */
  section: string;
  /** The week's Sunday of a weekly count, else null. */
  date: IsoDate | null;
  periodStart: IsoDate;
  periodEnd: IsoDate;
  /** Van type, or what is counted (`Authorized Fleet Size`). */
  description: string;
  rate: Rate | null;
  quantity: Quantity | null;
  amountCents: Cents | null;
}

/** The tier the station's scorecard gave it for a week. */
export const TIERS = ["Fantastic Plus", "Fantastic", "Great", "Fair", "Poor"] as const;
export type Tier = (typeof TIERS)[number];
export interface TierFact extends Sourced {
  /** The week's Sunday. */
  week: IsoDate;
  station: string;
  tier: Tier;
}

/** One associate on a weekly scorecard. */
export interface ScorecardFact extends Sourced {
  week: IsoDate;
  /** Null where the file names none. */
  station: string | null;
  associate: string;
  transporterId: string;
  /** As written: `Fantastic Plus`, `Great`, ... */
  standing: string;
  delivered: number | null;
}

/** One associate on a weekly concessions report. */
export interface ConcessionFact extends Sourced {
  week: IsoDate;
  station: string | null;
  associate: string;
  associateId: string;
  delivered: number;
  /** Packages marked delivered that the customer did not receive. */
  notReceived: number;
}

/** A payment of Amazon's towards one invoice, from the remittance. */
export interface PaymentFact extends Sourced {
  paidOn: IsoDate;
  paymentNumber: string;
  invoiceNumber: string;
  amountCents: Cents;
}

/** One line of the bank's statement. */
export interface BankLineFact extends Sourced {
  date: IsoDate;
  description: string;
  /** Money in is positive. */
  amountCents: Cents;
}

/** A van as Amazon's vehicle list has it. */
export interface VehicleFact extends Sourced {
  vin: string;
  name: string;
  plate: string;
  make: string;
  model: string;
  subModel: string;
  year: string;
  /** The kind of van, as Amazon calls it. */
  type: string;
  serviceType: string;
  serviceTier: string;
  status: string;
  /** Why it has that status. */
  statusReason: string;
  /** `OPERATIONAL`, `GROUNDED`, ... */
  operationalStatus: string;
  provider: string;
  registrationType: string;
  /** `AMAZON_OWNED`, `AMAZON_LEASED`, `AMAZON_RENTAL`, `RENTAL`, `LEASE`, `SELF_OWNED`. */
  ownershipType: string;
  ownershipStart: IsoDate | null;
  ownershipEnd: IsoDate | null;
  registrationExpires: IsoDate | null;
  registeredState: string;
  /** Null where the list leaves it out. */
  station: string | null;
}

/** One driver in one van on one day, from the itineraries. */
export interface ItineraryFact extends Sourced {
  date: IsoDate;
  station: string | null;
  transporterId: string;
  driver: string;
  dspCode: string;
  /** Several routes of one row are joined by `|`, without spaces. */
  routeCodes: string;
  progress: string;
  serviceType: string;
  vin: string;
  stops: number | null;
  stopsComplete: number | null;
  packages: number | null;
  signIn: WallTime | null;
  signOut: WallTime | null;
}

/** What the office calls an invoice's description. */
export interface AliasFact extends Sourced {
  description: string;
  serviceType: string;
}

/** A route cancelled late, as the office wrote it down. */
export interface CancellationFact extends Sourced {
  date: IsoDate;
  station: string;
  serviceType: string;
  cancelledBy: string;
  time: WallTime | null;
  note: string;
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
  /** Where the timecard says it was worked; null where it names no station. */
  station: string | null;
  /** Hourly pay as the timecard prints it. */
  rate: Rate | null;
  /** Minutes taken off for a break without punches; null where the timecard says nothing of it. */
  deductedMinutes: number | null;
}

/** A punch that was added, changed or deleted by hand. */
export interface PunchEditFact extends Sourced {
  employeeId: string;
  lastName: string;
  firstName: string;
  station: string | null;
  date: IsoDate;
  time: WallTime | null;
  /** As written: `ID` in for the day, `OL` out to lunch, `IL` in from lunch, `OD` out for the day. */
  punchType: string;
  deleted: boolean;
  modifiedAt: WallTime | null;
  modifiedBy: string;
}

/** What sort of pay a line of a register is. */
export const PAY_CATEGORIES = [
  "regular",
  "overtime",
  "double time",
  "bonus",
  "premium",
  "time off",
  "holiday",
  "gross",
  "other",
] as const;
export type PayCategory = (typeof PAY_CATEGORIES)[number];

/** What one person was paid of one sort of pay in one period: a payroll register or the file that was sent to payroll. */
export interface PayLineFact extends Sourced {
  /** The program it came from. */
  system: string;
  companyCode: string;
  employeeId: string;
  /** As written, empty where the file has ids only. */
  name: string;
  department: string;
  periodStart: IsoDate;
  /** Last day of the period, included. */
  periodEnd: IsoDate;
  /** The program's own code or column title. */
  payCode: string;
  category: PayCategory;
  /** In hundredths. */
  hours: number | null;
  rate: Rate | null;
  amountCents: Cents | null;
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

/** A sum that a lessor's invoice prints: of the whole invoice, or of one section of its lines. */
export interface LeaseInvoiceFact extends Sourced {
  provider: string;
  invoiceNumber: string;
  issuedOn: IsoDate;
  dueOn: IsoDate | null;
  /** The day its latest line begins: with the lines of that month it is checked. */
  serviceFrom: IsoDate;
  periodStart: IsoDate;
  /** Last day billed, included. */
  periodEnd: IsoDate;
  /** "" for the invoice itself, else what the sum is called. */
  section: string;
  /** How many of the invoice's lines on its sheet it sums up: a section's stand right above it, the invoice's are all of them. */
  lines: number;
  /** Before tax. Null where it is not printed, as are the others. */
  subtotalCents: Cents | null;
  taxCents: Cents | null;
  totalCents: Cents | null;
  /** Rows of the document that could not be read: what is printed then cannot be held against its lines. */
  unreadRows: number;
  /** Three letters, `USD` where the invoice names none. */
  currency: string;
}

/** Every type of fact by the name the store, the checks and the interpreters share. */
export interface FactTypes {
  station: StationFact;
  rate: RateFact;
  person: PersonFact;
  leaseTerm: LeaseTermFact;
  rentalRate: RentalRateFact;
  dayTally: DayTallyFact;
  route: RouteFact;
  packageCount: PackageCountFact;
  training: TrainingFact;
  delay: DelayFact;
  invoice: InvoiceFact;
  invoiceLine: InvoiceLineFact;
  incentiveInvoice: InvoiceFact;
  incentiveLine: InvoiceLineFact;
  fleetInvoice: InvoiceFact;
  fleetLine: FleetLineFact;
  tier: TierFact;
  scorecard: ScorecardFact;
  concession: ConcessionFact;
  payment: PaymentFact;
  bankLine: BankLineFact;
  vehicle: VehicleFact;
  itinerary: ItineraryFact;
  alias: AliasFact;
  chargeWord: ChargeWordFact;
  cancellation: CancellationFact;
  punch: PunchFact;
  punchEdit: PunchEditFact;
  payLine: PayLineFact;
  leaseLine: LeaseLineFact;
  leaseInvoice: LeaseInvoiceFact;
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
  rentalRate: "rental rates",
  dayTally: "route summary",
  route: "service details",
  packageCount: "delivered packages",
  training: "training",
  delay: "unplanned delay",
  invoice: "variable invoice",
  invoiceLine: "variable invoice",
  incentiveInvoice: "incentive invoice",
  incentiveLine: "incentive invoice",
  fleetInvoice: "fleet invoice",
  fleetLine: "fleet invoice",
  tier: "scorecard tier",
  scorecard: "scorecard",
  concession: "concessions",
  payment: "payments",
  bankLine: "bank statement",
  vehicle: "vehicles",
  itinerary: "itineraries",
  alias: "service aliases",
  chargeWord: "charge words",
  cancellation: "cancellations",
  punch: "timecard",
  punchEdit: "timecard",
  payLine: "payroll register",
  leaseLine: "lease invoice",
  leaseInvoice: "lease invoice",
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
