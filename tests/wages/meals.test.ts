import { describe, expect, test } from "vitest";
import type { Segment, WorkPolicy } from "#main/wages/index.ts";
import { onlyWeek, POLICY, row, SUNDAY } from "./support.ts";

/** Rows of one day in a state. */
const at = (state: string, ...times: readonly string[]): Segment[] => times.map((each) => row(SUNDAY, each, { state }));
const both: WorkPolicy = { ...POLICY, waivers: { first: true, second: true } };

/** How a day's meals went, in words. */
function meals(rows: readonly Segment[], policy?: WorkPolicy): string[] {
  const found = onlyWeek(rows, policy).days[0]?.meals;
  if (!found) throw new Error("not known");
  return found.map(({ status, problems }) => [status, ...problems].join(" "));
}

const rests = (rows: readonly Segment[]) =>
  onlyWeek(rows).days[0]?.rests?.map(({ required, seen }) => [required, seen]) ?? null;

describe("California", () => {
  test.each([
    ["five hours need none", ["8:00-13:00"], []],
    ["a minute more does", ["8:00-13:01"], ["missing"]],
    ["begun at minute 300", ["8:00-13:00", "13:30-16:00"], ["taken"]],
    ["begun at minute 301", ["8:00-13:01", "13:31-16:00"], ["not as required late"]],
    ["of 30 minutes", ["8:00-12:00", "12:30-16:00"], ["taken"]],
    ["of 29 minutes", ["8:00-12:00", "12:29-16:00"], ["not as required short"]],
    ["late and short", ["8:00-13:30", "13:55-16:00"], ["not as required short late"]],
    ["a rest of 15 minutes is no short meal", ["8:00-12:00", "12:15-16:00"], ["missing"]],
    ["ten hours need one", ["6:00-10:00", "10:30-16:30"], ["taken"]],
    ["a minute more needs two", ["6:00-10:00", "10:30-16:31"], ["taken", "missing"]],
    ["both", ["6:00-10:00", "10:30-14:30", "15:00-17:30"], ["taken", "taken"]],
    ["the long one counts for the first", ["6:00-8:00", "8:25-10:00", "10:30-14:00"], ["taken"]],
  ])("%s", (_, times, expected) => {
    expect(meals(at("CA", ...times))).toEqual(expected);
  });

  test("a break that was punched as a meal is a short meal, however short", () => {
    const [first, second] = at("CA", "8:00-12:00", "12:15-16:00");
    if (!first || !second) throw new Error("rows");
    expect(meals([{ ...first, endsInMeal: true }, second])).toEqual(["not as required short"]);
  });

  test("the first can be waived up to six hours", () => {
    expect(meals(at("CA", "8:00-14:00"), both)).toEqual(["waived"]);
    expect(meals(at("CA", "8:00-14:01"), both)).toEqual(["missing"]);
    expect(meals(at("CA", "8:00-14:00"))).toEqual(["missing"]);
  });

  test("the second up to twelve hours, and only if the first was taken", () => {
    expect(meals(at("CA", "6:00-10:00", "10:30-18:30"), both)).toEqual(["taken", "waived"]);
    expect(meals(at("CA", "6:00-10:00", "10:30-18:31"), both)).toEqual(["taken", "missing"]);
    expect(meals(at("CA", "6:00-17:00"), both)).toEqual(["missing", "missing"]);
  });

  test("a deduction without punches proves nothing", () => {
    expect(meals([row(SUNDAY, "8:00-17:00", { state: "CA", deductedMinutes: 30 })])).toEqual(["no times"]);
    const long = [row(SUNDAY, "8:00-19:00", { state: "CA", deductedMinutes: 30 })];
    expect([meals(long), meals(long, both)]).toEqual([
      ["no times", "missing"],
      ["no times", "waived"],
    ]);
  });

  test("each shift of a day has its own meals", () => {
    expect(meals(at("CA", "5:00-11:00", "14:00-20:00"))).toEqual(["missing", "missing"]);
    expect(meals(at("CA", "5:00-10:00", "14:00-19:00"))).toEqual([]);
  });

  test("rests: ten minutes for each four hours or major fraction", () => {
    expect(rests(at("CA", "8:00-10:00"))).toEqual([]);
    expect(rests(at("CA", "8:00-10:01"))).toEqual([[1, 0]]);
    expect(rests(at("CA", "8:00-14:00"))).toEqual([[1, 0]]);
    expect(rests(at("CA", "8:00-14:01"))).toEqual([[2, 0]]);
    expect(rests(at("CA", "8:00-10:00", "10:10-14:01"))).toEqual([[2, 1]]);
    expect(rests(at("CA", "8:00-10:00", "10:09-14:01"))).toEqual([[2, 0]]);
  });
});

