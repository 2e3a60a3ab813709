/** A11: a route that Amazon canceled late and did not pay for. */
import { serviceKey } from "#main/matching/services.ts";
import { formatQuantity, TEN_THOUSAND } from "#shared/money.ts";
import type { DayTallyFact } from "../../../documents/facts.ts";
import { defineCheck } from "../../check.ts";
import { byDay, type DayGroup } from "./by-day.ts";
import { compareInMoney, formulaOf, sentenceOf } from "./in-money.ts";
import { canceledServiceOf, linesFor } from "./invoice.ts";
import { LINE_TOLERANCE } from "./lines.ts";
import type { MoneyShortage } from "./money.ts";
import { namedLines } from "./names.ts";
import { priceOf } from "./prices.ts";
import { tallySide } from "./proof.ts";
import { lateCancelRow, over, rateCard, steadyRow } from "./rates.ts";
import { tallyProof } from "./routes.ts";
import { concludeByDay, priceDays, type Shortage, shortageFinding, wholeUnits } from "./shortage.ts";
import { counted, dayText, onDay, times } from "./wording.ts";

/** Late cancellations by Amazon minus those invoiced, by day and service type, at the cancellation rate. */
export const A11 = defineCheck({
  code: "A11",
  version: 2,
  cadence: "week",
  needs: ["dayTally", "invoiceLine", "invoice"],
  uses: ["rate", "alias"],
  parameters: {
    money: LINE_TOLERANCE,
    tolerance: { title: "Late cancellations a day and type may differ without a finding", unit: "count", value: 0 },
  },
  evaluate({ scope, facts, parameters, coverage }) {
    const card = rateCard(facts.rate);
    const invoice = namedLines(facts.invoiceLine, facts.alias);
    const lines = linesFor(invoice, "late cancel");
    // Days with a line that names no service are compared for all services together: it could pay for any of them.
    const untyped = new Set(lines.filter((line) => canceledServiceOf(line) === "").map((line) => line.date));
    const weekly = lines.some((line) => line.date === null);
    const typeOn = (date: string | null, key: string) =>
      untyped.has(date) || (weekly && untyped.size > 0) ? ANY_SERVICE : key;
    const canceled = facts.dayTally.filter((tally) => tally.amazonLateCancel > 0);
    const compared = byDay(
      canceled.map((fact) => ({
        date: fact.date,
        key: typeOn(fact.date, serviceKey(fact.serviceType).key),
        units: fact.amazonLateCancel,
        fact,
      })),
      lines.map((line) => ({ key: typeOn(line.date, canceledServiceOf(line)), line })),
      (key) => steadyRow({ from: scope.from, to: scope.to }, (day) => lateCancelRow(card, key, day))?.fact.rate ?? null,
    );
    const findings = compared.groups
      .filter((group) => group.units * TEN_THOUSAND - group.invoiced > parameters.tolerance * TEN_THOUSAND)
      .map((group) => {
        const row = over(priceDays(group.date, scope), (day) => lateCancelRow(card, group.key, day));
        const alike = lines.filter((line) => group.key === ANY_SERVICE || canceledServiceOf(line) === group.key);
        return shortageFinding({
          group,
          scope,
          due: group.units * TEN_THOUSAND,
          price: priceOf(row, alike),
          subject: `${group.date ?? "week"}|${group.key}`,
          subjectLabel: `${dayText(group.date, scope)} · ${nameOf(group)}`,
          summary: {
            side: tallySide(group.facts, { title: "AMZL late cancel", of: (tally) => tally.amazonLateCancel }),
            evidence: tallyProof(group.facts, "AMZL late cancel"),
          },
          section: "late cancellations",
          others: wholeUnits(compared.groups),
          notes: [`Tolerance: ${parameters.tolerance} ${counted(parameters.tolerance, "cancellation")}.`],
          invoice: { lines: invoice, heads: facts.invoice },
        });
      });
    const money = compareInMoney(compared, {
      scope,
      what: "late cancellations",
      subject: (group) => `week|${group.key}|money`,
      terms: (group) =>
        group.facts.map((tally) => ({
          quantity: tally.amazonLateCancel * TEN_THOUSAND,
          row: lateCancelRow(card, serviceKey(tally.serviceType).key, tally.date),
        })),
      summary: (group) => ({
        side: tallySide(group.facts, { title: "AMZL late cancel", of: (tally) => tally.amazonLateCancel }),
        evidence: tallyProof(group.facts, "AMZL late cancel"),
      }),
      tolerance: parameters.money,
      heads: facts.invoice,
    });
    const exists = canceled.length > 0 || lines.length > 0;
    return concludeByDay<DayTallyFact, Values>({
      compared,
      kind: "route summary",
      exists,
      findings: [...findings, ...money.findings],
      coverage,
      open: money.open,
      invoice,
    });
  },
  sentence: sentenceOf(({ group, scope }: Shortage<DayTallyFact>) => {
    const routes = `${group.units} ${nameOf(group)} ${counted(group.units, "route")}`;
    return `Amazon canceled ${routes} late ${onDay(group.date, scope)} and paid for ${formatQuantity(group.invoiced)}.`;
  }),
  formula: formulaOf(({ group, price, amountCents }: Shortage<DayTallyFact>) =>
    times(`${group.units} canceled - ${formatQuantity(group.invoiced)} invoiced`, price.rate, amountCents),
  ),
});

type Values = Shortage<DayTallyFact> | MoneyShortage;

/** Stands for every service type in a subject. */
const ANY_SERVICE = "any service";

function nameOf(group: DayGroup<DayTallyFact>): string {
  if (group.key === ANY_SERVICE) return "scheduled";
  return group.facts.map((fact) => fact.serviceType.trim()).sort()[0] ?? group.key;
}
