/** What findings on the incentive share: sides, evidence, and the answer a gap becomes. Pure. */
import { formatQuantity, formatRate, plainCents } from "#shared/money.ts";
import { formatWeek } from "#shared/week.ts";
import type { InvoiceLineFact } from "../../../documents/facts.ts";
import type { Answer } from "../../check.ts";
import type { Evidence, Side } from "../../finding.ts";
import { proof } from "../../proof.ts";
import { claimOn } from "../amazon/invoice.ts";
import { cardProof, lineProof } from "../amazon/proof.ts";
import { describeRow } from "../amazon/rates.ts";
import type { Gap, IncentiveWeek } from "./incentive-week.ts";

/** A gap as an answer. */
export function unverified<V>({ missing, why }: Gap): Answer<V> {
  return { outcome: "cannot-verify", missing, ...(why === undefined ? {} : { why }) };
}

/** The answer where the card has no price for the tier: another station's, or a printed one, would be a guess. */
export function noPrice<V>(week: IncentiveWeek): Answer<V> {
  return unverified({
    missing: ["rate card"],
    why: `The rate card has no rate for ${week.item ?? "this tier"} in this week.`,
  });
}

/** What the incentive invoice paid, line by line. */
export function incentiveSide(lines: readonly InvoiceLineFact[]): Side {
  return {
    title: "Amazon paid",
    columns: ["Description", "Packages", "Rate", "Amount"],
    rows: lines.map((line) => [
      line.description,
      line.quantity === null ? "" : formatQuantity(line.quantity),
      line.rate === null ? "" : formatRate(line.rate),
      plainCents(line.amountCents),
    ]),
    marked: [1, 2],
  };
}

/** What the scorecard earned. */
export function tierSide({ tier, price, scope }: IncentiveWeek): Side {
  return {
    title: "The scorecard earned",
    columns: ["Week", "Tier", "Rate a package"],
    rows: [[formatWeek(scope.period), tier.tier, price === null ? "none" : formatRate(price.fact.rate)]],
    marked: [1, 2],
  };
}

/** The scorecard's row, the card's, and the invoice's head and lines. */
export function incentiveProof(week: IncentiveWeek, lines: readonly InvoiceLineFact[]): Evidence[][] {
  return [
    lineProof(lines),
    proof([week.tier], ["Week", "Station", "Tier"]),
    cardProof([week.price]),
    proof(week.head === null ? [] : [week.head], ["Invoice Number", "Invoice Date", "Dispute Window Closes"]),
  ];
}

/** The card's row, and the lines of the invoice that are not for packages. */
export function incentiveNotes({ price, others }: IncentiveWeek): string[] {
  return [
    ...(price === null ? [] : [describeRow(price)]),
    ...others.map((line) => `The line "${line.description}" is not for packages and is not judged here.`),
  ];
}

/** Amazon, the incentive invoice and its dispute window. */
export function claimOnIncentive({ head }: IncentiveWeek) {
  return claimOn(head, []);
}
