import { type Cents, formatCents, plainCents } from "#shared/money.ts";
import { defineCheck } from "../../check.ts";
import type { FindingDraft, Side } from "../../finding.ts";
import { counted, dayCount } from "./contract-rent.ts";
import { answerWith } from "./doubts.ts";
import { monthLines, READS } from "./lease-finding.ts";
import { lineProof, termProof } from "./lease-proof.ts";
import { billedSide } from "./lease-sides.ts";
import type { JudgedLine, Share } from "./line-shares.ts";
import { periodText, vanText } from "./line-words.ts";
import { ownFinding, TOLD, type Told } from "./own-finding.ts";
import { coverText, rentalStretches, type Stretch, stretchOf } from "./rental-cover.ts";
import { RateBook } from "./rental-rates.ts";

/** E15: a rental that the cheapest combination of day, week and month rates would have covered for less. */
export const E15 = defineCheck({
  code: "E15",
  version: 2,
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
              why: "a rental for which only one rate is known, so no cheaper one can be told",
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
  const { days, lines, billed, cover } = stretch;
  const [first] = lines;
  if (!first) throw new Error("a rental has a line");
  const { provider } = first.fact;
  const tax = parts.reduce((sum, { share }) => sum + share.taxCents, 0);
  const credit = parts.reduce((sum, { share }) => sum + share.creditCents, 0);
  const numbers = [...new Set(lines.map(({ fact }) => fact.invoiceNumber))];
  const cheapest: Side = {
    title: "The cheapest cover",
    columns: ["Unit", "Count", "Rate", "Amount"],
    rows: cover.units.map((each) => [
      each.unit,
      String(each.count),
      plainCents(each.cents),
      plainCents(each.cents * each.count),
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
      termProof(contracts),
    ],
    notes: [
      "Rates are those the lessor's own lines and the lease schedule state; where they differ, the highest was used.",
      "A rental month is as long as the lessor's own month lines, else 30 days.",
      `Differences up to ${plainCents(tolerance)} agree.`,
    ],
    provider,
    invoiceNumber: numbers.length === 1 ? (numbers[0] ?? null) : null,
  });
}
