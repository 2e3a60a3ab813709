/** What becomes of the rows of a plan, scope by scope: derived from the rows that count with and without them, as the store settles it. */
import type { RowState } from "#shared/contract/schemas.ts";
import { byKey, isWhole, type ScopeRow, timeOf } from "./current-rows.ts";

/** A row of a scope, stored or planned, with as much as is needed to say what becomes of it. */
export interface SpokenRow extends ScopeRow {
  /** Fingerprint of its values. */
  readonly says: number;
  /** Name of its document. */
  readonly document: string;
  /** Of a stored row whether it counts now; null for a row of the plan. */
  readonly counts: boolean | null;
}

/** What becomes of a row that could be read, and why, as a sentence. */
export interface Verdict {
  readonly state: Exclude<RowState, "error">;
  /** The document that says the same, or otherwise. */
  readonly by: string | null;
  readonly reason: string;
}

/** What becomes of a row that nothing else speaks of. */
export const NEW: Verdict = { state: "new", by: null, reason: "Nothing else speaks of it yet." };

/**
 * What becomes of each planned row of one scope. All its rows are given: those stored and those of every file of the plan; `after` are
 * those of them that will count.
 */
export function verdictsOf<R extends SpokenRow>(
  scope: string,
  rows: readonly R[],
  after: ReadonlySet<R>,
): Map<R, Verdict> {
  const winners = byKey(after);
  const before = byKey(rows.filter((row) => row.counts === true));
  const sameRow = new Map<R["key"], R[]>();
  for (const row of rows) {
    const list = sameRow.get(row.key);
    if (list) list.push(row);
    else sameRow.set(row.key, [row]);
  }
  const verdicts = new Map<R, Verdict>();
  for (const row of rows) {
    if (row.counts !== null) continue;
    const winner = winners.get(row.key);
    const ruler = winner ?? laterOf(scope, row, rows);
    const rival = ruler && rivalOf(row, ruler, sameRow.get(row.key) ?? []);
    if (rival) verdicts.set(row, conflict(rival.document, after.has(row)));
    else if (after.has(row)) verdicts.set(row, counting(row, before.get(row.key)));
    else if (winner?.says === row.says) verdicts.set(row, same(winner.document));
    else verdicts.set(row, superseded(ruler?.document ?? row.document, winner !== undefined));
  }
  return verdicts;
}

/** The latest document that speaks in the place of a row that has no successor. */
function laterOf<R extends SpokenRow>(scope: string, row: R, rows: readonly R[]): R | undefined {
  let latest: R | undefined;
  for (const other of rows) {
    if (other.version <= row.version || (!isWhole(scope) && other.day !== row.day)) continue;
    if (latest === undefined || other.version > latest.version) latest = other;
  }
  return latest;
}

/** The document of the same time that says otherwise, unless one that is truly later decides. */
function rivalOf<R extends SpokenRow>(row: R, ruler: R, sameRow: readonly R[]): R | undefined {
  const time = timeOf(row.version);
  if (timeOf(ruler.version) !== time) return undefined;
  const rivals = [...sameRow, ruler].filter(
    (other) =>
      other.version !== row.version &&
      timeOf(other.version) === time &&
      (other.key !== row.key || other.says !== row.says),
  );
  return rivals.find((other) => other === ruler) ?? rivals[0];
}

function counting(row: SpokenRow, stored: SpokenRow | undefined): Verdict {
  if (stored === undefined) return NEW;
  if (stored.says === row.says) return same(stored.document);
  const reason = `${stored.document} says otherwise. This file is newer and counts in its place.`;
  return { state: "changed", by: stored.document, reason };
}

function same(document: string): Verdict {
  return { state: "already", by: document, reason: `${document} says the same.` };
}

function superseded(document: string, otherwise: boolean): Verdict {
  const what = otherwise ? "says otherwise" : "no longer has it";
  return {
    state: "superseded",
    by: document,
    reason: `${document} is newer and ${what}. The row is kept but does not count.`,
  };
}

function conflict(document: string, counts: boolean): Verdict {
  const which = counts ? "This row counts" : "The other file counts";
  return {
    state: "conflict",
    by: document,
    reason: `${document} has the same file time and says otherwise, so neither is newer. ${which} until a newer file is imported.`,
  };
}
