/** Rows that sum up others are no rows of their own, and rows that only sound like it are. */
import { describe, expect, it } from "vitest";
import { csv, facts, interpret, problems, xlsx } from "./support.ts";

const PACKAGES = "Date,Station,DSP short code,Package count,Package type";
const monday = (count: number) => `2026-09-07,DXA4,HBLN,${count},Delivered`;

describe("a row of figures without a word", () => {
  it("is a total where it is the sum of the rows above", () => {
    const content = csv(PACKAGES, monday(100), monday(50), ",,,150,");
    expect(problems(content)).toEqual([]);
    expect(interpret(content).facts).toHaveLength(2);
  });

  it("is a subtotal where it is the sum of the rows since the last one, and the last a total of all", () => {
    expect(problems(csv(PACKAGES, monday(100), ",,,100,", monday(50), ",,,50,", ",,,150,"))).toEqual([]);
  });

  it("is told in columns that are not read as well", () => {
    const titles =
      "Date,Station,DSP Short Code,Service Type,Planned Duration,Planned Distance Unit,AMZL late cancel,DSP late cancel,Quick coverage,accepted,completed routes";
    const day = "2026-09-07,DXA4,HBLN,Standard Parcel,10 hr,mi,0,1,0,2,12";
    expect(problems(csv(titles, day, day, ",,,,,,0,2,0,4,24"))).toEqual([]);
  });

  it("is a problem where it is no such sum", () => {
    expect(problems(csv(PACKAGES, monday(100), monday(50), ",,,151,"))).not.toEqual([]);
    expect(problems(csv(PACKAGES, ",,,0,"))).not.toEqual([]);
  });
});

describe("a lessor's line", () => {
  const lines = (...rows: string[]) =>
    csv(
      "Element Fleet",
      "Invoice Number,E-7,Invoice Date,2026-09-01",
      "Billing Period,August 2026",
      "",
      "VIN,Description,Amount,Tax,Total",
      ...rows,
    );
  const amounts = (content: Uint8Array) => facts("leaseLine", content).map(({ amountCents }) => amountCents);
  const vans = ["1FTBR1C80PKA00001,Rent,1000,80,1080", ",Account fee,12.50,,12.50"];

  it("is not the row of figures that sums up the others", () => {
    expect(amounts(lines(...vans, ",,1012.50,80,1092.50"))).toEqual([100_000, 1_250]);
  });

  it("is a row of figures that sums up nothing", () => {
    expect(amounts(lines(...vans, ",,5.00,,5.00"))).toEqual([100_000, 1_250, 500]);
    expect(amounts(lines(",,5.00,,5.00", ",,5.00,,5.00"))).toEqual([500, 500]);
  });

  it("that begins with a total loss is a line", () => {
    const content = csv(
      "Provider,Element",
      "Invoice Number,E-1",
      "Invoice Date,2026-08-01",
      "Billing Period,August 2026",
      "",
      "Description,VIN,Amount",
      "Monthly rent,1FTBR1C80PKA00001,1000.00",
      "Total loss settlement,,500.00",
      "Total,,1500.00",
    );
    expect(facts("leaseLine", content).map(({ amountCents }) => amountCents)).toEqual([100_000, 50_000]);
  });
});

describe("an invoice's section sums", () => {
  const head = Object.entries({
    "Invoice Number": "INV-9",
    "Invoice Date": "2026-09-12",
    Station: "DXA4",
    "Period Start": "2026-09-06",
    "Period End": "2026-09-12",
    "Invoice Type": "Variable",
  });
  const lines = [
    ["Routes", "2026-09-07", "Standard Parcel", "", 325, 2, 650],
    ["Routes", "2026-09-08", "Standard Parcel", "", 325, 1, 325],
  ];
  const invoice = (...rows: unknown[][]) =>
    xlsx({
      A: [
        ...head,
        [],
        ["Section", "Date", "Description", "Service Type", "Rate", "Quantity", "Amount"],
        ...rows,
        ["Total Due", "", "", "", "", "", 975],
      ],
    });
  const amounts = (content: Uint8Array) =>
    interpret(content).facts.flatMap(({ type, values }) => (type === "invoiceLine" ? [values.amountCents] : []));

  it("beside the section's title, above or below its lines, are no line", () => {
    const sum = ["Routes", "", "", "", "", 3, 975];
    for (const content of [invoice(sum, ...lines), invoice(...lines, sum)]) {
      expect(problems(content)).toEqual([]);
      expect(amounts(content)).toEqual([65_000, 32_500]);
    }
  });

  it.each(["Subtotal", "Section total", "Total routes"])("called %s are no line", (name) => {
    const content = invoice(...lines, ["Routes", "", name, "", "", 3, 975]);
    expect(problems(content)).toEqual([]);
    expect(amounts(content)).toEqual([65_000, 32_500]);
  });

  it("that are not the sum of the section's lines are told", () => {
    expect(problems(invoice(...lines, ["Routes", "", "", "", "", 3, 974]))).toEqual([
      "11 Description: Description is blank.",
    ]);
    expect(amounts(invoice(...lines, ["Routes", "", "Total rewards bonus", "", "", "", 50]))).toEqual([
      65_000, 32_500, 5_000,
    ]);
  });
});
