/** A20: the same line of the invoice more often than the work summary supports. */
import { type Cents, plainCents } from "#shared/money.ts";
import { defineCheck, type Scope } from "../../check.ts";
import type { FindingDraft, Side } from "../../finding.ts";
import { allProof } from "../../proof.ts";
import { conclude, EXPORT_HAS_NO_DAYS, incomplete, isExportOnly } from "./answers.ts";
import { deductionsOf } from "./deductions.ts";
import { type Duplicate, duplicatePayments } from "./duplicates.ts";
import { identicalLines } from "./identical-lines.ts";
import { claimOn, headFor } from "./invoice.ts";
import { lineSubjects, lineTitle } from "./lines.ts";
import type { NamedLine } from "./names.ts";
import { lineProof, PAID, paidSide } from "./proof.ts";
import { openRoutes, routeSummaryCovers } from "./routes.ts";
import { counted, onDay } from "./wording.ts";

interface Values {
  readonly line: NamedLine;
  readonly times: number;
  readonly extra: number;
  readonly each: Cents;
  readonly isDeduction: boolean;
  readonly scope: Scope;
}

/** Extra lines x what each pays: an exposure where it was paid to us, owed where it was deducted. */
export const A20 = defineCheck({
  code: "A20",
  version: 2,
  cadence: "week",
  needs: ["invoiceLine", "invoice"],
  uses: ["dayTally", "training", "delay", "packageCount", "cancellation", "rate", "alias"],
  parameters: {},
  evaluate({ scope, facts, coverage }) {
    if (isExportOnly(facts.invoiceLine)) return EXPORT_HAS_NO_DAYS;
    const routes = openRoutes(facts);
    const { lines: invoice } = routes;
    const { duplicates, open } = duplicatePayments(routes, facts, scope, coverage);
    const { again, open: unknown } = deductionsOf(invoice, {
      tallies: facts.dayTally,
      log: facts.cancellation,
      covered: routeSummaryCovers(coverage),
    });
    if (identicalLines(unknown).length > 0) open.push("route summary");
    const unread = again.length > 0 ? incomplete(coverage, ["variable invoice"]) : [];
    const repeated: (Duplicate & { isDeduction: boolean })[] = [
      ...duplicates.map((each) => ({ ...each, isDeduction: false })),
      ...again.map(({ lines, extra }) => ({
        lines,
        extra: extra.length,
        eachCents: Math.abs(lines[0]?.amountCents ?? 0),
        support: supportSide("None known", 1),
        evidence: [],
        explains: [],
        isDeduction: true,
      })),
    ];
    const firsts = repeated.flatMap(({ lines: [first] }) => (first === undefined ? [] : [first]));
    const subjects = lineSubjects(firsts, identityOf);
    const findings = repeated.flatMap((each): FindingDraft<Values>[] => {
      const { lines, extra, eachCents, isDeduction } = each;
      const [line] = lines;
      if (line === undefined) return [];
      const head = headFor(facts.invoice, lines, line.date);
      return [
        {
          subject: subjects.get(line) ?? identityOf(line),
          subjectLabel: lineTitle(line, scope),
          direction: isDeduction ? "owed" : "exposure",
          amountCents: extra * eachCents,
          estimated: false,
          values: { line, times: lines.length, extra, each: eachCents, isDeduction, scope },
          sides: [paidSide(lines, line.date, [PAID.quantity, PAID.amount]), each.support],
          evidence: allProof(lineProof(lines), each.evidence),
          notes: [
            isDeduction
              ? "The lines agree in day, words, rate, quantity and amount."
              : "The lines agree in day, words, rate, quantity and amount. No claim: Amazon may take it back.",
          ],
          explains: each.explains,
          ...claimOn(head, lines),
        },
      ];
    });
    return conclude({ exists: invoice.length > 0, findings, missing: [...open, ...unread] });
  },
  sentence: ({ line, times, extra, isDeduction, scope }) => {
    const what = `${line.description.trim()} ${times} ${counted(times, "time")} ${onDay(line.date, scope)}`;
    return isDeduction
      ? `Amazon deducted ${what}; ${extra} of them ${counted(extra, "repeats", "repeat")} another line.`
      : `Amazon paid ${what}; the work summary has nothing for ${extra} of them.`;
  },
  formula: ({ times, extra, each }) =>
    `${times} lines - ${times - extra} supported = ${extra} x ${plainCents(each)} = ${plainCents(extra * each)}`,
});

function supportSide(text: string, supported: number): Side {
  return { title: "The records support", columns: ["Record", "Lines"], rows: [[text, String(supported)]], marked: [1] };
}

function identityOf(line: NamedLine): string {
  const text = (value: string) => value.normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase();
  return [line.date ?? "week", text(line.section), text(line.description), text(line.serviceType)].join("|");
}
