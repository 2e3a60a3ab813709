/** Reading what is stored, row by row, as far as it counts: pages of a table, and where a row stands. Nothing is changed. */
import { type RawBuilder, sql } from "kysely";
import type { LedgerRef } from "#shared/contract/ledger.ts";
import type { IsoDate } from "#shared/week.ts";
import type { FactType } from "../documents/facts.ts";
import type { FactTable, ReadHandle, WriteHandle } from "./schema.ts";

/** Which rows. Days are inclusive; null and an empty search do not narrow. */
export interface LedgerAsk {
  readonly station: string | null;
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  readonly search: string;
  readonly offset: number;
  readonly limit: number;
  /** Payroll ids that belong to the station, where a row names none itself. */
  readonly employees?: readonly string[];
}

/** A stretch of a table; `total` matches what was asked, `stored` says whether there is any row at all. */
export interface StoredPage<T> {
  readonly total: number;
  readonly stored: boolean;
  readonly rows: readonly T[];
}

/** How a table is narrowed and ordered. */
interface Reading {
  /** First and last day of a row; one and the same for what happens on a day. */
  readonly from: string;
  readonly to: string;
  readonly station: string | null;
  readonly searched: readonly string[];
  /** After the day, the latest first. */
  readonly order: readonly string[];
}

const READINGS = {
  route: {
    from: "day",
    to: "day",
    station: "station",
    searched: ["associate", "routeCode", "serviceType"],
    order: ["station", "routeCode"],
  },
  punch: {
    from: "day",
    to: "day",
    station: "station",
    searched: ["employeeId", "lastName", "firstName", "payCode"],
    order: ["lastName", "firstName", "in"],
  },
  leaseLine: {
    from: "serviceFrom",
    to: "serviceTo",
    station: null,
    searched: ["vin", "unit", "invoiceNumber", "provider", "description"],
    order: ["provider", "invoiceNumber"],
  },
} as const satisfies Partial<Record<FactType, Reading>>;

/** Tables that are read as they are stored. */
export type ReadTable = keyof typeof READINGS;

/** A page of a table, the latest day first. */
export async function ledgerFacts<T extends ReadTable>(
  db: ReadHandle,
  type: T,
  ask: LedgerAsk,
): Promise<StoredPage<FactTable<T> & { id: number }>> {
  const reading: Reading = READINGS[type];
  const order = [sql`${sql.ref(reading.from)} desc`, ...reading.order.map((name) => sql.ref(name)), sql.ref("id")];
  return pageOf(db, sql`(select * from ${sql.table(type)} where "current" = 1)`, reading, order, ask);
}

/** A page of any rows, narrowed and ordered; `from` is a table or a query in parentheses. */
export async function pageOf<R>(
  db: ReadHandle,
  from: RawBuilder<unknown>,
  reading: Pick<Reading, "from" | "to" | "station" | "searched">,
  order: readonly RawBuilder<unknown>[],
  ask: LedgerAsk,
): Promise<StoredPage<R>> {
  const matching = sql`from ${from} where ${sql.join(conditions(reading, ask), sql` and `)}`;
  const [counted] = (await sql<{ n: number }>`select count(*) as "n" ${matching}`.execute(db as WriteHandle)).rows;
  const { rows } = await sql<R>`
    select * ${matching} order by ${sql.join(order)} limit ${ask.limit} offset ${ask.offset}`.execute(
    db as WriteHandle,
  );
  const total = counted?.n ?? 0;
  const any = total > 0 ? rows : (await sql`select 1 from ${from} limit 1`.execute(db as WriteHandle)).rows;
  return { total, stored: any.length > 0 || total > 0, rows };
}

function conditions(
  reading: Pick<Reading, "from" | "to" | "station" | "searched">,
  { station, from, to, search, employees }: LedgerAsk,
): RawBuilder<unknown>[] {
  const all: RawBuilder<unknown>[] = [sql`1 = 1`];
  if (station !== null && reading.station !== null) {
    const own = sql`${sql.ref(reading.station)} = ${station}`;
    all.push(
      employees === undefined || employees.length === 0
        ? own
        : sql`(${own} or (${sql.ref(reading.station)} is null and "employeeId" in (${sql.join(employees)})))`,
    );
  }
  if (from !== null) all.push(sql`${sql.ref(reading.to)} >= ${from}`);
  if (to !== null) all.push(sql`${sql.ref(reading.from)} <= ${to}`);
  // Every word must be found, in whatever column: a name is written in two.
  for (const word of search.split(/\s+/).filter(Boolean)) {
    const pattern = `%${word.replace(/[\\%_]/g, "\\$&")}%`;
    const columns = reading.searched.map((name) => sql`${sql.ref(name)} like ${pattern} escape '\\'`);
    all.push(sql`(${sql.join(columns, sql` or `)})`);
  }
  return all;
}

/** Where a row stands: its document, sheet and row, its cells as stored, and its own values. Undefined when it is gone. */
export async function ledgerPlace(db: ReadHandle, { type, id }: LedgerRef) {
  const { rows } = await sql<{
    documentId: number;
    document: string;
    sheet: string | null;
    columns: string;
    row: number;
    cells: string;
  }>`
    select d."id" as "documentId", d."name" as "document", s."sheet", s."columns", f."row", f."cells"
    from ${sql.table(type)} f
    join "documentSheet" s on s."id" = f."sheetId" join "document" d on d."id" = s."documentId"
    where f."id" = ${id}`.execute(db as WriteHandle);
  return rows[0];
}
