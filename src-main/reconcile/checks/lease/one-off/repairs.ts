/** Repairs that the maker's warranty covers, and repairs billed a second time. Pure. */
import { group, plainCents } from "#shared/money.ts";
import { daysBetween, formatDate } from "#shared/week.ts";
import type { WrongPart } from "../judge.ts";
import type { LeaseLine } from "../lines.ts";
import { plain } from "../plain.ts";

/**
 * Service and wear, which come round again, and what was broken, lost or stuck: no maker's warranty covers them, and nothing is claimed on them
 * unless the odometer stood still.
 */
const ROUTINE =
  /\b(?:accident\w*|body[ -]?(?:shop|work|repair|damage)|bumper|collision|dents?|decals?|fobs?|glass|graphics?|jump|keys?|lockout|paint\w*|rekey\w*|scratch\w*|theft|vandal\w*|windscreen|windshield|winch\w*|wrap|oil|lube|filters?|rotat\w*|t[iy]res?|wipers?|wash\w*|detail\w*|clean\w*|inspection|preventive|preventative|pm|fluids?|pads?|bulbs?|align\w*|tow\w*|roadside|scheduled|routine|fee|plan|full maintenance|program)\b/i;

/** Whether a maintenance line is for service, wear or damage, or says nothing of what was done. */
export function isRoutine({ fact }: LeaseLine): boolean {
  const words = plain(fact.description)
    .replace(/[^a-z ]/g, " ")
    .trim();
  return ROUTINE.test(words) || /^(?:maint(?:enance)?|repairs?)?$/.test(words);
}

/** The wrong part of a maintenance line: all of it, where the warranty covers it or an earlier line billed the same repair. */
export function judgeRepair(line: LeaseLine, earlier: readonly LeaseLine[]): WrongPart[] {
  const cents = line.fact.amountCents;
  const whole = { code: "E09", below: false, cents, text: `billed ${plainCents(cents)}` } as const;
  const covered = line.charge === "MAINT" && !isRoutine(line) ? coverOf(line) : null;
  if (covered !== null) {
    const why = `but the van was under warranty ${covered}`;
    const notes = [
      "Service, wear and damage (oil, tires, brake pads, glass, keys, body work) are left out: no warranty covers them.",
    ];
    return [{ ...whole, why, notes }];
  }
  const same = sameRepair(line, earlier);
  if (!same) return [];
  const reading = same.fact.odometer !== null && same.fact.odometer === line.fact.odometer;
  const why =
    `the same repair that invoice ${same.fact.invoiceNumber} billed for ${formatDate(same.days.from)}` +
    (reading ? " at the same odometer reading" : "");
  return [{ ...whole, why, proven: [same.fact], gap: daysBetween(same.days.from, line.days.from) }];
}

/** The warranty that covers a line, in words: it ends on its date or at its miles, whichever comes first. Null where it does not cover it. */
function coverOf({ term, days, fact: { odometer } }: LeaseLine): string | null {
  const [end, miles] = [term?.warrantyEnd ?? null, term?.warrantyMiles ?? null];
  if (end === null && miles === null) return null;
  if (end !== null && days.to > end) return null;
  if (miles !== null && (odometer === null || odometer > miles)) return null;
  const until = end === null ? "" : ` until ${formatDate(end)}`;
  const reading = odometer === null ? "" : `, at ${group(odometer)}`;
  return miles === null ? until.trim() : `${`up to ${group(miles)} miles${until}`}${reading}`;
}

/** What keeps a repair from being held against the warranty, as the end of a sentence; null where nothing does. */
export function warrantyDoubt({ term, days, fact: { odometer } }: LeaseLine): string | null {
  const [end, miles] = [term?.warrantyEnd ?? null, term?.warrantyMiles ?? null];
  if (end === null && miles === null) return "of a van whose warranty end is not on the lease schedule";
  const isOpen = miles !== null && odometer === null && (end === null || days.to <= end);
  return isOpen ? `prints no odometer reading, and the warranty ends at ${group(miles)} miles` : null;
}

/** The latest of the van's earlier lines with the same lessor and the same words on another day. */
function sameRepair(line: LeaseLine, earlier: readonly LeaseLine[]): LeaseLine | undefined {
  if (line.charge !== "MAINT") return undefined;
  return earlier
    .filter(
      (each) =>
        each.charge === "MAINT" &&
        plain(each.fact.provider) === plain(line.fact.provider) &&
        plain(each.fact.description) === plain(line.fact.description) &&
        each.days.from < line.days.from &&
        (!isRoutine(line) || (line.fact.odometer !== null && each.fact.odometer === line.fact.odometer)),
    )
    .sort((a, b) => (a.days.from < b.days.from ? -1 : a.days.from > b.days.from ? 1 : 0))
    .at(-1);
}
