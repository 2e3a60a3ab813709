import { defineCheck } from "../../check.ts";
import { beginsIn } from "../../facts.ts";
import type { FindingDraft } from "../../finding.ts";
import { productOf } from "./arithmetic.ts";
import { answerWith, type Doubt } from "./doubts.ts";
import { addsUpItself, invoiceKey, type JudgedInvoice, judgeSums } from "./invoice-sums.ts";
import {
  answerFromShares,
  type LeaseValues,
  monthLines,
  READS,
  sentenceOfShare,
  shareFormula,
} from "./lease-finding.ts";
import type { JudgedLine } from "./line-shares.ts";
import type { Told } from "./own-finding.ts";
import { lessCredited } from "./sum-credits.ts";
import { wrongSum } from "./wrong-sum.ts";

/** E19: a line above its own quantity x rate, a total that is not its amount and tax, a printed sum that is not its lines'. */
export const E19 = defineCheck({
  code: "E19",
  version: 3,
  cadence: "month",
  needs: ["leaseLine"],
  uses: [...READS.uses, "leaseInvoice"],
  around: { ...READS.around, leaseInvoice: { before: 100, after: 100 } },
  parameters: {
    tolerance: { title: "Difference of a line that still agrees", unit: "cents", value: 1 },
    invoice: { title: "Difference of an invoice's or a section's total that still agrees", unit: "cents", value: 100 },
  },
  evaluate: (input) => {
    const { scope, around, parameters } = input;
    const { tolerance } = parameters;
    const month = monthLines(input);
    const lines = answerFromShares({ code: "E19", input, tolerance, concerns: isPrinted, needsVan: false });
    const heads = around.leaseInvoice.filter(({ serviceFrom }) => beginsIn(scope.period, serviceFrom));
    const judged = judgeSums(heads, around.leaseLine, parameters.invoice);
    const found = lines.outcome === "finding" ? lines.findings : [];
    const kept = judged.reduce(withoutUnasked, found);
    const sums = judged.flatMap((invoice) => {
      // What a total leaves out of lines that are wrong in themselves is no more than right.
      const excess = sumOf(found.filter((each) => isOn(each, invoice)));
      return lessCredited(invoice, around.leaseLine, month, parameters.invoice)
        .map((wrong) =>
          wrong.head.section === "" && wrong.cents < 0 ? { ...wrong, cents: Math.min(0, wrong.cents + excess) } : wrong,
        )
        .filter(({ cents }) => cents !== 0)
        .map((wrong) => wrongSum(wrong, parameters.invoice));
    });
    const known = new Set(around.leaseInvoice.map(invoiceKey));
    const unread = new Set(
      month.flatMap(({ fact }) => (known.has(invoiceKey(fact)) || addsUpItself(fact) ? [] : invoiceKey(fact))),
    );
    const doubts = [...judged.flatMap(({ doubt }) => doubt ?? []), ...[...unread].map(() => NOT_READ)];
    return answerWith<LeaseValues | Told>(
      [...kept, ...numbered(sums)],
      doubts,
      judged.length > 0 || lines.outcome !== "not-applicable",
    );
  },
  sentence: (values) => ("share" in values ? sentenceOfShare(values) : values.sentence),
  formula: (values) => ("share" in values ? shareFormula(values) : values.formula),
});

/** Sections of one invoice may be called alike: the second is told from the first by its number. */
function numbered(sums: readonly FindingDraft<Told>[]): FindingDraft<Told>[] {
  const seen = new Map<string, number>();
  return sums.map((each) => {
    const occurrence = (seen.get(each.subject) ?? 0) + 1;
    seen.set(each.subject, occurrence);
    return occurrence === 1 ? each : { ...each, subject: `${each.subject}#${occurrence}` };
  });
}

/** Whether a line prints what can be multiplied or added up. */
function isPrinted(line: JudgedLine): boolean {
  return productOf(line) !== null || line.fact.totalCents !== line.fact.amountCents;
}

const NOT_READ: Doubt = {
  missing: "lease invoice",
  why: "was imported before its total was read; take the file back and import it again",
  counted: "invoice",
};

function isOn({ values }: FindingDraft<LeaseValues>, { key }: JudgedInvoice): boolean {
  return invoiceKey(values.line.fact) === key;
}

function sumOf(findings: readonly FindingDraft<LeaseValues>[]): number {
  return findings.reduce(
    (sum, { amountCents, direction }) => sum + (direction === "overcharged" ? (amountCents ?? 0) : 0),
    0,
  );
}

/** Of the findings on lines of an invoice whose total is below its lines, no more than the total still asks for. */
function withoutUnasked(
  findings: readonly FindingDraft<LeaseValues>[],
  invoice: JudgedInvoice,
): readonly FindingDraft<LeaseValues>[] {
  if (invoice.short === 0) return findings;
  const own = findings.filter((each) => isOn(each, invoice) && each.direction === "overcharged");
  let left = Math.max(0, sumOf(own) - invoice.short);
  const dropped = new Set(
    own.filter(({ amountCents }) => {
      const isKept = (amountCents ?? 0) <= left;
      if (isKept) left -= amountCents ?? 0;
      return !isKept;
    }),
  );
  return findings.filter((each) => !dropped.has(each));
}
