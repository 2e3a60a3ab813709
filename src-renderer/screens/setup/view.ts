/** The sections of Setup, as they stand in the address. */
import { linkTo } from "../../app/route.ts";
import type { IconName } from "../../parts/icons.ts";

/** The sections, in their order. */
export const SECTIONS = [
  "stations",
  "rate-card",
  "lease-schedule",
  "staff",
  "aliases",
  "checks",
  "wage-rules",
  "mappings",
  "people",
  "data",
] as const;
export type Section = (typeof SECTIONS)[number];

export const SECTION_TITLES: Record<Section, string> = {
  stations: "Stations",
  "rate-card": "Rate card",
  "lease-schedule": "Leases and rentals",
  staff: "Staff and names",
  aliases: "Service aliases",
  checks: "Checks",
  "wage-rules": "Wage rules",
  mappings: "Saved mappings",
  people: "People",
  data: "Data",
};

export const SECTION_ICONS: Record<Section, IconName> = {
  stations: "building",
  "rate-card": "table",
  "lease-schedule": "van",
  staff: "person",
  aliases: "conflict",
  checks: "review",
  "wage-rules": "exposure",
  mappings: "mapping",
  people: "people",
  data: "folder",
};

/** The section an address names; the first where it names none. */
export function sectionOf(params: URLSearchParams): Section {
  return SECTIONS.find((known) => known === params.get("section")) ?? "stations";
}

/** The address of a section. */
export function sectionLink(section: Section): string {
  return linkTo("setup", { section });
}
