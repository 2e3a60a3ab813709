/** What the counterparty granted, from what is typed. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainCents } from "#shared/money.ts";
import { approvedOf, centsOf, grantedAll, sumOf } from "../../../src-renderer/screens/claims/dialogs/answer.ts";
import { answerOf } from "../../../src-renderer/screens/claims/steps.ts";
import { item } from "./support.ts";

describe("an amount granted", () => {
  const claimed = { claimedCents: 115_000 };
  test.each([
    ["0", 0],
    ["", 0],
    ["1,150.00", 115_000],
    ["$ 700.5", 70_050],
    ["1150", 115_000],
  ])("%j is read", (typed, cents) => expect(centsOf(claimed, typed)).toBe(cents));
  test.each(["1,150.01", "-0.01", "(5.00)", "ten", "1.005", "1.150,00"])("%j is none", (typed) =>
    expect(centsOf(claimed, typed)).toBeUndefined(),
  );
});

describe("an answer", () => {
  const items = [item("a", 10_000), item("b", 5_050)];

  test("begins with everything granted", () => {
    const answer = grantedAll(items, true);
    expect(sumOf(items, answer)).toBe(15_050);
    expect(answerOf(15_050, 15_050)).toBe("approved");
  });

  test("of nothing is a rejection, and keeps the reasons that were typed", () => {
    const before = { a: { typed: "100.00", reason: "Not our van" }, b: { typed: "50.50", reason: "" } };
    const answer = grantedAll(items, false, before);
    expect(sumOf(items, answer)).toBe(0);
    expect(answer.a).toEqual({ typed: "0.00", reason: "Not our van" });
    expect(answerOf(15_050, 0)).toBe("rejected");
  });

  test("of one cent, or of one cent less than all, is a part", () => {
    expect(answerOf(15_050, 1)).toBe("partly approved");
    expect(answerOf(15_050, 15_049)).toBe("partly approved");
  });

  test("has no sum while an amount cannot be granted", () => {
    const answer = { ...grantedAll(items, true), b: { typed: "50.51", reason: "" } };
    expect(sumOf(items, answer)).toBeUndefined();
  });

  test("says to the engine what was typed, cent for cent", () => {
    const amounts = fc.array(
      fc
        .integer({ min: 0, max: 9_999_999 })
        .chain((claimed) =>
          fc.record({ claimed: fc.constant(claimed), granted: fc.integer({ min: 0, max: claimed }) }),
        ),
      { minLength: 1, maxLength: 20 },
    );
    fc.assert(
      fc.property(amounts, (lines) => {
        const all = lines.map(({ claimed }, index) => item(String(index), claimed));
        const answer = Object.fromEntries(
          lines.map(({ granted }, index) => [String(index), { typed: plainCents(granted), reason: " why " }]),
        );
        const said = approvedOf(all, answer);
        expect(said.map(({ cents }) => cents)).toEqual(lines.map(({ granted }) => granted));
        expect(said.every(({ reason }) => reason === "why")).toBe(true);
        expect(sumOf(all, answer)).toBe(lines.reduce((sum, { granted }) => sum + granted, 0));
      }),
    );
  });
});
