/** The support bundle of a workspace full of people, vans and money: what it says, and that it says nothing of them. */
import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3-multiple-ciphers";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { follow } from "#main/cli/command.ts";
import { main } from "#main/cli/main.ts";
import { FACT_TYPES } from "#main/documents/facts.ts";
import { recordFault } from "#main/engine/error-log.ts";
import { supportBundle } from "#main/engine/support.ts";
import { roomsOf } from "#main/workspace/rooms.ts";
import { DOCUMENT_KINDS } from "#shared/catalogue.ts";
import { formatCents } from "#shared/money.ts";
import { type Bench, openBench } from "../support/engine.ts";

const SAMPLE = join(import.meta.dirname, "..", "..", "resources", "sample-company");
/** Columns whose values are the app's own words, or dates: they may appear. */
const OWN =
  /^(?:meta\.|parameter\.|documentSheet\.kind|coveredDay\.(?:kind|state)|finding\.(?:code|status|direction|period|deadline)|outcome\.(?:code|outcome|period|missing)|scopeState\.period|audit\.command|claim\.(?:kind|status))/;

let bench: Bench;
let home: string;
let text: string;

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "backhaul-support-"));
  bench = await openBench();
  const own = await bench.put([
    { path: "Wages of Dana Whitfield $23.75.csv", bytes: "Name,SSN,Salary\nDana Whitfield,078-05-1120,49400.00\n" },
  ]);
  await bench.importPaths([SAMPLE, ...own]);
  await bench.check();
  await bench.client.reference.setParameter({
    code: "E15",
    name: "tolerance",
    effectiveFrom: "2026-08-02",
    value: 150,
  });
  for await (const event of await bench.client.claims.packet({ filter: {} })) void event;
  for (const words of ["Dana Whitfield earns $23.75", "ENOENT: /home/dana/Payroll.xlsx", "1FTBW2CM5MKA12345"])
    recordFault(home, { at: "2026-08-18T12:00:00.000Z", version: "0.1.0", part: "findings.check" }, new Error(words));
  // Files that are gone or changed, so that verifying has names to say.
  const [first = "", second = ""] = originals();
  rmSync(first);
  appendFileSync(second, "changed");
  for (const packet of readdirSync(join(bench.workspace, "packets"))) rmSync(join(bench.workspace, "packets", packet));
  text = (await bundled(null)).map((part) => part.text).join("\n");
}, 90_000);
afterAll(async () => {
  await bench.close();
  rmSync(home, { recursive: true });
});

