/** What a person confirmed once: that a name or a payroll id of some document means somebody on the roster. Pure. */
import { employeeKey, parseName } from "./people-names.ts";

/** The sorts of writing that can be linked. */
export const LINK_KINDS = ["name", "payroll id"] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/** A confirmed link. */
export interface PersonLink {
  readonly kind: LinkKind;
  /** As the document writes it. */
  readonly text: string;
  /** The roster's id of the person it means. */
  readonly employeeId: string;
}

/** Two writings with one key are one link: case, accents, commas, leading zeros do not matter. */
export function linkKey(kind: LinkKind, text: string): string {
  if (kind === "payroll id") return `payroll id ${employeeKey(text)}`;
  const { tokens, suffix } = parseName(text);
  return `name ${[...tokens, ...(suffix === null ? [] : [`, ${suffix}`])].join(" ")}`;
}
