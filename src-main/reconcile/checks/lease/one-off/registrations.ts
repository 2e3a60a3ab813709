/** Registrations billed twice within a year, or for another state than the van is registered in. Pure. */
import { plainCents } from "#shared/money.ts";
import { daysBetween, formatDate } from "#shared/week.ts";
import type { WrongPart } from "../judge.ts";
import type { LeaseLine } from "../lines.ts";
import { plain } from "../plain.ts";
import { stateInWords } from "./states.ts";

/** The wrong part of a registration line: all of it. */
export function judgeRegistration(line: LeaseLine, earlier: readonly LeaseLine[]): WrongPart[] {
  const cents = line.fact.amountCents;
  const whole = { code: "E14", below: false, cents, text: `billed ${plainCents(cents)}` } as const;
  const named = stateInWords(line.fact.description);
  const { schedule, list } = statesOf(line);
  const registered = schedule || list;
  if (named !== null && registered !== "" && named !== schedule && named !== list) {
    const by = schedule === "" ? "Amazon's vehicle list" : "the lease schedule";
    return [{ ...whole, why: `for ${named}; ${by} has it registered in ${registered}` }];
  }
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

/** Where a van is registered by the lease schedule's row for the line's day, and by Amazon's list; "" where they say nothing. */
function statesOf({ term, vehicle }: LeaseLine): { readonly schedule: string; readonly list: string } {
  const read = (written: string | undefined) => {
    const text = plain(written ?? "").toUpperCase();
    return stateInWords(text) ?? text;
  };
  return { schedule: read(term?.registeredState), list: read(vehicle?.registeredState) };
}

/** Whether the two papers name different states and the line is for the one that Amazon's list names. */
export function namesDisputedState(line: LeaseLine): boolean {
  const { schedule, list } = statesOf(line);
  return schedule !== "" && list !== "" && schedule !== list && stateInWords(line.fact.description) === list;
}

/** What was registered, without years and numbers: a title fee is no registration. */
function wordsOf({ fact }: LeaseLine): string {
  return plain(fact.description)
    .replace(/[^a-z]+/g, " ")
    .trim();
}
