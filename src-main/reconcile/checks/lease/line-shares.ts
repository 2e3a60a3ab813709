/**
 * One partition of the money on lease lines, shared by every lease check: each wrong dollar of a line belongs to exactly one share, so the
 * checks cannot claim it twice. A van that is not ours takes the whole line; a second billing comes next; then what the line's own kind of
 * charge owes (days before delivery and after return, rent, proration, fees, mileage, repairs, tolls); then the dearer of two rental rates;
 * then its arithmetic; and the tax on what is left. Each share carries the tax that was billed on it.
 */
import { type Cents, divideHalfUp, plainCents } from "#shared/money.ts";
import type { LeaseLineFact, LeaseTermFact, RentalRateFact, VehicleFact } from "../../../documents/facts.ts";
import { plateKey } from "../../../matching/vehicles.ts";
import { aboveProduct, besideParts } from "./arithmetic.ts";
import { formBills, type Place, placesIn } from "./bills.ts";
import { counted, dayCount } from "./contract-rent.ts";
import { settleCredits, takesBack } from "./credits.ts";
import { type Duplicate, findDuplicates } from "./duplicates.ts";
import { judgeContract, type ShareCode, type WrongPart } from "./judge.ts";
import { isRecurring, type LeaseLine, leaseLines } from "./lines.ts";
import { rentBilledBefore } from "./month-parts.ts";
import { judgeOneOff, type Surroundings } from "./one-off/judge-one-off.ts";
import { dearerRates } from "./rental-cover.ts";
import { TaxBills } from "./tax.ts";

/** A wrong part with the tax that was billed on it and the credits that already gave some of it back. */
export interface Share extends WrongPart {
  readonly taxCents: Cents;
  readonly creditCents: Cents;
  /** What is left: cents + tax + beside - credit. */
  readonly totalCents: Cents;
  readonly credits: readonly LeaseLineFact[];
}

/** A line, how it was judged, and its wrong shares. */
export interface JudgedLine extends LeaseLine {
  readonly duplicate: Duplicate | null;
  readonly shares: readonly Share[];
  /** Shares a second billing took the place of. */
  readonly displaced: readonly ShareCode[];
  /** Tax billed on the line: its own, or its share of the bill's separate tax lines. */
  readonly taxBilled: Cents;
  /** Of a separate tax line: how much of it stands on the lines it taxes. */
  readonly taxSpread: Cents;
}

/** What is known beside the lines and the contracts. */
export interface Beside {
  readonly vehicles?: readonly VehicleFact[];
  /** What lessors agreed to for rentals. */
  readonly rates?: readonly RentalRateFact[];
  /** Lines of the year before, for repairs, registrations, mileage and rental rates. */
  readonly history?: readonly LeaseLineFact[];
}

/** Charges whose history decides. */
const REMEMBERED: ReadonlySet<string> = new Set(["MAINT", "TIRE", "REGISTRATION", "MILEAGE_OVER"]);

/** Judges the lines of a month and those before it. Pure; the order of the facts does not matter. */
export function lineShares(
  facts: readonly LeaseLineFact[],
  terms: readonly LeaseTermFact[],
  { vehicles = [], rates = [], history = [] }: Beside = {},
): JudgedLine[] {
  const lines = leaseLines(facts, terms, vehicles, rates);
  const { cancelled, open } = settleCredits(lines);
  const billed = lines.filter((line) => line.fact.amountCents > 0 && !cancelled.has(line));
  const known = billed.filter((line) => line.van.kind !== "unknown");
  const bills = formBills(known);
  const duplicates = findDuplicates(known, bills);
  const ground: Ground = {
    duplicates,
    before: rentBilledBefore(bills.filter((bill) => !duplicates.has(bill.lines[0]))),
    places: placesIn(bills),
    around: {
      earlier: Map.groupBy(remembered(history, terms, vehicles), ({ vanKey }) => vanKey),
      billed: Map.groupBy(billed, ({ vanKey }) => vanKey),
      plates: new Set([...vehicles, ...terms].map(({ plate }) => plateKey(plate)).filter((plate) => plate !== "")),
    },
  };
  const parts = new Map(billed.map((line) => [line, ownParts(line, ground)]));
  for (const [line, more] of dearerRates(parts, history)) parts.set(line, [...(parts.get(line) ?? []), more]);
  for (const [line, own] of parts)
    if (line.van.kind !== "unknown") parts.set(line, [...own, ...aboveProduct(line, own)]);
  const taxes = new TaxBills(parts);
  const left = open.map((credit) => ({ ...credit }));
  return billed.map((line) => {
    const duplicate = duplicates.get(line) ?? null;
    const own = parts.get(line) ?? [];
    const withTax = [...own.map((part) => ({ part, tax: taxes.on(part) })), ...taxes.wrong(line), ...besideParts(line)];
    return {
      ...line,
      duplicate,
      displaced: displacedBy(line, duplicate, ground),
      taxBilled: taxes.billedOn(line),
      taxSpread: taxes.spreadOf(line),
      shares: withTax
        .map(({ part, tax }) => lessCredits(line, part, tax, left))
        .filter((share) => share.totalCents > 0),
    };
  });
}

