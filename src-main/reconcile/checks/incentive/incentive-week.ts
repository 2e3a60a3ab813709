/** What a station's scorecard earned in a week and what the incentive invoice paid for it. Pure; shared by every incentive check. */
import type { DocumentKind } from "#shared/catalogue.ts";
import { formatWeek } from "#shared/week.ts";
import type {
  InvoiceFact,
  InvoiceLineFact,
  PackageCountFact,
  RateFact,
  RateItem,
  Tier,
  TierFact,
} from "../../../documents/facts.ts";
import type { Scope } from "../../check.ts";
import type { Coverage } from "../../coverage.ts";
import { type CardRow, over, plainRow, rateCard } from "../amazon/rates.ts";

/** The facts an incentive check reads; all of them are lists that may be absent, so none stops the run by itself. */
export const INCENTIVE_FACTS = [
  "tier",
  "incentiveInvoice",
  "incentiveLine",
  "rate",
  "packageCount",
  "invoiceLine",
  "invoice",
] as const;

/** The facts of `INCENTIVE_FACTS`. */
export interface IncentiveFacts {
  readonly tier: readonly TierFact[];
  readonly incentiveInvoice: readonly InvoiceFact[];
  readonly incentiveLine: readonly InvoiceLineFact[];
  readonly rate: readonly RateFact[];
  readonly packageCount: readonly PackageCountFact[];
  readonly invoiceLine: readonly InvoiceLineFact[];
}

/** Rate-card items of the tiers that earn (documents page, section 2); the others earn nothing. */
const ITEM_OF_TIER: Readonly<Partial<Record<Tier, RateItem>>> = {
  "Fantastic Plus": "incentive fantastic plus",
  Fantastic: "incentive fantastic",
};

/** A week that can be judged. */
export interface IncentiveWeek {
  readonly scope: Scope;
  readonly tier: TierFact;
  /** Null where the tier earns nothing. */
  readonly item: RateItem | null;
  /** The card's price of a package in that tier; null where the tier earns nothing or the card has no price. */
  readonly price: CardRow | null;
  /** The card's prices of every earning tier. */
  readonly prices: readonly CardRow[];
  readonly head: InvoiceFact | null;
  /** Lines that pay for delivered packages, for pickups, and for anything else. */
  readonly delivered: readonly InvoiceLineFact[];
  readonly pickups: readonly InvoiceLineFact[];
  readonly others: readonly InvoiceLineFact[];
}

/** Why a week cannot be judged. */
export interface Gap {
  readonly missing: readonly DocumentKind[];
  readonly why?: string;
}

/** Reads a week: null where nobody speaks of an incentive there, a gap where it cannot be judged. */
export function readWeek(input: {
  readonly scope: Scope;
  readonly facts: IncentiveFacts;
  readonly coverage: Coverage;
}): IncentiveWeek | Gap | null {
  const { scope, facts, coverage } = input;
  const tiers = facts.tier.filter((fact) => fact.week === scope.period);
  const [tier] = tiers;
  const [head = null, ...more] = facts.incentiveInvoice;
  if (tier === undefined) {
    if (head !== null) return { missing: ["scorecard tier"] };
    const worked = facts.packageCount.length + facts.invoiceLine.length > 0;
    return worked ? { missing: ["scorecard tier", "incentive invoice"] } : null;
  }
  if (tiers.some((other) => other.tier !== tier.tier)) {
    return { missing: ["scorecard tier"], why: `Two tiers are on file for ${formatWeek(scope.period)}.` };
  }
  const strayed = [head, ...more].find((each) => each !== null && !isWithin(each, scope));
  if (strayed) {
    const why = `Invoice ${strayed.invoiceNumber} covers other days than this week, so its packages cannot be told apart.`;
    return { missing: ["incentive invoice"], why };
  }
  if (head !== null && !coverage.covers("incentive invoice", head.periodStart)) {
    return { missing: ["incentive invoice"], why: `A line of invoice ${head.invoiceNumber} could not be read.` };
  }
  const card = rateCard(facts.rate);
  const priceOf = (item: RateItem) => over(scope, (day) => plainRow(card, item, day));
  const item = ITEM_OF_TIER[tier.tier] ?? null;
  const lines = facts.incentiveLine;
  return {
    scope,
    tier,
    item,
    price: item === null ? null : priceOf(item),
    prices: Object.values(ITEM_OF_TIER).flatMap((each) => priceOf(each) ?? []),
    head,
    delivered: lines.filter((line) => sortOf(line) === "delivered"),
    pickups: lines.filter((line) => sortOf(line) === "pickup"),
    others: lines.filter((line) => sortOf(line) === "other"),
  };
}

/** Whether a reading is a gap rather than a week. */
export function isGap(reading: IncentiveWeek | Gap): reading is Gap {
  return "missing" in reading;
}

function isWithin(head: InvoiceFact, scope: Scope): boolean {
  return head.periodStart >= scope.from && head.periodEnd <= scope.to;
}

function sortOf(line: InvoiceLineFact): "delivered" | "pickup" | "other" {
  const text = `${line.description} ${line.serviceType}`.normalize("NFKC").toLowerCase();
  if (/pick[\s-]?up|abholung/.test(text)) return "pickup";
  return /deliver|package|parcel|shipment|fantastic|incentive|paket|sendung|prämie/.test(text) ? "delivered" : "other";
}
