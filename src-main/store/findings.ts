/** Findings as stored: what a check run changes, and the queries the queue, the detail and the board are made of. */
import { sql } from "kysely";
import { CATALOGUE, type CheckCode, type Direction, type DocumentKind } from "#shared/catalogue.ts";
import type { FindingFilter, FindingStatus } from "#shared/contract/schemas.ts";
import type { IsoDate } from "#shared/week.ts";
import { lifeWhenFound, lifeWhenGone } from "../claims/life-of-a-finding.ts";
import { type EvidenceRecord, evidenceRecord, type Side } from "../reconcile/finding.ts";
import type { CheckedFinding, CheckedOutcome, ScopeResult } from "../reconcile/run.ts";
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
}

/** What storing a scope's result changed. */
export interface ScopeChange {
  readonly found: number;
  readonly changed: number;
  readonly cleared: number;
}

type FindingRecord = Schema["finding"];
const CONTENT = [
  "subjectLabel",
  "direction",
  "amountCents",
  "estimated",
  "sentence",
  "formula",
  "sides",
  "notes",
  "explains",
  "evidence",
  "deadline",
  "counterparty",
  "invoiceNumber",
] as const satisfies (keyof FindingRecord)[];

/** The text stored in place of a station where a period belongs to the whole company. */
export const COMPANY = "";

/** Stores what checking a scope gave. Writes only what differs, so that checking the same facts again changes nothing. */
export async function storeScope(
  db: WriteHandle,
  result: ScopeResult,
  at: string,
  actor: string,
): Promise<ScopeChange> {
  const { station, period } = result.scope;
  let query = db.selectFrom("finding").selectAll().where("period", "=", period);
  query = station === null ? query.where("station", "is", null) : query.where("station", "=", station);
  const known = new Map((await query.execute()).map((row) => [row.id, row]));
  const change = { found: 0, changed: 0, cleared: 0 };
  for (const finding of result.findings) {
    const before = known.get(finding.id) ?? null;
    known.delete(finding.id);
    const life = lifeWhenFound(
      before && { status: before.status as FindingStatus, amountCents: before.amountCents },
      finding.amountCents,
    );
    const record = toRecord(finding, life.status, life.reopened || before?.reopened === 1);
    if (before === null) {
      await db.insertInto("finding").values(record).execute();
      change.found += 1;
    } else if (before.status !== record.status || CONTENT.some((name) => before[name] !== record[name])) {
      await db.updateTable("finding").set(record).where("id", "=", finding.id).execute();
      change.changed += 1;
    }
    if (life.event)
      await addEvent(db, finding.id, {
        at,
        actor,
        ...life.event,
        amountCents: finding.amountCents,
        statusBefore: before?.status ?? null,
      });
  }
  const crashed = new Set(result.crashes.map((crash) => crash.code as string));
  for (const gone of known.values()) {
    // What a crashed check found before is kept: its silence says nothing.
    if (crashed.has(gone.code)) continue;
    const life = lifeWhenGone({ status: gone.status as FindingStatus, amountCents: gone.amountCents });
    if (!life.event) continue;
    await db.updateTable("finding").set({ status: life.status, reopened: 0 }).where("id", "=", gone.id).execute();
    await addEvent(db, gone.id, { at, actor, ...life.event, amountCents: gone.amountCents, statusBefore: gone.status });
    change.cleared += 1;
  }
  await storeOutcomes(db, station ?? COMPANY, period, result.outcomes);
  return change;
}

async function storeOutcomes(
  db: WriteHandle,
  station: string,
  period: string,
  outcomes: readonly CheckedOutcome[],
): Promise<void> {
  const rows = outcomes.map((row) => ({
    station,
    period,
    code: row.code,
    outcome: row.outcome,
    missing: JSON.stringify(row.missing),
    why: row.why,
  }));
  const before = await db
    .selectFrom("outcome")
    .selectAll()
    .where("station", "=", station)
    .where("period", "=", period)
    .execute();
  const same =
    before.length === rows.length &&
    rows.every((row) =>
      before.some(
        (old) =>
          old.code === row.code && old.outcome === row.outcome && old.missing === row.missing && old.why === row.why,
      ),
    );
  if (same) return;
  await db.deleteFrom("outcome").where("station", "=", station).where("period", "=", period).execute();
  if (rows.length > 0) await db.insertInto("outcome").values(rows).execute();
}

