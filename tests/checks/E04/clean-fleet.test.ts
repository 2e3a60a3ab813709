/** A year of a fleet billed without a mistake stays silent, and one mistake raises the sum by exactly itself. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { CHECKS } from "#main/reconcile/catalogue.ts";
import { isClaimable } from "#shared/catalogue.ts";
import { fleetDocuments, type LeasedFleet, leasedFleet, type PrintedLine } from "../../support/leased-fleet.ts";
import { reconcile } from "../../support/workbench.ts";

const MONTHLY = CHECKS.filter((check) => check.cadence === "month");
const findings = (fleet: LeasedFleet) => reconcile(fleetDocuments(fleet), MONTHLY).flatMap((result) => result.findings);
const claimed = (fleet: LeasedFleet) =>
  findings(fleet).reduce((sum, each) => sum + (isClaimable(each.direction) ? (each.amountCents ?? 0) : 0), 0);

it("120 vans of three lessors over twelve months give no finding with an amount", () => {
  const results = reconcile(fleetDocuments(leasedFleet(11, 120, "2026-01", 12)), MONTHLY);
  expect(results.flatMap((result) => result.crashes)).toEqual([]);
  const withAmount = results.flatMap((result) => result.findings).filter((each) => each.amountCents !== null);
  expect(withAmount.map(({ code, period, values }) => `${code} ${period} ${values.sentence}`)).toEqual([]);
  for (const code of ["E04", "E19"]) {
    const outcomes = results.flatMap((result) => result.outcomes).filter((each) => each.code === code);
    expect([code, ...new Set(outcomes.map(({ outcome }) => outcome))]).toEqual([code, "agrees"]);
  }
}, 60_000);

it("a total that asks for more than the lines raises the claims by exactly as much", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_000 }),
      fc.nat(),
      fc.integer({ min: 101, max: 90_000 }),
      (seed, at, wrong) => {
        const fleet = leasedFleet(seed, 9, "2026-01", 3);
        const keys = [...fleet.invoices.keys()];
        fleet.wrongTotals.set(keys[at % keys.length] ?? "", wrong);
        expect(claimed(fleet)).toBe(wrong);
      },
    ),
    { numRuns: 12 },
  );
}, 60_000);

/** Mistakes of a lessor, each with what it costs. `null` where the line is no place for it. */
const MISTAKES: Record<string, (line: PrintedLine, lines: PrintedLine[]) => number | null> = {
  "rent too high": (line) => {
    if (line.code !== "RENT") return null;
    const tax = line.taxCents;
    line.cents += 4_700;
    line.taxCents = Math.round((line.cents * line.van.lessor.taxRate) / 10_000);
    return 4_700 + line.taxCents - tax;
  },
  "tax too high": (line) => {
    if (line.taxCents === 0) return null;
    line.taxCents += 333;
    return 333;
  },
  "fee above its cap": (line) => {
    if (line.code !== "MGMT_FEE" || line.taxCents > 0) return null;
    line.cents += 251;
    return 251;
  },
  "billed again": (line, lines) => {
    if (line.code === "TOLL") return null;
    lines.push({ ...line });
    return line.cents + line.taxCents;
  },
};

it("a mistake raises the sum of the claims by exactly what it costs", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_000 }),
      fc.constantFrom(...Object.keys(MISTAKES)),
      fc.nat(),
      (seed, name, at) => {
        const fleet = leasedFleet(seed, 9, "2026-01", 3);
        expect(claimed(fleet)).toBe(0);
        const lists = [...fleet.invoices.values()];
        const places = lists.flatMap((lines) => lines.map((line) => ({ line, lines })));
        const turned = [...places.slice(at % places.length), ...places.slice(0, at % places.length)];
        let cost: number | null = null;
        for (const { line, lines } of turned) {
          cost = MISTAKES[name]?.(line, lines) ?? null;
          if (cost !== null) break;
        }
        expect(claimed(fleet)).toBe(cost ?? 0);
      },
    ),
    { numRuns: 24 },
  );
}, 120_000);
