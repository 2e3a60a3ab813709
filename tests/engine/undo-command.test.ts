/** The command line: what an import did to each file, the history, and taking back by number or name. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { main } from "#main/cli/main.ts";
import { at, summary, type TimedFile, writeTimed } from "../support/imports.ts";

let root: string;
let workspace: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "backhaul-command-"));
  workspace = join(root, "workspace");
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(root, { recursive: true, force: true });
});

/** Runs a command; its exit code and what it printed, errors included. */
async function run(...args: string[]): Promise<{ code: number; said: string }> {
  let said = "";
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, "write").mockImplementation((text) => {
      said += String(text);
      return true;
    });
  }
  const code = await main(args);
  vi.restoreAllMocks();
  return { code, said };
}

const v1: TimedFile = { path: "v1.csv", text: summary("3 Standard Parcel 4", "4 Standard Parcel 5"), at: at(0) };
const v2: TimedFile = { path: "v2.csv", text: summary("3 Standard Parcel 5", "4 Standard Parcel many"), at: at(1) };

it("an import says per file what became of its rows and whose place it takes", async () => {
  const [first = "", second = ""] = await writeTimed(root, [v1, v2]);
  expect(await run("import", workspace, first)).toEqual({
    code: 0,
    said: "imported  v1.csv  (route summary; rows: 2 new)\n1 imported, 0 already there, 0 to map, 0 refused, 0 cells unread.\n",
  });
  const { code, said } = await run("import", workspace, first, second);
  expect(code).toBe(0);
  expect(said.split("\n").slice(0, 3)).toEqual([
    "already   v1.csv",
    "imported  v2.csv  (route summary; rows: 1 changed, 1 in error)",
    "          in place of v1.csv: 0 lines added, 0 removed, 1 changed",
  ]);
  expect(said).toMatch(/unread {4}v2\.csv, row 3, completed routes: "many"\./);
});

it("an import as JSON carries the same, and files that wait or are refused are exit code 3", async () => {
  const songs = { path: "songs.csv", text: "Song,Band\nA,B\n", at: at(2) };
  const paths = await writeTimed(root, [v1, v2, songs]);
  const { code, said } = await run("import", workspace, ...paths, join(root, "nowhere.csv"), "--json");
  expect(code).toBe(3);
  const report = JSON.parse(said) as { files: unknown[]; refused: unknown[]; mapping: unknown[] };
  expect(report.files).toHaveLength(3);
  expect(report.files).toContainEqual(
    expect.objectContaining({
      name: "v1.csv",
      state: "ready",
      rows: { new: 1, changed: 0, already: 0, superseded: 1, conflict: 0, error: 0 },
    }),
  );
  expect(report.files).toContainEqual(
    expect.objectContaining({
      name: "v2.csv",
      supersedes: [{ document: "v1.csv", added: 0, removed: 0, changed: 1 }],
    }),
  );
  expect(report.refused.length + report.mapping.length).toBe(2);
});

it("history lists the imports with their numbers; undo takes them back by number or by name", async () => {
  await run("import", workspace, ...(await writeTimed(root, [v1, v2])));
  const { code, said } = await run("history", workspace);
  expect(code).toBe(0);
  const rows = said.trimEnd().split("\n");
  expect(rows[0]).toMatch(/^No +Imported +Kind +Days +Rows +Superseded +Unread +File$/);
  expect(rows.slice(1).map((row) => row.replace(/ {2,}\S+Z {2,}/, "  ").replace(/ {2,}/g, "  "))).toEqual([
    "2  route summary  2026-08-03 to 2026-08-03  1  0  1  v2.csv",
    "1  route summary  2026-08-03 to 2026-08-04  2  1  0  v1.csv",
  ]);
  expect(await run("undo", workspace, "v2.csv")).toEqual({ code: 0, said: "taken back  v2.csv  (1 row)\n" });
  const left = JSON.parse((await run("history", workspace, "--json")).said) as unknown[];
  expect(left).toMatchObject([{ id: 1, name: "v1.csv", rows: 2, currentRows: 2 }]);
  const wrong = await run("undo", workspace, "1", "v2.csv");
  expect(wrong.code).toBe(2);
  expect(wrong.said).toMatch(/No import is called v2\.csv/);
  expect((await run("undo", workspace, "1")).code).toBe(0);
  expect(JSON.parse((await run("history", workspace, "--json")).said)).toEqual([]);
});

it("of two imports of one name the number is asked for", async () => {
  await run("import", workspace, ...(await writeTimed(root, [v1])));
  await run("import", workspace, ...(await writeTimed(root, [{ ...v1, text: summary("5 Standard Parcel 4") }])));
  const { code, said } = await run("undo", workspace, "v1.csv");
  expect(code).toBe(2);
  expect(said).toMatch(/Several imports are called v1\.csv: say the number of one\./);
});
