/** A mapping applied to a table: the same recognised table that the kind's own titles would give, for the same interpreter. */
import type { MappingProfile } from "#shared/contract/schemas.ts";
import type { KindDefinition, RecognisedTable } from "../interpretation.ts";
import { hasLabel } from "../recognise/columns.ts";
import { inUsualForm } from "../recognise/format.ts";
import type { Fit } from "../recognise/header.ts";
import { normaliseTitle, titleKey } from "../recognise/titles.ts";
import type { Cell, Table } from "../table.ts";
import { type Above, labelMap, labelsAbove } from "./above.ts";
import { definitionOf, type Field, fieldsOf, labelOf, titleOf } from "./definitions.ts";
import { againstFormat } from "./formats.ts";

/** What came of it: the table, or why it cannot be read with this mapping, as sentences. */
export type Applied = { readonly fit: Fit } | { readonly missing: readonly string[] };

/** Applies a mapping to a table whose header stands in the row of index `headerRow`. */
export function applyProfile(document: string, table: Table, headerRow: number, profile: MappingProfile): Applied {
  const definition = definitionOf(profile.kind, profile.layout);
  const outdated = outdatedReason(profile);
  if (!definition || outdated !== null) return { missing: [outdated ?? ""] };
  const places = new Places(definition, document, table, headerRow, profile);
  const missing = [...places.unfound, ...lacking(definition, places)];
  if (missing.length > 0) return { missing };
  const { recognised } = places;
  const against = againstFormat(recognised, recognised.format);
  if (against.length > 0) return { missing: against };
  return { fit: { definition: places.definition, recognised } };
}

/** Why a saved mapping cannot be used any more, as a sentence; null where it can. */
export function outdatedReason({ name, kind, layout, columns, constants, reversed }: MappingProfile): string | null {
  const definition = definitionOf(kind, layout);
  if (!definition) {
    return `The mapping "${name}" is for ${layout === "" ? kind : `${kind} (${layout})`}, which is not read any more. Map the columns anew.`;
  }
  const fields = new Set(fieldsOf(definition).map(({ field }) => field));
  const gone = [...Object.keys(columns), ...Object.keys(constants), ...reversed].filter((field) => !fields.has(field));
  if (gone.length === 0) return null;
  const list = [...new Set(gone)].join(", ");
  return `The mapping "${name}" has fields that ${titleOf(definition).toLowerCase()} does not have: ${list}. Map the columns anew.`;
}

/** Needed fields that come from nowhere. */
function lacking(definition: KindDefinition, { recognised }: Places): string[] {
  const { columns, constants, labels } = recognised;
  return fieldsOf(definition)
    .filter(({ field, required }) => {
      const label = definition.labels?.[field];
      const isAbove = label !== undefined && hasLabel(labels, label);
      return required && !columns.has(field) && constants?.has(field) !== true && !isAbove;
    })
    .map((field) => `Say which column is "${labelOf(field)}", or what it is for every row.`);
}

/** Where each field of a mapping is found. */
class Places {
  readonly #columns = new Map<string, number>();
  readonly #constants = new Map<string, string>();
  readonly #labels: Map<string, { readonly value: Cell; readonly row: number }>;
  readonly #above: readonly Above[];
  readonly #whole: { readonly title: string; readonly column: number }[] = [];
  readonly #base: RecognisedTable;
  readonly #definition: KindDefinition;
  /** Sentences on titles that are not there. */
  readonly unfound: string[] = [];

  constructor(
    definition: KindDefinition,
    document: string,
    table: Table,
    headerRow: number,
    { columns, constants, dates, numbers, reversed }: MappingProfile,
  ) {
    this.#definition = definition;
    this.#above = labelsAbove(table, headerRow);
    this.#labels = labelMap(this.#above);
    this.#base = {
      table,
      document,
      headerRow,
      fields: definition.fields,
      columns: this.#columns,
      constants: this.#constants,
      labels: this.#labels,
      format: { dates, numbers },
      reversed: new Set(reversed.filter((field) => isSigned(definition, field))),
    };
    for (const field of fieldsOf(definition)) {
      const title = columns[field.field];
      const constant = constants[field.field]?.trim() ?? "";
      if (title !== undefined) this.#find(field, title);
      else if (constant !== "") this.#say(field, constant, headerRow + 1);
    }
  }

  get recognised(): RecognisedTable {
    return this.#base;
  }

  /** The definition; where a label's value is taken from a column, it refuses tables in which that column has several. */
  get definition(): KindDefinition {
    const definition = this.#definition;
    const whole = this.#whole;
    if (whole.length === 0) return definition;
    const refuse = (recognised: RecognisedTable) => {
      const several = whole.find(({ column }) => valuesIn(recognised, column).size > 1);
      if (several)
        return `"${several.title}" has more than one value, and a file of this kind has one. Drop each as a table of its own.`;
      return definition.refuse?.(recognised) ?? null;
    };
    return { ...definition, refuse };
  }

  #find(field: Field, title: string): void {
    const { table, headerRow } = this.#base;
    const header = table.rows[headerRow] ?? [];
    const exact = header.findIndex((cell) => normaliseTitle(String(cell)) === normaliseTitle(title));
    const column = exact >= 0 ? exact : header.findIndex((cell) => titleKey(String(cell)) === titleKey(title));
    const label = this.#above.find((each) => titleKey(each.title) === titleKey(title));
    if (column >= 0 && field.column) this.#columns.set(field.field, column);
    else if (column >= 0) {
      const [first] = valuesIn(this.#base, column);
      this.#whole.push({ title, column });
      if (first !== undefined) this.#say(field, first, headerRow + 1);
    } else if (label) this.#say(field, label.value, label.row);
    else this.unfound.push(`There is no column "${title}" in this table.`);
  }

  /** Takes a value for every row. */
  #say({ field, shape, titles, above }: Field, value: Cell, row: number): void {
    if (above)
      for (const name of titles.flatMap((title) => [title, titleKey(title)])) this.#labels.set(name, { value, row });
    else this.#constants.set(field, String(inUsualForm(value, shape, this.#base.format)));
  }
}

/** Only a number has a sign to turn. */
function isSigned({ fields }: KindDefinition, field: string): boolean {
  const shape = fields[field]?.shape;
  return shape === "money" || shape === "number";
}

function valuesIn({ table, headerRow }: RecognisedTable, column: number): Set<string> {
  const texts = table.rows.slice(headerRow + 1).map((row) => String(row[column] ?? "").trim());
  return new Set(texts.filter((text) => text !== ""));
}
