/** Which line of the queue is what, with and without groups. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FindingGroup } from "#shared/contract/review.ts";
import { groupedLines, placeOf, plainLines, stretches } from "../../../src-renderer/screens/review/lines.ts";

const group = (key: string, count: number): FindingGroup => ({
  key,
  label: key,
  count,
  open: count,
  claimableCents: 0,
  filter: { station: key },
});

/** What stands on each line, as a person would count them off. */
function spelledOut(groups: readonly FindingGroup[], open: ReadonlySet<string>): (readonly [string, number])[] {
  return groups.flatMap(({ key, count }) => [
    [key, -1] as const,
    ...(open.has(key) ? Array.from({ length: count }, (_, row) => [key, row] as const) : []),
  ]);
}

const company = fc
  .uniqueArray(fc.tuple(fc.string({ minLength: 1, maxLength: 4 }), fc.nat(9)), {
    selector: ([key]) => key,
    maxLength: 8,
  })
  .chain((all) =>
    fc.tuple(
      fc.constant(all.map(([key, count]) => group(key, count))),
      fc.subarray(all.map(([key]) => key)).map((keys) => new Set(keys)),
    ),
  );

describe("lines of a queue", () => {
  it("are its rows where nothing is grouped", () => {
    const lines = plainLines({}, 3);
    expect(lines.total).toBe(3);
    expect(placeOf(lines, 0)).toMatchObject({ row: 0 });
    expect(placeOf(lines, 2)).toMatchObject({ row: 2, section: { group: null } });
    expect(placeOf(lines, 3)).toBeUndefined();
    expect(placeOf(lines, -1)).toBeUndefined();
    expect(placeOf(plainLines({}, 0), 0)).toBeUndefined();
  });

  it("are heads, each with its rows below it where it is open", () => {
    const lines = groupedLines([group("DXA4", 2), group("DXB7", 3)], (key) => key === "DXB7");
    expect(lines.total).toBe(5);
    expect(placeOf(lines, 0)).toMatchObject({ row: -1, section: { open: false, rows: 0 } });
    expect(placeOf(lines, 1)).toMatchObject({ row: -1, section: { filter: { station: "DXB7" } } });
    expect(placeOf(lines, 2)).toMatchObject({ row: 0 });
    expect(placeOf(lines, 4)).toMatchObject({ row: 2 });
  });

  it("stand where one counts them off, whatever is open", () => {
    fc.assert(
      fc.property(company, ([groups, open]) => {
        const lines = groupedLines(groups, (key) => open.has(key));
        const found = Array.from({ length: lines.total }, (_, line) => {
          const place = placeOf(lines, line);
          return [place?.section.group?.key, place?.row];
        });
        expect(found).toEqual(spelledOut(groups, open));
      }),
    );
  });

  it("between two of them are the rows one passes over, and no heads", () => {
    fc.assert(
      fc.property(company, fc.nat(60), fc.nat(60), ([groups, open], a, b) => {
        const lines = groupedLines(groups, (key) => open.has(key));
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const found = stretches(lines, from, to).flatMap(({ section, from: first, to: last }) =>
          Array.from({ length: last - first }, (_, index) => [section.group?.key, first + index]),
        );
        const passed = spelledOut(groups, open).slice(from, to + 1);
        expect(found).toEqual(passed.filter(([, row]) => row >= 0));
      }),
    );
  });
});
