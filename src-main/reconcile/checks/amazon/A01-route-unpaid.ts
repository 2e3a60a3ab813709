/** A01: a route of the work summary that no line of the invoice pays. */
import { formatMinutes } from "#shared/hours.ts";
import { extend, formatQuantity, type Quantity, TEN_THOUSAND } from "#shared/money.ts";
import type { InvoiceFact } from "../../../documents/facts.ts";
import { defineCheck, type Scope } from "../../check.ts";
import type { FindingDraft } from "../../finding.ts";
import { allProof } from "../../proof.ts";
import { claimOn, headFor } from "./invoice.ts";
import { LINE_TOLERANCE } from "./lines.ts";
import { isInMoney, type MoneyShortage, moneyFormula, moneySentence } from "./money.ts";
import type { NamedLine } from "./names.ts";
import { countNote, type Price, routePrice } from "./prices.ts";
import { invoiceProof, linesOfDay, PAID, paidSide, tallySide } from "./proof.ts";
import type { RouteCell } from "./route-cells.ts";
import { routesInMoney } from "./route-money.ts";
import { type RoutePairing, routeLabel, routeSubject } from "./route-pairing.ts";
import { concludeRoutes, daysOf, hasRoutes, openRoutes, ROUTE_TOLERANCE, tallyProof, toleranceNote } from "./routes.ts";
import { counted, onDay, times } from "./wording.ts";

interface Unpaid {
  readonly cell: RouteCell;
  readonly scope: Scope;
  readonly unpaid: Quantity;
  /** Routes of the shortage that were paid as something else, reported by A03 and A08. */
  readonly elsewhere: Quantity;
  readonly price: Price;
  readonly amountCents: number | null;
}

type Values = Unpaid | MoneyShortage;

/** Completed routes minus invoiced routes by day, service type and block, at the rate of that type. */
export const A01 = defineCheck({
  code: "A01",
  version: 2,
  cadence: "week",
  needs: ["dayTally", "invoiceLine", "invoice"],
  uses: ["rate", "alias"],
  parameters: { tolerance: ROUTE_TOLERANCE, money: LINE_TOLERANCE },
  evaluate({ scope, facts, parameters, coverage }) {
    const { card, lines, pairing } = openRoutes(facts);
    const findings = [...pairing.rest]
      .filter(([, left]) => left > parameters.tolerance * TEN_THOUSAND)
      .map(([cell, unpaid]): FindingDraft<Values> => {
        const price = routePrice(card, lines, cell, daysOf(cell, scope));
        const tolerance = toleranceNote(parameters.tolerance);
        return finding({
          cell,
          unpaid,
          price,
          pairing,
          scope,
          tolerance,
          lines,
          heads: facts.invoice,
        });
      });
    const money = routesInMoney(pairing.money, {
      card,
      scope,
      heads: facts.invoice,
      tolerance: parameters.money,
    });
    return concludeRoutes(pairing, hasRoutes(pairing), [...findings, ...money.findings], coverage, money.open);
  },
  sentence: (values: Values) => {
    if (isInMoney(values)) return moneySentence(values);
    const { cell, scope, unpaid, elsewhere } = values;
    const routes = `${cell.completed} ${cell.name} ${counted(cell.completed, "route")} of ${formatMinutes(cell.minutes)}`;
    const rest = `${formatQuantity(unpaid)} ${counted(unpaid / TEN_THOUSAND, "is", "are")} unpaid`;
    const moved = `${formatQuantity(elsewhere)} ${counted(elsewhere / TEN_THOUSAND, "was", "were")} paid as another type or block`;
    const paid = `Amazon paid ${formatQuantity(cell.invoiced)} of ${routes} completed ${onDay(cell.date, scope)}`;
    return `${paid}; ${rest}${elsewhere > 0 ? `, ${moved}` : ""}.`;
  },
  formula: (values) => {
    if (isInMoney(values)) return moneyFormula(values);
    const { cell, elsewhere, price, amountCents } = values;
    const moved = elsewhere > 0 ? ` - ${formatQuantity(elsewhere)} paid as another` : "";
    const difference = `${cell.completed} completed - ${formatQuantity(cell.invoiced)} invoiced${moved}`;
    return times(difference, price.rate, amountCents);
  },
});

function finding(input: {
  readonly cell: RouteCell;
  readonly unpaid: Quantity;
  readonly price: Price;
  readonly pairing: RoutePairing;
  readonly scope: Scope;
  readonly tolerance: string;
  readonly lines: readonly NamedLine[];
  readonly heads: readonly InvoiceFact[];
}): FindingDraft<Unpaid> {
  const { cell, unpaid, price, pairing, scope, tolerance } = input;
  const sameDay = linesOfDay(input.lines, cell.date, "routes");
  const head = headFor(input.heads, cell.lines.length > 0 ? cell.lines : sameDay, cell.date);
  const amountCents = price.rate === null ? null : extend(price.rate, unpaid);
  const elsewhere = cell.completed * TEN_THOUSAND - cell.invoiced - unpaid;
  return {
    subject: routeSubject(cell),
    subjectLabel: routeLabel(cell, scope),
    direction: "owed",
    amountCents,
    estimated: price.estimated,
    values: { cell, scope, unpaid, elsewhere, price, amountCents },
    sides: [
      paidSide(cell.lines, cell.date, [PAID.quantity]),
      tallySide(cell.tallies, { title: "Completed routes", of: (tally) => tally.completed }),
    ],
    evidence: allProof(
      tallyProof(cell.tallies, "completed routes"),
      invoiceProof(cell.lines, head, sameDay),
      price.evidence,
    ),
    notes: [price.note, ...countNote(cell.lines), tolerance, ...surplusNotes(cell, pairing, scope)],
    explains: [],
    ...claimOn(head, cell.lines),
  };
}

/** What the invoice pays on the same day that the work summary does not name: perhaps the same routes under another name. */
function surplusNotes(cell: RouteCell, pairing: RoutePairing, scope: Scope): string[] {
  return [...pairing.rest]
    .filter(([other, left]) => left < 0 && other.date === cell.date && other.minutes === cell.minutes)
    .map(([other, left]) => {
      const routes = `${formatQuantity(-left)} ${other.name} ${counted(-left / TEN_THOUSAND, "route")}`;
      return `${onDay(other.date, scope)} the invoice also pays ${routes} of ${formatMinutes(other.minutes)} beyond the work summary.`;
    })
    .map((note) => note.charAt(0).toUpperCase() + note.slice(1));
}
