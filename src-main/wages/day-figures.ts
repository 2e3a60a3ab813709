/** Sums over the minutes of a workday. */
import type { DayStretch, Part } from "./classify.ts";

/** Minutes by class. They add up to the minutes worked. */
export interface Minutes {
  readonly worked: number;
  readonly regular: number;
  readonly overtime: number;
  readonly doubleTime: number;
}

/** Minutes of work, with or without the short breaks that count as such. */
export function workedMinutes(stretches: readonly DayStretch[], withPaidBreaks = true): number {
  let sum = 0;
  for (const { from, to, paidBreak } of stretches) if (withPaidBreaks || !paidBreak) sum += to - from;
  return sum;
}

/** Minutes from the first start to the last end. */
export function spreadOf(stretches: readonly DayStretch[]): number {
  const first = stretches[0];
  const last = stretches.at(-1);
  return first && last ? last.to - first.from : 0;
}

/** Minutes by state, in the order in which the states were worked in. */
export function minutesByState(stretches: readonly DayStretch[]): Map<string, number> {
  const states = new Map<string, number>();
  for (const { state, from, to } of stretches) states.set(state, (states.get(state) ?? 0) + to - from);
  return states;
}

/** The state with most minutes, the earlier one of two equals. */
export function mostOf(states: ReadonlyMap<string, number>): string {
  let best: [string, number] = ["", 0];
  for (const each of states) if (each[1] > best[1]) best = each;
  return best[0];
}

/** Adds up the minutes of each class. */
export function sumOf(parts: readonly Part[]): Minutes {
  let [regular, overtime, doubleTime] = [0, 0, 0];
  for (const { minutes, percent } of parts) {
    if (percent === 100) regular += minutes;
    else if (percent < 200) overtime += minutes;
    else doubleTime += minutes;
  }
  return { worked: regular + overtime + doubleTime, regular, overtime, doubleTime };
}
