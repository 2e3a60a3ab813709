/** The preview: what becomes of every row, and why. What it says is what the import does. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Bench, openBench } from "../support/engine.ts";
import { at, commit, fileOf, importTogether, invoice, preview, roster, rowsOf, summary } from "../support/imports.ts";

let bench: Bench;
let number = 0;
beforeAll(async () => {
  bench = await openBench();
});
beforeEach(async () => {
  number += 1;
  await bench.engine.session.open(`${bench.root}/workspace ${number}`);
});
afterAll(async () => bench.close());

const NONE = { new: 0, changed: 0, already: 0, superseded: 0, conflict: 0, error: 0 };
const first = {
  path: "first.csv",
  text: summary("3 Standard Parcel 4", "4 Standard Parcel 5", "5 Standard Parcel 6"),
  at: at(0),
};

describe("rows of a file", () => {
  it("that nothing else speaks of are new", async () => {
    const plan = await preview(bench, [first]);
    expect(fileOf(plan, "first.csv").rows).toEqual({ ...NONE, new: 3 });
    const rows = await rowsOf(bench, plan, "first.csv");
    expect(rows.map(({ row, state, before }) => ({ row, state, before }))).toEqual(
      [2, 3, 4].map((row) => ({ row, state: "new", before: null })),
    );
    expect(rows[0]).toMatchObject({ sheet: null, cells: { "completed routes": "4" }, understood: { Completed: "4" } });
  });

  it("of a later file are already there, changed or new, with what is stored beside a change", async () => {
    await importTogether(bench, [first]);
    const text = summary("3 Standard Parcel 4", "4 Standard Parcel 7", "5 Standard Parcel 6", "5 Nursery 1");
    const plan = await preview(bench, [{ path: "later.csv", text, at: at(1) }]);
    const file = fileOf(plan, "later.csv");
    expect(file.rows).toEqual({ ...NONE, already: 2, changed: 1, new: 1 });
    expect(file.message).toMatch(/4 rows: 1 new, 1 changed, 2 already there\. It is newer than first\.csv and counts/);
    expect(file.supersedes).toEqual([{ document: "first.csv", added: 1, removed: 0, changed: 1 }]);
    const rows = await rowsOf(bench, plan, "later.csv");
    expect(rows.map((row) => row.state)).toEqual(["already", "changed", "already", "new"]);
    expect(rows[1]).toMatchObject({
      reason: "first.csv says otherwise. This file is newer and counts in its place.",
      before: { Completed: "5" },
      understood: { Completed: "7" },
    });
  });

  it("of an earlier file are superseded where the stored one says otherwise or no longer has them", async () => {
    await importTogether(bench, [{ ...first, at: at(5) }]);
    const text = summary("3 Standard Parcel 4", "4 Standard Parcel 9", "5 Nursery 1", "5 Standard Parcel 6");
    const plan = await preview(bench, [{ path: "earlier.csv", text, at: at(1) }]);
    const file = fileOf(plan, "earlier.csv");
    expect(file.rows).toEqual({ ...NONE, already: 2, superseded: 2 });
    expect(file.supersedes).toEqual([]);
    expect(file.message).toMatch(/first\.csv is newer and counts where both speak/);
    const rows = await rowsOf(bench, plan, "earlier.csv");
    expect(rows.map(({ state, reason }) => `${state}: ${reason}`)).toEqual([
      "already: first.csv says the same.",
      "superseded: first.csv is newer and says otherwise. The row is kept but does not count.",
      "superseded: first.csv is newer and no longer has it. The row is kept but does not count.",
      "already: first.csv says the same.",
    ]);
  });

  it("of two files of the same time that say otherwise are in conflict, in whichever the hash puts first", async () => {
    const one = { path: "one.csv", text: roster("000101 20.00", "000102 21.00"), at: at(3) };
    const two = { path: "two.csv", text: roster("000101 20.50", "000102 21.00"), at: at(3) };
    const together = await preview(bench, [one, two]);
    for (const [name, other] of [
      ["one.csv", "two.csv"],
      ["two.csv", "one.csv"],
    ] as const) {
      expect(fileOf(together, name).rows).toMatchObject({ conflict: 1 });
      const [row] = await rowsOf(bench, together, name);
      expect(row).toMatchObject({ state: "conflict" });
      expect(row?.reason).toMatch(
        new RegExp(`^${other} has the same file time and says otherwise, so neither is newer`),
      );
      expect(fileOf(together, name).message).toContain(`${other} has the same file time`);
    }
    const same = ["one.csv", "two.csv"].map((name) => fileOf(together, name).rows);
    expect(same).toContainEqual({ ...NONE, conflict: 1, new: 1 });
    expect(same).toContainEqual({ ...NONE, conflict: 1, already: 1 });
    await importTogether(bench, [one]);
    expect(fileOf(await preview(bench, [two]), "two.csv").rows).toEqual({ ...NONE, conflict: 1, already: 1 });
  });

  it("are in conflict no longer once a newer file has spoken", async () => {
    await importTogether(bench, [{ path: "newer.csv", text: roster("000101 22.00"), at: at(9) }]);
    const plan = await preview(bench, [
      { path: "one.csv", text: roster("000101 20.00"), at: at(3) },
      { path: "two.csv", text: roster("000101 20.50"), at: at(3) },
    ]);
    for (const file of plan.files) expect(file.rows).toEqual({ ...NONE, superseded: 1 });
  });

  it("that cannot be read are in error, once each, and stand where they stand in the file", async () => {
    const text = summary("3 Standard Parcel 4", "4 Standard Parcel many", "5 Standard Parcel 6").replace(
      "4 Standard Parcel,10 hr",
      "4 Standard Parcel,soon",
    );
    const plan = await preview(bench, [{ path: "bad.csv", text, at: at(0) }]);
    expect(fileOf(plan, "bad.csv").rows).toEqual({ ...NONE, new: 2, error: 1 });
    const rows = await rowsOf(bench, plan, "bad.csv");
    expect(rows.map(({ row, state }) => `${row} ${state}`)).toEqual(["2 new", "3 error", "4 new"]);
    expect(rows[1]).toMatchObject({ cells: { "completed routes": "many" }, understood: {}, before: null });
    expect(rows[1]?.reason).toMatch(/many/);
  });
});

describe("files of one preview", () => {
  it("know each other: only the latest counts, and it says what it changes of the one before", async () => {
    const corrected = { path: "corrected.csv", text: summary("3 Standard Parcel 4", "4 Standard Parcel 6"), at: at(1) };
    const plan = await preview(bench, [first, corrected]);
    expect(fileOf(plan, "first.csv").rows).toEqual({ ...NONE, already: 1, superseded: 1, new: 1 });
    expect(fileOf(plan, "corrected.csv").rows).toEqual({ ...NONE, new: 2 });
    expect(fileOf(plan, "corrected.csv").supersedes).toEqual([
      { document: "first.csv", added: 0, removed: 0, changed: 1 },
    ]);
  });

  it("are compared with what is stored, and with each other in the order of their times", async () => {
    await importTogether(bench, [{ path: "v1.csv", text: invoice("INV-1", "3 Standard Parcel 4"), at: at(0) }]);
    const plan = await preview(bench, [
      { path: "v3.csv", text: invoice("INV-1", "3 Standard Parcel 6"), at: at(2) },
      { path: "v2.csv", text: invoice("INV-1", "3 Standard Parcel 5", "4 Nursery 2"), at: at(1) },
    ]);
    expect(fileOf(plan, "v3.csv").rows).toMatchObject({ changed: 2, superseded: 0 });
    expect(fileOf(plan, "v3.csv").supersedes).toEqual([{ document: "v2.csv", added: 0, removed: 1, changed: 2 }]);
    expect(fileOf(plan, "v2.csv").rows).toMatchObject({ new: 0, superseded: 3 });
    expect(fileOf(plan, "v2.csv").supersedes).toEqual([]);
  });
});

describe("rows on request", () => {
  it("come page by page, narrowed to states, with how many there are", async () => {
    await importTogether(bench, [first]);
    const text = summary("3 Standard Parcel 4", "4 Standard Parcel 7", "5 Standard Parcel 8");
    const plan = await preview(bench, [{ path: "later.csv", text, at: at(1) }]);
    const { planId } = plan;
    const { sha256 } = fileOf(plan, "later.csv");
    const ask = async (request: { offset: number; limit: number; states?: ("changed" | "error")[] }) => {
      const { total, rows } = await bench.client.documents.planRows({ planId, sha256, ...request });
      return { total, rows: rows.map(({ row }) => row) };
    };
    expect(await ask({ offset: 0, limit: 2 })).toEqual({ total: 3, rows: [2, 3] });
    expect(await ask({ offset: 2, limit: 2 })).toEqual({ total: 3, rows: [4] });
    expect(await ask({ offset: 1, limit: 1, states: ["changed"] })).toEqual({ total: 2, rows: [4] });
    expect(await ask({ offset: 0, limit: 9, states: ["error"] })).toEqual({ total: 0, rows: [] });
  });

  it("of a file that is stored already are already there, every one", async () => {
    const bad = { path: "bad.csv", text: summary("3 Standard Parcel 4", "4 Standard Parcel many"), at: at(0) };
    await importTogether(bench, [bad]);
    const plan = await preview(bench, [bad]);
    expect(fileOf(plan, "bad.csv")).toMatchObject({ state: "already", rows: { ...NONE, already: 1, error: 1 } });
    const rows = await rowsOf(bench, plan, "bad.csv");
    expect(rows.map(({ row, state, reason }) => `${row} ${state}: ${reason}`)).toEqual([
      "2 already: This file is imported already.",
      expect.stringMatching(/^3 error: .*many/),
    ]);
  });

  it("of a plan that was committed or never was are refused; a file that cannot be read has none", async () => {
    const plan = await preview(bench, [first, { path: "empty.csv", text: "", at: at(1) }]);
    const { sha256 } = fileOf(plan, "first.csv");
    expect(fileOf(plan, "empty.csv").state).toBe("refused");
    expect(await rowsOf(bench, plan, "empty.csv")).toEqual([]);
    const page = { sha256, offset: 0, limit: 1 };
    await commit(bench, plan);
    await expect(bench.client.documents.planRows({ planId: plan.planId, ...page })).rejects.toMatchObject({
      code: "STALE_PLAN",
    });
    await expect(bench.client.documents.planDifference({ planId: "none", sha256, limit: 1 })).rejects.toMatchObject({
      code: "STALE_PLAN",
    });
  });
});
