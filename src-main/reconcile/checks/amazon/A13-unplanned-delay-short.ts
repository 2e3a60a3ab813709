/** A13: minutes of unplanned delay that the invoice pays short. */
import { formatMinutes, hundredthsOfHours } from "#shared/hours.ts";
import { extend, formatQuantity, type Quantity, TEN_THOUSAND, group as thousands } from "#shared/money.ts";
import { formatWeekday, type IsoDate } from "#shared/week.ts";
import type { DelayFact } from "../../../documents/facts.ts";
import { defineCheck } from "../../check.ts";
import { proof } from "../../proof.ts";
import { byDay } from "./by-day.ts";
import { compareInMoney, formulaOf, sentenceOf } from "./in-money.ts";
import { linesFor } from "./invoice.ts";
import { LINE_TOLERANCE } from "./lines.ts";
import type { MoneyShortage } from "./money.ts";
import { namedLines } from "./names.ts";
import { priceOf } from "./prices.ts";
import { over, plainRow, rateCard } from "./rates.ts";
import { concludeByDay, priceDays, type Shortage, shortageFinding } from "./shortage.ts";
import { counted, dayText, onDay, times } from "./wording.ts";

/** Hours due (the day's minutes / 60, rounded half up to hundredths once) minus hours invoiced, at the hourly rate. */
export const A13 = defineCheck({
  code: "A13",
  version: 2,
  cadence: "week",
  needs: ["delay", "invoiceLine", "invoice"],
  uses: ["rate", "alias"],
  parameters: {
    money: LINE_TOLERANCE,
    tolerance: { title: "Hours of delay a day may differ without a finding", unit: "hundredths of an hour", value: 2 },
  },
  evaluate({ scope, facts, parameters, coverage }) {
    const card = rateCard(facts.rate);
    const invoice = namedLines(facts.invoiceLine, facts.alias);
    const lines = linesFor(invoice, "unplanned delay hour");
    const delays = facts.delay.filter((delay) => delay.minutes > 0);
    const compared = byDay(
      delays.map((fact) => ({ date: fact.date, key: "", units: fact.minutes, fact })),
      lines.map((line) => ({ key: "", line })),
      // Hours are no whole units, and each day's amount is rounded for itself: an export is compared in money.
      () => null,
    );
    const findings = compared.groups
      .filter((group) => hoursDue(group.units) - group.invoiced > parameters.tolerance * HUNDREDTH)
      .map((group) => {
        const row = over(priceDays(group.date, scope), (day) => plainRow(card, "unplanned delay hour", day));
        return shortageFinding({
          group,
          scope,
          due: hoursDue(group.units),
          price: priceOf(row, lines),
          subject: `${group.date ?? "week"}|unplanned delay`,
          subjectLabel: `${dayText(group.date, scope)} · Unplanned delay`,
          summary: {
            side: sideOf(group.facts),
            evidence: proof(group.facts, ["Date", "unplanned delay", "total delay in minutes"]),
          },
          section: "unplanned delay",
          others: compared.groups.map((other) => ({ group: other, due: hoursDue(other.units) })),
          notes: [
            "Amazon pays minutes / 60, rounded to two places.",
            `Tolerance: ${formatQuantity(parameters.tolerance * HUNDREDTH)} hours.`,
          ],
          invoice: { lines: invoice, heads: facts.invoice },
        });
      });
    const rowOn = (day: IsoDate) => plainRow(card, "unplanned delay hour", day);
    const first = rowOn(scope.from);
    const spared = first === null ? 0 : extend(first.fact.rate, parameters.tolerance * HUNDREDTH);
    const money = compareInMoney(compared, {
      scope,
      what: "hours of unplanned delay",
      subject: () => "week|unplanned delay|money",
      terms: (group) =>
        [...minutesByDay(group.facts)].map(([day, minutes]) => ({
          quantity: hoursDue(minutes),
          row: rowOn(day),
        })),
      summary: (group) => ({
        side: sideOf(group.facts),
        evidence: proof(group.facts, ["Date", "unplanned delay", "total delay in minutes"]),
      }),
      tolerance: parameters.money + spared,
      heads: facts.invoice,
    });
    const exists = delays.length > 0 || lines.length > 0;
    return concludeByDay<DelayFact, Values>({
      compared,
      kind: "unplanned delay",
      exists,
      findings: [...findings, ...money.findings],
      coverage,
      open: money.open,
      invoice,
    });
  },
  sentence: sentenceOf(({ group, scope, due }: Shortage<DelayFact>) => {
    const delay = `${thousands(group.units)} ${counted(group.units, "minute")} of unplanned delay ${onDay(group.date, scope)}`;
    return `The work summary has ${delay}, ${hours(due)}; Amazon paid ${hours(group.invoiced)}.`;
  }),
  formula: formulaOf(({ group, due, price, amountCents }: Shortage<DelayFact>) => {
    const difference = `${group.units} min / 60 = ${formatQuantity(due)} h - ${formatQuantity(group.invoiced)} h invoiced`;
    return times(difference, price.rate, amountCents);
  }),
});

type Values = Shortage<DelayFact> | MoneyShortage;

/** A day's delays are added before they are rounded. */
function minutesByDay(delays: readonly DelayFact[]): Map<IsoDate, number> {
  const days = new Map<IsoDate, number>();
  for (const { date, minutes } of delays) days.set(date, (days.get(date) ?? 0) + minutes);
  return days;
}

function hours(quantity: Quantity): string {
  return `${formatQuantity(quantity)} ${counted(quantity / TEN_THOUSAND, "hour")}`;
}

/** A hundredth of an hour in ten-thousandths. */
const HUNDREDTH = 100;

/** Hours in ten-thousandths: 22 minutes are 0.37 hours, 3_700. */
function hoursDue(minutes: number): Quantity {
  return hundredthsOfHours(minutes) * HUNDREDTH;
}

function sideOf(delays: readonly DelayFact[]) {
  return {
    title: "The work summary says",
    columns: ["Date", "Reason", "Minutes", "Impacted routes"],
    rows: delays.map((delay) => [
      formatWeekday(delay.date),
      delay.reason,
      formatMinutes(delay.minutes),
      delay.impactedRoutes,
    ]),
    marked: [2],
  };
}
