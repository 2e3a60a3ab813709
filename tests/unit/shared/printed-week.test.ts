import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseWeek, weekInName } from "#shared/printed-week.ts";
import { addDays, formatWeek, sundayOfWeek, weekNumber, weekStart } from "#shared/week.ts";

describe("a printed week number", () => {
  it.each([
    ["2026-W37", 2026, 37],
    ["2026W37", 2026, 37],
    ["2026-w03", 2026, 3],
    ["2026 Week 37", 2026, 37],
    ["Week 37, 2026", 2026, 37],
    ["Week 37 2026", 2026, 37],
    ["W37/2026", 2026, 37],
    ["Week\u00a037", null, 37],
    ["wk. 7", null, 7],
    ["W37", null, 37],
    ["37", null, 37],
    ["37.0", null, 37],
    ["53", null, 53],
  ])("%s", (text, year, number) => {
    expect(parseWeek(text)).toEqual({ year, number });
  });

  it.each(["", "0", "54", "2026-W00", "2026-W54", "2026-37", "37/2026", "202637", "Week", "Weekly 37", "-37", "3.7"])(
    "%j is none",
    (text) => {
      expect(parseWeek(text)).toBeUndefined();
    },
  );

  it("comes back from how it is written", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (days) => {
        const sunday = weekStart(addDays("1990-01-01", days));
        const { year, week } = weekNumber(sunday);
        const read = parseWeek(`${year}-W${String(week).padStart(2, "0")}`);
        expect(read?.year == null ? undefined : sundayOfWeek(read.year, read.number)).toBe(sunday);
        expect(parseWeek(formatWeek(sunday).split(" \u00b7")[0] ?? "")).toEqual({ year: null, number: week });
      }),
    );
  });
});

describe("the week in a document's name", () => {
  it.each([
    ["Scorecard_Week37_2026.csv", 2026, 37],
    ["US_HLIN_DXA4_Week37_2026_en_DSPScorecard.csv", 2026, 37],
    ["a.zip/Concessions 2026-W07.csv", 2026, 7],
    ["2026 week 37.xlsx", 2026, 37],
  ])("%s", (name, year, number) => {
    expect(weekInName(name)).toEqual({ year, number });
  });

  it.each(["Scorecard_Week37.csv", "Scorecard 2026.csv", "Week37_2026/card.csv", "2026-09-12.csv", "Week60_2026.csv"])(
    "%s has none",
    (name) => {
      expect(weekInName(name)).toBeUndefined();
    },
  );
});
