import { describe, expect, test } from "vitest";
import { apportionBonus, overtimeOnBonus, payWeek } from "#main/wages/index.ts";
import { book, daysOf, onlyWeek, pay, rate, row, SUNDAY, weekOf } from "./support.ts";

const line = (result: ReturnType<typeof pay>, what: string) => result.lines.find((each) => each.what === what);

describe("hourly pay and bonuses (29 CFR 778.110)", () => {
  test.each([
    [12, 46, undefined, 1200, 3600, 58800],
    [12, 46, 4600, 1300, 3900, 63700],
    [6, 46, undefined, 600, 1800, 29400],
    [6, 46, 920, 620, 1860, 30380],
    [20, 45, undefined, 2000, 5000, 95000],
  ])("%d an hour, %d h, bonus %s", (hourly, hours, bonus, regular, overtime, total) => {
    const bonuses = bonus === undefined ? [] : [{ id: "b", kind: "production" as const, cents: bonus }];
    const result = pay(weekOf(hours, { rate: rate(hourly) }), { bonuses });
    expect(result.regularRate?.cents).toBe(regular);
    expect(result.overtimeCents).toBe(overtime);
    expect(result.totalCents).toBe(total);
    expect(result.confirmed).toBe(true);
  });

  test("shows its formulas, terms and citations", () => {
    const result = pay(weekOf(46, { rate: rate(12) }), { bonuses: [{ id: "b", kind: "production", cents: 4600 }] });
    expect(result.regularRate?.formula).toBe("(552.00 + 46.00) / 46 h = 13.00");
    expect(result.lines.map((each) => [each.what, each.formula, each.rules.map((rule) => rule.citation)])).toEqual([
      ["hourly pay", "46 h x 12.00 = 552.00", ["29 CFR 778.110(a)"]],
      ["bonus", "46.00", ["29 CFR 778.110(b), 778.208"]],
      ["overtime", "6 h x 0.5 x 13.00 = 39.00", ["29 CFR 778.101, 778.104"]],
    ]);
    expect(line(result, "overtime")?.terms).toEqual([
      { label: "overtime", value: 360, unit: "minutes" },
      { label: "beyond straight time", value: 50, unit: "percent" },
      { label: "regular rate", value: 130_000, unit: "rate" },
    ]);
    expect(result.overtimeStraightCents).toBe(7200);
  });

  test("no overtime at 40 hours, a minute of it beyond", () => {
    expect(pay(weekOf(40)).overtimeCents).toBe(0);
    expect(pay(weekOf(40 + 1 / 60)).overtimeCents).toBe(17);
  });

  test("a discretionary bonus is paid and stays out of the rate", () => {
    const result = pay(weekOf(46, { rate: rate(12) }), { bonuses: [{ id: "b", kind: "discretionary", cents: 4600 }] });
    expect([result.regularRate?.cents, result.totalCents]).toEqual([1200, 63400]);
  });

  test("a percentage of total pay has its overtime in it", () => {
    const result = pay(weekOf(46, { rate: rate(12) }), {
      bonuses: [{ id: "b", kind: "percentage of total pay", basisPoints: 1000 }],
    });
    expect([result.regularRate?.cents, line(result, "bonus")?.cents, result.totalCents]).toEqual([1200, 5880, 64680]);
    expect(line(result, "bonus")?.formula).toBe("10 % x 588.00 = 58.80");
  });
});

