/** Packages against the lines that pay by the piece: the per-piece fee (A14), branding (A15) and pickups (A17). Pure. */
import { type Cents, formatQuantity, TEN_THOUSAND, group as thousands } from "#shared/money.ts";
import { formatWeekday, type IsoDate } from "#shared/week.ts";
import type { AliasFact, InvoiceFact, InvoiceLineFact, PackageCountFact, RateFact } from "../../../documents/facts.ts";
import type { Answer, ParameterSpec, Scope } from "../../check.ts";
import type { Coverage } from "../../coverage.ts";
import { proof } from "../../proof.ts";
import { byDay } from "./by-day.ts";
import { compareInMoney, roundedFirst } from "./in-money.ts";
import { linesFor } from "./invoice.ts";
import { isInMoney, type MoneyShortage, moneyFormula, moneySentence } from "./money.ts";
import { namedLines } from "./names.ts";
import { priceOf } from "./prices.ts";
import { over, plainRow, rateCard, steadyRow } from "./rates.ts";
import { concludeByDay, priceDays, type Shortage, shortageFinding, wholeUnits } from "./shortage.ts";
import { counted, dayText, onDay, times } from "./wording.ts";

/** Packages that may differ without a finding. */
export const PACKAGE_TOLERANCE: ParameterSpec = {
  title: "Packages a day may differ without a finding",
  unit: "count",
  value: 0,
};

/** What A14 and A15 compare. */
export interface PackageComparison {
  readonly item: "package" | "branding package";
  readonly label: string;
  /** Whether the fee is paid at this station at all, from its lines and its prices. */
  readonly isBilled: (lines: readonly InvoiceLineFact[], hasPrice: boolean) => boolean;
  readonly scope: Scope;
  readonly facts: {
    readonly packageCount: readonly PackageCountFact[];
    readonly invoiceLine: readonly InvoiceLineFact[];
    readonly invoice: readonly InvoiceFact[];
    readonly rate: readonly RateFact[];
    readonly alias: readonly AliasFact[];
  };
  readonly tolerance: number;
  readonly moneyTolerance: Cents;
  readonly coverage: Coverage;
}

/** Delivered packages of the work summary minus the fee's quantity, by day where both have days. Section quantities are not used. */
export function comparePackages(input: PackageComparison): Answer<PackageShortage> {
  const { item, label, scope, facts, tolerance, coverage } = input;
  const card = rateCard(facts.rate);
  const invoice = namedLines(facts.invoiceLine, facts.alias);
  const lines = linesFor(invoice, item);
  const rowOn = (day: IsoDate) => plainRow(card, item, day);
  if (!input.isBilled(lines, rowOn(scope.from) !== null)) return { outcome: "not-applicable" };
  const delivered = facts.packageCount.filter((count) => count.kind === "delivered" && count.count > 0);
  const compared = byDay(
    delivered.map((fact) => ({ date: fact.date, key: "", units: fact.count, fact })),
    lines.map((line) => ({ key: "", line })),
    () => steadyRow({ from: scope.from, to: scope.to }, rowOn)?.fact.rate ?? null,
  );
  const findings = compared.groups
    .filter((group) => group.units * TEN_THOUSAND - group.invoiced > tolerance * TEN_THOUSAND)
    .map((group) =>
      shortageFinding({
        group,
        scope,
        due: group.units * TEN_THOUSAND,
        price: priceOf(over(priceDays(group.date, scope), rowOn), lines),
        subject: `${group.date ?? "week"}|${item}`,
        subjectLabel: `${dayText(group.date, scope)} · ${label}`,
        summary: {
          side: sideOf(group.facts),
          evidence: proof(group.facts, ["Date", "Package count", "delivered packages", "Package type"]),
        },
        section: "packages",
        others: wholeUnits(compared.groups),
        notes: [`Tolerance: ${tolerance} ${counted(tolerance, "package")}.`],
        invoice: { lines: invoice, heads: facts.invoice },
      }),
    );
  const money = compareInMoney(compared, {
    scope,
    what: label.toLowerCase(),
    subject: () => `week|${item}|money`,
    terms: (group) => group.facts.map((fact) => ({ quantity: fact.count * TEN_THOUSAND, row: rowOn(fact.date) })),
    summary: (group) => ({
      side: sideOf(group.facts),
      evidence: proof(group.facts, ["Date", "Package count", "delivered packages", "Package type"]),
    }),
    tolerance: input.moneyTolerance,
    heads: facts.invoice,
  });
  const exists = delivered.length > 0 || lines.length > 0;
  return concludeByDay<PackageCountFact, PackageShortage>({
    compared,
    kind: "delivered packages",
    exists,
    findings: [...findings, ...money.findings],
    coverage,
    open: money.open,
    invoice,
  });
}

/** The numbers of a shortage of packages. */
export type PackageShortage = Shortage<PackageCountFact> | MoneyShortage;

/** `The work summary has 10,436 packages delivered on Mon, Aug 3; Amazon paid the per-piece fee for 10,400.` */
export function packageSentence(values: PackageShortage, fee: string): string {
  if (isInMoney(values)) return moneySentence(values);
  const { group, scope } = values;
  const packages = `${thousands(group.units)} ${counted(group.units, "package")} delivered ${onDay(group.date, scope)}`;
  return `The work summary has ${packages}; Amazon paid ${fee} for ${formatQuantity(group.invoiced)}.`;
}

/** `(10,436 delivered - 10,400 invoiced) x 0.06 = 2.16`. */
export function packageFormula(values: PackageShortage): string {
  if (isInMoney(values)) return moneyFormula(values);
  const { group, price, amountCents } = values;
  const difference = `${thousands(group.units)} delivered - ${formatQuantity(group.invoiced)} invoiced`;
  return `${times(difference, price.rate, amountCents)}${roundedFirst(values)}`;
}

function sideOf(counts: readonly PackageCountFact[]) {
  return {
    title: "The work summary says",
    columns: ["Date", "Package type", "Delivered"],
    rows: counts.map((count) => [formatWeekday(count.date), count.packageType, thousands(count.count)]),
    marked: [2],
  };
}
