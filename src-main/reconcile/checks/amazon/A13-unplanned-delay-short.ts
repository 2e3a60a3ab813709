/** A13: minutes of unplanned delay that the invoice pays short. */
import { formatMinutes, hundredthsOfHours } from "#shared/hours.ts";
import { formatQuantity, type Quantity, TEN_THOUSAND, group as thousands } from "#shared/money.ts";
import { formatWeekday } from "#shared/week.ts";
import type { DelayFact } from "../../../documents/facts.ts";
import { defineCheck } from "../../check.ts";
import { proof } from "../../proof.ts";
import { byDay } from "./by-day.ts";
import { linesFor } from "./invoice.ts";
import { priceOf } from "./prices.ts";
import { over, plainRow, rateCard } from "./rates.ts";
import { concludeByDay, priceDays, type Shortage, shortageFinding } from "./shortage.ts";
import { counted, dayText, onDay, times } from "./wording.ts";

/** Hours due (the day's minutes / 60, rounded half up to hundredths once) minus hours invoiced, at the hourly rate. */
export const A13 = defineCheck({
  code: "A13",
  version: 1,
  cadence: "week",
  needs: ["delay", "invoiceLine", "invoice"],
  uses: ["rate"],
  parameters: {
    tolerance: { title: "Hours of delay a day may differ without a finding", unit: "hundredths of an hour", value: 2 },
  },
  evaluate({ scope, facts, parameters, coverage }) {
    const card = rateCard(facts.rate);
    const lines = linesFor(facts.invoiceLine, "unplanned delay hour");
    const delays = facts.delay.filter((delay) => delay.minutes > 0);
    const compared = byDay(
      delays.map((fact) => ({ date: fact.date, key: "", units: fact.minutes, fact })),
      lines.map((line) => ({ key: "", line })),
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
          notes: [
            "Amazon pays minutes / 60, rounded to two places.",
            `Tolerance: ${formatQuantity(parameters.tolerance * HUNDREDTH)} hours.`,
          ],
          invoice: { lines: facts.invoiceLine, heads: facts.invoice },
        });
      });
    const exists = delays.length > 0 || lines.length > 0;
    return concludeByDay({ compared, kind: "unplanned delay", exists, findings, coverage });
  },
  sentence: ({ group, scope, due }: Shortage<DelayFact>) => {
    const delay = `${thousands(group.units)} ${counted(group.units, "minute")} of unplanned delay ${onDay(group.date, scope)}`;
    return `The work summary has ${delay}, ${hours(due)}; Amazon paid ${hours(group.invoiced)}.`;
  },
  formula: ({ group, due, price, amountCents }) => {
    const difference = `${group.units} min / 60 = ${formatQuantity(due)} h - ${formatQuantity(group.invoiced)} h invoiced`;
    return times(difference, price.rate, amountCents);
  },
});

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
