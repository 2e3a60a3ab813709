/** Repairs that the maker's warranty covers, and repairs billed a second time. Pure. */
import { plainCents } from "#shared/money.ts";
import { daysBetween, formatDate } from "#shared/week.ts";
import type { WrongPart } from "../judge.ts";
import { type LeaseLine, plain } from "../lines.ts";

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
  const end = line.term?.warrantyEnd ?? null;
  if (end !== null && line.charge === "MAINT" && !isRoutine(line) && line.days.to <= end) {
    const why = `but the van was under warranty until ${formatDate(end)}`;
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
