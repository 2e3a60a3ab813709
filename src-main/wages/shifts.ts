/** From spans to disjoint work and to shifts. No minute is ever counted twice. */
import type { Instant } from "./clock.ts";
import type { Spans } from "./segments.ts";
import { better, type Span } from "./spans.ts";

/** Minutes that two rows share. The sum over all overlaps is exactly what the rows say too much. */
export interface Overlap {
  readonly first: string;
  readonly second: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly minutes: number;
  /** Whether the two rows have the same times: a row that is there twice. */
  readonly identical: boolean;
}

/** Work without a break. `paidBreak` marks a short rest off the clock that counts as work. */
export interface Stretch extends Span {
  readonly paidBreak: boolean;
}

/** Time off the clock within a shift. */
export interface Break {
  readonly from: Instant;
  readonly to: Instant;
  readonly minutes: number;
  /** Marked as a meal by the punch or by a row of its own. */
  readonly meal: boolean;
  /** Taken off without punches: nobody knows when it was, or whether. */
  readonly deducted: boolean;
  /** Short enough to count as work (29 CFR 785.18). */
  readonly paid: boolean;
  /** Minutes of work in the shift before it. */
  readonly workedBefore: number;
}

/** Work that only breaks interrupt. */
export interface Shift {
  readonly from: Instant;
  readonly to: Instant;
  readonly stretches: readonly Stretch[];
  readonly breaks: readonly Break[];
  readonly workedMinutes: number;
}

/** Overlaps among spans in order. */
export function overlapsOf(spans: readonly Span[]): Overlap[] {
  const overlaps: Overlap[] = [];
  let reach: Span | undefined;
  for (const span of spans) {
    const to = reach ? Math.min(span.to, reach.to) : span.from;
    if (reach && to > span.from) {
      const identical = reach.from === span.from && reach.to === span.to;
      const [first, second] = [reach.id, span.id];
      overlaps.push({ first, second, from: span.from, to, minutes: to - span.from, identical });
    }
    if (!reach || span.to > reach.to) reach = span;
  }
  return overlaps;
}

/** The spans without shared minutes: where two rows lie over each other, the better one counts. */
export function disjoint(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (let start = 0; start < spans.length; ) {
    let end = start + 1;
    let reach = spans[start]?.to ?? 0;
    for (let next = spans[end]; next && next.from < reach; next = spans[end]) {
      reach = Math.max(reach, next.to);
      end += 1;
    }
    const group = spans.slice(start, end);
    result.push(...(group.length === 1 ? group : sweep(group)));
    start = end;
  }
  return result;
}

function sweep(group: readonly Span[]): Span[] {
  const points = [...new Set(group.flatMap((span) => [span.from, span.to]))].sort((a, b) => a - b);
  const parts: Span[] = [];
  points.slice(1).forEach((to, index) => {
    const from = points[index] ?? to;
    const best = group.filter((span) => span.from <= from && span.to >= to).sort(better)[0];
    if (!best) return;
    const last = parts.at(-1);
    if (last && last.to === from && last.id === best.id) parts[parts.length - 1] = { ...last, to };
    else parts.push({ ...best, from, to });
  });
  return parts;
}

/** How breaks are told from the end of a shift. */
export interface BreakRules {
  /** A longer break begins a new shift. */
  readonly newShiftAfter: number;
  /** Breaks up to this length count as work; 0 where they are not to count. */
  readonly paidUpTo: (at: Instant) => number;
}

/** Groups disjoint work in order into shifts. */
export function shiftsOf(spans: readonly Span[], marks: Spans, rules: BreakRules): Shift[] {
  const shifts: Shift[] = [];
  let open: { stretches: Stretch[]; breaks: Break[]; worked: number; from: Instant; to: Instant } | undefined;
  const close = () => {
    if (!open) return;
    const { from, to, stretches, breaks, worked } = open;
    shifts.push({ from, to, stretches, breaks, workedMinutes: worked });
  };
  for (const span of spans) {
    if (!open || span.from - open.to > rules.newShiftAfter) {
      close();
      open = { stretches: [], breaks: [], worked: 0, from: span.from, to: span.from };
    }
    const gap = span.from - open.to;
    const before = open.stretches.at(-1);
    if (gap > 0 && before) {
      const paid = gap <= rules.paidUpTo(open.to);
      open.breaks.push({
        from: open.to,
        to: span.from,
        minutes: gap,
        meal: marks.mealStarts.has(open.to),
        deducted: marks.deductedStarts.has(open.to),
        paid,
        workedBefore: open.worked,
      });
      // A short rest is paid like the work that it interrupts.
      if (paid) open.stretches.push({ ...before, from: open.to, to: span.from, paidBreak: true });
      if (paid) open.worked += gap;
    }
    open.stretches.push({ ...span, paidBreak: false });
    open.worked += span.to - span.from;
    open.to = span.to;
  }
  close();
  return shifts;
}

/** The shifts of one day as a single one, with the time between them as breaks. Throws RangeError where there are none. */
export function joined(shifts: readonly Shift[]): Shift {
  const [first, ...rest] = shifts;
  if (!first) throw new RangeError("nothing to join");
  return rest.reduce(
    (all, next): Shift => ({
      from: all.from,
      to: next.to,
      stretches: [...all.stretches, ...next.stretches],
      breaks: [
        ...all.breaks,
        {
          from: all.to,
          to: next.from,
          minutes: next.from - all.to,
          meal: false,
          deducted: false,
          paid: false,
          workedBefore: all.workedMinutes,
        },
        ...next.breaks.map((each) => ({ ...each, workedBefore: each.workedBefore + all.workedMinutes })),
      ],
      workedMinutes: all.workedMinutes + next.workedMinutes,
    }),
    first,
  );
}
