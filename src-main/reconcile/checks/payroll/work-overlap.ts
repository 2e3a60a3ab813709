/** Minutes that stand on a timecard twice, and as what sort of pay they came on top. Pure. */
import { minutesBetween, type WallTime } from "#shared/hours.ts";
import { type Cents, divideHalfUp, type Rate } from "#shared/money.ts";
import type { PunchFact } from "../../../documents/facts.ts";
import { payCategory } from "../../../documents/interpret/pay-codes.ts";
import { type Segment, type WorkRecord, wallAt, workRecord } from "../../../wages/index.ts";
import type { PersonDay } from "./person-days.ts";
import { policyOf, segmentsOf, type Workplace } from "./work-hours.ts";
import { ruleBookOf } from "./work-rules.ts";

/** Rows that share minutes. */
export interface SharedRows {
  readonly rows: readonly PunchFact[];
  readonly minutes: number;
  /** Whether all that is shared comes from rows that say the same. */
  readonly identical: boolean;
}

type Timed = PunchFact & { readonly in: WallTime; readonly out: WallTime };

function isTimed(punch: PunchFact): punch is Timed {
  return punch.in !== null && punch.out !== null && punch.out > punch.in;
}

/**
 * The rows of a day that share minutes with an earlier one of the same file, and how many minutes those are. Two files that both have the
 * day are two tellings of it, and a row of extra pay (a premium) repeats the times of the work it is paid for: neither is time twice.
 */
export function sharedRows(punches: readonly PunchFact[], zone: string): SharedRows {
  const rows = new Set<PunchFact>();
  let minutes = 0;
  let identical = true;
  const files = new Set(punches.map(({ source }) => source.document.sha256));
  for (const file of files) {
    const own = punches
      .filter(isTimed)
      .filter(({ source, payCode }) => source.document.sha256 === file && payCategory(payCode) !== "premium")
      .sort((a, b) => (a.in < b.in ? -1 : a.in > b.in ? 1 : a.source.row - b.source.row));
    let reach: Timed | undefined;
    for (const punch of own) {
      const to = reach && reach.out < punch.out ? reach.out : punch.out;
      if (reach && to > punch.in) {
        minutes += minutesBetween(punch.in, to, zone);
        identical &&= reach.in === punch.in && reach.out === punch.out;
        rows.add(reach).add(punch);
      }
      if (!reach || punch.out > reach.out) reach = punch;
    }
  }
  return { rows: [...rows], minutes, identical };
}

/** Minutes that came on top as one sort of pay. */
export interface ExtraClass {
  readonly minutes: number;
  /** Share of the rate: 100 regular, 150 overtime, 200 double time. */
  readonly percent: number;
  /** The rule that makes them more than regular. */
  readonly rule: { readonly state: string; readonly citation: string; readonly confirmed: boolean } | null;
}

/**
 * As what sort of pay so many minutes come on top of a person's day: the difference that they make to the week as the wage engine reckons
 * it. Where the week is not known in full they count as regular time, the least they can have cost.
 */
export function classesOfExtra(
  week: readonly PersonDay[],
  day: PersonDay,
  minutes: number,
  place: Workplace,
): ExtraClass[] {
  const regular = [{ minutes, percent: 100, rule: null }];
  const segments = segmentsOf(
    week.flatMap((each) => each.punches),
    day.person,
    place,
  );
  const policy = policyOf(place);
  const without = workRecord(segments, policy, ruleBookOf());
  const last = without.weeks
    .flatMap(({ days }) => days)
    .find(({ date }) => date === day.date)
    ?.shifts.at(-1);
  const own = segmentsOf(day.punches, day.person, place).at(-1);
  if (!last || !own || without.weeks.length !== 1) return regular;
  const [from, to] = [wallAt(last.to, own.zone), wallAt(last.to + minutes, own.zone)];
  const onTop: Segment = { ...own, id: "on top", in: from, out: to, deductedMinutes: 0 };
  const before = classSums(without);
  const after = classSums(workRecord([...segments, onTop], policy, ruleBookOf()));
  if (before === null || after === null) return regular;
  const classes = [...after].flatMap(([percent, { minutes: total, rule }]): ExtraClass[] => {
    const more = total - (before.get(percent)?.minutes ?? 0);
    return more === 0 ? [] : [{ minutes: more, percent, rule }];
  });
  const adds = classes.every((each) => each.minutes > 0) && classes.reduce((sum, each) => sum + each.minutes, 0);
  return adds === minutes ? classes.sort((a, b) => a.percent - b.percent) : regular;
}

/** A week's minutes by sort of pay; null where it is not known in full. */
function classSums(record: WorkRecord): Map<number, ExtraClass> | null {
  const sums = new Map<number, ExtraClass>();
  for (const week of record.weeks) {
    if (week.minutes === null) return null;
    for (const { percent, minutes, rule } of week.days.flatMap(({ parts }) => parts)) {
      const known = sums.get(percent);
      sums.set(percent, { percent, minutes: minutes + (known?.minutes ?? 0), rule: known?.rule ?? rule });
    }
  }
  return sums;
}

/** Pay for minutes on top, rounded half up once. `rate` is per hour. */
export function payForClasses(classes: readonly ExtraClass[], rate: Rate): Cents {
  const units = classes.reduce((sum, { minutes, percent }) => sum + minutes * percent, 0);
  return divideHalfUp(units * rate, 60 * 100 * 100);
}
