/** Comments and attached files of findings and claims. The bytes of attachments lie in the archive of originals. */
import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import type { About, Notes } from "#shared/contract/claims.ts";
import { attachmentName } from "../../claims/file-name.ts";
import { claimLabel } from "../../claims/label.ts";
import { keep, original } from "../../documents/archive.ts";
import { placeFile } from "../../packets/write.ts";
import { appendAudit } from "../../store/audit.ts";
import * as store from "../../store/notes.ts";
import type { ReadHandle } from "../../store/schema.ts";
import { notFound, refusal } from "../errors.ts";
import type { Session } from "../session.ts";
import { forgetUnused } from "../undoing.ts";

/** The largest file that can be attached, in bytes. */
const LARGEST = 100 * 1024 * 1024;

/** Comments and attachments of a finding or claim. Throws NOT_FOUND. */
export async function notes(db: ReadHandle, about: About): Promise<Notes> {
  await isThere(db, about);
  return store.notesOf(db, about);
}

/** Adds a comment. Throws NOT_FOUND. */
export async function comment(session: Session, { about, text }: { about: About; text: string }): Promise<Notes> {
  const stamp = session.stamp();
  return session.workspace.store.write(async (db) => {
    await isThere(db, about);
    const id = await store.addComment(db, about, { ...stamp, text });
    const entry = { ...stamp, command: "comment", subject: subjectOf(about) };
    await appendAudit(db, { ...entry, before: null, after: { comment: id, text } });
    return store.notesOf(db, about);
  });
}

/** Takes a comment away. Throws NOT_FOUND. */
export async function uncomment(session: Session, { about, id }: { about: About; id: number }): Promise<Notes> {
  const stamp = session.stamp();
  return session.workspace.store.write(async (db) => {
    const removed = await store.removeComment(db, about, id, stamp.at);
    if (removed === undefined) throw notFound("This comment is not here any more.");
    const entry = { ...stamp, command: "remove comment", subject: subjectOf(about) };
    await appendAudit(db, { ...entry, before: { comment: id, text: removed.text }, after: null });
    return store.notesOf(db, about);
  });
}

/** Attaches files: all of them or none. Throws NOT_FOUND, REFUSED for a folder or a file that is too large. */
export async function attach(session: Session, about: About, paths: readonly string[]): Promise<Notes> {
  const { store: database, originals } = session.workspace;
  const stamp = session.stamp();
  await database.read((db) => isThere(db, about));
  const kept: store.NewAttachment[] = [];
  for (const path of paths) await fits(path);
  try {
    for (const path of paths) {
      const bytes = await readFile(path);
      const sha256 = await keep(originals, bytes);
      kept.push({ ...stamp, name: attachmentName(basename(path)), sha256, bytes: bytes.byteLength });
    }
    return await database.write(async (db) => {
      await isThere(db, about);
      const known = new Set(
        (await store.notesOf(db, about)).attachments.map(({ sha256, name }) => `${sha256} ${name}`),
      );
      for (const attachment of kept) {
        const { name, sha256, bytes } = attachment;
        // The same file under the same name is attached once.
        if (known.has(`${sha256} ${name}`)) continue;
        known.add(`${sha256} ${name}`);
        const id = await store.addAttachment(db, about, attachment);
        const entry = { ...stamp, command: "attach", subject: subjectOf(about) };
        await appendAudit(db, { ...entry, before: null, after: { attachment: id, name, sha256, bytes } });
      }
      return store.notesOf(db, about);
    });
  } catch (error) {
    await forgetUnused(
      database,
      originals,
      kept.map(({ sha256 }) => sha256),
    );
    throw error;
  }
}

/** Takes an attachment away; its bytes go when nothing else refers to them. Throws NOT_FOUND. */
export async function detach(session: Session, { about, id }: { about: About; id: number }): Promise<Notes> {
  const { store: database, originals } = session.workspace;
  const stamp = session.stamp();
  const { removed, left } = await database.write(async (db) => {
    const taken = await store.removeAttachment(db, about, id, stamp.at);
    if (taken === undefined) throw notFound("This attachment is not here any more.");
    const entry = { ...stamp, command: "detach", subject: subjectOf(about) };
    await appendAudit(db, { ...entry, before: { attachment: id, ...taken }, after: null });
    return { removed: taken, left: await store.notesOf(db, about) };
  });
  await forgetUnused(database, originals, [removed.sha256]);
  return left;
}

/** Writes an attachment to a file. Throws NOT_FOUND, REFUSED where the archived file is gone or was changed. */
export async function saveAttachment(session: Session, id: number, path: string): Promise<{ file: string }> {
  const { store: database, originals } = session.workspace;
  const found = await database.read((db) => store.attachmentById(db, id));
  if (found === undefined) throw notFound("This attachment is not here any more.");
  const bytes = await original(originals, found.sha256).catch(() => {
    throw refusal(`The archived file of ${found.name} is missing or was changed. Verify the workspace to see more.`);
  });
  await placeFile(path, bytes);
  return { file: basename(path) };
}

async function isThere(db: ReadHandle, about: About): Promise<void> {
  if (await store.aboutExists(db, about)) return;
  throw notFound(`${"finding" in about ? "This finding" : `Claim ${claimLabel(about.claim)}`} is not here any more.`);
}

/** Lets a path pass that is a file of a size we keep. */
async function fits(path: string): Promise<void> {
  const name = basename(path);
  const info = await stat(path).catch(() => {
    throw refusal(`${name} is no longer there. Choose it again.`);
  });
  if (!info.isFile()) throw refusal(`${name} is no file. Attach files, one by one or several at once.`);
  if (info.size === 0) throw refusal(`${name} is empty, so there is nothing to attach.`);
  if (info.size > LARGEST) throw refusal(`${name} is larger than 100 MB. Attach a smaller copy of it.`);
}

function subjectOf(about: About): string {
  return "finding" in about ? about.finding : claimLabel(about.claim);
}
