/** Findings as stored, whole: by a filter, by their id, and what is near them. */
import type { Selectable } from "kysely";
import type { CheckCode, Direction } from "#shared/catalogue.ts";
import type { FindingFilter, FindingStatus } from "#shared/contract/schemas.ts";
import type { IsoDate } from "#shared/week.ts";
import type { EvidenceRecord, Side } from "../reconcile/finding.ts";
import { matching } from "./findings-filter.ts";
import type { ReadHandle, Schema, WriteHandle } from "./schema.ts";

/** A finding as the store gives it back. */
export interface StoredFinding {
  readonly id: string;
  readonly code: CheckCode;
  readonly station: string | null;
  readonly period: string;
  readonly subject: string;
  readonly subjectLabel: string;
  readonly direction: Direction;
  readonly amountCents: number | null;
  readonly estimated: boolean;
  readonly status: FindingStatus;
  readonly reopened: boolean;
  readonly sentence: string;
  readonly formula: string;
  readonly sides: readonly Side[];
  readonly notes: readonly string[];
  readonly explains: readonly { readonly id: string; readonly code: CheckCode; readonly label: string }[];
  readonly evidence: readonly EvidenceRecord[];
  readonly deadline: IsoDate | null;
  readonly counterparty: string | null;
  readonly invoiceNumber: string | null;
  /** Who looks after it; null where nobody was named. */
  readonly assignee: string | null;
}

/** A row of the table. */
export type FindingRecord = Selectable<Schema["finding"]>;

/** The text stored in place of a station where a period belongs to the whole company. */
export const COMPANY = "";

/** A stored row as the rest of the app sees it. */
export function fromRecord(row: FindingRecord): StoredFinding {
  return {
    ...row,
    code: row.code as CheckCode,
    direction: row.direction as Direction,
    status: row.status as FindingStatus,
    estimated: row.estimated === 1,
    reopened: row.reopened === 1,
    sides: JSON.parse(row.sides) as Side[],
    notes: JSON.parse(row.notes) as string[],
    explains: JSON.parse(row.explains) as StoredFinding["explains"],
    evidence: JSON.parse(row.evidence) as EvidenceRecord[],
  };
}

/** Appends to a finding's history. */
export async function addEvent(
  db: WriteHandle,
  findingId: string,
  event: {
    at: string;
    actor: string;
    action: string;
    reason: string;
    amountCents: number | null;
    statusBefore: string | null;
  },
): Promise<void> {
  await db
    .insertInto("findingEvent")
    .values({ findingId, ...event })
    .execute();
}

/** All findings of a filter, whole, in a steady order. */
export async function listFindings(db: ReadHandle, filter: FindingFilter): Promise<StoredFinding[]> {
  const rows = await matching(db, filter)
    .selectAll()
    .orderBy("period")
    .orderBy("station")
    .orderBy("code")
    .orderBy("subject")
    .execute();
  return rows.map(fromRecord);
}

/** One finding with its history, or undefined. */
export async function findingById(db: ReadHandle, id: string) {
  const row = await db.selectFrom("finding").selectAll().where("id", "=", id).executeTakeFirst();
  if (!row) return undefined;
  const events = await db.selectFrom("findingEvent").selectAll().where("findingId", "=", id).orderBy("id").execute();
  return { finding: fromRecord(row), events };
}

/** Other findings on the same subject, or on the same invoice in the same period; a few, those with most money first. */
export async function relatedFindings(db: ReadHandle, finding: StoredFinding): Promise<StoredFinding[]> {
  const rows = await db
    .selectFrom("finding")
    .selectAll()
    .where("id", "<>", finding.id)
    .where("status", "<>", "cleared")
    .where("period", "=", finding.period)
    .where((where) =>
      where.or([
        where("subjectLabel", "=", finding.subjectLabel),
        ...(finding.invoiceNumber === null ? [] : [where("invoiceNumber", "=", finding.invoiceNumber)]),
      ]),
    )
    .orderBy("amountCents", "desc")
    .limit(8)
    .execute();
  return rows.map(fromRecord);
}
