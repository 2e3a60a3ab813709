/** Workdays and workweeks with the class of every minute. */
import type { IsoDate } from "#shared/week.ts";
import { applyWeekly, classifyDay, type DayStretch, type Part } from "./classify.ts";
import type { CalendarDay } from "./clock.ts";
import { type Minutes, minutesByState, mostOf, spreadOf, sumOf, workedMinutes } from "./day-figures.ts";
import { type MealOutcome, mealsOf, type RestOutcome, restsOf } from "./meals.ts";
import type { WorkPolicy } from "./policy.ts";
import type { RuleBook, StateRules } from "./rule-book.ts";
import type { RuleOf, WageRule } from "./rules.ts";
import type { UnknownDay } from "./segments.ts";
import { joined, type Shift } from "./shifts.ts";

/** One workday of one person. */
export interface Workday {
  readonly date: IsoDate;
  /** Whose law was used: the state of most of its minutes. */
  readonly state: string;
  /** More than one where the day was worked in several states; then the law to use is a question. */
  readonly states: readonly string[];
  /** False where a row of the day could not be read or the day is not covered. */
  readonly known: boolean;
  /** Whether the person was at work that day at all, known or not: a shift began, or there is a row that could not be read. */
  readonly atWork: boolean;
  /** On the clock, and short breaks that count as work on top; the least that is known where the day is not. */
  readonly clockedMinutes: number;
  readonly paidBreakMinutes: number;
  /** Classes of its minutes, null where the day is not known; in a week with an unknown day by the law of the day alone. */
  readonly minutes: Minutes | null;
  /** The same minute by minute; empty where the day is not known. */
  readonly parts: readonly Part[];
  /** Shifts that began on this day. */
  readonly shifts: readonly Shift[];
  /** From the first punch in to the last punch out, breaks included. */
  readonly spreadMinutes: number;
  /** The rule by which that spread earns extra pay; null where it does not. */
  readonly spread: RuleOf<"spread of hours"> | null;
  /** What the day's shifts called for; null where the day is not known. */
  readonly meals: readonly MealOutcome[] | null;
  readonly rests: readonly RestOutcome[] | null;
}

/** A workweek: seven workdays that stand alone (29 CFR 778.104). */
export interface Workweek {
  /** The date on which it begins. */
  readonly start: IsoDate;
  readonly days: readonly Workday[];
  /** Null where a day is unknown: then nothing that depends on the whole week is known either. */
  readonly minutes: Minutes | null;
  readonly unknown: readonly UnknownDay[];
  /** The state of most of its minutes, and that state's rules on its first day. */
  readonly state: string;
  readonly law: StateRules;
  /** The rules by which minutes became more than regular. */
  readonly rules: readonly WageRule[];
}

/** A workday before it is judged. */
export interface OpenDay {
  readonly calendar: CalendarDay;
  readonly stretches: DayStretch[];
  readonly shifts: Shift[];
  readonly unknown: UnknownDay[];
}

/** Judges one workweek. `touchesUnknown` says whether a shift runs into a day that is not known. */
export function weekOf(
  start: IsoDate,
  open: readonly OpenDay[],
  policy: WorkPolicy,
  book: RuleBook,
  touchesUnknown: (shift: Shift) => boolean,
): Workweek {
  const unknown = open.flatMap((day) => day.unknown).sort(byDateAndRow);
  const weekMinutes = open.reduce((sum, day) => sum + workedMinutes(day.stretches), 0);
  const allSeven = open.filter((day) => workedMinutes(day.stretches) > 0).length === 7;
  const states = minutesByState(open.flatMap((day) => day.stretches));
  const state = mostOf(states);
  const law = book.on(state, start);

  const daily = open.map((day) => {
    const dayState = mostOf(minutesByState(day.stretches));
    const rules = book.on(dayState, day.calendar.date);
    const parts = classifyDay(day.stretches, { rules, seventh: allSeven && day.calendar.place === 6, weekMinutes });
    if (parts === null)
      unknown.push({ date: day.calendar.date, reason: "the rate decides whether daily overtime applies", id: null });
    return { day, state: dayState, rules, parts: parts ?? [], known: day.unknown.length === 0 && parts !== null };
  });
  const allKnown = unknown.length === 0;
  const daysParts = daily.map(({ parts }) => parts);
  const classed = allKnown ? applyWeekly(daysParts, law.weekly) : daysParts;
  const days = daily.map(({ day, rules, known, ...rest }, index): Workday => {
    const parts = classed[index] ?? [];
    const judged = known && !day.shifts.some(touchesUnknown);
    const spreadMinutes = spreadOf(day.stretches);
    return {
      date: day.calendar.date,
      state: rest.state,
      states: [...minutesByState(day.stretches).keys()].sort(),
      known,
      atWork: day.shifts.length > 0 || day.unknown.some((each) => each.id !== null),
      clockedMinutes: workedMinutes(day.stretches, false),
      paidBreakMinutes: workedMinutes(day.stretches) - workedMinutes(day.stretches, false),
      minutes: known ? sumOf(parts) : null,
      parts: known ? parts : [],
      shifts: day.shifts,
      spreadMinutes,
      spread: known && rules.spread && spreadMinutes > rules.spread.overMinutes ? rules.spread : null,
      meals: judged ? mealsOfDay(day, rules, policy) : null,
      rests: judged ? restsOfDay(day, rules) : null,
    };
  });
  const rules = new Set(classed.flat().flatMap((part) => part.rule ?? []));
  const minutes = allKnown ? sumOf(classed.flat()) : null;
  return { start, days, minutes, unknown, state, law, rules: [...rules] };
}

function mealsOfDay(day: OpenDay, { meal, paidBreak }: StateRules, policy: WorkPolicy): MealOutcome[] {
  if (!meal) return [];
  const judged = (shifts: readonly Shift[]) =>
    shifts.flatMap((shift) => mealsOf(shift, meal, policy.waivers, policy.zone, paidBreak?.upToMinutes ?? 0));
  const apart = judged(day.shifts);
  if (day.shifts.length < 2) return apart;
  // Laws speak of a day's work (Cal. Labor Code 512): time off between two shifts of it can be the meal. In doubt nothing is held to be missing.
  const asOne = judged([joined(day.shifts)]);
  return shortOf(asOne) < shortOf(apart) ? asOne : apart;
}

function shortOf(meals: readonly MealOutcome[]): number {
  return meals.filter(({ status }) => status === "missing" || status === "not as required").length;
}

function restsOfDay(day: OpenDay, { rest }: StateRules): RestOutcome[] {
  return rest ? day.shifts.flatMap((shift) => restsOf(shift, rest) ?? []) : [];
}

function byDateAndRow(a: UnknownDay, b: UnknownDay): number {
  const [x, y] = [`${a.date}|${a.id ?? ""}|${a.reason}`, `${b.date}|${b.id ?? ""}|${b.reason}`];
  return x < y ? -1 : x > y ? 1 : 0;
}
