/**
 * Files made to hurt: each must end in a plain answer, in time, within its memory, and leave the reader able to read the next one. The
 * hostile files of the shared collection are read too where it is there.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { unzipSync } from "fflate";
import { afterAll, describe, expect, it } from "vitest";
import { utils, write } from "xlsx";
import { Parser } from "#main/documents/read/parser.ts";
import type { UnderstoodFile } from "#main/documents/understand.ts";
import { bytes, csv, zip } from "./support.ts";

const SHARED = join(import.meta.dirname, "../../../shared/torture");
const WORKER = pathToFileURL(join(import.meta.dirname, "../../src-main/documents/read/worker.ts"));
const folder = mkdtempSync(join(tmpdir(), "torture-"));
const parser = new Parser(WORKER, { milliseconds: 10_000, memoryMb: 1_000 });
afterAll(() => parser.close());

const PACKAGES = "Date,Station,DSP short code,Package count,Package details,Package type";

/** What an answer comes to: a sentence, or what the file was taken for. */
function answerOf({ documents, refused }: UnderstoodFile): string {
  const outcomes = documents.map(({ outcome }) => {
    if ("refusal" in outcome) return outcome.refusal;
    return "mapping" in outcome ? outcome.mapping.message : outcome.sheets.map(({ kind }) => `a ${kind}.`).join(" ");
  });
  return [...outcomes, ...refused.map(({ reason }) => reason)].join(" ");
}

async function read(name: string, content: Uint8Array): Promise<string> {
  const path = join(folder, name);
  writeFileSync(path, content);
  return answerOf(await parser.understand(name, path, []));
}

async function expectAlive(): Promise<void> {
  expect(await read("alive.csv", csv(PACKAGES, "9/12/2026,DXA4,HLNE,10,,Delivered"))).toBe("a delivered packages.");
}

/** A workbook with its first sheet's XML, or other parts, replaced. */
function workbook(parts: Record<string, string>): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([["a", "b"]]), "Sheet1");
  const plain = unzipSync(
    new Uint8Array(write(book, { type: "array", bookType: "xlsx", bookSST: true }) as ArrayBuffer),
  );
  return zip({ ...plain, ...Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, bytes(xml)])) });
}

const SHEET = "xl/worksheets/sheet1.xml";
const XMLNS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const sheet = (rows: string, head = "") => `${head}<worksheet ${XMLNS}><sheetData>${rows}</sheetData></worksheet>`;
const billions = Array.from({ length: 12 }, (_, level) =>
  level === 0 ? '<!ENTITY l0 "lol">' : `<!ENTITY l${level} "${`&l${level - 1};`.repeat(10)}">`,
).join("");

