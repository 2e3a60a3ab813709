/** Saved mappings in the store: the newest first, each change in the trail. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { auditTail, brokenAuditEntry } from "#main/store/audit.ts";
import { profileNamed, removeProfile, savedProfiles, saveProfile } from "#main/store/profiles.ts";
import { Store } from "#main/store/store.ts";
import type { MappingProfile } from "#shared/contract/schemas.ts";

let folder: string;
let store: Store;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "backhaul-profiles-"));
  store = Store.open(join(folder, "a.db"), { access: "write", backupFile: () => join(folder, "backup.db") });
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

const profile = (name: string): MappingProfile => ({
  name,
  kind: "bank statement",
  layout: "",
  fingerprint: "a".repeat(64),
  columns: { date: "Booked", description: "Text", amount: "Sum" },
  constants: {},
  dates: "month first",
  numbers: "1,234.56",
  reversed: [],
});
const stamp = (day: number) => ({ at: `2026-08-0${day}T12:00:00.000Z`, actor: "tester" });
const names = async () => (await store.read(savedProfiles)).map(({ name }) => name);

describe("saved mappings", () => {
  it("come newest first: of two for one header the newest is taken", async () => {
    await store.write((db) => saveProfile(db, profile("B"), stamp(1)));
    await store.write((db) => saveProfile(db, profile("A"), stamp(2)));
    expect(await names()).toEqual(["A", "B"]);
    await store.write((db) => saveProfile(db, profile("B"), stamp(3)));
    expect(await names()).toEqual(["B", "A"]);
  });

  it("take the place of one of their name", async () => {
    await store.write((db) => saveProfile(db, profile("A"), stamp(1)));
    const changed = { ...profile("A"), dates: "day first" as const };
    await store.write((db) => saveProfile(db, changed, stamp(2)));
    expect(await store.read((db) => profileNamed(db, "A"))).toEqual(changed);
    expect(await names()).toEqual(["A"]);
  });

  it("are renamed only where they are there", async () => {
    await store.write((db) => saveProfile(db, profile("A"), stamp(1)));
    expect(await store.write((db) => saveProfile(db, profile("C"), stamp(2), "B"))).toBe(false);
    expect(await store.write((db) => saveProfile(db, profile("C"), stamp(2), "A"))).toBe(true);
    expect(await names()).toEqual(["C"]);
  });

  it("leave a trail of what was saved, renamed and removed", async () => {
    await store.write((db) => saveProfile(db, profile("A"), stamp(1)));
    await store.write((db) => saveProfile(db, profile("B"), stamp(2), "A"));
    expect(await store.write((db) => removeProfile(db, "B", stamp(3)))).toBe(true);
    expect(await store.write((db) => removeProfile(db, "B", stamp(4)))).toBe(false);
    const { entries } = await store.read((db) => auditTail(db, 10));
    expect(entries.map(({ command, subject }) => [command, subject])).toEqual([
      ["save mapping", "A"],
      ["rename mapping", "B"],
      ["remove mapping", "B"],
    ]);
    expect(JSON.parse(entries[1]?.before ?? "")).toMatchObject({ name: "A" });
    expect(await store.read(brokenAuditEntry)).toBeNull();
  });

  it("of a kind this version does not know are passed over, and kept", async () => {
    await store.write((db) => saveProfile(db, profile("A"), stamp(1)));
    await store.write((db) =>
      db
        .updateTable("profile")
        .set({ body: JSON.stringify({ ...profile("A"), kind: "tide table" }) })
        .execute(),
    );
    expect(await names()).toEqual([]);
    const row = await store.read((db) => db.selectFrom("profile").select("name").executeTakeFirst());
    expect(row).toEqual({ name: "A" });
  });
});
