import { describe, expect, test } from "vitest";
import { payWeek, wallAt, workRecord } from "#main/wages/index.ts";
import { book, classes, daysOf, onlyWeek, POLICY, pay, rate, reckon, row, SUNDAY, total, ZONE } from "./support.ts";

const MONDAY = "2026-09-07";
const CA = { state: "CA" };
const firstDay = (...args: Parameters<typeof onlyWeek>) => {
  const [day] = onlyWeek(...args).days;
  if (!day) throw new Error("no day");
  return day;
};

describe("workdays and workweeks", () => {
  test("a night's minutes belong to the days that hold them", () => {
    expect(classes([row(SUNDAY, "18:00-28:00", CA)])).toEqual(["6/0/0", "4/0/0"]);
  });

  test("a workday can begin at another hour, or be the shift", () => {
    expect(classes([row(SUNDAY, "18:00-28:00", CA)], { ...POLICY, dayStartsAt: 300 })).toEqual(["8/2/0"]);
    expect(classes([row(SUNDAY, "18:00-28:00", CA)], { ...POLICY, daysBy: "shift" })).toEqual(["8/2/0"]);
  });

  test("splitting a shift at midnight then changes nothing", () => {
    const split = [row(SUNDAY, "18:00-24:00", CA), row(MONDAY, "0:00-4:00", CA)];
    expect(classes(split, { ...POLICY, dayStartsAt: 300 })).toEqual(["8/2/0"]);
    expect(classes(split, { ...POLICY, daysBy: "shift" })).toEqual(["8/2/0"]);
  });

  test("a workday that begins early ends early too", () => {
    const policy = { ...POLICY, dayStartsAt: 300 };
    expect(firstDay([row(MONDAY, "4:59-5:00")], policy).date).toBe(SUNDAY);
    expect(firstDay([row(MONDAY, "5:00-5:01")], policy).date).toBe(MONDAY);
  });

  test("a workweek begins on its weekday at its hour and cuts a shift in two", () => {
    const saturdayNight = [...daysOf([0, 8, 8, 8, 8, 8]), row("2026-09-12", "20:00-28:00")];
    expect(
      reckon(saturdayNight).weeks.map(({ start, minutes }) => [start, minutes?.regular, minutes?.overtime]),
    ).toEqual([
      ["2026-09-06", 2400, 240],
      ["2026-09-13", 240, 0],
    ]);
    const policy = { ...POLICY, dayStartsAt: 300 };
    expect(reckon(saturdayNight, policy).weeks.map(({ minutes }) => minutes?.overtime)).toEqual([480]);
    const monday = { ...POLICY, weekStartsOn: 1 };
    expect(onlyWeek([row(SUNDAY, "8:00-9:00")], monday).start).toBe("2026-08-31");
    expect(onlyWeek([row(MONDAY, "8:00-9:00")], monday).start).toBe(MONDAY);
  });

  test("a day of several stations is one day", () => {
    const parts = [
      row(SUNDAY, "6:00-10:00", { id: "DXA4", state: "TN" }),
      row(SUNDAY, "16:00-22:00", { id: "DXB7", state: "TX" }),
    ];
    const day = firstDay(parts);
    expect([day.clockedMinutes, day.shifts.length, day.states, day.state]).toEqual([600, 2, ["TN", "TX"], "TX"]);
  });

  test("stations in two zones: minutes that really passed", () => {
    const east = { zone: "America/New_York" };
    const day = firstDay([row(SUNDAY, "8:00-12:00", east), row(SUNDAY, "11:30-15:00")]);
    expect([day.clockedMinutes, day.shifts.length, day.shifts[0]?.breaks[0]?.minutes]).toEqual([450, 1, 30]);
  });
});

