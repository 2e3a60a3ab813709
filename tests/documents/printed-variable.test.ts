import { describe, expect, it } from "vitest";
import { cellsOf } from "#main/documents/facts.ts";
import { factsIn, invoicePdf, type PrintedInvoice, pdfRefusal, pdfSheets, problemsIn } from "./pdf-support.ts";

const LABELS: PrintedInvoice["labels"] = [
  ["Invoice Number", "INV-HARBOR-0000000614"],
  ["Invoice Date", "September 12, 2026"],
  ["Station", "Memphis (DXA4) - Amazon.com"],
  ["Service Period", "09/06/2026 - 09/12/2026"],
];
const HEADER = ["Description", "Rate", "Quantity", "Amount"];
const RIVIAN = "Standard Parcel Electric - Rivian MEDIUM";
const ROWS = [
  ["Routes", "", "15", "5,064.00"],
  [`${RIVIAN} - Block of 10 Hours`, "325.00", "12", "3,900.00"],
  [`${RIVIAN} - Block of 8 Hours`, "260.00", "2", "520.00"],
  [`${RIVIAN} - On-Road Experience: Driver - Block of 10 Hours`, "579.00", "1", "579.00"],
  ["Training sessions", "", "1", "223.20"],
  ["Training - Block of 8 hours", "223.20", "1", "223.20"],
  ["Late cancellations", "", "1", "200.00"],
  [`AMZL Late Cancel- weekend ${RIVIAN}`, "200.00", "1", "200.00"],
  ["Unplanned delay", "", "0", "12.02"],
  ["Unplanned Delay", "32.49", "0.37", "12.02"],
  ["Packages", "", "11,079", "1,329.48"],
  ["Variable Per Shipment - Delivery Complete", "0.06", "11,079", "664.74"],
  ["Branding - Variable Per Shipment", "0.06", "11,079", "664.74"],
  ["Adjustment", "", "", "(4.50)"],
  ["Subtotal", "", "", "6,759.20"],
  ["Total Due", "", "", "$6,759.20"],
];
const EXPECTED = [
  ["routes", 3_250_000, 120_000, 390_000],
  ["routes", 2_600_000, 20_000, 52_000],
  ["routes", 5_790_000, 10_000, 57_900],
  ["training sessions", 2_232_000, 10_000, 22_320],
  ["late cancellations", 2_000_000, 10_000, 20_000],
  ["unplanned delay", 324_900, 3_700, 1_202],
  ["packages", 600, 110_790_000, 66_474],
  ["packages", 600, 110_790_000, 66_474],
  ["packages", null, null, -450],
];
const standard: PrintedInvoice = { title: "Variable Invoice", labels: LABELS, header: HEADER, rows: ROWS };

async function read(changes: Partial<PrintedInvoice> = {}) {
  const sheets = await pdfSheets(await invoicePdf({ ...standard, ...changes }));
  const lines = factsIn("invoiceLine", sheets);
  return { sheets, lines, figures: lines.map((line) => [line.section, line.rate, line.quantity, line.amountCents]) };
}

