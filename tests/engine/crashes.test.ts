/**
 * A process that is killed while it works on a workspace leaves a workspace that opens, verifies, and holds all or nothing of what it was
 * doing; the command can then be run again. `BACKHAUL_KILLS` asks for more kills than the 200 of every run.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { cp, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import DatabaseFile, { type Database } from "better-sqlite3-multiple-ciphers";
import { afterAll, beforeAll, expect, it } from "vitest";
import { sha256Of } from "#main/documents/archive.ts";
import { withDatabase } from "#main/store/backup.ts";
import { NEWEST } from "#main/store/migrate.ts";
import { controlTotals, quoted, tablesOf, totalsDiffer } from "#main/store/totals.ts";
import { verifyDatabase } from "#main/store/verify.ts";
import { backUpWhenDue } from "#main/workspace/automatic-backups.ts";
import { examineBackup } from "#main/workspace/examining.ts";
import { backupsIn } from "#main/workspace/found-backups.ts";
import { roomsOf } from "#main/workspace/rooms.ts";
import { verifyWorkspace } from "#main/workspace/verifying.ts";
import { openWorkspace } from "#main/workspace/workspace.ts";
import { writeFirstSchema } from "../store/support/first-schema.ts";
import { type Bench, openBench } from "../support/engine.ts";
import { at, importTogether, invoice, summary, type TimedFile, timecard } from "../support/imports.ts";

const KILLS = Number(process.env.BACKHAUL_KILLS ?? 200);
const SEED = 20_260_818;
/** Processes at work at once. */
const LANES = 2;
const NOW = new Date("2026-08-18T12:00:00.000Z");
const IMPORTER = fileURLToPath(new URL("./support/importer.ts", import.meta.url));
const COMMANDER = fileURLToPath(new URL("./support/commander.ts", import.meta.url));

/** What is killed, from which state, after which word, in turn. */
const COMMANDS = [
  { command: "import", from: "empty", begun: "opened", done: "stored" },
  { command: "check", from: "imported", begun: "begun", done: "done" },
  { command: "decide", from: "checked", begun: "begun", done: "done" },
  { command: "undo", from: "checked", begun: "begun", done: "done" },
  { command: "backup", from: "decided", begun: "begun", done: "done" },
  { command: "restore", from: "decided", begun: "begun", done: "done" },
  { command: "migrate", from: "first schema", begun: "begun", done: "done" },
] as const;
type Crash = (typeof COMMANDS)[number];

const hours = Array.from({ length: 300 }, (_, index) => `3 ${String(index).padStart(6, "0")} 09:00 AM 05:30 PM`);
const stored: TimedFile = { path: "stored.csv", text: summary("3 Standard Parcel 4"), at: at(0) };
const batch: readonly TimedFile[] = [
  { path: "batch/summary.csv", text: summary("3 Standard Parcel 5", "4 Standard Parcel 6"), at: at(1) },
  { path: "batch/invoice.csv", text: invoice("INV-1", "3 Standard Parcel 4"), at: at(2) },
  { path: "batch/hours.csv", text: timecard(...hours), at: at(3) },
];

let bench: Bench;
const folder = (name: string) => join(bench.root, name);

beforeAll(async () => {
  bench = await openBench();
  const keepAs = async (name: string) => {
    await bench.engine.session.leave();
    await cp(bench.workspace, folder(name), { recursive: true });
    await bench.engine.session.open(bench.workspace);
  };
  await importTogether(bench, [stored]);
  await bench.client.workspace.backUp({});
  await keepAs("empty");
  await importTogether(bench, batch);
  await keepAs("imported");
  await bench.check();
  await keepAs("checked");
  const ids = (await bench.client.findings.list({})).map((finding) => finding.id);
  expect(ids.length).toBeGreaterThan(0);
  await bench.client.findings.decide({ ids, decision: "dismiss", reason: "as agreed" });
  await keepAs("decided");
  mkdirSync(folder("first schema"));
  writeFirstSchema(roomsOf(folder("first schema")).database);
}, 60_000);
afterAll(async () => bench.close());

/** What each part of a database says, as a hash: a table, or all that was found in a period. */
type Contents = Readonly<Record<string, string>>;

