/** Rows of a lessor's invoice that are no charge of it: what was open before, what is carried over, sums that name what they sum up. */
import { describe, expect, it } from "vitest";
import { csv, facts, problems } from "./support.ts";

const HEAD = ["Kingbee Vans", "Invoice #: 7001", "Invoice Date: 8/31/2026", "Billing Period: August 2026"];
const LINES = ["V-1,Monthly subscription,850.00", "V-2,Monthly subscription,850.00"];

const read = (...rows: string[]) => {
  const content = csv(...HEAD, "", "Van,Description,Amount", ...rows);
  expect(problems(content)).toEqual([]);
  const [whole, ...sections] = facts("leaseInvoice", content);
  return {
    lines: facts("leaseLine", content).map(({ unit, description }) => `${unit} ${description}`.trim()),
    total: whole?.totalCents ?? whole?.subtotalCents ?? null,
    sections: sections.map(({ section, lines }) => `${section}: ${lines}`),
  };
};
const ONLY = ["V-1 Monthly subscription", "V-2 Monthly subscription"];

describe("rows about the account", () => {
  it.each([
    ["Previous Balance,,999.00"],
    [",Previous Balance,999.00"],
    ["Prior Statement Balance (Jul),,999.00"],
    ["Past Due,,0.00"],
    ["Balance Forward,,999.00"],
    ["Payments,,-999.00"],
    [",Payment Received - Thank You,-999.00"],
    ["Less: Payments Received,,999.00"],
    ["Carried forward,,1700.00"],
    ["Amount Paid,,0.00"],
  ])("are no lines and no sums: %s", (row) => {
    expect(read(...LINES, row)).toEqual({ lines: ONLY, total: null, sections: [] });
  });

  it.each([
    ["V-2,Late payment fee,25.00", "V-2 Late payment fee"],
    ["V-2,Payment plan charge,25.00", "V-2 Payment plan charge"],
    [",Past due charge,25.00", "Past due charge"],
    ["V-2,Previous balance correction,25.00", "V-2 Previous balance correction"],
  ])("are told from charges: %s", (row, line) => {
    expect(read(...LINES, row).lines).toEqual([...ONLY, line]);
  });

  it("make a total due count more than the invoice, unless nothing is open", () => {
    expect(read(...LINES, "Previous Balance,,999.00", "Total Due,,2699.00").total).toBeNull();
    expect(read(...LINES, "Previous Balance,,999.00", "Invoice Total,,1750.00", "Total Due,,2749.00").total).toBe(
      175_000,
    );
    expect(read(...LINES, "Previous Balance,,999.00", "Payments,,999.00", "Total Due,,1750.00").total).toBe(175_000);
  });
});

describe("a sum", () => {
  it.each([
    ["** TOTAL **"],
    ["Total (USD)"],
    ["Total USD:"],
    ["Total (2 lines)"],
    ["Total - August 2026"],
    ["Total incl. tax"],
    ["Invoice Amount"],
    ["Gross Total"],
    ["Total payable"],
    ["Total Current Charges"],
    ["Net Amount Due"],
    ["Please pay this amount"],
  ])("of the invoice may be called %s", (words) => {
    expect(read(...LINES, `${words},,1700.00`)).toEqual({ lines: ONLY, total: 170_000, sections: [] });
  });

  it.each([["Unit V-1 Subtotal"], ["V-1 Total"], ["Van #1 (Memphis) total:"], ["Subtotal - Unit V-1"]])(
    "of a van may be called %s",
    (words) => {
      const [first = "", second = ""] = LINES;
      expect(read(first, `${words},,850.00`, second, "Total,,1700.00")).toMatchObject({ lines: ONLY, total: 170_000 });
    },
  );

  it("may stand with its figure in one cell", () => {
    expect(read(...LINES, "Total Due: $1750.00")).toEqual({ lines: ONLY, total: 175_000, sections: [] });
  });

  it("may have its words in a column of money, beside its figure", () => {
    const line = "V-1,Monthly subscription,850.00,70.13,920.13";
    const rows = [",,,Subtotal:,850.00", ",,,Sales Tax (8.25%):,70.13", ",,,Total,920.13"];
    const content = csv(...HEAD, "Van,Description,Amount,Tax,Total", line, ...rows);
    expect(problems(content)).toEqual([]);
    expect(facts("leaseInvoice", content)).toMatchObject([
      { subtotalCents: 85_000, taxCents: 7_013, totalCents: 92_013 },
    ]);
  });

  it("of the charges before tax is not the total with it", () => {
    const content = csv(
      ...HEAD,
      "Van,Description,Amount,Tax,Total",
      "V-1,Monthly subscription,850.00,70.13,920.13",
      "Total Charges,,850.00,,",
      "Tax Total,,,70.13,",
      "Total Invoice,,,,1020.13",
    );
    expect(facts("leaseInvoice", content)).toMatchObject([
      { section: "", subtotalCents: 85_000, taxCents: 7_013, totalCents: 102_013 },
    ]);
  });
});

it("a summary by charge below the total repeats the lines; without a total above it, it is lines", () => {
  const recap = ["Summary,,", "Subscriptions,,1700.00", "Other,,0.00"];
  expect(read(...LINES, "Total,,1700.00", ...recap).lines).toEqual(ONLY);
  expect(read(...LINES, ...recap).lines).toHaveLength(4);
});