describe("clock changes", () => {
  test("a night is 7 hours when clocks go forward and 9 when they go back", () => {
    expect(onlyWeek([row("2026-03-07", "22:00-30:00")], { ...POLICY, weekStartsOn: 6 }).minutes?.worked).toBe(420);
    expect(onlyWeek([row("2026-10-31", "22:00-30:00")], { ...POLICY, weekStartsOn: 6 }).minutes?.worked).toBe(540);
  });

  test("a reading that occurs twice is the second where it must be", () => {
    const punches = { in: "2026-11-01T01:50", out: "2026-11-01T01:20" };
    expect(firstDay([row("2026-11-01", "0:00-1:00", punches)]).clockedMinutes).toBe(30);
    expect(onlyWeek([row(SUNDAY, "0:00-1:00", { in: `${SUNDAY}T01:50`, out: `${SUNDAY}T01:20` })]).minutes).toBeNull();
  });

  test("readings can be shown again on both sides of a change", () => {
    const day = firstDay([row("2026-11-01", "0:00-4:00")]);
    const [part] = day.parts;
    expect(part && [wallAt(part.from, ZONE), wallAt(part.to, ZONE)]).toEqual(["2026-11-01T00:00", "2026-11-01T04:00"]);
    expect(part && wallAt(part.to - 121, ZONE)).toBe("2026-11-01T01:59");
    const spring = firstDay([row("2026-03-08", "0:00-4:00")]).parts[0];
    expect(spring && [spring.minutes, wallAt(spring.to, ZONE), wallAt(spring.from + 120, ZONE)]).toEqual([
      180,
      "2026-03-08T04:00",
      "2026-03-08T03:00",
    ]);
  });
});

describe("breaks", () => {
  const breaks = (...rows: Parameters<typeof onlyWeek>[0]) => firstDay(rows).shifts.flatMap((shift) => shift.breaks);

  test("rests up to 20 minutes are paid (785.18), 21 are not", () => {
    const day = firstDay([row(SUNDAY, "8:00-10:00"), row(SUNDAY, "10:20-12:00")]);
    expect([day.clockedMinutes, day.paidBreakMinutes, day.minutes?.worked]).toEqual([220, 20, 240]);
    expect(total([row(SUNDAY, "8:00-10:00"), row(SUNDAY, "10:21-12:00")])).toBe(`${219 / 60}/0/0`);
    const policy = { ...POLICY, countShortBreaks: false };
    expect(firstDay([row(SUNDAY, "8:00-10:00"), row(SUNDAY, "10:20-12:00")], policy).minutes?.worked).toBe(220);
  });

  test("a meal as a gap, as the type of a punch, and as a row of its own are the same time", () => {
    const gap = [row(SUNDAY, "8:00-12:00"), row(SUNDAY, "12:30-17:00")];
    const typed = [row(SUNDAY, "8:00-12:00", { endsInMeal: true }), row(SUNDAY, "12:30-17:00")];
    const own = [row(SUNDAY, "8:00-17:00"), row(SUNDAY, "12:00-12:30", { kind: "meal" })];
    for (const rows of [gap, typed, own]) expect(firstDay(rows).clockedMinutes).toBe(510);
    expect(breaks(...gap)).toMatchObject([{ minutes: 30, meal: false, paid: false, workedBefore: 240 }]);
    expect(breaks(...typed)).toMatchObject([{ minutes: 30, meal: true }]);
    expect(breaks(...own)).toMatchObject([{ minutes: 30, meal: true }]);
  });

  test("an automatic deduction comes off, and is a break that nobody saw", () => {
    const day = firstDay([row(SUNDAY, "8:00-17:00", { deductedMinutes: 30 })]);
    expect(day.clockedMinutes).toBe(510);
    expect(day.shifts[0]?.breaks).toMatchObject([{ minutes: 30, deducted: true }]);
    const short = firstDay([row(SUNDAY, "8:00-17:00", { deductedMinutes: 20 })]);
    expect([short.clockedMinutes, short.paidBreakMinutes]).toEqual([520, 20]);
    expect(
      onlyWeek([row(SUNDAY, "8:00-9:00", { deductedMinutes: 60 })].concat(row(MONDAY, "8:00-9:00"))).minutes?.worked,
    ).toBe(60);
  });

  test("a longer break begins a new shift", () => {
    expect(firstDay([row(SUNDAY, "8:00-12:00"), row(SUNDAY, "14:00-17:00")]).shifts.length).toBe(1);
    const split = firstDay([row(SUNDAY, "8:00-12:00"), row(SUNDAY, "14:01-17:00")]);
    expect([split.shifts.length, split.spreadMinutes]).toEqual([2, 540]);
  });
});

