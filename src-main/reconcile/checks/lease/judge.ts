/** One recurring line against its contract: days before delivery and after return, then what remains above the contract. Pure. */
import { type Cents, divideHalfUp, plainCents } from "#shared/money.ts";
import type { LeaseLineFact, LeaseTermFact } from "../../../documents/facts.ts";
import { feeCap } from "./allowed-fees.ts";
import type { Place } from "./bills.ts";
import { type Days, dayCount, isFullPeriod, overlap } from "./contract-rent.ts";
import { isTheirs } from "./contracts.ts";
import type { Duplicate } from "./duplicates.ts";
import { isRent, type LeaseLine } from "./lines.ts";
import { judgeListed } from "./listed-days.ts";
import type { PartOfMonth } from "./month-parts.ts";
import { bracketed, type Owing, owingOf, remaining, shifted } from "./owing.ts";
import type { Stretch } from "./rental-cover.ts";

/** The checks that share a line's money. */
export type ShareCode =
  | "E01"
  | "E02"
  | "E03"
  | "E04"
  | "E05"
  | "E06"
  | "E07"
  | "E08"
  | "E09"
  | "E10"
  | "E11"
  | "E12"
  | "E14"
  | "E15"
  | "E19";

/** A part of a line's amount that is wrong, before tax. */
export interface WrongPart {
  readonly code: ShareCode;
  /** The line bills less than the contract owes: nothing to claim. */
  readonly below: boolean;
  readonly cents: Cents;
  /** What lies beside the amount and no other tax is counted on: tax itself, or a total that is more than its parts. */
  readonly beside?: Cents;
  /** How the amount comes about, without the tax: `billed 850.00 - 14 days x 27.4194 a day`. */
  readonly text: string;
  /** Why it is wrong, as the end of a sentence, where the check has none of its own. */
  readonly why?: string;
  /** Other lines that prove it. */
  readonly proven?: readonly LeaseLineFact[];
  readonly notes?: readonly string[];
  /** Days between the line and the earlier one it repeats. */
  readonly gap?: number;
  /** The rental a dearer rate was billed for. */
  readonly stretch?: Stretch;
}

/** The days of a line that the van was ours by the lessor's contracts, as far as they bound it. */
interface Held {
  /** The line's first day to the off-lease date; null where the van was back before. */
  readonly untilReturn: Days | null;
  /** The on-lease date to the line's last day; null where the van came later. */
  readonly sinceDelivery: Days | null;
  readonly both: Days | null;
}

/** What of a line's days the van was ours, by the contracts that follow each other without a gap. */
export function heldDays({ days, chain }: LeaseLine): Held {
  const from = chain[0]?.onLease ?? days.from;
  const to = chain.length > 0 ? (chain.at(-1)?.offLease ?? null) : null;
  const untilReturn = to === null ? days : overlap(days, { from: days.from, to });
  const sinceDelivery = overlap(days, { from, to: days.to });
  return { untilReturn, sinceDelivery, both: untilReturn && overlap(untilReturn, { from, to: days.to }) };
}

/** Whether another contract of the lessor holds days of a line that those which follow each other do not: the van came back in between. */
export function isHeldApart(line: LeaseLine): boolean {
  const { fact, days, chain, contracts } = line;
  const held = (of: LeaseTermFact) => overlap(days, { from: of.onLease, to: of.offLease ?? days.to });
  const [first, last] = [chain[0], chain.at(-1)];
  if (first === undefined || last === undefined) return false;
  return contracts.some((each) => {
    const own = chain.includes(each) || !isTheirs(fact, each) ? null : held(each);
    return own !== null && (own.from < first.onLease || (last.offLease !== null && own.to > last.offLease));
  });
}

/**
 * The wrong parts of a recurring line with a known contract. Days that another line bills already are left out: what the contract owes is
 * then taken for the remaining share of the days. The lines of one bill lie on top of each other, and each answers for its own layer.
 */
