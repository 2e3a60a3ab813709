/** Money of a timecard that a check of the payroll register counts, so that no dollar counts twice. Pure. */
import type { PayLineFact } from "../../../documents/facts.ts";
import { sameEmployee } from "../../facts.ts";
import type { PersonDay } from "./person-days.ts";
import { isOutsideDay } from "./register-periods.ts";

/** Whether a payroll register is there for a day: then what was really paid for it is known, and F19 compares it. */
export function isOnRegister(date: string, lines: readonly PayLineFact[]): boolean {
  return lines.some(({ periodStart, periodEnd }) => periodStart <= date && date <= periodEnd);
}

/** Whether F16 counts a day's pay whole: paid before the hire or after the termination. */
export function isCountedByF16({ person, date }: PersonDay, lines: readonly PayLineFact[]): boolean {
  return isOutsideDay(person, date) && isOnRegister(date, lines);
}

/** Whether a register pays a person a premium in a period that holds the day. */
export function isPremiumPaid({ person, date }: PersonDay, lines: readonly PayLineFact[]): boolean {
  const own = lines.filter(({ employeeId }) => sameEmployee(employeeId) === sameEmployee(person.employeeId));
  return isOnRegister(
    date,
    own.filter(({ category }) => category === "premium"),
  );
}

/** Why a premium that may have been paid has no amount. */
export const PREMIUM_PAID =
  "The register pays a premium in the period; whether it is for this day is not known, so no amount is stated.";

/** Why a finding on such a day states no amount. */
export const COUNTED_BY_F16 =
  "The day lies outside the employment on the roster; what the register paid for it is counted by F16 and not here.";