function toRecord(finding: CheckedFinding, status: FindingStatus, reopened: boolean): FindingRecord {
  return {
    id: finding.id,
    code: finding.code,
    station: finding.station,
    period: finding.period,
    subject: finding.subject,
    subjectLabel: finding.subjectLabel,
    direction: finding.direction,
    amountCents: finding.amountCents,
    estimated: Number(finding.estimated),
    status,
    reopened: Number(reopened),
    sentence: finding.values.sentence,
    formula: finding.values.formula,
    sides: JSON.stringify(finding.sides),
    notes: JSON.stringify(finding.notes),
    explains: JSON.stringify(finding.explains.map(({ id, code, label }) => ({ id, code, label }))),
    evidence: JSON.stringify(finding.evidence.map(evidenceRecord)),
    deadline: finding.deadline,
    counterparty: finding.counterparty,
    invoiceNumber: finding.invoiceNumber,
  };
}

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

/** Restricts a query on `finding` to a filter. Without a status, cleared findings are left out. */
function matching(db: ReadHandle, filter: FindingFilter) {
  let query = db.selectFrom("finding");
  if (filter.code) query = query.where("code", "=", filter.code);
  if (filter.family) query = query.where("code", "like", `${filter.family}%`);
  if (filter.station) query = query.where("station", "=", filter.station);
  if (filter.period) query = query.where("period", "=", filter.period);
  if (filter.direction) query = query.where("direction", "in", filter.direction);
  if (filter.status) query = query.where("status", "in", filter.status);
  else query = query.where("status", "<>", "cleared");
  if (filter.withAmount) query = query.where("amountCents", "is not", null);
  const search = filter.search?.trim();
  if (search) {
    const pattern = `%${search.replace(/[\\%_]/g, "\\$&")}%`;
    const titled = Object.entries(CATALOGUE)
      .filter(([, entry]) => entry.title.toLowerCase().includes(search.toLowerCase()))
      .map(([code]) => code);
    query = query.where((where) =>
      where.or([
        sql<boolean>`"subjectLabel" like ${pattern} escape '\\'`,
        sql<boolean>`"sentence" like ${pattern} escape '\\'`,
        sql<boolean>`"code" like ${pattern} escape '\\'`,
        sql<boolean>`"invoiceNumber" like ${pattern} escape '\\'`,
        ...(titled.length > 0 ? [where("code", "in", titled)] : []),
      ]),
    );
  }
  return query;
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

export type QueueSort = "amount" | "deadline" | "period" | "code" | "station" | "status";
const SORT_COLUMNS: Record<QueueSort, keyof FindingRecord> = {
  amount: "amountCents",
  deadline: "deadline",
  period: "period",
  code: "code",
  station: "station",
  status: "status",
};

/** A stretch of the queue with the size and claimable sum of the whole. Rows without a value come last either way. */
export async function queueFindings(
  db: ReadHandle,
  input: { filter: FindingFilter; sort: QueueSort; descending: boolean; offset: number; limit: number },
) {
  const totals = await matching(db, input.filter)
    .select([
      sql<number>`count(*)`.as("total"),
      sql<number>`coalesce(sum(case when "direction" in ('owed', 'overcharged') then "amountCents" end), 0)`.as(
        "totalCents",
      ),
    ])
    .executeTakeFirstOrThrow();
  const column = SORT_COLUMNS[input.sort];
  const rows = await matching(db, input.filter)
    .select([
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
    ])
    .orderBy(sql`${sql.ref(column)} is null`)
    .orderBy(column, input.descending ? "desc" : "asc")
    .orderBy("id")
    .limit(input.limit)
    .offset(input.offset)
    .execute();
  return { total: totals.total, totalCents: totals.totalCents, rows };
}

/** One finding with its history, or undefined. */
export async function findingById(db: ReadHandle, id: string) {
  const row = await db.selectFrom("finding").selectAll().where("id", "=", id).executeTakeFirst();
  if (!row) return undefined;
  const events = await db.selectFrom("findingEvent").selectAll().where("findingId", "=", id).orderBy("id").execute();
  return { finding: fromRecord(row), events };
}

/** Outcomes, company-wide ones with a null station. */
export async function listOutcomes(
  db: ReadHandle,
  filter: { station?: string | undefined; period?: string | undefined },
) {
  let query = db.selectFrom("outcome").selectAll();
  if (filter.station !== undefined) query = query.where("station", "=", filter.station);
  if (filter.period !== undefined) query = query.where("period", "=", filter.period);
  const rows = await query.orderBy("period").orderBy("station").orderBy("code").execute();
  return rows.map((row) => ({
    station: row.station === COMPANY ? null : row.station,
    period: row.period,
    code: row.code as CheckCode,
    outcome: row.outcome as CheckedOutcome["outcome"],
    missing: JSON.parse(row.missing) as DocumentKind[],
    why: row.why,
  }));
}

/** How many findings wait for a decision. */
export async function countOpen(db: ReadHandle): Promise<number> {
  const row = await db
    .selectFrom("finding")
    .select(sql<number>`count(*)`.as("n"))
    .where("status", "=", "open")
    .executeTakeFirstOrThrow();
  return row.n;
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

/** A decision on findings. */
export type Decision = "confirm" | "dismiss" | "undo";

/** Applies a decision; findings it does not fit (already so, or cleared) are left alone. Returns those that changed, with their old status. */
export async function decideFindings(
  db: WriteHandle,
  input: { ids: readonly string[]; decision: Decision; reason: string; at: string; actor: string },
): Promise<{ id: string; before: string; after: string }[]> {
  const changed: { id: string; before: string; after: string }[] = [];
  for (const id of new Set(input.ids)) {
    const row = await db
      .selectFrom("finding")
      .select(["status", "amountCents"])
      .where("id", "=", id)
      .executeTakeFirst();
    if (!row || row.status === "cleared") continue;
    const after =
      input.decision === "undo"
        ? await statusBeforeDecision(db, id)
        : input.decision === "confirm"
          ? "confirmed"
          : "dismissed";
    if (after === null || after === row.status) continue;
    await db.updateTable("finding").set({ status: after, reopened: 0 }).where("id", "=", id).execute();
    const action = input.decision === "undo" ? "undone" : after;
    const { at, actor, reason } = input;
    await addEvent(db, id, { at, actor, action, reason, amountCents: row.amountCents, statusBefore: row.status });
    changed.push({ id, before: row.status, after });
  }
  return changed;
}

/** What a finding was before the decision that was made last and not yet taken back; null where there is none. */
async function statusBeforeDecision(db: WriteHandle, id: string): Promise<string | null> {
  const events = await db
    .selectFrom("findingEvent")
    .select(["action", "statusBefore"])
    .where("findingId", "=", id)
    .orderBy("id")
    .execute();
  const decisions: string[] = [];
  for (const { action, statusBefore } of events) {
    if (action === "confirmed" || action === "dismissed") decisions.push(statusBefore ?? "open");
    else if (action === "undone") decisions.pop();
    else if (action === "reopened" || action === "cleared") decisions.length = 0;
  }
  return decisions.at(-1) ?? null;
}

/** Sums of what is undecided or confirmed, by code, direction and status; for one week and station where given. */
export async function sumFindings(db: ReadHandle, filter: { station?: string | null; periods?: readonly string[] }) {
  let query = db
    .selectFrom("finding")
    .select([
      "code",
      "direction",
      "status",
      sql<number>`count(*)`.as("count"),
      sql<number>`coalesce(sum("amountCents"), 0)`.as("cents"),
    ])
    .where("status", "in", ["open", "confirmed"])
    .groupBy(["code", "direction", "status"]);
  const { station, periods } = filter;
  if (station) query = query.where((where) => where.or([where("station", "=", station), where("station", "is", null)]));
  if (periods) query = query.where("period", "in", [...periods]);
  const rows = await query.execute();
  return rows.map((row) => ({ ...row, code: row.code as CheckCode, direction: row.direction as Direction }));
}

/** Claimable money by invoice and deadline, the nearest deadline first, from a day on. */
export async function openDeadlines(db: ReadHandle, from: IsoDate, station: string | null) {
  let query = db
    .selectFrom("finding")
    .select([
      "station",
      "invoiceNumber",
      "deadline",
      sql<number>`count(*)`.as("count"),
      sql<number>`coalesce(sum("amountCents"), 0)`.as("cents"),
    ])
    .where("status", "in", ["open", "confirmed"])
    .where("direction", "in", ["owed", "overcharged"])
    .where("deadline", ">=", from)
    .where("invoiceNumber", "is not", null)
    .groupBy(["station", "invoiceNumber", "deadline"])
    .orderBy("deadline")
    .orderBy("invoiceNumber")
    .limit(12);
  if (station) query = query.where("station", "=", station);
  const rows = await query.execute();
  return rows.flatMap(({ station: of, invoiceNumber, deadline, count, cents }) =>
    invoiceNumber === null || deadline === null ? [] : [{ station: of, invoiceNumber, deadline, count, cents }],
  );
}
