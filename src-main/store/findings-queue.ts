/** The queue of findings: stretches of it in order, and what it gathers to. */
import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { GroupBy, QueueSort } from "#shared/contract/review.ts";
import type { FindingFilter } from "#shared/contract/schemas.ts";
import { type QueueColumns, queued } from "./findings-filter.ts";
import type { ReadHandle } from "./schema.ts";

const SORT_COLUMNS: Record<QueueSort, keyof QueueColumns> = {
  amount: "amountCents",
  deadline: "deadline",
  period: "period",
  code: "code",
  station: "station",
  status: "status",
  subject: "subjectLabel",
  assignee: "assignee",
};

const SHOWN = [
  "id",
  "code",
  "station",
  "period",
  "subjectLabel",
  "direction",
  "amountCents",
  "estimated",
  "status",
  "deadline",
  "reopened",
  "assignee",
] as const satisfies (keyof QueueColumns)[];

const COUNT = sql<number>`count(*)`;
/** What can be claimed of some findings, in cents. */
const CLAIMABLE = sql<number>`coalesce(sum(case when "direction" in ('owed', 'overcharged') then "amountCents" end), 0)`;

/** What is asked of the queue. */
export interface QueueQuery {
  readonly filter: FindingFilter;
  readonly sort: QueueSort;
  readonly descending: boolean;
  readonly offset: number;
  readonly limit: number;
}

/** How many findings a filter matches, and what can be claimed of them, in cents. */
export async function queueTotals(db: ReadHandle, filter: FindingFilter) {
  return queued(db, filter)
    .select([COUNT.as("total"), CLAIMABLE.as("totalCents")])
    .executeTakeFirstOrThrow();
}

/** Rows without a value come last either way; ties go by id, so that the order is the same every time. */
function inOrder({ sort, descending }: QueueQuery) {
  return sql`${sql.ref(SORT_COLUMNS[sort])} ${sql.raw(descending ? "desc" : "asc")} nulls last, "id"`;
}

/** The numbers of the findings of a stretch, in order. */
export async function queueStretch(db: ReadHandle, query: QueueQuery): Promise<number[]> {
  const { filter, limit, offset } = query;
  const rows = await queued(db, filter).select("number").orderBy(inOrder(query)).limit(limit).offset(offset).execute();
  return rows.map(({ number }) => number);
}

/** The numbers of all findings of a filter, in order, with what they come to: one scan says both. */
export async function queueOrder(db: ReadHandle, query: QueueQuery) {
  // As one text: a hundred thousand rows would cost several times as much.
  const { numbers, ...totals } = await queued(db, query.filter)
    .select([
      COUNT.as("total"),
      CLAIMABLE.as("totalCents"),
      sql<string>`json_group_array("number" order by ${inOrder(query)})`.as("numbers"),
    ])
    .executeTakeFirstOrThrow();
  return { totals, order: Int32Array.from(JSON.parse(numbers) as number[]) };
}

/** What the queue shows of the findings of some numbers, in the order of the numbers. */
export async function queueRows(db: ReadHandle, numbers: readonly number[]) {
  const rows = await db
    .selectFrom("finding")
    .select([...SHOWN, "number", claimOf.as("claim")])
    .where(sql<SqlBool>`"number" in (select "value" from json_each(${JSON.stringify(numbers)}))`)
    .execute();
  const known = new Map(rows.map(({ number, ...row }) => [number, row]));
  return numbers.flatMap((number) => known.get(number) ?? []);
}

/** Changes whenever another connection has changed the data. */
export async function dataVersion(db: ReadHandle): Promise<number> {
  const { rows } = await sql<{ data_version: number }>`pragma data_version`.execute(db);
  return rows[0]?.data_version ?? 0;
}

/** The claim a finding is in, null where in none. */
const claimOf = sql<
  number | null
>`(select "claimNumber" from "claimItem" where "claimItem"."findingId" = "finding"."id")`;

const GROUP_KEYS: Record<GroupBy, RawBuilder<string>> = {
  code: sql`"code"`,
  family: sql`substr("code", 1, 1)`,
  station: sql`coalesce("station", '')`,
  period: sql`"period"`,
  direction: sql`"direction"`,
  status: sql`"status"`,
  counterparty: sql`coalesce("counterparty", '')`,
  invoice: sql`coalesce("invoiceNumber", '')`,
  assignee: sql`coalesce("assignee", '')`,
};

/** The findings of a filter gathered by what they share ("" where it is absent), the most claimable money first. */
export async function groupFindings(db: ReadHandle, filter: FindingFilter, by: GroupBy) {
  const key = GROUP_KEYS[by];
  return queued(db, filter)
    .select([
      key.as("key"),
      COUNT.as("count"),
      sql<number>`sum("status" = 'open')`.as("open"),
      CLAIMABLE.as("claimableCents"),
    ])
    .groupBy(key)
    .orderBy("claimableCents", "desc")
    .orderBy("count", "desc")
    .orderBy("key")
    .execute();
}
