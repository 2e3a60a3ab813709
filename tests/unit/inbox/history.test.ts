import { expect, test } from "vitest";
import { columnsOf } from "../../../src-renderer/screens/inbox/columns.ts";
import { type HistoryDocument, importsOf, newest } from "../../../src-renderer/screens/inbox/history.ts";

const document = (id: number, name: string, importedAt: string): HistoryDocument => ({
  id,
  name,
  kind: "timecard",
  sha256: String(id),
  stations: [],
  from: null,
  to: null,
  rows: 1,
  currentRows: 1,
  layout: "",
  profile: null,
  problems: 0,
  importedAt,
});

test("files of one instant are one import; the newest comes first, its files by name", () => {
  const imports = importsOf([
    document(1, "b.csv", "2026-08-08T10:00:00.000Z"),
    document(2, "c.csv", "2026-08-15T10:00:00.000Z"),
    document(3, "a.csv", "2026-08-08T10:00:00.000Z"),
  ]);
  expect(imports.map(({ documents }) => documents.map(({ name }) => name))).toEqual([["c.csv"], ["a.csv", "b.csv"]]);
});

test("a column is as wide as what stands in it, within bounds, in the order of the titles", () => {
  const columns = columnsOf([
    { Route: "CX1", Remark: "x".repeat(80) },
    { Route: "CX1234567", Late: "" },
  ]);
  expect(columns.map(({ title }) => title)).toEqual(["Route", "Remark", "Late"]);
  expect(columns[0]?.width).toBe("CX1234567".length + 3);
  expect(columns[1]?.width).toBeLessThan(40);
  expect(columns[2]?.width).toBeGreaterThanOrEqual("Late".length);
});

test("only the newest imports are shown at first, but one always is", () => {
  const many = (importedAt: string, count: number) =>
    Array.from({ length: count }, (_, index) => document(index, `${index}.csv`, importedAt));
  const three = importsOf([...many("2026-08-01", 60), ...many("2026-08-08", 60), ...many("2026-08-15", 60)]);
  expect(newest(three)).toHaveLength(2);
  expect(newest(importsOf(many("2026-08-01", 500)))).toHaveLength(1);
  expect(newest([])).toEqual([]);
});
