/** A count of the work summary that the invoice pays short (A09, A11, A13, A14, A15, A17, A19). Pure. */
import type { DocumentKind } from "#shared/catalogue.ts";
import { type Cents, extend, formatQuantity, type Quantity, TEN_THOUSAND } from "#shared/money.ts";
import type { IsoDate } from "#shared/week.ts";
import type { InvoiceFact } from "../../../documents/facts.ts";
import type { Answer, Scope } from "../../check.ts";
import type { Coverage } from "../../coverage.ts";
import type { Evidence, FindingDraft, Side } from "../../finding.ts";
import { allProof } from "../../proof.ts";
import { conclude, incomplete } from "./answers.ts";
import type { ByDay, DayGroup } from "./by-day.ts";
import { isUnexplained } from "./export.ts";
import { claimOn, headFor, isQuickCoverage, itemOf } from "./invoice.ts";
import type { NamedLine } from "./names.ts";
import { countNote, type Price } from "./prices.ts";
import { invoiceProof, linesOfDay, PAID, paidSide } from "./proof.ts";
import type { PriceDays } from "./rates.ts";
import type { OpenPart } from "./routes.ts";
import { onDay } from "./wording.ts";

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

/**
 * The finding of a shortage; its amount is the missing quantity at the price. Amazon rounds what it pays for a day once, so the two sides
 * are rounded before they are subtracted: the product of the difference could be a cent more than is missing.
 */
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
  /** What is due of each of the comparison's groups: one of them that is paid beyond it may be paid for this one. */
  readonly others?: readonly { readonly group: DayGroup<F>; readonly due: Quantity }[];
  readonly invoice: { readonly lines: readonly NamedLine[]; readonly heads: readonly InvoiceFact[] };
}): FindingDraft<Shortage<F>> {
  const { group, scope, due, price, summary, invoice } = input;
  const { date, lines } = group;
  const amountCents = price.rate === null ? null : extend(price.rate, due) - extend(price.rate, group.invoiced);
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
    notes: [price.note, ...countNote(lines), ...input.notes, ...paidElsewhere(group, input.others ?? [], scope)],
    explains: [],
    ...claimOn(head, lines),
  };
}

/** The groups of a comparison with what is due of each: so many whole units. */
export function wholeUnits<F>(
  groups: readonly DayGroup<F>[],
): { readonly group: DayGroup<F>; readonly due: Quantity }[] {
  return groups.map((group) => ({ group, due: group.units * TEN_THOUSAND }));
}

/** What the invoice pays of the same on other days beyond the work summary: perhaps this very shortage, dated otherwise. */
function paidElsewhere<F>(
  short: DayGroup<F>,
  others: readonly { readonly group: DayGroup<F>; readonly due: Quantity }[],
  scope: Scope,
): string[] {
  const more = others
    .filter(({ group, due }) => group.key === short.key && group.invoiced > due)
    .map(({ group, due }) => `${formatQuantity(group.invoiced - due)} ${onDay(group.date, scope)}`);
  if (more.length === 0) return [];
  return [`The invoice pays more than the work summary has: ${more.join(", ")}. It may be this, under another date.`];
}

/** The outcome of a comparison by day. Totals of a week need both documents for all of its days. */
export function concludeByDay<F, V>(input: {
  readonly compared: ByDay<F>;
  readonly kind: DocumentKind;
  readonly exists: boolean;
  readonly findings: readonly FindingDraft<V>[];
  readonly coverage: Coverage;
  readonly open?: readonly OpenPart[];
  /** Every line of the invoice: where it is an export, one whose purpose nobody can tell may pay what seems unpaid. */
  readonly invoice: readonly NamedLine[];
}): Answer<V> {
  const { compared, kind, exists, findings, coverage, invoice } = input;
  const gaps = compared.weekly ? incomplete(coverage, [kind, "variable invoice"]) : [];
  if (gaps.length > 0) return { outcome: "cannot-verify", missing: gaps };
  const hidden = [...compared.groups, ...compared.inMoney].some(({ lines }) => lines.length > 0)
    ? undefined
    : invoice.find((line) => isUnexplained(line, itemOf(line)) && !isQuickCoverage(line));
  if (hidden !== undefined && findings.length > 0) {
    const why = `The export of the invoice pays "${hidden.description}" under ${hidden.section}, and nobody can tell what for. Say what it is in the service aliases.`;
    return { outcome: "cannot-verify", missing: ["service aliases"], why };
  }
  const [line] = compared.unclear;
  const unread =
    line === undefined
      ? []
      : [
          {
            kind: "variable invoice" as const,
            why: `The quantity of the invoice line "${line.description}" cannot be read.`,
          },
        ];
  const open: OpenPart[] = [...unread, ...(input.open ?? [])];
  const why = open.length === 0 ? undefined : open.map((part) => part.why).join(" ");
  return conclude({ exists, findings, missing: open.map((part) => part.kind), why });
}
