/** What a document changes of those it takes the place of: the rows that count with it against those that count without it. */
import type { IsoDate } from "#shared/week.ts";
import { byKey, currentRows } from "./current-rows.ts";
import type { SpokenRow } from "./row-states.ts";

/** One line that came, went, or says something else. */
export interface Change<R> {
  readonly change: "added" | "removed" | "changed";
  /** The row it was, null where it came. */
  readonly before: R | null;
  /** The row it is, null where it went. */
  readonly after: R | null;
  /** A row of the document it is compared with. */
  readonly of: R;
}

/** What one document did to a scope when it came after the documents before it. */
export interface Step<R> {
  /** A row of each document of which rows stopped counting. */
  readonly replaced: readonly R[];
  readonly changes: readonly Change<R>[];
}

/**
 * What the document of a version changes in a scope. Only the documents up to it matter, so that it is the same before the import, after
 * it, and after later ones. Lines are added only where others lose some: what joins them takes nobody's place.
 */
export function stepOf<R extends SpokenRow>(scope: string, rows: readonly R[], version: string): Step<R> {
  const without = currentRows(
    scope,
    rows.filter((row) => row.version < version),
  );
  const withIt = currentRows(
    scope,
    rows.filter((row) => row.version <= version),
  );
  const successors = byKey(withIt);
  const replaced = new Map<string, R>();
  const changes: Change<R>[] = [];
  for (const before of without) {
    if (withIt.has(before)) continue;
    replaced.set(before.version, before);
    const after = successors.get(before.key) ?? null;
    if (after === null) changes.push({ change: "removed", before, after, of: before });
    else if (after.says !== before.says) changes.push({ change: "changed", before, after, of: before });
  }
  const latest = [...replaced].reduce<[string, R] | null>((a, b) => (a === null || b[0] > a[0] ? b : a), null)?.[1];
  if (latest === undefined) return { replaced: [], changes: [] };
  const known = byKey(without);
  for (const after of withIt) {
    if (after.version === version && !known.has(after.key))
      changes.push({ change: "added", before: null, after, of: latest });
  }
  return { replaced: [...replaced.values()], changes };
}

/** As many lines as a difference shows at most. */
const SHOWN = 5_000;

/** The first lines of a difference by day, however many there are. */
export class FirstLines<T extends { readonly day: IsoDate | null }> {
  #lines: T[] = [];

  /** Adds a line. */
  add(line: T): void {
    this.#lines.push(line);
    if (this.#lines.length >= 4 * SHOWN) this.#lines = this.#byDay().slice(0, 2 * SHOWN);
  }

  /** The lines by day; lines of no day come first. */
  get lines(): readonly T[] {
    return this.#byDay();
  }

  #byDay(): T[] {
    return this.#lines.sort((a, b) => ((a.day ?? "") < (b.day ?? "") ? -1 : (a.day ?? "") > (b.day ?? "") ? 1 : 0));
  }
}
