/** Routes of a week that an export pays in one amount: compared in money by A01. Pure. */
import { serviceKey } from "#main/matching/services.ts";
import { formatMinutes } from "#shared/hours.ts";
import { TEN_THOUSAND } from "#shared/money.ts";
import { formatWeek } from "#shared/week.ts";
import type { InvoiceFact } from "../../../documents/facts.ts";
import type { Scope } from "../../check.ts";
import type { FindingDraft } from "../../finding.ts";
import { type MoneyShortage, moneyFinding } from "./money.ts";
import { tallySide } from "./proof.ts";
import { type RateCard, routeRow } from "./rates.ts";
import type { RouteMoney } from "./route-cells.ts";
import { type OpenPart, tallyProof } from "./routes.ts";

/** What comparing routes in money gave. */
export interface RoutesInMoney {
  readonly findings: readonly FindingDraft<MoneyShortage>[];
  /** Routes without a price: nothing can be said of their amount. */
  readonly open: readonly OpenPart[];
}

/** Completed routes at the card's prices of their days minus the amounts of the export. */
export function routesInMoney(
  money: readonly RouteMoney[],
  { card, scope, heads, tolerance }: { card: RateCard; scope: Scope; heads: readonly InvoiceFact[]; tolerance: number },
): RoutesInMoney {
  const findings: FindingDraft<MoneyShortage>[] = [];
  const open: OpenPart[] = [];
  for (const { base, tallies, lines } of money) {
    const driven = tallies.filter((tally) => tally.completed > 0);
    const terms = driven.map((tally) => ({
      quantity: tally.completed * TEN_THOUSAND,
      row: routeRow(card, serviceKey(tally.serviceType).key, tally.blockMinutes, tally.date),
    }));
    const unpriced = driven.filter((_, index) => terms[index]?.row === null);
    if (unpriced.length > 0) {
      const names = unpriced.map((tally) => `${tally.serviceType.trim()} of ${formatMinutes(tally.blockMinutes)}`);
      const why = `The export of the invoice has amounts only, and the rate card has no price for ${[...new Set(names)].sort().join("; ")}.`;
      open.push({ kind: "rate card", why });
      continue;
    }
    const finding = moneyFinding({
      scope,
      subject: `week|${base === "" ? "all routes" : base}|money`,
      label: `${formatWeek(scope.period)} · ${base === "" ? "All routes" : nameOf(base, driven)}`,
      what: base === "" ? "routes" : `${nameOf(base, driven)} routes`,
      terms: terms.flatMap(({ row, quantity }) => (row === null ? [] : [{ row, quantity }])),
      lines,
      summary: {
        side: tallySide(driven, { title: "Completed routes", of: (tally) => tally.completed }),
        evidence: tallyProof(driven, "completed routes"),
      },
      tolerance,
      heads,
    });
    if (finding) findings.push(finding);
  }
  return { findings, open };
}

function nameOf(base: string, tallies: readonly { readonly serviceType: string }[]): string {
  const names = tallies.map((tally) => tally.serviceType.trim());
  return names.filter((name) => serviceKey(name).key === base).sort()[0] ?? names.sort()[0] ?? base;
}
