/** The papers that pay an invented company: tiers, incentive invoices, remittances and the bank; spoiled where a test says so. */
import { type CompanyFacts, noFacts } from "#main/reconcile/facts.ts";
import { extend } from "#shared/money.ts";
import { addDays, type IsoDate, weekStart } from "#shared/week.ts";
import { factsOf, type TestDocument } from "../workbench.ts";
import { twoPlaces } from "./decimal.ts";

/** What to spoil in a station's week. */
export type Spoil = "tier" | "base" | "nothing earned" | "no invoice" | "unpaid" | "in part" | "twice" | "deposit";

/** What a check ought to say of it. */
export interface Spoilt {
  readonly code: string;
  readonly station: string | null;
  readonly period: string;
  readonly direction: string;
  readonly amountCents: number;
}

/** Ten-thousandths of a dollar a package. */
const RATES = { "Fantastic Plus": 1_500, Fantastic: 700 } as const;
/** After every deadline of a company of August 2026. */
export const PAPERS_TODAY = "2026-10-20";

interface Week {
  readonly station: string;
  readonly sunday: IsoDate;
  readonly delivered: number;
  /** The variable invoice. */
  readonly number: string;
  readonly total: number;
}

/** The stations' weeks of a company in order. */
function weeksOf(facts: CompanyFacts): Week[] {
  return facts.invoice
    .map(({ station, periodStart, periodEnd, invoiceNumber, totalCents }) => ({
      station,
      sunday: weekStart(periodStart),
      delivered: facts.packageCount
        .filter((each) => each.station === station && each.kind === "delivered")
        .filter((each) => each.date >= periodStart && each.date <= periodEnd)
        .reduce((sum, each) => sum + each.count, 0),
      number: invoiceNumber,
      total: totalCents ?? 0,
    }))
    .sort((a, b) => (`${a.sunday} ${a.station}` < `${b.sunday} ${b.station}` ? -1 : 1));
}

const csv = (name: string, rows: readonly (readonly (string | number)[])[]): TestDocument => ({
  name,
  content: rows.map((row) => `${row.join(",")}\n`).join(""),
});

function invoice(
  type: string,
  number: string,
  week: { readonly station: string; readonly from: IsoDate; readonly to: IsoDate },
  lines: readonly (readonly [section: string, text: string, rate: string, quantity: number, cents: number | null])[],
): TestDocument {
  const total = lines.reduce((sum, [, , , , cents]) => sum + (cents ?? 0), 0);
  return csv(`${number}.csv`, [
    ["Invoice Number", number],
    ["Invoice Date", week.to],
    ["Station", week.station],
    ["Period Start", week.from],
    ["Period End", week.to],
    ["Invoice Type", type],
    ["Dispute Window Closes", addDays(week.to, 18)],
    ["Section", "Date", "Description", "Service Type", "Rate", "Quantity", "Amount"],
    ...lines.map(([section, text, rate, quantity, cents]) => [
      section,
      "",
      text,
      "",
      rate,
      quantity,
      cents === null ? "" : twoPlaces(cents),
    ]),
    ["Total Due", "", "", "", "", "", twoPlaces(total)],
  ]);
}

/** The papers of a company's documents. `spoil` says what to spoil in its nth station week; each spoiling is told. */
export function papersOf(
  documents: readonly TestDocument[],
  spoil: readonly (Spoil | null)[],
): { readonly papers: TestDocument[]; readonly truth: Spoilt[] } {
  const facts = { ...noFacts(), ...factsOf(documents).facts };
  const weeks = weeksOf(facts);
  const papers: TestDocument[] = [];
  const truth: Spoilt[] = [];
  const tiers: string[][] = [["Week", "Station", "Tier"]];
  const payments: string[][] = [["Payment Date", "Payment Number", "Invoice Number", "Amount"]];
  const bank: string[][] = [["Date", "Description", "Amount"]];
  weeks.forEach((week, index) => {
    const { station, sunday, delivered, number } = week;
    const what = spoil[index] ?? null;
    const saturday = addDays(sunday, 6);
    const payday = addDays(saturday, 13);
    const tell = (code: string, direction: string, amountCents: number, monthly = false) =>
      truth.push({
        code,
        station: monthly ? null : station,
        period: monthly ? "2026-08" : sunday,
        direction,
        amountCents,
      });
    const tier =
      what === "nothing earned" ? "Great" : index % 3 === 0 && what !== "tier" ? "Fantastic" : "Fantastic Plus";
    tiers.push([sunday, station, tier]);
    const rate = tier === "Great" || what === "tier" ? RATES.Fantastic : RATES[tier];
    const packages = what === "base" ? delivered - 25 : delivered;
    const amount = extend(rate, packages * 10_000);
    if (what === "tier") tell("B01", "owed", extend(RATES["Fantastic Plus"] - rate, packages * 10_000));
    if (what === "base") tell("B02", "owed", extend(rate, 250_000));
    if (what === "nothing earned") tell("B03", "exposure", amount);
    const incentive = `${number}-I`;
    let remitted = 0;
    const pay = (to: string, cents: number) => {
      payments.push([payday, `PAY-${index}00`, to, twoPlaces(cents)]);
      remitted += cents;
    };
    if (what === "no invoice") tell("B05", "owed", extend(rate, delivered * 10_000));
    else {
      const line = ["Incentive", "Delivered packages", twoPlaces(rate / 100), packages, amount] as const;
      papers.push(invoice("Incentive", incentive, { station, from: sunday, to: saturday }, [line]));
      pay(incentive, amount);
    }
    if (what === "unpaid") tell("D02", "owed", week.total, true);
    else if (what === "in part") {
      pay(number, week.total - 4_321);
      tell("D03", "owed", 4_321, true);
    } else pay(number, week.total);
    if (what === "twice") {
      pay(number, week.total);
      tell("D03", "exposure", week.total, true);
    }
    if (what === "deposit") tell("D01", "owed", 1_234, true);
    const deposit = what === "deposit" ? remitted - 1_234 : remitted;
    // Without its number in the description a short deposit is asked about, not found.
    const text = what === "deposit" || index % 2 === 0 ? `AMAZON PAY-${index}00` : `AMZN MKTP ${index}`;
    bank.push([addDays(payday, 3), text, twoPlaces(deposit)]);
  });
  payments.push(["2026-10-15", "PAY-LAST", "INV-HARBOR-0000009999", "1.00"]);
  bank.push(["2026-10-16", "AMAZON PAY-LAST", "1.00"], ["2026-10-19", "YARD RENT", "-900.00"]);
  const stations = [...new Set(weeks.map((week) => week.station))];
  const card = stations.flatMap((station) => [
    [station, "incentive fantastic plus", "", "", "0.15", "2026-01-01", ""],
    [station, "incentive fantastic", "", "", "0.07", "2026-01-01", ""],
  ]);
  papers.push(
    csv("tiers.csv", tiers),
    csv("incentive-rates.csv", [
      ["Station", "Item", "Service Type", "Block Hours", "Rate", "Effective From", "Effective To"],
      ...card,
    ]),
    csv("remittances.csv", payments),
    csv("bank.csv", bank),
  );
  return { papers, truth };
}
