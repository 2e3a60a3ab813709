/** Printed invoices whose layout hides something: titles set close together, dates above lines, periods over the end of a year. */
import { describe, expect, it } from "vitest";
import { weekOfTitle } from "#main/documents/interpret/pdf/dates.ts";
import { factsIn, handMade, invoicePdf, type PrintedInvoice, pdfSheets, problemsIn } from "./pdf-support.ts";

const LABELS = [
  ["Invoice Number", "INV-HARBOR-0000000614"],
  ["Invoice Date", "September 12, 2026"],
  ["Station", "Memphis (DXA4) - Amazon.com"],
  ["Service Period", "09/06/2026 - 09/12/2026"],
] as const;
const HEADER = ["Description", "Rate", "Quantity", "Amount"];
const standard: PrintedInvoice = { title: "Variable Invoice", labels: LABELS, header: HEADER, rows: [] };
const labelled = (changes: Record<string, string>) =>
  LABELS.map(([label, value]) => [label, changes[label] ?? value] as const);

describe("column titles that stand so close that they read as one", () => {
  it("are the titles they are: no figure below them is lost", async () => {
    const texts: [number, number, string][] = LABELS.map(([label, value], index) => [
      40,
      740 - index * 15,
      `${label}: ${value}`,
    ]);
    const line = (y: number, words: string, rate: string, quantity: string, amount: string) =>
      [
        [40, y, words],
        ...(rate ? [[300, y, rate]] : []),
        ...(quantity ? [[345, y, quantity]] : []),
        [420, y, amount],
      ] as [number, number, string][];
    const content = handMade([
      [40, 770, "Variable Invoice"],
      ...texts,
      [40, 640, "Description"],
      [305, 640, "Rate"],
      [330, 640, "Quantity"],
      [420, 640, "Amount"],
      ...line(620, "Routes", "", "3", "975.00"),
      ...line(605, "Standard Parcel - Block of 10 Hours", "$325.00", "3", "$975.00"),
      ...line(590, "Adjustment", "", "", "($5.00)"),
      ...line(575, "Total Due", "", "", "$970.00"),
    ]);
    const sheets = await pdfSheets(content);
    expect(problemsIn(sheets)).toEqual([]);
    expect(factsIn("invoiceLine", sheets)).toEqual([
      expect.objectContaining({ section: "routes", rate: 3_250_000, quantity: 30_000, amountCents: 97_500 }),
      expect.objectContaining({ description: "Adjustment", rate: null, quantity: null, amountCents: -500 }),
    ]);
  });
});

describe("a date above lines", () => {
  const route = ["Standard Parcel", "325.00", "2", "650.00"];
  const packages = ["Variable Per Shipment", "0.06", "100", "6.00"];
  const days = async (rows: string[][]) => {
    const sheets = await pdfSheets(
      await invoicePdf({ ...standard, rows: [...rows, ["Total Due", "", "", "1306.00"]] }),
    );
    return factsIn("invoiceLine", sheets).map(({ section, date }) => [section, date]);
  };

  it("within a section ends with the section", async () => {
    expect(await days([["Routes"], ["09/07/2026"], route, ["09/08/2026"], route, ["Packages"], packages])).toEqual([
      ["routes", "2026-09-07"],
      ["routes", "2026-09-08"],
      ["packages", null],
    ]);
  });

  it("that stands above the sections holds for all of them", async () => {
    expect(
      await days([["09/07/2026"], ["Routes"], route, ["Packages"], packages, ["09/08/2026"], ["Routes"], route]),
    ).toEqual([
      ["routes", "2026-09-07"],
      ["packages", "2026-09-07"],
      ["routes", "2026-09-08"],
    ]);
  });
});

describe("an invoice over the end of a year", () => {
  it.each(["December 27 - January 2, 2027", "Dec 27 – Jan 2, 2027"])(
    "of the period %s begins in the old one",
    async (period) => {
      const labels = labelled({ "Service Period": period, "Invoice Date": "January 2, 2027" });
      const rows = [["Routes"], ["Standard Parcel", "325.00", "2", "650.00"], ["Total Due", "", "", "650.00"]];
      const [head] = factsIn("invoice", await pdfSheets(await invoicePdf({ ...standard, labels, rows })));
      expect(head).toMatchObject({ periodStart: "2026-12-27", periodEnd: "2027-01-02" });
    },
  );

  it.each([
    ["12/20", "12/27"],
    ["Week 52", "Week 1"],
  ])("has the weekly counts %s and %s in the weeks before its end", (first, second) => {
    expect([first, second].map((title) => weekOfTitle(title, "2027-01-31", false))).toEqual([
      "2026-12-20",
      "2026-12-27",
    ]);
  });
});
