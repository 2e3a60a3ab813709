/** How a line of the invoice is joined to a service: a variant never falls onto its base type, and the office's names decide. */
import { describe, expect, test } from "vitest";
import type { AliasFact, InvoiceLineFact, Source } from "#main/documents/facts.ts";
import { quantityOf, serviceOf } from "#main/reconcile/checks/amazon/invoice.ts";
import { namedLines } from "#main/reconcile/checks/amazon/names.ts";

const source: Source = {
  document: { name: "invoice.csv", sha256: "0".repeat(64), kind: "variable invoice" },
  sheet: null,
  row: 10,
  columns: [],
  cells: "[]",
};
const line = (description: string, serviceType: string): InvoiceLineFact => ({
  source,
  station: "DXA4",
  invoiceNumber: "INV-1",
  section: "routes",
  date: "2026-08-03",
  periodStart: "2026-08-02",
  periodEnd: "2026-08-08",
  description,
  serviceType,
  rate: 3_250_000,
  quantity: 10_000,
  amountCents: 32_500,
  form: "detail",
  paymentType: "",
});
const alias = (description: string, serviceType: string): AliasFact => ({ source, description, serviceType });

describe("the service of a line", () => {
  test.each([
    ["Standard Parcel - Recycle - Block of 10 Hours", "Standard Parcel", "standard parcel - recycle"],
    ["Standard Parcel - Helper - Block of 10 Hours", "Standard Parcel", "standard parcel - helper"],
    ["Standard Parcel w/ Ride Along - Block of 10 Hours", "Standard Parcel", "standard parcel w/ ride along"],
    ["Standard Parcel Electric - Block of 10 Hours", "Standard Parcel", "standard parcel electric"],
    ["Nursery Route Level 1 - Block of 10 Hours", "Standard Parcel", "nursery route level 1"],
    ["Nursery Route Level 2 - Block of 10 Hours", "Nursery Route Level 1", "nursery route level 2"],
    ["Electric Standard Parcel - Block of 10 Hours", "Standard Parcel", "electric standard parcel"],
    ["Route payment - Block of 10 Hours", "Standard Parcel", "standard parcel"],
    ["Standard Parcel - Block of 10 Hours", "Standard Parcel - Recycle", "standard parcel - recycle"],
  ])("of %j in the column %j is %j", (description, serviceType, key) => {
    expect(serviceOf(line(description, serviceType))).toEqual({ key, minutes: 600 });
  });

  test("is what the office calls it, word by word or for every block", () => {
    const aliases = [alias("big  van – Block of 10 hours", "Standard Parcel"), alias("Small Van", "Cargo Bike")];
    const named = namedLines(
      [
        line("Big Van - Block of 10 Hours", "Whatever"),
        line("Big Van - Block of 8 Hours", "Big Van"),
        line("Small Van - Block of 8 Hours", "Small Van"),
      ],
      aliases,
    );
    expect(named.map(serviceOf)).toEqual([
      { key: "standard parcel", minutes: 600 },
      { key: "big van", minutes: 480 },
      { key: "cargo bike", minutes: 480 },
    ]);
  });
});

describe("how often a line pays", () => {
  test("is below zero where it takes back, whichever of rate and quantity carries the sign", () => {
    const taken = { ...line("Standard Parcel - Block of 10 Hours", ""), amountCents: -32_500 };
    expect(quantityOf(taken)).toBe(-10_000);
    expect(quantityOf({ ...taken, quantity: -10_000 })).toBe(-10_000);
    expect(quantityOf({ ...taken, quantity: null })).toBe(-10_000);
  });
});
