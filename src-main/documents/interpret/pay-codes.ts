/** What sort of pay a code or a column title of a payroll means. */
import type { PayCategory } from "../facts.ts";

/**
 * Words that decide, in this order: `double overtime` is double time, `holiday overtime` is overtime. Codes of one letter are left out,
 * since every company gives them a meaning of its own.
 */
const WORDS: readonly (readonly [RegExp, PayCategory])[] = [
  [/\bgross\b/, "gross"],
  [
    /\b(?:pto|vto|upt|vac|vacation|sick|sck|sic|psl|personal|bereavement|brvmt|bvmt|jury|leave|time off|paid off)\b/,
    "time off",
  ],
  [/\b(?:dt|dbl|dbt|dot|double ?time|double)\b/, "double time"],
  [/\b(?:ot|ovt|ovr|overtime|over time)(?:\b|\d)/, "overtime"],
  [/\b(?:hol|holiday)\b/, "holiday"],
  [/\b(?:prem|premium|penalty|mpp|mealprem|restprem)\b/, "premium"],
  [/\b(?:bon|bns|bonus|bonuses|incentive)\b/, "bonus"],
  [/\b(?:reg|regular|hourly|straight time)\b/, "regular"],
];

/** A holiday that was worked is neither time off nor ordinary time. */
const WORKED = /\b(?:work|worked|wkd|wrkd)\b/;

/** The sort of pay a code means; `other` for a code that is not known. Never throws. */
export function payCategory(code: string): PayCategory {
  const words = code
    .normalize("NFKC")
    .toLowerCase()
    .replace(/o\/t/g, "ot")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  const category = WORDS.find(([pattern]) => pattern.test(words))?.[1] ?? "other";
  return category === "holiday" && WORKED.test(words) ? "other" : category;
}
