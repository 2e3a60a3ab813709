/** The shapes of the ledger: what is stored, readable row by row. Strict in both directions: an unknown key is an error. */
import { z } from "zod";
import { isoDate } from "./schemas.ts";

const cents = z.int();
const count = z.int().nonnegative();
/** A wall-clock reading, `YYYY-MM-DDTHH:MM`. */
const wallTime = z.string();

/** The tables that are read in pages. `leaseLines` are the lines of the lessors' invoices. */
export const LEDGER_TABLES = ["invoices", "routes", "timecards", "leaseLines", "people", "payments"] as const;
export const ledgerTable = z.enum(LEDGER_TABLES);
export type LedgerTable = z.infer<typeof ledgerTable>;

/** The stored row a line of the ledger leads to. */
export const ledgerRef = z.strictObject({
  type: z.enum([
    "invoice",
    "incentiveInvoice",
    "fleetInvoice",
    "leaseLine",
    "route",
    "punch",
    "person",
    "payment",
    "bankLine",
  ]),
  id: z.int(),
});
export type LedgerRef = z.infer<typeof ledgerRef>;

/** What every row has. */
const rowHead = {
  ref: ledgerRef,
  /** What the review queue is searched for to find what was found about it. */
  about: z.string(),
};

/** The head of an invoice of Amazon's, or what a lessor's lines of one number come to. */
const invoice = z.strictObject({
  ...rowHead,
  table: z.literal("invoices"),
  /** `Variable`, `Incentive` and so on as Amazon writes it; `Lease` for a lessor's. */
  type: z.string(),
  invoiceNumber: z.string(),
  /** Null for a lessor's, which names no station. */
  station: z.string().nullable(),
  /** The lessor; null for Amazon's. */
  provider: z.string().nullable(),
  issuedOn: isoDate,
  periodStart: isoDate,
  periodEnd: isoDate,
  /** As the invoice says, empty where it says nothing. */
  status: z.string(),
  /** Null where the invoice's total could not be read. */
  totalCents: cents.nullable(),
  /** When a lessor's is due; null where it is not said. */
  dueOn: isoDate.nullable(),
  /** Last day to dispute an invoice of Amazon's; null for a lessor's. */
  disputeCloses: isoDate.nullable(),
  /** Whole days to it, negative once it is past. */
  daysLeft: z.int().nullable(),
});

const route = z.strictObject({
  ...rowHead,
  table: z.literal("routes"),
  date: isoDate,
  station: z.string(),
  routeCode: z.string(),
  associate: z.string(),
  serviceType: z.string(),
  blockMinutes: count,
  logIn: wallTime.nullable(),
  logOut: wallTime.nullable(),
  delivered: z.int(),
  returned: z.int(),
  excluded: z.boolean(),
});

const timecard = z.strictObject({
  ...rowHead,
  table: z.literal("timecards"),
  date: isoDate,
  /** Null where the timecard names none. */
  station: z.string().nullable(),
  employeeId: z.string(),
  name: z.string(),
  in: wallTime.nullable(),
  out: wallTime.nullable(),
  outPunchType: z.string(),
  /** As printed, in hundredths of hours. */
  hours: z.int().nullable(),
  payCode: z.string(),
});

const leaseLine = z.strictObject({
  ...rowHead,
  table: z.literal("leaseLines"),
  provider: z.string(),
  invoiceNumber: z.string(),
  serviceFrom: isoDate,
  serviceTo: isoDate,
  unit: z.string(),
  vin: z.string(),
  chargeCode: z.string(),
  description: z.string(),
  totalCents: cents,
});

/** Somebody on the roster, or a writing in a document that means nobody on it. */
const person = z.strictObject({
  ...rowHead,
  table: z.literal("people"),
  /**
   * `matched`: work or time of theirs is stored. `no records`: on the roster, but no document names them. `several`: more than one person
   * could be meant. `unmatched`: nobody on the roster.
   */
  state: z.enum(["matched", "no records", "several", "unmatched"]),
  name: z.string(),
  employeeId: z.string(),
  transporterId: z.string().nullable(),
  station: z.string().nullable(),
  department: z.string(),
  /** Last day with a record; null without one. */
  lastSeen: isoDate.nullable(),
  terminationDate: isoDate.nullable(),
  /** As documents write it, with what sort of document: `ADEYEMI, ZOFIA N (timecards)`; those it could be where there are several. */
  writtenAs: z.array(z.string()),
});

const payment = z.strictObject({
  ...rowHead,
  table: z.literal("payments"),
  /** Of Amazon's towards an invoice, or a line of the bank's statement. */
  sort: z.enum(["remittance", "bank"]),
  date: isoDate,
  paymentNumber: z.string(),
  invoiceNumber: z.string(),
  description: z.string(),
  amountCents: cents,
});

export const ledgerRow = z.discriminatedUnion("table", [invoice, route, timecard, leaseLine, person, payment]);
export type LedgerRow = z.infer<typeof ledgerRow>;
export type LedgerRowOf<T extends LedgerTable> = Extract<LedgerRow, { table: T }>;

/** Which rows of which table. Days are inclusive; null does not narrow. */
export const ledgerQuery = z.strictObject({
  table: ledgerTable,
  station: z.string().nullable(),
  from: isoDate.nullable(),
  to: isoDate.nullable(),
  search: z.string().max(200),
  offset: count,
  limit: z.int().min(1).max(1000),
});
export type LedgerQuery = z.infer<typeof ledgerQuery>;

/** A stretch of a table. `stored`: whether the table has any row, whatever was asked. */
export const ledgerPage = z.strictObject({ total: count, stored: z.boolean(), rows: z.array(ledgerRow) });
export type LedgerPage = z.infer<typeof ledgerPage>;

/** Where a row stands in its document. */
export const ledgerSource = z.strictObject({
  documentId: z.int(),
  document: z.string(),
  sheet: z.string().nullable(),
  row: z.int().positive(),
  /** Titles of the row's columns. */
  titles: z.array(z.string()),
  /** The cells that name the row, by title. */
  cells: z.record(z.string(), z.string()),
});
export type LedgerSource = z.infer<typeof ledgerSource>;
