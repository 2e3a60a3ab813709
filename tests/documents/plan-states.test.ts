/** What becomes of a planned row and what a document changes: one scope, the rows of a few documents, and every boundary between them. */
import { describe, expect, it } from "vitest";
import { currentRows, versionOf } from "#main/documents/current-rows.ts";
import { FirstLines, stepOf } from "#main/documents/difference.ts";
import { errorRows } from "#main/documents/error-rows.ts";
import { type SpokenRow, verdictsOf } from "#main/documents/row-states.ts";
import { fingerprint, sayingOf } from "#main/documents/saying.ts";

const LIST = "person|000101";
const WEEK = "punch|hln|000101|2026-08-02";

interface Row extends SpokenRow {
  readonly name: string;
}
/** A row of a document: its time (1 to 9) and letter, as hash and name; a small letter is stored, a capital one planned. */
function row(document: string, key: string, says: number, day: string | null = null): Row {
  const [time = "", name = ""] = document;
  const planned = name === name.toUpperCase();
  return {
    key,
    says,
    day,
    version: versionOf(`2026-08-0${time}T00:00:00.000Z`, name.toLowerCase()),
    document: name,
    counts: planned ? null : true,
    name: `${document}.${key}`,
  };
}
function states(scope: string, ...rows: Row[]): string[] {
  const stored = currentRows(
    scope,
    rows.filter((each) => each.counts !== null),
  );
  const held = rows.map((each) => (each.counts === null ? each : { ...each, counts: stored.has(each) }));
  return [...verdictsOf(scope, held, currentRows(scope, held))].map(
    ([each, { state, by }]) => `${each.name} ${state}${by === null ? "" : ` by ${by}`}`,
  );
}

describe("an entry of a list", () => {
  it("is new, already there or changed by what counts now", () => {
    expect(states(LIST, row("1A", "entry", 1))).toEqual(["1A.entry new"]);
    expect(states(LIST, row("1a", "entry", 1), row("2B", "entry", 1))).toEqual(["2B.entry already by a"]);
    expect(states(LIST, row("1a", "entry", 1), row("2B", "entry", 2))).toEqual(["2B.entry changed by a"]);
  });

  it("is superseded by a later file unless that says the same", () => {
    expect(states(LIST, row("3c", "entry", 1), row("2B", "entry", 2))).toEqual(["2B.entry superseded by c"]);
    expect(states(LIST, row("3c", "entry", 2), row("2B", "entry", 2))).toEqual(["2B.entry already by c"]);
  });

  it("is in conflict with a file of its own time only where that says otherwise and nothing is newer", () => {
    expect(states(LIST, row("2a", "entry", 1), row("2B", "entry", 1))).toEqual(["2B.entry already by a"]);
    expect(states(LIST, row("2a", "entry", 1), row("2B", "entry", 2))).toEqual(["2B.entry conflict by a"]);
    expect(states(LIST, row("2c", "entry", 1), row("2B", "entry", 2))).toEqual(["2B.entry conflict by c"]);
    expect(states(LIST, row("2a", "entry", 1), row("3c", "entry", 3), row("2B", "entry", 2))).toEqual([
      "2B.entry superseded by c",
    ]);
    expect(states(LIST, row("2A", "entry", 1), row("2B", "entry", 2), row("3C", "entry", 2))).toEqual([
      "2A.entry superseded by C",
      "2B.entry already by C",
      "3C.entry new",
    ]);
  });
});

describe("a row of a person's week", () => {
  const monday = "2026-08-03";
  const tuesday = "2026-08-04";

  it("that a later file of its day no longer has is superseded; one of another day is not", () => {
    expect(states(WEEK, row("2b", "x", 1, monday), row("1A", "y", 1, monday), row("1A", "z", 1, tuesday))).toEqual([
      "1A.y superseded by b",
      "1A.z new",
    ]);
  });

  it("that a file of the same time does not have is in conflict where that one was put first", () => {
    expect(states(WEEK, row("2b", "x", 1, monday), row("2A", "y", 1, monday))).toEqual(["2A.y conflict by b"]);
  });
});

describe("what a document changes", () => {
  const step = (version: Row, ...rows: Row[]) => {
    const { replaced, changes } = stepOf(WEEK, [...rows, version], version.version);
    const names = changes.map(
      ({ change, before, after, of }) => `${change} ${before?.name} ${after?.name} ${of.document}`,
    );
    return { replaced: replaced.map(({ document }) => document), changes: names };
  };
  const day = "2026-08-03";

  it("is told from the documents before it alone", () => {
    const rows = [row("1a", "x", 1, day), row("1a", "y", 1, day), row("3c", "x", 9, day)];
    expect(step(row("2b", "x", 2, day), ...rows)).toEqual({
      replaced: ["a"],
      changes: ["changed 1a.x 2b.x a", "removed 1a.y undefined a"],
    });
    expect(step(row("4d", "x", 9, day), ...rows)).toEqual({ replaced: ["c"], changes: [] });
  });

  it("counts a line that came only once, with the latest of those it takes the place of", () => {
    const rows = [row("1a", "x", 1, day), row("2b", "z", 1, "2026-08-04")];
    const later = [row("3c", "x", 1, day), row("3c", "z", 1, "2026-08-04")];
    expect(step(row("3c", "y", 1, day), ...rows, ...later)).toEqual({
      replaced: ["a", "b"],
      changes: ["added undefined 3c.y b"],
    });
  });

  it("keeps the first lines by day when there are very many", () => {
    const lines = new FirstLines<{ day: string | null; number: number }>();
    for (let number = 50_000; number > 0; number -= 1)
      lines.add({ day: `20${String(10 + (number % 80)).padStart(2, "0")}-01-01`, number });
    const days = lines.lines.map((line) => line.day ?? "");
    expect(days.length).toBeLessThan(20_000);
    expect(days).toEqual([...days].sort());
    expect(days[4_999]).toBe("2017-01-01");
  });
});

describe("what is compared", () => {
  it("are the values, whatever the order of the fields; missing is null", () => {
    expect(sayingOf({ a: 1, b: null, c: "x" })).toBe(sayingOf({ c: "x", a: 1 }));
    expect(sayingOf({ a: 1 })).not.toBe(sayingOf({ a: "1" }));
    expect(sayingOf({ a: 0 })).not.toBe(sayingOf({ a: null }));
    expect(fingerprint("x")).not.toBe(fingerprint("y"));
  });

  it("a row with two unreadable cells is one row in error; what concerns the sheet stands before its rows", () => {
    const problem = (line: number | null, column: string | null, text: string) => ({
      sheet: null,
      row: line,
      column,
      text,
      reason: `${column ?? "It"} cannot be read.`,
      station: null,
      day: null,
    });
    expect(
      errorRows([[problem(7, "Rate", "x"), problem(7, "Date", "y"), problem(null, null, "")], [problem(2, "A", "z")]]),
    ).toEqual([
      { sheet: 0, row: 0, cells: {}, reason: "It cannot be read." },
      { sheet: 0, row: 7, cells: { Rate: "x", Date: "y" }, reason: "Rate cannot be read. Date cannot be read." },
      { sheet: 1, row: 2, cells: { A: "z" }, reason: "A cannot be read." },
    ]);
  });
});