export function judgeContract(
  line: LeaseLine,
  duplicate: Duplicate | null,
  part: PartOfMonth | undefined,
  place: Place | undefined,
): WrongPart[] {
  const { term, days } = line;
  if (line.fact.amountCents <= 0) return [];
  if (term === null) return duplicate === null ? judgeListed(line) : [];
  if (isHeldApart(line)) return [];
  const held = heldDays(line);
  const all = dayCount(days);
  const kept = all - (duplicate?.days.size ?? 0);
  const scaled = (cents: Cents) => cents - (duplicate ? divideHalfUp(cents * (all - kept), all) : 0);
  const billed = scaled(line.fact.amountCents);
  const whole = { below: false, cents: billed, text: `billed ${plainCents(billed)}` };
  if (held.untilReturn === null) return [{ code: "E02", ...whole }];
  if (held.sinceDelivery === null) return [{ code: "E03", ...whole }];
  const prior = isRent(line) && line.rental === null ? scaled(place?.prior ?? 0) : 0;
  const owing = shifted(
    remaining(owingOf(line, term, held.untilReturn, held.both, part), line, held, duplicate),
    prior,
  );
  const parts = outOfLease(owing, billed);
  if (isRent(line) && line.rental === null) {
    parts.push(...ofRent(line, owing, billed, duplicate !== null || place?.isLast === false));
    return parts;
  }
  const gone = parts.reduce((sum, each) => sum + each.cents, 0);
  return [...parts, ...aboveCap(line, billed - gone, scaled(place?.prior ?? 0))];
}

/** Days after return, then days before delivery, of what the contract prices. */
function outOfLease(owing: Owing, billed: Cents): WrongPart[] {
  const parts: WrongPart[] = [];
  const priced = Math.min(billed, owing.line.cents);
  const after = Math.max(0, priced - owing.untilReturn.cents);
  if (after > 0) {
    const start =
      billed > owing.line.cents ? `contract ${plainCents(owing.line.cents)}` : `billed ${plainCents(billed)}`;
    parts.push({ code: "E02", below: false, cents: after, text: `${start} - ${bracketed(owing.untilReturn.text)}` });
  }
  const before = Math.max(0, Math.min(priced, owing.untilReturn.cents) - owing.held.cents);
  if (before > 0) {
    const start = billed > priced - after ? `owed ${plainCents(priced - after)}` : `billed ${plainCents(billed)}`;
    parts.push({ code: "E03", below: false, cents: before, text: `${start} - ${bracketed(owing.held.text)}` });
  }
  return parts;
}

/** Rent above the contract's, or below it where the line is all of its bill. */
function ofRent(line: LeaseLine, owing: Owing, billed: Cents, isPart: boolean): WrongPart[] {
  const code = isFullPeriod(line.days) ? "E04" : "E05";
  const named = code === "E04" ? "contract " : "";
  const above = billed - owing.line.cents;
  const parts: WrongPart[] = [];
  if (above > 0) {
    const text = `billed ${plainCents(billed)} - ${named}${bracketed(owing.line.text)}`;
    parts.push({ code, below: false, cents: above, text });
  }
  if (!isPart && billed < owing.due.cents) {
    const text = `${named}${bracketed(owing.due.text)} - billed ${plainCents(billed)}`;
    parts.push({ code, below: true, cents: owing.due.cents - billed, text });
  }
  return parts;
}

/** What a recurring fee charges above what the contract allows of it a month. */
function aboveCap(line: LeaseLine, left: Cents, prior: Cents): WrongPart[] {
  const cap = feeCap(line);
  if (cap === null || line.rental !== null) return [];
  const above = left - Math.max(0, cap.cents - prior);
  if (above <= 0) return [];
  const rest = `${prior > cap.cents ? "max(0, " : "("}${cap.text} - ${plainCents(prior)} on its other lines)`;
  const allowed = prior > 0 ? rest : cap.text;
  return [
    {
      code: "E07",
      below: false,
      cents: Math.min(above, left),
      text: `billed ${plainCents(left)} - ${allowed}`,
      why: cap.why,
    },
  ];
}
