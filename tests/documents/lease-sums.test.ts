/** The sums a lessor prints: of its invoice and of its sections, whoever it is and wherever they stand. */
import { describe, expect, it } from "vitest";
import { csv, facts, interpret, problems, xlsx } from "./support.ts";

const VIN = "1FTEW3LP3SKE46696";
const HEAD = ["Invoice #: 7001", "Invoice Date: 8/31/2026", "Billing Period: August 2026"];

const sums = (content: Uint8Array) =>
  facts("leaseInvoice", content).map(({ section, lines, subtotalCents, taxCents, totalCents }) => [
    section,
    lines,
    subtotalCents,
    taxCents,
    totalCents,
  ]);

describe("the total of an invoice", () => {
  it.each([
    ["Element Fleet", "Vehicle Identification Number,Client Vehicle Number,Charge Desc,Charge Amt,Tax Amt,Total Amt"],
    ["LeasePlan USA", "Chassis Number,Unit,Description,Amount Excl Tax,Sales & Use Tax,Amount Incl Tax"],
    ["Ayvens", "Chassis No,Unit,Description,Net Amount,Tax,Gross Amount"],
    ["Merchants Fleet", "Serial No,Asset,Billing Description,Amount,Tax,Total Billed"],
    ["Enterprise Rent-A-Car", "VIN,Unit #,Description,Rental Charges,Tax,Total Charges"],
    ["Ryder Truck Rental", "Serial Number,Vehicle No,Description,Fixed Charge,Tax,Total"],
    ["U-Haul Truck Rentals", "VIN,Equipment #,Description,Rental Charge,Taxes,Total"],
    ["Kingbee Vans", "VIN #,Van,Description,Subscription,Tax,Total"],
    ["Zeeba", "VIN,Unit ID,Description,Rental Fee,Tax,Total"],
  ])("is read from the invoice of %s, below its lines, with what it taxes", (letterhead, titles) => {
    const line = `${VIN},V-1,Monthly rent,1000.00,82.50,1082.50`;
    const content = csv(letterhead, ...HEAD, "", titles, line, "Total Due,,,,,1082.50");
    expect(problems(content)).toEqual([]);
    expect(sums(content)).toEqual([["", 1, null, null, 108_250]]);
    expect(sums(csv(letterhead, ...HEAD, titles, line, "Total,,,1000.00,82.50,1082.50"))).toEqual([
      ["", 1, expect.toBeOneOf([100_000, null]), 8_250, 108_250],
    ]);
  });

  const titles = "VIN,Description,Amount,Tax,Total";
  const line = `${VIN},Rent,1000.00,82.50,1082.50`;
  it.each([
    ["a label above the lines", ["Invoice Total,1082.50", "", titles, line]],
    ["labels side by side", ["Subtotal,1000.00,Invoice Total,1082.50", "", titles, line]],
    ["a column that each line repeats", [`Invoice Total,${titles}`, `1082.50,${line}`, `1082.50,${line}`]],
  ])("may stand in %s", (_, rows) => {
    expect(sums(csv("Element Fleet", ...HEAD, ...rows)).map(([section, , , , total]) => [section, total])).toEqual([
      ["", 108_250],
    ]);
  });

  it("is none where the lines repeat different ones, and nothing is made up", () => {
    const content = csv("Element Fleet", ...HEAD, `Invoice Total,${titles}`, `1082.50,${line}`, `99.00,${line}`);
    expect(sums(content)).toEqual([["", 2, null, null, null]]);
  });

  it("that cannot be read is a problem, and the invoice says that a row is missing", () => {
    const content = csv("Element Fleet", ...HEAD, titles, line, "Total Due,,,,1O82.50");
    expect(problems(content)).toEqual([expect.stringContaining('"1O82.50" is not an amount')]);
    expect(facts("leaseInvoice", content)).toMatchObject([{ totalCents: null, unreadRows: 1 }]);
    const label = csv("Element Fleet", ...HEAD, "Invoice Total,1O82.50", "", titles, line);
    expect(problems(label)).toEqual([expect.stringContaining("cannot be read")]);
  });

  it("keeps its words and its cell as evidence, and the dates and currency of its invoice", () => {
    const content = csv(
      "Element Fleet",
      ...HEAD,
      "Currency: CAD",
      "Due Date: 9/30/2026",
      titles,
      line,
      "Total Due,,,,1082.50",
    );
    const draft = interpret(content).facts.find(({ type }) => type === "leaseInvoice");
    expect([draft?.row, JSON.parse(draft?.cells ?? "")]).toEqual([9, { "Total Due": "1082.50" }]);
    expect(draft?.values).toMatchObject({
      provider: "Element",
      invoiceNumber: "7001",
      dueOn: "2026-09-30",
      serviceFrom: "2026-08-01",
      periodEnd: "2026-08-31",
      currency: "CAD",
    });
  });
});

describe("the sums of sections", () => {
  const titles = "VIN,Description,Amount";
  it("take in the lines since the last sum or title, as the figure says", () => {
    const content = csv(
      "Element Fleet",
      ...HEAD,
      titles,
      "Rental charges,,",
      `${VIN},Rent,100.00`,
      `${VIN},Rent,50.00`,
      "Rental charges total,,150.00",
      "Tolls,,",
      `${VIN},Toll,1.00`,
      `${VIN},Toll,2.00`,
      "Total tolls,,3.00",
      "Total Due,,153.00",
    );
    expect(sums(content)).toEqual([
      ["", 4, null, null, 15_300],
      ["Rental charges total", 2, null, null, 15_000],
      ["Total tolls", 2, null, null, 300],
    ]);
  });

  it("may be called like the invoice's: between lines they are a section's", () => {
    const content = csv(
      "Element Fleet",
      ...HEAD,
      titles,
      `${VIN},Rent,100.00`,
      "Total,,100.00",
      `${VIN},Toll,2.00`,
      "Total,,2.00",
    );
    expect(sums(content)).toEqual([
      ["", 2, null, null, null],
      ["Total", 1, null, null, 10_000],
      ["Total", 1, null, null, 200],
    ]);
  });
});

it("several invoices of one file have a sum each, and a last one that may be of all is nobody's", () => {
  const titles = "Invoice Number,Invoice Date,Provider,Billing Period,VIN,Description,Amount";
  const line = (number: string) => `${number},8/31/2026,Element,August 2026,${VIN},Rent,100.00`;
  const own = csv(titles, line("1"), ",,,,Total,,100.00", line("2"), ",,,,Total,,100.00");
  expect(sums(own)).toEqual([
    ["", 1, null, null, 10_000],
    ["", 1, null, null, 10_000],
  ]);
  expect(sums(csv(titles, line("1"), line("2"), ",,,,Total,,200.00"))).toEqual([
    ["", 1, null, null, null],
    ["", 1, null, null, null],
  ]);
});

it("a workbook's typed cells are read like text", () => {
  const content = xlsx({
    Invoice: [
      ["Invoice Number", "7001", "", "Invoice Date", new Date("2026-08-31T00:00:00Z")],
      ["Lessor", "Element", "", "Billing Period", "August 2026"],
      [],
      ["VIN", "Description", "Amount", "Tax", "Total"],
      [VIN, "Rent", 1000, 82.5, 1082.5],
      ["Total Due", "", "", "", 1082.5],
    ],
  });
  expect(sums(content)).toEqual([["", 1, null, null, 108_250]]);
});
