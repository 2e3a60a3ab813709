import { type DocumentKind, KIND_HELP } from "#shared/catalogue.ts";

/** What a document is called: its kind, and whose layout it has where the kind has several: `Timecard (Homebase)`. */
export function documentTitle(kind: DocumentKind, layout: string): string {
  const { title } = KIND_HELP[kind];
  return layout === "" || layout === title ? title : `${title} (${layout})`;
}
