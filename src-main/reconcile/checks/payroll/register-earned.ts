/** What a person's punches of a pay period should have paid, by the wage engine. Pure. */
import { type Cents, divideHalfUp, type Rate } from "#shared/money.ts";
import { addDays } from "#shared/week.ts";
import type { PayLineFact, PersonFact, PunchFact } from "../../../documents/facts.ts";
import { apportionBonus, minimumWage, overtimeOnBonus, payWeek, type Workweek } from "../../../wages/index.ts";
import type { PayPeriod } from "./register-lines.ts";
import { type Hours, UNITS_A_HUNDREDTH, UNITS_A_MINUTE, type Units, worth } from "./register-shares.ts";
import { recordOf, stateOf, type Workplace } from "./work-hours.ts";
import { ruleBookOf } from "./work-rules.ts";

type Rules = Workweek["rules"];

/** What the punches of a period earned. */
export interface Earned {
  readonly hours: Hours;
  /**
   * Which hours were taken: those of the punches, a night shift with the day it began on; or, where the register is nearer to them, those of
   * the punches with the period cut off at midnight, or the printed ones.
   */
  readonly basis: "punches" | "punches cut at midnight" | "printed hours";
  /** How far printed hours and punches are apart, which is rounding on the timecard and no fault of the register. */
  readonly slack: Units;
  /** Pay for those hours with overtime, without bonuses; null where no rate is known. */
  readonly cents: Cents | null;
  /** Rate by which hours are valued: the one that was due, or the average of several. */
  readonly rate: Rate | null;
  /** What each bonus of the period adds to its overtime. */
  readonly bonuses: readonly { readonly line: PayLineFact; readonly cents: Cents; readonly formula: string }[];
  /** Rules by which minutes became overtime, and those of the bonuses. */
  readonly rules: Rules;
  readonly bonusRules: Rules;
}

/** Bonuses that grow with the work done; the others are flat sums, which some states treat in a way of their own. */
const PRODUCTION = /production|piece|per stop|per package|commission/i;

interface Worked {
  readonly person: PersonFact;
  readonly punches: readonly PunchFact[];
  /** Punches under a code of other work, which are due at the person's own rate. */
  readonly miscoded: ReadonlySet<PunchFact>;
  readonly place: Workplace;
  readonly period: PayPeriod;
  readonly bonuses: readonly PayLineFact[];
  /** Worked hours that the register paid, in hundredths: they decide which of two ways of counting is nearer. */
  readonly paidHours: number;
  /** Rate by which hours are valued where neither roster nor timecard names one. */
  readonly otherwise: Rate | null;
}

/** Reckons a period, or says why it cannot be reckoned. */
export function earnedOf(worked: Worked): Earned | { readonly why: string } {
  const { person, punches, place, period } = worked;
  const book = ruleBookOf();
  const own = { ...person, payRate: person.payRate ?? worked.otherwise };
  const due = punches.map((punch) => ({ ...punch, rate: rateDue(punch, own, place, worked.miscoded.has(punch)) }));
  const within = ({ start }: Workweek) => start >= period.from && start <= period.to;
  const byShift = recordOf(due, own, place).weeks.filter(within);
  const [open] = byShift.flatMap((week) => week.unknown);
  if (open) return { why: `${open.reason} (${open.date})` };
  const paid = worked.paidHours * UNITS_A_HUNDREDTH;
  // A workweek is a fixed stretch of 168 hours (29 CFR 778.105), but many payrolls keep a night shift whole: either is let stand.
  const byClock = recordOf(due, own, place, { daysBy: "clock" }).weeks.filter(within);
  const off = (each: readonly Workweek[]) => Math.abs(paid - sumOf(each).worked);
  const isCut = byClock.every(({ minutes }) => minutes !== null) && off(byClock) < off(byShift);
  const weeks = isCut ? byClock : byShift;
  const total = sumOf(weeks);
  const pays = weeks.map((week) => payWeek(week, {}, book));
  let straight: Cents | null = 0;
  let overtime = 0;
  for (const pay of pays) {
    straight = straight === null || !pay.known ? null : straight + pay.straightCents;
    overtime += pay.known ? pay.overtimeCents : 0;
  }
  const rate = baseRate(due, own, straight, total.worked);
  const printed = isCut ? null : printedOf(punches, period);
  const nearer = printed !== null && Math.abs(paid - printed) < Math.abs(paid - total.worked);
  const shift = nearer ? printed - total.worked : 0;
  const bonuses = worked.bonuses.map((line) => onOvertime(line, weeks));
  return {
    hours: { ...total, worked: total.worked + shift },
    basis: nearer ? "printed hours" : isCut ? "punches cut at midnight" : "punches",
    slack: printed === null ? 0 : Math.abs(printed - total.worked),
    cents: straight === null || rate === null ? null : straight + overtime + worth(shift, rate),
    rate,
    bonuses: bonuses.map(({ line, cents, formula }) => ({ line, cents, formula })),
    rules: [...new Set(weeks.flatMap((week) => week.rules))],
    bonusRules: [...new Set(bonuses.flatMap((each) => each.rules))],
  };
}

