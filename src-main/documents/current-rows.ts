/** Which rows count where several documents speak of the same thing. A function of the documents that are there, never of their order. */
import type { IsoDate } from "#shared/week.ts";

/** A row of one scope as one document holds it. */
export interface ScopeRow {
  /** What makes it the same row in two documents; only ever compared. */
  readonly key: string | number;
  readonly day: IsoDate | null;
  /** Orders documents, as `versionOf` writes it. */
  readonly version: string;
}

/** Orders documents: by the file's own time (ISO instant), then by its hash, so that the order of importing cannot matter. */
export function versionOf(asOf: string, sha256: string): string {
  return `${asOf} ${sha256}`;
}

/** The file's own time within a version: of two versions of the same time neither is later. */
export function timeOf(version: string): string {
  return version.slice(0, version.indexOf(" "));
}

/** Whether a later file replaces this scope as a whole whatever its days: an invoice is one document, a list's entry one line. */
export function isWhole(scope: string): boolean {
  return /^(?:station|rate|person|lease|vehicle|alias|rental|charge words|tier|scorecard|concessions|invoice|invoice export|payment|pay|lease invoice)\|/.test(
    scope,
  );
}

/** Whether two files of the same days may be two parts of one week, told from two versions by how many rows they share. */
const isSliced = (scope: string) => /^(?:route summary|service details|packages)\|/.test(scope);

/**
 * The rows of one scope that count. A whole scope is what its latest document says. Else a later file replaces an earlier one on the days
 * both have rows of (the work summary is mutable: routes can vanish from it), as long as it has at least half of the earlier one's rows
 * of those days: else the two are parts of one week and are joined, the later one winning where both have a row.
 */
export function currentRows<R extends ScopeRow>(scope: string, rows: readonly R[]): Set<R> {
  const versions = inOrder(rows);
  const last = versions.at(-1);
  if (last === undefined) return new Set();
  if (versions.length === 1 || isWhole(scope)) return new Set(byKey(last).values());
  const sliced = isSliced(scope);
  const days = versions.map((group) => new Set(group.map((row) => row.day)));
  const keys = sliced ? versions.map((group) => new Set(group.map((row) => row.key))) : [];
  const chosen = new Map<R["key"], R>();
  for (const [position, group] of versions.entries()) {
    const replacedOn = new Set<IsoDate | null>();
    for (let index = position + 1; index < versions.length; index += 1) {
      const shared = group.filter((row) => days[index]?.has(row.day));
      const known = shared.filter((row) => keys[index]?.has(row.key));
      if (!sliced || known.length * 2 >= shared.length) for (const row of shared) replacedOn.add(row.day);
    }
    for (const row of group) {
      // A row that its own document's later version dropped takes what it had won over with it.
      if (replacedOn.has(row.day)) chosen.delete(row.key);
      else chosen.set(row.key, row);
    }
  }
  return new Set(chosen.values());
}

/** Rows by document, the earliest first. */
function inOrder<R extends ScopeRow>(rows: readonly R[]): R[][] {
  const versions = new Map<string, R[]>();
  for (const row of rows) {
    const group = versions.get(row.version);
    if (group) group.push(row);
    else versions.set(row.version, [row]);
  }
  return [...versions].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

/** Rows by their key. */
export function byKey<R extends ScopeRow>(rows: Iterable<R>): Map<R["key"], R> {
  const found = new Map<R["key"], R>();
  for (const row of rows) found.set(row.key, row);
  return found;
}
