/** How claims came out: by counterparty and by check. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Ended, itemOutcomes, outcomesBy } from "#main/claims/outcomes.ts";
import { CLAIM_STATES } from "#shared/contract/claims.ts";

const item = (findingId: string, code: "A01" | "A04", claimedCents: number, approvedCents: number | null) => ({
  findingId,
  code,
  claimedCents,
  approvedCents,
});
const claim = (more: Partial<Ended>): Ended => ({
  counterparty: "Amazon",
  status: "submitted",
  recoveredCents: 0,
  items: [item("f1", "A01", 100, null), item("f2", "A04", 50, null)],
  ...more,
});
const byCheck = (claims: readonly Ended[]) => outcomesBy(claims, ({ code }) => code);

describe("the success rate", () => {
  it("is none as long as nothing was answered", () => {
    expect(byCheck([claim({})]).map(({ outcome }) => outcome.successRate)).toEqual([null, null]);
  });

  it("is money granted per money answered, finding by finding", () => {
    const items = [item("f1", "A01", 100, 75), item("f2", "A04", 50, 0)];
    const rates = byCheck([claim({ status: "partly approved", items })]).map(({ outcome }) => outcome.successRate);
    expect(rates).toEqual([7_500, 0]);
  });

  it("takes money as an answer: paid without a word is granted, closed after a part is granted in part", () => {
    const [paid] = outcomesBy([claim({ status: "paid", recoveredCents: 150 })], () => "all");
    expect(paid?.outcome).toMatchObject({ answeredCents: 150, approvedCents: 150, successRate: 10_000 });
    const [part] = outcomesBy([claim({ status: "closed", recoveredCents: 30 })], () => "all");
    expect(part?.outcome).toMatchObject({ answeredCents: 150, approvedCents: 30, successRate: 2_000 });
    const [nothing] = outcomesBy([claim({ status: "closed" })], () => "all");
    expect(nothing?.outcome).toMatchObject({ answeredCents: 0, successRate: null });
  });

  it("counts a claim once in each group it has a finding in", () => {
    const two = [claim({}), claim({ counterparty: "Element", items: [item("f3", "A01", 10, 10)] })];
    expect(byCheck(two).map(({ key, outcome }) => [key, outcome.claims])).toEqual([
      ["A01", 2],
      ["A04", 1],
    ]);
    expect(outcomesBy(two, (_item, { counterparty }) => counterparty).map(({ key }) => key)).toEqual([
      "Amazon",
      "Element",
    ]);
  });
});

it("shares of what came in sum to what came in, whatever was granted", () => {
  const items = fc.array(
    fc.record({
      claimedCents: fc.integer({ min: 1, max: 99_999 }),
      percent: fc.option(fc.integer({ min: 0, max: 100 })),
    }),
    { minLength: 1, maxLength: 12 },
  );
  fc.assert(
    fc.property(items, fc.constantFrom(...CLAIM_STATES), fc.integer({ min: 0, max: 100 }), (drawn, status, part) => {
      const own = drawn.map(({ claimedCents, percent }, index) =>
        item(`f${index}`, "A01", claimedCents, percent === null ? null : Math.floor((claimedCents * percent) / 100)),
      );
      const due = own.reduce((sum, each) => sum + (each.approvedCents ?? each.claimedCents), 0);
      const recoveredCents = Math.floor((due * part) / 100);
      const outcomes = itemOutcomes(claim({ status, recoveredCents, items: own }));
      expect(outcomes.reduce((sum, each) => sum + each.recoveredCents, 0)).toBe(recoveredCents);
      for (const each of outcomes) expect(each.approvedCents).toBeLessThanOrEqual(each.answeredCents);
    }),
  );
});
