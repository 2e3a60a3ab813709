/** The kinds a table can be mapped to, and what each asks for. */
import { type DocumentKind, KIND_HELP } from "#shared/catalogue.ts";
import { KINDS } from "../interpret/index.ts";
import type { FieldShape, KindDefinition } from "../interpretation.ts";

/** A field of a kind, whether it stands in a column, above the table, or in either. */
export interface Field {
  readonly field: string;
  readonly titles: readonly string[];
  readonly required: boolean;
  readonly shape: FieldShape;
  /** It can be said once above the table. */
  readonly above: boolean;
  /** It can be a column of the table. */
  readonly column: boolean;
}

/** Every definition there is. */
export const DEFINITIONS: readonly KindDefinition[] = KINDS;

/** The definition of a kind's layout ("" for a kind with one); undefined where it is no longer read. */
export function definitionOf(kind: DocumentKind, layout: string): KindDefinition | undefined {
  return KINDS.find((definition) => definition.kind === kind && (definition.layout ?? "") === layout);
}

const known = new WeakMap<KindDefinition, readonly Field[]>();

/** All fields of a definition: those above its table first, where it has such. */
export function fieldsOf(definition: KindDefinition): readonly Field[] {
  let fields = known.get(definition);
  if (!fields) {
    const labels = definition.labels ?? {};
    const all = { ...labels, ...definition.fields };
    fields = Object.entries(all).map(([field, { titles, shape, required }]) => ({
      field,
      titles,
      shape,
      required: required || labels[field]?.required === true,
      above: Object.hasOwn(labels, field),
      column: Object.hasOwn(definition.fields, field),
    }));
    known.set(definition, fields);
  }
  return fields;
}

/** What a field is called on the screen: `Invoice number`, `VIN`. */
export function labelOf({ field, titles }: Pick<Field, "field" | "titles">): string {
  const words = (titles[0] ?? field).replaceAll("_", " ");
  const spelled = words.replace(/\b(?:vin|dsp|pto|ot|dt|id|amzl|dnr)\b/g, (word) => word.toUpperCase());
  return spelled.charAt(0).toUpperCase() + spelled.slice(1);
}

/** What a definition is called: `Timecard (ADP Workforce Now)`. */
export function titleOf({ kind, layout }: KindDefinition): string {
  const { title } = KIND_HELP[kind];
  return layout === undefined || layout === title ? title : `${title} (${layout})`;
}
