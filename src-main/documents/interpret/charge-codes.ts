/** What a lessor charges for, from its own code or its words. */

/** Charge codes of section 5 of the documents page. */
const CHARGE_CODES = [
  "RENT",
  "PRORATE",
  "MGMT_FEE",
  "MILEAGE_OVER",
  "MAINT",
  "TIRE",
  "DAMAGE",
  "TURN_IN",
  "TOLL",
  "TOLL_FEE",
  "VIOLATION",
  "FINE_ADMIN",
  "REGISTRATION",
  "TAX",
  "LATE_FEE",
  "FUEL",
  "EV_CHARGE",
  "INSURANCE",
  "CREDIT",
  "OTHER",
] as const;
type ChargeCode = (typeof CHARGE_CODES)[number];

/** Words that give a charge away; the first that fits wins, so the special stands before the general. */
const WORDS: readonly (readonly [RegExp, ChargeCode])[] = [
  [/\bcredit\b(?! card)|\brefund|\brebate/, "CREDIT"],
  [/\btolls?\b.*\b(?:fee|admin|processing|service)/, "TOLL_FEE"],
  [/\b(?:violation|fine|citation|ticket)s?\b.*\b(?:admin|processing|fee)/, "FINE_ADMIN"],
  [/\blate\b|\bfinance charge/, "LATE_FEE"],
  [/\bpro-?\s?rat|\bpartial/, "PRORATE"],
  [/\bmgmt\b|\bmanagement\b|\badmin/, "MGMT_FEE"],
  [/\bmileage|\bmiles?\b/, "MILEAGE_OVER"],
  [/\bt[iy]res?\b/, "TIRE"],
  [/\bturn-?\s?in\b|\bend of (?:lease|contract|term)|\bdisposition/, "TURN_IN"],
  [/\bdamage|\bcollision|\bbody\s?work/, "DAMAGE"],
  [/\btolls?\b/, "TOLL"],
  [/\bviolation|\bcitation|\bfines?\b|\bparking|\btickets?\b/, "VIOLATION"],
  [/\bregistration|\blicen[cs]e|\btags?\b|\bdmv\b|\btitle\b/, "REGISTRATION"],
  [/\binsurance|\bwaiver|\b[lc]dw\b/, "INSURANCE"],
  [/\bcharging|\bev charge/, "EV_CHARGE"],
  [/\bfuel|\bgasoline|\bdiesel/, "FUEL"],
  [/\bmaint|\brepair|\boil\b|\binspection/, "MAINT"],
  [/\brent|\blease\b|\bsubscription/, "RENT"],
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
