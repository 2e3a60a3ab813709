/** The same sheet in every spreadsheet format reads the same, and what cannot be read says what it is. */
import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { type BookType, utils, type WorkBook, write } from "xlsx";
import { readFile } from "#main/documents/read/read.ts";
import { bytes, csv, document, refusal, zip } from "./support.ts";

function save(book: WorkBook, bookType: BookType): Uint8Array {
  return new Uint8Array(write(book, { type: "array", bookType, bookSST: true }) as ArrayBuffer);
}

const CELLS: unknown[][] = [
  ["Date", "Name", "Hours", "Share", "Paid", "Clock", "Moment"],
  [
    { t: "n", v: 46_277, z: "m/d/yyyy" },
    "Brígida & Søn <1>",
    5.07,
    { t: "n", v: 0.0825, z: "0.00%" },
    true,
    { t: "n", v: 548 / 1440, z: "h:mm AM/PM" },
    { t: "n", v: 46_277 + 548 / 1440, z: "m/d/yyyy h:mm" },
  ],
  ["", "", -12.5, "", false, "", ""],
];
const READ = [
  ["Date", "Name", "Hours", "Share", "Paid", "Clock", "Moment"],
  ["2026-09-12", "Brígida & Søn <1>", 5.07, "8.25%", "TRUE", "09:08", "2026-09-12T09:08"],
  ["", "", -12.5, "", "FALSE", "", ""],
];

function week(date1904 = false): WorkBook {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(CELLS), "Week 37");
  utils.book_append_sheet(book, utils.aoa_to_sheet([["kept", "too"]]), "Notes");
  book.Workbook = { WBProps: { date1904 }, Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
  return book;
}

/** Rows without the blank cells at their ends, which some formats keep. */
function trimmed(rows: readonly (readonly (string | number)[])[]) {
  return rows.map((row) => row.slice(0, row.findLastIndex((cell) => cell !== "") + 1));
}

describe("a workbook", () => {
  it.each<BookType>(["xlsx", "xlsm", "xlsb", "biff8", "ods"])("saved as %s reads the same", (format) => {
    const { tables, format: read } = document(save(week(), format), "week.bin");
    expect(read).toBe("workbook");
    expect(tables.map(({ sheet }) => sheet)).toEqual(["Week 37", "Notes"]);
    expect(trimmed(tables[0]?.rows ?? [])).toEqual(trimmed(READ));
    expect(tables[1]?.rows).toEqual([["kept", "too"]]);
  });

  it.each<BookType>(["xlsx", "xlsb", "biff8"])("saved as %s may count its days from 1904", (format) => {
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([[{ t: "n", v: 44_815, z: "m/d/yyyy" }]]), "Sheet1");
    book.Workbook = { WBProps: { date1904: true } };
    expect(document(save(book, format)).tables[0]?.rows[0]).toEqual(["2026-09-12"]);
  });
});

