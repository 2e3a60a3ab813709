/** Documents that hold more than one table: nothing of them is lost or counted to another without a word. */
import { describe, expect, it } from "vitest";
import { csv, interpret, problems, refusal, sheets, xlsx } from "./support.ts";

const LINES = ["Section", "Date", "Description", "Service Type", "Rate", "Quantity", "Amount"];

function invoice(number: string, changes: Record<string, string> = {}, titles: readonly string[] = LINES): unknown[][] {
  const labels = {
    "Invoice Number": number,
    "Invoice Date": "2026-09-12",
    Station: "DXA4",
    "Period Start": "2026-09-06",
    "Period End": "2026-09-12",
    "Invoice Type": "Variable",
    ...changes,
  };
  return [
    ...Object.entries(labels),
    [],
    [...titles],
    ["Routes", "2026-09-07", "Standard Parcel", "Standard Parcel", 325, 12, 3900],
    ["Total Due", "", "", "", "", "", 3900],
  ];
}

describe("two invoices", () => {
  it("below one another are refused by their numbers: the lines of one would count to the other", () => {
    expect(refusal(xlsx({ A: [...invoice("INV-9"), [], ...invoice("INV-10")] }), "a.xlsx")).toBe(
      "This table holds the invoices INV-9 and INV-10. Put each on a sheet or into a file of its own and drop it again.",
    );
  });

  it("of a lessor are refused as well, however their labels are written", () => {
    const one = (number: string, vin: string) => [
      "Ryder Truck Rental",
      `Invoice Number: ${number}`,
      "Invoice Date: 9/1/2026",
      "Billing Period: 08/01/2026 - 08/31/2026",
      "Vehicle Number,VIN,Fixed Charge,Tax,Total",
      `9001,${vin},900.00,70.00,970.00`,
    ];
    expect(refusal(csv(...one("R-5", "1FTBR1C80PKA00001"), "", ...one("R-6", "1FTBR1C80PKA00002")))).toMatch(
      /^This table holds the invoices R-5 and R-6\./,
    );
  });

  it("are taken from two sheets", () => {
    const content = xlsx({ A: invoice("INV-9"), B: invoice("INV-10", { Station: "DXB7" }) });
    expect(sheets(content, "a.xlsx").map(({ facts }) => facts.length)).toEqual([2, 2]);
  });

  it("are not seen where a page repeats the number of the one", () => {
    const content = xlsx({ A: [...invoice("INV-9"), ["Invoice Number", "INV-9"]] });
    expect(refusal(content, "a.xlsx")).toBe("taken");
  });
});

describe("a sheet that is nearly of ours", () => {
  it("beside one of ours is a problem: it is not passed over without a word", () => {
    const off = LINES.map((title) => (title === "Quantity" ? "Number of" : title));
    const [, second] = sheets(xlsx({ A: invoice("INV-9"), B: invoice("INV-10", {}, off) }), "a.xlsx");
    expect(second?.facts).toEqual([]);
    expect(second?.problems).toEqual([
      {
        sheet: "B",
        row: null,
        column: null,
        text: "",
        reason: 'Sheet "B" looks like variable invoice, but it has no "quantity". It was not read.',
        station: null,
        day: null,
      },
    ]);
  });
});

describe("a second table of the kind with its columns in another order", () => {
  const first = ["Date,Station,DSP short code,Package count,Package type", "2026-09-07,DXA4,HBLN,100,Delivered"];

  it("is not read under the titles of the first", () => {
    const content = csv(
      "Date,Station,DSP Short Code,unplanned delay,total delay in minutes,Impacted routes,Notes",
      "2026-09-07,DXA4,HBLN,Yard,22,3,",
      "",
      "Date,Station,DSP Short Code,unplanned delay,Impacted routes,total delay in minutes,Notes",
      "2026-09-08,DXA4,HBLN,Yard,3,22,",
    );
    expect(interpret(content).facts).toHaveLength(1);
    expect(problems(content)).toEqual([
      "4 null: Another table begins here, with its columns in another order. It was not read: drop it as a file of its own.",
    ]);
  });

  it("is read on where only its titles are repeated", () => {
    expect(interpret(csv(...first, "", ...first)).facts).toHaveLength(2);
  });
});
