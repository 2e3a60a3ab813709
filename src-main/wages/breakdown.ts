/** Which minutes of a week are regular, overtime and double time, and why: for whoever has to read it. */
import { formatMinutes } from "#shared/hours.ts";
import type { IsoDate } from "#shared/week.ts";
import type { HoursRule } from "./classify.ts";
import type { Workweek } from "./workweek.ts";

/** Minutes of one day that have one class for one reason. */
export interface BreakdownRow {
  readonly date: IsoDate;
  readonly minutes: number;
  /** 100 regular, 150 overtime, 200 double time. */
  readonly percent: number;
  /** `beyond 8 h in the day`, `regular time`. */
  readonly why: string;
  /** With its citation and whether it is confirmed; null for regular time. */
  readonly rule: HoursRule | null;
}

/** The rows of a week in order, short rests that count as work apart. Days that are not known have none. */
export function breakdown(week: Workweek): BreakdownRow[] {
  return week.days.flatMap((day) => {
    const rows = new Map<string, BreakdownRow>();
    for (const { minutes, percent, rule, paidBreak } of day.parts) {
      const why = `${rule ? reasonOf(rule, percent) : "regular time"}${paidBreak ? ", a short break that counts as work" : ""}`;
      const known = rows.get(why);
      rows.set(why, { date: day.date, percent, why, rule, minutes: minutes + (known?.minutes ?? 0) });
    }
    return [...rows.values()];
  });
}

function reasonOf(rule: HoursRule, percent: number): string {
  switch (rule.kind) {
    case "weekly overtime":
      return `beyond ${formatMinutes(rule.afterMinutes)} in the week`;
    case "daily overtime":
      return `beyond ${formatMinutes(rule.afterMinutes)} in the day`;
    case "consecutive overtime":
      return `beyond ${formatMinutes(rule.afterMinutes)} in a row`;
    case "seventh day": {
      const after = rule.tiers.find((tier) => tier.percent === percent)?.afterMinutes ?? 0;
      return `seventh day worked in the week${after > 0 ? `, beyond ${formatMinutes(after)}` : ""}`;
    }
  }
}
