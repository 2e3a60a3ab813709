/** Verifying a workspace finds what was changed, removed, added or moved behind the app's back, and says it in a sentence. */
import { appendFile, cp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import DatabaseFile, { type Database } from "better-sqlite3-multiple-ciphers";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { follow } from "#main/cli/command.ts";
import { keep, originalPath } from "#main/documents/archive.ts";
import { auditHash } from "#main/store/audit.ts";
import { roomsOf } from "#main/workspace/rooms.ts";
import { filesIn } from "#main/workspace/shared-files.ts";
import { verifyWorkspace } from "#main/workspace/verifying.ts";
import { type Bench, openBench } from "../support/engine.ts";
import { at, importTogether, invoice, summary } from "../support/imports.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let bench: Bench;
let ready: string;
let packet: string;
beforeAll(async () => {
  bench = await openBench();
  await importTogether(bench, [
    { path: "summary.csv", text: summary("3 Standard Parcel 5", "4 Standard Parcel 6"), at: at(1) },
    { path: "invoice.csv", text: invoice("INV-1", "3 Standard Parcel 4"), at: at(2) },
  ]);
  await bench.check();
  packet = (await follow(await bench.client.claims.packet({ filter: {} }))).file;
  await bench.client.workspace.backUp({});
  const ids = (await bench.client.findings.list({})).map(({ id }) => id);
  await bench.client.findings.decide({ ids, decision: "confirm", reason: "" });
  await bench.engine.session.leave();
  ready = join(bench.root, "ready");
  await cp(bench.workspace, ready, { recursive: true });
});
afterAll(async () => bench.close());

const rooms = () => roomsOf(bench.workspace);
beforeEach(async () => {
  await rm(bench.workspace, { recursive: true });
  await cp(ready, bench.workspace, { recursive: true });
});

/** The lines of a verification but for the good ones. */
async function faults(): Promise<string[]> {
  const { whole, lines } = await follow(verifyWorkspace(rooms()));
  expect(whole).toBe(lines.every(({ state }) => state !== "problem"));
  return lines.filter(({ state }) => state !== "good").map(({ state, text }) => `${state}: ${text}`);
}

/** Changes the database as nobody should. */
function tamper(work: (db: Database) => void): void {
  const db = new DatabaseFile(rooms().database);
  db.pragma("foreign_keys = OFF");
  db.exec("DROP TRIGGER audit_keep_update; DROP TRIGGER audit_keep_delete");
  work(db);
  db.close();
}

/** Writes the hashes of the trail anew, as one who covers his tracks would. */
function rehash(db: Database): void {
  let previousHash = "0".repeat(64);
  const rows = db.prepare("SELECT * FROM audit ORDER BY seq").all() as Parameters<typeof auditHash>[1][];
  for (const row of rows) {
    const hash = auditHash(previousHash, row);
    db.prepare("UPDATE audit SET previousHash = ?, hash = ? WHERE seq = ?").run(previousHash, hash, row.seq);
    previousHash = hash;
  }
  db.prepare("UPDATE meta SET value = ? WHERE key = 'audit end'").run(`${rows.length} ${previousHash}`);
}

it("finds nothing in a workspace that is whole, and counts what it looked at", async () => {
  expect(await faults()).toEqual([]);
  const { lines } = await follow(verifyWorkspace(rooms()));
  const said = lines.map(({ text }) => text).join("\n");
  expect(said).toMatch(/^The database is whole: \d+ tables, every reference leads to a row\.$/m);
  expect(said).toMatch(/^The audit trail is whole: \d+ entries\.$/m);
  expect(said).toMatch(/^The evidence of \d+ findings? leads to stored rows\.$/m);
  expect(said).toContain("The archive is whole: 2 originals, none changed.");
  expect(said).toContain("1 packet: all there, none changed.");
});

describe("the database", () => {
  it("cut off, overwritten, missing or of a newer app", async () => {
    await writeFile(rooms().database, "not a database at all ".repeat(1_000));
    expect((await faults())[0]).toBe("problem: The database cannot be read (file is not a database).");
    await rm(rooms().database);
    expect(await faults()).toEqual(["problem: The database is missing. Restore one of the backups."]);
  });

  it("of a newer app", async () => {
    tamper((db) => db.pragma("user_version = 99"));
    expect((await faults())[0]).toMatch(/^problem: The database was made by a newer version of Backhaul \(schema 99;/);
  });

  it("with a row that refers to nothing", async () => {
    tamper((db) => db.prepare("INSERT INTO coveredDay VALUES (77, 'timecard', NULL, '2026-08-03', 'covered')").run());
    expect((await faults())[0]).toBe("problem: The database has 1 row that refer to nothing.");
  });
});

describe("the audit trail", () => {
  it("changed", async () => {
    tamper((db) => db.prepare("UPDATE audit SET actor = 'somebody else' WHERE seq = 2").run());
    expect(await faults()).toEqual([
      "problem: The audit trail is not whole: entry 2 of the audit trail was changed after it was written.",
    ]);
  });

  it("removed in the middle", async () => {
    tamper((db) => db.prepare("DELETE FROM audit WHERE seq = 2").run());
    expect(await faults()).toEqual(["problem: The audit trail is not whole: entry 2 of the audit trail was removed."]);
  });

  it("reordered, even with every number put right", async () => {
    tamper((db) => {
      db.exec(
        "UPDATE audit SET seq = -1 WHERE seq = 2; UPDATE audit SET seq = 2 WHERE seq = 3; UPDATE audit SET seq = 3 WHERE seq = -1",
      );
    });
    expect((await faults())[0]).toMatch(/^problem: The audit trail is not whole: entry 2 .*(changed|moved)/);
  });

  it("cut off at its end", async () => {
    tamper((db) => db.exec("DELETE FROM audit WHERE seq = (SELECT max(seq) FROM audit)"));
    expect((await faults())[0]).toMatch(/its end was at entry \d+: entries were cut off or added\.$/);
  });

  it("rewritten from the beginning with right hashes: a backup knows better", async () => {
    tamper((db) => {
      db.exec("UPDATE audit SET actor = 'somebody else' WHERE seq = 1");
      rehash(db);
    });
    expect((await faults())[0]).toMatch(/a backup of .* knows entry \d+ of the audit trail as another one/);
  });
});

describe("the evidence", () => {
  it("of a finding whose row is gone", async () => {
    tamper((db) => db.exec("DELETE FROM dayTally"));
    const said = await faults();
    expect(said.length).toBeGreaterThan(0);
    for (const line of said)
      expect(line).toMatch(/^problem: .* stands on row \d+ of summary\.csv, which is not stored any more\.$/);
  });

  it("that went with a document that was taken back waits for the next check", async () => {
    await bench.engine.session.open(bench.workspace);
    const [document] = (await bench.client.documents.history({})).filter(({ name }) => name === "summary.csv");
    await bench.client.documents.undo({ documentIds: [document?.id ?? 0] });
    expect(await faults()).toEqual([expect.stringMatching(/^note: \d+ rows? of evidence went with documents/)]);
    await bench.check();
    expect(await faults()).toEqual([]);
    await bench.engine.session.leave();
  });
});

describe("the archive", () => {
  const original = async () => (await filesIn(rooms().originals.folder)).sort()[0] ?? "";

  it("with an original missing", async () => {
    await rm(await original());
    expect(await faults()).toEqual([
      expect.stringMatching(/^problem: The original of \w+\.csv is missing from the archive\./),
    ]);
  });

  it("with an original changed", async () => {
    await appendFile(await original(), "!");
    expect(await faults()).toEqual([
      expect.stringMatching(/^problem: The original of \w+\.csv was changed since it was imported\./),
    ]);
  });

  it("with a file that belongs to no document", async () => {
    await keep(rooms().originals, Buffer.from("a stranger"));
    expect(await faults()).toEqual(["note: 1 file in the archive belong to no document. They do no harm."]);
    await writeFile(originalPath(rooms().originals, "0".repeat(64)).slice(0, -1), "oddly named").catch(() => undefined);
    expect((await faults()).every((line) => line.startsWith("note: "))).toBe(true);
  });
});

describe("the packets", () => {
  it("missing or changed", async () => {
    await appendFile(join(rooms().packets, packet), "!");
    expect(await faults()).toEqual([`problem: ${packet} was changed since it was written.`]);
    await rm(join(rooms().packets, packet));
    expect(await faults()).toEqual([`problem: ${packet} is missing from the packets folder.`]);
  });

  it("that were put elsewhere belong to who put them there", async () => {
    await bench.engine.session.open(bench.workspace);
    const file = join(bench.root, "mine.pdf");
    await follow(await bench.client.claims.packet({ filter: {}, to: bench.files.offer(file) }));
    expect(await faults()).toEqual([]);
    await rm(file);
    expect(await faults()).toEqual([`note: The packet that was written to ${file} is not there any more.`]);
    await bench.engine.session.leave();
  });
});