describe("other states", () => {
  test.each([
    ["TN", ["8:00-13:59"], []],
    ["TN", ["8:00-14:00"], ["missing"]],
    ["TN", ["8:00-13:30", "14:00-18:00"], ["taken"]],
    ["ME", ["8:00-14:00"], ["missing"]],
    ["TX", ["8:00-22:00"], []],
    ["AK", ["8:00-22:00"], []],
    ["CO", ["8:00-13:00"], []],
    ["CO", ["8:00-13:01"], ["missing"]],
    ["NV", ["8:00-15:59"], []],
    ["NV", ["8:00-16:00"], ["missing"]],
    ["KY", ["8:00-13:00"], []],
    ["KY", ["8:00-10:59", "11:30-16:00"], ["not as required early"]],
    ["KY", ["8:00-11:00", "11:21-16:00"], ["taken"]],
    ["KY", ["8:00-13:00", "13:30-16:00"], ["taken"]],
    ["KY", ["8:00-13:01", "13:30-16:00"], ["not as required late"]],
    ["WA", ["8:00-13:00"], []],
    ["WA", ["8:00-9:59", "10:30-16:00"], ["not as required early"]],
    ["WA", ["8:00-10:00", "10:30-16:00"], ["taken"]],
    ["WA", ["8:00-13:01", "13:31-16:00"], ["not as required late"]],
    ["OR", ["8:00-13:59"], []],
    ["OR", ["8:00-14:00"], ["missing"]],
    ["IL", ["8:00-15:29"], []],
    ["IL", ["8:00-15:30"], ["missing"]],
    ["IL", ["8:00-13:00", "13:20-16:00"], ["taken"]],
    ["IL", ["8:00-13:01", "13:21-16:00"], ["not as required late"]],
    ["IL", ["8:00-12:00", "12:30-20:29"], ["taken"]],
    ["IL", ["8:00-12:00", "12:30-20:30"], ["taken", "missing"]],
    ["IL", ["6:00-10:00", "10:30-14:30", "15:00-23:30"], ["taken", "taken", "missing"]],
    ["NY", ["11:00-19:00"], []],
    ["NY", ["10:59-14:00"], []],
    ["NY", ["10:59-14:01"], ["missing"]],
    ["NY", ["8:00-11:00", "11:30-19:00"], ["taken"]],
    ["NY", ["8:00-10:59", "11:30-19:00"], ["not as required outside its hours"]],
    ["NY", ["8:00-12:00", "12:30-19:01"], ["taken", "missing"]],
    ["NY", ["8:00-12:00", "12:30-17:00", "17:20-19:30"], ["taken", "taken"]],
    ["MA", ["8:00-14:00"], []],
    ["MA", ["8:00-14:01"], ["missing"]],
    ["CT", ["8:00-15:29"], []],
    ["CT", ["8:00-9:59", "10:29-16:00"], ["not as required early"]],
    ["CT", ["8:00-10:00", "10:30-16:00"], ["taken"]],
    ["CT", ["8:00-14:00", "14:30-16:30"], ["taken"]],
    ["DE", ["8:00-14:01", "14:31-16:30"], ["not as required late"]],
    ["MN", ["8:00-13:59"], []],
    ["MN", ["8:00-14:00"], ["missing"]],
    ["NH", ["8:00-13:00"], []],
    ["NH", ["8:00-13:01"], ["missing"]],
    ["ND", ["8:00-13:01"], ["missing"]],
    ["RI", ["8:00-13:59"], []],
    ["RI", ["8:00-12:00", "12:20-15:59"], ["taken"]],
    ["RI", ["8:00-12:00", "12:25-16:25"], ["not as required short"]],
    ["RI", ["8:00-12:00", "12:20-16:00"], ["missing"]],
    ["RI", ["8:00-12:00", "12:30-16:30"], ["taken"]],
    ["WV", ["8:00-13:59"], []],
    ["WV", ["8:00-12:00", "12:20-15:00"], ["taken"]],
    ["WV", ["8:00-12:00", "12:19-15:00"], ["missing"]],
  ])("%s %j: %j", (state, times, expected) => {
    expect(meals(at(state, ...times))).toEqual(expected);
  });

  test("Minnesota's meal holds from 2026 on", () => {
    const on = (date: string) => onlyWeek([row(date, "8:00-16:00", { state: "MN" })]).days[0]?.meals?.length;
    expect([on("2025-12-31"), on("2026-01-01")]).toEqual([0, 1]);
  });

  test("rests for each whole four hours", () => {
    expect(rests(at("CO", "8:00-11:59"))).toEqual([]);
    expect(rests(at("CO", "8:00-12:00"))).toEqual([[1, 0]]);
    expect(rests(at("WA", "8:00-16:00"))).toEqual([[2, 0]]);
    expect(rests(at("TN", "8:00-16:00"))).toEqual([]);
  });

  test("a meal's outcome says what was asked and what was there", () => {
    const [meal] = onlyWeek(at("CA", "8:00-13:01", "13:31-16:00")).days[0]?.meals ?? [];
    expect(meal).toMatchObject({ number: 1, shiftMinutes: 450, break: { minutes: 30, workedBefore: 301 } });
    expect(meal?.need).toMatchObject({ minutes: 30, beginBy: 300 });
    expect([meal?.rule.citation, meal?.rule.confirmed]).toEqual(["Cal. Lab. Code 512, 226.7", true]);
  });
});
