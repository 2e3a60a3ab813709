/**
 * A process that is killed while it encrypts or decrypts a workspace, or restores into one that is encrypted, before any one of the steps in
 * which it changes the disk or the database, leaves a workspace that opens, is whole, and is either as it was or as it was to
 * become.
 */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual, promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { withDatabase } from "#main/store/backup.ts";
import { controlTotals } from "#main/store/totals.ts";
import { newKeyFile } from "#main/vault/key-file.ts";
import { backUpWhenDue } from "#main/workspace/automatic-backups.ts";
import { examineBackup } from "#main/workspace/examining.ts";
import { backupsIn } from "#main/workspace/found-backups.ts";
import { isEncrypted } from "#main/workspace/keys.ts";
import { roomsOf } from "#main/workspace/rooms.ts";
import { isWorkspace, openWorkspace, settleWorkspace } from "#main/workspace/workspace.ts";
import { filesWith, makeWorkspace, problemsOf, STAMP, turn, WAGE } from "./support/encrypted.ts";

const SWITCHER = fileURLToPath(new URL("./support/switcher.ts", import.meta.url));
/** A restore changes every table: it is killed before the last of its steps and before one in so many of the others. */
const LAST = 22;
const ONE_IN = { to: 1, from: 1, restore: process.env.BACKHAUL_EVERY_STEP === "1" ? 1 : 29 };

let root: string;
let made: Awaited<ReturnType<typeof newKeyFile>>;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "backhaul-switch-"));
  made = await newKeyFile("four vans at dawn");
  const keys = { dataKey: Buffer.from(made.vault.dataKey).toString("hex"), file: made.file };
  await writeFile(join(root, "keys.json"), JSON.stringify(keys));
  await makeWorkspace(roomsOf(join(root, "plain")));
  await cp(join(root, "plain"), join(root, "locked"), { recursive: true });
  await turn(roomsOf(join(root, "locked")), made);
});
afterAll(async () => rm(root, { recursive: true, force: true }));

/** Runs it and says how many steps it took; null when it was killed. */
async function run(
  folder: string,
  direction: "to" | "from" | "restore",
  killAt: number | null,
): Promise<number | null> {
  const args = [SWITCHER, folder, join(root, "keys.json"), direction, ...(killAt === null ? [] : [String(killAt)])];
  const env = { ...process.env, NODE_COMPILE_CACHE: join(root, "compiled") };
  try {
    return Number((await promisify(execFile)(process.execPath, args, { env })).stdout);
  } catch (error) {
    if (error instanceof Error && "signal" in error && error.signal === "SIGKILL") return null;
    throw error;
  }
}

/** Opens what was left, which must be whole, with the keys it has. Says whether it is encrypted. */
async function look(folder: string): Promise<{ encrypted: boolean; documents: number; entries: number }> {
  expect(isWorkspace(folder)).toBe(true);
  settleWorkspace(folder);
  const encrypted = isEncrypted(roomsOf(folder));
  const rooms = roomsOf(folder, encrypted ? made.vault : null);
  await openWorkspace(folder, "write", () => STAMP.now, rooms.vault).close();
  expect(await backUpWhenDue(rooms, STAMP.now)).toBeNull();
  expect(await problemsOf(rooms)).toEqual([]);
  for (const { name, problem } of backupsIn(rooms.backups, rooms.vault)) {
    expect(problem).toBeNull();
    expect((await examineBackup(rooms, { folder: rooms.backups, name })).missing).toEqual([]);
  }
  for (const left of ["switching", "switching.json", "backhaul.lock"])
    expect(existsSync(join(folder, left))).toBe(false);
  if (encrypted) expect(await filesWith(folder, WAGE)).toEqual([]);
  const { rows, auditEntries } = withDatabase(rooms.database, controlTotals, rooms.vault);
  return { encrypted, documents: rows.document ?? 0, entries: auditEntries };
}

type State = Awaited<ReturnType<typeof look>>;

it.each([
  { direction: "to", from: "plain", becomes: (now: State) => ({ ...now, encrypted: true, entries: now.entries + 1 }) },
  {
    direction: "from",
    from: "locked",
    becomes: (now: State) => ({ ...now, encrypted: false, entries: now.entries + 1 }),
  },
  // Its oldest backup has one document, and knows nothing of the encryption.
  { direction: "restore", from: "locked", becomes: (now: State) => ({ ...now, documents: 1, entries: 2 }) },
] as const)(
  "all or nothing, killed anywhere: $direction",
  { timeout: 300_000 },
  async ({ direction, from, becomes }) => {
    const before = await look(join(root, from));
    const after = becomes(before);
    const whole = join(root, `whole ${direction}`);
    await cp(join(root, from), whole, { recursive: true });
    const steps = (await run(whole, direction, null)) ?? 0;
    expect(await look(whole)).toEqual(after);
    expect(steps).toBeGreaterThan(LAST);
    const kills = Array.from({ length: steps }, (_, index) => index + 1).filter(
      (step) => step > steps - LAST || step % ONE_IN[direction] === 0,
    );
    const outcomes = { before: 0, after: 0 };
    const left = [...kills];
    const lane = async () => {
      for (let kill = left.shift(); kill !== undefined; kill = left.shift()) {
        const folder = join(root, `${direction} ${kill}`);
        await cp(join(root, from), folder, { recursive: true });
        expect(await run(folder, direction, kill)).toBeNull();
        const now = await look(folder);
        const isAfter = !isDeepStrictEqual(now, before);
        expect(now, `killed before step ${kill} of ${steps}`).toEqual(isAfter ? after : before);
        outcomes[isAfter ? "after" : "before"] += 1;
        // Whatever was left, it can be done again.
        if (kill % 5 === 0 && !isAfter) {
          await run(folder, direction, null);
          expect(await look(folder)).toMatchObject({ encrypted: after.encrypted, documents: after.documents });
        }
        await rm(folder, { recursive: true, force: true });
      }
    };
    await Promise.all([lane(), lane()]);
    expect(outcomes.before).toBeGreaterThan(5);
    expect(outcomes.after).toBeGreaterThan(1);
  },
);
