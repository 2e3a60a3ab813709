/**
 * A week compared in money: what the work summary's counts come to at the rate card's prices against the amounts of the export, which has
 * no quantities. Used where the price does not divide an amount into whole units. Pure.
 */
import { type Cents, extend, formatQuantity, formatRate, plainCents, type Quantity } from "#shared/money.ts";
import { formatWeek } from "#shared/week.ts";
import type { InvoiceFact } from "../../../documents/facts.ts";
import type { Scope } from "../../check.ts";
import type { Evidence, FindingDraft, Side } from "../../finding.ts";
import { allProof } from "../../proof.ts";
import { claimOn, headFor } from "./invoice.ts";
import type { NamedLine } from "./names.ts";
import { cardProof, lineProof, PAID, paidSide } from "./proof.ts";
import { type CardRow, describeRow } from "./rates.ts";

/** So many units of one day at one price. */
export interface DueTerm {
  readonly quantity: Quantity;
  readonly row: CardRow;
}

/** The numbers of a finding in money. */
export interface MoneyShortage {
  readonly inMoney: true;
  readonly scope: Scope;
  /** What is due, as a person calls it: `Rivian MEDIUM routes`. */
  readonly what: string;
  readonly terms: readonly DueTerm[];
  readonly dueCents: Cents;
  readonly paidCents: Cents;
  readonly amountCents: Cents;
}

/** What is compared in money. */
export interface MoneyComparison {
  readonly scope: Scope;
  readonly subject: string;
  readonly label: string;
  readonly what: string;
  readonly terms: readonly DueTerm[];
  readonly lines: readonly NamedLine[];
  readonly summary: { readonly side: Side; readonly evidence: readonly Evidence[] };
  /** Cents that each term may be off without a finding. */
  readonly tolerance: Cents;
  readonly heads: readonly InvoiceFact[];
}

/** The finding of a week that is short in money; null where what was paid is within the tolerance of what is due, or above it. */
export function moneyFinding(input: MoneyComparison): FindingDraft<MoneyShortage> | null {
  const { scope, terms, lines, summary, what } = input;
  const dueCents = terms.reduce((sum, { row, quantity }) => sum + extend(row.fact.rate, quantity), 0);
  const paidCents = lines.reduce((sum, line) => sum + line.amountCents, 0);
  const amountCents = dueCents - paidCents;
  const tolerance = input.tolerance * terms.length;
  if (amountCents <= tolerance) return null;
  const head = headFor(input.heads, lines, null);
  const rows = [...new Set(terms.map(({ row }) => row))];
  return {
    subject: input.subject,
    subjectLabel: input.label,
    direction: "owed",
    amountCents,
    estimated: false,
    values: { inMoney: true, scope, what, terms, dueCents, paidCents, amountCents },
    sides: [paidSide(lines, null, [PAID.amount]), summary.side],
    evidence: allProof(summary.evidence, lineProof(lines), cardProof(rows)),
    notes: [
      "The export of the invoice has amounts only, and the rate card's prices do not divide them into whole units: the week was compared in money.",
      ...rows.map(describeRow),
      `Tolerance: ${plainCents(tolerance)}.`,
    ],
    explains: [],
    ...claimOn(head, lines),
  };
}

/** Whether a finding's numbers are those of a comparison in money. */
export function isInMoney<V extends object>(values: V | MoneyShortage): values is MoneyShortage {
  return "inMoney" in values;
}

/** `At the rate card's prices the Rivian MEDIUM routes in Week 32 · Aug 2 – 8 come to 1950.00; the export of the invoice pays 1300.50.` */
export function moneySentence({ scope, what, dueCents, paidCents }: MoneyShortage): string {
  const due = `the ${what} in ${formatWeek(scope.period)} come to ${plainCents(dueCents)}`;
  return `At the rate card's prices ${due}; the export of the invoice pays ${plainCents(paidCents)}.`;
}

/** `6 x 325.00 - 1300.50 paid = 649.50`. */
export function moneyFormula({ terms, dueCents, paidCents, amountCents }: MoneyShortage): string {
  const byRate = new Map<number, Quantity>();
  for (const { row, quantity } of terms) byRate.set(row.fact.rate, (byRate.get(row.fact.rate) ?? 0) + quantity);
  const products = [...byRate].map(([rate, quantity]) => `${formatQuantity(quantity)} x ${formatRate(rate)}`);
  // Where days are rounded one by one their sum is not the product of the whole.
  const exact = [...byRate].reduce((sum, [rate, quantity]) => sum + extend(rate, quantity), 0) === dueCents;
  const due = exact ? products.join(" + ") : `${plainCents(dueCents)} due`;
  return `${due} - ${plainCents(paidCents)} paid = ${plainCents(amountCents)}`;
}
