/** What a passphrase has to be, and how good one is, in words. Pure. */

/** Characters a passphrase has at least. */
export const MIN_PASSPHRASE = 8;

export const PASSPHRASE_STRENGTHS = ["too short", "weak", "fair", "strong"] as const;
export type PassphraseStrength = (typeof PASSPHRASE_STRENGTHS)[number];

/** Below this many bits a passphrase is weak, below the second fair. */
const FAIR_BITS = 45;
const STRONG_BITS = 75;

/** What people take first, and what is therefore tried first. */
const COMMON =
  /password|passphrase|passwort|backhaul|amazon|qwert|asdf|letmein|welcome|admin|12345|54321|11111|00000|abcde/gi;

/**
 * How good a passphrase is. A rough measure, cautious on purpose: characters that repeat or follow each other (aaa, 123) and words that
 * everybody takes count next to nothing.
 */
export function passphraseStrength(passphrase: string): PassphraseStrength {
  const text = passphrase.normalize("NFKC");
  if ([...text].length < MIN_PASSPHRASE) return "too short";
  const telling = [...text.replace(COMMON, "#")].filter((character, index, all) => !follows(all[index - 1], character));
  const bits = Math.min(telling.length, new Set(telling).size * 2) * Math.log2(alphabetOf(text));
  return bits < FAIR_BITS ? "weak" : bits < STRONG_BITS ? "fair" : "strong";
}

function follows(before: string | undefined, character: string): boolean {
  if (before === undefined) return false;
  const step = (character.codePointAt(0) ?? 0) - (before.codePointAt(0) ?? 0);
  return Math.abs(step) <= 1;
}

/** How many characters there are of the kinds a text has. */
function alphabetOf(text: string): number {
  const kinds: readonly (readonly [RegExp, number])[] = [
    [/[a-z]/, 26],
    [/[A-Z]/, 26],
    [/\d/, 10],
    [/[^a-zA-Z\d\s]/, 20],
  ];
  return kinds.reduce((sum, [kind, count]) => sum + (kind.test(text) ? count : 0), 0);
}
