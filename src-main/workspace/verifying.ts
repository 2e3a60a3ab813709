/** Looks whether a whole workspace is as it should be: its database, its archive and its packets. Changes nothing. */
import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import type { Progress, Verification } from "#shared/contract/schemas.ts";
import { counted, type VerifyLine, verifyDatabase } from "../store/verify.ts";
import { backupsIn } from "./backups.ts";
import type { Rooms } from "./rooms.ts";
import { filesIn, sha256OfFile } from "./shared-files.ts";

/** How far it is, or the whole answer. */
export type Verifying = Progress | { readonly type: "done"; readonly result: Verification };

/** Files that are hashed between two reports of progress. */
const AT_ONCE = 50;

/** Examines a workspace's folder. What is wrong is said in the lines, not thrown. */
export async function* verifyWorkspace(rooms: Rooms, signal?: AbortSignal): AsyncGenerator<Verifying> {
  yield progress("Checking the database", 0, 1);
  if (!existsSync(rooms.database)) {
    const lines: VerifyLine[] = [{ state: "problem", text: "The database is missing. Restore one of the backups." }];
    yield { type: "done", result: { whole: false, lines } };
    return;
  }
  const known = backupsIn(rooms.backups).flatMap(({ manifest }) =>
    manifest === null
      ? []
      : [{ at: manifest.madeAt, entries: manifest.totals.auditEntries, head: manifest.totals.auditHead }],
  );
  const { lines: ofDatabase, carried, elsewhere } = verifyDatabase(rooms.database, known);
  const lines = [...ofDatabase];
  const files = await filesIn(rooms.originals);
  const present = new Set<string>();
  const changed: string[] = [];
  const names = new Map(carried?.originals.map(({ sha256, name }) => [sha256, name]));
  for (const [index, file] of files.entries()) {
    if (index % AT_ONCE === 0) {
      signal?.throwIfAborted();
      yield progress("Checking the archive", index, files.length);
    }
    const name = basename(file);
    present.add(name);
    if (/^[0-9a-f]{64}$/.test(name) && (await sha256OfFile(file)) !== name) changed.push(name);
  }
  if (carried) {
    lines.push(...archiveLines(names, present, changed));
    lines.push(...(await packetLines(rooms, carried.packets, elsewhere)));
  } else {
    const text = "What the archive should hold cannot be read from the database.";
    lines.push({ state: "note", text });
    for (const name of changed) lines.push({ state: "problem", text: `The archived file ${name} was changed.` });
  }
  yield { type: "done", result: { whole: lines.every(({ state }) => state !== "problem"), lines } };
}

function progress(stage: string, done: number, total: number): Progress {
  return { type: "progress", stage, done, total, detail: "" };
}

function archiveLines(
  names: ReadonlyMap<string, string>,
  present: ReadonlySet<string>,
  changed: readonly string[],
): VerifyLine[] {
  const lines: VerifyLine[] = [];
  const missing = [...names].filter(([sha256]) => !present.has(sha256));
  for (const [, name] of missing) {
    const text = `The original of ${name} is missing from the archive. The figures read from it are kept; restore a backup or import the file again.`;
    lines.push({ state: "problem", text });
  }
  for (const sha256 of changed) {
    const name = names.get(sha256);
    const text =
      name === undefined
        ? `The archived file ${sha256}, which no document refers to, was changed.`
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
