/** Taking imports back, one or several at once: exactly what they brought goes, and what they had replaced counts again. */
import { existsSync } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import { zipSync } from "fflate";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { follow } from "#main/cli/command.ts";
import { originalPath } from "#main/documents/archive.ts";
import { auditTail, brokenAuditEntry } from "#main/store/audit.ts";
import { type Bench, openBench } from "../support/engine.ts";
import { at, contents, importEach, importTogether, summary, timecard } from "../support/imports.ts";

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

const v1 = { path: "v1.csv", text: summary("3 Standard Parcel 4", "4 Standard Parcel 5"), at: at(0) };
const v2 = { path: "v2.csv", text: summary("3 Standard Parcel 5", "4 Standard Parcel 5"), at: at(1) };
const v3 = { path: "v3.csv", text: summary("3 Standard Parcel 6"), at: at(2) };
const hours = { path: "hours.csv", text: timecard("3 000101 09:00 AM 05:30 PM"), at: at(3) };

async function idsOf(...names: string[]): Promise<number[]> {
  const history = await bench.client.documents.history({});
  return names.map((name) => history.find((document) => document.name === name)?.id ?? 0);
}
const undo = async (...names: string[]) => bench.client.documents.undo({ documentIds: await idsOf(...names) });
const trail = () => bench.engine.session.workspace.store.read(async (db) => (await auditTail(db, 100)).entries);

describe("taking back", () => {
  it("one of three versions leaves what the other two make, whichever it is", async () => {
    for (const gone of [v1, v2, v3]) {
      const left = [v1, v2, v3].filter((each) => each !== gone);
      await bench.engine.session.open(`${bench.root}/workspace ${number} without ${gone.path}`);
      await importEach(bench, left);
      const expected = await contents(bench);
      await bench.engine.session.open(`${bench.root}/workspace ${number} then ${gone.path}`);
      await importEach(bench, [v1, v2, v3]);
      await undo(gone.path);
      expect(await contents(bench)).toEqual(expected);
    }
  });

  it("several at once is one deed: an entry for each document in the trail, with the mark they share", async () => {
    await importTogether(bench, [v1, hours]);
    const before = await contents(bench);
    await importTogether(bench, [v2, v3]);
    await undo("v2.csv", "v3.csv");
    expect(await contents(bench)).toEqual(before);
    const entries = await trail();
    expect(entries.map(({ command }) => command)).toEqual([...Array(4).fill("import"), "undo import", "undo import"]);
    const marks = entries.map(({ after }) => (JSON.parse(after) as { batch: string }).batch);
    expect(new Set(marks.slice(0, 2)).size).toBe(1);
    expect(new Set(marks.slice(2, 4)).size).toBe(1);
    expect(new Set(marks.slice(4)).size).toBe(1);
    expect(new Set(marks).size).toBe(3);
    expect(entries.slice(4).map(({ before }) => (JSON.parse(before) as { name: string }).name)).toEqual([
      "v2.csv",
      "v3.csv",
    ]);
    expect(await bench.engine.session.workspace.store.read(brokenAuditEntry)).toBeNull();
  });

  it("what is not there any more is refused, and nothing of the rest is taken back", async () => {
    await importEach(bench, [v1, v2]);
    const before = await contents(bench);
    const [id = 0] = await idsOf("v1.csv");
    await expect(bench.client.documents.undo({ documentIds: [id, 99] })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await contents(bench)).toEqual(before);
    expect(await trail()).toHaveLength(2);
  });

  it("all but one file of a ZIP keeps the ZIP; the last one takes it along", async () => {
    const bytes = zipSync({
      "v1.csv": new TextEncoder().encode(v1.text),
      "hours.csv": new TextEncoder().encode(hours.text),
    });
    await bench.importPaths(await bench.put([{ path: "week.zip", bytes }]));
    const [document] = await bench.client.documents.history({});
    const source = async (name: string) => {
      const [documentId = 0] = await idsOf(name);
      return bench.client.documents.source({ documentId, sheet: null, row: 2, around: 0 });
    };
    expect(document?.name).toMatch(/^week\.zip\//);
    await undo("week.zip/v1.csv");
    expect((await source("week.zip/hours.csv")).rows[0]).toContain("000101");
    await undo("week.zip/hours.csv");
    const { originals } = bench.engine.session.workspace;
    const left = await readdir(originals.folder, { recursive: true, withFileTypes: true });
    expect(left.filter((entry) => entry.isFile())).toEqual([]);
  });

  it("and checking gives the findings there would be without it, also where the versions stand on different days", async () => {
    const moved = { ...v2, text: summary("4 Standard Parcel 5").replaceAll("2026-08-04", "2026-08-12") };
    await importEach(bench, [v1, moved]);
    await bench.check();
    expect((await bench.client.findings.board({ station: null, week: null })).unchecked.all).toBe(0);
    await undo("v2.csv");
    expect((await bench.client.findings.board({ station: null, week: null })).unchecked.all).toBeGreaterThan(0);
    await bench.check();
    const weeks = (await bench.client.findings.coverage({})).map(({ period }) => period);
    expect(weeks).not.toContain("2026-08-09");
  });
});

describe("an import that fails", () => {
  it("leaves no original that nothing was read from", async () => {
    await importTogether(bench, [v1]);
    const paths = await bench.put([
      { path: "a.csv", bytes: v2.text },
      { path: "b.csv", bytes: v3.text },
    ]);
    const plan = await follow(
      await bench.client.documents.plan({ files: paths.map((path) => bench.files.offer(path)) }),
    );
    await rm(paths[1] ?? "");
    await expect(follow(await bench.client.documents.commit({ planId: plan.planId, hash: plan.hash }))).rejects.toThrow(
      /no longer where it was/,
    );
    const { originals } = bench.engine.session.workspace;
    const kept = (sha256: string) => existsSync(originalPath(originals, sha256));
    expect(plan.files.map(({ sha256 }) => kept(sha256))).toEqual([false, false]);
    const [stored] = await bench.client.documents.history({});
    expect(kept(stored?.sha256 ?? "")).toBe(true);
  });
});