function originals(): string[] {
  const folder = join(bench.workspace, "originals");
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

async function bundled(path: string | null) {
  const request = { version: "0.1.0", now: new Date("2026-08-18T12:00:00Z"), home, path };
  return (await follow(supportBundle(roomsOf(bench.workspace), request))).parts;
}

async function emptyBundle(): Promise<string> {
  const empty = await openBench();
  const request = { version: "0.1.0", now: new Date("2026-08-18T12:00:00Z"), home: null, path: null };
  const { parts } = await follow(supportBundle(roomsOf(empty.workspace), request));
  await empty.close();
  return parts.map((part) => part.text).join("\n");
}

/** Every text and every amount in the workspace's database, by the column it stands in. */
function everything(): { texts: Map<string, string>; cents: Map<number, string> } {
  const db = new Database(join(bench.workspace, "backhaul.db"), { readonly: true });
  const texts = new Map<string, string>();
  const cents = new Map<number, string>();
  const tables = db.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
  for (const table of tables.filter((name) => !/^(?:sqlite_|findingSearch)/.test(name)))
    for (const { name } of db.pragma(`table_info("${table}")`) as { name: string }[]) {
      const column = `${table}.${name}`;
      if (OWN.test(column)) continue;
      for (const value of db.prepare(`SELECT DISTINCT "${name}" FROM "${table}"`).pluck().all()) {
        if (typeof value === "string") for (const word of wordsOf(value)) texts.set(word, column);
        if (typeof value === "number" && /cents$/i.test(name)) cents.set(value, column);
      }
    }
  db.close();
  return { texts, cents };
}

/** The whole value and every string inside it, where it is a list or a record. */
function wordsOf(value: string): string[] {
  const inside = /^[[{]/.test(value)
    ? [...value.matchAll(/"((?:[^"\\]|\\.)*)"(?!:)/g)].map(([, word = ""]) => word)
    : [value];
  return inside.filter((word) => word.length >= 4 && !/^\d{4}-\d{2}(?:-\d{2})?$/.test(word));
}

describe("the bundle", () => {
  it("says which version runs where, how much there is, and what is wrong", async () => {
    const parts = new Map((await bundled(null)).map((part) => [part.name, part.text]));
    expect([...parts.keys()]).toEqual([
      "READ-ME-FIRST.txt",
      "versions.txt",
      "counts.txt",
      "parameters.txt",
      "verify.txt",
      "faults.txt",
    ]);
    expect(parts.get("versions.txt")).toMatch(/^Made 2026-08-18T12:00:00\.000Z\nBackhaul 0\.1\.0/);
    expect(parts.get("versions.txt")).toContain("On a drive of this computer");
    expect(parts.get("counts.txt")).toMatch(/^ {2}variable invoice: \d+$/m);
    expect(parts.get("counts.txt")).toMatch(/^ {2}A01 open: \d+$/m);
    expect(parts.get("parameters.txt")).toMatch(/^E15 tolerance from 2026-08-02: \$1\.50$/m);
    const verify = parts.get("verify.txt") ?? "";
    expect(verify).toMatch(/^The workspace is not whole\.$/m);
    expect(verify).not.toContain("no general words");
    expect(verify).toContain("problem: An original is missing from the archive.");
    expect(verify).toContain("problem: An original was changed since it was imported.");
    expect(verify).toContain("problem: A packet is missing from the packets folder.");
    expect(parts.get("faults.txt")).toMatch(/findings\.check: Error\n {2}.*support-bundle\.test\.ts:\d+/);
  });

  it("says nothing that is only in the documents: no person, van, station, file or path", async () => {
    const { texts } = everything();
    expect(texts.size).toBeGreaterThan(1000);
    // What the bundle of an empty workspace says, or could say of any, is the app's own.
    const own = [await emptyBundle(), ...DOCUMENT_KINDS, ...FACT_TYPES].join("\n");
    const said = [...texts].filter(([word]) => text.includes(word) && !own.includes(word));
    expect(said).toEqual([]);
    for (const word of ["Dana", "Whitfield", "078-05-1120", "23.75", "49400", "DXA4", "HLNE", "1FTBW2CM5MKA12345"])
      expect(text).not.toContain(word);
    expect(text).not.toMatch(/[\\/](?:home|tmp|Users|var)\b|[A-Z]:\\/);
    expect(text).not.toContain(bench.root);
    expect(text).not.toMatch(/\b[A-HJ-NPR-Z0-9]{17}\b/);
  });

  it("names no amount", () => {
    const { cents } = everything();
    expect(cents.size).toBeGreaterThan(100);
    for (const amount of cents.keys()) if (amount !== 150) expect(text).not.toContain(formatCents(amount));
    expect(text.match(/\$[\d,.]+/g)).toEqual(["$1.50"]);
  });

  it("is written as a ZIP of the very texts that were shown", async () => {
    const path = join(home, "support.zip");
    const parts = await bundled(path);
    const files = Object.entries(unzipSync(readFileSync(path)));
    expect(files.map(([name, bytes]) => ({ name, text: new TextDecoder().decode(bytes) }))).toEqual(parts);
    expect(readFileSync(path, "latin1")).not.toContain("Whitfield");
  });

  it("is made on the command line as well, also of a workspace that cannot be opened", async () => {
    const workspace = join(home, "damaged");
    mkdirSync(join(workspace, "backups"), { recursive: true });
    writeFileSync(join(workspace, "backhaul.db"), "Dana Whitfield's wages, and no database at all");
    const out = join(home, "damaged.zip");
    expect(await main(["support", workspace, "--out", out])).toBe(0);
    const files = unzipSync(readFileSync(out));
    const said = Object.values(files)
      .map((bytes) => new TextDecoder().decode(bytes))
      .join("\n");
    expect(said).toContain("The database could not be read.");
    expect(said).toContain("The database cannot be read.");
    expect(said).not.toMatch(/Dana|Whitfield/);
    expect(await main(["support", workspace, "--out", join(home, "support.txt")])).toBe(2);
    expect(await main(["support", join(home, "nothing")])).toBe(2);
  });
});
