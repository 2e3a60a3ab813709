/** What an unknown table could be, and a first draft of its mapping. */
import type { DocumentKind } from "#shared/catalogue.ts";
import type { MappingProfile, MappingSuggestion } from "#shared/contract/schemas.ts";
import type { Table } from "../table.ts";
import { labelsAbove } from "./above.ts";
import { type Assignment, assign, type Seen } from "./assign.ts";
import { contentsOf } from "./contents.ts";
import { DEFINITIONS, fieldsOf, labelOf, titleOf } from "./definitions.ts";
import { again, drafted } from "./draft.ts";
import { titlesOf } from "./fingerprint.ts";
import { cellsBelow, formatsOf, type Shaped } from "./formats.ts";
import { savedFor } from "./saved.ts";
import { unknownTable } from "./unknown.ts";

/** What is asked for. */
export interface Wish {
  /** Index of the header row; guessed where left out. */
  readonly headerRow?: number | undefined;
  readonly kind?: DocumentKind | undefined;
  /** "" for any layout of the kind. */
  readonly layout?: string | undefined;
  /** What a person said of this very table before, and may want to change. */
  readonly said?: MappingProfile | undefined;
}

type Candidate = MappingSuggestion["candidates"][number];

/** Candidates below this are chance; beyond that many nobody reads. */
const LOWEST = 15;
const OFFERED = 12;

/** What a table could be, the likeliest first. `headerRow` is an index. */
export function candidatesOf(table: Table, headerRow: number): Candidate[] {
  return offered(ranked(seenIn(table, headerRow)));
}

function offered(all: readonly Assignment[]): Candidate[] {
  return all
    .filter(({ score }, index) => index === 0 || score >= LOWEST)
    .slice(0, OFFERED)
    .map(({ definition, score }) => ({
      kind: definition.kind,
      layout: definition.layout ?? "",
      title: titleOf(definition),
      score,
    }));
}

function seenIn(table: Table, headerRow: number): Seen {
  const titles = titlesOf(table.rows[headerRow] ?? []);
  const above = labelsAbove(table, headerRow).map(({ title, value }) => ({ title, value: String(value) }));
  return { titles, contents: contentsOf(table, headerRow, titles.length), above };
}

function ranked(seen: Seen): Assignment[] {
  return DEFINITIONS.map((definition) => assign(seen, definition)).sort((a, b) => b.score - a.score);
}

/** A first draft for a table; null where it has no such header or no row. `profiles` are the saved mappings, the newest first. */
export function suggestionFor(
  document: string,
  table: Table,
  wish: Wish,
  profiles: readonly MappingProfile[],
): MappingSuggestion | null {
  const unknown = unknownTable(table, wish.headerRow ?? savedFor(table, profiles)?.headerRow);
  if (!unknown) return null;
  const headerRow = unknown.headerRow - 1;
  const seen = seenIn(table, headerRow);
  const all = ranked(seen);
  const saved = profiles.find(({ fingerprint }) => fingerprint === unknown.fingerprint);
  const kept = wish.said ?? saved;
  const chosen = choose(all, wish, kept);
  if (!chosen) return null;
  const { dates, numbers } = formatsOf([
    ...labelCells(chosen, table, headerRow),
    ...shapedCells(table, headerRow, seen),
  ]);
  const ways = { dates: dates.proven ?? "month first", numbers: numbers.proven ?? "1,234.56" } as const;
  const draft = drafted(document, unknown, chosen, ways);
  const isKept = kept !== undefined && isOf(chosen, kept.kind, kept.layout);
  return {
    table: unknown,
    candidates: offered(all),
    fields: fieldsOf(chosen.definition).map((field) => ({
      field: field.field,
      label: labelOf(field),
      required: field.required,
      shape: field.shape,
      above: field.above,
    })),
    profile: isKept ? (wish.said ?? again(kept)) : draft,
    guessed: isKept
      ? []
      : chosen.assigned.filter(({ by }) => by === "contents" || by === "part").map(({ field }) => field.field),
    datesAmbiguous: dates.ambiguous,
    numbersAmbiguous: numbers.ambiguous,
  };
}

function isOf({ definition }: Assignment, kind: DocumentKind, layout: string): boolean {
  return definition.kind === kind && (definition.layout ?? "") === layout;
}

function choose(
  all: readonly Assignment[],
  { kind, layout = "" }: Wish,
  saved: MappingProfile | undefined,
): Assignment | undefined {
  if (kind !== undefined) {
    return all.find((each) => isOf(each, kind, layout)) ?? all.find(({ definition }) => definition.kind === kind);
  }
  return (saved && all.find((each) => isOf(each, saved.kind, saved.layout))) ?? all[0];
}

/** Dates and numbers above the table that the draft takes. */
function labelCells({ assigned }: Assignment, table: Table, headerRow: number): Shaped[] {
  return labelsAbove(table, headerRow).flatMap(({ title, value, row }) => {
    const field = assigned.find((each) => each.title === title)?.field;
    return field ? [{ cell: value, shape: field.shape, row }] : [];
  });
}

/** Cells of all columns that hold dates or numbers, whether or not the draft takes them. */
function* shapedCells(table: Table, headerRow: number, { contents }: Seen): Generator<Shaped> {
  for (const [column, { share }] of contents.entries()) {
    const shape = Math.max(share.date, share.clock) >= 0.5 ? "date" : share.number >= 0.5 ? "number" : "text";
    yield* cellsBelow(table, headerRow, column, shape);
  }
}
