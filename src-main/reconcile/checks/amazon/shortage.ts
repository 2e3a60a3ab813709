/** A count of the work summary that the invoice pays short (A09, A11, A13, A14, A15). Pure. */

import type { DocumentKind } from "#shared/catalogue.ts";
import { type Cents, extend, type Quantity } from "#shared/money.ts";
import type { IsoDate } from "#shared/week.ts";
import type { InvoiceFact, InvoiceLineFact } from "../../../documents/facts.ts";
import type { Answer, Scope } from "../../check.ts";
import type { Coverage } from "../../coverage.ts";
import type { Evidence, FindingDraft, Side } from "../../finding.ts";
import { allProof } from "../../proof.ts";
import { conclude, incomplete } from "./answers.ts";
import type { ByDay, DayGroup } from "./by-day.ts";
import { claimOn, headFor } from "./invoice.ts";
import type { Price } from "./prices.ts";
import { invoiceProof, linesOfDay, PAID, paidSide } from "./proof.ts";
import type { PriceDays } from "./rates.ts";

/** The numbers of a shortage's sentence and formula. */
export interface Shortage<F> {
  readonly group: DayGroup<F>;
  readonly scope: Scope;
  /** What is due, in ten-thousandths of the unit that is paid. */
  readonly due: Quantity;
  readonly price: Price;
  readonly amountCents: Cents | null;
}

/** The days a group speaks of. */
export function priceDays(date: IsoDate | null, scope: Scope): PriceDays {
  return date === null ? { from: scope.from, to: scope.to } : { from: date, to: date };
}

/** The finding of a shortage; its amount is the missing quantity at the price. */
export function shortageFinding<F>(input: {
  readonly group: DayGroup<F>;
  readonly scope: Scope;
  readonly due: Quantity;
  readonly price: Price;
  readonly subject: string;
  readonly subjectLabel: string;
  readonly summary: { readonly side: Side; readonly evidence: readonly Evidence[] };
  /** Section of the invoice in which the line would stand. */
  readonly section: string;
  readonly notes: readonly string[];
  readonly invoice: { readonly lines: readonly InvoiceLineFact[]; readonly heads: readonly InvoiceFact[] };
}): FindingDraft<Shortage<F>> {
  const { group, scope, due, price, summary, invoice } = input;
  const { date, lines } = group;
  const amountCents = price.rate === null ? null : extend(price.rate, due - group.invoiced);
  const sameDay = linesOfDay(invoice.lines, date, input.section);
  const head = headFor(invoice.heads, lines.length > 0 ? lines : sameDay, date);
  return {
    subject: input.subject,
    subjectLabel: input.subjectLabel,
    direction: "owed",
    amountCents,
    estimated: price.estimated,
    values: { group, scope, due, price, amountCents },
    sides: [paidSide(lines, date, [PAID.quantity]), summary.side],
    evidence: allProof(summary.evidence, invoiceProof(lines, head, sameDay), price.evidence),
    notes: [price.note, ...input.notes],
    explains: [],
    ...claimOn(head, lines),
  };
}

/** The outcome of a comparison by day. Totals of a week need both documents for all of its days. */
export function concludeByDay<F, V>(input: {
  readonly compared: ByDay<F>;
  readonly kind: DocumentKind;
  readonly exists: boolean;
  readonly findings: readonly FindingDraft<V>[];
  readonly coverage: Coverage;
}): Answer<V> {
  const { compared, kind, exists, findings, coverage } = input;
  const gaps = compared.weekly ? incomplete(coverage, [kind, "variable invoice"]) : [];
  if (gaps.length > 0) return { outcome: "cannot-verify", missing: gaps };
  const [line] = compared.unclear;
  if (line === undefined) return conclude({ exists, findings, missing: [] });
  const why = `The quantity of the invoice line "${line.description}" cannot be read.`;
  return conclude({ exists, findings, missing: ["variable invoice"], why });
}