describe("rows that share minutes", () => {
  test("the same row twice counts once and is named", () => {
    const twice = [row(SUNDAY, "8:00-16:00", { id: "a" }), row(SUNDAY, "8:00-16:00", { id: "b" })];
    expect(total(twice)).toBe("8/0/0");
    expect(reckon(twice).overlaps).toMatchObject([{ first: "a", second: "b", minutes: 480, identical: true }]);
  });

  test("overlapping rows count their shared minutes once, at the better rate", () => {
    const rows = [
      row(SUNDAY, "8:00-12:00", { id: "a", rate: rate(20) }),
      row(SUNDAY, "11:00-15:00", { id: "b", rate: rate(22) }),
      row(SUNDAY, "11:30-11:45", { id: "c", rate: rate(21) }),
    ];
    expect(reckon(rows).overlaps.map(({ first, second, minutes }) => [first, second, minutes])).toEqual([
      ["a", "b", 60],
      ["b", "c", 15],
    ]);
    expect(pay(rows).straightCents).toBe(3 * 2000 + 4 * 2200);
    expect(onlyWeek(rows).days[0]?.parts.map(({ id, minutes }) => [id, minutes])).toEqual([
      ["a", 180],
      ["b", 240],
    ]);
  });
});

describe("what is not known", () => {
  const known = row(MONDAY, "8:00-18:00", CA);

  test.each([
    ["the punch out is missing", row(SUNDAY, "8:00-")],
    ["the punch in is missing", row(SUNDAY, "-17:00")],
    ["the row has no times", row(SUNDAY, "-")],
    ["the punch out lies before the punch in", row(SUNDAY, "17:00-8:00")],
    ["the row is longer than 24 hours", row(SUNDAY, "0:00-24:01")],
    ["the row does not say in which state it was worked", row(SUNDAY, "8:00-16:00", { state: null })],
  ])("%s: the day and its week are unknown, never zero", (reason, open) => {
    const week = onlyWeek([open, known]);
    expect(week.unknown).toEqual([{ date: SUNDAY, reason, id: open.id }]);
    expect(week.minutes).toBeNull();
    expect(week.days[0]).toMatchObject({
      date: SUNDAY,
      known: false,
      atWork: true,
      minutes: null,
      parts: [],
      meals: null,
    });
    expect(week.days[1]).toMatchObject({ known: true, minutes: { regular: 480, overtime: 120 } });
    expect(payWeek(week, {}, book)).toEqual({ known: false, reasons: [`${SUNDAY}: ${reason}`] });
  });

  test("the rest of such a day is the least that is known", () => {
    expect(onlyWeek([row(SUNDAY, "8:00-12:00"), row(SUNDAY, "13:00-")]).days[0]?.clockedMinutes).toBe(240);
  });

  test("a day that the documents do not cover", () => {
    const missing = [{ date: "2026-09-09", reason: "no timecard", id: null }];
    const [week] = workRecord(daysOf([8, 8]), POLICY, book, missing).weeks;
    expect([week?.minutes, week?.days.at(-1)?.atWork]).toEqual([null, false]);
  });

  test("24 hours in one row are still a row", () => {
    expect(onlyWeek([row(SUNDAY, "0:00-24:00")]).minutes?.worked).toBe(1440);
  });

  test("an open punch at night belongs to the workday that holds it", () => {
    const week = onlyWeek([row(MONDAY, "2:00-")], { ...POLICY, dayStartsAt: 300 });
    expect(week.unknown.map((each) => each.date)).toEqual([SUNDAY]);
  });

  test("a shift that runs into an unknown day leaves its meals open", () => {
    const week = onlyWeek([row(SUNDAY, "18:00-26:00", CA), row(MONDAY, "12:00-", CA)]);
    expect(week.days.map((day) => day.meals)).toEqual([null, null]);
  });

  test("an unknown zone is an error, not a guess", () => {
    expect(() => onlyWeek([row(SUNDAY, "8:00-9:00", { zone: "Nowhere/Town" })])).toThrow(RangeError);
  });

  test("no rows, no weeks; a row of no length is no work", () => {
    expect(reckon([])).toEqual({ weeks: [], overlaps: [] });
    expect(reckon([row(SUNDAY, "8:00-8:00")]).weeks).toEqual([]);
  });
});
