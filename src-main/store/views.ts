/** Views of the queue that were kept under a name. */
import { type SavedView, savedView } from "#shared/contract/review.ts";
import { appendAudit } from "./audit.ts";
import type { Stamp } from "./profiles.ts";
import type { ReadHandle, WriteHandle } from "./schema.ts";

/** Every view, by name. One that this version cannot read is left out, and kept. */
export async function savedViews(db: ReadHandle): Promise<SavedView[]> {
  const rows = await db.selectFrom("savedView").select("body").orderBy("name").execute();
  return rows.flatMap(({ body }) => readable(body) ?? []);
}

function readable(body: string): SavedView | undefined {
  const read = savedView.safeParse(JSON.parse(body));
  return read.success ? read.data : undefined;
}

/** Keeps a view under its name, in place of one of that name and of the one it was called before. */
export async function saveView(
  db: WriteHandle,
  view: SavedView,
  { at, actor }: Stamp,
  oldName: string = view.name,
): Promise<void> {
  const before = await viewNamed(db, oldName);
  if (oldName !== view.name) await db.deleteFrom("savedView").where("name", "=", oldName).execute();
  const row = { name: view.name, body: JSON.stringify(view), savedAt: at, actor };
  await db
    .insertInto("savedView")
    .values(row)
    .onConflict((conflict) => conflict.column("name").doUpdateSet(row))
    .execute();
  await appendAudit(db, { at, actor, command: "save view", subject: view.name, before, after: view });
}

/** Forgets a view. False where there is none of that name. */
export async function removeView(db: WriteHandle, name: string, { at, actor }: Stamp): Promise<boolean> {
  const before = await viewNamed(db, name);
  const { numDeletedRows } = await db.deleteFrom("savedView").where("name", "=", name).executeTakeFirstOrThrow();
  if (numDeletedRows === 0n) return false;
  await appendAudit(db, { at, actor, command: "remove view", subject: name, before, after: null });
  return true;
}

async function viewNamed(db: ReadHandle, name: string): Promise<unknown> {
  const row = await db.selectFrom("savedView").select("body").where("name", "=", name).executeTakeFirst();
  return row ? JSON.parse(row.body) : null;
}
