/** What is wrong is refused with a sentence and stores nothing; the rest is imported. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { xlsx } from "../documents/support.ts";
import { type Bench, openBench } from "../support/engine.ts";
import { generateCompany } from "../support/sample/company.ts";

const { files } = generateCompany({
  seed: 7,
  stations: 2,
  weeks: 1,
  routesPerDay: 4,
  firstSunday: "2026-08-02",
  leaks: false,
});
const named = (pattern: RegExp) => {
  const file = files.find((each) => pattern.test(each.path));
  if (!file) throw new Error(`the sample has ${pattern}`);
  return file;
};
const half = (bytes: Uint8Array) => bytes.slice(0, Math.floor(bytes.length / 2));

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(async () => bench.close());

/** Reads a password-protected workbook: the OLE container that spreadsheet programs write for one, with nothing inside to open. */
function protectedWorkbook(): Uint8Array {
  const sector = 512;
  const bytes = new Uint8Array(sector * 4);
  const view = new DataView(bytes.buffer);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(24, 0x3e, true);
  view.setUint16(26, 3, true);
  view.setUint16(28, 0xfffe, true);
  view.setUint16(30, 9, true);
  view.setUint16(32, 6, true);
  view.setUint32(44, 1, true);
  view.setUint32(48, 1, true);
  view.setUint32(56, 4096, true);
  view.setUint32(60, 0xfffffffe, true);
  view.setUint32(68, 0xfffffffe, true);
  for (let index = 0; index < 109; index += 1) view.setUint32(76 + 4 * index, index === 0 ? 0 : 0xffffffff, true);
  for (let index = 0; index < 128; index += 1) view.setUint32(sector + 4 * index, 0xffffffff, true);
  view.setUint32(sector, 0xfffffffd, true);
  view.setUint32(sector + 4, 0xfffffffe, true);
  const entry = (index: number, name: string, type: number, child: number) => {
    const at = sector * 2 + 128 * index;
    for (const [position, letter] of [...name].entries()) view.setUint16(at + 2 * position, letter.charCodeAt(0), true);
    view.setUint16(at + 64, 2 * (name.length + 1), true);
    bytes[at + 66] = type;
    for (const offset of [68, 72]) view.setUint32(at + offset, 0xffffffff, true);
    view.setUint32(at + 76, child, true);
    view.setUint32(at + 116, 0xfffffffe, true);
  };
  entry(0, "Root Entry", 5, 1);
  entry(1, "EncryptedPackage", 2, 0xffffffff);
  return bytes;
}

const wrong: readonly { what: string; path: string; bytes: Uint8Array; says: RegExp }[] = [
  { what: "a CSV cut in half", path: "half.csv", bytes: half(named(/ADP Timecard/).bytes), says: /cut off/i },
  { what: "a ZIP cut in half", path: "half.zip", bytes: half(named(/\.zip$/).bytes), says: /cut off|damaged/i },
  {
    what: "an XLSX cut in half",
    path: "half.xlsx",
    bytes: half(named(/DXA4.*\.xlsx$/).bytes),
    says: /cut off|damaged/i,
  },
  {
    what: "an invoice that ends before its total",
    path: "cut-invoice.csv",
    bytes: half(named(/DTN7.*Invoice.*\.csv$/).bytes),
    says: /cut off|Total Due/i,
  },
  {
    what: "a PDF without pages, renamed to CSV",
    path: "invoice.csv",
    bytes: new TextEncoder().encode("%PDF-1.7\n1 0 obj\n<< >>\nendobj\n%%EOF\n"),
    says: /PDF|damaged/,
  },
  { what: "an empty file", path: "empty.xlsx", bytes: new Uint8Array(), says: /empty/i },
  { what: "a password-protected workbook", path: "locked.xlsx", bytes: protectedWorkbook(), says: /password/i },
];

describe("files that are wrong", () => {
  for (const { what, path, bytes, says } of wrong) {
    it(`${what} is refused with a sentence, and nothing of it is stored`, async () => {
      const result = await bench.importPaths(await bench.put([{ path, bytes }]));
      expect(result.imported).toEqual([]);
      expect(result.refused).toHaveLength(1);
      expect(result.refused[0]?.reason).toMatch(says);
      expect(result.refused[0]?.reason).toMatch(/^[A-Z0-9].*[.!]$/s);
      expect(await bench.client.documents.history({})).toEqual([]);
    });
  }

  it("a table of something else waits for somebody to say what it is, and nothing of it is stored", async () => {
    const bytes = new TextEncoder().encode("Song,Band\nA,B\n");
    const result = await bench.importPaths(await bench.put([{ path: "songs.csv", bytes }]));
    expect(result).toMatchObject({ imported: [], refused: [], mapping: ["songs.csv"] });
    expect(await bench.client.documents.history({})).toEqual([]);
  });

  it("the rest of what was dropped with them is imported", async () => {
    const result = await bench.importPaths(
      await bench.put([...wrong.map(({ path, bytes }) => ({ path: `bad/${path}`, bytes })), ...files]),
    );
    expect(result.refused).toHaveLength(wrong.length);
    expect(result.imported.length).toBeGreaterThan(10);
    expect((await bench.client.documents.history({})).length).toBe(result.imported.length);
  });

  it("a path that is not there is refused by name", async () => {
    const result = await bench.importPaths([join(bench.root, "nowhere.csv")]);
    expect(result.refused).toHaveLength(1);
  });
});

