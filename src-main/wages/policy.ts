/** How an employer reckons days, weeks and breaks. */
import type { MealWaivers } from "./meals.ts";

/** How an employer reckons days and weeks. */
export interface WorkPolicy {
  /** Zone in which workdays and workweeks begin. */
  readonly zone: string;
  /** First day of the workweek: 0 is Sunday. */
  readonly weekStartsOn: number;
  /** When a workday (and with it the workweek) begins, in minutes after midnight. */
  readonly dayStartsAt: number;
  /** `clock`: each minute belongs to the workday that holds it. `shift`: a shift belongs whole to the workday on which it began. */
  readonly daysBy: "clock" | "shift";
  /** A longer break, in minutes, begins a new shift. */
  readonly newShiftAfter: number;
  /** Whether short breaks off the clock (29 CFR 785.18) count as work. */
  readonly countShortBreaks: boolean;
  readonly waivers: MealWaivers;
}

/** Amazon's week from Sunday midnight; a break of over two hours begins a new shift; no waivers. */
export function usualPolicy(zone: string): WorkPolicy {
  return {
    zone,
    weekStartsOn: 0,
    dayStartsAt: 0,
    daysBy: "clock",
    newShiftAfter: 120,
    countShortBreaks: true,
    waivers: { first: false, second: false },
  };
}
