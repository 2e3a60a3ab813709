import { describe, expect, it } from "vitest";
import { csv, facts, interpret, problems, xlsx } from "./support.ts";

const HEADER =
  "Station,Invoice Number,Invoice Date,Invoice Type,Payment Type,Service Type Category,Service Type,Transaction Amount";
const line = (
  changes: Partial<Record<"station" | "number" | "date" | "type" | "category" | "service" | "amount", string>> = {},
) =>
  [
    changes.station ?? "DXA4",
    changes.number ?? "INV-HARBOR-0000000614",
    changes.date ?? "2026-09-12 00:00:00",
    changes.type ?? "ORIGINAL",
    "Variable",
    changes.category ?? "Routes",
    changes.service ?? "Standard Parcel - Block of 10 Hours",
    changes.amount ?? "3900.00",
  ].join(",");

describe("the variable invoice's export", () => {
  it("has one head for each invoice and station, without a total, of Amazon's week that holds its date", () => {
    const content = csv(
      HEADER,
      line(),
      line({ category: "Unplanned Delay", service: "Unplanned Delay", amount: "12.02" }),
      line({ station: "DXB7", number: "INV-HARBOR-0000000615", date: "2026-09-06 00:00:00" }),
    );
    const shared = { status: "", disputeCloses: null, totalCents: null, form: "export", currency: "USD" };
    const period = { periodStart: "2026-09-06", periodEnd: "2026-09-12", invoiceType: "ORIGINAL" };
    expect(facts("invoice", content)).toEqual([
      { ...shared, ...period, station: "DXA4", invoiceNumber: "INV-HARBOR-0000000614", issuedOn: "2026-09-12" },
      { ...shared, ...period, station: "DXB7", invoiceNumber: "INV-HARBOR-0000000615", issuedOn: "2026-09-06" },
    ]);
    expect(interpret(content).facts.map(({ type, row }) => [type, row])).toEqual([
      ["invoice", 2],
      ["invoice", 4],
      ["invoiceLine", 2],
      ["invoiceLine", 3],
      ["invoiceLine", 4],
    ]);
    expect(interpret(content)).toMatchObject({ kind: "variable invoice", layout: "Amazon export" });
  });

  it("has lines in money alone, in their category", () => {
    expect(
      facts("invoiceLine", csv(HEADER, line({ category: "Training Ride Along", amount: '"(1,157.50)"' }))),
    ).toEqual([
      {
        station: "DXA4",
        invoiceNumber: "INV-HARBOR-0000000614",
        periodStart: "2026-09-06",
        periodEnd: "2026-09-12",
        section: "training ride along",
        date: null,
        description: "Standard Parcel - Block of 10 Hours",
        serviceType: "Standard Parcel - Block of 10 Hours",
        rate: null,
        quantity: null,
        amountCents: -115_750,
        form: "export",
        paymentType: "Variable",
      },
    ]);
  });

  it("describes a line without a service type by its category", () => {
    const [thanks] = facts("invoiceLine", csv(HEADER, line({ category: "Thank My Driver", service: "" })));
    expect(thanks).toMatchObject({ section: "thank my driver", description: "Thank My Driver", serviceType: "" });
  });

  it("may be a workbook with typed dates, other columns and another order", () => {
    const content = xlsx({
      Export: [
        ["Service Type", "Transaction Amount", "Notes", ...HEADER.split(",").slice(0, 6)],
        [
          "Parcel",
          3900,
          "",
          "Memphis (DXA4)- Amazon.com",
          "INV-1",
          new Date("2026-09-12T00:00:00Z"),
          "AMENDED",
          "Variable",
          "Routes",
        ],
        ["Total", 3900],
      ],
    });
    expect(problems(content)).toEqual([]);
    expect(facts("invoice", content)).toMatchObject([
      { station: "DXA4", invoiceType: "AMENDED", issuedOn: "2026-09-12" },
    ]);
    expect(facts("invoiceLine", content)).toMatchObject([{ description: "Parcel", amountCents: 390_000 }]);
  });

  it("does not add an amended version to the original of the same number", () => {
    const content = csv(HEADER, line(), line({ type: "AMENDED", amount: "4000.00" }));
    expect(facts("invoiceLine", content).map(({ amountCents }) => amountCents)).toEqual([390_000]);
    expect(problems(content)).toEqual([
      "3 Invoice Type: Invoice INV-HARBOR-0000000614 has ORIGINAL and AMENDED in one file. Export each invoice by itself.",
    ]);
  });

  it.each([
    ["an amount", { amount: "free" }, '2 Transaction Amount: "free" is not an amount in dollars and cents.'],
    ["a station", { station: "Memphis" }, '2 Station: "Memphis" is not a station; its code looks like DNA4.'],
    ["a date", { date: "soon" }, '2 Invoice Date: "soon" is not a date; write it as 2026-09-12 or 9/12/2026.'],
  ])("makes a row whose cell is not %s a problem", (_, changes, reason) => {
    const content = csv(HEADER, line(changes), line());
    expect(problems(content)).toEqual([reason]);
    expect(facts("invoiceLine", content)).toHaveLength(1);
  });
});