describe("a cell that cannot be read", () => {
  it("is an error row with file, row, column and text, and its day cannot be verified", async () => {
    const summary = [
      "Date,Station,DSP Short Code,Service Type,Planned Duration,Total Distance Planned,Total Distance Allowance,Planned Distance Unit,AMZL late cancel,DSP late cancel,Quick coverage,accepted,completed routes",
      "2026-08-03,Somewhere (DXA4)- Amazon.com,ABCD,Standard Parcel,10 hr,80,0,mi,0,0,0,0,4",
      "2026-08-04,Somewhere (DXA4)- Amazon.com,ABCD,Standard Parcel,10 hr,80,0,mi,0,0,0,0,many",
      "",
    ].join("\n");
    const invoice = [
      "Invoice Number,INV-1\nInvoice Date,2026-08-08\nStation,DXA4\nPeriod Start,2026-08-02\nPeriod End,2026-08-08\nInvoice Type,Variable\nStatus,New\nDispute Window Closes,2026-08-22",
      "Section,Date,Description,Service Type,Rate,Quantity,Amount",
      "Routes,2026-08-03,Standard Parcel - Block of 10 Hours,Standard Parcel,300.00,4,1200.00",
      "Routes,2026-08-04,Standard Parcel - Block of 10 Hours,Standard Parcel,300.00,4,1200.00",
      "Total Due,,,,,,2400.00",
      "",
    ].join("\n");
    const result = await bench.importPaths(
      await bench.put([
        { path: "summary.csv", bytes: summary },
        { path: "invoice.csv", bytes: invoice },
      ]),
    );
    expect(result.problems).toEqual([
      expect.objectContaining({ file: "summary.csv", sheet: null, row: 3, column: "completed routes", text: "many" }),
    ]);
    await bench.check();
    const [row] = await bench.client.findings.coverage({ station: "DXA4", period: "2026-08-02" });
    expect(row).toMatchObject({ code: "A01", outcome: "cannot-verify", missing: ["route summary"] });
    expect(await bench.client.findings.list({})).toEqual([]);
  });
});

describe("a value that makes no sense", () => {
  it("is an error row: the import of everything beside it does not fail with it", async () => {
    const files = {
      "rates.csv": [
        "Station,Item,Service Type,Block Hours,Rate,Effective From,Effective To",
        "DXA4,route,Standard Parcel,10,325.00,2026-02-01,2026-01-31",
        "DXA4,route,Standard Parcel,8,260.00,2026-01-01,",
      ],
      "roster.csv": ["Employee ID,Name,State,Station,Pay Rate", "1,Ann Ruiz,TN,DXA4,-5", "2,Bo Ray,TN,DXA4,20"],
    };
    const put = Object.entries(files).map(([path, lines]) => ({ path, bytes: `${lines.join("\n")}\n` }));
    const result = await bench.importPaths(await bench.put(put));
    expect(result.imported.map(({ rows }) => rows)).toEqual([1, 1]);
    expect(new Set(result.problems.map(({ file, row }) => `${file} ${row}`))).toEqual(
      new Set(["rates.csv 2", "roster.csv 2"]),
    );
  });
});

describe("a sheet that is nearly of ours", () => {
  it("is named in what is said of its file, and the others are imported", async () => {
    const tiers = [
      ["Week", "Station", "Tier"],
      ["2026-W32", "DXA4", "Great"],
    ];
    const summary = [
      ["Date", "Station", "DSP Short Code", "Reason", "Total Delay in Minutes", "Impacted Routes", "Notes"],
      ["2026-08-03", "DXA4", "HBLN", "Yard", 22, 3, ""],
    ];
    const bytes = xlsx({ Tiers: tiers, Delays: summary });
    const result = await bench.importPaths(await bench.put([{ path: "week.xlsx", bytes }]));
    expect(result.imported).toMatchObject([{ kind: "scorecard tier", rows: 1 }]);
    const reason = 'Sheet "Delays" looks like unplanned delay, but it has no "unplanned delay". It was not read.';
    expect(result.problems).toMatchObject([{ file: "week.xlsx", sheet: "Delays", row: null, reason }]);
    expect(result.files[0]?.message).toBe(`1 row: 1 new. ${reason}`);
  });
});

describe("the archive", () => {
  it("keeps each original under its SHA-256, byte for byte", async () => {
    const file = named(/ADP Timecard/);
    const result = await bench.importPaths(await bench.put([file]));
    const sha256 = result.imported[0]?.sha256 ?? "";
    const kept = await readFile(join(bench.workspace, "originals", sha256.slice(0, 2), sha256));
    expect(new Uint8Array(kept)).toEqual(new Uint8Array(file.bytes));
  });
});
