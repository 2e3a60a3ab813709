/**
 * `npm run bench -- store`: what encryption costs, as ratios within this one run, and what a backup of a workspace of three years takes.
 * BENCH_WEEKS and BENCH_STATIONS make it smaller or larger.
 */
import { randomBytes } from "node:crypto";
import { mkdir, rm, stat, writeFile } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { keep, original } from "#main/documents/archive.ts";
import { verifiedCopyOf } from "#main/store/backup.ts";
import { openFile } from "#main/store/connection.ts";
import { newKeyFile, unlocked } from "#main/vault/key-file.ts";
import type { Vault } from "#main/vault/vault.ts";
import { backupDatabase, filesOf } from "#main/workspace/backup-names.ts";
import { makeBackup } from "#main/workspace/backups.ts";
import { changeKeys } from "#main/workspace/encrypting.ts";
import { examineBackup } from "#main/workspace/examining.ts";
import { type Rooms, roomsOf } from "#main/workspace/rooms.ts";
import { filesIn } from "#main/workspace/shared-files.ts";
import { openBench } from "../support/engine.ts";
import { companyFiles } from "../support/sample/company.ts";

const WEEKS = Number(process.env.BENCH_WEEKS ?? "156");
const STATIONS = Number(process.env.BENCH_STATIONS ?? "2");
const ROWS = 200_000;
const ARCHIVED = 50 * 1024 * 1024;
const PASSPHRASE = "four vans at dawn";
/** Each figure is the best of so many: what disturbs only ever adds. */
const ROUNDS = 3;

const say = (line: string) => process.stdout.write(`${line}\n`);
const ms = (value: number) => `${Math.round(value)} ms`;
const mb = (bytes: number) => `${(bytes / 1_000_000).toFixed(1)} MB`;

