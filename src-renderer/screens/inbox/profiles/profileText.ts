/** A saved mapping as text that can be kept in a file or sent to somebody, and back. */
import { DOCUMENT_KINDS } from "#shared/catalogue.ts";
import type { MappingProfile } from "#shared/contract/schemas.ts";

/** Mappings as JSON, as it is shown to be copied. */
export function textOfProfiles(profiles: readonly MappingProfile[]): string {
  return JSON.stringify(profiles, null, 2);
}

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isTexts(value: unknown): value is Record<string, string> {
  return isFields(value) && Object.values(value).every((text) => typeof text === "string");
}

function profileFrom(value: unknown): MappingProfile | null {
  if (!isFields(value)) return null;
  const { name, layout, fingerprint, columns, constants, dates, numbers, reversed } = value;
  const kind = DOCUMENT_KINDS.find((known) => known === value.kind);
  if (kind === undefined || typeof name !== "string" || name.trim() === "" || name.trim().length > 80) return null;
  if (typeof layout !== "string" || typeof fingerprint !== "string" || !/^[0-9a-f]{64}$/.test(fingerprint)) return null;
  if (!isTexts(columns) || !isTexts(constants)) return null;
  if (dates !== "month first" && dates !== "day first") return null;
  if (numbers !== "1,234.56" && numbers !== "1.234,56") return null;
  if (!Array.isArray(reversed) || !reversed.every((field): field is string => typeof field === "string")) return null;
  return { name: name.trim(), kind, layout, fingerprint, columns, constants, dates, numbers, reversed };
}

/** Mappings out of pasted text; a sentence where it holds none. One that is not whole refuses the rest, so that nothing is half taken. */
export function profilesFrom(text: string): readonly MappingProfile[] | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return "This is not the text of a mapping. Copy it again from the first { or [ to the last } or ].";
  }
  const list = (Array.isArray(value) ? value : [value]).map(profileFrom);
  const whole = list.filter((profile) => profile !== null);
  if (list.length === 0) return "There is no mapping in this text.";
  if (whole.length < list.length)
    return list.length === 1
      ? "This is no whole mapping: something of it is missing. Copy it again."
      : "One of these mappings is not whole, so none was taken. Copy them again.";
  return whole;
}

/** `clockIn` as `Clock in`. */
export function fieldWords(field: string): string {
  const words = field
    .replace(/(?:Cents|Minutes)$/, "")
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
