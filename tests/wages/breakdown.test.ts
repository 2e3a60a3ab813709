import { expect, test } from "vitest";
import { breakdown } from "#main/wages/index.ts";
import { daysOf, onlyWeek, row, SUNDAY } from "./support.ts";

const rows = (...args: Parameters<typeof onlyWeek>) =>
  breakdown(onlyWeek(...args)).map(({ date, minutes, percent, why, rule }) => [
    date,
    minutes,
    percent,
    why,
    rule?.citation ?? null,
  ]);

test("says for each day what its minutes are, why, and by which rule", () => {
  expect(rows(daysOf([13, 8, 8, 8, 9], { state: "CA" })).slice(-3)).toEqual([
    ["2026-09-09", 480, 100, "regular time", null],
    ["2026-09-10", 480, 100, "regular time", null],
    ["2026-09-10", 60, 150, "beyond 8 h in the day", "Cal. Lab. Code 510"],
  ]);
  expect(rows(daysOf([13], { state: "CA" })).map((each) => each.slice(1, 4))).toEqual([
    [480, 100, "regular time"],
    [240, 150, "beyond 8 h in the day"],
    [60, 200, "beyond 12 h in the day"],
  ]);
  expect(rows(daysOf([10, 10, 10, 10, 1])).at(-1)).toEqual([
    "2026-09-10",
    60,
    150,
    "beyond 40 h in the week",
    "29 CFR 778.101, 778.104",
  ]);
  expect(
    rows(daysOf([4, 4, 4, 4, 4, 4, 9], { state: "CA" }))
      .slice(-2)
      .map((each) => each.slice(1, 4)),
  ).toEqual([
    [480, 150, "seventh day worked in the week"],
    [60, 200, "seventh day worked in the week, beyond 8 h"],
  ]);
  expect(
    rows([row(SUNDAY, "18:00-32:00", { state: "CO" })])
      .at(-1)
      ?.slice(1, 4),
  ).toEqual([120, 150, "beyond 12 h in a row"]);
});

test("names short breaks that count as work, and has nothing to say of an unknown day", () => {
  expect(rows([row(SUNDAY, "8:00-10:00"), row(SUNDAY, "10:15-12:00")]).map((each) => each.slice(1, 4))).toEqual([
    [225, 100, "regular time"],
    [15, 100, "regular time, a short break that counts as work"],
  ]);
  expect(rows([row(SUNDAY, "8:00-")])).toEqual([]);
});
