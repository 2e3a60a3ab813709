/** What becomes of every row of a plan, relative to what is stored and to the plan's other files, a few scopes at a time. */
import type { IsoDate } from "#shared/week.ts";
import { rowsOfScopes, type StoredScopeRow, storedScopes } from "../store/facts.ts";
import type { ReadHandle } from "../store/schema.ts";
import { currentRows } from "./current-rows.ts";
import { FirstLines, stepOf } from "./difference.ts";
import type { FactType } from "./facts.ts";
import { type DocumentRows, PlannedRows } from "./planned-rows.ts";
import { NEW, type SpokenRow, type Verdict, verdictsOf } from "./row-states.ts";
import { spoken } from "./spoken.ts";

/** Where a row of a difference is: in the store by its id, or in the plan by its document and its number there. */
export type RowPlace = { readonly stored: number } | { readonly document: number; readonly index: number };

/** One line of what a planned document changes. */
export interface PlannedChange {
  readonly type: FactType;
  readonly day: IsoDate | null;
  readonly change: "added" | "removed" | "changed";
  readonly before: RowPlace | null;
  readonly after: RowPlace | null;
}

/** How much a document changes of another whose place it takes. */
export interface Replaced {
  readonly document: string;
  added: number;
  removed: number;
  changed: number;
}

/** What becomes of the rows of one planned document, in the order they were packed. */
export interface DocumentStates {
  /** Row in the file. */
  readonly lines: Uint32Array;
  /** Which of the verdicts. */
  readonly marks: Uint16Array;
  readonly verdicts: readonly Verdict[];
  readonly replaced: readonly Replaced[];
  /** The first lines of what it changes. */
  readonly changes: readonly PlannedChange[];
}

/** Scopes that are settled together: few enough to hold all of their rows. */
const SCOPES_AT_ONCE = 200;

interface Row extends SpokenRow {
  readonly place: RowPlace;
}

/** Works out what becomes of the rows of each document of a plan. `between` is awaited before each few scopes. */
export async function plannedStates(
  db: ReadHandle,
  documents: readonly DocumentRows[],
  between: () => Promise<void>,
): Promise<DocumentStates[]> {
  const planned = new PlannedRows(documents);
  const states = documents.map((_, document) => new StatesOfDocument(planned, document));
  const stored = await contestedByStore(db, planned);
  const contested = new Set(stored.keys());
  for (const [id, { owner }] of planned.scopes.entries()) if (owner === null) contested.add(id);
  planned.contest(contested);
  const byType = Map.groupBy(contested, (id) => planned.scopes[id]?.type);
  for (const [type, ids] of byType) {
    if (type === undefined) continue;
    for (let start = 0; start < ids.length; start += SCOPES_AT_ONCE) {
      await between();
      const some = ids.slice(start, start + SCOPES_AT_ONCE);
      const names = some.flatMap((id) => stored.get(id) ?? []);
      const held = Map.groupBy(await rowsOfScopes(db, type, names), (row) => row.scope);
      for (const id of some) settle(planned, states, id, held.get(planned.scopes[id]?.scope ?? "") ?? []);
    }
  }
  return states.map((each) => each.done());
}

/** What becomes of the rows of a file that is stored already: nothing. */
export function alreadyStates(sheets: DocumentRows["sheets"], name: string): DocumentStates {
  const { lines } = new PlannedRows([{ name, sha256: "", asOf: "", sheets }]);
  const verdict: Verdict = { state: "already", by: name, reason: "This file is imported already." };
  return { lines, marks: new Uint16Array(lines.length), verdicts: [verdict], replaced: [], changes: [] };
}

/** The planned scopes of which something is stored, by number, with their names. */
async function contestedByStore(db: ReadHandle, planned: PlannedRows): Promise<Map<number, string>> {
  const found = new Map<number, string>();
  const byType = Map.groupBy(planned.scopes.keys(), (id) => planned.scopes[id]?.type);
  for (const [type, ids] of byType) {
    if (type === undefined) continue;
    const names = ids.map((id) => planned.scopes[id]?.scope ?? "");
    const stored = await storedScopes(db, type, names);
    for (const [position, id] of ids.entries()) {
      const name = names[position] ?? "";
      if (stored.has(name)) found.set(id, name);
    }
  }
  return found;
}

function settle(
  planned: PlannedRows,
  states: readonly StatesOfDocument[],
  id: number,
  stored: readonly StoredScopeRow[],
): void {
  const about = planned.scopes[id];
  if (!about) return;
  const rows: Row[] = stored.map((row) => ({ ...spoken(row), place: { stored: row.id } }));
  for (const row of planned.rowsOf(id)) {
    const document = planned.documentOf(row.index);
    rows.push({ ...row, place: { document, index: row.index - (planned.starts[document] ?? 0) } });
  }
  const after = currentRows(about.scope, rows);
  for (const [{ place }, verdict] of verdictsOf(about.scope, rows, after)) {
    if ("document" in place) states[place.document]?.mark(place.index, verdict);
  }
  const counting = new Set([...after].map((row) => row.version));
  const taking = new Set(rows.flatMap(({ place }) => ("document" in place ? [place.document] : [])));
  for (const document of taking) {
    const version = planned.versionOf(document);
    // Where nothing of it counts a later document speaks, and that one takes the place.
    if (counting.has(version)) states[document]?.take(about.type, stepOf(about.scope, rows, version));
  }
}

/** Gathers what becomes of the rows of one document. */
class StatesOfDocument {
  readonly #lines: Uint32Array;
  readonly #marks: Uint16Array;
  readonly #verdicts: Verdict[] = [NEW];
  readonly #known = new Map<string, number>([[`${NEW.state} ${NEW.reason}`, 0]]);
  readonly #replaced = new Map<string, Replaced>();
  readonly #changes = new FirstLines<PlannedChange>();

  constructor(planned: PlannedRows, document: number) {
    this.#lines = planned.lines.slice(planned.starts[document], planned.starts[document + 1]);
    this.#marks = new Uint16Array(this.#lines.length);
  }

  mark(index: number, verdict: Verdict): void {
    const key = `${verdict.state} ${verdict.reason}`;
    let mark = this.#known.get(key);
    if (mark === undefined) {
      mark = this.#verdicts.push(verdict) - 1;
      this.#known.set(key, mark);
    }
    this.#marks[index] = mark;
  }

  take(type: FactType, { replaced, changes }: ReturnType<typeof stepOf<Row>>): void {
    const countsOf = (row: Row): Replaced => {
      let counts = this.#replaced.get(row.version);
      if (!counts) {
        counts = { document: row.document, added: 0, removed: 0, changed: 0 };
        this.#replaced.set(row.version, counts);
      }
      return counts;
    };
    for (const row of replaced) countsOf(row);
    for (const { change, before, after, of } of changes) {
      countsOf(of)[change] += 1;
      const day = (after ?? before)?.day ?? null;
      this.#changes.add({ type, day, change, before: before?.place ?? null, after: after?.place ?? null });
    }
  }

  done(): DocumentStates {
    const inOrder = [...this.#replaced].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, counts]) => counts);
    return {
      lines: this.#lines,
      marks: this.#marks,
      verdicts: this.#verdicts,
      replaced: inOrder,
      changes: this.#changes.lines,
    };
  }
}
