/** What a lessor charges for, from its own code or its words. */
import { CHARGE_CODES, type ChargeCode } from "#shared/charges.ts";

/** Words that give a charge away; the first that fits wins, so the special stands before the general. */
const WORDS: readonly (readonly [RegExp, ChargeCode])[] = [
  [/\bcredit\b(?! (?:card|check|report|application|line))|\bcredited\b|\brefund|\brebate|\bgoodwill/, "CREDIT"],
  [/\btolls?\b.*\b(?:fee|admin|processing|service|convenience)/, "TOLL_FEE"],
  [/\b(?:violation|fine|citation|ticket)s?\b.*\b(?:admin|processing|fee|handling)/, "FINE_ADMIN"],
  [/\blate\b(?! return)|\bpast due\b|\bfinance charge/, "LATE_FEE"],
  [/\bpro-?\s?rat|\bpartial|\bstub (?:rent|period)/, "PRORATE"],
  [/\b(?:sales|use|property|rental|excise|state|county|city|local|vehicle) tax(?:es)?\b|^tax(?:es)?\b|\bsurtax/, "TAX"],
  [/\bmgmt\b|\bmanagement\b|\badmin|\bfleet service fee/, "MGMT_FEE"],
  [/\bmileage|\bmiles?\b|\boverage\b/, "MILEAGE_OVER"],
  [/\bt[iy]res?\b/, "TIRE"],
  [
    /\bturn-?\s?in\b|\bend[ -]of[ -](?:lease|contract|term)|\bdisposition|\bearly termination|\breconditioning/,
    "TURN_IN",
  ],
  [/\bwaiver|\bprotection\b|\b[lcp]dw\b/, "INSURANCE"],
  [/\bdamage|\bcollision|\bbody\s?(?:work|shop)|\bglass\b|\bwindshield/, "DAMAGE"],
  [/\btolls?\b|\be-?z ?pass\b|\bplatepass\b/, "TOLL"],
  [/\bviolation|\bcitation|\bfines?\b|\bparking|\btickets?\b|\bred light|\bspeed camera/, "VIOLATION"],
  [/\bregistration|\blicen[cs](?:e|ing)|\btags?\b|\bdmv\b|\btitle\b|\bplate renewal/, "REGISTRATION"],
  [/\binsurance|\bliability\b|\bcoverage\b/, "INSURANCE"],
  [/\bcharging|\bev charge|\bkwh\b/, "EV_CHARGE"],
  [/\bfuel|\bgasoline|\bdiesel|\brefuel/, "FUEL"],
  [
    /\bmaint|\brepair|\boil\b|\binspection|\bbrakes?\b|\bbatter(?:y|ies)\b|\bservice (?:visit|call)|\broadside|\btowing/,
    "MAINT",
  ],
  [/\brent(?:al|s)?\b|\blease\b|\bsubscription|\bbase (?:charge|payment)/, "RENT"],
  [/\btax(?:es)?\b/, "TAX"],
];

const known = new Map<string, ChargeCode>();

/** The code of a charge: the lessor's where it is one of ours, else by the words of its code or description, else OTHER. */
export function chargeCode(code: string, description: string): ChargeCode {
  const key = `${code}\n${description}`;
  let found = known.get(key);
  if (found === undefined) {
    const own = code
      .normalize("NFKC")
      .trim()
      .toUpperCase()
      .replace(/[^A-Z0-9]+/g, "_");
    found = CHARGE_CODES.find((each) => each === own) ?? byWords(code) ?? byWords(description) ?? "OTHER";
    if (known.size > 20_000) known.clear();
    known.set(key, found);
  }
  return found;
}

function byWords(words: string): ChargeCode | undefined {
  const text = words
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[_\s]+/g, " ");
  return WORDS.find(([pattern]) => pattern.test(text))?.[1];
}
