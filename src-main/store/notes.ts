/** What people add to findings and claims: comments and attached files. What was taken away stays as a row with its day. */
import type { About, Notes } from "#shared/contract/claims.ts";
import type { ReadHandle, WriteHandle } from "./schema.ts";

/** The columns that say what a note belongs to. */
function belongsTo(about: About): { findingId: string | null; claimNumber: number | null } {
  return "finding" in about
    ? { findingId: about.finding, claimNumber: null }
    : { findingId: null, claimNumber: about.claim };
}

/** Whether the finding or claim is there. */
export async function aboutExists(db: ReadHandle, about: About): Promise<boolean> {
  const row =
    "finding" in about
      ? await db.selectFrom("finding").select("id").where("id", "=", about.finding).executeTakeFirst()
      : await db.selectFrom("claim").select("number").where("number", "=", about.claim).executeTakeFirst();
  return row !== undefined;
}

/** Comments and attachments of a finding or claim, oldest first, without those that were taken away. */
export async function notesOf(db: ReadHandle, about: About): Promise<Notes> {
  const { findingId, claimNumber } = belongsTo(about);
  const comments = await db
    .selectFrom("comment")
    .select(["id", "at", "actor", "text"])
    .where("findingId", "is", findingId)
    .where("claimNumber", "is", claimNumber)
    .where("removedAt", "is", null)
    .orderBy("id")
    .execute();
  const attachments = await db
    .selectFrom("attachment")
    .select(["id", "at", "actor", "name", "sha256", "bytes"])
    .where("findingId", "is", findingId)
    .where("claimNumber", "is", claimNumber)
    .where("removedAt", "is", null)
    .orderBy("id")
    .execute();
  return { comments, attachments };
}

/** Adds a comment. Returns its id. */
export async function addComment(
  db: WriteHandle,
  about: About,
  comment: { at: string; actor: string; text: string },
): Promise<number> {
  const values = { ...belongsTo(about), ...comment, removedAt: null };
  return (await db.insertInto("comment").values(values).returning("id").executeTakeFirstOrThrow()).id;
}

/** Takes a comment away. Returns its text, or undefined where there is none. */
export async function removeComment(db: WriteHandle, about: About, id: number, at: string) {
  const { findingId, claimNumber } = belongsTo(about);
  return db
    .updateTable("comment")
    .set({ removedAt: at })
    .where("id", "=", id)
    .where("findingId", "is", findingId)
    .where("claimNumber", "is", claimNumber)
    .where("removedAt", "is", null)
    .returning("text")
    .executeTakeFirst();
}

/** A file that was put into the archive. */
export interface NewAttachment {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly at: string;
  readonly actor: string;
}

/** Attaches a file that is in the archive. Returns its id. */
export async function addAttachment(db: WriteHandle, about: About, attachment: NewAttachment): Promise<number> {
  const values = { ...belongsTo(about), ...attachment, removedAt: null };
  return (await db.insertInto("attachment").values(values).returning("id").executeTakeFirstOrThrow()).id;
}

/** Takes an attachment away. Returns what it was, or undefined where there is none. */
export async function removeAttachment(db: WriteHandle, about: About, id: number, at: string) {
  const { findingId, claimNumber } = belongsTo(about);
  return db
    .updateTable("attachment")
    .set({ removedAt: at })
    .where("id", "=", id)
    .where("findingId", "is", findingId)
    .where("claimNumber", "is", claimNumber)
    .where("removedAt", "is", null)
    .returning(["name", "sha256", "bytes"])
    .executeTakeFirst();
}

/** An attachment that is there, or undefined. */
export async function attachmentById(db: ReadHandle, id: number) {
  return db
    .selectFrom("attachment")
    .select(["name", "sha256", "bytes"])
    .where("id", "=", id)
    .where("removedAt", "is", null)
    .executeTakeFirst();
}
