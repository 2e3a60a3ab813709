/** A19: quick coverage that was accepted and not paid. */
import { formatQuantity, TEN_THOUSAND } from "#shared/money.ts";
import type { IsoDate } from "#shared/week.ts";
import type { DayTallyFact } from "../../../documents/facts.ts";
import { defineCheck } from "../../check.ts";
import { byDay } from "./by-day.ts";
import { compareInMoney, formulaOf, sentenceOf } from "./in-money.ts";
import { isQuickCoverage } from "./invoice.ts";
import { LINE_TOLERANCE } from "./lines.ts";
import type { MoneyShortage } from "./money.ts";
import { priceOf } from "./prices.ts";
import { tallySide } from "./proof.ts";
import { lowest, over, rowsOn, steadyRow } from "./rates.ts";
import { openRoutes, tallyProof } from "./routes.ts";
import { concludeByDay, priceDays, type Shortage, shortageFinding } from "./shortage.ts";
import { counted, dayText, onDay, times } from "./wording.ts";

type Values = Shortage<DayTallyFact> | MoneyShortage;

/** Quick coverage of the work summary minus that invoiced, by day. A route paid beyond the work summary may be one of them. */
export const A19 = defineCheck({
  code: "A19",
  version: 1,
  cadence: "week",
  needs: ["dayTally", "invoiceLine", "invoice"],
  uses: ["rate", "alias"],
  parameters: {
    tolerance: { title: "Quick coverage a day may differ without a finding", unit: "count", value: 0 },
    money: LINE_TOLERANCE,
  },
  evaluate({ scope, facts, parameters, coverage }) {
    const { card, lines: invoice, pairing } = openRoutes(facts);
    const lines = invoice.filter(isQuickCoverage);
    const accepted = facts.dayTally.filter((tally) => tally.quickCoverage > 0);
    const rowOn = (day: IsoDate) =>
      lowest(rowsOn(card, "route", day).filter(({ key }) => key.includes("quick coverage")));
    const compared = byDay(
      accepted.map((fact) => ({ date: fact.date, key: "", units: fact.quickCoverage, fact })),
      lines.map((line) => ({ key: "", line })),
      () => steadyRow({ from: scope.from, to: scope.to }, rowOn)?.fact.rate ?? null,
    );
    const spareOn = (date: IsoDate | null) =>
      [...pairing.rest]
        .filter(([cell, left]) => left < 0 && (date === null || cell.date === null || cell.date === date))
        .reduce((sum, [, left]) => sum - left, 0);
    const summary = (tallies: readonly DayTallyFact[]) => ({
      side: tallySide(tallies, { title: "Quick coverage", of: (tally) => tally.quickCoverage }),
      evidence: tallyProof(tallies, "Quick coverage"),
    });
    const findings = compared.groups.flatMap((group) => {
      const due = group.units * TEN_THOUSAND - Math.trunc(spareOn(group.date));
      if (due - group.invoiced <= parameters.tolerance * TEN_THOUSAND) return [];
      return shortageFinding({
        group,
        scope,
        due,
        price: priceOf(over(priceDays(group.date, scope), rowOn), lines),
        subject: `${group.date ?? "week"}|quick coverage`,
        subjectLabel: `${dayText(group.date, scope)} · Quick coverage`,
        summary: summary(group.facts),
        section: "routes",
        notes: [`Tolerance: ${parameters.tolerance}.`],
        invoice: { lines: invoice, heads: facts.invoice },
      });
    });
    const money = compareInMoney(compared, {
      scope,
      what: "quick coverage",
      subject: () => "week|quick coverage|money",
      terms: (group) =>
        group.facts.map((tally) => ({ quantity: tally.quickCoverage * TEN_THOUSAND, row: rowOn(tally.date) })),
      summary: (group) => summary(group.facts),
      tolerance: parameters.money,
      heads: facts.invoice,
    });
    return concludeByDay<DayTallyFact, Values>({
      compared,
      kind: "route summary",
      exists: accepted.length > 0 || lines.length > 0,
      findings: [...findings, ...money.findings],
      coverage,
      open: money.open,
      invoice,
    });
  },
  sentence: sentenceOf(({ group, scope, due }: Shortage<DayTallyFact>) => {
    const units = `${formatQuantity(due)} quick ${counted(due / TEN_THOUSAND, "coverage", "coverages")}`;
    return `The work summary has ${units} accepted ${onDay(group.date, scope)}; Amazon paid ${formatQuantity(group.invoiced)}.`;
  }),
  formula: formulaOf(({ group, due, price, amountCents }: Shortage<DayTallyFact>) =>
    times(`${formatQuantity(due)} accepted - ${formatQuantity(group.invoiced)} invoiced`, price.rate, amountCents),
  ),
});