describe("a file made to hurt ends in a sentence, and the next file is read", () => {
  it.each<[string, () => Uint8Array, RegExp]>([
    [
      "a sheet that declares billions of cells",
      () =>
        workbook({
          [SHEET]: sheet('<row r="1"><c r="A1"><v>1</v></c></row>', '<?xml version="1.0"?>').replace(
            "<sheetData>",
            '<dimension ref="A1:XFD1048576"/><sheetData>',
          ),
        }),
      /./,
    ],
    [
      "a cell at the far end of the sheet",
      () => workbook({ [SHEET]: sheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>') }),
      /./,
    ],
    [
      "a row number beyond any sheet",
      () => workbook({ [SHEET]: sheet('<row r="99999999"><c r="A99999999"><v>1</v></c></row>') }),
      /./,
    ],
    [
      "entities that unfold to billions of letters",
      () =>
        workbook({
          "xl/sharedStrings.xml": `<?xml version="1.0"?><!DOCTYPE x [${billions}]><sst ${XMLNS}><si><t>&l11;</t></si></sst>`,
          [SHEET]: sheet('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'),
        }),
      /./,
    ],
    [
      "a ZIP of ZIPs of zeros",
      () => {
        const core = zip({ "0.csv": bytes("0".repeat(50 * 1024 * 1024)) });
        const inner = zip(Object.fromEntries(Array.from({ length: 16 }, (_, index) => [`${index}.zip`, core])));
        return zip(Object.fromEntries(Array.from({ length: 16 }, (_, index) => [`${index}.zip`, inner])));
      },
      /more than 500 MB|more than 200 files|ZIP inside a ZIP/,
    ],
    ["one line of a hundred million letters", () => bytes("x".repeat(100_000_000)), /./],
    ["a million quotation marks", () => bytes('"'.repeat(1_000_001)), /./],
    ["a million separators in each of a few rows", () => bytes(`${",".repeat(1_000_000)}\n`.repeat(3)), /./],
    ["a tower of brackets", () => bytes("(".repeat(1_000_000)), /./],
    [
      "an unclosed quotation mark in a long text",
      () => bytes(`${PACKAGES}\n"${"1,2\n".repeat(10_000_000)}`),
      /cut off|never closes/,
    ],
    [
      "a PDF that points at itself",
      () =>
        bytes(
          "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 1 0 R/Kids[1 0 R]/Count 999999999>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF",
        ),
      /./,
    ],
    [
      "random bytes after a ZIP's head",
      () => new Uint8Array([0x50, 0x4b, 3, 4, ...Array.from({ length: 5_000 }, (_, index) => (index * 7919) % 256)]),
      /damaged/,
    ],
    [
      "random bytes after an old workbook's head",
      () =>
        new Uint8Array([
          0xd0,
          0xcf,
          0x11,
          0xe0,
          0xa1,
          0xb1,
          0x1a,
          0xe1,
          ...Array.from({ length: 5_000 }, (_, index) => (index * 7919) % 256),
        ]),
      /./,
    ],
  ])("%s", { timeout: 30_000 }, async (_, make, says) => {
    const answer = await read("hurt.xlsx", make());
    expect(answer).toMatch(/^[A-Z"a].*[.!]$/s);
    expect(answer).toMatch(says);
    await expectAlive();
  });

  it("nothing is fetched, whatever a file asks for", async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? "");
      response.end("x");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const outside = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "${url}/entity"><!ENTITY f SYSTEM "file:///etc/hostname">]>`;
    const content = workbook({
      [SHEET]: `${outside}${sheet('<row r="1"><c r="A1" t="inlineStr"><is><t>&e;&f;</t></is></c><c r="B1"><f>WEBSERVICE("URL")</f><v>7</v></c></row>').replace("URL", `${url}/formula`)}`,
      "xl/externalLinks/externalLink1.xml": `<externalLink ${XMLNS}><externalBook href="${url}/link"/></externalLink>`,
    });
    const file = join(folder, "outside.xlsx");
    writeFileSync(file, content);
    const { documents } = await parser.read("outside.xlsx", file);
    // The saved value of the formula is read; the entities stay what they are.
    expect(documents[0]?.tables[0]?.rows[0]?.[1]).toBe(7);
    expect(String(documents[0]?.tables[0]?.rows[0]?.[0])).not.toContain("x");
    server.close();
    expect(asked).toEqual([]);
  });
});

const collection = existsSync(SHARED) ? readdirSync(SHARED).filter((name) => name !== "manifest.json") : [];

interface Entry {
  readonly file: string;
  readonly expect: string;
}

/** What the collection says of each file. */
function expectations(): Map<string, string> {
  if (collection.length === 0) return new Map();
  const manifest = JSON.parse(readFileSync(join(SHARED, "manifest.json"), "utf8")) as Entry[];
  return new Map(manifest.map((entry) => [entry.file, entry.expect]));
}

describe.runIf(collection.length > 0)("the shared collection of hostile and odd files", () => {
  const expected = expectations();
  it.each(collection)("%s ends as the collection says", { timeout: 20_000 }, async (name) => {
    const path = join(SHARED, name);
    const started = await parser.understand(name, path, []);
    const answer = answerOf(started);
    expect(answer).toMatch(/^\S.*[.!]$/s);
    if (expected.get(name) === "says: password protected") expect(answer).toContain("protected with a password");
    if (expected.get(name) === "imports, values right") {
      // None of them is a document of the trade: what counts is that the table was had, cell by cell.
      const { documents, refused } = await parser.read(name, path);
      expect(refused).toEqual([]);
      expect(documents.flatMap(({ tables }) => tables).length).toBeGreaterThan(0);
    }
    if (expected.get(name)?.startsWith("clear error")) {
      expect(started.documents.every(({ outcome }) => !("sheets" in outcome))).toBe(true);
    }
    await expectAlive();
  });
});