/** Tables of which each row belongs to a period, with the period of a row. */
const OF_PERIODS: Readonly<Record<string, string>> = {
  scopeState: "period",
  outcome: "period",
  finding: "period",
  findingEvent: `(SELECT f.period FROM finding f WHERE f.id = "findingId")`,
  audit: "substr(subject, instr(subject, '|') + 1)",
};

/** The trail is compared by its commands: the numbers of batches in it are drawn anew each time. */
function contents(db: Database): Contents {
  const parts: Record<string, string> = {};
  const add = (part: string, rows: readonly unknown[]) => {
    if (rows.length === 0) return;
    const hash = sha256Of(Buffer.from((parts[part] ?? "") + JSON.stringify(rows)));
    parts[part] = `${rows.length} rows, ${hash.slice(0, 12)}`;
  };
  const periods = db.prepare<[], string>("SELECT DISTINCT period FROM scopeState ORDER BY 1").pluck().all();
  // An index of words says nothing that the rows it was made of do not say.
  const indexes = new Set(
    db.prepare<[], string>("SELECT name FROM pragma_table_list WHERE type IN ('virtual', 'shadow')").pluck().all(),
  );
  for (const table of tablesOf(db).filter((name) => name !== "meta" && !indexes.has(name))) {
    const columns = table === "audit" ? "command, subject" : "*";
    const period = OF_PERIODS[table];
    const query = `SELECT ${columns} FROM ${quoted(table)}`;
    const order = table === "audit" ? "seq" : "1, 2";
    if (period === undefined) add(table, db.prepare(`${query} ORDER BY ${order}`).all());
    else {
      for (const each of periods)
        add(`period ${each}`, db.prepare(`${query} WHERE ${period} = ? ORDER BY ${order}`).all(each));
      const others = db.prepare(`${query} WHERE ${period} NOT IN (SELECT period FROM scopeState) ORDER BY ${order}`);
      add(table, others.all());
    }
  }
  return parts;
}

interface Run {
  /** Milliseconds from the begin of the command to its end, 0 when it did not come so far. */
  readonly lasted: number;
  readonly isDone: boolean;
}

/** Runs a command in a process of its own and kills that `wait` milliseconds after it began; null lets it live. */
async function run(crash: Crash, workspace: string, wait: number | null): Promise<Run> {
  const module = crash.command === "import" ? IMPORTER : COMMANDER;
  const what = crash.command === "import" ? folder("inbox/batch") : crash.command;
  const child = spawn(process.execPath, [module, workspace, what], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, NODE_COMPILE_CACHE: folder("compiled") },
  });
  let said = "";
  let since: number | null = null;
  let lasted = 0;
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    said += text;
    if (since === null && said.includes(`${crash.begun}\n`)) {
      since = performance.now();
      if (wait !== null) setTimeout(() => child.kill("SIGKILL"), wait);
    }
    if (lasted === 0 && since !== null && said.includes(`${crash.done}\n`)) lasted = performance.now() - since;
  });
  await once(child, "close");
  return { lasted, isDone: said.includes(`${crash.done}\n`) };
}

/** A fixed sequence of numbers between 0 and 1. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

async function isWhole(workspace: string): Promise<void> {
  for await (const event of verifyWorkspace(roomsOf(workspace))) {
    if (event.type === "done") expect(event.result.lines.filter(({ state }) => state === "problem")).toEqual([]);
  }
}

/** What a workspace of the first schema held before it was opened: that schema, or the newest. */
const OLD: Contents = { schema: "old" };
const NEW: Contents = { schema: "new" };

