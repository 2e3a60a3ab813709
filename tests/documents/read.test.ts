import { createHash } from "node:crypto";
import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readFile } from "#main/documents/read/read.ts";
import { bytes, csv, document, rows, xlsx, zip } from "./support.ts";

describe("CSV files", () => {
  it.each([
    ["commas", ","],
    ["semicolons", ";"],
    ["tabs", "\t"],
    ["bars", "|"],
  ])("are split at %s, whichever the export uses", (_, separator) => {
    const text = csv(["Date", "Station", "Package count"].join(separator), ["9/12/2026", "DNA4", "10"].join(separator));
    expect(rows(text)[1]).toEqual(["9/12/2026", "DNA4", "10"]);
  });

  it("with semicolons keep their decimal commas", () => {
    expect(rows(csv("a;b;c", "1,5;2,5;3,5", "4,5;5,5;6,5"))[2]).toEqual(["4,5", "5,5", "6,5"]);
  });

  it("may name their separator in a first line, which a spreadsheet does not show", () => {
    expect(rows(csv("sep=;", "a;b", "1,2,3;4"))).toEqual([
      ["a", "b"],
      ["1,2,3", "4"],
    ]);
  });

  it("lose the byte-order mark before the first title", () => {
    expect(rows(csv("\ufeffDate,Station", "1,2"))[0]).toEqual(["Date", "Station"]);
  });

  it("may be in UTF-16 of either byte order", () => {
    const little = new Uint8Array(Buffer.from("\ufeffName\tState\nBrígida\tTN\n", "utf16le"));
    const big = little.slice();
    for (let index = 0; index + 1 < big.length; index += 2) {
      [big[index], big[index + 1]] = [little[index + 1] ?? 0, little[index] ?? 0];
    }
    expect(rows(little)[1]).toEqual(["Brígida", "TN"]);
    expect(rows(big)[1]).toEqual(["Brígida", "TN"]);
  });

  it("that are no UTF-8 are read in the Windows code page, euro signs and dashes included", () => {
    const content = new Uint8Array([...bytes("a,b\n"), 0x80, 0x96, 0xe9, ...bytes(",2\n")]);
    expect(rows(content)[1]).toEqual(["€–é", "2"]);
  });

  it("keep line breaks and doubled quotes inside quotation marks as one row", () => {
    expect(rows(csv("a,b", '"two\r\nlines","say ""yes"""', "3,4"))).toEqual([
      ["a", "b"],
      ["two\nlines", 'say "yes"'],
      ["3", "4"],
    ]);
  });

  it("keep blank rows, so that row numbers are those a person sees", () => {
    expect(rows(csv("title", "", "a,b", ",", "1,2")).length).toBe(5);
  });

  it("may end their lines as Windows or an old Mac does, and leave the last line open", () => {
    expect(rows(bytes("a,b\r\n1,2\r\n"))).toEqual(rows(bytes("a,b\r1,2")));
  });

  it("are what their bytes say, whatever the extension", () => {
    expect(readFile("week.xlsx", csv("a,b", "1,2")).documents[0]?.tables[0]?.sheet).toBeNull();
  });
});

