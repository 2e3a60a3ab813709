/** A09: a payable training session that no line of the invoice pays. */
import { formatMinutes } from "#shared/hours.ts";
import { formatQuantity, TEN_THOUSAND } from "#shared/money.ts";
import { formatWeekday } from "#shared/week.ts";
import type { TrainingFact } from "../../../documents/facts.ts";
import { defineCheck } from "../../check.ts";
import { proof } from "../../proof.ts";
import { byDay } from "./by-day.ts";
import { compareInMoney, formulaOf, sentenceOf } from "./in-money.ts";
import { linesFor, serviceOf } from "./invoice.ts";
import { LINE_TOLERANCE } from "./lines.ts";
import type { MoneyShortage } from "./money.ts";
import { type NamedLine, namedLines } from "./names.ts";
import { type Price, priceOf } from "./prices.ts";
import { lowest, onlyRate, over, type PriceDays, type RateCard, rateCard, trainingRow } from "./rates.ts";
import { concludeByDay, priceDays, type Shortage, shortageFinding, wholeUnits } from "./shortage.ts";
import { counted, dayText, onDay, times } from "./wording.ts";

/** Payable sessions of the work summary by payment date minus sessions invoiced, at the training rate. */
export const A09 = defineCheck({
  code: "A09",
  version: 3,
  cadence: "week",
  needs: ["training", "invoiceLine", "invoice"],
  uses: ["rate", "alias"],
  parameters: {
    money: LINE_TOLERANCE,
    tolerance: { title: "Training sessions a day may differ without a finding", unit: "count", value: 0 },
  },
  evaluate({ scope, facts, parameters, coverage }) {
    const card = rateCard(facts.rate);
    const payable = facts.training.filter(
      (session) => isPayable(session) && scope.from <= session.paymentDate && session.paymentDate <= scope.to,
    );
    const invoice = namedLines(facts.invoiceLine, facts.alias);
    const lines = linesFor(invoice, "training");
    const rowOf = (session: TrainingFact) => trainingRow(card, session.minutes, session.paymentDate);
    const compared = byDay(
      payable.map((fact) => ({ date: fact.paymentDate, key: "", units: 1, fact })),
      lines.map((line) => ({ key: "", line })),
      () => onlyRate(payable.length > 0 ? payable.map(rowOf) : [trainingRow(card, null, scope.from)]),
    );
    const findings = compared.groups
      .filter((group) => group.units * TEN_THOUSAND - group.invoiced > parameters.tolerance * TEN_THOUSAND)
      .map((group) =>
        shortageFinding({
          group,
          scope,
          due: group.units * TEN_THOUSAND,
          price: priceFor(card, group.facts, priceDays(group.date, scope), lines),
          subject: `${group.date ?? "week"}|training`,
          subjectLabel: `${dayText(group.date, scope)} · Training`,
          summary: { side: sideOf(group.facts), evidence: proof(group.facts, COLUMNS) },
          section: "training sessions",
          others: wholeUnits(compared.groups),
          notes: [
            "Payable: eligible sessions with a duration, by payment date.",
            `Tolerance: ${parameters.tolerance} ${counted(parameters.tolerance, "session")}.`,
          ],
          invoice: { lines: invoice, heads: facts.invoice },
        }),
      );
    const money = compareInMoney(compared, {
      scope,
      what: "payable training sessions",
      subject: () => "week|training|money",
      terms: (group) => group.facts.map((session) => ({ quantity: TEN_THOUSAND, row: rowOf(session) })),
      summary: (group) => ({ side: sideOf(group.facts), evidence: proof(group.facts, COLUMNS) }),
      tolerance: parameters.money,
      heads: facts.invoice,
    });
    const exists = payable.length > 0 || lines.length > 0;
    return concludeByDay<TrainingFact, Values>({
      compared,
      kind: "training",
      exists,
      findings: [...findings, ...money.findings],
      coverage,
      open: money.open,
      invoice,
    });
  },
  sentence: sentenceOf(({ group, scope }: Shortage<TrainingFact>) => {
    const sessions = `${group.units} payable training ${counted(group.units, "session")}`;
    return `The work summary has ${sessions} with payment ${onDay(group.date, scope)}; Amazon paid ${formatQuantity(group.invoiced)}.`;
  }),
  formula: formulaOf(({ group, price, amountCents }: Shortage<TrainingFact>) =>
    times(`${group.units} payable - ${formatQuantity(group.invoiced)} invoiced`, price.rate, amountCents),
  ),
});

type Values = Shortage<TrainingFact> | MoneyShortage;

const COLUMNS = ["Payment Date", "Delivery Associate", "Course Name", "Total Duration", "DSP Payment Eligible"];

/** Amazon pays a session that is eligible and lasts longer than nothing (documents page, section 1). */
function isPayable(session: TrainingFact): boolean {
  return session.eligible && session.minutes > 0;
}

/** The card's price; for sessions of several lengths the lowest of theirs. A price of another length than a session's is an estimate. */
function priceFor(
  card: RateCard,
  sessions: readonly TrainingFact[],
  days: PriceDays,
  lines: readonly NamedLine[],
): Price {
  const priced = sessions.map(({ minutes }) => ({
    minutes,
    row: over(days, (day) => trainingRow(card, minutes, day)),
  }));
  const price = priceOf(lowest(priced.flatMap(({ row }) => row ?? [])), linesLike(sessions, lines));
  const lacking = priced.find(({ minutes, row }) => row !== null && row.minutes !== null && row.minutes !== minutes);
  if (lacking === undefined) return price;
  const why = `Estimate: the rate card has no price for a session of ${formatMinutes(lacking.minutes)}, so its only price was used.`;
  return { ...price, estimated: true, note: `${why} ${price.note}` };
}

/** Invoiced sessions of the same block, else all of them. */
function linesLike(sessions: readonly TrainingFact[], lines: readonly NamedLine[]): readonly NamedLine[] {
  const same = lines.filter((line) => sessions.some((session) => session.minutes === serviceOf(line).minutes));
  return same.length > 0 ? same : lines;
}

function sideOf(sessions: readonly TrainingFact[]) {
  return {
    title: "The work summary says",
    columns: ["Payment date", "Associate", "Course", "Duration", "Eligible"],
    rows: sessions.map((session) => [
      formatWeekday(session.paymentDate),
      session.associate ?? "",
      session.courseName,
      formatMinutes(session.minutes),
      session.eligible ? "yes" : "no",
    ]),
    marked: [0, 3, 4],
  };
}
