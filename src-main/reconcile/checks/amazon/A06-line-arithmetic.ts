/** A06: a line whose amount is not its quantity times its rate. */
import { type Cents, extend, formatQuantity, formatRate, plainCents, type Quantity, type Rate } from "#shared/money.ts";
import type { InvoiceFact, InvoiceLineFact } from "../../../documents/facts.ts";
import { defineCheck, type Scope } from "../../check.ts";
import type { FindingDraft } from "../../finding.ts";
import { allProof, proof } from "../../proof.ts";
import { conclude } from "./answers.ts";
import { claimOn, headFor } from "./invoice.ts";
import { LINE_TOLERANCE, lineSubjects, lineTitle } from "./lines.ts";
import { lineProof, PAID, paidSide } from "./proof.ts";
import { onDay } from "./wording.ts";

interface Values {
  readonly line: InvoiceLineFact;
  readonly scope: Scope;
  readonly rate: Rate;
  readonly quantity: Quantity;
  readonly product: Cents;
}

/** round half up(quantity x rate, 2) - amount, for every line that prints all three: too little is owed to us, too much an exposure. */
export const A06 = defineCheck({
  code: "A06",
  version: 2,
  cadence: "week",
  needs: ["invoiceLine", "invoice"],
  parameters: { tolerance: LINE_TOLERANCE },
  evaluate({ scope, facts, parameters }) {
    const subjects = lineSubjects(facts.invoiceLine, identityOf);
    const computed = facts.invoiceLine.flatMap((line): Values[] => {
      const { rate, quantity } = line;
      // A section that prints no rate or no quantity cannot contradict itself.
      return rate === null || quantity === null
        ? []
        : [{ line, scope, rate, quantity, product: signed(extend(rate, quantity), line.amountCents) }];
    });
    const findings = computed
      .filter(({ line, product }) => Math.abs(product - line.amountCents) > parameters.tolerance)
      .map((values): FindingDraft<Values> => {
        const { line, rate, quantity, product } = values;
        const head = headFor(facts.invoice, [line], line.date);
        return {
          subject: subjects.get(line) ?? identityOf(line),
          subjectLabel: lineTitle(line, scope),
          direction: product > line.amountCents ? "owed" : "exposure",
          amountCents: Math.abs(product - line.amountCents),
          estimated: false,
          values,
          sides: [
            paidSide([line], line.date, [PAID.amount]),
            {
              title: "Its own rate and quantity give",
              columns: ["Rate", "Quantity", "Amount"],
              rows: [[formatRate(rate), formatQuantity(quantity), plainCents(product)]],
              marked: [2],
            },
          ],
          evidence: allProof(lineProof([line]), proof(head === null ? [] : [head], ["Invoice Number"])),
          notes: [
            `Tolerance: ${plainCents(parameters.tolerance)} a line.`,
            ...totalNotes(head, facts.invoiceLine, computed),
          ],
          explains: [],
          ...claimOn(head, [line]),
        };
      });
    return conclude({ exists: computed.length > 0, findings, missing: [] });
  },
  sentence: ({ line, scope, rate, quantity, product }) => {
    const what = `${formatQuantity(quantity)} x ${formatRate(rate)} for ${line.description} ${onDay(line.date, scope)}`;
    return `The invoice line of ${what} comes to ${plainCents(product)}; Amazon paid ${plainCents(line.amountCents)}.`;
  },
  formula: ({ line, rate, quantity, product }) => {
    const [own, paid] = [`${formatQuantity(quantity)} x ${formatRate(rate)}`, plainCents(line.amountCents)];
    const difference = product - line.amountCents;
    return `${difference > 0 ? `${own} - ${paid}` : `${paid} - ${own}`} = ${plainCents(Math.abs(difference))}`;
  },
});

/** Whether the invoice's total already is what its lines should come to: then only the line is wrong, not what was paid (A07). */
function totalNotes(
  head: InvoiceFact | null,
  lines: readonly InvoiceLineFact[],
  computed: readonly Values[],
): string[] {
  if (head === null || head.totalCents === null) return [];
  const own = (line: InvoiceLineFact) => line.invoiceNumber === head.invoiceNumber && line.form === head.form;
  const printed = lines.filter(own).reduce((sum, line) => sum + line.amountCents, 0);
  const wrong = computed
    .filter(({ line }) => own(line))
    .reduce((sum, { line, product }) => sum + product - line.amountCents, 0);
  if (printed === head.totalCents || printed + wrong !== head.totalCents) return [];
  const total = plainCents(head.totalCents);
  return [
    `The invoice's total of ${total} is what its lines should come to: where that total was paid, nothing is open here (A07).`,
  ];
}

/** A deduction may print its rate and quantity without the sign of its amount. */
function signed(product: Cents, amountCents: Cents): Cents {
  return amountCents < 0 && product > 0 ? -product : product;
}

/** Where a line stands and what it says, without its numbers. */
function identityOf(line: InvoiceLineFact): string {
  const text = (value: string) => value.normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase();
  return [line.date ?? "week", text(line.section), text(line.description), text(line.serviceType)].join("|");
}