/** The minutes of some weeks together; those of a week with an unknown day are left out. */
function sumOf(weeks: readonly Workweek[]): Hours {
  const total = { worked: 0, overtime: 0, doubleTime: 0 };
  for (const { minutes } of weeks) {
    total.worked += (minutes?.worked ?? 0) * UNITS_A_MINUTE;
    total.overtime += (minutes?.overtime ?? 0) * UNITS_A_MINUTE;
    total.doubleTime += (minutes?.doubleTime ?? 0) * UNITS_A_MINUTE;
  }
  return total;
}

/** The rate a punch is due at: its own, the person's where its code is of other work, and never less than the state's minimum. */
function rateDue(punch: PunchFact, person: PersonFact, place: Workplace, isMiscoded: boolean): Rate | null {
  const rate = isMiscoded ? person.payRate : (punch.rate ?? person.payRate);
  const least = minimumWage(ruleBookOf(), stateOf(punch, place), punch.date)?.rate ?? null;
  return rate !== null && least !== null && least > rate ? least : rate;
}

function baseRate(due: readonly PunchFact[], person: PersonFact, straight: Cents | null, worked: Units): Rate | null {
  const rates = new Set(due.map((punch) => punch.rate));
  const [only = null] = rates;
  if (rates.size === 0) return person.payRate;
  if (rates.size === 1) return only;
  return straight === null || worked === 0 ? null : divideHalfUp(straight * 100 * 6_000, worked);
}

/** The hours the timecard prints for the period; null where a row prints none. */
function printedOf(punches: readonly PunchFact[], { from, to }: PayPeriod): Units | null {
  return punches
    .filter(({ date }) => date >= from && date <= to)
    .reduce<Units | null>(
      (sum, { hours }) => (sum === null || hours === null ? null : sum + hours * UNITS_A_HUNDREDTH),
      0,
    );
}

/** What a bonus adds to the overtime of the weeks it was paid for: an equal part of it falls to each (29 CFR 778.209). */
function onOvertime(line: PayLineFact, weeks: readonly Workweek[]) {
  const book = ruleBookOf();
  const kind = PRODUCTION.test(line.payCode) ? ("production" as const) : ("flat sum" as const);
  const worked = weeks.filter(({ minutes }) => (minutes?.worked ?? 0) > 0);
  const parts = apportionBonus(line.amountCents ?? 0, worked, "week", book) ?? [];
  const added = parts.flatMap(({ cents }, index) => {
    const week = worked[index];
    const pay = week && cents > 0 ? overtimeOnBonus(week, { kind, cents }, book) : null;
    return pay && pay.cents > 0 ? [pay] : [];
  });
  return {
    line,
    cents: added.reduce((sum, { cents }) => sum + cents, 0),
    formula: added.map(({ formula }) => formula.replace(/ = [^=]*$/, "")).join(" + "),
    rules: [...added.flatMap(({ rules }) => rules), ...(parts.length > 1 ? parts.map(({ rule }) => rule) : [])],
  };
}

/** The days on which punches can count for a period: a night shift begins the day before or ends the day after. */
export function aroundPeriod({ from, to }: PayPeriod): PayPeriod {
  return { from: addDays(from, -1), to: addDays(to, 1) };
}
