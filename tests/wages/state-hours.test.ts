import { describe, expect, test } from "vitest";
import { overtimeOnBonus, parseWageRules, ruleBook, workRecord } from "#main/wages/index.ts";
import { book, classes, daysOf, onlyWeek, POLICY, pay, rate, reckon, row, SUNDAY, total, weekOf } from "./support.ts";

const CA = { state: "CA" };

describe("weekly overtime", () => {
  test.each([
    [
      [9, 9, 9, 9, 9],
      ["9/0/0", "9/0/0", "9/0/0", "9/0/0", "4/5/0"],
    ],
    [
      [5, 8, 11, 0, 9, 12, 5],
      ["5/0/0", "8/0/0", "11/0/0", "9/0/0", "7/5/0", "0/5/0"],
    ],
    [
      [10, 10, 10, 10, 10],
      ["10/0/0", "10/0/0", "10/0/0", "10/0/0", "0/10/0"],
    ],
  ])("falls on the last hours of the week: %j", (hours, expected) => {
    expect(classes(daysOf(hours))).toEqual(expected);
  });

  test("weeks are never averaged", () => {
    const { weeks } = reckon([
      ...daysOf([9, 9, 9, 9, 9], { state: "CO" }),
      ...daysOf([7, 7, 7, 7, 7], { state: "CO" }, "2026-09-13"),
    ]);
    expect(weeks.map(({ minutes }) => [minutes?.regular, minutes?.overtime])).toEqual([
      [2400, 300],
      [2100, 0],
    ]);
  });
});

describe("California", () => {
  test.each([
    [[8], "8/0/0"],
    [[8 + 1 / 60], `8/${1 / 60}/0`],
    [[12], "8/4/0"],
    [[12 + 1 / 60], `8/4/${1 / 60}`],
    [[13], "8/4/1"],
    [[14], "8/4/2"],
    [[10, 8, 8, 8, 8], "40/2/0"],
    [[9, 9, 9, 9, 9, 9], "40/14/0"],
    [[8, 8, 8, 8, 8, 8, 8], "40/16/0"],
    [[8, 8, 8, 8, 8, 8, 10], "40/16/2"],
    [[4, 4, 4, 4, 4, 4, 10], "24/8/2"],
    [[4, 4, 4, 0, 4, 4, 10], "28/2/0"],
  ])("%j", (hours, expected) => {
    expect(total(daysOf(hours, CA))).toBe(expected);
  });

  test("the seventh day by itself: eight at one and a half, the rest twice", () => {
    expect(classes(daysOf([8, 8, 8, 8, 8, 8, 10], CA)).at(-1)).toBe("0/8/2");
    const reasons = onlyWeek(daysOf([8, 8, 8, 8, 8, 8, 10], CA))
      .days.at(-1)
      ?.parts.map((part) => [part.percent, part.rule?.id]);
    expect(reasons).toEqual([
      [150, "ca-seventh-day"],
      [200, "ca-seventh-day"],
    ]);
  });

  test("the seventh day is the last one of the workweek, not any seventh in a row", () => {
    const policy = { ...POLICY, weekStartsOn: 3 };
    const { weeks } = reckon(daysOf([4, 4, 4, 4, 4, 4, 4], CA), policy);
    expect(weeks.map((week) => [week.start, week.minutes?.overtime])).toEqual([
      ["2026-09-02", 0],
      ["2026-09-09", 0],
    ]);
  });

  test("daily limits alone, as a rule of one's own: rules are data", () => {
    const [eight, twelve] = ["ca-daily-overtime", "ca-daily-double-time"].map((id) => {
      const rule = book.rules.rules.find((each) => each.id === id);
      if (!rule) throw new Error(id);
      return { ...rule, id: `zz-${id}`, state: "ZZ" };
    });
    const own = ruleBook(parseWageRules({ ...book.rules, rules: [...book.rules.rules, eight, twelve] }));
    const { weeks } = workRecord(daysOf([9, 12, 14, 5, 7, 6, 13], { state: "ZZ" }), POLICY, own);
    expect(weeks[0]?.days.map(({ minutes }) => (minutes?.regular ?? Number.NaN) / 60)).toEqual([8, 8, 8, 5, 7, 4, 0]);
    expect(weeks[0]?.days.map(({ minutes }) => minutes?.doubleTime)).toEqual([0, 0, 120, 0, 0, 0, 60]);
  });

  test("12.5 h at 20.00 are 300.00", () => {
    const result = pay(daysOf([12.5], CA));
    expect(result.totalCents).toBe(30000);
    expect(result.lines.map(({ what, cents }) => [what, cents])).toEqual([
      ["hourly pay", 25000],
      ["overtime", 4000],
      ["double time", 1000],
    ]);
    expect(result.confirmed).toBe(true);
  });

  test("40 regular, 8 overtime, 2 double-time hours at 20.00 are 1,120.00", () => {
    const exact = pay(daysOf([14, 12, 8, 8, 8], CA));
    expect([exact.straightCents, exact.overtimeCents, exact.totalCents]).toEqual([100000, 12000, 112000]);
  });

  test("a flat sum is divided by straight-time hours and paid at one and a half; not confirmed", () => {
    const bonuses = [{ id: "b", kind: "flat sum" as const, cents: 4000 }];
    const result = pay(daysOf([10, 10, 10, 10, 10], CA), { bonuses });
    const extra = result.lines.find((each) => each.what === "overtime on bonus");
    expect([extra?.cents, extra?.formula]).toEqual([1500, "10 h x 1.5 x 40.00 / 40 h = 15.00"]);
    expect(result.regularRate?.cents).toBe(2000);
    expect([result.overtimeCents, result.confirmed]).toEqual([11500, false]);
    expect(result.rounding.overtimeCents.once).toBe(11500);
    const dart = pay(weekOf(46, { ...CA, rate: rate(10) }), { bonuses: [{ id: "b", kind: "flat sum", cents: 1500 }] });
    expect(dart.overtimeCents).toBe(3000 + 338);
  });

  test("and twice for double time; a production bonus goes the federal way", () => {
    const week = onlyWeek(daysOf([14, 8, 8, 8, 8], CA));
    expect(overtimeOnBonus(week, { kind: "flat sum", cents: 4000 }, book)?.cents).toBe(600 + 400);
    expect(overtimeOnBonus(week, { kind: "production", cents: 4600 }, book)?.cents).toBe(200 + 200);
  });
});