describe("a long sheet", () => {
  /** Enough rows that the sheet is read by ourselves and not by the library. */
  const rows: unknown[][] = [["Key", "Name", "Amount", "Day", "Time", "Flag", "Formula"]];
  for (let index = 1; index < 9_000; index += 1) {
    rows.push([
      index,
      index % 7 === 0 ? "" : `Name <${index % 50}> & "co"`,
      index / 100 - 40,
      { t: "n", v: 46_000 + (index % 300), z: "m/d/yyyy" },
      index % 5 === 0 ? "" : { t: "n", v: (index % 1440) / 1440, z: "h:mm" },
      index % 2 === 0,
      { t: "n", v: index * 2, f: `A${index + 1}*2` },
    ]);
  }
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([["first"]]), "Cover");
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), "Lines");
  const package_ = unzipSync(save(book, "xlsx"));
  const PART = "xl/worksheets/sheet2.xml";
  const plain = new TextDecoder().decode(package_[PART]);
  const withSheet = (xml: string) => zip({ ...package_, [PART]: bytes(xml) });
  const expected = trimmed(document(save(book, "xlsb")).tables[1]?.rows ?? []);

  it("reads as the library reads the same in another format", () => {
    expect(plain.length).toBeGreaterThan(2 * 1024 * 1024);
    const { tables } = document(save(book, "xlsx"));
    expect(tables.map(({ sheet }) => sheet)).toEqual(["Cover", "Lines"]);
    expect(trimmed(tables[1]?.rows ?? [])).toEqual(expected);
  });

  it.each<[string, (xml: string) => string]>([
    ["a comment", (xml) => xml.replace("<sheetData>", "<!-- by hand --><sheetData>")],
    [
      "character data",
      (xml) => xml.replace('<row r="2"', '<row r="2" spans="1:7"').replace("<v>4</v>", "<v><![CDATA[4]]></v>"),
    ],
    [
      "prefixed names",
      (xml) =>
        xml
          .replace("<worksheet xmlns=", "<x:worksheet xmlns:x=")
          .replaceAll(/<(\/?)(worksheet|sheetData|row|c|v|f|dimension|sheetViews|sheetView)(?=[\s>/])/g, "<$1x:$2")
          .replace("<x:x:", "<x:"),
    ],
  ])("written with %s is left to the library and reads the same", (_, edit) => {
    const edited = edit(plain);
    expect(edited).not.toBe(plain);
    expect(trimmed(document(withSheet(edited)).tables[1]?.rows ?? [])).toEqual(expected);
  });

  it("without references counts its rows and cells", () => {
    const counted = plain.replaceAll(/ r="[A-Z]+\d+"/g, "");
    const { tables } = document(withSheet(counted));
    expect(tables[1]?.rows.length).toBe(expected.length);
    expect(tables[1]?.rows[1]?.[0]).toBe(1);
  });

  it("that ends in the middle is not taken for a shorter one", () => {
    const cut = `${plain.slice(0, plain.lastIndexOf("<row "))}<row r="9000"><c r="A9000"><v>1`;
    expect(refusal(withSheet(cut))).toContain("cut off or damaged");
  });
});

describe("a spreadsheet that cannot be read says so", () => {
  const sheet = unzipSync(save(week(), "ods"));
  it.each<[string, Uint8Array, string]>([
    [
      "an OpenDocument sheet with a password",
      zip({ ...sheet, "META-INF/manifest.xml": bytes("<manifest:encryption-data/>") }),
      "protected with a password",
    ],
    [
      "an OpenDocument text",
      zip({ ...sheet, mimetype: bytes("application/vnd.oasis.opendocument.text") }),
      "no spreadsheet",
    ],
    ["a Numbers file", zip({ "Index/Document.iwa": bytes("x") }), "Numbers spreadsheet"],
    ["a DIF file", bytes('TABLE\n0,1\n"EXCEL"\nVECTORS\n0,2\n'), "old exchange format"],
    ["a SYLK file", bytes("ID;PWXL;N;E\nC;Y1;X1;K1\n"), "old exchange format"],
  ])("%s", (_, content, sentence) => {
    expect(refusal(content)).toContain(sentence);
  });
});