describe("piece rates, day rates, salaries", () => {
  test("778.111(a): piece earnings and waiting time", () => {
    const piece = daysOf([10, 10, 10, 10, 6], { paidBy: "piece", rate: null });
    const waiting = daysOf([0, 0, 0, 0, 0, 4], { rate: rate(8) });
    const result = pay([...piece, ...waiting], { piece: { cents: 49100 } });
    expect(result.straightCents).toBe(52300);
    expect(result.regularRate?.cents).toBe(1046);
    expect([result.overtimeCents, result.totalCents]).toEqual([5230, 57530]);
    expect(result.overtimeStraightCents).toBeNull();
  });

  test("778.111(b): an hourly guarantee that exceeds the pieces", () => {
    const piece = weekOf(46, { paidBy: "piece", rate: null });
    const result = pay(piece, { piece: { cents: 49100, guarantee: rate(11) } });
    expect([result.straightCents, result.regularRate?.cents, result.totalCents]).toEqual([50600, 1100, 53900]);
    const more = pay(piece, { piece: { cents: 60000, guarantee: rate(11) } });
    expect(more.straightCents).toBe(60000);
  });

  test("pieces alone equal the hourly pay they come to", () => {
    const result = pay(weekOf(50, { paidBy: "piece", rate: null }), { piece: { cents: 60000 } });
    expect([result.regularRate?.cents, result.totalCents]).toEqual([1200, 66000]);
  });

  test("pieces and hours mixed", () => {
    const result = pay([...daysOf([6], { paidBy: "piece", rate: null }), ...daysOf([0, 2], { rate: rate(16) })], {
      piece: { cents: 13500 },
    });
    expect([result.straightCents, result.regularRate?.cents]).toEqual([16700, 2088]);
  });

  test("778.112: five day rates", () => {
    const result = pay(daysOf([10, 10, 10, 10, 10], { paidBy: "day", rate: null }), {
      dayRates: [20000, 20000, 20000, 20000, 20000],
    });
    expect([result.regularRate?.cents, result.totalCents]).toEqual([2000, 110000]);
  });

  test.each([
    ["a week of 35 h", 18270, "week", 35, 35, 522, 18270],
    ["36 to 40 h of it at the same rate", 18270, "week", 35, 38, 522, 19836],
    ["beyond 40 h at one and a half", 18270, "week", 35, 42, 522, 22446],
    ["less work, the same salary", 18270, "week", 35, 30, 522, 18270],
    ["a week of 40 h", 22080, "week", 40, 40, 552, 22080],
    ["a month of 40 h a week", 104000, "month", 40, 40, 600, 24000],
    ["1,560 a month", 156000, "month", 40, 40, 900, 36000],
  ] as const)("778.113: %s", (_, cents, per, forHours, hours, regular, total) => {
    const result = pay(weekOf(hours, { paidBy: "salary", rate: null }), {
      salary: { kind: "fixed", cents, per, forMinutes: forHours * 60 },
    });
    expect([result.regularRate?.cents, result.totalCents]).toEqual([regular, total]);
  });

  test.each([
    [37.5, 60000],
    [44, 62728],
    [50, 66000],
    [48, 65000],
  ])("778.114: 600.00 for fluctuating hours, %d h", (hours, total) => {
    const result = pay(weekOf(hours, { paidBy: "salary", rate: null }), {
      salary: { kind: "fluctuating", cents: 60000 },
    });
    expect(result.totalCents).toBe(total);
    expect(result.rounding.order).toBe("half rate");
    expect(result.rounding.why).toContain("778.114");
  });

  test("what pays for the hours must be there, else the pay is unknown", () => {
    const week = onlyWeek([
      ...daysOf([8], { rate: null }),
      ...daysOf([0, 8], { paidBy: "piece", rate: null }),
      ...daysOf([0, 0, 8], { paidBy: "day", rate: null }),
      ...daysOf([0, 0, 0, 8], { paidBy: "salary", rate: null }),
    ]);
    expect(payWeek(week, {}, book)).toEqual({
      known: false,
      reasons: ["an hourly rate", "the day rates", "the piece earnings", "the salary"].map(
        (each) => `${each} is not known`,
      ),
    });
  });
});

describe("several rates and differentials", () => {
  test("778.115: the weighted average", () => {
    const result = pay([...daysOf([10, 10, 10], { rate: rate(20) }), ...daysOf([0, 0, 0, 10, 5], { rate: rate(18) })]);
    expect([result.regularRate?.rate, result.totalCents]).toEqual([193_333, 91833]);
    expect(line(result, "hourly pay")?.formula).toBe("15 h x 18.00 + 30 h x 20.00 = 870.00");
  });

  test("24 h at 15.00 and 20 h at 18.00", () => {
    const result = pay([...daysOf([8, 8, 8], { rate: rate(15) }), ...daysOf([0, 0, 0, 8, 8, 4], { rate: rate(18) })]);
    expect(result.straightCents).toBe(72000);
    expect([result.regularRate?.rate, result.overtimeCents, result.totalCents]).toEqual([163_636, 3273, 75273]);
  });

  test("a shift differential is part of the rate", () => {
    const result = pay(daysOf([12, 12, 12, 12], { rate: rate(30), differential: rate(5) }));
    expect([result.regularRate?.cents, result.totalCents]).toEqual([3500, 182000]);
  });
});

describe("what is no part of the rate", () => {
  test.each([
    [12, 9600, 76800],
    [5, 4000, 32000],
  ])("778.205: extra pay for Sunday and a holiday is credited (%d an hour)", (hourly, extra, total) => {
    const result = pay(daysOf([8, 8, 8, 8, 8, 8, 8], { rate: rate(hourly) }), { extraForDaysCents: extra });
    expect(result.overtimeCents).toBe(extra);
    expect(line(result, "credit for extra pay")?.cents).toBe(-extra);
    expect([result.regularRate?.cents, result.totalCents]).toEqual([hourly * 100, total]);
  });

  test("a credit is never more than the overtime", () => {
    const result = pay(weekOf(41, { rate: rate(12) }), { extraForDaysCents: 9600 });
    expect([result.overtimeCents, result.totalCents]).toEqual([600, 49200 + 9600]);
  });

  test.each([
    [12, 57600, 123600, 6000],
    [5, 24000, 51500, 2500],
  ])("778.219: vacation neither counts nor is credited (%d an hour)", (hourly, vacation, total, overtime) => {
    const result = pay(weekOf(50, { rate: rate(hourly) }), { notForWorkCents: vacation });
    expect([result.straightCents, result.overtimeCents, result.totalCents]).toEqual([hourly * 5000, overtime, total]);
  });
});

