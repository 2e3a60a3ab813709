/** A lessor's invoice as PDF: the same lines and sums as its spreadsheet, on the page and line where they are printed. */
import { describe, expect, it } from "vitest";
import { factsIn, invoicePdf, type PrintedInvoice, pdfRefusal, pdfSheets, problemsIn } from "./pdf-support.ts";

const [FIRST, SECOND] = ["1FTBW2CM9KKA00412", "1FTBW2CM9KKA00877"];
const INVOICE: PrintedInvoice = {
  title: "Element Fleet Management",
  labels: [
    ["Invoice Number", "ELM-202608-01"],
    ["Invoice Date:", "8/31/2026"],
    ["Due Date", "9/30/2026"],
    ["Billing Period", "8/1/2026 - 8/31/2026"],
  ],
  header: ["VIN", "Unit", "Description", "Amount", "Tax", "Total"],
  widths: [105, 40, "*", 55, 50, 60],
  rows: [
    [FIRST, "1042", "Monthly rental", "850.00", "70.13", "920.13"],
    [SECOND, "1043", "Monthly rental", "1,050.00", "86.63", "1,136.63"],
    [SECOND, "1043", "Management fee", "12.50", "0.00", "12.50"],
    ["Total Due", "", "", "", "", "$2,069.26"],
  ],
};

async function read(invoice: PrintedInvoice) {
  const sheets = await pdfSheets(await invoicePdf(invoice));
  return {
    kinds: [...new Set(sheets.map(({ kind, layout }) => `${kind} ${layout}`))],
    problems: problemsIn(sheets),
    lines: factsIn("leaseLine", sheets),
    sums: factsIn("leaseInvoice", sheets),
    sheets,
  };
}

describe("a lessor's invoice as PDF", () => {
  it("has its lines, and its total with its own line", async () => {
    const { kinds, problems, lines, sums, sheets } = await read(INVOICE);
    expect([kinds, problems]).toEqual([["lease invoice Invoice (PDF)"], []]);
    expect(
      lines.map(({ vin, unit, chargeCode, amountCents, taxCents }) => [vin, unit, chargeCode, amountCents, taxCents]),
    ).toEqual([
      [FIRST, "1042", "RENT", 85_000, 7_013],
      [SECOND, "1043", "RENT", 105_000, 8_663],
      [SECOND, "1043", "MGMT_FEE", 1_250, 0],
    ]);
    expect(lines[0]).toMatchObject({ provider: "Element", invoiceNumber: "ELM-202608-01", serviceFrom: "2026-08-01" });
    expect(sums).toMatchObject([{ section: "", lines: 3, totalCents: 206_926, subtotalCents: null, unreadRows: 0 }]);
    const total = sheets.flatMap(({ facts }) => facts).find(({ type }) => type === "leaseInvoice");
    expect(JSON.parse(total?.cells ?? "")).toEqual({ "Total Due": "$2,069.26" });
  });

  it("prints the sums of its sections and of itself", async () => {
    const { sums, problems } = await read({
      ...INVOICE,
      rows: [
        ["Rent", "", "", "", "", ""],
        [FIRST, "1042", "Monthly rental", "850.00", "70.13", "920.13"],
        [SECOND, "1043", "Monthly rental", "1,050.00", "86.63", "1,136.63"],
        ["Rent total", "", "", "1,900.00", "156.76", "2,056.76"],
        ["Fees", "", "", "", "", ""],
        [SECOND, "1043", "Management fee", "12.50", "0.00", "12.50"],
        ["Subtotal", "", "", "1,912.50", "", ""],
        ["Sales tax", "", "", "", "156.76", ""],
        ["Total Due", "", "", "", "", "2,069.26"],
      ],
    });
    expect(problems).toEqual([]);
    expect(
      sums.map(({ section, lines, subtotalCents, taxCents, totalCents }) => [
        section,
        lines,
        subtotalCents,
        taxCents,
        totalCents,
      ]),
    ).toEqual([
      ["", 3, 191_250, 15_676, 206_926],
      ["Rent total", 2, 190_000, 15_676, 205_676],
    ]);
  });

  it("goes over several pages, whose repeated heads and titles are no lines", async () => {
    const rows = Array.from({ length: 120 }, (_, index) => [FIRST, "1042", `Toll ${index}`, "5.00", "0.00", "5.00"]);
    const { lines, sums, problems, sheets } = await read({
      ...INVOICE,
      rows: [...rows, ["Total Due", "", "", "", "", "600.00"]],
    });
    expect(problems).toEqual([]);
    expect(lines).toHaveLength(120);
    expect(sheets.length).toBeGreaterThan(2);
    expect(new Set(sheets.map(({ sheet }) => sheet)).size).toBe(sheets.length);
    expect(sums).toMatchObject([{ lines: 120, totalCents: 60_000 }]);
  });

  it("may name its vans by unit only, and its lessor by a label", async () => {
    const { lines } = await read({
      ...INVOICE,
      title: "Invoice",
      labels: [...INVOICE.labels, ["Lessor", "Bluegrass Vans"]],
      header: ["Unit No", "Charge", "Service From", "Service To", "Amount"],
      widths: [60, "*", 80, 80, 60],
      rows: [
        ["1042", "Monthly rental", "8/1/2026", "8/31/2026", "850.00"],
        ["1043", "Toll", "8/4/2026", "8/4/2026", "5.00"],
        ["Grand Total", "", "", "", "855.00"],
      ],
    });
    expect(lines).toMatchObject([
      { provider: "Bluegrass Vans", unit: "1042", vin: "", serviceTo: "2026-08-31", amountCents: 85_000 },
      { unit: "1043", serviceFrom: "2026-08-04", chargeCode: "TOLL" },
    ]);
  });

  it("with an amount that cannot be read says so, and that its sums then prove nothing", async () => {
    const [first = [], ...rest] = INVOICE.rows;
    const { problems, sums } = await read({
      ...INVOICE,
      rows: [first.map((cell) => cell.replace("850.00", "85O.00")), ...rest],
    });
    expect(problems).toEqual([expect.stringMatching(/Page 1 \d+ Amount: "85O.00" is not an amount/)]);
    expect(sums).toMatchObject([{ unreadRows: 1 }]);
  });

  it("that names no lessor is refused with what to do", async () => {
    expect(await pdfRefusal(await invoicePdf({ ...INVOICE, title: "Invoice" }))).toMatch(
      /number, its date or the lessor.s name was not found/,
    );
  });
});
