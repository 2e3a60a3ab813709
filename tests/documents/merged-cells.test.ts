/** Cells of a workbook that are merged downwards. */
import { describe, expect, it } from "vitest";
import { facts, rows, xlsx } from "./support.ts";

const VIN = "1FTBR1C80PKA00001";

function merged(table: unknown[][], ...ranges: readonly string[]): Uint8Array {
  return xlsx({ A: table }, (sheet) => {
    sheet["!merges"] = ranges.map((range) => {
      const [from = "", to = ""] = range.split(":");
      const place = (cell: string) => ({ c: cell.charCodeAt(0) - 65, r: Number(cell.slice(1)) - 1 });
      return { s: place(from), e: place(to) };
    });
  });
}

describe("a cell merged downwards", () => {
  it("holds for each of its rows where it is a VIN or a date", () => {
    const content = merged(
      [
        ["Element Fleet"],
        ["Invoice Number", "E-7", "Invoice Date", "2026-09-01"],
        ["Billing Period", "August 2026"],
        [],
        ["VIN", "Description", "Amount"],
        [VIN, "Rent", 1000],
        ["", "Management fee", 12.5],
      ],
      "A6:A7",
    );
    expect(facts("leaseLine", content).map(({ vin, chargeCode }) => [vin, chargeCode])).toEqual([
      [VIN, "RENT"],
      [VIN, "MGMT_FEE"],
    ]);
  });

  it("is one figure, one title, and nothing beside a blank row", () => {
    const table = [
      ["Date 1", "Amount", "Note"],
      ["2026-09-07", 5, "a"],
      ["", "", "b"],
      ["", "", ""],
      ["", "", "c"],
    ];
    expect(rows(merged(table, "A2:A4", "B2:B3", "C2:D3"))).toEqual([
      ["Date 1", "Amount", "Note"],
      ["2026-09-07", 5, "a"],
      ["2026-09-07", "", "b"],
      ["", "", ""],
      ["", "", "c"],
    ]);
  });
});