describe("a variable invoice as PDF", () => {
  it("has its head from the labels and the total from below the lines", async () => {
    const { sheets } = await read();
    expect(factsIn("invoice", sheets)).toEqual([
      {
        station: "DXA4",
        invoiceNumber: "INV-HARBOR-0000000614",
        invoiceType: "Variable",
        issuedOn: "2026-09-12",
        periodStart: "2026-09-06",
        periodEnd: "2026-09-12",
        status: "",
        disputeCloses: null,
        totalCents: 675_920,
        form: "detail",
        currency: "USD",
      },
    ]);
  });

  it("has every line to the cent, in its section and with its whole description", async () => {
    const { sheets, lines, figures } = await read();
    expect(problemsIn(sheets)).toEqual([]);
    expect(figures).toEqual(EXPECTED);
    expect(lines.map((line) => line.description)).toEqual(
      ROWS.filter(([name = ""], index) => [1, 2, 3, 5, 7, 9, 11, 12, 13].includes(index) && name).map(([name]) => name),
    );
    expect(new Set(lines.map((line) => line.date))).toEqual(new Set([null]));
  });

  it("keeps the line's cells under its column titles, on its page and line", async () => {
    const { sheets } = await read();
    const delay = sheets[0]?.facts.find(({ cells }) => cells.includes("0.37"));
    expect(sheets[0]).toMatchObject({ kind: "variable invoice", sheet: "Page 1", columns: HEADER });
    expect(cellsOf({ columns: HEADER, cells: delay?.cells ?? "" })).toEqual({
      Description: "Unplanned Delay",
      Rate: "32.49",
      Quantity: "0.37",
      Amount: "12.02",
    });
  });

  it("may have its columns in any order and in any case", async () => {
    const order = [3, 1, 0, 2];
    const turn = (row: readonly string[]) => order.map((column) => row[column] ?? "");
    const { figures } = await read({
      header: turn(HEADER).map((title) => title.toUpperCase()),
      rows: ROWS.map(turn),
      widths: [80, 80, "*", 80],
    });
    expect(figures).toEqual(EXPECTED);
  });

  it("may have quantity before rate: the titles decide, since the product is the same", async () => {
    const turn = ([description = "", rate = "", quantity = "", amount = ""]: readonly string[]) => [
      description,
      quantity,
      rate,
      amount,
    ];
    expect((await read({ header: turn(HEADER), rows: ROWS.map(turn) })).figures).toEqual(EXPECTED);
  });

  it("wraps long descriptions in a narrow column, without losing or mixing a word", async () => {
    const { lines, figures } = await read({ widths: [110, 62, 62, "*"] });
    expect(figures).toEqual(EXPECTED);
    expect(lines[2]?.description).toBe(`${RIVIAN} - On-Road Experience: Driver - Block of 10 Hours`);
  });

  it.each(["middle", "bottom"] as const)(
    "may set its figures at the %s of a description of several lines",
    async (align) => {
      const { lines, figures } = await read({ widths: [110, 62, 62, "*"], align });
      expect(figures).toEqual(EXPECTED);
      expect(lines[0]?.description).toBe(`${RIVIAN} - Block of 10 Hours`);
      expect(lines[2]?.description).toBe(`${RIVIAN} - On-Road Experience: Driver - Block of 10 Hours`);
    },
  );

  it("may run over pages with its title, labels, column titles and page numbers on each", async () => {
    const filler = Array.from({ length: 60 }, () => [`${RIVIAN} - Block of 10 Hours`, "325.00", "1", "325.00"]);
    const { sheets, lines } = await read({
      rows: [ROWS[0] ?? [], ...filler, ...ROWS.slice(1)],
      more: {
        header: { text: "Harbor Line LLC · INV-HARBOR-0000000614", margin: [40, 10] },
        footer: (page, pages) => [
          { text: "Questions? Write to the payments desk.", margin: [40, 0] },
          { columns: ["Harbor Line LLC", `Page ${page} of ${pages}`], margin: [40, 0] },
        ],
      },
    });
    expect(problemsIn(sheets)).toEqual([]);
    expect(sheets.map(({ sheet }) => sheet)).toEqual(["Page 1", "Page 2"]);
    expect(lines).toHaveLength(60 + EXPECTED.length);
    expect([...new Set(lines.map(({ section }) => section))]).toEqual([
      ...new Set(EXPECTED.map(([section]) => section)),
    ]);
    expect(lines.reduce((sum, line) => sum + line.amountCents, 0)).toBe(
      60 * 32_500 + EXPECTED.reduce((sum, line) => sum + Number(line[3]), 0),
    );
  });

  it("puts dates from a column, from headings and from the description on its lines", async () => {
    const dated = await read({
      header: ["Date", ...HEADER],
      rows: [
        ["", "Routes"],
        ["09/06/2026", ...(ROWS[1] ?? [])],
        ["09/07/2026", ...(ROWS[1] ?? [])],
        ["", ...(ROWS.at(-1) ?? [])],
      ],
    });
    expect(dated.lines.map((line) => [line.section, line.date])).toEqual([
      ["routes", "2026-09-06"],
      ["routes", "2026-09-07"],
    ]);
    const headed = await read({
      rows: [
        ["Routes"],
        ["Sunday, September 6, 2026"],
        ROWS[1] ?? [],
        ["Sep 7, 2026"],
        ROWS[1] ?? [],
        ROWS.at(-1) ?? [],
      ],
    });
    expect(headed.lines.map((line) => line.date)).toEqual(["2026-09-06", "2026-09-07"]);
    const inline = await read({
      rows: [["Routes"], ["2026-09-06 Standard Parcel", "325.00", "1", "325.00"], ROWS.at(-1) ?? []],
    });
    expect(inline.lines[0]).toMatchObject({ date: "2026-09-06", description: "Standard Parcel" });
  });

  it("reads signs of the currency, minus signs and spaces that do not break as any other", async () => {
    const { sheets, figures } = await read({
      rows: [
        ["Routes"],
        ["Standard\u00a0Parcel", "$\u00a0325.00", "2", "$ 650.00"],
        ["Deduction", "–", "–", "−\u00a0$12.00"],
        ["Total Due:", "", "", "$638.00"],
      ],
    });
    expect(problemsIn(sheets)).toEqual([]);
    expect(figures).toEqual([
      ["routes", 3_250_000, 20_000, 65_000],
      ["routes", null, null, -1_200],
    ]);
  });

  it("tells an unknown section by its sums, and does not take them for a line", async () => {
    const { figures } = await read({
      rows: [
        ["Delivery excellence", "", "3", "30.00"],
        ["First reward", "10.00", "1", "10.00"],
        ["Second reward", "10.00", "2", "20.00"],
        ["Total Due", "", "", "30.00"],
      ],
    });
    expect(figures).toEqual([
      ["delivery excellence", 100_000, 10_000, 1_000],
      ["delivery excellence", 100_000, 20_000, 2_000],
    ]);
  });

  it("takes a section of which only the sums are printed for a line, and sums below the lines for none", async () => {
    const { lines } = await read({
      rows: [
        ["Routes"],
        ["Standard Parcel", "325.00", "2", "650.00"],
        ["Routes", "", "2", "650.00"],
        ["Late cancellations", "", "1", "200.00"],
        ["Packages", "", "0", "0.00"],
        ["Total Due", "", "", "850.00"],
      ],
    });
    expect(lines.map((line) => [line.section, line.description, line.amountCents])).toEqual([
      ["routes", "Standard Parcel", 65_000],
      ["late cancellations", "Late cancellations", 20_000],
    ]);
  });

  it("does not count a section's sums besides its lines, whatever words stand between, nor remarks below the total", async () => {
    const { lines, sheets } = await read({
      rows: [
        ["Routes", "", "2", "650.00"],
        ["All stations"],
        ["Standard Parcel", "325.00", "2", "650.00"],
        ["Total Due", "", "", "650.00"],
        ["Net terms in days", "", "14", ""],
        ["Late entry", "", "", "12.50"],
      ],
    });
    expect(problemsIn(sheets)).toEqual([]);
    expect(lines.map((line) => [line.section, line.description, line.amountCents])).toEqual([
      ["routes", "Standard Parcel", 65_000],
      ["net terms in days", "Late entry", 1_250],
    ]);
  });

  it("keeps a line whose amount is wrong, and a total that is not the sum: checks judge those", async () => {
    const { sheets, figures } = await read({
      rows: [["Routes"], ["Standard Parcel", "325.00", "2", "649.00"], ["Total Due", "", "", "700.00"]],
    });
    expect(figures).toEqual([["routes", 3_250_000, 20_000, 64_900]]);
    expect(factsIn("invoice", sheets)[0]?.totalCents).toBe(70_000);
  });

  it.each([
    ["words for a number", ["Standard Parcel", "325.00", "1", "free"], '"free" is not a number that can be read.'],
    ["no amount", ["Standard Parcel", "325.00", "1", ""], "The line has no amount."],
    ["a German amount", ["Standard Parcel", "325.00", "4", "1.300,00"], '"1.300,00" is not a number that can be read.'],
    [
      "numbers in the wrong columns",
      ["Standard Parcel", "1,300.00", "4", "325.00"],
      "do not stand in the order of the column titles",
    ],
  ])("makes a line with %s a problem, never a zero", async (_, line, reason) => {
    const { sheets, lines } = await read({ rows: [["Routes"], line, ["Total Due", "", "", "325.00"]] });
    expect(lines).toEqual([]);
    expect(problemsIn(sheets).join()).toContain(reason);
    expect(sheets[0]?.problems[0]).toMatchObject({ sheet: "Page 1", station: "DXA4" });
  });

  it.each([
    ["a count with a point that the amount proves", "0.06", "10.436", "626.16", 104_360_000],
    ["the same count where the amount proves nothing", "0.06", "10.436", "600.00", undefined],
  ])("reads %s only there", async (_, rate, quantity, amount, expected) => {
    const { lines } = await read({
      rows: [
        ["Packages"],
        ["Variable Per Shipment - Delivery Complete", rate, quantity, amount],
        ["Total Due", "", "", amount],
      ],
    });
    expect(lines[0]?.quantity).toBe(expected);
  });

  it.each<[string, Partial<PrintedInvoice>, string]>([
    ["no total", { rows: ROWS.slice(0, -2) }, "looks cut off: no Total Due"],
    ["no number", { labels: LABELS.slice(1) }, "it names no invoice number"],
    ["no date", { labels: LABELS.filter(([label]) => label !== "Invoice Date") }, "it names no invoice date"],
    [
      "an unreadable date",
      { labels: [...LABELS.filter(([label]) => label !== "Invoice Date"), ["Invoice Date", "13/9/2026"]] },
      '"13/9/2026"',
    ],
    ["no station", { labels: LABELS.filter(([label]) => label !== "Station") }, "does not name the station"],
    ["two invoices", { labels: [...LABELS, ["Invoice Number", "INV-HARBOR-0000000615"]] }, "holds several invoices"],
    [
      "another business's letter",
      { title: "Letter", labels: [["Dear", "owner"]], header: ["Name", "Street"], rows: [["a", "b"]] },
      "No invoice that is read",
    ],
  ])("with %s is refused with a sentence", async (_, changes, sentence) => {
    expect(await pdfRefusal(await invoicePdf({ ...standard, ...changes }))).toContain(sentence);
  });

  it("without a period is of Amazon's week that holds its date", async () => {
    const { sheets } = await read({ labels: LABELS.slice(0, 3) });
    expect(factsIn("invoice", sheets)[0]).toMatchObject({ periodStart: "2026-09-06", periodEnd: "2026-09-12" });
  });
});
