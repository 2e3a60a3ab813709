/** What a table would be read as with a mapping, before anything is decided. */
import type { MappingAnswer, MappingTrial } from "#shared/contract/schemas.ts";
import { cellsOf } from "../facts.ts";
import type { FactDraft } from "../interpretation.ts";
import { Unreadable } from "../read/unreadable.ts";
import { readFit } from "../recognise/read-fit.ts";
import type { ReadDocument } from "../table.ts";
import { understood } from "../understood.ts";
import { applyProfile } from "./apply.ts";

const SAMPLE_ROWS = 8;
const SHOWN_PROBLEMS = 200;

type Answer = Pick<MappingAnswer, "sheet" | "headerRow" | "profile">;

/** Reads a document's table with a mapping. Null where it has no such sheet. */
export function tryTable({ name, tables }: ReadDocument, { sheet, headerRow, profile }: Answer): MappingTrial | null {
  const table = tables.find((each) => each.sheet === sheet);
  if (!table) return null;
  const trial: MappingTrial = { rows: 0, problems: [], sample: [], missing: [] };
  const applied = applyProfile(name, table, headerRow - 1, profile);
  if ("missing" in applied) return { ...trial, missing: [...applied.missing] };
  try {
    const refusal = readFit(applied.fit, ({ columns, facts, problems }) => {
      trial.rows += facts.length;
      for (const draft of facts.slice(0, SAMPLE_ROWS - trial.sample.length))
        trial.sample.push(sampleRow(columns, draft));
      for (const { sheet: on, row, column, text, reason } of problems.slice(
        0,
        SHOWN_PROBLEMS - trial.problems.length,
      )) {
        trial.problems.push({ file: name, sheet: on, row, column, text, reason });
      }
    });
    return refusal === null ? trial : { ...trial, missing: [refusal] };
  } catch (error) {
    if (error instanceof Unreadable) return { ...trial, missing: [error.message] };
    throw error;
  }
}

function sampleRow(columns: readonly string[], draft: FactDraft): MappingTrial["sample"][number] {
  return {
    row: draft.row,
    cells: cellsOf({ columns, cells: draft.cells }),
    understood: understood(Object.fromEntries(Object.entries(draft.values))),
  };
}
