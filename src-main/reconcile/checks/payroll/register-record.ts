/** One person's pay of one period: what was paid beside what was earned, or why the two cannot be compared. Pure. */
import type { DocumentKind } from "#shared/catalogue.ts";
import { formatDate, formatWeekday, type IsoDate } from "#shared/week.ts";
import type { PayLineFact, PersonFact, PunchFact, RouteFact } from "../../../documents/facts.ts";
import { displayName, mayBe } from "../../../matching/people.ts";
import { isWorkedTime } from "./pay-codes.ts";
import { miscodedOf, paidUnderOtherCode } from "./register-codes.ts";
import { aroundPeriod, type Earned, earnedOf } from "./register-earned.ts";
import { type Paid, type PayPeriod, paidOf } from "./register-lines.ts";
import { isOutside, isWholeWeeks } from "./register-periods.ts";
import { type Shares, sharesOf, UNITS_A_HUNDREDTH } from "./register-shares.ts";
import { byWorkday } from "./work-clock.ts";
import type { Workplace } from "./work-hours.ts";

/** Why something could not be compared, and which kind of document would settle it. */
export interface Doubt {
  readonly kind: DocumentKind;
  readonly why: string;
}

/** One person's pay of one period. */
export interface PayRecord {
  readonly person: PersonFact;
  readonly place: Workplace;
  readonly period: PayPeriod;
  readonly paid: Paid;
  /** Worked time that belongs to the period, each stretch once. */
  readonly punches: readonly PunchFact[];
  /** Paid time off that the timecard notes. */
  readonly timeOff: readonly PunchFact[];
  readonly routes: readonly RouteFact[];
  /** Punches that the app shows to be driving, under a code of other work. */
  readonly miscoded: ReadonlySet<PunchFact>;
  /** Whether the whole period lies after the termination or before the hire: then F16 has all of its money. */
  readonly outside: boolean;
  /** Null where there is a doubt. */
  readonly earned: Earned | null;
  /** How the difference is shared out; null where there is a doubt or no rate. */
  readonly shares: Shares | null;
  readonly doubt: Doubt | null;
}

/** Some names, and how many more. */
export function listed(names: readonly string[]): string {
  const shown = names.slice(0, 3).join(", ");
  return names.length > 3 ? `${shown} and ${names.length - 3} more` : shown;
}

/** What a record is made from beside the register: the person's own punches and routes, and those of nobody known. */
export interface AboutPayee {
  readonly place: Workplace;
  readonly punches: readonly PunchFact[];
  readonly routes: readonly RouteFact[];
  readonly nobodys: readonly PunchFact[];
  readonly gapOf: (period: PayPeriod) => string | null;
  readonly isRead: boolean;
}

/** Compares one person's pay of one period with the punches. */
export function payRecordOf(
  { person, period, lines }: { person: PersonFact; period: PayPeriod; lines: readonly PayLineFact[] },
  about: AboutPayee,
): PayRecord {
  const { place } = about;
  const paid = paidOf(lines);
  const wide = aroundPeriod(period);
  const within = (date: IsoDate, days: PayPeriod) => date >= days.from && date <= days.to;
  const near = about.punches.filter(({ date }) => within(date, wide));
  const all = byWorkday(near.filter(isWorkedTime));
  const punches = all.filter(({ date }) => within(date, period)).map(({ punch }) => punch);
  const routes = about.routes.filter(({ date }) => within(date, period));
  const miscoded = miscodedOf(punches, routes, person, place.home.timeZone);
  const outside = isOutside(person, period);
  const base = {
    person,
    place,
    period,
    paid,
    punches,
    timeOff: near.filter((punch) => within(punch.date, period) && !isWorkedTime(punch)),
    routes,
    miscoded,
    outside,
  };
  const doubt = doubtOf(base, about);
  if (doubt) return { ...base, earned: null, shares: null, doubt };
  const earned = earnedOf({
    person,
    place,
    period,
    miscoded,
    punches: all.map(({ punch }) => punch),
    bonuses: paid.bonuses,
    paidHours: paid.hours.worked,
    otherwise: paid.rate,
  });
  if ("why" in earned) {
    const why = `${displayName(person.name)}: ${earned.why}`;
    return { ...base, earned: null, shares: null, doubt: { kind: "timecard", why } };
  }
  return { ...base, earned, shares: shared(base, earned), doubt: null };
}

function shared(base: Pick<PayRecord, "paid" | "person" | "miscoded" | "place">, earned: Earned): Shares | null {
  const { paid } = base;
  if (earned.rate === null || earned.cents === null) return null;
  const { worked, overtime, doubleTime } = paid.hours;
  return sharesOf({
    paid: {
      worked: worked * UNITS_A_HUNDREDTH,
      overtime: overtime * UNITS_A_HUNDREDTH,
      doubleTime: doubleTime * UNITS_A_HUNDREDTH,
    },
    earned: earned.hours,
    rate: earned.rate,
    earnedCents: earned.cents,
    bonusCents: earned.bonuses.reduce((sum, { cents }) => sum + cents, 0),
    paidCents: paid.pay?.cents ?? null,
    codeCents: paidUnderOtherCode(base)?.cents ?? 0,
  });
}

/** Why a person's period cannot be compared; null where it can. */
function doubtOf(
  { person, period, paid, punches, routes }: Pick<PayRecord, "person" | "period" | "paid" | "punches" | "routes">,
  { gapOf, isRead, nobodys }: AboutPayee,
): Doubt | null {
  const name = displayName(person.name);
  if (!isRead) return { kind: "payroll register", why: "a row of the register could not be read" };
  if (!isWholeWeeks(period)) {
    const days = `${formatDate(period.from)} to ${formatDate(period.to)}`;
    return {
      kind: "payroll register",
      why: `the pay period ${days} is not made of whole weeks from Sunday to Saturday`,
    };
  }
  if (paid.unknownCodes.length > 0)
    return { kind: "payroll register", why: `${name}: nobody can tell whether ${listed(paid.unknownCodes)} is work` };
  const gap = gapOf(period);
  if (gap !== null) return { kind: "timecard", why: gap };
  if (nobodys.some((punch) => punch.date >= period.from && punch.date <= period.to && isTheirs(punch, person)))
    return { kind: "staff roster", why: `somebody nobody could be matched to may be ${name}` };
  if (punches.length === 0 && paid.hours.worked > 0)
    return { kind: "timecard", why: `${name} has no punch in the pay period; somebody on a salary needs none` };
  // A route without a punch is F04's question; hours that were paid for it by hand are no overpayment.
  const clocked = new Set(punches.flatMap((punch) => [punch.date, punch.out?.slice(0, 10) ?? punch.date]));
  const unclocked = routes.find((row) => isDriven(row) && !clocked.has(row.date));
  if (unclocked)
    return { kind: "timecard", why: `${name} drove on ${formatWeekday(unclocked.date)} and has no punch that day` };
  return null;
}

/** An excluded row without a login and without a parcel is a plan that nobody carried out. */
function isDriven({ excluded, logIn, delivered }: RouteFact): boolean {
  return !excluded || logIn !== null || delivered > 0;
}

function isTheirs(punch: PunchFact, person: PersonFact): boolean {
  return isWorkedTime(punch) && mayBe(`${punch.lastName}, ${punch.firstName}`, person);
}
