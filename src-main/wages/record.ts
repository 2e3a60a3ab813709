/** One person's rows as shifts, workdays and workweeks. */
import type { IsoDate } from "#shared/week.ts";
import { type CalendarDay, type WorkCalendar, workCalendar } from "./clock.ts";
import type { WorkPolicy } from "./policy.ts";
import type { RuleBook } from "./rule-book.ts";
import { type Segment, spansOf, type UnknownDay } from "./segments.ts";
import { disjoint, type Overlap, overlapsOf, type Shift, shiftsOf } from "./shifts.ts";
import { type OpenDay, type Workweek, weekOf } from "./workweek.ts";

/** What a person's rows come to. */
export interface WorkRecord {
  /** In order; only weeks with work or with an unknown day. */
  readonly weeks: readonly Workweek[];
  /** Minutes that rows share; each was counted once. */
  readonly overlaps: readonly Overlap[];
}

/**
 * Reckons one person's rows, in any order. `unknownDays` are days that the documents do not cover. Nothing that rests on an unreadable row
 * is computed: its day and week are unknown. Throws RangeError for an unknown zone.
 */
export function workRecord(
  segments: readonly Segment[],
  policy: WorkPolicy,
  book: RuleBook,
  unknownDays: readonly UnknownDay[] = [],
): WorkRecord {
  const calendar = workCalendar(policy.zone, policy.dayStartsAt, policy.weekStartsOn);
  const spans = spansOf(segments, calendar);
  const shifts = shiftsOf(disjoint(spans.work), spans, {
    newShiftAfter: policy.newShiftAfter,
    paidUpTo: (at) =>
      policy.countShortBreaks ? (book.on("US", calendar.dayAt(at).date).paidBreak?.upToMinutes ?? 0) : 0,
  });
  const unknown = [...spans.unknown, ...unknownDays];
  const unknownDates = new Set(unknown.map((each) => each.date));
  const touchesUnknown = (shift: Shift) =>
    unknownDates.size > 0 &&
    (unknownDates.has(calendar.dayAt(shift.from).date) || unknownDates.has(calendar.dayAt(shift.to).date));
  const weeks = new Map<IsoDate, OpenDay[]>();
  for (const day of daysOf(shifts, unknown, calendar, policy)) {
    const week = weeks.get(day.calendar.week);
    if (week) week.push(day);
    else weeks.set(day.calendar.week, [day]);
  }
  return {
    weeks: [...weeks].map(([start, open]) => weekOf(start, open, policy, book, touchesUnknown)),
    overlaps: overlapsOf(spans.work),
  };
}

/** Gives every minute its workday, in order. */
function daysOf(
  shifts: readonly Shift[],
  unknown: readonly UnknownDay[],
  calendar: WorkCalendar,
  policy: WorkPolicy,
): OpenDay[] {
  const days = new Map<IsoDate, OpenDay>();
  const open = (day: CalendarDay): OpenDay => {
    const known = days.get(day.date);
    if (known) return known;
    const fresh = { calendar: day, stretches: [], shifts: [], unknown: [] };
    days.set(day.date, fresh);
    return fresh;
  };
  for (const shift of shifts) {
    const began = calendar.dayAt(shift.from);
    open(began).shifts.push(shift);
    let shiftBefore = 0;
    for (const stretch of shift.stretches) {
      for (let from = stretch.from; from < stretch.to; ) {
        const day = policy.daysBy === "shift" ? began : calendar.dayAt(from);
        const to = policy.daysBy === "shift" ? stretch.to : Math.min(stretch.to, day.end);
        open(day).stretches.push({ ...stretch, from, to, shiftBefore });
        shiftBefore += to - from;
        from = to;
      }
    }
  }
  for (const each of unknown) open(calendar.dayOn(each.date)).unknown.push(each);
  return [...days.values()].sort((a, b) => a.calendar.start - b.calendar.start);
}