describe("XLSX files", () => {
  it("keep typed numbers as numbers and texts as texts", () => {
    expect(rows(xlsx({ A: [["Amount"], [325.5], ["00123"]] }))).toEqual([["Amount"], [325.5], ["00123"]]);
  });

  it("give dates and times as ISO text by the cell's number format", () => {
    const content = xlsx(
      { A: [[46277, 46277.38055555556, 0.3805555555555556, 46277.5, 1.2548611111, 0.0825]] },
      (sheet) => {
        const formats = ["m/d/yyyy", "m/d/yyyy h:mm AM/PM", "h:mm AM/PM", "h:mm", "[h]:mm", "0.00%"];
        for (const [index, format] of formats.entries())
          Object.assign(sheet[`${"ABCDEF".charAt(index)}1`] ?? {}, { z: format });
      },
    );
    expect(rows(content)[0]).toEqual(["2026-09-12", "2026-09-12T09:08", "09:08", "2026-09-12T12:00", "30:07", "8.25%"]);
  });

  it("do not take money formats with letters in them for dates", () => {
    const content = xlsx({ A: [[1500.5, 12]] }, (sheet) => {
      Object.assign(sheet.A1 ?? {}, { z: "[$USD] #,##0.00;[Red]-#,##0.00" });
      Object.assign(sheet.B1 ?? {}, { z: '0 "days"' });
    });
    expect(rows(content)[0]).toEqual([1500.5, 12]);
  });

  it("count dates from 1904 where the workbook says so", () => {
    const content = xlsx({ A: [[44815]] }, (sheet) => Object.assign(sheet.A1 ?? {}, { z: "yyyy-mm-dd" }));
    const parts = unzipSync(content);
    const book = new TextDecoder()
      .decode(parts["xl/workbook.xml"])
      .replace(/<workbookPr[^>]*>/, '<workbookPr date1904="1"/>');
    expect(book).toContain("date1904");
    expect(rows(zip({ ...parts, "xl/workbook.xml": bytes(book) }))[0]).toEqual(["2026-09-12"]);
  });

  it("that begin below the first row are padded, so that row numbers stay right", () => {
    const content = xlsx({ A: [[], [], ["a", "b"], [], [1, 2]] });
    const read = rows(content);
    expect([read.length, read[2], read[4]]).toEqual([5, ["a", "b"], [1, 2]]);
  });

  it("do not hang on a declared range of the whole sheet", () => {
    const content = xlsx({ A: [["a"], [1]] }, (sheet) => {
      sheet["!ref"] = "A1:B2";
    });
    const parts = unzipSync(content);
    const name = "xl/worksheets/sheet1.xml";
    const xml = new TextDecoder()
      .decode(parts[name])
      .replace(/<dimension ref="[^"]*"/, '<dimension ref="A1:XFD1048576"');
    expect(xml).toContain("XFD1048576");
    const start = performance.now();
    expect(rows(zip({ ...parts, [name]: bytes(xml) }))).toEqual([["a"], [1]]);
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  it("bring all sheets along, by name", () => {
    const read = document(xlsx({ First: [["a"]], Second: [["b"]] }));
    expect(read.tables.map((table) => table.sheet)).toEqual(["First", "Second"]);
  });

  it("do not evaluate formulas: the saved value counts", () => {
    const content = xlsx({ A: [[1, 2]] }, (sheet) => Object.assign(sheet.B1 ?? {}, { f: "A1*100", v: 7 }));
    expect(rows(content)).toEqual([[1, 7]]);
  });
});

describe("ZIP files", () => {
  const member = csv("Date,Station", "1,2");

  it("give a document per member with its own fingerprint and the ZIP's", () => {
    const content = zip({ "ABCD Weekly Report.csv": member });
    const [read] = readFile("week.zip", content).documents;
    const sha256 = (of: Uint8Array) => createHash("sha256").update(of).digest("hex");
    expect(read).toMatchObject({
      name: "week.zip/ABCD Weekly Report.csv",
      sha256: sha256(member),
      container: sha256(content),
      bytes: member.length,
    });
  });

  it("pass over folders and what operating systems leave behind", () => {
    const content = zip({
      "a/": new Uint8Array(),
      "a/b.csv": member,
      "__MACOSX/a/._b.csv": member,
      "a/.DS_Store": member,
    });
    const result = readFile("week.zip", content);
    expect(result.documents.map(({ name }) => name)).toEqual(["week.zip/a/b.csv"]);
    expect(result.refused).toEqual([]);
  });

  it("cannot name a member outside themselves", () => {
    const { documents } = readFile("z.zip", zip({ "..\\..\\evil\u0007.csv": member, "/etc/../passwd.csv": member }));
    expect(documents.map(({ name }) => name)).toEqual(["z.zip/evil.csv", "z.zip/etc/passwd.csv"]);
  });

  it("may hold workbooks, and refuse only the member that cannot be read", () => {
    const content = zip({
      "a.xlsx": xlsx({ A: [["x"]] }),
      "b.png": bytes("GIF89a"),
      "c.zip": zip({ "d.zip": zip({ "e.csv": member }) }),
    });
    const result = readFile("z.zip", content);
    expect(result.documents.map(({ name }) => name)).toEqual(["z.zip/a.xlsx"]);
    expect(result.refused.map(({ name, reason }) => `${name}: ${reason}`)).toEqual([
      expect.stringContaining("z.zip/b.png: This is a picture"),
      expect.stringContaining("z.zip/c.zip/d.zip: This is a ZIP inside a ZIP inside a ZIP"),
    ]);
  });
});
