/** Source rows as evidence, whatever document they are from. Pure. */
import type { Source } from "../documents/facts.ts";
import { type Evidence, evidence, type NonEmpty, nonEmpty } from "./finding.ts";

interface Sourced {
  readonly source: Source;
}

/** Rows as evidence. Titles are found whatever their case, because evidence names them as they stand in the file. */
export function proof(facts: readonly Sourced[], titles: readonly string[]): Evidence[] {
  const wanted = new Set(titles.map((title) => title.toLowerCase()));
  return facts.map(({ source }) =>
    evidence(
      source,
      source.columns.filter((column) => wanted.has(column.trim().toLowerCase())),
    ),
  );
}

/** Evidence without the same row twice. Throws when nothing is left. */
export function allProof(...parts: readonly (readonly Evidence[])[]): NonEmpty<Evidence> {
  const byRow = new Map<string, Evidence>();
  for (const item of parts.flat()) {
    const { document, sheet, row } = item.source;
    const key = JSON.stringify([document.name, document.sha256, sheet, row]);
    if (!byRow.has(key)) byRow.set(key, item);
  }
  return nonEmpty([...byRow.values()]);
}
