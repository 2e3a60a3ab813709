/** Registrations billed twice within a year, or for another state than the van is registered in. Pure. */
import { plainCents } from "#shared/money.ts";
import { daysBetween, formatDate } from "#shared/week.ts";
import type { WrongPart } from "../judge.ts";
import { type LeaseLine, plain } from "../lines.ts";
import { stateInWords } from "./states.ts";

/** The wrong part of a registration line: all of it. */
export function judgeRegistration(line: LeaseLine, earlier: readonly LeaseLine[]): WrongPart[] {
  const cents = line.fact.amountCents;
  const whole = { code: "E14", below: false, cents, text: `billed ${plainCents(cents)}` } as const;
  const [named, own] = [stateInWords(line.fact.description), plain(line.vehicle?.registeredState ?? "").toUpperCase()];
  const registered = stateInWords(own) ?? own;
  if (named !== null && registered !== "" && named !== registered)
    return [{ ...whole, why: `for ${named}; Amazon's vehicle list has it registered in ${registered}` }];
  const before = earlier
    .filter(
      (each) => each.charge === "REGISTRATION" && each.days.from < line.days.from && wordsOf(each) === wordsOf(line),
    )
    .sort((a, b) => (a.days.from < b.days.from ? -1 : a.days.from > b.days.from ? 1 : 0))
    .at(-1);
  if (!before) return [];
  const why = `though invoice ${before.fact.invoiceNumber} billed it for ${formatDate(before.days.from)} already`;
  return [{ ...whole, why, proven: [before.fact], gap: daysBetween(before.days.from, line.days.from) }];
}

/** What was registered, without years and numbers: a title fee is no registration. */
function wordsOf({ fact }: LeaseLine): string {
  return plain(fact.description)
    .replace(/[^a-z]+/g, " ")
    .trim();
}
