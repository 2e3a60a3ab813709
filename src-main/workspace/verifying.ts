/** Looks whether a whole workspace is as it should be: its database, its archive and its packets. Changes nothing. */
import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import type { Progress, Verification } from "#shared/contract/schemas.ts";
import { counted, type VerifyLine, verifyDatabase } from "../store/verify.ts";
import { backupsIn } from "./found-backups.ts";
import { isEncrypted, readKeyFile, stillLocked } from "./keys.ts";
import { leftAsItIs } from "./leftovers.ts";
import type { Rooms } from "./rooms.ts";
import { filesIn, holds, placeIn, sha256OfFile } from "./shared-files.ts";

/** How far it is, or the whole answer. */
export type Verifying = Progress | { readonly type: "done"; readonly result: Verification };

/** Files that are hashed between two reports of progress. */
const AT_ONCE = 50;

/** Examines a workspace's folder. What is wrong is said in the lines, not thrown; but one that is locked throws StoreError `ENCRYPTED`. */
export async function* verifyWorkspace(rooms: Rooms, signal?: AbortSignal): AsyncGenerator<Verifying> {
  if (!rooms.vault && isEncrypted(rooms)) throw stillLocked();
  yield progress("Checking the database", 0, 1);
  if (!existsSync(rooms.database)) {
    const lines: VerifyLine[] = [{ state: "problem", text: "The database is missing. Restore one of the backups." }];
    yield { type: "done", result: { whole: false, lines } };
    return;
  }
  const known = backupsIn(rooms.backups, rooms.vault).flatMap(({ manifest }) =>
    manifest === null
      ? []
      : [{ at: manifest.madeAt, entries: manifest.totals.auditEntries, head: manifest.totals.auditHead }],
  );
  const { lines: ofDatabase, carried, elsewhere } = verifyDatabase(rooms.database, known, rooms.vault);
  const lines = [...keyLines(rooms), ...ofDatabase];
  const originals = carried?.originals ?? [];
  // Under which name each original lies.
  const names = new Map(
    originals.map(({ sha256, name }) => [basename(placeIn(rooms.originals, sha256).path), { sha256, name }]),
  );
  const files = await filesIn(rooms.originals.folder);
  const present = new Set<string>();
  const changed: string[] = [];
  for (const [index, path] of files.entries()) {
    if (index % AT_ONCE === 0) {
      signal?.throwIfAborted();
      yield progress("Checking the archive", index, files.length);
    }
    const file = basename(path);
    present.add(file);
    // What a sealed file stands for, only the database tells.
    const sha256 = names.get(file)?.sha256 ?? (rooms.vault ? null : file);
    if (sha256 !== null && /^[0-9a-f]{64}$/.test(sha256) && !(await holds({ path, vault: rooms.vault }, sha256)))
      changed.push(file);
  }
  if (carried) {
    lines.push(...archiveLines(names, present, changed));
    lines.push(...(await packetLines(rooms, carried.packets, elsewhere)));
  } else {
    const text = "What the archive should hold cannot be read from the database.";
    lines.push({ state: "note", text });
    for (const name of changed) lines.push({ state: "problem", text: `The archived file ${name} was changed.` });
  }
  // What is not encrypted beside what is.
  if (rooms.vault) for (const text of leftAsItIs(rooms)) lines.push({ state: "note", text });
  yield { type: "done", result: { whole: lines.every(({ state }) => state !== "problem"), lines } };
}

/** Of an encrypted workspace: whether it can be unlocked again. */
function keyLines(rooms: Rooms): VerifyLine[] {
  if (!rooms.vault) return [];
  try {
    if (readKeyFile(rooms).id === rooms.vault.id)
      return [{ state: "good", text: "The workspace is encrypted, and its key file is whole." }];
  } catch {
    // Said below.
  }
  const text =
    "The key file (key.json) is missing, damaged or of another workspace: without it neither passphrase nor recovery key opens anything. Put back a copy of it; each backup of this workspace holds one.";
  return [{ state: "problem", text }];
}

function progress(stage: string, done: number, total: number): Progress {
  return { type: "progress", stage, done, total, detail: "" };
}

function archiveLines(
  names: ReadonlyMap<string, { readonly name: string }>,
  present: ReadonlySet<string>,
  changed: readonly string[],
): VerifyLine[] {
  const lines: VerifyLine[] = [];
  const missing = [...names].filter(([file]) => !present.has(file));
  for (const [, { name }] of missing) {
    const text = `The original of ${name} is missing from the archive. The figures read from it are kept; restore a backup or import the file again.`;
    lines.push({ state: "problem", text });
  }
  for (const file of changed) {
    const name = names.get(file)?.name;
    const text =
      name === undefined
        ? `The archived file ${file}, which no document refers to, was changed.`
        : `The original of ${name} was changed since it was imported. The figures read from it are kept.`;
    lines.push({ state: name === undefined ? "note" : "problem", text });
  }
  if (lines.every(({ state }) => state !== "problem"))
    lines.push({ state: "good", text: `The archive is whole: ${counted(names.size, "original")}, none changed.` });
  const extra = [...present].filter((name) => !names.has(name)).length;
  if (extra > 0)
    lines.push({
      state: "note",
      text: `${counted(extra, "file")} in the archive belong to no document. They do no harm.`,
    });
  return lines;
}

async function packetLines(
  rooms: Rooms,
  packets: readonly { readonly file: string; readonly sha256: string }[],
  elsewhere: readonly { readonly file: string; readonly sha256: string }[],
): Promise<VerifyLine[]> {
  const lines: VerifyLine[] = [];
  for (const { file, sha256 } of packets) {
    const found = await sha256OfFile(join(rooms.packets, basename(file)));
    if (found === sha256) continue;
    const what = found === null ? "is missing from the packets folder" : "was changed since it was written";
    lines.push({ state: "problem", text: `${file} ${what}.` });
  }
  if (lines.length === 0)
    lines.push({ state: "good", text: `${counted(packets.length, "packet")}: all there, none changed.` });
  for (const { file, sha256 } of elsewhere) {
    const found = await sha256OfFile(file);
    if (found === sha256) continue;
    const what = found === null ? "is not there any more" : "holds something else now";
    lines.push({ state: "note", text: `The packet that was written to ${file} ${what}.` });
  }
  return lines;
}
