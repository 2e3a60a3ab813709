/** What a check run changes of the stored findings: new ones, moved ones, those whose cause is gone. */
import type { FindingStatus } from "#shared/contract/schemas.ts";
import { lifeWhenFound, lifeWhenGone } from "../claims/life-of-a-finding.ts";
import { evidenceRecord } from "../reconcile/finding.ts";
import { type CheckedFinding, type ScopeResult, SWITCHED_OFF } from "../reconcile/run.ts";
import { addEvent, COMPANY, type FindingRecord } from "./findings.ts";
import { storeOutcomes } from "./findings-outcomes.ts";
import type { WriteHandle } from "./schema.ts";

/** What storing a scope's result changed. */
export interface ScopeChange {
  readonly found: number;
  readonly changed: number;
  readonly cleared: number;
}

/** What a check run writes of it: who looks after a finding is no part of what was found. */
type FoundRecord = Omit<FindingRecord, "assignee" | "number">;
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
  const off = new Set(result.outcomes.filter(({ why }) => why === SWITCHED_OFF).map(({ code }) => code as string));
  for (const gone of known.values()) {
    // What a crashed check found before is kept: its silence says nothing.
    if (crashed.has(gone.code)) continue;
    const life = lifeWhenGone(
      { status: gone.status as FindingStatus, amountCents: gone.amountCents },
      off.has(gone.code),
    );
    if (!life.event) continue;
    await db.updateTable("finding").set({ status: life.status, reopened: 0 }).where("id", "=", gone.id).execute();
    await addEvent(db, gone.id, { at, actor, ...life.event, amountCents: gone.amountCents, statusBefore: gone.status });
    change.cleared += 1;
  }
  await storeOutcomes(db, station ?? COMPANY, period, result.outcomes);
  return change;
}

function toRecord(finding: CheckedFinding, status: FindingStatus, reopened: boolean): FoundRecord {
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
