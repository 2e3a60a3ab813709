import { describe, expect, test } from "vitest";
import { limitsOf, roundingTest, workRecord } from "#main/wages/index.ts";
import { book, daysOf, POLICY, rate, reckon, row, SUNDAY } from "./support.ts";

const limits = (rows: Parameters<typeof reckon>[0]) => limitsOf(reckon(rows), book.rules.programme);
const breaches = (rows: Parameters<typeof reckon>[0]) =>
  limits(rows).breaches.map(({ limit, date, value }) => `${date} ${limit} ${value}`);

describe("limits of the programme", () => {
  test("twelve hours a day", () => {
    expect(breaches(daysOf([12]))).toEqual([]);
    expect(breaches(daysOf([12 + 1 / 60]))).toEqual(["2026-09-06 hours a day 721"]);
  });

  test("sixty hours in any seven days, also across weeks", () => {
    expect(breaches(daysOf([12, 12, 12, 12, 0, 12]))).toEqual([]);
    expect(breaches(daysOf([12, 12, 12, 12, 0, 12, 1]))).toEqual(["2026-09-12 hours in seven days 3660"]);
    const across = [...daysOf([0, 0, 0, 12, 12, 0, 12]), ...daysOf([12, 12, 1], {}, "2026-09-13")];
    expect(breaches(across).filter((each) => each.includes("seven"))).toEqual(["2026-09-15 hours in seven days 3660"]);
    const apart = [...daysOf([0, 0, 0, 12, 12, 0, 12]), ...daysOf([12, 12, 0, 1], {}, "2026-09-13")];
    expect(breaches(apart)).toEqual([]);
  });

  test("ten hours of rest between the shifts of two days", () => {
    expect(breaches([row(SUNDAY, "12:00-20:00"), row("2026-09-07", "6:00-14:00")])).toEqual([]);
    expect(breaches([row(SUNDAY, "12:00-20:00"), row("2026-09-07", "5:59-14:00")])).toEqual(["2026-09-07 rest 599"]);
    expect(breaches([row(SUNDAY, "20:00-28:00"), row("2026-09-07", "12:00-14:00")])).toEqual(["2026-09-07 rest 480"]);
    expect(breaches([row(SUNDAY, "6:00-10:00"), row(SUNDAY, "15:00-19:00")])).toEqual([]);
  });

  test("five days in a row", () => {
    expect(breaches(daysOf([4, 4, 4, 4, 4]))).toEqual([]);
    expect(breaches(daysOf([4, 4, 4, 0, 4, 4, 4]))).toEqual([]);
    const six = limits(daysOf([4, 4, 4, 4, 4, 4])).breaches;
    expect(six).toEqual([{ limit: "days in a row", date: "2026-09-11", value: 6, allowed: 5, since: SUNDAY }]);
    expect(breaches([...daysOf([0, 0, 0, 0, 4, 4, 4]), ...daysOf([4, 4, 4], {}, "2026-09-13")])).toEqual([
      "2026-09-15 days in a row 6",
    ]);
  });

  test("a night shift is one day's work", () => {
    expect(breaches(["06", "07", "08", "09", "10"].map((day) => row(`2026-09-${day}`, "20:00-28:00")))).toEqual([]);
  });

  test("what is known is certain, what is not is said", () => {
    const rows = [row(SUNDAY, "6:00-18:30"), row("2026-09-07", "9:00-"), row("2026-09-15", "9:00-10:00")];
    expect(breaches(rows)).toEqual(["2026-09-06 hours a day 750"]);
    expect(limits(rows).unknown).toEqual(["2026-09-07"]);
    expect(limits([...rows, row("2026-09-08", "9:00-10:00")]).unknown).toEqual(["2026-09-07", "2026-09-08"]);
  });

  test("a day with an open punch was worked, a day without a timecard is not known to be", () => {
    const open = daysOf([4, 4, 4, 0, 4, 4]);
    expect(breaches([...open, row("2026-09-09", "9:00-")])).toEqual(["2026-09-11 days in a row 6"]);
    const record = workRecord(open, POLICY, book, [{ date: "2026-09-09", reason: "no timecard", id: null }]);
    expect(limitsOf(record, book.rules.programme).breaches).toEqual([]);
  });
});

describe("rounding of punches", () => {
  const federal = book.on("TN", SUNDAY).punchRounding;
  const californian = book.on("CA", SUNDAY).punchRounding;
  if (!federal || !californian) throw new Error("no rule");
  const times = (...differences: readonly number[]) =>
    differences.map((each) => ({ actualMinutes: 480, paidMinutes: 480 + each }));

  test("sums what was lost and gained", () => {
    expect(roundingTest(times(-7, 7, 0, -3, 4), 15, rate(20), federal)).toMatchObject({
      netMinutes: 1,
      lostMinutes: 10,
      gainedMinutes: 11,
      lost: 2,
      gained: 2,
      exact: 1,
      verdict: "neutral",
      cents: 33,
      rule: { citation: "29 CFR 785.48(b)" },
    });
  });

  test("always in one direction is one-sided, from five times on", () => {
    expect(roundingTest(times(-3, -2, -1, -3), 15, null, federal).verdict).toBe("too few");
    expect(roundingTest(times(-3, -2, -1, -3, -1), 15, null, federal)).toMatchObject({
      verdict: "against",
      cents: null,
    });
    expect(roundingTest(times(3, 2, 1, 3, 1), 15, null, federal).verdict).toBe("for");
    expect(roundingTest(times(-3, 0, -1, 0, -1), 15, null, federal).verdict).toBe("neutral");
    expect(roundingTest(times(0, 0, 0, 0, 0), 15, null, federal).verdict).toBe("neutral");
  });

  test("in both directions it is one-sided where chance does not explain the sum", () => {
    const usual = Array.from({ length: 20 }, (_, index) => (index % 4 === 0 ? 3 : -6));
    expect(roundingTest(times(...usual), 15, null, federal)).toMatchObject({ netMinutes: -75, verdict: "against" });
    const milder = Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? 3 : -6));
    expect(roundingTest(times(...milder), 15, null, federal)).toMatchObject({ netMinutes: -30, verdict: "neutral" });
  });

  test("meals may not be rounded in California", () => {
    const meal = [
      { actualMinutes: 28, paidMinutes: 30, meal: true },
      { actualMinutes: 30, paidMinutes: 30, meal: true },
    ];
    expect(roundingTest(meal, 15, null, californian).mealsRounded).toBe(1);
    expect(roundingTest(meal, 15, null, federal).mealsRounded).toBe(0);
  });
});
