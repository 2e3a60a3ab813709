/** The rows of a plan as numbers, by scope: a plan may have a million of them, and most scopes are spoken of by one document only. */
import type { IsoDate } from "#shared/week.ts";
import { versionOf } from "./current-rows.ts";
import type { FactType } from "./facts.ts";
import { type FactRow, type PackedRows, unpackedWhere } from "./packed.ts";
import type { SpokenRow } from "./row-states.ts";
import { fingerprint, sayingOf } from "./saying.ts";

/** A document of a plan, as far as its rows matter. */
export interface DocumentRows {
  readonly name: string;
  readonly sha256: string;
  readonly asOf: string;
  readonly sheets: readonly { readonly rows: PackedRows }[];
}

/** A planned row of a scope that others speak of too. */
export interface PlannedRow extends SpokenRow {
  readonly counts: null;
  /** Its number among all rows of the plan. */
  readonly index: number;
}

/** The rows of one type that a file can speak for as a whole. */
interface PlannedScope {
  readonly type: FactType;
  readonly scope: string;
  /** The only document of the plan with rows in it, null where there are several. */
  owner: number | null;
}

/** Columns of the rows in contested scopes. Those of one scope are chained. */
interface Columns {
  readonly next: Int32Array;
  readonly keys: Float64Array;
  readonly says: Float64Array;
  readonly days: Uint32Array;
}

/** Rows are numbered through the whole plan, document after document, in the order they were packed. */
export class PlannedRows {
  readonly scopes: PlannedScope[] = [];
  /** Number of the first row of each document, and at the end the number of rows. */
  readonly starts: readonly number[];
  /** Row in the file, by number. */
  readonly lines: Uint32Array;
  readonly #documents: readonly DocumentRows[];
  readonly #versions: readonly string[];
  readonly #scopeOf: Uint32Array;
  readonly #heads = new Map<number, number>();
  readonly #dayIds = new Map<IsoDate | null, number>();
  readonly #days: (IsoDate | null)[] = [];
  #columns: Columns | null = null;

  /** Reads the scopes of all rows, a batch at a time. */
  constructor(documents: readonly DocumentRows[]) {
    this.#documents = documents;
    this.#versions = documents.map(({ asOf, sha256 }) => versionOf(asOf, sha256));
    const starts = [0];
    for (const { sheets } of documents)
      starts.push(sheets.reduce((sum, sheet) => sum + sheet.rows.count, starts.at(-1) ?? 0));
    this.starts = starts;
    this.#scopeOf = new Uint32Array(starts.at(-1) ?? 0);
    this.lines = new Uint32Array(this.#scopeOf.length);
    const ids = new Map<FactType, Map<string, number>>();
    for (const { batch, first, owner } of this.#batches()) {
      for (const [offset, { draft, scope }] of batch.entries()) {
        this.#scopeOf[first + offset] = this.#idOf(ids, draft.type, scope, owner);
        this.lines[first + offset] = draft.row;
      }
    }
  }

  /** Reads the rows of contested scopes once more, with all that decides between them. */
  contest(contested: ReadonlySet<number>): void {
    const total = this.lines.length;
    if (contested.size === 0) return;
    const columns: Columns = {
      next: new Int32Array(total).fill(-1),
      keys: new Float64Array(total),
      says: new Float64Array(total),
      days: new Uint32Array(total),
    };
    this.#columns = columns;
    const isWanted = (from: number, to: number) => {
      for (let index = from; index < to; index += 1) if (contested.has(this.#scopeOf[index] ?? -1)) return true;
      return false;
    };
    for (const { batch, first } of this.#batches(isWanted)) {
      for (const [offset, row] of batch.entries()) {
        const index = first + offset;
        const scope = this.#scopeOf[index] ?? -1;
        if (!contested.has(scope)) continue;
        columns.next[index] = this.#heads.get(scope) ?? -1;
        this.#heads.set(scope, index);
        columns.keys[index] = fingerprint(row.key);
        columns.says[index] = sayingOf(row.draft.values);
        columns.days[index] = this.#dayId(row.day);
      }
    }
  }

  /** The rows of a contested scope. */
  rowsOf(scope: number): PlannedRow[] {
    const columns = this.#columns;
    const rows: PlannedRow[] = [];
    if (columns === null) return rows;
    for (let index = this.#heads.get(scope) ?? -1; index >= 0; index = columns.next[index] ?? -1) {
      const document = this.documentOf(index);
      rows.push({
        index,
        key: columns.keys[index] ?? 0,
        says: columns.says[index] ?? 0,
        day: this.#days[columns.days[index] ?? 0] ?? null,
        version: this.#versions[document] ?? "",
        document: this.#documents[document]?.name ?? "",
        counts: null,
      });
    }
    return rows.reverse();
  }

  /** The version of a document of the plan. */
  versionOf(document: number): string {
    return this.#versions[document] ?? "";
  }

  /** The document a row belongs to. */
  documentOf(index: number): number {
    let low = 0;
    let high = this.#documents.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.starts[middle] ?? 0) <= index) low = middle;
      else high = middle;
    }
    return low;
  }

  #idOf(ids: Map<FactType, Map<string, number>>, type: FactType, scope: string, owner: number): number {
    let ofType = ids.get(type);
    if (!ofType) {
      ofType = new Map();
      ids.set(type, ofType);
    }
    const id = ofType.get(scope);
    if (id === undefined) {
      ofType.set(scope, this.scopes.length);
      return this.scopes.push({ type, scope, owner }) - 1;
    }
    const known = this.scopes[id];
    if (known && known.owner !== owner) known.owner = null;
    return id;
  }

  #dayId(day: IsoDate | null): number {
    let id = this.#dayIds.get(day);
    if (id === undefined) {
      id = this.#days.push(day) - 1;
      this.#dayIds.set(day, id);
    }
    return id;
  }

  *#batches(
    wanted: (from: number, to: number) => boolean = () => true,
  ): Generator<{ batch: FactRow[]; first: number; owner: number }> {
    let first = 0;
    for (const [owner, { sheets }] of this.#documents.entries()) {
      for (const { rows } of sheets) {
        const end = first + rows.count;
        for (const batch of unpackedWhere(rows, (from, to) => wanted(first + from, first + to))) {
          yield { batch: batch.rows, first: first + batch.from, owner };
        }
        first = end;
      }
    }
  }
}
