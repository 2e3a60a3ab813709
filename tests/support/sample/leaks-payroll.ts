/** Mistakes in the timecards. Each planter spoils one person's one day. */
import { payFor } from "./decimal.ts";
import type { Ground, Planter } from "./ground.ts";
import type { Leak } from "./leak.ts";
import { clockedMinutes, type Shift, stretchShift } from "./shifts.ts";

/** Minutes beyond the block that the product lets pass. */
const ALLOWANCE = 30;

function leak(ground: Ground, shift: Shift, rest: Pick<Leak, "code" | "direction" | "amountCents" | "what">): Leak {
  const { person, date } = shift;
  const detail = `${person.employeeId} ${person.payrollLast}, ${person.payrollFirst} · ${date}`;
  const where = { file: ground.timecardFile, detail };
  return { ...rest, station: ground.facts.station.code, period: ground.facts.week.sunday, where };
}

/** A day on one route of one's own, so that its block and its work are beyond doubt. */
function isPlainRoute(shift: Shift): boolean {
  return shift.duty === "route" && shift.rows === 1;
}

/** F01: the last punch out is missing. */
export const openPunch: Planter = (ground) => {
  const shift = ground.takeShift(isPlainRoute, "alone");
  const last = shift?.punches.at(-1);
  if (!shift || !last) return undefined;
  last.out = null;
  const what = "The last punch out is missing.";
  return leak(ground, shift, { code: "F01", direction: "watch", amountCents: null, what });
};

/** F03: hours on a day without route or training. */
export const ghostHours: Planter = (ground) => {
  const shift = ground.takeShift((each) => each.duty === "standby" && each.rows === 0, "shared");
  if (!shift) return undefined;
  shift.duty = "ghost";
  const minutes = clockedMinutes(shift);
  const amountCents = payFor(minutes, shift.person.payCents);
  const what = `${minutes} minutes clocked on a day without route or training.`;
  return leak(ground, shift, { code: "F03", direction: "overpaid", amountCents, what });
};

/** F04: a route without a timecard. */
export const noTimecard: Planter = (ground) => {
  const shift = ground.takeShift(isPlainRoute, "shared");
  if (!shift) return undefined;
  shift.punches = [];
  const amountCents = payFor(shift.blockMinutes, shift.person.payCents);
  const what = `A route of ${shift.blockMinutes / 60} hours was driven and nothing was clocked.`;
  return leak(ground, shift, { code: "F04", direction: "exposure", amountCents, what });
};

/** F05: clocked beyond the block and the allowance. */
export function beyondBlock(excess: number): Planter {
  return (ground) => {
    const clockedFor = (each: Shift): number => each.blockMinutes + ALLOWANCE + excess;
    const fits = (each: Shift): boolean => clockedFor(each) <= each.person.station.longestDay;
    const shift = ground.takeShift((each) => isPlainRoute(each) && fits(each), "shared");
    if (!shift) return undefined;
    stretchShift(shift, clockedFor(shift));
    const amountCents = payFor(excess, shift.person.payCents);
    const what = `${excess} minutes clocked beyond the block of ${shift.blockMinutes / 60} hours and its allowance.`;
    return leak(ground, shift, { code: "F05", direction: "overpaid", amountCents, what });
  };
}
