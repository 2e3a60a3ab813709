/** A table nobody could name, as a person sees it who is to map it. */
import type { z } from "zod";
import type { unknownTable as shape } from "#shared/contract/schemas.ts";
import type { Table } from "../table.ts";
import { labelsAbove } from "./above.ts";
import { fingerprintOf, titlesOf } from "./fingerprint.ts";
import { guessHeader } from "./header-guess.ts";

export type UnknownTable = z.infer<typeof shape>;

const SAMPLES = 12;
const LABELS = 30;
const CELL = 200;

/** The table from its header on; null where it has no two titles with a row below them. `headerRow` is an index, guessed where left out. */
export function unknownTable(table: Table, headerRow: number | null = guessHeader(table)): UnknownTable | null {
  const titles = headerRow === null ? [] : titlesOf(table.rows[headerRow] ?? []);
  if (headerRow === null || titles.filter((title) => title !== "").length < 2) return null;
  const isFilled = (row: readonly unknown[]) => row.some((cell) => String(cell).trim() !== "");
  const below = table.rows.slice(headerRow + 1).filter(isFilled);
  let rows = below.length;
  table.rest?.((piece) => {
    rows += piece.filter(isFilled).length;
  });
  if (rows === 0) return null;
  return {
    sheet: table.sheet,
    headerRow: headerRow + 1,
    titles,
    samples: below.slice(0, SAMPLES).map((row) => titles.map((_, column) => String(row[column] ?? "").slice(0, CELL))),
    above: labelsAbove(table, headerRow)
      .slice(0, LABELS)
      .map(({ title, value }) => ({ title: title.slice(0, CELL), value: String(value).slice(0, CELL) })),
    rows,
    fingerprint: fingerprintOf(titles),
  };
}
