/** Names of people in comparable parts, however they are written. Pure. */
import { areForms } from "./people-nicknames.ts";

/** A name in comparable parts: given names first, then the family name. */
export interface Name {
  readonly tokens: readonly string[];
  /** How many of the last tokens are the family name; null where the writing does not tell (`First Last`). */
  readonly family: number | null;
  readonly suffix: string | null;
}

const SUFFIXES = new Set(["jr", "sr", "ii", "iii", "iv"]);
const LETTERS: Record<string, string> = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", þ: "th" };

function tokensOf(text: string): string[] {
  return text
    .normalize("NFKC")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[ßæœøłđþ]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/['’‘`´.]/g, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

/** Takes a suffix off the end of some tokens; a name needs what is left of it. */
function withoutSuffix(tokens: readonly string[], least: number): { tokens: readonly string[]; suffix: string | null } {
  const last = tokens.at(-1);
  if (last === undefined || tokens.length <= least || !SUFFIXES.has(last)) return { tokens, suffix: null };
  return { tokens: tokens.slice(0, -1), suffix: last };
}

/** Reads `LAST, FIRST M`, `Last Jr, First` and `First M Last Jr.`. */
export function parseName(text: string): Name {
  const parts = text
    .split(",")
    .map(tokensOf)
    .filter((tokens) => tokens.length > 0);
  const names = parts.filter((tokens) => !tokens.every((token) => SUFFIXES.has(token)));
  const apart = parts.find((tokens) => !names.includes(tokens))?.[0] ?? null;
  const [first = [], ...rest] = names;
  if (rest.length === 0) {
    const { tokens, suffix } = withoutSuffix(first, 2);
    return { tokens, family: null, suffix: suffix ?? apart };
  }
  const family = withoutSuffix(first, 1);
  const given = withoutSuffix(rest.flat(), 1);
  return {
    tokens: [...given.tokens, ...family.tokens],
    family: family.tokens.length,
    suffix: family.suffix ?? given.suffix ?? apart,
  };
}

/** Whether two names can be one person's: same first name, same family name, and nothing else that contradicts. */
export function compatible(a: Name, b: Name): boolean {
  // A plain John Smith and a John Smith Jr. may be father and son; that one system leaves the suffix out is for the owner to say.
  if (a.suffix !== b.suffix) return false;
  if (a.tokens[0] === undefined || a.tokens[0].length < 2 || a.tokens[0] !== b.tokens[0]) return false;
  if (a.family !== null && b.family !== null && a.family !== b.family) return false;
  const family = a.family ?? b.family ?? 1;
  if (a.tokens.length <= family || b.tokens.length <= family) return false;
  const [familyA, familyB] = [a.tokens.slice(-family), b.tokens.slice(-family)];
  if (familyA.some((token, index) => token !== familyB[index]) || familyA.every((token) => token.length < 2))
    return false;
  return middlesAgree(a.tokens.slice(1, -family), b.tokens.slice(1, -family));
}

/** Middle names may be left out or cut to initials, but those that both give must agree in order. */
function middlesAgree(a: readonly string[], b: readonly string[]): boolean {
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
  let position = 0;
  for (const token of shorter) {
    while (position < longer.length && !sameMiddle(token, longer[position] ?? "")) position += 1;
    if (position === longer.length) return false;
    position += 1;
  }
  return true;
}

function sameMiddle(a: string, b: string): boolean {
  return a === b || (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b));
}

/** How much a name tells. */
export function detail(name: Name): number {
  return name.tokens.length + (name.suffix === null ? 0 : 1);
}

/** Whether two names say the same, letter by letter. */
export function identical(a: Name, b: Name): boolean {
  return a.suffix === b.suffix && a.tokens.join(" ") === b.tokens.join(" ");
}

/** Key under which candidates are kept: first and last token. */
export function endsOf(name: Name): string {
  return `${name.tokens[0] ?? ""} ${name.tokens.at(-1) ?? ""}`;
}

/** Equal, or one slip of the keyboard apart (a letter more, less, other or swapped) in a word of at least four letters. */
export function alike(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.min(a.length, b.length) < 4 || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  const room = Math.min(a.length, b.length) - start;
  while (end < room && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}

/**
 * Whether two names have no word in common, however it is cut, misspelled or familiar: beside one id they are two people's. A name without
 * letters contradicts nothing, and one shared word is enough: people marry.
 */
export function contradicts(a: Name, b: Name): boolean {
  const [mine, theirs] = [a, b].map(({ tokens }) => tokens.filter((token) => /\p{L}{2}/u.test(token)));
  if (!mine?.length || !theirs?.length) return false;
  return !mine.some((token) =>
    theirs.some((other) => alike(token, other) || isCut(token, other) || areForms(token, other)),
  );
}

/** Whether a word is the beginning of another: payrolls cut long names. */
function isCut(a: string, b: string): boolean {
  return Math.min(a.length, b.length) > 2 && (a.startsWith(b) || b.startsWith(a));
}

/** A name as the owner reads it: `GARCIA LOPEZ, MARIA J` is `Maria J Garcia Lopez`. */
export function displayName(name: string): string {
  const [family = "", ...given] = name.split(",").map((part) => part.trim().replace(/\s+/g, " "));
  const text = [...given, family].filter(Boolean).join(" ");
  if (text !== text.toUpperCase()) return text;
  return text
    .toLowerCase()
    .replace(/(^|[\s\-'’])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}

/** Employee ids as they are compared: leading zeros and case do not matter. */
export function employeeKey(id: string): string {
  return id
    .normalize("NFKC")
    .trim()
    .toUpperCase()
    .replace(/^0+(?=.)/, "");
}
