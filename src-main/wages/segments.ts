/** From punch rows to spans of real time, and the rows of which nothing can be computed. */
import type { WallTime } from "#shared/hours.ts";
import type { Rate } from "#shared/money.ts";
import type { IsoDate } from "#shared/week.ts";
import { type Instant, instantAfter, instantAt, type WorkCalendar } from "./clock.ts";
import { type Hole, inOrder, type Span, without } from "./spans.ts";

/** What pays for the minutes of a row. */
export type PaidBy = "hour" | "piece" | "day" | "salary";

/** One row of one person's timecard: a pair of punches. */
export interface Segment {
  /** The caller's own name for the row; every result refers to it. */
  readonly id: string;
  /** `meal` where the row itself is the unpaid meal; else it is work. */
  readonly kind?: "work" | "meal";
  /** The day the row belongs to, for rows whose times are missing. */
  readonly date: IsoDate;
  readonly in: WallTime | null;
  readonly out: WallTime | null;
  /** Time zone of the place where the punches were made. */
  readonly zone: string;
  /** Where it was worked, as two letters: that state's law holds. Null where nobody knows. */
  readonly state: string | null;
  /** Whether the punch out says that a meal begins. */
  readonly endsInMeal?: boolean;
  /** Minutes that were taken off for a break without punches. */
  readonly deductedMinutes?: number;
  /** By the hour unless said otherwise. */
  readonly paidBy?: PaidBy;
  /** Hourly rate; null where unknown (or where not paid by the hour). */
  readonly rate: Rate | null;
  /** Paid on top for each hour of the row: nights, a rescue. Part of the regular rate. */
  readonly differential?: Rate;
}

/** Why nothing that depends on a day can be said. */
export interface UnknownDay {
  readonly date: IsoDate;
  readonly reason: string;
  /** The row at fault; null where the day itself is not covered. */
  readonly id: string | null;
}

/** The rows of a person as time. */
export interface Spans {
  readonly work: readonly Span[];
  /** Starts of breaks that were marked as meals, and of those that were taken off without punches. */
  readonly mealStarts: ReadonlySet<Instant>;
  readonly deductedStarts: ReadonlySet<Instant>;
  readonly unknown: readonly UnknownDay[];
}

const LONGEST = 1440;

/** Reads rows as time. A row without both times, or whose times run backwards, makes its day unknown; it never counts as zero. */
export function spansOf(segments: readonly Segment[], calendar: WorkCalendar): Spans {
  const work: Span[] = [];
  const meals: Hole[] = [];
  const mealStarts = new Set<Instant>();
  const deductedStarts = new Set<Instant>();
  const unknown: UnknownDay[] = [];
  for (const segment of segments) {
    const times = timesOf(segment);
    if ("reason" in times) {
      const { at, reason } = times;
      unknown.push({ date: at === null ? segment.date : calendar.dayAt(at).date, reason, id: segment.id });
      continue;
    }
    const { from, to } = times;
    if (from === to) continue;
    if (segment.kind === "meal") {
      meals.push(times);
      mealStarts.add(from);
      continue;
    }
    if (segment.state === null || segment.state.trim() === "") {
      const reason = "the row does not say in which state it was worked";
      for (let day = calendar.dayAt(from); day.start < to; day = calendar.dayAt(day.end))
        unknown.push({ date: day.date, reason, id: segment.id });
    }
    if (segment.endsInMeal) mealStarts.add(to);
    const taken = Math.min(segment.deductedMinutes ?? 0, to - from);
    // Nobody knows when an automatic deduction was; the middle of the row is as good as any and leaves work on both sides.
    const hole = from + Math.floor((to - from - taken) / 2);
    if (taken > 0) deductedStarts.add(hole);
    work.push(
      ...(taken > 0
        ? without(spanOf(segment, from, to), [{ from: hole, to: hole + taken }])
        : [spanOf(segment, from, to)]),
    );
  }
  const kept = meals.length === 0 ? work : work.flatMap((span) => without(span, meals));
  return { work: kept.sort(inOrder), mealStarts, deductedStarts, unknown };
}

function spanOf(segment: Segment, from: Instant, to: Instant): Span {
  const { id, paidBy = "hour", differential = 0 } = segment;
  const rate = segment.rate === null ? null : segment.rate + differential;
  return {
    from,
    to,
    id,
    state: segment.state?.trim().toUpperCase() ?? "",
    paidBy,
    rate: paidBy === "hour" ? rate : null,
  };
}

function timesOf(segment: Segment): Hole | { readonly at: Instant | null; readonly reason: string } {
  const { in: start, out, zone } = segment;
  if (start === null && out === null) return { at: null, reason: "the row has no times" };
  if (start === null) return { at: out === null ? null : instantAt(out, zone), reason: "the punch in is missing" };
  const from = instantAt(start, zone);
  if (out === null) return { at: from, reason: "the punch out is missing" };
  const to = instantAfter(out, zone, from);
  if (to < from) return { at: from, reason: "the punch out lies before the punch in" };
  if (to - from > LONGEST) return { at: from, reason: "the row is longer than 24 hours" };
  return { from, to };
}
