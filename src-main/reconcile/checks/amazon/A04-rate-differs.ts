/** A04: a line paid at another rate than the rate card's. */

import { formatMinutes } from "#shared/hours.ts";
import { type Cents, extend, formatQuantity, formatRate, plainCents, type Quantity, type Rate } from "#shared/money.ts";
import { formatDate } from "#shared/week.ts";
import { defineCheck, type Scope } from "../../check.ts";
import type { FindingDraft, Side } from "../../finding.ts";
import { allProof } from "../../proof.ts";
import { conclude } from "./answers.ts";
import { canceledServiceOf, claimOn, headFor, itemOf, quantityOf, serviceOf } from "./invoice.ts";
import { LINE_TOLERANCE, lineSubjects, lineTitle, reversals } from "./lines.ts";
import { type NamedLine, namedLines } from "./names.ts";
import { cardProof, lineProof, PAID, paidSide } from "./proof.ts";
import { type CardRow, describeRow, rateCard, rowForLine } from "./rates.ts";
import { onDay } from "./wording.ts";

interface PricedLine {
  readonly line: NamedLine;
  readonly row: CardRow;
  readonly paid: Rate;
  readonly quantity: Quantity;
}

interface Values extends PricedLine {
  readonly scope: Scope;
  /** Above zero where the line pays too little. */
  readonly difference: Cents;
}

/** (card rate - line rate) x quantity for every line that the card prices: too little is owed to us, too much an exposure. */
export const A04 = defineCheck({
  code: "A04",
  version: 3,
  cadence: "week",
  needs: ["invoiceLine", "invoice", "rate"],
  uses: ["alias"],
  parameters: { tolerance: LINE_TOLERANCE },
  evaluate({ scope, facts, parameters }) {
    const card = rateCard(facts.rate);
    // A line that takes money back is no payment at a rate: what it takes is compared with the work summary.
    const all = namedLines(facts.invoiceLine, facts.alias).filter((line) => itemOf(line) !== null);
    const lines = all.filter((line) => line.amountCents >= 0);
    const takenBack = reversals(all, identityOf);
    const priced: PricedLine[] = [];
    const unpriced: NamedLine[] = [];
    const unreadable: NamedLine[] = [];
    for (const line of lines) {
      const row = rowForLine(card, line);
      const printed = quantityOf(line);
      const quantity = printed === undefined ? undefined : printed - (takenBack.get(line) ?? 0);
      if (line.rate === null || quantity === undefined) unreadable.push(line);
      else if (row === null) unpriced.push(line);
      else priced.push({ line, row, paid: line.rate, quantity });
    }
    const subjects = lineSubjects(lines, identityOf);
    const open = [
      ...describeOpen("the rate card has no one rate for", unpriced),
      ...describeOpen("the invoice prints no rate or quantity for", unreadable),
    ];
    const findings = priced
      .map((one) => ({ ...one, scope, difference: extend(one.row.fact.rate - one.paid, one.quantity) }))
      .filter(({ difference }) => Math.abs(difference) > parameters.tolerance)
      .map((values): FindingDraft<Values> => {
        const { line, row, difference } = values;
        const head = headFor(facts.invoice, [line], line.date);
        return {
          subject: subjects.get(line) ?? identityOf(line),
          subjectLabel: lineTitle(line, scope),
          direction: difference > 0 ? "owed" : "exposure",
          amountCents: Math.abs(difference),
          estimated: false,
          values,
          sides: [paidSide([line], line.date, [PAID.rate]), cardSide(row)],
          evidence: allProof(lineProof([line]), cardProof([row])),
          notes: [
            describeRow(row),
            ...(takenBack.has(line)
              ? [`${formatQuantity(takenBack.get(line) ?? 0)} of it are taken back on another line and left out.`]
              : []),
            `Tolerance: ${plainCents(parameters.tolerance)} a line.`,
            ...open,
          ],
          explains: [],
          ...claimOn(head, [line]),
        };
      });
    return conclude({
      exists: lines.length > 0,
      findings,
      missing: [
        ...(unpriced.length > 0 ? (["rate card"] as const) : []),
        ...(unreadable.length > 0 ? (["variable invoice"] as const) : []),
      ],
      ...(open.length > 0 ? { why: open.join(" ") } : {}),
    });
  },
  sentence: ({ line, row, paid, scope }) =>
    `Amazon paid ${line.description} ${onDay(line.date, scope)} at ${formatRate(paid)}; the rate card says ${formatRate(row.fact.rate)}.`,
  formula: ({ row, paid, quantity, difference }) => {
    const [card, own] = [`${formatRate(row.fact.rate)} card`, `${formatRate(paid)} paid`];
    const rates = difference > 0 ? `${card} - ${own}` : `${own} - ${card}`;
    return `(${rates}) x ${formatQuantity(quantity)} = ${plainCents(Math.abs(difference))}`;
  },
});

/** What a line pays for: day, item, service and block. */
function identityOf(line: NamedLine): string {
  const { key, minutes } = serviceOf(line);
  const item = itemOf(line) ?? line.section;
  const service = item === "late cancel" ? canceledServiceOf(line) : key;
  return [line.date ?? "week", item, service, minutes ?? ""].join("|");
}

/** Names the lines that could not be compared: they are not verified, whatever the others say. */
function describeOpen(reason: string, lines: readonly NamedLine[]): string[] {
  if (lines.length === 0) return [];
  const names = [...new Set(lines.map((line) => line.description))].sort();
  return [`Not verified, because ${reason}: ${names.join("; ")}.`];
}

function cardSide({ fact }: CardRow): Side {
  return {
    title: "The rate card says",
    columns: ["Item", "Service type", "Block", "Rate", "From", "To"],
    rows: [
      [
        fact.item,
        fact.serviceType,
        fact.blockMinutes === null ? "" : formatMinutes(fact.blockMinutes),
        formatRate(fact.rate),
        formatDate(fact.effectiveFrom),
        fact.effectiveTo === null ? "" : formatDate(fact.effectiveTo),
      ],
    ],
    marked: [3],
  };
}
