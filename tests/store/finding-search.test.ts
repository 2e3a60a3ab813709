/** The index the search looks into: it is there after an update, in copies and after a restore, encrypted or not. */
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { verifiedCopyOf, withDatabase } from "#main/store/backup.ts";
import { type QueueQuery, queueStretch } from "#main/store/findings-queue.ts";
import { replaceContent } from "#main/store/restore.ts";
import { Store } from "#main/store/store.ts";
import { type Vault, vaultOf } from "#main/vault/vault.ts";
import type { FindingStatus } from "#shared/contract/schemas.ts";
import { fillFindings } from "../support/many-findings.ts";
import { writeFirstSchema } from "./support/first-schema.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "backhaul-search-"));
});
afterEach(async () => rm(folder, { recursive: true, force: true }));

const open = (name: string, vault: Vault | null = null) =>
  Store.open(join(folder, name), { access: "write", backupFile: () => join(folder, "before.db"), vault });

/** How many findings a text finds, and how many say it. */
async function found(store: Store, text: string): Promise<{ found: number; said: number }> {
  return store.read(async (db) => {
    const status: FindingStatus[] = ["open", "confirmed", "dismissed", "cleared"];
    const query: QueueQuery = {
      filter: { search: text, status },
      sort: "code",
      descending: false,
      offset: 0,
      limit: 5000,
    };
    const rows = await db.selectFrom("finding").select("sentence").execute();
    return {
      found: (await queueStretch(db, query)).length,
      said: rows.filter(({ sentence }) => sentence.includes(text)).length,
    };
  });
}

it("knows the findings of a workspace from before there was one, whatever they hold", async () => {
  writeFirstSchema(join(folder, "old.db"));
  const store = open("old.db");
  expect(await found(store, "DROP TABLE document")).toMatchObject({ found: 1, said: 1 });
  expect(await found(store, "x".repeat(60))).toMatchObject({ found: 1, said: 1 });
  await store.close();
});

it.each([null, vaultOf(randomBytes(32))])(
  "is in a copy, and in a workspace the copy is restored into (%#)",
  async (vault) => {
    const live = open("live.db", vault);
    await fillFindings(live, 200);
    const before = await found(live, "Marisol");
    expect(before.found).toBe(before.said);
    await live.close();
    verifiedCopyOf(join(folder, "live.db"), join(folder, "copy.db"), vault);

    const later = open("live.db", vault);
    await later.write((db) => db.updateTable("finding").set({ sentence: "Nothing of the sort." }).execute());
    expect(await found(later, "Marisol")).toMatchObject({ said: 0 });
    await replaceContent(join(folder, "copy.db"), join(folder, "live.db"), vault);
    expect(await found(later, "Marisol")).toEqual(before);
    // What comes later is found as well.
    await later.write((db) => db.updateTable("finding").set({ sentence: "Restored and reworded." }).execute());
    expect((await found(later, "and rewor")).found).toBe(200);
    await later.close();
    const check = withDatabase(join(folder, "live.db"), (db) => db.pragma("integrity_check"), vault);
    expect(check).toEqual([{ integrity_check: "ok" }]);
  },
);
