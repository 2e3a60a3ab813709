/** A10: a training session that was held and is marked as not payable. */
import { formatMinutes } from "#shared/hours.ts";
import { extend, TEN_THOUSAND } from "#shared/money.ts";
import { formatWeekday } from "#shared/week.ts";
import type { TrainingFact } from "../../../documents/facts.ts";
import { defineCheck } from "../../check.ts";
import type { FindingDraft } from "../../finding.ts";
import { allProof, proof } from "../../proof.ts";
import { conclude } from "./answers.ts";
import { claimOn, headFor, linesFor, quantityOf } from "./invoice.ts";
import { namedLines } from "./names.ts";
import { type Price, priceOf } from "./prices.ts";
import { lineProof, PAID, paidSide } from "./proof.ts";
import { rateCard, trainingRow } from "./rates.ts";
import { times } from "./wording.ts";

interface Values {
  readonly session: TrainingFact;
  readonly price: Price;
  readonly amountCents: number | null;
}

/** Sessions with a duration that are marked `no`, less those that were paid all the same. The amount is at stake, not yet a claim. */
export const A10 = defineCheck({
  code: "A10",
  version: 1,
  cadence: "week",
  needs: ["training"],
  uses: ["invoice", "invoiceLine", "rate", "alias"],
  parameters: {},
  evaluate({ scope, facts }) {
    const card = rateCard(facts.rate);
    const here = facts.training.filter((each) => scope.from <= each.paymentDate && each.paymentDate <= scope.to);
    const held = here.filter((session) => session.minutes > 0);
    const lines = linesFor(namedLines(facts.invoiceLine, facts.alias), "training");
    // What was paid beyond the payable sessions of a day (of the week, where a line has no day) paid for some of these.
    const weekly = lines.some((line) => line.date === null);
    const dayOf = (date: string) => (weekly ? "" : date);
    const spare = new Map<string, number>();
    for (const line of lines) {
      const row = trainingRow(card, null, line.date ?? line.periodStart);
      const units = quantityOf(line, row?.fact.rate ?? null);
      if (units === undefined) continue;
      const day = dayOf(line.date ?? "");
      spare.set(day, (spare.get(day) ?? 0) + units);
    }
    for (const { eligible, paymentDate } of held) {
      if (eligible) spare.set(dayOf(paymentDate), (spare.get(dayOf(paymentDate)) ?? 0) - TEN_THOUSAND);
    }
    const findings: FindingDraft<Values>[] = [];
    const seen = new Map<string, number>();
    for (const session of held.filter(({ eligible }) => !eligible)) {
      const left = spare.get(dayOf(session.paymentDate)) ?? 0;
      if (left >= TEN_THOUSAND) {
        spare.set(dayOf(session.paymentDate), left - TEN_THOUSAND);
        continue;
      }
      const identity = [session.paymentDate, session.assignmentDate, session.associate ?? "", session.courseName].join(
        "|",
      );
      const occurrence = (seen.get(identity) ?? 0) + 1;
      seen.set(identity, occurrence);
      const price = priceOf(trainingRow(card, session.minutes, session.paymentDate), lines);
      const amountCents = price.rate === null ? null : extend(price.rate, TEN_THOUSAND);
      const sameDay = lines.filter((line) => line.date === session.paymentDate);
      findings.push({
        subject: occurrence === 1 ? identity : `${identity}|${occurrence}`,
        subjectLabel: `${formatWeekday(session.paymentDate)} · ${session.courseName} · ${session.associate ?? "no name"}`,
        direction: "watch",
        amountCents,
        estimated: price.estimated,
        values: { session, price, amountCents },
        sides: [paidSide(sameDay, session.paymentDate, [PAID.quantity]), sideOf(session)],
        evidence: allProof(proof([session], COLUMNS), lineProof(sameDay), price.evidence),
        notes: [price.note, "The amount is at stake, not claimed: ask Amazon why the session is not payable."],
        explains: [],
        ...claimOn(headFor(facts.invoice, sameDay, session.paymentDate), sameDay),
      });
    }
    return conclude({ exists: held.length > 0, findings, missing: [] });
  },
  sentence: ({ session }) =>
    `${session.associate ?? "An associate without a name"} trained for ${formatMinutes(session.minutes)} (${session.courseName}, payment ${formatWeekday(session.paymentDate)}); the work summary says Amazon does not pay for it.`,
  formula: ({ price, amountCents }) => times("1 held - 0 payable", price.rate, amountCents),
});

const COLUMNS = [
  "Assignment Date",
  "Payment Date",
  "Delivery Associate",
  "Course Name",
  "Total Duration",
  "DSP Payment Eligible",
];

function sideOf(session: TrainingFact) {
  return {
    title: "The work summary says",
    columns: ["Payment date", "Associate", "Course", "Duration", "Eligible"],
    rows: [
      [
        formatWeekday(session.paymentDate),
        session.associate ?? "",
        session.courseName,
        formatMinutes(session.minutes),
        session.eligible ? "yes" : "no",
      ],
    ],
    marked: [3, 4],
  };
}