/** What the judgement of one line rests on. */
interface Ground {
  readonly duplicates: ReadonlyMap<LeaseLine, Duplicate>;
  readonly before: ReturnType<typeof rentBilledBefore>;
  readonly places: ReadonlyMap<LeaseLine, Place>;
  readonly around: Surroundings;
}

/** Lines of the year before that were not taken back, of the charges that are remembered. */
function remembered(
  history: readonly LeaseLineFact[],
  terms: readonly LeaseTermFact[],
  vehicles: readonly VehicleFact[],
): LeaseLine[] {
  const codes = new Set([...REMEMBERED, "CREDIT"]);
  const lines = leaseLines(
    history.filter(({ chargeCode }) => codes.has(chargeCode.trim().toUpperCase())),
    terms,
    vehicles,
  );
  const { cancelled } = settleCredits(lines);
  return lines.filter((line) => line.fact.amountCents > 0 && !cancelled.has(line) && REMEMBERED.has(line.charge));
}

function ownParts(line: LeaseLine, ground: Ground): WrongPart[] {
  if (line.van.kind === "unknown") return [wholeLine(line, "E06")];
  const duplicate = ground.duplicates.get(line) ?? null;
  if (duplicate === null) return contractParts(line, null, ground);
  const second = secondBilling(line, duplicate);
  return isWhole(line, duplicate) || !isRecurring(line)
    ? [second]
    : [second, ...contractParts(line, duplicate, ground)];
}

function contractParts(line: LeaseLine, duplicate: Duplicate | null, { before, places, around }: Ground): WrongPart[] {
  if (!isRecurring(line)) return judgeOneOff(line, around);
  return judgeContract(line, duplicate, before.get(line), places.get(line));
}

function isWhole(line: LeaseLine, { days }: Duplicate): boolean {
  return days.size >= dayCount(line.days);
}

function displacedBy(line: LeaseLine, duplicate: Duplicate | null, ground: Ground): ShareCode[] {
  if (duplicate === null || !isWhole(line, duplicate)) return [];
  return contractParts(line, null, ground).flatMap((part) => (part.below ? [] : part.code));
}

function wholeLine(line: LeaseLine, code: ShareCode): WrongPart {
  const cents = line.fact.amountCents;
  return { code, below: false, cents, text: `billed ${plainCents(cents)}` };
}

/** The part of a line that another line bills already, by days of the line's own period. */
function secondBilling(line: LeaseLine, { days }: Duplicate): WrongPart {
  const all = dayCount(line.days);
  if (days.size >= all) return wholeLine(line, "E01");
  const cents = divideHalfUp(line.fact.amountCents * days.size, all);
  const text = `billed ${plainCents(line.fact.amountCents)} x ${days.size} of ${counted(all, "day")}`;
  return { code: "E01", below: false, cents, text };
}

function lessCredits(
  line: LeaseLine,
  part: WrongPart,
  tax: Cents,
  open: { readonly line: LeaseLine; cents: Cents }[],
): Share {
  const claimed = part.cents + tax + (part.beside ?? 0);
  let credited = 0;
  const credits: LeaseLineFact[] = [];
  for (const credit of part.below ? [] : open) {
    if (credit.cents <= 0 || !takesBack(credit.line, line)) continue;
    const taken = Math.min(credit.cents, claimed - credited);
    if (taken <= 0) break;
    credit.cents -= taken;
    credited += taken;
    credits.push(credit.line.fact);
  }
  return { ...part, taxCents: tax, creditCents: credited, totalCents: claimed - credited, credits };
}
