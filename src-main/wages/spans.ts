/** Stretches of time on the clock: their order, and what is left of them without breaks. */
import type { Rate } from "#shared/money.ts";
import type { Instant } from "./clock.ts";
import type { PaidBy } from "./segments.ts";

/** A stretch of time on the clock. */
export interface Span {
  readonly from: Instant;
  readonly to: Instant;
  readonly id: string;
  readonly state: string;
  readonly paidBy: PaidBy;
  readonly rate: Rate | null;
}

/** Orders spans by time, then by what they say, so that the order of rows cannot matter. */
export function inOrder(a: Span, b: Span): number {
  return a.from - b.from || a.to - b.to || better(a, b);
}

/** Which of two spans that share minutes counts (negative: the first): the higher rate, so that a second row never lowers pay. */
export function better(a: Span, b: Span): number {
  return (b.rate ?? Infinity) - (a.rate ?? Infinity) || compare(a.state, b.state) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Time that is taken out. */
export interface Hole {
  readonly from: Instant;
  readonly to: Instant;
}

/** What is left of a span outside of holes. */
export function without(span: Span, holes: readonly Hole[]): Span[] {
  let rest = [span];
  for (const hole of holes) {
    if (hole.to <= span.from || hole.from >= span.to) continue;
    rest = rest.flatMap((part) =>
      [
        { ...part, to: Math.min(part.to, hole.from) },
        { ...part, from: Math.max(part.from, hole.to) },
      ].filter(({ from, to }) => from < to),
    );
  }
  return rest;
}
