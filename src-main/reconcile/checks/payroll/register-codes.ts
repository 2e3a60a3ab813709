/** Work under a code of other work: punches that the app shows to be driving, paid as dispatch or office time. Pure. */
import { minutesBetween, type WallTime } from "#shared/hours.ts";
import { type Cents, divideHalfUp, type Rate } from "#shared/money.ts";
import type { PayLineFact, PersonFact, PunchFact, RouteFact } from "../../../documents/facts.ts";
import type { Paid } from "./register-lines.ts";
import { UNITS_A_HUNDREDTH, UNITS_A_MINUTE, type Units, worth } from "./register-shares.ts";
import { sharedMinutes } from "./work-evidence.ts";
import type { Workplace } from "./work-hours.ts";

const OFF_THE_ROAD = /\b(?:dispatch\w*|mechanic|fleet|office|admin\w*|clean\w*|yard)\b/i;

/** Whether a code or department is of work off the road. */
export function isOffTheRoad(text: string): boolean {
  return OFF_THE_ROAD.test(text.replace(/[_\-/.]+/g, " "));
}

/** When the app saw somebody on a route, day by day; rows without both readings say nothing. */
function onTheRoad(routes: readonly RouteFact[]): { readonly in: WallTime; readonly out: WallTime }[] {
  const spans = new Map<string, { in: WallTime; out: WallTime }>();
  for (const { date, logIn, logOut, excluded } of routes) {
    if (logIn === null || logOut === null || excluded || logOut <= logIn) continue;
    const known = spans.get(date);
    if (!known) spans.set(date, { in: logIn, out: logOut });
    else {
      if (logIn < known.in) known.in = logIn;
      if (logOut > known.out) known.out = logOut;
    }
  }
  return [...spans.values()];
}

/** Minutes of a punch in which the app shows its person on a route. */
function drivenMinutes(punch: PunchFact, routes: readonly RouteFact[], zone: string): number {
  const { in: start, out } = punch;
  if (start === null || out === null) return 0;
  return onTheRoad(routes).reduce((sum, span) => sum + sharedMinutes({ in: start, out }, span, zone), 0);
}

/** Punches of a driver under a code of work off the road, more than half of which the app shows them driving. */
export function miscodedOf(
  punches: readonly PunchFact[],
  routes: readonly RouteFact[],
  person: PersonFact,
  zone: string,
): ReadonlySet<PunchFact> {
  if (isOffTheRoad(person.department)) return new Set();
  return new Set(
    punches.filter((punch) => {
      if (!isOffTheRoad(punch.payCode) || punch.in === null || punch.out === null) return false;
      return drivenMinutes(punch, routes, zone) * 2 > minutesBetween(punch.in, punch.out, zone);
    }),
  );
}

/** What driving under another code was paid above (below) the person's own rate. */
export interface OtherCode {
  readonly lines: readonly PayLineFact[];
  readonly units: Units;
  /** Of the code, as the register pays it. */
  readonly rate: Rate;
  readonly own: Rate;
  readonly cents: Cents;
}

/** Prices the miscoded time; null where there is none, or the register does not show what it was paid. */
export function paidUnderOtherCode({
  paid,
  person,
  miscoded,
  place,
}: {
  readonly paid: Paid;
  readonly person: PersonFact;
  readonly miscoded: ReadonlySet<PunchFact>;
  readonly place: Workplace;
}): OtherCode | null {
  const lines = paid.worked.filter(
    (line) => (isOffTheRoad(line.payCode) || isOffTheRoad(line.department)) && line.category !== "overtime",
  );
  const hours = lines.reduce((sum, line) => sum + (line.hours ?? 0), 0);
  const rate = rateOf(lines, hours);
  if (miscoded.size === 0 || rate === null || person.payRate === null) return null;
  const minutes = [...miscoded].reduce(
    (sum, punch) =>
      sum + (punch.in !== null && punch.out !== null ? minutesBetween(punch.in, punch.out, place.home.timeZone) : 0),
    0,
  );
  const units = Math.min(minutes * UNITS_A_MINUTE, hours * UNITS_A_HUNDREDTH);
  const own = person.payRate;
  return { lines, units, rate, own, cents: worth(units, rate - own) };
}

/** The rate that lines of a register pay: as printed, else their amounts by their hours (hundredths); null where neither says it. */
export function rateOf(lines: readonly PayLineFact[], hours: number): Rate | null {
  const printed = new Set(lines.map((line) => line.rate));
  const [only = null] = printed;
  if (printed.size === 1 && only !== null) return only;
  if (hours === 0 || lines.some((line) => line.amountCents === null)) return null;
  const cents = lines.reduce((sum, line) => sum + (line.amountCents ?? 0), 0);
  return divideHalfUp(cents * 100 * 100, hours);
}