async function timed(work: () => unknown): Promise<number> {
  globalThis.gc?.();
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const root = join(tmpdir(), `backhaul-store-${process.pid}`);
await mkdir(root, { recursive: true });
const made = await newKeyFile(PASSPHRASE);
try {
  say(`${availableParallelism()} cores, Node ${process.versions.node}`);
  const unlocking = await timed(() => unlocked(made.file, { passphrase: PASSPHRASE }));
  const plain = await costs(null);
  const locked = await costs(made.vault);
  say("");
  say("                                       plain  encrypted   ratio");
  for (const [what, time] of Object.entries(plain)) {
    const other = locked[what] ?? Number.NaN;
    say(
      `${what.padEnd(34)} ${ms(time).padStart(9)} ${ms(other).padStart(10)} ${(other / time).toFixed(2).padStart(7)}`,
    );
  }
  say(`unlocking with a passphrase                    ${ms(unlocking).padStart(10)}   (once, at the start)`);
  await ofThreeYears();
} finally {
  await rm(root, { recursive: true, force: true });
}

/** What the same work takes with and without keys. */
async function costs(vault: Vault | null): Promise<Record<string, number>> {
  const best: Record<string, number> = {};
  for (let round = 0; round < ROUNDS; round += 1) {
    const folder = join(root, `${vault ? "locked" : "plain"} ${round}`);
    await mkdir(folder);
    const file = join(folder, "rows.db");
    const archive = { folder: join(folder, "originals"), vault };
    const bytes = randomBytes(ARCHIVED);
    let sha256 = "";
    const now = {
      [`insert ${ROWS.toLocaleString("en-US")} rows`]: await timed(() => insert(file, vault)),
      "open and add up every row": await timed(() => addUp(file, vault)),
      "open and look up 5,000 rows": await timed(() => lookUp(file, vault)),
      "verified copy (backup)": await timed(() => verifiedCopyOf(file, `${file}.copy`, vault)),
      "archive a file of 50 MB": await timed(async () => {
        sha256 = await keep(archive, bytes);
      }),
      "read it back": await timed(() => original(archive, sha256)),
    };
    for (const [what, time] of Object.entries(now)) best[what] = Math.min(best[what] ?? Number.POSITIVE_INFINITY, time);
    await rm(folder, { recursive: true });
  }
  return best;
}

function insert(file: string, vault: Vault | null): void {
  const db = openFile(file, { readonly: false, vault });
  db.pragma("journal_mode = WAL");
  db.pragma("synchronous = FULL");
  db.exec(`CREATE TABLE route (id INTEGER PRIMARY KEY, day TEXT, driver TEXT, cells TEXT, payCents INTEGER) STRICT;
    CREATE INDEX route_day ON route (day)`);
  const row = db.prepare("INSERT INTO route (day, driver, cells, payCents) VALUES (?, ?, ?, ?)");
  db.transaction(() => {
    for (let number = 0; number < ROWS; number += 1)
      row.run(
        `2026-08-${String((number % 28) + 1).padStart(2, "0")}`,
        `Driver ${number % 400}`,
        `["Standard Parcel","${number}","10 hr"]`,
        number,
      );
  })();
  db.close();
}

function addUp(file: string, vault: Vault | null): void {
  const db = openFile(file, { readonly: true, vault });
  db.prepare("SELECT driver, sum(payCents), max(cells) FROM route GROUP BY driver").all();
  db.close();
}

function lookUp(file: string, vault: Vault | null): void {
  const db = openFile(file, { readonly: true, vault });
  const one = db.prepare("SELECT * FROM route WHERE id = ?");
  for (let number = 0; number < 5_000; number += 1) one.get(((number * 7_919) % ROWS) + 1);
  db.close();
}

/** A workspace of three years: its backup, encrypting it, and its backup then. */
async function ofThreeYears(): Promise<void> {
  say("");
  say(`a workspace of ${WEEKS} weeks and ${STATIONS} stations`);
  const bench = await openBench();
  try {
    const inbox = join(root, "inbox");
    for (const { path, bytes } of companyFiles({
      seed: 1,
      stations: STATIONS,
      weeks: WEEKS,
      routesPerDay: 40,
      firstSunday: "2023-08-06",
      leaks: true,
    })) {
      await mkdir(dirname(join(inbox, path)), { recursive: true });
      await writeFile(join(inbox, path), bytes);
    }
    const { imported } = await bench.importPaths([inbox]);
    await bench.engine.session.leave();
    const rooms = roomsOf(bench.workspace);
    const rows = imported.reduce((sum, file) => sum + file.rows, 0);
    say(
      `${imported.length} documents, ${rows.toLocaleString("en-US")} rows, database ${mb((await stat(rooms.database)).size)}`,
    );
    await backUp("plain", rooms, bench.root);
    const time = await timed(async () => {
      const steps = changeKeys(rooms, made, { now: new Date(), actor: "bench" });
      while (!(await steps.next()).done);
    });
    say(`encrypt all of it                  ${ms(time)}, with the backups in its folder`);
    await backUp("encrypted", roomsOf(bench.workspace, made.vault), bench.root);
  } finally {
    await bench.close();
  }
}

/** Backs up into the workspace's own folder, where originals are shared, and into another, where they are copied; then looks whether it is sound. */
async function backUp(what: string, rooms: Rooms, other: string): Promise<void> {
  for (const [place, to] of [
    ["own folder", rooms.backups],
    ["other folder", join(other, what)],
  ] as const) {
    let name = "";
    const making = await timed(async () => {
      ({ name } = await makeBackup(rooms, to, "asked", new Date()));
    });
    const examining = await timed(() => examineBackup(rooms, { folder: to, name }));
    const files = await Promise.all(
      (await filesIn(filesOf(to, null).folder)).map(async (path) => (await stat(path)).size),
    );
    const size = (await stat(backupDatabase(to, name))).size;
    const shared = files.reduce((sum, bytes) => sum + bytes, 0);
    say(
      `backup, ${`${what}, ${place}`.padEnd(26)} ${ms(making)}: database ${mb(size)}, ${files.length} originals ${mb(shared)}; examined before a restore in ${ms(examining)}`,
    );
  }
}
