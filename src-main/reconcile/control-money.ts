/** One invoice of the control sheet: what was paid, what should have been, and how far that is known. Pure. */
import {
  CATALOGUE,
  type CheckCode,
  type Direction,
  type DocumentKind,
  type Family,
  familyOf,
} from "#shared/catalogue.ts";
import type { Cents } from "#shared/money.ts";
import type { Outcome } from "./run.ts";

/** How far the figures of one invoice can be trusted. `none`: nothing of the sort exists in the week. */
export type ControlState = "verified" | "in part" | "not verified" | "none";

/** One invoice of a week. Null where it cannot be said. */
export interface ControlMoney {
  readonly paidCents: Cents | null;
  readonly expectedCents: Cents | null;
  readonly differenceCents: Cents | null;
  /** Some of the difference rests on an estimate. */
  readonly estimated: boolean;
  readonly state: ControlState;
  /** What was absent or incomplete where it is not verified. */
  readonly missing: readonly DocumentKind[];
}

/** What a check said of the week. */
export interface ControlOutcome {
  readonly code: CheckCode;
  readonly outcome: Outcome;
  readonly missing: readonly DocumentKind[];
}

/** A finding of the week that was not dismissed. */
export interface ControlFinding {
  readonly code: CheckCode;
  readonly direction: Direction;
  readonly amountCents: Cents | null;
  readonly estimated: boolean;
}

/** One invoice against the findings of its family that carry money. */
export function controlMoney(
  family: Family,
  totals: readonly (Cents | null)[],
  input: { readonly outcomes: readonly ControlOutcome[]; readonly findings: readonly ControlFinding[] },
): ControlMoney {
  const outcomes = input.outcomes.filter(
    ({ code }) => familyOf(code) === family && CATALOGUE[code].direction !== "watch",
  );
  const findings = input.findings.filter(({ code, direction }) => familyOf(code) === family && direction !== "watch");
  const carried = findings.filter(({ amountCents }) => amountCents !== null);
  const difference = carried.reduce((sum, finding) => sum + signed(finding), 0);
  const open = outcomes.filter(({ outcome, missing }) => outcome === "cannot-verify" || missing.length > 0);
  const missing = [...new Set(open.flatMap((each) => each.missing))].sort();
  const readable = totals.every((total) => total !== null);
  const paidCents = totals.length > 0 && readable ? totals.reduce((sum: Cents, total) => sum + (total ?? 0), 0) : null;
  const estimated = carried.some((finding) => finding.estimated);
  // A difference nobody can price is no agreement either.
  const unpriced = carried.length < findings.length;
  const isOpen = outcomes.length === 0 || open.length > 0 || unpriced || (totals.length > 0 && !readable);
  if (carried.length > 0 && (paidCents !== null || totals.length === 0)) {
    const state = isOpen ? "in part" : "verified";
    const expectedCents = (paidCents ?? 0) + difference;
    return { paidCents, expectedCents, differenceCents: difference, estimated, state, missing };
  }
  const unknown = { expectedCents: null, differenceCents: null, estimated: false, missing };
  if (isOpen) return { ...unknown, paidCents, state: "not verified" };
  if (paidCents === null) return { ...unknown, paidCents, state: "none" };
  return { paidCents, expectedCents: paidCents, differenceCents: 0, estimated: false, state: "verified", missing };
}

/** What may be taken back lowers what was to be expected. */
function signed({ direction, amountCents }: ControlFinding): Cents {
  if (amountCents === null) return 0;
  return direction === "exposure" ? -amountCents : amountCents;
}
