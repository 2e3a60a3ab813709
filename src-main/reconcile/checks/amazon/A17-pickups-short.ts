/** A17: pickups that the invoice pays short, or below every price agreed for them. */
import { formatQuantity, formatRate, plainCents, TEN_THOUSAND, group as thousands } from "#shared/money.ts";
import { formatWeekday, type IsoDate } from "#shared/week.ts";
import type { PackageCountFact } from "../../../documents/facts.ts";
import { defineCheck } from "../../check.ts";
import { proof } from "../../proof.ts";
import { byDay } from "./by-day.ts";
import { compareInMoney, roundedFirst } from "./in-money.ts";
import { claimOn, headFor, linesFor } from "./invoice.ts";
import { LINE_TOLERANCE } from "./lines.ts";
import { isInMoney, type MoneyShortage, moneyFormula, moneySentence } from "./money.ts";
import { namedLines } from "./names.ts";
import { PACKAGE_TOLERANCE } from "./packages.ts";
import { type BelowEveryTier, belowEveryTier, tierFinding, tierPrice } from "./pickup-tiers.ts";
import { lowest, over, rateCard, rowsOn } from "./rates.ts";
import { concludeByDay, priceDays, type Shortage, shortageFinding, wholeUnits } from "./shortage.ts";
import { counted, dayText, onDay, times } from "./wording.ts";

type Values = Shortage<PackageCountFact> | MoneyShortage | BelowEveryTier;

/** Pickups of the work summary minus pickups invoiced, all tiers together, at the lowest tier; and lines paid below the lowest tier. */
export const A17 = defineCheck({
  code: "A17",
  version: 1,
  cadence: "week",
  needs: ["packageCount", "invoiceLine", "invoice"],
  uses: ["rate", "alias"],
  parameters: { tolerance: PACKAGE_TOLERANCE, money: LINE_TOLERANCE },
  evaluate({ scope, facts, parameters, coverage }) {
    const card = rateCard(facts.rate);
    const invoice = namedLines(facts.invoiceLine, facts.alias);
    const lines = linesFor(invoice, "pickup");
    const tiers = (day: IsoDate) => rowsOn(card, "pickup", day);
    const lowestTier = (day: IsoDate) => lowest(tiers(day));
    // A station without pickup lines and without a price for them is not paid for pickups.
    if (lines.length === 0 && lowestTier(scope.from) === null) return { outcome: "not-applicable" };
    const pickups = facts.packageCount.filter((count) => count.kind === "pickup" && count.count > 0);
    const oneTier = new Set([...tiers(scope.from), ...tiers(scope.to)].map(({ fact }) => fact.rate)).size === 1;
    const compared = byDay(
      pickups.map((fact) => ({ date: fact.date, key: "", units: fact.count, fact })),
      lines.map((line) => ({ key: "", line })),
      () => (oneTier ? (lowestTier(scope.from)?.fact.rate ?? null) : null),
    );
    const summary = (facts: readonly PackageCountFact[]) => ({
      side: sideOf(facts),
      evidence: proof(facts, ["Date", "Package count", "Package details", "Package type"]),
    });
    const short = compared.groups
      .filter((group) => group.units * TEN_THOUSAND - group.invoiced > parameters.tolerance * TEN_THOUSAND)
      .map((group) =>
        shortageFinding({
          group,
          scope,
          due: group.units * TEN_THOUSAND,
          price: tierPrice(over(priceDays(group.date, scope), lowestTier), lines, oneTier),
          subject: `${group.date ?? "week"}|pickup`,
          subjectLabel: `${dayText(group.date, scope)} · Pickups`,
          summary: summary(group.facts),
          section: "packages",
          others: wholeUnits(compared.groups),
          notes: [`Tolerance: ${parameters.tolerance} ${counted(parameters.tolerance, "package")}.`],
          invoice: { lines: invoice, heads: facts.invoice },
        }),
      );
    const money = compareInMoney(compared, {
      scope,
      what: "pickups",
      subject: () => "week|pickup|money",
      terms: (group) =>
        group.facts.map((fact) => ({ quantity: fact.count * TEN_THOUSAND, row: lowestTier(fact.date) })),
      summary: (group) => summary(group.facts),
      tolerance: parameters.money,
      heads: facts.invoice,
    });
    const below = belowEveryTier(card, lines, scope, parameters.money).map((values) => {
      const head = headFor(facts.invoice, [values.below.line], values.below.line.date);
      return tierFinding(values, lines, claimOn(head, [values.below.line]), parameters.money);
    });
    return concludeByDay<PackageCountFact, Values>({
      compared,
      kind: "delivered packages",
      exists: pickups.length > 0 || lines.length > 0,
      findings: [...short, ...money.findings, ...below],
      coverage,
      open: money.open,
      invoice,
    });
  },
  sentence: (values: Values) => {
    if (isInMoney(values)) return moneySentence(values);
    if ("below" in values) {
      const { line, row } = values.below;
      return `Amazon paid ${line.description.trim()} ${onDay(line.date, values.scope)} at ${formatRate(line.rate ?? 0)}; the lowest price of a pickup on the rate card is ${formatRate(row.fact.rate)}.`;
    }
    const { group, scope } = values;
    const pickups = `${thousands(group.units)} ${counted(group.units, "pickup")} ${onDay(group.date, scope)}`;
    return `The work summary has ${pickups}; Amazon paid for ${formatQuantity(group.invoiced)}.`;
  },
  formula: (values: Values) => {
    if (isInMoney(values)) return moneyFormula(values);
    if ("below" in values) {
      const { line, row, amountCents } = values.below;
      const rates = `(${formatRate(row.fact.rate)} card - ${formatRate(line.rate ?? 0)} paid)`;
      return `${rates} x ${formatQuantity(line.quantity ?? 0)} = ${plainCents(amountCents)}`;
    }
    const { group, price, amountCents } = values;
    const difference = `${thousands(group.units)} picked up - ${formatQuantity(group.invoiced)} invoiced`;
    return `${times(difference, price.rate, amountCents)}${roundedFirst(values)}`;
  },
});

function sideOf(counts: readonly PackageCountFact[]) {
  return {
    title: "The work summary says",
    columns: ["Date", "Package type", "Picked up"],
    rows: counts.map((count) => [formatWeekday(count.date), count.packageType, thousands(count.count)]),
    marked: [2],
  };
}
