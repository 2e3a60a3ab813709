/** A07: an invoice whose printed total is not the sum of its lines. */
import { type Cents, plainCents } from "#shared/money.ts";
import { datesFrom } from "#shared/week.ts";
import type { InvoiceFact, InvoiceLineFact } from "../../../documents/facts.ts";
import { defineCheck } from "../../check.ts";
import type { FindingDraft } from "../../finding.ts";
import { allProof, proof } from "../../proof.ts";
import { conclude } from "./answers.ts";
import { claimOn } from "./invoice.ts";
import { lineProof } from "./proof.ts";

/** How far a line's day may lie from its invoice and still be added to it, in days. */
const AROUND = 35;

interface Values {
  readonly head: InvoiceFact;
  readonly sum: Cents;
  readonly total: Cents;
}

/**
 * Sum of the lines - printed total. Section quantities are not added up: Packages shows deliveries and pickups once although two fees pay
 * for the deliveries, and Unplanned delay shows 0 although its line has hours (documents page, section 2).
 */
export const A07 = defineCheck({
  code: "A07",
  version: 1,
  cadence: "week",
  needs: ["invoice", "invoiceLine"],
  around: { invoiceLine: { before: AROUND, after: AROUND, strays: true } },
  parameters: {
    tolerance: { title: "Money an invoice's total may differ without a finding", unit: "cents", value: 100 },
  },
  evaluate({ scope, facts, around, parameters, coverage }) {
    // An invoice whose period reaches over two weeks is added up in the week it ends in.
    const heads = facts.invoice.filter(({ periodEnd }) => scope.from <= periodEnd && periodEnd <= scope.to);
    const findings: FindingDraft<Values>[] = [];
    const open: string[] = [];
    for (const head of heads) {
      const days = datesFrom(head.periodStart, head.periodEnd).filter((day) => day >= scope.from);
      if (head.totalCents === null) open.push(`Invoice ${head.invoiceNumber} prints no total.`);
      else if (!days.every((day) => coverage.covers("variable invoice", day))) {
        open.push(`A line of invoice ${head.invoiceNumber} cannot be read.`);
      } else {
        const lines = around.invoiceLine.filter((line) => belongsTo(line, head));
        const sum = lines.reduce((cents, line) => cents + line.amountCents, 0);
        if (Math.abs(sum - head.totalCents) <= parameters.tolerance) continue;
        findings.push(finding(head, head.totalCents, lines, sum, parameters.tolerance));
      }
    }
    const missing = open.length > 0 ? (["variable invoice"] as const) : [];
    return conclude({ exists: heads.length > 0, findings, missing, why: open.join(" ") || undefined });
  },
  sentence: ({ head, sum, total }) =>
    `The lines of invoice ${head.invoiceNumber} come to ${plainCents(sum)}; its total is ${plainCents(total)}.`,
  formula: ({ sum, total }) => {
    const [lines, printed] = [`${plainCents(sum)} lines`, `${plainCents(total)} total`];
    const difference = sum > total ? `${lines} - ${printed}` : `${printed} - ${lines}`;
    return `${difference} = ${plainCents(Math.abs(sum - total))}`;
  },
});

function belongsTo(line: InvoiceLineFact, head: InvoiceFact): boolean {
  return (
    line.station === head.station &&
    line.invoiceNumber === head.invoiceNumber &&
    line.form === head.form &&
    line.periodEnd === head.periodEnd
  );
}

function finding(
  head: InvoiceFact,
  total: Cents,
  lines: readonly InvoiceLineFact[],
  sum: Cents,
  tolerance: Cents,
): FindingDraft<Values> {
  return {
    subject: `${head.invoiceNumber}|total`,
    subjectLabel: `Invoice ${head.invoiceNumber} · Total`,
    direction: sum > total ? "owed" : "exposure",
    amountCents: Math.abs(sum - total),
    estimated: false,
    values: { head, sum, total },
    sides: [
      {
        title: "Amazon paid",
        columns: ["Invoice", "Total due"],
        rows: [[head.invoiceNumber, plainCents(total)]],
        marked: [1],
      },
      { title: "Its lines come to", columns: ["Section", "Lines", "Sum"], rows: sectionRows(lines), marked: [2] },
    ],
    evidence: allProof(proof([head], ["Invoice Number", "Total Due"]), lineProof(lines)),
    notes: [
      `Tolerance: ${plainCents(tolerance)} an invoice.`,
      "Only amounts were added: the quantities that sections print do not add up by design.",
    ],
    explains: [],
    ...claimOn(head, []),
  };
}

function sectionRows(lines: readonly InvoiceLineFact[]): string[][] {
  const sections = new Map<string, { lines: number; cents: Cents }>();
  for (const { section, amountCents } of lines) {
    const known = sections.get(section) ?? { lines: 0, cents: 0 };
    sections.set(section, { lines: known.lines + 1, cents: known.cents + amountCents });
  }
  return [...sections].map(([section, { lines: count, cents }]) => [section, String(count), plainCents(cents)]);
}
