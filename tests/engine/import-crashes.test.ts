/** A process that is killed while it imports leaves all of the import or nothing, a whole database, and the import can be made again. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { cp } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import Database from "better-sqlite3-multiple-ciphers";
import { afterAll, beforeAll, expect, it } from "vitest";
import { brokenAuditEntry } from "#main/store/audit.ts";
import { type Bench, openBench } from "../support/engine.ts";
import { at, contents, importTogether, invoice, summary, type TimedFile, timecard } from "../support/imports.ts";

const KILLS = 50;
/** The moments a kill is counted from, one after the other, so that every stage of an import is hit. */
const MOMENTS = ["opened", "Keeping the originals", "Storing"] as const;
const IMPORTER = new URL("./support/importer.ts", import.meta.url);

/** Enough rows for the transaction to take a moment. */
const many = Array.from({ length: 1_000 }, (_, index) => `3 ${String(index).padStart(6, "0")} 09:00 AM 05:30 PM`);
const stored: TimedFile = { path: "stored.csv", text: summary("3 Standard Parcel 4"), at: at(0) };
const files: readonly TimedFile[] = [
  { path: "batch/summary.csv", text: summary("3 Standard Parcel 5", "4 Standard Parcel 6"), at: at(1) },
  { path: "batch/invoice.csv", text: invoice("INV-1", "3 Standard Parcel 4"), at: at(2) },
  { path: "batch/hours.csv", text: timecard(...many), at: at(3) },
];

let bench: Bench;
let nothing: unknown;
let everything: unknown;
beforeAll(async () => {
  bench = await openBench();
  await bench.engine.session.open(join(bench.root, "begun"));
  await importTogether(bench, [stored]);
  nothing = await contents(bench);
  await bench.engine.session.leave();
  await cp(join(bench.root, "begun"), join(bench.root, "expected"), { recursive: true });
  await bench.engine.session.open(join(bench.root, "expected"));
  await importTogether(bench, files);
  everything = await contents(bench);
});
afterAll(async () => bench.close());

/**
 * Runs the importer and kills it `wait` milliseconds after it said a word. Returns what it said, and how long after that word it had
 * stored everything, if it came so far.
 */
async function run(workspace: string, word: string, wait: number): Promise<{ lasted: number; said: string }> {
  const child = spawn(process.execPath, [fileURLToPath(IMPORTER), workspace, join(bench.root, "inbox/batch")], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  let since = 0;
  let lasted = 0;
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    said += text;
    if (since === 0 && said.includes(`${word}\n`)) {
      since = performance.now();
      setTimeout(() => child.kill("SIGKILL"), wait).unref();
    }
    if (lasted === 0 && said.includes("stored\n")) lasted = performance.now() - since;
  });
  await once(child, "close");
  return { lasted, said };
}

/** A fixed sequence of numbers between 0 and 1. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

it("leaves all or nothing, wherever it is killed", { timeout: 180_000 }, async () => {
  const typical = new Map<string, number>();
  const random = sequence(20_260_802);
  const outcomes = { nothing: 0, everything: 0 };
  for (let kill = -MOMENTS.length; kill < KILLS; kill += 1) {
    const moment = MOMENTS[(kill + MOMENTS.length) % MOMENTS.length] ?? "opened";
    const workspace = join(bench.root, `killed ${kill}`);
    await cp(join(bench.root, "begun"), workspace, { recursive: true });
    // The first runs are left alone, to learn how long an import takes from each moment on.
    const wait = kill < 0 ? 60_000 : random() * 1.3 * (typical.get(moment) ?? 0);
    const { lasted, said } = await run(workspace, moment, wait);
    // A process that ended by itself before that proves nothing.
    expect(said).toContain(`${moment}\n`);
    if (kill < 0) {
      expect(said).toMatch(/closed\n$/);
      typical.set(moment, lasted);
    }
    await bench.engine.session.open(workspace);
    const held = await contents(bench);
    const whole = JSON.stringify(held) === JSON.stringify(everything);
    outcomes[whole ? "everything" : "nothing"] += 1;
    expect(held).toEqual(whole ? everything : nothing);
    if (said.includes("stored\n")) expect(whole).toBe(true);
    expect(await bench.engine.session.workspace.store.read(brokenAuditEntry)).toBeNull();
    await bench.importPaths([join(bench.root, "inbox/batch")]);
    expect(await contents(bench)).toEqual(everything);
    await bench.engine.session.leave();
    const database = new Database(join(workspace, "backhaul.db"), { readonly: true });
    expect(database.pragma("integrity_check", { simple: true })).toBe("ok");
    expect(database.pragma("foreign_key_check")).toEqual([]);
    database.close();
  }
  expect(outcomes.nothing).toBeGreaterThan(0);
  expect(outcomes.everything).toBeGreaterThan(MOMENTS.length - 1);
});