/** Opens what was left, which must be whole, and returns what it holds. */
async function held(crash: Crash, workspace: string): Promise<Contents> {
  const rooms = roomsOf(workspace);
  const isOld = withDatabase(rooms.database, controlTotals).schema < NEWEST;
  const opened = openWorkspace(workspace, "write", () => NOW);
  expect(await backUpWhenDue(rooms, NOW)).toBeNull();
  for (const { name, problem } of backupsIn(rooms.backups, null)) {
    expect(problem).toBeNull();
    if (crash.command === "backup" || crash.command === "restore")
      await examineBackup(rooms, { folder: rooms.backups, name });
  }
  if (crash.command === "migrate") {
    // Nothing of the update, and it is made now; or all of it, with its backup either way.
    const { lines } = verifyDatabase(rooms.database, [], null);
    expect(lines.filter(({ state }) => state === "problem")).toEqual([]);
    expect(withDatabase(rooms.database, controlTotals).schema).toBe(NEWEST);
    expect(backupsIn(rooms.backups, null).length).toBeGreaterThan(0);
    const before = withDatabase(roomsOf(folder("first schema")).database, controlTotals);
    expect(totalsDiffer(before, withDatabase(rooms.database, controlTotals), false)).toBeNull();
  } else await isWhole(workspace);
  await opened.close();
  if (crash.command === "migrate") return isOld ? OLD : NEW;
  const db = new DatabaseFile(rooms.database, { readonly: true });
  try {
    return contents(db);
  } finally {
    db.close();
  }
}

it(`leaves all or nothing, wherever it is killed (seed ${SEED})`, { timeout: 120_000 + KILLS * 2_000 }, async () => {
  const expected = new Map<string, { nothing: Contents; everything: Contents; lasts: number }>();
  await inLanes([...COMMANDS], async (crash) => {
    const workspace = folder(`whole ${crash.command}`);
    await cp(folder(crash.from), workspace, { recursive: true });
    const nothing = crash.command === "migrate" ? OLD : await contentsOf(folder(crash.from));
    const { lasted, isDone } = await run(crash, workspace, null);
    expect(isDone).toBe(true);
    expected.set(crash.command, { nothing, everything: await held(crash, workspace), lasts: lasted });
  });
  const random = sequence(SEED);
  const kills = Array.from({ length: KILLS }, (_, kill) => ({ kill, share: random() * 1.3 }));
  const outcomes = new Map<string, { nothing: number; everything: number }>();
  await inLanes(kills, async ({ kill, share }) => {
    const crash = COMMANDS[kill % COMMANDS.length] ?? COMMANDS[0];
    const { nothing, everything, lasts } = expected.get(crash.command) ?? { nothing: {}, everything: {}, lasts: 0 };
    const workspace = folder(`killed ${kill}`);
    await cp(folder(crash.from), workspace, { recursive: true });
    const { isDone } = await run(crash, workspace, share * lasts);
    const now = await held(crash, workspace);
    const isEverything = isDeepStrictEqual(now, everything);
    // A check stores each period as it is done: an interrupted one holds all or nothing of every period.
    const allowed = crash.command === "check" ? mixed(now, nothing, everything) : nothing;
    if (!isEverything) expect(now, `${crash.command}, kill ${kill}`).toEqual(allowed);
    if (isDone) expect(isEverything).toBe(true);
    const count = outcomes.get(crash.command) ?? { nothing: 0, everything: 0 };
    outcomes.set(crash.command, count);
    count[isEverything ? "everything" : "nothing"] += 1;
    await rm(workspace, { recursive: true, force: true });
  });
  const sum = (which: "nothing" | "everything") => [...outcomes.values()].reduce((all, each) => all + each[which], 0);
  expect(sum("nothing") + sum("everything")).toBe(KILLS);
  expect(sum("nothing")).toBeGreaterThan(KILLS / 10);
  expect(sum("everything")).toBeGreaterThan(KILLS / 10);
});

/** What there was before, with those periods of the end that are there now. */
function mixed(now: Contents, nothing: Contents, everything: Contents): Contents {
  const there = Object.keys(now).filter((part) => part.startsWith("period "));
  return { ...nothing, ...Object.fromEntries(there.map((part) => [part, everything[part] ?? "nothing"])) };
}

async function contentsOf(workspace: string): Promise<Contents> {
  return withDatabase(roomsOf(workspace).database, contents);
}

/** Works on some things at once, so that a process starts while another is looked at. */
async function inLanes<T>(things: T[], work: (thing: T) => Promise<void>): Promise<void> {
  const left = [...things];
  const lane = async () => {
    for (let thing = left.shift(); thing !== undefined; thing = left.shift()) await work(thing);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}
