/** What the checks of single invoice lines (A04, A06) share. Pure. */
import type { InvoiceLineFact } from "../../../documents/facts.ts";
import type { ParameterSpec, Scope } from "../../check.ts";
import { dayText } from "./wording.ts";

/** Cents by which a line may differ without a finding. */
export const LINE_TOLERANCE: ParameterSpec = {
  title: "Money a line may differ without a finding",
  unit: "cents",
  value: 1,
};

/** A subject for every line. Lines that pay for the same thing are numbered in the order of their rows, so that each has its own. */
export function lineSubjects(
  lines: readonly InvoiceLineFact[],
  identityOf: (line: InvoiceLineFact) => string,
): ReadonlyMap<InvoiceLineFact, string> {
  const seen = new Map<string, number>();
  const subjects = new Map<InvoiceLineFact, string>();
  for (const line of lines) {
    const identity = identityOf(line);
    const occurrence = (seen.get(identity) ?? 0) + 1;
    seen.set(identity, occurrence);
    subjects.set(line, occurrence === 1 ? identity : `${identity}|${occurrence}`);
  }
  return subjects;
}

/** A line as the owner reads it. */
export function lineTitle(line: InvoiceLineFact, scope: Scope): string {
  return [dayText(line.date, scope), line.description.trim()].filter(Boolean).join(" · ");
}
