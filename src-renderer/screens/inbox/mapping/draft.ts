/** A mapping while a person makes it: where each of our fields comes from, and what is still open. */
import type { z } from "zod";
import type { DocumentKind } from "#shared/catalogue.ts";
import type {
  dateOrder,
  MappingProfile,
  MappingSuggestion,
  mappingCandidate,
  mappingField,
  numberStyle,
  unknownTable,
} from "#shared/contract/schemas.ts";

export type UnknownTable = z.infer<typeof unknownTable>;
export type MappingField = z.infer<typeof mappingField>;
export type MappingCandidate = z.infer<typeof mappingCandidate>;
export type DateOrder = z.infer<typeof dateOrder>;
export type NumberStyle = z.infer<typeof numberStyle>;

/** A kind with its layout; the layout is empty where the kind has one. */
export interface Wanted {
  readonly kind: DocumentKind;
  readonly layout: string;
}

/** From this score on, everything a kind needs has a column. */
const WHOLE = 60;

/** Candidates of which only a person can say which it is: several that fit as a whole, or fit equally well. Empty where one stands out. */
export function rivalsOf(candidates: readonly MappingCandidate[]): readonly MappingCandidate[] {
  const best = Math.max(...candidates.map(({ score }) => score));
  const rivals = candidates.filter(({ score }) => score === best || score >= WHOLE);
  return rivals.length > 1 ? rivals : [];
}

/** Where a field comes from. */
export type Source =
  | { readonly from: "column"; readonly title: string }
  | { readonly from: "constant"; readonly text: string }
  | { readonly from: "nowhere" };

/** Everything a person can say of a table. Null where a choice must be made and was not. */
export interface Draft {
  readonly profile: MappingProfile;
  readonly dates: DateOrder | null;
  readonly numbers: NumberStyle | null;
  /** Fields whose column was only guessed and not looked at yet. */
  readonly guessed: ReadonlySet<string>;
}

/** The first draft: what could be read in two ways is left open. */
export function draftOf({ profile, guessed, datesAmbiguous, numbersAmbiguous }: MappingSuggestion): Draft {
  const named = new Set(guessed);
  // A guess is named by its field, or by the column that it fell on.
  const open = Object.entries(profile.columns).filter(([field, title]) => named.has(field) || named.has(title));
  return {
    profile,
    dates: datesAmbiguous ? null : profile.dates,
    numbers: numbersAmbiguous ? null : profile.numbers,
    guessed: new Set(open.map(([field]) => field)),
  };
}

/** Where a field comes from in a mapping. */
export function sourceOf({ columns, constants }: MappingProfile, field: string): Source {
  const title = columns[field];
  if (title !== undefined) return { from: "column", title };
  const text = constants[field];
  return text === undefined ? { from: "nowhere" } : { from: "constant", text };
}

/** The mapping with another source for a field. */
export function withSource(profile: MappingProfile, field: string, source: Source): MappingProfile {
  const { [field]: _column, ...columns } = profile.columns;
  const { [field]: _constant, ...constants } = profile.constants;
  return {
    ...profile,
    columns: source.from === "column" ? { ...columns, [field]: source.title } : columns,
    constants: source.from === "constant" ? { ...constants, [field]: source.text } : constants,
    reversed: source.from === "column" ? profile.reversed : profile.reversed.filter((other) => other !== field),
  };
}

/** The mapping with a money field read with the opposite sign, or not any more. */
export function withSign(profile: MappingProfile, field: string, reversed: boolean): MappingProfile {
  const others = profile.reversed.filter((other) => other !== field);
  return { ...profile, reversed: reversed ? [...others, field] : others };
}

/** What is still to be said before the mapping can be tried, as sentences. */
export function openQuestions({ profile, dates, numbers }: Draft, fields: readonly MappingField[]): string[] {
  const lacking = fields.filter(({ field, required }) => {
    const source = sourceOf(profile, field);
    return required && (source.from === "nowhere" || (source.from === "constant" && source.text.trim() === ""));
  });
  return [
    ...(dates === null ? ["Choose how this file writes dates."] : []),
    ...(numbers === null ? ["Choose how this file writes numbers."] : []),
    ...lacking.map(({ label }) => `Say where “${label}” comes from.`),
  ];
}

/** The mapping as the engine takes it; null while a choice is open. */
export function finished({ profile, dates, numbers }: Draft): MappingProfile | null {
  if (dates === null || numbers === null) return null;
  const constants = Object.entries(profile.constants).filter(([, text]) => text.trim() !== "");
  return { ...profile, dates, numbers, constants: Object.fromEntries(constants) };
}

/** Different texts of a column, the first ones, without the empty ones; of a label above the table the value beside it. */
export function samplesOf({ titles, samples, above }: UnknownTable, title: string, count: number): string[] {
  const index = titles.indexOf(title);
  if (index < 0) return above.filter((label) => label.title === title).map(({ value }) => value);
  return [...new Set(samples.map((row) => row[index] ?? "").filter((text) => text.trim() !== ""))].slice(0, count);
}