describe("bonuses of other periods", () => {
  test("778.209: a bonus for several weeks goes back to them, equally or by the hour", () => {
    const weeks = [50, 40, 46].map((worked, index) => ({
      start: `2026-09-${6 + 7 * index}`,
      minutes: { worked: worked * 60 },
    }));
    expect(apportionBonus(10000, weeks, "week", book)?.map((each) => each.cents)).toEqual([3333, 3334, 3333]);
    expect(apportionBonus(13600, weeks, "hour", book)?.map((each) => each.cents)).toEqual([5000, 4000, 4600]);
    expect(apportionBonus(13600, weeks, "hour", book)?.[0]?.rule.citation).toBe("29 CFR 778.209");
    expect(apportionBonus(100, [{ start: SUNDAY, minutes: null }], "hour", book)).toBeNull();
    expect(apportionBonus(100, [{ start: SUNDAY, minutes: { worked: 0 } }], "hour", book)).toBeNull();
    expect(apportionBonus(100, [{ start: SUNDAY, minutes: null }], "week", book)?.[0]?.cents).toBe(100);
  });

  test("and adds overtime hours x (share / hours) / 2", () => {
    const extra = overtimeOnBonus(onlyWeek(weekOf(50)), { kind: "production", cents: 5000 }, book);
    expect([extra?.cents, extra?.formula]).toEqual([500, "10 h x 0.5 x 50.00 / 50 h = 5.00"]);
    expect(overtimeOnBonus(onlyWeek(weekOf(40)), { kind: "flat sum", cents: 5000 }, book)?.formula).toBe(
      "no overtime = 0.00",
    );
  });

  test("778.120: a month's commission falls to the week with 12 / 52", () => {
    const extra = overtimeOnBonus(
      onlyWeek(weekOf(48)),
      { kind: "production", cents: 26000, share: { of: 12, parts: 52 } },
      book,
    );
    expect(extra?.cents).toBe(500);
    expect(extra?.formula).toBe("8 h x 0.5 x 260.00 x 12 / 52 / 48 h = 5.00");
  });

  test("is not known where the hours are not", () => {
    const week = onlyWeek([row(SUNDAY, "8:00-")]);
    expect(overtimeOnBonus(week, { kind: "production", cents: 5000 }, book)).toBeNull();
  });
});

describe("figures that depend on the order of rounding", () => {
  test("48 h at 9.00 with a bonus of 10.00: five cents between the orders", () => {
    const bonuses = [{ id: "b", kind: "production" as const, cents: 1000 }];
    const result = pay(weekOf(48, { rate: rate(9) }), { bonuses });
    expect(result.regularRate?.cents).toBe(921);
    expect(result.rounding.order).toBe("once");
    expect(result.rounding.overtimeCents).toEqual({ once: 3683, "half rate": 3680, "every step": 3688 });
    const stepwise = pay(weekOf(48, { rate: rate(9) }), { bonuses }, "every step");
    expect(stepwise.overtimeCents).toBe(3688);
    expect(line(stepwise, "overtime")?.formula).toBe("8 h x 4.61 (0.5 x 9.21, rounded to the cent) = 36.88");
    const half = pay(weekOf(48, { rate: rate(9) }), { bonuses }, "half rate");
    expect(line(half, "overtime")?.formula).toBe("8 h x 4.60 (0.5 x 9.2083, rounded to the cent) = 36.80");
  });

  test("30 h at 20.00 and 12 h at 21.00", () => {
    const result = pay([
      ...daysOf([8, 8, 8, 6], { rate: rate(20) }),
      ...daysOf([0, 0, 0, 0, 8, 4], { rate: rate(21) }),
    ]);
    expect([result.straightCents, result.regularRate?.cents]).toEqual([85200, 2029]);
    expect(result.rounding.overtimeCents).toEqual({ once: 2029, "half rate": 2028, "every step": 2030 });
  });

  test("the old federal rate of a flat sum: 46 h at 10.00 and 15.00", () => {
    const result = pay(weekOf(46, { rate: rate(10) }), { bonuses: [{ id: "b", kind: "flat sum", cents: 1500 }] });
    expect(result.regularRate?.cents).toBe(1033);
  });
});
