/** Tolls and violations that are not ours: of days the van was not ours, of another plate, the same passage again, a fee above its cap. Pure. */

import { plainCents } from "#shared/money.ts";
import { formatDate } from "#shared/week.ts";
import { plateKey } from "../../../../matching/vehicles.ts";
import { feeCap } from "../allowed-fees.ts";
import { overlap } from "../contract-rent.ts";
import type { WrongPart } from "../judge.ts";
import { periodText } from "../line-words.ts";
import type { LeaseLine } from "../lines.ts";
import { plain } from "../plain.ts";

const OWN: ReadonlySet<string> = new Set(["TOLL", "VIOLATION"]);
const FEES: ReadonlySet<string> = new Set(["TOLL_FEE", "FINE_ADMIN"]);

/** Whether a line is a toll, a violation, or the lessor's fee for handling one. */
export function isToll(line: LeaseLine): boolean {
  return OWN.has(line.charge) || FEES.has(line.charge);
}

/** The wrong part of a toll line: all of it, or what its fee is above the contract's cap. */
export function judgeToll(line: LeaseLine, others: readonly LeaseLine[], plates: ReadonlySet<string>): WrongPart[] {
  const cents = line.fact.amountCents;
  const whole = { below: false, cents, text: `billed ${plainCents(cents)}` };
  const apart = outsidePossession(line);
  if (apart) return [{ code: "E11", ...whole, why: apart }];
  const plate = wrongPlate(line, plates);
  if (plate) return [{ code: "E11", ...whole, why: plate }];
  const again = samePassage(line, others);
  if (again)
    return [{ code: "E11", ...whole, why: "the same passage as another line of the invoice", proven: [again.fact] }];
  const cap = FEES.has(line.charge) ? feeCap(line) : null;
  const above = cap === null ? 0 : cents - cap.cents;
  if (cap === null || above <= 0) return [];
  const code = cap.listed ? "E11" : "E07";
  return [{ code, below: false, cents: above, text: `billed ${plainCents(cents)} - ${cap.text}`, why: cap.why }];
}

/** No contract held the van on any of the line's days; without one Amazon's list says from when to when it was ours. */
function outsidePossession({ contracts, vehicle, days }: LeaseLine): string | null {
  const spans =
    contracts.length > 0
      ? contracts.map(({ onLease, offLease, returnedOn }) => ({ from: onLease, to: returnedOn ?? offLease ?? days.to }))
      : vehicle?.ownershipStart
        ? [{ from: vehicle.ownershipStart, to: vehicle.ownershipEnd ?? days.to }]
        : [];
  if (spans.length === 0 || spans.some((span) => span.from <= span.to && overlap(span, days) !== null)) return null;
  const [nearest] = [...spans].sort((a, b) => (a.from < b.from ? 1 : -1)).filter(({ from }) => from <= days.from);
  return nearest === undefined
    ? `but the van was not ours before ${formatDate(spans.map(({ from }) => from).sort()[0] ?? days.from)}`
    : `but the van was not ours on ${periodText(days)}: it was returned ${formatDate(nearest.to)}`;
}

/** The line prints a plate that is not the van's, nor any other van's of ours. */
function wrongPlate({ fact, vehicle, contracts }: LeaseLine, plates: ReadonlySet<string>): string | null {
  const printed = plateKey(fact.plate);
  const [own, ...others] = [...contracts, ...(vehicle ? [vehicle] : [])]
    .map(({ plate }) => plate.trim())
    .filter(Boolean);
  if (printed === "" || own === undefined || plates.has(printed)) return null;
  if ([own, ...others].some((plate) => plateKey(plate) === printed)) return null;
  return `for plate ${fact.plate.trim()}; the van's plate is ${own}`;
}

/** Numbers that every passage of a van or at a gate has: its tag, its plate, the account, the plaza. */
const LASTING =
  /\b(?:tag|transponder|device|account|acct|plate|license|unit|vehicle|van|plaza|gate|lane|exit|facility|agency)\b[\s#:.-]*(?:no|number|id)?[\s#:.-]*[a-z]{0,3}\d+/gi;

/** Whether a toll's words have a time or a number that only one passage has. */
function namesPassage(words: string): boolean {
  return /\d{1,2}:\d{2}|\d{5,}/.test(words.replace(LASTING, " "));
}

/** Equal tolls of one day are a trip there and back, unless the line prints a number or a time that only one passage has. */
function samePassage(line: LeaseLine, others: readonly LeaseLine[]): LeaseLine | undefined {
  if (!OWN.has(line.charge) || !namesPassage(line.fact.description)) return undefined;
  const at = others.indexOf(line);
  return others
    .slice(0, at)
    .find(
      (each) =>
        each.charge === line.charge &&
        each.fact.amountCents === line.fact.amountCents &&
        each.days.from === line.days.from &&
        plain(each.fact.description) === plain(line.fact.description) &&
        plain(each.fact.provider) === plain(line.fact.provider),
    );
}
