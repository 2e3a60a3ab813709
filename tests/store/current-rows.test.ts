/** Which rows count when several files speak of the same thing. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { currentRows, type ScopeRow } from "#main/documents/current-rows.ts";
import { withOccurrence } from "#main/documents/identity.ts";

const WEEK = "service details|dxa4|2026-08-02";
const row = (version: string, day: string, key: string): ScopeRow => ({
  version,
  day: `2026-08-0${day}`,
  key,
});
const chosen = (scope: string, rows: readonly ScopeRow[]) => {
  const current = currentRows(scope, rows);
  return rows
    .filter((each) => current.has(each))
    .map((each) => `${each.version} ${each.key}`)
    .sort();
};

describe("two files of one station's week", () => {
  it("a later file of the same days replaces the earlier one, so a route Amazon removed is gone", () => {
    const rows = [row("1", "3", "a"), row("1", "3", "b"), row("2", "3", "a")];
    expect(chosen(WEEK, rows)).toEqual(["2 a"]);
  });

  it("a later file of one day leaves the other days of the earlier one", () => {
    const rows = [row("1", "3", "a"), row("1", "4", "b"), row("2", "4", "b")];
    expect(chosen(WEEK, rows)).toEqual(["1 a", "2 b"]);
  });

  it("a route that a later file of only its day no longer has is gone, and so is a corrected punch", () => {
    const routes = [row("1", "3", "a"), row("1", "3", "b"), row("1", "4", "c"), row("2", "3", "b")];
    expect(chosen(WEEK, routes)).toEqual(["1 c", "2 b"]);
    const punches = [row("1", "3", "Mon 9 to 5"), row("1", "4", "Tue 9 to 5"), row("2", "4", "Tue 9 to 6")];
    expect(chosen("punch|abc|000101|2026-08-02", punches)).toEqual(["1 Mon 9 to 5", "2 Tue 9 to 6"]);
  });

  it("a part that had won a row over takes it along when its own later version drops it", () => {
    const part = [row("1", "3", "a"), row("1", "3", "b"), row("1", "3", "c"), row("2", "3", "a"), row("2", "3", "d")];
    expect(chosen(WEEK, part)).toEqual(["1 b", "1 c", "2 a", "2 d"]);
    expect(chosen(WEEK, [...part, row("3", "3", "d")])).toEqual(["1 b", "1 c", "3 d"]);
  });

  it("files that overlap in part are joined, each row once", () => {
    const rows = [row("1", "3", "a"), row("1", "4", "b"), row("2", "4", "b"), row("2", "5", "c")];
    expect(chosen(WEEK, rows)).toEqual(["1 a", "2 b", "2 c"]);
  });

  it("two halves of the same days are parts of one week, not versions of each other", () => {
    const rows = [row("1", "3", "a"), row("1", "4", "b"), row("2", "3", "c"), row("2", "4", "d")];
    expect(chosen(WEEK, rows)).toEqual(["1 a", "1 b", "2 c", "2 d"]);
    const punches = "punch|abc|000101|2026-08-02";
    expect(chosen(punches, [row("1", "3", "9 to 5"), row("2", "3", "9 to 6")])).toEqual(["2 9 to 6"]);
  });

  it("two genuinely identical rows of one file both count", () => {
    const key = withOccurrence();
    const rows = [row("1", "3", key(WEEK, "a")), row("1", "3", key(WEEK, "a"))];
    expect(chosen(WEEK, rows)).toHaveLength(2);
  });
});

describe("an invoice", () => {
  it("is replaced as a whole by a later version, also one with fewer lines", () => {
    const rows = [row("1", "3", "a"), row("1", "4", "b"), row("2", "4", "b")];
    expect(chosen("invoice|dxa4|inv-1", rows)).toEqual(["2 b"]);
  });
});

describe("whatever the files", () => {
  const files = fc.array(
    fc.array(fc.record({ day: fc.integer({ min: 1, max: 7 }), key: fc.constantFrom("a", "b", "c") }), {
      minLength: 1,
      maxLength: 8,
    }),
    { minLength: 1, maxLength: 4 },
  );
  const rowsOf = (list: { day: number; key: string }[][]): ScopeRow[] => {
    return list.flatMap((file, index) => {
      const occurrence = withOccurrence();
      return file.map(({ day, key }) => ({
        version: String(index),
        day: `2026-08-0${day}`,
        key: occurrence(WEEK, `${day}${key}`),
      }));
    });
  };

  it("the order in which rows were stored does not matter", () => {
    fc.assert(
      fc.property(files, fc.infiniteStream(fc.nat()), (list, random) => {
        const rows = rowsOf(list);
        const shuffled = rows
          .map((each) => ({ each, at: random.next().value ?? 0 }))
          .sort((a, b) => a.at - b.at)
          .map(({ each }) => each);
        expect(chosen(WEEK, shuffled)).toEqual(chosen(WEEK, rows));
      }),
    );
  });

  it("no key counts twice, and every day of any file still has a row unless a later file of the same days has none", () => {
    fc.assert(
      fc.property(files, (list) => {
        const rows = rowsOf(list);
        const current = currentRows(WEEK, rows);
        const keys = rows.filter((each) => current.has(each)).map((each) => each.key);
        expect(new Set(keys).size).toBe(keys.length);
        const days = new Set(rows.filter((each) => current.has(each)).map((each) => each.day));
        expect(days).toEqual(new Set(rows.map((each) => each.day)));
      }),
    );
  });
});