describe("other states", () => {
  test("Alaska: beyond eight hours a day, confirmed", () => {
    expect(total(daysOf([8, 10], { state: "AK" }))).toBe("16/2/0");
    expect(pay(daysOf([10], { state: "AK" })).confirmed).toBe(true);
  });

  test("Colorado: beyond twelve hours a day, or twelve in a row over midnight", () => {
    expect(total(daysOf([12], { state: "CO" }))).toBe("12/0/0");
    expect(total(daysOf([13], { state: "CO" }))).toBe("12/1/0");
    const night = onlyWeek([row(SUNDAY, "18:00-32:00", { state: "CO" })]);
    expect(night.minutes).toEqual({ worked: 840, regular: 720, overtime: 120, doubleTime: 0 });
    expect(night.rules.map((rule) => [rule.id, rule.confirmed])).toEqual([["co-consecutive-overtime", false]]);
    expect(total([row(SUNDAY, "6:00-12:00", { state: "CO" }), row(SUNDAY, "18:00-24:00", { state: "CO" })])).toBe(
      "12/0/0",
    );
  });

  test("Colorado: 52 h in four days are 12 h of overtime, not 16", () => {
    expect(total(daysOf([13, 13, 13, 13], { state: "CO" }))).toBe("40/12/0");
  });

  test("Nevada: beyond eight hours only below 18.00, from July 2024 on", () => {
    expect(total(daysOf([10], { state: "NV", rate: 179_999 }))).toBe("8/2/0");
    expect(total(daysOf([10], { state: "NV", rate: 180_000 }))).toBe("10/0/0");
    expect(total(daysOf([8], { state: "NV", rate: 100_000 }))).toBe("8/0/0");
    expect(total(daysOf([10], { state: "NV", rate: null }))).toBe("unknown");
    expect(total(daysOf([8], { state: "NV", rate: null }))).toBe("8/0/0");
    expect(total([row("2024-06-30", "6:00-16:00", { state: "NV", rate: rate(15) })])).toBe("10/0/0");
    expect(total([row("2024-07-01", "6:00-16:00", { state: "NV", rate: rate(15) })])).toBe("8/2/0");
  });

  test("Nevada: the average of the day's rates decides", () => {
    const half = (late: number) => [
      row(SUNDAY, "6:00-11:00", { state: "NV", rate: rate(16) }),
      row(SUNDAY, "11:00-16:00", { state: "NV", rate: rate(late) }),
    ];
    expect(total(half(19.99))).toBe("8/2/0");
    expect(total(half(20))).toBe("10/0/0");
  });

  test("Kentucky: the seventh day at one and a half, unless the week has 40 h or less", () => {
    expect(classes(daysOf([6, 6, 6, 6, 6, 6, 5], { state: "KY" })).at(-1)).toBe("0/5/0");
    expect(classes(daysOf([6, 6, 6, 6, 6, 6, 4], { state: "KY" })).at(-1)).toBe("4/0/0");
    expect(total(daysOf([7, 7, 7, 7, 7, 7, 7], { state: "KY" }))).toBe("40/9/0");
    expect(total(daysOf([7, 7, 7, 0, 7, 7, 7], { state: "KY" }))).toBe("40/2/0");
  });

  test("a state without a rule of its own has the federal one", () => {
    for (const state of ["TN", "TX", "FL", "ZZ", "wa"]) expect(total(daysOf([13, 13, 13], { state }))).toBe("39/0/0");
  });

  test("where it was worked decides, day by day, also on one day in two states", () => {
    expect(classes([...daysOf([10], CA), ...daysOf([0, 10], { state: "TX" })])).toEqual(["8/2/0", "10/0/0"]);
    const both = onlyWeek([row(SUNDAY, "6:00-9:00", { state: "NV" }), row(SUNDAY, "9:00-16:00", CA)]).days[0];
    expect([both?.state, both?.states, both?.minutes?.overtime]).toEqual(["CA", ["CA", "NV"], 120]);
  });
});
