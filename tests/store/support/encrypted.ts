/** A small workspace that can be encrypted, and what it takes to look into it from outside. */
import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { keep, sha256Of } from "#main/documents/archive.ts";
import { appendAuditTo } from "#main/store/audit.ts";
import { openFile } from "#main/store/connection.ts";
import type { Lock } from "#main/store/manifest.ts";
import type { VerifyLine } from "#main/store/verify.ts";
import { makeBackup } from "#main/workspace/backups.ts";
import { changeKeys } from "#main/workspace/encrypting.ts";
import type { Rooms } from "#main/workspace/rooms.ts";
import { filesIn } from "#main/workspace/shared-files.ts";
import { verifyWorkspace } from "#main/workspace/verifying.ts";
import { lockWorkspace, openWorkspace } from "#main/workspace/workspace.ts";

/** What nobody may find in an encrypted workspace. */
export const WAGE = "Jordan Rivers 21.50 an hour";
const NOW = new Date("2026-08-18T12:00:00.000Z");
export const STAMP = { now: NOW, actor: "tester" };

/** Stores a document in a workspace that nobody has open. Returns its hash. */
export async function addDocument(rooms: Rooms, name: string, text: string): Promise<string> {
  const sha256 = await keep(rooms.originals, Buffer.from(text));
  const db = openFile(rooms.database, { readonly: false, mustExist: true, vault: rooms.vault });
  db.prepare(
    `INSERT INTO document (name, sha256, bytes, asOf, importedAt, stations, rows) VALUES (?, ?, ?, '2026-08-01', '2026-08-02', '[]', 0)`,
  ).run(name, sha256, text.length);
  const entry = { at: NOW.toISOString(), actor: "tester", command: "import", subject: sha256 };
  appendAuditTo(db, { ...entry, before: null, after: name });
  db.close();
  return sha256;
}

/** A workspace with two documents, a packet, and a backup of the state before the second document. */
export async function makeWorkspace(rooms: Rooms): Promise<void> {
  await openWorkspace(rooms.folder, "write", () => NOW, rooms.vault).close();
  await addDocument(rooms, "hours.csv", `${WAGE}, week 31`);
  const packet = Buffer.from("%PDF a packet");
  await writeFile(join(rooms.packets, "HLNE-001.pdf"), packet);
  const db = openFile(rooms.database, { readonly: false, mustExist: true, vault: rooms.vault });
  db.prepare(
    "INSERT INTO packet (file, sha256, findings, totalCents, madeAt, actor) VALUES (?, ?, 1, 100, '2026-08-18T12:00:00Z', 'tester')",
  ).run("HLNE-001.pdf", sha256Of(packet));
  db.close();
  await makeBackup(rooms, rooms.backups, "asked", new Date("2026-08-17T12:00:00.000Z"));
  await addDocument(rooms, `${WAGE}.csv`, `${WAGE}, week 32`);
}

/** Writes a workspace anew under other keys; what it says that was left as it is. */
export async function turn(rooms: Rooms, lock: Lock | null): Promise<string[]> {
  const unlock = lockWorkspace(rooms.folder);
  try {
    const steps = changeKeys(rooms, lock, STAMP);
    for (;;) {
      const { done, value } = await steps.next();
      if (done) return value;
    }
  } finally {
    unlock();
  }
}

/** Files below a folder in which a text stands as it is, in any of the ways SQLite and JSON write it. */
export async function filesWith(folder: string, text: string): Promise<string[]> {
  const bytes = [Buffer.from(text), Buffer.from(text, "utf16le")];
  const found = (await filesIn(folder)).filter((path) => {
    const content = readFileSync(path);
    return bytes.some((each) => content.includes(each));
  });
  return found.map((path) => relative(folder, path).replaceAll("\\", "/")).sort();
}

/** What verifying a workspace finds wrong. */
export async function problemsOf(rooms: Rooms): Promise<string[]> {
  let lines: readonly VerifyLine[] = [];
  for await (const event of verifyWorkspace(rooms)) if (event.type === "done") lines = event.result.lines;
  return lines.filter(({ state }) => state === "problem").map(({ text }) => text);
}

/** Turns over one bit of a file. */
export async function turnBit(path: string, at: number): Promise<void> {
  const bytes = readFileSync(path);
  const place = at < 0 ? bytes.length + at : at;
  bytes[place] = (bytes[place] ?? 0) ^ 1;
  await writeFile(path, bytes);
}
