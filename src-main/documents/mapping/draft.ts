/** A first draft of a mapping, and one that is kept taken up again. */
import { type DocumentKind, KIND_HELP } from "#shared/catalogue.ts";
import type { MappingProfile } from "#shared/contract/schemas.ts";
import type { Assignment } from "./assign.ts";
import { saidForOneFile } from "./saved.ts";
import type { UnknownTable } from "./unknown.ts";

/** A draft from what was assigned. Nobody has named or confirmed it yet. */
export function drafted(
  document: string,
  { fingerprint }: UnknownTable,
  { definition, assigned }: Assignment,
  ways: Pick<MappingProfile, "dates" | "numbers">,
): MappingProfile {
  return {
    name: nameFor(document, definition.kind),
    kind: definition.kind,
    layout: definition.layout ?? "",
    fingerprint,
    columns: Object.fromEntries(assigned.map(({ field, title }) => [field.field, title])),
    constants: {},
    ...ways,
    reversed: [],
  };
}

/** A mapping that is kept already, without what held for another file only. */
export function again(saved: MappingProfile): MappingProfile {
  const stale = new Set(saidForOneFile(saved).map(({ field }) => field));
  return {
    ...saved,
    constants: Object.fromEntries(Object.entries(saved.constants).filter(([field]) => !stale.has(field))),
  };
}

/** `Timecard from clock export`: the file's name without the days and numbers in it, which the next file has others of. */
function nameFor(document: string, kind: DocumentKind): string {
  const base = document.slice(document.lastIndexOf("/") + 1).replace(/\.\w+$/, "");
  const words = base
    .replace(/[\d_\-.()\s]+/g, " ")
    .trim()
    .toLowerCase();
  const { title } = KIND_HELP[kind];
  return (words === "" ? title : `${title} from ${words}`).slice(0, 80).trim();
}
