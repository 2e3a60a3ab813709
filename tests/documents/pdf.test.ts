import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { Parser } from "#main/documents/read/parser.ts";
import { readWhole } from "#main/documents/read/read.ts";
import { handMade, pdf, pdfDocument } from "./pdf-support.ts";
import { zip } from "./support.ts";

const rowsOf = async (content: Uint8Array) => (await pdfDocument(content)).tables.map(({ rows }) => rows);
const refusalOf = async (content: Uint8Array) => (await readWhole("a.pdf", content)).refused[0]?.reason;

describe("a PDF's pages", () => {
  it("are tables of one line a row, cells parted by gaps, with where each begins", async () => {
    const content = handMade([
      [50, 700, "Description"],
      [300, 700, "Rate"],
      [50, 680, "Standard"],
      [94, 680, "Parcel"],
      [300, 680.4, "325.00"],
    ]);
    expect(await pdfDocument(content)).toMatchObject({
      format: "pdf",
      tables: [
        {
          sheet: "Page 1",
          rows: [
            ["Description", "Rate"],
            ["Standard Parcel", "325.00"],
          ],
          positions: [
            [50, 300],
            [50, 300],
          ],
        },
      ],
    });
  });

  it("keep two lines apart whose letters overlap", async () => {
    const content = handMade([
      [50, 700, "Block of"],
      [300, 700, "1.00"],
      [50, 694, "10 Hours"],
    ]);
    expect(await rowsOf(content)).toEqual([[["Block of", "1.00"], ["10 Hours"]]]);
  });

  it("show a text printed twice for bold type once, and the same figures side by side twice", async () => {
    const content = handMade([
      [50, 700, "Total"],
      [50.3, 700, "Total"],
      [300, 700, "1.00"],
      [400, 700, "1.00"],
    ]);
    expect(await rowsOf(content)).toEqual([[["Total", "1.00", "1.00"]]]);
  });

  it.each([
    ["turned by the page", { rotate: 90, upward: true }],
    ["printed on its side", { rotate: 0, upward: true }],
  ])("are read upright when %s", async (_, how) => {
    const content = handMade(
      [
        [100, 50, "Description"],
        [100, 300, "Rate"],
        [120, 50, "Parcel"],
        [120, 300, "325.00"],
      ],
      how,
    );
    expect(await rowsOf(content)).toEqual([
      [
        ["Description", "Rate"],
        ["Parcel", "325.00"],
      ],
    ]);
  });

  it("leave out a stamp across the page, and read ligatures and unbreakable spaces as letters and spaces", async () => {
    const content = await pdf({ content: "O\ufb03ce\u00a0\ufb01les", watermark: { text: "COPY" } });
    expect(await rowsOf(content)).toEqual([[["Office files"]]]);
  });

  it("follow one another, blank ones included", async () => {
    const content = await pdf({
      content: [{ text: "one" }, { text: " ", pageBreak: "before" }, { text: "three", pageBreak: "before" }],
    });
    expect(await rowsOf(content)).toEqual([[["one"]], [], [["three"]]]);
  });

  it("are read out of a ZIP", async () => {
    const { documents } = await readWhole("week.zip", zip({ "a.pdf": await pdf({ content: "words" }) }));
    expect(documents).toMatchObject([{ name: "week.zip/a.pdf", tables: [{ sheet: "Page 1", rows: [["words"]] }] }]);
  });

  it("are read in the parser's own thread, which leaves the file's bytes alone", async () => {
    const path = join(mkdtempSync(join(tmpdir(), "pdf-")), "a.pdf");
    writeFileSync(path, await pdf({ content: "words" }));
    const parser = new Parser(pathToFileURL(join(import.meta.dirname, "../../src-main/documents/read/worker.ts")));
    try {
      const twice = [await parser.read("a.pdf", path), await parser.read("a.pdf", path)];
      expect(twice).toMatchObject(
        [0, 1].map(() => ({ documents: [{ tables: [{ rows: [["words"]] }] }], refused: [] })),
      );
    } finally {
      await parser.close();
    }
  });
});

describe("a PDF is refused with a sentence", () => {
  it("when it holds no text", async () => {
    expect(await refusalOf(handMade([]))).toBe(
      "This PDF holds no text: it is a scan or a picture. Drop the spreadsheet, or the PDF as it was downloaded.",
    );
  });

  it("when it asks for a password", async () => {
    expect(await refusalOf(await pdf({ content: "words", userPassword: "harbor" }))).toContain(
      "protected with a password",
    );
  });

  it("when it is cut in half", async () => {
    const whole = await pdf({ content: "words" });
    expect(await refusalOf(whole.slice(0, whole.length / 2))).toContain("cut off or damaged");
  });

  it("when it has more pages than any invoice", async () => {
    const pages = (count: number) =>
      pdf({ content: Array.from({ length: count }, () => ({ text: "x", pageBreak: "after" as const })) });
    expect(await refusalOf(await pages(301))).toContain("more than 300 pages");
    expect(await refusalOf(await pages(299))).toBeUndefined();
  });
});
