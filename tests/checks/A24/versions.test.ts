/** What was known before a document was replaced, whole or in part. */
import { describe, expect, test } from "vitest";
import type { Source } from "#main/documents/facts.ts";
import { versionBefore } from "#main/reconcile/checks/amazon/versions.ts";

interface Row {
  readonly source: Source;
  readonly key: string;
  readonly count: number;
}
const row = (asOf: string, key: string, count: number): Row => ({
  source: {
    document: { name: `${asOf}.csv`, sha256: asOf, kind: "route summary", asOf },
    sheet: null,
    row: 2,
    columns: [],
    cells: "[]",
  },
  key,
  count,
});
const counts = (rows: readonly Row[] | null) => rows?.map(({ key, count }) => `${key} ${count}`).sort() ?? null;
const earlier = (superseded: readonly Row[], current: readonly Row[]) =>
  counts(versionBefore(superseded, current, ({ key }) => key));

describe("the version before", () => {
  test("is none where nothing was replaced", () => {
    expect(earlier([], [row("2", "a", 1)])).toBe(null);
  });

  test("is the replaced document as a whole, rows that vanished included and new ones left out", () => {
    expect(earlier([row("1", "a", 5), row("1", "b", 2)], [row("2", "a", 4), row("2", "c", 1)])).toEqual(["a 5", "b 2"]);
  });

  test("is the latest of several replaced ones", () => {
    expect(earlier([row("1", "a", 5), row("2", "a", 6)], [row("3", "a", 4)])).toEqual(["a 6"]);
  });

  test("puts back only the rows that lost where two documents are parts of one week", () => {
    expect(earlier([row("1", "a", 5)], [row("1", "b", 2), row("2", "a", 4), row("2", "c", 1)])).toEqual([
      "a 5",
      "b 2",
      "c 1",
    ]);
  });
});