describe("a ZIP in a ZIP", () => {
  const table = csv("Date,Station", "1,2");
  it("is unpacked one level down, and what is archived is the outer one", () => {
    const outer = zip({ "week.zip": zip({ "a.csv": table }), "b.csv": csv("Date,Station", "3,4") });
    const { documents, refused } = readFile("all.zip", outer);
    expect(refused).toEqual([]);
    expect(documents.map(({ name }) => name)).toEqual(["all.zip/week.zip/a.csv", "all.zip/b.csv"]);
    expect(new Set(documents.map(({ container }) => container)).size).toBe(1);
  });

  it("two levels down is refused by itself", () => {
    const { documents, refused } = readFile(
      "all.zip",
      zip({ "one.zip": zip({ "two.zip": zip({ "a.csv": table }) }), "b.csv": table }),
    );
    expect(documents.map(({ name }) => name)).toEqual(["all.zip/b.csv"]);
    expect(refused.map(({ name, reason }) => [name, reason])).toEqual([
      ["all.zip/one.zip/two.zip", expect.stringContaining("ZIP inside a ZIP inside a ZIP")],
    ]);
  });

  it("shares the number of files and the bytes that may be unpacked", () => {
    const many = zip(Object.fromEntries(Array.from({ length: 120 }, (_, index) => [`${index}.csv`, table])));
    const { documents, refused } = readFile("all.zip", zip({ "one.zip": many, "two.zip": many }));
    expect(documents.length).toBe(120);
    expect(refused[0]?.reason).toContain("more than 200 files");
    const bomb = zip({ "a.csv": bytes("0".repeat(120 * 1024 * 1024)) });
    const big = readFile(
      "all.zip",
      zip(Object.fromEntries(["a", "b", "c", "d", "e"].map((name) => [`${name}.zip`, bomb]))),
    );
    expect(big.refused.some(({ reason }) => reason.includes("unpacks to more than 500 MB"))).toBe(true);
  });
});

describe("a file's name", () => {
  it("loses the marks that would make it read backwards, and is no longer than can be shown", () => {
    const reversed = readFile("invoice\u202evsc.exe\u0007.csv", csv("a,b", "1,2"));
    expect(reversed.documents[0]?.name).toBe("invoicevsc.exe.csv");
    const [long] = readFile(`${"n".repeat(300)}.csv`, csv("a,b", "1,2")).documents;
    expect(long?.name.length).toBe(240);
    expect(long?.name.endsWith("n.csv")).toBe(true);
  });

  it("inside a ZIP is text and never a path", () => {
    const content = zip({ "../../etc/CON": csv("a,b", "1,2"), "C:\\Windows\\x.csv": csv("a,b", "3,4") });
    expect(readFile("z.zip", content).documents.map(({ name }) => name)).toEqual([
      "z.zip/etc/CON",
      "z.zip/C:/Windows/x.csv",
    ]);
  });
});

describe("text", () => {
  it.each([
    ["utf16le", "odd"],
    ["big-endian", "even"],
  ])("in UTF-16 without a byte-order mark is known by its blank bytes (%s)", (encoding) => {
    const content = new Uint8Array(Buffer.from("Name\tState\nSam\tTN\n", "utf16le"));
    if (encoding === "big-endian") Buffer.from(content.buffer).swap16();
    expect(document(content).tables[0]?.rows).toEqual([
      ["Name", "State"],
      ["Sam", "TN"],
    ]);
  });

  it.each(["^", "~"])("may be split at %j", (separator) => {
    const content = csv(["Name", "State"].join(separator), ["Sam", "TN"].join(separator));
    expect(document(content).tables[0]?.rows[1]).toEqual(["Sam", "TN"]);
  });

  it("may name its separator in quotation marks", () => {
    expect(document(csv('"sep=|"', "Name|State", "Sam|TN")).tables[0]?.rows[0]).toEqual(["Name", "State"]);
  });

  it("too long to be held is read piece by piece, to the same rows", () => {
    const lines = [
      "Key,Text",
      ...Array.from({ length: 260_000 }, (_, index) => `${index},"line ${index}, ${"x".repeat(90)}\nand on"`),
    ];
    const { tables } = document(bytes(`${lines.join("\n")}\n`));
    const [table] = tables;
    expect(table?.rest).toBeDefined();
    const rows = [...(table?.rows ?? [])];
    table?.rest?.((piece) => rows.push(...piece));
    expect(rows.length).toBe(260_001);
    expect(rows.every((row, index) => index === 0 || row[0] === String(index - 1))).toBe(true);
    expect(rows.at(-1)?.[1]).toMatch(/^line 259999, x+\nand on$/);
  });
});
