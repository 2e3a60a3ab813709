/** The version of a document before the one that counts, put together from its superseded rows and those that still count. Pure. */
import type { Source } from "../../../documents/facts.ts";

interface Sourced {
  readonly source: Source;
}

/**
 * What was known before the latest of the documents that superseded rows are from was replaced; null where there is none. `keyOf` tells which
 * row of one version is which of the other. Where rows of that document still count, the two were parts of one week and only the rows that
 * lost are put back; else the document was replaced as a whole.
 */
export function versionBefore<F extends Sourced>(
  superseded: readonly F[],
  current: readonly F[],
  keyOf: (fact: F) => string,
): readonly F[] | null {
  const idOf = ({ source: { document } }: F) => `${document.asOf ?? ""} ${document.sha256}`;
  const last = superseded.map(idOf).sort().at(-1);
  if (last === undefined) return null;
  const before = superseded.filter((fact) => idOf(fact) === last);
  if (!current.some((fact) => idOf(fact) === last)) return before;
  const putBack = new Set(before.map(keyOf));
  return [...before, ...current.filter((fact) => !putBack.has(keyOf(fact)))];
}
