import { expect, it } from "vitest";
import { pickedRows } from "#main/documents/read/picked.ts";
import type { Cell } from "#main/documents/table.ts";

const rows = (from: number, to: number): Cell[][] => Array.from({ length: to - from }, (_, at) => [`row ${from + at}`]);

it("rows are found in the beginning of a table and in its rest, in the order they were asked for", () => {
  const rest = (take: (piece: readonly (readonly Cell[])[]) => void) => {
    take(rows(10, 20));
    take(rows(20, 25));
  };
  const tables = [
    { sheet: "Long", rows: rows(0, 10), rest },
    { sheet: null, rows: rows(0, 2) },
  ];
  expect(
    pickedRows({ tables }, [
      { sheet: "Long", rows: [0, 9, 10, 19, 20, 24, 25] },
      { sheet: null, rows: [1, 1, 7] },
      { sheet: "Missing", rows: [0] },
    ]),
  ).toEqual([
    [["row 0"], ["row 9"], ["row 10"], ["row 19"], ["row 20"], ["row 24"], null],
    [["row 1"], ["row 1"], null],
    null,
  ]);
});
