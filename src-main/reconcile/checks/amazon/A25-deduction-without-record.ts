/** A25: a deduction that no record supports. */
import { plainCents } from "#shared/money.ts";
import { defineCheck, type Scope } from "../../check.ts";
import type { FindingDraft } from "../../finding.ts";
import { allProof } from "../../proof.ts";
import { conclude } from "./answers.ts";
import { cancellationSide } from "./cancellations.ts";
import { deductionsOf, isOwnLateCancel } from "./deductions.ts";
import { claimOn, headFor } from "./invoice.ts";
import { lineSubjects, lineTitle } from "./lines.ts";
import { type NamedLine, namedLines } from "./names.ts";
import { lineProof, PAID, paidSide, tallySide } from "./proof.ts";
import { routeSummaryCovers, tallyProof } from "./routes.ts";
import { onDay } from "./wording.ts";

interface Values {
  readonly line: NamedLine;
  readonly scope: Scope;
}

/** Every line that takes money back without a late cancellation of ours in the work summary or in our log. */
export const A25 = defineCheck({
  code: "A25",
  version: 1,
  cadence: "week",
  needs: ["invoiceLine", "invoice"],
  uses: ["dayTally", "cancellation", "alias"],
  parameters: {},
  evaluate({ scope, facts, coverage }) {
    const invoice = namedLines(facts.invoiceLine, facts.alias);
    const { all, unsupported, open } = deductionsOf(invoice, {
      tallies: facts.dayTally,
      log: facts.cancellation,
      covered: routeSummaryCovers(coverage),
    });
    const subjects = lineSubjects(all, identityOf);
    const findings = unsupported.map((line): FindingDraft<Values> => {
      const head = headFor(facts.invoice, [line], line.date);
      const tallies = isOwnLateCancel(line) ? facts.dayTally.filter((tally) => tally.date === line.date) : [];
      const log = facts.cancellation.filter((entry) => entry.date === line.date);
      return {
        subject: subjects.get(line) ?? identityOf(line),
        subjectLabel: lineTitle(line, scope),
        direction: "owed",
        amountCents: -line.amountCents,
        estimated: false,
        values: { line, scope },
        sides: [
          paidSide([line], line.date, [PAID.amount]),
          tallies.length > 0
            ? tallySide(tallies, { title: "DSP late cancel", of: (tally) => tally.dspLateCancel })
            : { ...cancellationSide(log), title: "Our records say" },
        ],
        evidence: allProof(lineProof([line]), tallyProof(tallies, "DSP late cancel")),
        notes: [
          "No incident, rental, damage or equipment record is kept in Backhaul. Where you hold one for this deduction, dismiss the finding; else ask Amazon for theirs.",
        ],
        explains: [],
        ...claimOn(head, [line]),
      };
    });
    const missing = open.length > 0 ? (["route summary"] as const) : [];
    const why = open.length > 0 ? "The route summary does not cover the day of a late cancellation." : undefined;
    return conclude({ exists: all.length > 0, findings, missing, why });
  },
  sentence: ({ line, scope }) =>
    `Amazon deducted ${plainCents(-line.amountCents)} for ${line.description.trim()} ${onDay(line.date, scope)}; no record supports it.`,
  formula: ({ line }) =>
    `${plainCents(-line.amountCents)} deducted - 0.00 supported = ${plainCents(-line.amountCents)}`,
});

function identityOf(line: NamedLine): string {
  const text = (value: string) => value.normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase();
  return [line.invoiceNumber, line.date ?? "week", text(line.section), text(line.description), "deduction"].join("|");
}
