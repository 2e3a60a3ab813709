/** Which saved mapping a table is read with. */
import type { MappingProfile } from "#shared/contract/schemas.ts";
import type { Table } from "../table.ts";
import { definitionOf, fieldsOf, labelOf } from "./definitions.ts";
import { fingerprintOf, titlesOf } from "./fingerprint.ts";

/** A mapping with the index of the header row it fits. */
export interface SavedFit {
  readonly profile: MappingProfile;
  readonly headerRow: number;
}

const HEADER_ROWS = 40;

/** The mapping saved for a header of this table, the first row that has one; of several for one header the first in the list. */
export function savedFor({ rows }: Table, profiles: readonly MappingProfile[]): SavedFit | null {
  if (profiles.length === 0) return null;
  for (const [headerRow, row] of rows.slice(0, HEADER_ROWS).entries()) {
    const titles = titlesOf(row);
    if (titles.filter((title) => title !== "").length < 2) continue;
    const fingerprint = fingerprintOf(titles);
    const profile = profiles.find((each) => each.fingerprint === fingerprint);
    if (profile) return { profile, headerRow };
  }
  return null;
}

/**
 * Fields whose fixed value can hold for one file only: a day, a period, an invoice's number. Taken over for the next file in silence they
 * would date it wrongly.
 */
export function saidForOneFile({ kind, layout, constants }: MappingProfile): { field: string; label: string }[] {
  const definition = definitionOf(kind, layout);
  if (!definition) return [];
  return fieldsOf(definition)
    .filter(({ field, shape }) => (constants[field] ?? "").trim() !== "" && isOfOneFile(field, shape))
    .map((field) => ({ field: field.field, label: labelOf(field) }));
}

function isOfOneFile(field: string, shape: string): boolean {
  return shape === "date" || /(?:number|week|period)$/i.test(field);
}
