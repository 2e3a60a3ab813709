/** A workspace of the first schema, full of extremes, under today's: nothing is lost, and an update that fails changes nothing. */
import { existsSync, readdirSync } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import DatabaseFile from "better-sqlite3-multiple-ciphers";
import { afterEach, beforeEach, expect, it } from "vitest";
import { soundTotals, verifiedCopy, withDatabase } from "#main/store/backup.ts";
import { migrate, NEWEST } from "#main/store/migrate.ts";
import { MIGRATIONS } from "#main/store/migrations/index.ts";
import { type ControlTotals, controlTotals, totalsDiffer } from "#main/store/totals.ts";
import { auditProblem } from "#main/store/verify-audit.ts";
import { backUpWhenDue } from "#main/workspace/automatic-backups.ts";
import { backupDatabase } from "#main/workspace/backup-names.ts";
import { examineBackup } from "#main/workspace/examining.ts";
import { backupsIn } from "#main/workspace/found-backups.ts";
import { roomsOf } from "#main/workspace/rooms.ts";
import { openWorkspace } from "#main/workspace/workspace.ts";
import { writeFirstSchema } from "./support/first-schema.ts";

const NOW = new Date("2026-08-18T12:00:00.000Z");
let root: string;
let before: ControlTotals;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "backhaul-first-schema-"));
  await mkdir(join(root, "w"));
  writeFirstSchema(rooms().database);
  before = withDatabase(rooms().database, controlTotals);
});
afterEach(async () => rm(root, { recursive: true, force: true }));

const rooms = () => roomsOf(join(root, "w"));

it("holds rows in every table, and sums that are exact", () => {
  expect(before.schema).toBe(1);
  expect(Object.values(before.rows).filter((rows) => rows === 0)).toEqual([]);
  expect(before.cents["invoiceLine.amountCents"]).toBe(String(2n ** 53n + 6n));
});

it("is opened under the newest schema with the same control totals and a backup that holds the old one", async () => {
  const workspace = openWorkspace(rooms().folder, "write", () => NOW);
  const after = withDatabase(rooms().database, controlTotals);
  expect(after.schema).toBe(NEWEST);
  expect(totalsDiffer(before, after, false)).toBeNull();
  expect(withDatabase(rooms().database, (db) => auditProblem(db, []))).toBeNull();
  expect(await backUpWhenDue(rooms(), NOW)).toBeNull();
  const [backup] = backupsIn(rooms().backups, null);
  expect(backup).toMatchObject({ problem: null, manifest: { reason: "update", totals: { schema: 1 } } });
  const { manifest } = await examineBackup(rooms(), { folder: rooms().backups, name: backup?.name ?? "" });
  expect(totalsDiffer(before, manifest.totals)).toBeNull();
  await workspace.close();
});

it("is as it was after an update that fails at its last statement, and the backup made before it is sound", () => {
  const copy = backupDatabase(root, "copy");
  const db = new DatabaseFile(rooms().database);
  const last = MIGRATIONS.at(-1);
  if (!last) throw new Error("there are migrations");
  const failing = { ...last, statements: [...last.statements, "INSERT INTO nowhere VALUES (1)"] };
  expect(() => migrate(db, () => void verifiedCopy(db, copy, null), [...MIGRATIONS.slice(0, -1), failing])).toThrow(
    /could not be brought up to date .* It is as it was\./,
  );
  db.close();
  expect(totalsDiffer(before, soundTotals(rooms().database, null))).toBeNull();
  expect(totalsDiffer(before, soundTotals(copy, null))).toBeNull();
});

it("is not updated when its backup cannot be made", async () => {
  const folder = rooms().backups;
  await mkdir(folder);
  const db = new DatabaseFile(rooms().database);
  expect(() => migrate(db, () => void verifiedCopy(db, join(folder, "no such folder", "copy.db"), null))).toThrow();
  db.close();
  expect(totalsDiffer(before, soundTotals(rooms().database, null))).toBeNull();
  expect(readdirSync(folder)).toEqual([]);
  expect(existsSync(join(folder, "no such folder"))).toBe(false);
});
