/** The ledger's tables that are put together of several: heads of invoices from everybody, payments, and who is named where. */
import { sql } from "kysely";
import type { LedgerRef } from "#shared/contract/ledger.ts";
import type { IsoDate } from "#shared/week.ts";
import type { FactTypes } from "../documents/facts.ts";
import { loadFacts } from "./facts.ts";
import { type LedgerAsk, pageOf, type StoredPage } from "./ledger.ts";
import type { ReadHandle, WriteHandle } from "./schema.ts";

/** The head of an invoice; of a lessor's, what its lines come to. */
export interface StoredHead {
  readonly type: LedgerRef["type"];
  readonly id: number;
  readonly station: string | null;
  readonly provider: string | null;
  readonly invoiceNumber: string;
  readonly invoiceType: string;
  readonly issuedOn: IsoDate;
  readonly periodStart: IsoDate;
  readonly periodEnd: IsoDate;
  readonly status: string;
  readonly dueOn: IsoDate | null;
  readonly disputeCloses: IsoDate | null;
  readonly totalCents: number | null;
}

/** The printed total; an export prints none, but lists every line. */
const TOTAL = sql`case when h."totalCents" is not null or h."form" = 'detail' then h."totalCents" else (
  select sum(l."amountCents") from "invoiceLine" l where l."current" = 1 and l."form" = 'export'
    and l."station" = h."station" and l."invoiceNumber" = h."invoiceNumber") end`;

/** The heads of one of Amazon's tables. An export is left out where the invoice itself is there. */
function amazonHeads(type: "invoice" | "incentiveInvoice" | "fleetInvoice") {
  return sql`
    select ${sql.lit(type)} as "type", h."id", h."station", null as "provider", h."invoiceNumber", h."invoiceType", h."issuedOn",
      h."periodStart", h."periodEnd", h."status", null as "dueOn", h."disputeCloses", ${type === "invoice" ? TOTAL : sql`h."totalCents"`} as "totalCents"
    from ${sql.table(type)} h
    where h."current" = 1 and (h."form" = 'detail' or not exists (
      select 1 from ${sql.table(type)} o where o."current" = 1 and o."form" = 'detail' and o."station" = h."station"
        and upper(trim(o."invoiceNumber")) = upper(trim(h."invoiceNumber"))))`;
}

/** A page of the heads of all invoices, Amazon's and the lessors', those issued last first. */
export async function ledgerHeads(db: ReadHandle, ask: LedgerAsk): Promise<StoredPage<StoredHead>> {
  const heads = sql`(
    ${amazonHeads("invoice")} union all ${amazonHeads("incentiveInvoice")} union all ${amazonHeads("fleetInvoice")}
    union all
    select 'leaseLine', min("id"), null, "provider", "invoiceNumber", 'Lease', min("issuedOn"), min("serviceFrom"), max("serviceTo"),
      '', min("dueOn"), null, sum("totalCents")
    from "leaseLine" where "current" = 1 group by "provider", "invoiceNumber")`;
  const searched = ["invoiceNumber", "invoiceType", "provider", "status"];
  const reading = { from: "periodStart", to: "periodEnd", station: "station", searched };
  const order = [sql`"issuedOn" desc`, sql`"station" is null`, sql.ref("station"), sql.ref("invoiceNumber")];
  return pageOf(db, heads, reading, order, ask);
}

/** A payment of Amazon's, or a line of the bank's statement. */
export interface StoredPayment {
  readonly type: "payment" | "bankLine";
  readonly id: number;
  readonly date: IsoDate;
  readonly paymentNumber: string;
  readonly invoiceNumber: string;
  readonly description: string;
  readonly amountCents: number;
}

/** A page of what was paid, the latest first. Neither remittances nor the bank name a station. */
export async function ledgerPayments(db: ReadHandle, ask: LedgerAsk): Promise<StoredPage<StoredPayment>> {
  const payments = sql`(
    select 'payment' as "type", "id", "paidOn" as "date", "paymentNumber", "invoiceNumber", '' as "description", "amountCents"
    from "payment" where "current" = 1
    union all
    select 'bankLine', "id", "date", '', '', "description", "amountCents" from "bankLine" where "current" = 1)`;
  const searched = ["paymentNumber", "invoiceNumber", "description"];
  const reading = { from: "date", to: "date", station: null, searched };
  const order = [sql`"date" desc`, sql`"type" desc`, sql.ref("paymentNumber"), sql.ref("invoiceNumber"), sql.ref("id")];
  return pageOf(db, payments, reading, order, ask);
}

/** A writing of somebody in some documents: by name on routes, by payroll id and name on timecards. */
export interface Writing {
  readonly type: "route" | "punch";
  /** One of the rows it stands in. */
  readonly id: number;
  readonly companyCode: string;
  readonly employeeId: string;
  readonly lastName: string;
  readonly firstName: string;
  /** `Last, First` on a timecard, as written on a route. */
  readonly name: string;
  readonly station: string | null;
  readonly lastDay: IsoDate;
}

/** Everybody whom routes and timecards name, each writing once, with the last day of it. */
export async function writingsOfPeople(db: ReadHandle): Promise<Writing[]> {
  const { rows } = await sql<Writing>`
    select 'route' as "type", min("id") as "id", '' as "companyCode", '' as "employeeId", '' as "lastName", '' as "firstName",
      "associate" as "name", max("station") as "station", max("date") as "lastDay"
    from "route" where "current" = 1 and trim("associate") <> '' group by "associate"
    union all
    select 'punch', min("id"), "companyCode", "employeeId", "lastName", "firstName", "lastName" || ', ' || "firstName", max("station"),
      max("date")
    from "punch" where "current" = 1 group by "companyCode", "employeeId", "lastName", "firstName"
    order by "name"`.execute(db as WriteHandle);
  return rows;
}

/** The people of the roster, each with the id of its row. */
export async function peopleOfRoster(
  db: ReadHandle,
): Promise<{ readonly id: number; readonly person: FactTypes["person"] }[]> {
  const ids = await db.selectFrom("person").select("id").where("current", "=", 1).orderBy("id").execute();
  const { person } = await loadFacts(db, ["person"], { from: "0000-01-01", to: "9999-12-31" });
  // The facts come in the order of their ids as well.
  return person.flatMap((each, index) => {
    const row = ids[index];
    return row === undefined ? [] : [{ id: row.id, person: each }];
  });
}
