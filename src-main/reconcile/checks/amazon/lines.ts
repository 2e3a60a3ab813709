/** What the checks of single invoice lines (A04, A06) share. Pure. */
import type { Quantity } from "#shared/money.ts";
import type { InvoiceLineFact } from "../../../documents/facts.ts";
import type { ParameterSpec, Scope } from "../../check.ts";
import { quantityOf } from "./invoice.ts";
import type { NamedLine } from "./names.ts";
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

/** How much of each line (ten-thousandths) another one of its identity takes back at the same rate: that was not paid at a wrong rate. */
export function reversals(
  lines: readonly NamedLine[],
  identityOf: (line: NamedLine) => string,
): ReadonlyMap<NamedLine, Quantity> {
  const taken = new Map<NamedLine, Quantity>();
  for (const reversal of lines.filter((line) => line.amountCents < 0)) {
    let left = Math.abs(quantityOf(reversal) ?? 0);
    for (const line of lines) {
      if (left === 0) break;
      const isSame = identityOf(line) === identityOf(reversal) && line.rate === Math.abs(reversal.rate ?? 0);
      if (line.amountCents <= 0 || !isSame) continue;
      const before = taken.get(line) ?? 0;
      const quantity = Math.min(left, (quantityOf(line) ?? 0) - before);
      if (quantity <= 0) continue;
      taken.set(line, before + quantity);
      left -= quantity;
    }
  }
  return taken;
}

/** A line as the owner reads it. */
export function lineTitle(line: InvoiceLineFact, scope: Scope): string {
  return [dayText(line.date, scope), line.description.trim()].filter(Boolean).join(" · ");
}
