import { unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readFile, readWhole } from "#main/documents/read/read.ts";
import { bytes, csv, refusal, xlsx, zip } from "./support.ts";

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

function ole(stream: string): Uint8Array {
  return new Uint8Array([...OLE, ...new Uint8Array(504), ...Buffer.from(stream, "utf16le")]);
}

describe("a file that cannot be read is refused with a sentence that says what it is and what to do", () => {
  const workbook = xlsx({
    A: [
      ["Date", "Station"],
      ["1", "2"],
    ],
  });
  const table = csv("Date,Station", "1,2");

  it.each<[string, Uint8Array, string]>([
    ["nothing in it", new Uint8Array(), "This file is empty. Download it again."],
    ["only blanks", bytes(" \r\n\t \n"), "This file is empty. Download it again."],
    ["only a byte-order mark", bytes("\ufeff"), "This file is empty. Download it again."],
    ["a workbook with a password", ole("EncryptedPackage"), "protected with a password. Open it in Excel"],
    ["a damaged legacy workbook", ole("Workbook"), "cut off or damaged. Download it again"],
    ["another Office document", ole("WordDocument"), "not a spreadsheet that can be read"],
    ["a web page named .xls", bytes("<!DOCTYPE html><table><tr><td>1</td></tr></table>"), "This is a web page or XML"],
    ["XML", bytes('\ufeff<?xml version="1.0"?><Workbook/>'), "This is a web page or XML"],
    ["a picture", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), "This is a picture."],
    ["a program", new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1]), "not a table that can be read"],
    ["half a ZIP", zip({ "a.csv": table }).slice(0, 60), "cut off or damaged. Download it again"],
    ["half a workbook", workbook.slice(0, workbook.length / 2), "cut off or damaged. Download it again"],
    ["an empty ZIP", zip({}), "This ZIP holds no files."],
    ["a damaged binary workbook", zip({ "[Content_Types].xml": bytes("x"), "xl/workbook.bin": bytes("x") }), "damaged"],
  ])("%s", (_, content, sentence) => {
    expect(refusal(content, "week.csv")).toContain(sentence);
  });

  it("a flipped bit inside a packed file is noticed", () => {
    const content = zipSync({ "a.csv": table }, { level: 0 });
    content[45] = (content[45] ?? 0) ^ 1;
    expect(refusal(content)).toContain("cut off or damaged");
  });

  it("a ZIP with a password", () => {
    const content = zip({ "a.csv": table });
    const directory = Buffer.from(content).indexOf("PK\x01\x02", 0, "latin1");
    content[directory + 8] = 1;
    expect(refusal(content)).toContain("protected with a password");
  });

  it("a ZIP that declares more than can be unpacked, before anything is unpacked", () => {
    const content = zip({ "a.csv": table });
    const directory = Buffer.from(content).indexOf("PK\x01\x02", 0, "latin1");
    new DataView(content.buffer).setUint32(directory + 24, 600 * 1024 * 1024, true);
    expect(refusal(content)).toContain("unpacks to more than 500 MB");
  });

  it("a member that holds more than it declares", () => {
    const content = zip({ "a.csv": bytes("x".repeat(100_000)) });
    const directory = Buffer.from(content).indexOf("PK\x01\x02", 0, "latin1");
    new DataView(content.buffer).setUint32(directory + 24, 10, true);
    expect(refusal(content)).toContain("cut off or damaged");
  });

  it("a ZIP of more files than a week can have", () => {
    const members = Object.fromEntries(Array.from({ length: 201 }, (_, index) => [`${index}.csv`, table]));
    expect(refusal(zip(members))).toContain("more than 200 files");
  });

  it("a table of more cells than are read", () => {
    expect(refusal(bytes(`a,b,c,d,e\n${"1,2,3,4,5\n".repeat(400_000)}`))).toContain("more than 2,000,000 cells");
  });

  it("a workbook of which one sheet is damaged", () => {
    const parts = unzipSync(xlsx({ A: [["a"]], B: [["b"]] }));
    const broken = bytes(
      '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>99</v></c></row></sheetData></worksheet>',
    );
    expect(refusal(zip({ ...parts, "xl/worksheets/sheet2.xml": broken }))).toContain("cut off or damaged");
  });

  it("keeps the name, size and fingerprint of what was refused", () => {
    expect(readFile("a.csv", bytes("<html>")).refused[0]).toMatchObject({
      name: "a.csv",
      bytes: 6,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });
});

describe("a PDF", () => {
  const half = bytes("%PDF-1.7 ...");

  it("is only found at first, since its pages take their time", () => {
    const { documents, refused, pdfs } = readFile("a.zip", zip({ "in/a.pdf": half }));
    expect([documents, refused]).toEqual([[], []]);
    expect(pdfs).toMatchObject([{ name: "a.zip/in/a.pdf", bytes: half.length, container: expect.any(String) }]);
  });

  it("that is damaged is refused when its pages are read", async () => {
    const { documents, refused } = await readWhole("a.pdf", half);
    expect(documents).toEqual([]);
    expect(refused).toMatchObject([
      { name: "a.pdf", bytes: half.length, reason: expect.stringContaining("cut off or damaged") },
    ]);
  });
});

describe("a CSV cut in half", () => {
  it("inside the word of its last cell is seen by the whole words above it", () => {
    expect(refusal(bytes("a,b\n1,Regular\n2,Regul"))).toContain("cut off in row 3");
    expect(refusal(bytes("a,b\n1,Regular\n2,Reg\n3,Reg"))).not.toContain("cut off");
    expect(refusal(bytes("a,b\n1,12\n2,1"))).not.toContain("cut off");
  });

  it("just below the titles of a list leaves a list that says nothing", () => {
    expect(refusal(bytes("Station,Name,State,Time Zone,DSP Short Code\n"))).toBe(
      "The column titles of stations are there, but no row stands below them.",
    );
  });

  it("in the middle of its last row is refused with the row's number", () => {
    expect(refusal(bytes("a,b,c\n1,2,3\n4,5"))).toBe(
      "This file looks cut off in row 3: the row ends too early. Download it again.",
    );
  });

  it("inside quotation marks is refused with the row's number", () => {
    expect(refusal(bytes('a,b,c\n1,2,3\n4,"fi'))).toContain("cut off in row 3");
  });

  it("below label rows that are shorter than the table is noticed too", () => {
    const labels = "Invoice Number,X\nInvoice Date,Y\nStation,Z\nStatus,New\n";
    expect(refusal(bytes(`${labels}a,b,c,d,e\n1,2,3,4,5\n1,2,3`))).toContain("cut off in row 7");
  });

  it("is no complete file whose totals row has fewer cells", () => {
    expect(refusal(bytes("a,b,c\n1,2,3\nTotal,3"))).not.toContain("cut off");
    expect(refusal(bytes("a,b,c\n1,2,3\n4,5\n"))).not.toContain("cut off");
  });
});
