import { formatCents } from "#shared/money.ts";
import type { LeaseTermFact } from "../../../documents/facts.ts";
import { defineCheck } from "../../check.ts";
import { type Days, dayCount, overlap } from "./contract-rent.ts";
import { isTheirs } from "./contracts.ts";
import type { Doubt } from "./doubts.ts";
import { answerFromShares, type LeaseValues, onSameLine, READS, shareFormula } from "./lease-finding.ts";
import { billedSide } from "./lease-sides.ts";
import type { JudgedLine } from "./line-shares.ts";
import { chargeText, periodText, vanText } from "./line-words.ts";
import { isRecurring } from "./lines.ts";

/** E01: a van's charge billed a second time for the same days, by any lessor, or an invoice number issued again. */
export const E01 = defineCheck({
  code: "E01",
  version: 4,
  cadence: "month",
  needs: ["leaseLine"],
  ...READS,
  parameters: {},
  evaluate: (input) =>
    answerFromShares({
      code: "E01",
      input,
      tolerance: null,
      concerns: () => true,
      needsVan: false,
      doubt: heldTwice,
      finish: ({ line }) => {
        const original = line.duplicate?.original;
        if (!original) return {};
        return {
          sides: [billedSide([line.fact], "Billed again"), billedSide([original.fact], "Billed already")],
          proven: [original.fact],
          terms: original.term === null ? [] : [original.term],
          explains: line.displaced.map((code) => onSameLine(code, line)),
        };
      },
    }),
  sentence,
  formula: shareFormula,
});

/** The lease schedule has contracts with two lessors for some days of a line beyond the day of a handover, so both bill them. */
function heldTwice(line: JudgedLine): Doubt | null {
  const { term, days } = line;
  if (term === null || !isRecurring(line)) return null;
  const held = (of: LeaseTermFact, within: Days) => overlap(within, { from: of.onLease, to: of.offLease ?? within.to });
  const own = held(term, days);
  const other = line.contracts.find((each) => {
    const shared = own && !isTheirs(line.fact, each) ? held(each, own) : null;
    return shared !== null && dayCount(shared) > 1;
  });
  if (other === undefined) return null;
  const why = `is for days that the lease schedule has under contract ${term.contract} with ${term.provider} and ${other.contract} with ${other.provider}`;
  return { missing: "lease schedule", why };
}

function sentence({ line, share }: LeaseValues): string {
  const { fact, duplicate } = line;
  const days = duplicate?.days.size ?? 0;
  const all = dayCount(line.days);
  const what = days < all ? `${days} of the ${all} days of the ${chargeText(line)}` : `the ${chargeText(line)}`;
  const first = duplicate?.original.fact;
  const before =
    first === undefined
      ? "before"
      : first.provider === fact.provider
        ? `on invoice ${first.invoiceNumber} of ${periodText({ from: first.issuedOn, to: first.issuedOn })}`
        : `by ${first.provider} on invoice ${first.invoiceNumber}`;
  return (
    `${fact.provider} billed ${what} of ${vanText(line)} for ${periodText(line.days)} again on invoice ${fact.invoiceNumber}, ` +
    `already billed ${before}: ${formatCents(share.totalCents)} too much.`
  );
}
