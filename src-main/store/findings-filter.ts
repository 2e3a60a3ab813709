/** Which findings a filter means. */
import { type Expression, type Selectable, type SqlBool, sql } from "kysely";
import { CATALOGUE } from "#shared/catalogue.ts";
import type { FindingFilter } from "#shared/contract/schemas.ts";
import type { ReadHandle, Schema } from "./schema.ts";

/** Columns that may be empty, which a filter asks for with "". */
const MAY_BE_EMPTY = ["station", "counterparty", "invoiceNumber", "assignee"] as const;

/** All findings of a filter as a query to go on with. Without a status, cleared findings are left out. */
export function matching(db: ReadHandle, filter: FindingFilter) {
  return db.selectFrom("finding").where(conditions(filter));
}

/** The columns of a finding that the queue is made of: those of one index, which is read in place of the wide rows. */
export type QueueColumns = Omit<
  Selectable<Schema["finding"]>,
  "subject" | "sentence" | "formula" | "sides" | "notes" | "explains" | "evidence"
>;

/**
 * The same as it stands in the index of the queue: a scan of it costs a tenth of one of the table. SQLite has to be told: it knows nothing of
 * how wide the rows are.
 */
export function queued(db: ReadHandle, filter: FindingFilter) {
  const index = sql<QueueColumns>`(select * from "finding" indexed by "finding_queue")`;
  return db.selectFrom(index.as("finding")).where(conditions(filter));
}

function conditions(filter: FindingFilter): Expression<SqlBool> {
  const { code, family, period, direction, withAmount, claimed } = filter;
  const search = filter.search?.trim();
  const all = [
    filter.status ? among("status", filter.status) : sql<SqlBool>`"status" <> 'cleared'`,
    ...(code ? [sql<SqlBool>`"code" = ${code}`] : []),
    ...(family ? [sql<SqlBool>`substr("code", 1, 1) = ${family}`] : []),
    ...(period ? [sql<SqlBool>`"period" = ${period}`] : []),
    ...(direction ? [among("direction", direction)] : []),
    ...(withAmount ? [sql<SqlBool>`"amountCents" is not null`] : []),
    ...MAY_BE_EMPTY.flatMap((column) => {
      const value = filter[column];
      return value === undefined ? [] : [sql<SqlBool>`${sql.ref(column)} is ${value === "" ? null : value}`];
    }),
    ...(claimed === undefined ? [] : [claimed ? IN_CLAIM : sql<SqlBool>`not ${IN_CLAIM}`]),
    ...(search ? [contains(search)] : []),
  ];
  return sql<SqlBool>`${sql.join(all, sql` and `)}`;
}

const IN_CLAIM = sql<SqlBool>`exists (select 1 from "claimItem" where "claimItem"."findingId" = "finding"."id")`;

function among(column: string, values: readonly string[]): Expression<SqlBool> {
  return values.length === 0 ? sql<SqlBool>`0` : sql<SqlBool>`${sql.ref(column)} in (${sql.join(values)})`;
}

/** Shorter texts are looked for in what things are called only. */
const SHORTEST = 3;

/**
 * Whether a finding speaks of a text: in its check's code or title, its subject, its invoice or its sentence, as a part of a word too. The
 * text is taken as it stands: `%`, `*`, quotes and NEAR are only characters. One or two of them are looked for in code, subject and invoice.
 */
function contains(search: string): Expression<SqlBool> {
  // No text that is stored holds a NUL, and SQLite would read no further.
  const text = search.replaceAll("\0", "\uFFFD");
  const titled = Object.entries(CATALOGUE)
    .filter(([, { title }]) => title.toLowerCase().includes(text.toLowerCase()))
    .map(([code]) => code);
  const named = [...text].length < SHORTEST ? short(text) : indexed(text);
  return sql<SqlBool>`(${named} or ${among("code", titled)})`;
}

function short(text: string): Expression<SqlBool> {
  const pattern = `%${text.replace(/[\\%_]/g, "\\$&")}%`;
  const columns = ["code", "subjectLabel", "invoiceNumber"].map(
    (column) => sql`coalesce(${sql.ref(column)}, '') like ${pattern} escape '\\'`,
  );
  return sql<SqlBool>`(${sql.join(columns, sql` or `)})`;
}

/** A text in quotes is looked for as it stands, whatever it holds. */
function indexed(text: string): Expression<SqlBool> {
  const phrase = `"${text.replaceAll('"', '""')}"`;
  return sql<SqlBool>`"number" in (select "rowid" from "findingSearch" where "findingSearch" match ${phrase})`;
}
