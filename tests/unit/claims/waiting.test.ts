/** How old a claim is, and when its deadline is warned of. */
import { describe, expect, it } from "vitest";
import { ageOf, waitingDays } from "#main/claims/ageing.ts";
import { distanceOf, type Subject, warningsDue } from "#main/claims/warnings.ts";
import { addDays } from "#shared/week.ts";

describe("ageing", () => {
  it.each([
    [0, "0-7"],
    [7, "0-7"],
    [8, "8-14"],
    [14, "8-14"],
    [15, "15-30"],
    [30, "15-30"],
    [31, "31-60"],
    [60, "31-60"],
    [61, "over 60"],
  ] as const)("%i days are %s", (days, age) => expect(ageOf(days)).toBe(age));

  it.each([
    ["submitted", 100, 12],
    ["partly approved", 100, 12],
    ["approved", 0, null],
    ["draft", 100, null],
    ["closed", 0, null],
  ] as const)("of a claim that is %s with %i cents outstanding: %s days", (status, outstanding, days) =>
    expect(waitingDays({ status, submittedOn: "2026-08-20" }, outstanding, "2026-09-01")).toBe(days),
  );
});

describe("warnings of a deadline", () => {
  const deadline = "2026-08-22";
  const draft: Subject = {
    subject: "C-0007",
    words: "Claim C-0007 with Amazon is still a draft",
    deadline,
    cents: 32_500,
    claim: 7,
  };
  const due = (left: number, told: { subject: string; deadline: string; days: number }[] = []) =>
    warningsDue([draft], told, addDays(deadline, -left));

  it.each([
    [8, null],
    [7, 7],
    [4, 7],
    [3, 3],
    [2, 3],
    [1, 1],
    [0, 1],
    [-1, null],
  ] as const)("%i days before: %s", (left, distance) => {
    expect(distanceOf(left)).toBe(distance);
    expect(due(left).map(({ days }) => days)).toEqual(distance === null ? [] : [distance]);
  });

  it("are given once each: of all days on which the app is opened, three speak", () => {
    const told: { subject: string; deadline: string; days: number }[] = [];
    const days = Array.from({ length: 12 }, (_, index) => 10 - index);
    const spoken = days.filter((left) => {
      const warnings = due(left, told);
      told.push(...warnings);
      return warnings.length > 0;
    });
    expect(spoken).toEqual([7, 3, 1]);
  });

  it("that were jumped over are not made up for: only the nearest is given", () => {
    expect(due(2, []).map(({ days }) => days)).toEqual([3]);
    expect(due(2, [{ subject: "C-0007", deadline, days: 7 }]).map(({ days }) => days)).toEqual([3]);
  });

  it("are given anew where the deadline moved", () => {
    expect(due(7, [{ subject: "C-0007", deadline: "2026-08-21", days: 7 }])).toHaveLength(1);
  });

  it("say what, how much and how long", () => {
    expect([due(7), due(1), due(0)].map(([warning]) => warning?.text)).toEqual([
      "Claim C-0007 with Amazon is still a draft: $325.00, 7 days left to submit it (Aug 22, 2026).",
      "Claim C-0007 with Amazon is still a draft: $325.00, 1 day left to submit it (Aug 22, 2026).",
      "Claim C-0007 with Amazon is still a draft: $325.00, today is the last day to submit it (Aug 22, 2026).",
    ]);
  });
});
