/**
 * Facts on their way from the thread that reads files to the store. A file of a million rows would fill the memory as objects, so they
 * travel and wait in packed batches and are unpacked a batch at a time.
 */
import { deserialize, serialize } from "node:v8";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { IsoDate } from "#shared/week.ts";
import type { FactType } from "./facts.ts";
import { identityOf, withOccurrence } from "./identity.ts";
import type { FactDraft } from "./interpretation.ts";

/** A fact to store, with the identity that was found for it. */
export interface FactRow {
  readonly draft: FactDraft;
  readonly scope: string;
  /** With its occurrence number. */
  readonly key: string;
  readonly day: IsoDate | null;
}

/** The facts of one sheet, packed. */
export interface PackedRows {
  readonly count: number;
  readonly batches: readonly Uint8Array[];
}

/** What the facts of one document say together. */
export interface Extent {
  readonly stations: readonly string[];
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
}

const BATCH_ROWS = 4_000;
/** What a document may take up before its further batches are deflated: all but the largest files stay below. */
const PLAIN_BYTES = 24 * 1024 * 1024;

/** Rows of one type that follow each other: field names once, the values of all rows in one array. */
interface Run {
  readonly type: FactType;
  readonly fields: readonly string[];
  readonly values: unknown[];
  count: number;
}

const PLACE_VALUES = 5;

/** Packs the facts of one document, sheet after sheet. Occurrence numbers count through all of them. */
export class RowPacker {
  readonly #occurrence = withOccurrence();
  readonly #stations = new Set<string>();
  #from: IsoDate | null = null;
  #to: IsoDate | null = null;
  #bytes = 0;
  #batches: Uint8Array[] = [];
  #count = 0;
  #runs: Run[] = [];
  #waiting = 0;

  /** Adds facts of the sheet at hand. */
  add(drafts: readonly FactDraft[]): void {
    for (const draft of drafts) {
      this.#push(draft);
      this.#waiting += 1;
      if (this.#waiting === BATCH_ROWS) this.#close();
    }
  }

  /** Ends the sheet at hand. */
  sheet(): PackedRows {
    if (this.#waiting > 0) this.#close();
    const packed = { count: this.#count, batches: this.#batches };
    this.#batches = [];
    this.#count = 0;
    return packed;
  }

  /** Stations and days of all that was added. */
  get extent(): Extent {
    return { stations: [...this.#stations].sort(), from: this.#from, to: this.#to };
  }

  #push(draft: FactDraft): void {
    const { scope, key, day, station } = identityOf(draft);
    if (station !== null) this.#stations.add(station);
    if (day !== null) {
      const { first, last } = stretchOf(draft, day);
      if (this.#from === null || first < this.#from) this.#from = first;
      if (this.#to === null || last > this.#to) this.#to = last;
    }
    let run = this.#runs.at(-1);
    if (run?.type !== draft.type) {
      run = { type: draft.type, fields: Object.keys(draft.values), values: [], count: 0 };
      this.#runs.push(run);
    }
    const values = draft.values as unknown as Record<string, unknown>;
    run.values.push(draft.row, draft.cells, scope, this.#occurrence(scope, key), day);
    for (const field of run.fields) run.values.push(values[field]);
    run.count += 1;
  }

  #close(): void {
    const plain = serialize(this.#runs);
    const batch = this.#bytes < PLAIN_BYTES ? plain : deflateRawSync(plain, { level: 1 });
    this.#bytes += batch.length;
    // The first byte says which; a copy of its own, because the thread's answer hands its memory over.
    const packed = new Uint8Array(batch.length + 1);
    packed[0] = batch === plain ? 0 : 1;
    packed.set(batch, 1);
    this.#batches.push(packed);
    this.#count += this.#waiting;
    this.#runs = [];
    this.#waiting = 0;
  }
}

/** The days a fact speaks for: its own, or the period of the invoice or the pay run it belongs to. */
function stretchOf({ type, values }: FactDraft, day: IsoDate): { first: IsoDate; last: IsoDate } {
  if (type === "leaseLine") return { first: day, last: values.serviceTo };
  if ("periodStart" in values) return { first: values.periodStart, last: values.periodEnd };
  return { first: day, last: day };
}

/** Unpacks rows, a batch at a time, in the order they were added. */
export function* unpacked(rows: PackedRows): Generator<FactRow[]> {
  for (const batch of unpackedWhere(rows, () => true)) yield batch.rows;
}

/** Unpacks the batches of a sheet of which something is wanted; rows are numbered from 0, `to` is not included. */
export function* unpackedWhere(
  { count, batches }: PackedRows,
  wanted: (from: number, to: number) => boolean,
): Generator<{ readonly from: number; readonly rows: FactRow[] }> {
  // All batches of a sheet are full but the last.
  for (const [index, packed] of batches.entries()) {
    const from = index * BATCH_ROWS;
    if (!wanted(from, Math.min(from + BATCH_ROWS, count))) continue;
    const body = packed.subarray(1);
    const runs = deserialize(packed[0] === 1 ? inflateRawSync(body) : body) as Run[];
    yield { from, rows: runs.flatMap(rowsOf) };
  }
}

function rowsOf({ type, fields, values, count }: Run): FactRow[] {
  const rows: FactRow[] = [];
  const width = PLACE_VALUES + fields.length;
  for (let index = 0; index < count; index += 1) {
    const at = index * width;
    const [row, cells, scope, key, day] = values.slice(at, at + PLACE_VALUES) as [
      number,
      string,
      string,
      string,
      IsoDate | null,
    ];
    const own: Record<string, unknown> = {};
    fields.forEach((field, position) => {
      own[field] = values[at + PLACE_VALUES + position];
    });
    rows.push({ draft: { type, values: own, row, cells } as unknown as FactDraft, scope, key, day });
  }
  return rows;
}
