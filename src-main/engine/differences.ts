/** What a document changes of those it takes the place of: of a plan, and of what is stored. */
import type { Difference } from "#shared/contract/schemas.ts";
import { versionOf } from "../documents/current-rows.ts";
import { FirstLines, stepOf } from "../documents/difference.ts";
import { FACT_TYPES, type FactType } from "../documents/facts.ts";
import { lineOf } from "../documents/lines.ts";
import type { PreparedPlan } from "../documents/plan.ts";
import type { PlannedChange, RowPlace } from "../documents/planned-states.ts";
import { factRowsAt } from "../documents/shown-rows.ts";
import { spoken } from "../documents/spoken.ts";
import type { Values } from "../documents/understood.ts";
import { documentById } from "../store/documents.ts";
import { rowsOfScopes, scopesOfDocument, valuesById } from "../store/facts.ts";
import type { ReadHandle } from "../store/schema.ts";
import { contestedScopes } from "../store/settling.ts";
import { notFound } from "./errors.ts";
import { plannedDocument } from "./planned.ts";
import type { Session } from "./session.ts";

/** Scopes that are compared together: few enough to hold all of their rows. */
const SCOPES_AT_ONCE = 200;

/** A line with its values, still to be put into words. */
interface Line {
  readonly type: FactType;
  readonly day: string | null;
  readonly before: Values | null;
  readonly after: Values | null;
}

/** What a planned file changes of what is stored and of earlier files of the plan. Throws STALE_PLAN when there is no such plan. */
export async function planDifference(
  session: Session,
  { planId, sha256, limit }: { readonly planId: string; readonly sha256: string; readonly limit: number },
): Promise<Difference> {
  const { prepared, document } = plannedDocument(session, planId, sha256);
  const { replaced = [], changes = [] } = document?.states ?? {};
  const lines = await session.workspace.store.read((db) => linesOf(db, prepared, firstOf(changes, limit)));
  const sum = (which: "added" | "removed" | "changed") => replaced.reduce((total, each) => total + each[which], 0);
  return {
    with: replaced.map((each) => each.document),
    added: sum("added"),
    removed: sum("removed"),
    changed: sum("changed"),
    lines: inWords(lines, limit),
  };
}

/** The first changes by day, with all of the last day: within a day the lines are put in order by their words. */
function firstOf(changes: readonly PlannedChange[], limit: number): readonly PlannedChange[] {
  const last = changes[limit - 1];
  return last === undefined ? changes : changes.filter(({ day }) => (day ?? "") <= (last.day ?? ""));
}

async function linesOf(db: ReadHandle, prepared: PreparedPlan, changes: readonly PlannedChange[]): Promise<Line[]> {
  const ids = new Map<FactType, number[]>();
  const numbers = new Map<number, number[]>();
  for (const { type, before, after } of changes) {
    for (const place of [before, after]) {
      if (place === null) continue;
      if ("stored" in place) addTo(ids, type, place.stored);
      else addTo(numbers, place.document, place.index);
    }
  }
  const stored = new Map<FactType, Map<number, Values>>();
  for (const [type, list] of ids) stored.set(type, await valuesById(db, type, list));
  const planned = new Map(
    [...numbers].map(([number, list]) => {
      const document = prepared.documents[number];
      return [number, document ? factRowsAt(document, list) : new Map<number, never>()];
    }),
  );
  const valuesAt = (type: FactType, place: RowPlace | null): Values | null => {
    if (place === null) return null;
    if ("stored" in place) return stored.get(type)?.get(place.stored) ?? null;
    return planned.get(place.document)?.get(place.index)?.draft.values ?? null;
  };
  return changes.map(({ type, day, before, after }) => ({
    type,
    day,
    before: valuesAt(type, before),
    after: valuesAt(type, after),
  }));
}

function addTo<K>(lists: Map<K, number[]>, key: K, value: number): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** What a stored document changed of those before it, from the rows that are kept. Throws NOT_FOUND. */
export async function storedDifference(
  session: Session,
  { documentId, limit }: { readonly documentId: number; readonly limit: number },
): Promise<Difference> {
  return session.workspace.store.read(async (db) => {
    const document = await documentById(db, documentId);
    if (!document) throw notFound();
    const version = versionOf(document.asOf, document.sha256);
    const lines = new FirstLines<Line>();
    const counts = { added: 0, removed: 0, changed: 0 };
    const replaced = new Map<string, string>();
    for (const type of FACT_TYPES) {
      for await (const step of stepsOf(db, type, documentId, version)) {
        for (const row of step.replaced) replaced.set(row.version, row.document);
        for (const { change, before, after } of step.changes) {
          counts[change] += 1;
          const day = (after ?? before)?.day ?? null;
          lines.add({ type, day, before: before?.values ?? null, after: after?.values ?? null });
        }
      }
    }
    const names = [...replaced].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, name]) => name);
    return { with: names, ...counts, lines: inWords(lines.lines, limit) };
  });
}

async function* stepsOf(db: ReadHandle, type: FactType, documentId: number, version: string) {
  const scopes = await scopesOfDocument(db, type, documentId);
  for (let start = 0; start < scopes.length; start += SCOPES_AT_ONCE) {
    const contested = await contestedScopes(db, type, scopes.slice(start, start + SCOPES_AT_ONCE));
    const rows = (await rowsOfScopes(db, type, contested)).map((row) => ({
      ...spoken(row),
      scope: row.scope,
      values: row.values,
    }));
    for (const [scope, ofScope] of Map.groupBy(rows, (row) => row.scope)) yield stepOf(scope, ofScope, version);
  }
}

/** Lines in the order of day and label. */
function inWords(lines: readonly Line[], limit: number): Difference["lines"] {
  const worded = lines.map(({ type, day, before, after }) => ({ day: day ?? "", line: lineOf(type, before, after) }));
  worded.sort((a, b) => compare(a.day, b.day) || compare(a.line.label, b.line.label));
  return worded.slice(0, limit).map(({ line }) => line);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
