import { type Cents, formatCents, plainCents } from "#shared/money.ts";
import { formatDate } from "#shared/week.ts";
import { defineCheck } from "../../check.ts";
import type { FindingDraft, Side } from "../../finding.ts";
import { counted, dayCount } from "./contract-rent.ts";
import { answerWith } from "./doubts.ts";
import { monthLines, READS } from "./lease-finding.ts";
import { lineProof, rateProof, termProof } from "./lease-proof.ts";
import { billedSide } from "./lease-sides.ts";
import type { JudgedLine, Share } from "./line-shares.ts";
import { periodText, vanText } from "./line-words.ts";
import { ownFinding, TOLD, type Told } from "./own-finding.ts";
import { coverText, rentalStretches, type Stretch, stretchOf } from "./rental-cover.ts";
import { type Price, RateBook } from "./rental-rates.ts";

/** E15: a rental that the cheapest combination of day, week and month rates would have covered for less. */
export const E15 = defineCheck({
  code: "E15",
  version: 3,
  cadence: "month",
  needs: ["leaseLine"],
  ...READS,
  parameters: { tolerance: { title: "Difference that still agrees", unit: "cents", value: 100 } },
  evaluate: (input) => {
    const month = monthLines(input);
    const claims = claimsOf(month).filter(({ cents }) => cents > input.parameters.tolerance);
    const rentals = rentalStretches(month);
    const book = new RateBook(
      input.facts.leaseLine,
      input.around.leaseLine.filter((line) => line.serviceFrom <= input.scope.to),
    );
    const doubts = rentals.flatMap((lines) =>
      stretchOf(lines, book) === null
        ? [
            {
              missing: "lease invoice" as const,
              why: "a rental for which only one rate is known and no rental rates are listed, so no cheaper one can be told",
            },
          ]
        : [],
    );
    return answerWith(
      claims.map((claim) => draft(claim, input.parameters.tolerance)),
      doubts,
      rentals.length > 0,
    );
  },
  ...TOLD,
});

/** What a stretch of rental costs too much, with the shares of its lines. */
interface Claim {
  readonly stretch: Stretch;
  readonly parts: readonly { readonly line: JudgedLine; readonly share: Share }[];
  readonly cents: Cents;
}

function claimsOf(month: readonly JudgedLine[]): Claim[] {
  const byStretch = new Map<Stretch, { line: JudgedLine; share: Share }[]>();
  for (const line of month) {
    for (const share of line.shares) {
      if (share.code !== "E15" || !share.stretch) continue;
      const known = byStretch.get(share.stretch);
      if (known) known.push({ line, share });
      else byStretch.set(share.stretch, [{ line, share }]);
    }
  }
  return [...byStretch].map(([stretch, parts]) => ({
    stretch,
    parts,
    cents: parts.reduce((sum, { share }) => sum + share.totalCents, 0),
  }));
}

function draft({ stretch, parts, cents }: Claim, tolerance: Cents): FindingDraft<Told> {
  const { days, lines, billed, cover, prices } = stretch;
  const [first] = lines;
  if (!first) throw new Error("a rental has a line");
  const { provider } = first.fact;
  const tax = parts.reduce((sum, { share }) => sum + share.taxCents, 0);
  const credit = parts.reduce((sum, { share }) => sum + share.creditCents, 0);
  const numbers = [...new Set(lines.map(({ fact }) => fact.invoiceNumber))];
  const cheapest: Side = {
    title: "The cheapest cover",
    columns: ["Unit", "Count", "Rate", "Amount", "Rate from"],
    rows: cover.units.map((each) => [
      each.unit,
      String(each.count),
      plainCents(each.cents),
      plainCents(each.cents * each.count),
      sourceOf(each.price),
    ]),
    marked: [3],
  };
  const contracts = lines.flatMap(({ contracts: own }) => own);
  return ownFinding({
    subject: `${first.subject}|rental`,
    label: `${first.fact.unit.trim() || first.fact.vin.trim()} · rental · ${periodText(days)}`,
    direction: "overcharged",
    amountCents: cents,
    sentence:
      `${provider} billed ${formatCents(billed)} for ${counted(dayCount(days), "day")} of ${vanText(first)} (${periodText(days)}); ` +
      `${coverText(cover)} covers them for ${formatCents(cover.cents)}: ${formatCents(cents)} too much${tax > 0 ? " with its tax" : ""}.`,
    formula:
      `billed ${plainCents(billed)} - (${coverText(cover)})${tax > 0 ? ` + tax ${plainCents(tax)}` : ""}` +
      `${credit > 0 ? ` - credited ${plainCents(credit)}` : ""} = ${plainCents(cents)}`,
    sides: [billedSide(lines.map(({ fact }) => fact)), cheapest],
    evidence: [
      lineProof([...lines.map(({ fact }) => fact), ...parts.flatMap(({ share }) => share.credits)]),
      rateProof(prices.flatMap(({ row }) => row ?? [])),
      termProof(contracts),
    ],
    notes: [
      ...prices.map((price) => `A ${price.unit} costs ${plainCents(price.cents)}: ${sourceOf(price)}.`),
      ...(prices.every(({ by }) => by === "agreement") ? [] : [NOT_AGREED]),
      ...monthNote(prices),
      `Every combination of these rates was compared for the ${counted(dayCount(days), "day")}; a week or a month may reach beyond the last day.`,
      `Differences up to ${plainCents(tolerance)} agree.`,
    ],
    provider,
    invoiceNumber: numbers.length === 1 ? (numbers[0] ?? null) : null,
  });
}

const NOT_AGREED =
  "Where the rental rates list none, a rate is the highest that the lessor's own lines or the lease schedule state, so that nothing is overstated.";

/** Where a price comes from, as a part of a sentence. */
function sourceOf({ by, row }: Price): string {
  if (by === "schedule") return "the rent on the lease schedule";
  if (by === "lines" || row === undefined) return "the lessor's own lines";
  const whose = [
    ...(row.contract.trim() === "" ? [] : [`contract ${row.contract.trim()}`]),
    ...(row.vin.trim() === "" ? [] : [`for ${row.vin.trim()}`]),
    ...(row.vanClass.trim() === "" ? [] : [`for class ${row.vanClass.trim()}`]),
  ];
  return `the rental rates of ${row.provider.trim()}${whose.length > 0 ? `, ${whose.join(", ")}` : ""}, from ${formatDate(row.effectiveFrom)}`;
}

function monthNote(prices: readonly Price[]): string[] {
  const month = prices.find(({ unit }) => unit === "month");
  return month === undefined ? [] : [`A rental month is taken as ${counted(month.days, "day")}.`];
}
