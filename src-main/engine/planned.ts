/** The rows of planned files with what becomes of each, as the preview shows them. */
import type { PlanRow, RowState } from "#shared/contract/schemas.ts";
import { asShown } from "../documents/described.ts";
import type { FactType } from "../documents/facts.ts";
import type { FactRow } from "../documents/packed.ts";
import { type PreparedDocument, type PreparedPlan, preparedAgain } from "../documents/plan.ts";
import { factRowsAt, pageOf, type ShownRow } from "../documents/shown-rows.ts";
import { understood } from "../documents/understood.ts";
import { rowsOfScopes } from "../store/facts.ts";
import type { ReadHandle } from "../store/schema.ts";
import { stalePlan } from "./errors.ts";
import type { Session } from "./session.ts";

/** Which rows of a planned file. */
export interface PlanRowsRequest {
  readonly planId: string;
  readonly sha256: string;
  readonly states?: readonly RowState[] | undefined;
  readonly offset: number;
  readonly limit: number;
}

/** A document of a plan; null for a file of it that holds no rows. Throws STALE_PLAN when there is no such plan or file. */
export function plannedDocument(
  session: Session,
  planId: string,
  sha256: string,
): { prepared: PreparedPlan; document: PreparedDocument | null } {
  const prepared = session.plans.get(planId)?.prepared;
  if (!prepared?.files.some((file) => file.sha256 === sha256)) throw stalePlan();
  const known = prepared.known.find((each) => each.document.sha256 === sha256);
  const document = prepared.documents.find((each) => each.sha256 === sha256) ?? (known && preparedAgain(known));
  return { prepared, document: document ?? null };
}

/** Rows of a planned file with their states and reasons, in the file's order. A file that is refused, or waits to be mapped, has none. */
export async function planRows(
  session: Session,
  { planId, sha256, ...page }: PlanRowsRequest,
): Promise<{ total: number; rows: PlanRow[] }> {
  const { document } = plannedDocument(session, planId, sha256);
  if (document === null) return { total: 0, rows: [] };
  const { total, rows } = pageOf(document, page);
  const facts = factRowsAt(
    document,
    rows.flatMap((row) => ("index" in row ? [row.index] : [])),
  );
  const before = await session.workspace.store.read((db) => storedBefore(db, rows, facts));
  return { total, rows: rows.map((row) => shown(row, facts, before)) };
}

function shown(
  row: ShownRow,
  facts: ReadonlyMap<number, FactRow>,
  before: ReadonlyMap<number, Record<string, string>>,
): PlanRow {
  const { sheet, columns } = row.sheet;
  if ("error" in row) {
    const { row: line, reason, cells } = row.error;
    return { sheet, row: line, state: "error", reason, cells: { ...cells }, understood: {}, before: null };
  }
  const fact = facts.get(row.index);
  if (!fact) throw new Error(`row ${row.index} of a plan is lost`);
  const { state, reason } = row.verdict;
  return { sheet, state, reason, ...asShown(columns, fact), before: before.get(row.index) ?? null };
}

/** What is stored and counts in the place of rows that say otherwise, by their number. */
async function storedBefore(
  db: ReadHandle,
  rows: readonly ShownRow[],
  facts: ReadonlyMap<number, FactRow>,
): Promise<Map<number, Record<string, string>>> {
  const found = new Map<number, Record<string, string>>();
  const byType = new Map<FactType, { index: number; fact: FactRow }[]>();
  for (const row of rows) {
    if ("error" in row || !OTHERWISE.has(row.verdict.state)) continue;
    const fact = facts.get(row.index);
    if (!fact) continue;
    const list = byType.get(fact.draft.type);
    if (list) list.push({ index: row.index, fact });
    else byType.set(fact.draft.type, [{ index: row.index, fact }]);
  }
  for (const [type, list] of byType) {
    const stored = await rowsOfScopes(db, type, [...new Set(list.map(({ fact }) => fact.scope))]);
    const counting = new Map(
      stored.filter((row) => row.current === 1).map((row) => [`${row.scope}\n${row.key}`, row.values]),
    );
    for (const { index, fact } of list) {
      const values = counting.get(`${fact.scope}\n${fact.key}`);
      if (values) found.set(index, understood(values));
    }
  }
  return found;
}

const OTHERWISE: ReadonlySet<RowState> = new Set(["changed", "conflict"]);
