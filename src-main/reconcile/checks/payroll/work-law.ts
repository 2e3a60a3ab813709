/** How a finding names the rule it rests on: its source, whether somebody has checked it, and that this is no legal advice. Pure. */
import type { RuleBook } from "../../../wages/index.ts";

/** What every rule says of itself. */
interface Rule {
  readonly state: string;
  readonly citation: string;
  readonly confirmed: boolean;
}

/** `Rule: Cal. Lab. Code 512, 226.7 (CA).`, and that it is not confirmed where nobody has checked it yet. */
export function ruleNote({ state, citation, confirmed }: Rule): string {
  const where = state === "US" ? "federal" : state;
  return confirmed
    ? `Rule: ${citation} (${where}).`
    : `Rule: ${citation} (${where}). It is not confirmed: nobody has checked it against its source yet.`;
}

/** The notes of a finding that rests on rules of law: each rule once, then what the rules say of themselves. */
export function ruleNotes(rules: readonly Rule[], book: RuleBook): string[] {
  return [...new Set(rules.map(ruleNote)), book.rules.notice];
}
