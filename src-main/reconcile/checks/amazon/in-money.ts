/** Counts that an export pays in amounts which the price does not divide: compared in money, key by key (A09 to A19). Pure. */
import { type Cents, extend, plainCents, type Quantity, type Rate } from "#shared/money.ts";
import { formatWeek } from "#shared/week.ts";
import type { InvoiceFact } from "../../../documents/facts.ts";
import type { Scope } from "../../check.ts";
import type { Evidence, FindingDraft, Side } from "../../finding.ts";
import type { ByDay, DayGroup } from "./by-day.ts";
import { type DueTerm, isInMoney, type MoneyShortage, moneyFinding, moneyFormula, moneySentence } from "./money.ts";
import type { CardRow } from "./rates.ts";
import type { OpenPart } from "./routes.ts";

/** How the groups that an export pays in amounts are compared in money. */
export interface InMoney<F> {
  readonly scope: Scope;
  /** What is due, as a person calls it. */
  readonly what: string;
  readonly subject: (group: DayGroup<F>) => string;
  /** The quantities of a group with their prices, by day. */
  readonly terms: (group: DayGroup<F>) => readonly { readonly quantity: Quantity; readonly row: CardRow | null }[];
  readonly summary: (group: DayGroup<F>) => { readonly side: Side; readonly evidence: readonly Evidence[] };
  /** Cents a term may be off. */
  readonly tolerance: Cents;
  readonly heads: readonly InvoiceFact[];
}

/** Compares in money what could not be counted; groups without a price stay open. */
export function compareInMoney<F>(
  { inMoney }: ByDay<F>,
  how: InMoney<F>,
): { readonly findings: readonly FindingDraft<MoneyShortage>[]; readonly open: readonly OpenPart[] } {
  const findings: FindingDraft<MoneyShortage>[] = [];
  const open: OpenPart[] = [];
  for (const group of inMoney) {
    const terms = how.terms(group);
    const priced = terms.flatMap(({ quantity, row }): DueTerm[] => (row === null ? [] : [{ quantity, row }]));
    if (priced.length < terms.length) {
      const why = `The export of the invoice has amounts only, and the rate card has no price for the ${how.what}.`;
      open.push({ kind: "rate card", why });
      continue;
    }
    const finding = moneyFinding({
      ...how,
      subject: how.subject(group),
      label: `${formatWeek(how.scope.period)} · ${how.what.charAt(0).toUpperCase()}${how.what.slice(1)}`,
      terms: priced,
      lines: group.lines,
      summary: how.summary(group),
    });
    if (finding) findings.push(finding);
  }
  return { findings, open };
}

/** The sentence of a shortage, whether it was counted or compared in money. */
export function sentenceOf<V extends object>(own: (values: V) => string): (values: V | MoneyShortage) => string {
  return (values) => (isInMoney(values) ? moneySentence(values) : own(values));
}

/** The formula of a shortage, whether it was counted or compared in money. */
export function formulaOf<V extends ShortAmount>(own: (values: V) => string): (values: V | MoneyShortage) => string {
  return (values) => (isInMoney(values) ? moneyFormula(values) : `${own(values)}${roundedFirst(values)}`);
}

/** The numbers of a shortage that its amount is made of. */
interface ShortAmount {
  readonly due: Quantity;
  readonly group: { readonly invoiced: Quantity };
  readonly price: { readonly rate: Rate | null };
  readonly amountCents: Cents | null;
}

/** Says why a formula's product is not its amount: what is due and what was paid are rounded to the cent before they are subtracted. */
export function roundedFirst({ due, group, price, amountCents }: ShortAmount): string {
  const { rate } = price;
  if (rate === null || amountCents === null || extend(rate, due - group.invoiced) === amountCents) return "";
  const [owed, paid] = [plainCents(extend(rate, due)), plainCents(extend(rate, group.invoiced))];
  return ` (due and paid rounded to the cent first: ${owed} - ${paid})`;
}
