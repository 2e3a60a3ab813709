/** The ledger: what is stored, in pages of one table, and where each row stands in its document. */
import type { LedgerPage, LedgerQuery, LedgerRef, LedgerRow, LedgerSource } from "#shared/contract/ledger.ts";
import type { IsoDate } from "#shared/week.ts";
import { daysLeft, disputeDeadline } from "../claims/deadlines.ts";
import type { PersonFact } from "../documents/facts.ts";
import { cellsOf } from "../documents/facts.ts";
import { displayName } from "../matching/people.ts";
import { type LedgerAsk, ledgerFacts, ledgerPlace, type StoredPage } from "../store/ledger.ts";
import { ledgerHeads, ledgerPayments, type StoredHead } from "../store/ledger-lists.ts";
import type { ReadHandle } from "../store/schema.ts";
import { notFound } from "./errors.ts";
import { employeesAt, peopleRows, readRoster } from "./ledger-people.ts";

/** A page of a table. `today` says how long an invoice can still be disputed. */
export async function ledgerRows(db: ReadHandle, { table, ...ask }: LedgerQuery, today: IsoDate): Promise<LedgerPage> {
  switch (table) {
    case "invoices":
      return shown(await ledgerHeads(db, ask), (head) => invoiceRow(head, today));
    case "routes":
      return routesPage(db, ask);
    case "timecards":
      return timecardsPage(db, ask);
    case "leaseLines":
      return shown(await ledgerFacts(db, "leaseLine", ask), (row) => ({
        table: "leaseLines",
        ref: { type: "leaseLine", id: row.id },
        about: row.vin,
        provider: row.provider,
        invoiceNumber: row.invoiceNumber,
        serviceFrom: row.serviceFrom,
        serviceTo: row.serviceTo,
        unit: row.unit,
        vin: row.vin,
        chargeCode: row.chargeCode,
        description: row.description,
        totalCents: row.totalCents,
      }));
    case "people":
      return peoplePage(db, ask);
    case "payments":
      return shown(await ledgerPayments(db, ask), ({ type, id, ...row }) => ({
        table: "payments",
        ref: { type, id },
        about: row.invoiceNumber,
        sort: type === "payment" ? "remittance" : "bank",
        ...row,
      }));
  }
}

/** Where a row stands. Throws NOT_FOUND when its document was taken back. */
export async function ledgerSource(db: ReadHandle, ref: LedgerRef): Promise<LedgerSource> {
  const place = await ledgerPlace(db, ref);
  if (!place) throw notFound("The document of this row was taken back.");
  const { documentId, document, sheet, row } = place;
  const titles = JSON.parse(place.columns) as string[];
  const cells = cellsOf({ columns: titles, cells: place.cells });
  return { documentId, document, sheet, row, titles, cells };
}

function shown<T>({ total, stored, rows }: StoredPage<T>, asRow: (row: T) => LedgerRow): LedgerPage {
  return { total, stored, rows: rows.map(asRow) };
}

function invoiceRow({ type, id, invoiceType, ...head }: StoredHead, today: IsoDate): LedgerRow {
  const disputeCloses = head.provider === null ? disputeDeadline(head) : null;
  return {
    table: "invoices",
    ref: { type, id },
    about: head.invoiceNumber,
    type: invoiceType,
    ...head,
    disputeCloses,
    daysLeft: disputeCloses === null ? null : daysLeft(disputeCloses, today),
  };
}

async function routesPage(db: ReadHandle, ask: LedgerAsk): Promise<LedgerPage> {
  const roster = await readRoster(db);
  return shown(await ledgerFacts(db, "route", ask), (row) => ({
    table: "routes",
    ref: { type: "route", id: row.id },
    about: nameOf(roster.onRoute(row.associate), row.associate),
    date: row.date,
    station: row.station,
    routeCode: row.routeCode,
    associate: row.associate,
    serviceType: row.serviceType,
    blockMinutes: row.blockMinutes,
    logIn: row.logIn,
    logOut: row.logOut,
    delivered: row.delivered,
    returned: row.returned,
    excluded: row.excluded === 1,
  }));
}

/** A timecard that names no station belongs to that of its person. */
async function timecardsPage(db: ReadHandle, ask: LedgerAsk): Promise<LedgerPage> {
  const roster = await readRoster(db);
  const employees = ask.station === null ? [] : await employeesAt(db, roster, ask.station);
  return shown(await ledgerFacts(db, "punch", { ...ask, employees }), (row) => {
    const person = roster.onTimecard(row);
    const name = displayName(`${row.lastName}, ${row.firstName}`);
    return {
      table: "timecards",
      ref: { type: "punch", id: row.id },
      about: nameOf(person, name),
      date: row.date,
      station: row.station ?? person?.station ?? null,
      employeeId: row.employeeId,
      name,
      in: row.in,
      out: row.out,
      outPunchType: row.outPunchType,
      hours: row.hours,
      payCode: row.payCode,
    };
  });
}

/** A person as findings name them: by the roster, else as written. */
function nameOf(person: PersonFact | null, written: string): string {
  return displayName(person?.name ?? written);
}

/** A roster is short: it is matched whole, then narrowed. The roster holds for no particular days. */
async function peoplePage(db: ReadHandle, { station, search, offset, limit }: LedgerAsk): Promise<LedgerPage> {
  const all = await peopleRows(db);
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const rows = all.filter((row) => {
    const text = [row.name, row.employeeId, row.transporterId, row.department, ...row.writtenAs].join("\n");
    return (
      (station === null || row.station === null || row.station === station) &&
      words.every((word) => text.toLowerCase().includes(word))
    );
  });
  return { total: rows.length, stored: all.length > 0, rows: rows.slice(offset, offset + limit) };
}
