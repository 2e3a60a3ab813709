import { describe, expect, it } from "vitest";
import { csv, facts, interpret, problems, refusal } from "./support.ts";

const invoice = (type: string, columns = "Quantity,Rate", figures = '"55,404",0.15') =>
  csv(
    "Invoice Number,INV-HARBOR-0000000615",
    "Invoice Date,2026-09-12",
    "Station,DXA4",
    "Period Start,2026-09-06",
    "Period End,2026-09-12",
    `Invoice Type,${type}`,
    `Section,Date,Description,Service Type,${columns},Amount`,
    `Incentive,,Fantastic Plus - Delivered packages,,${figures},"8,310.60"`,
    'Total Due,,,,,,"8,310.60"',
  );

describe("incentive invoice", () => {
  it.each([
    ["quantity before rate", invoice("Incentive")],
    ["rate before quantity", invoice("incentive", "Rate,Quantity", '0.15,"55,404"')],
  ])("with %s has its head and lines in facts of its own", (_, content) => {
    expect(interpret(content).kind).toBe("incentive invoice");
    expect(problems(content)).toEqual([]);
    expect(facts("incentiveInvoice", content)).toMatchObject([
      { station: "DXA4", invoiceNumber: "INV-HARBOR-0000000615", totalCents: 831_060, form: "detail", currency: "USD" },
    ]);
    expect(facts("incentiveLine", content)).toMatchObject([
      { section: "incentive", date: null, quantity: 554_040_000, rate: 1_500, amountCents: 831_060, paymentType: "" },
    ]);
    expect(facts("invoice", content)).toEqual([]);
  });

  it.each([
    ["Variable", "variable invoice"],
    ["ORIGINAL", "variable invoice"],
    ["Incentive", "incentive invoice"],
    ["Weekly Incentive", "incentive invoice"],
    ["Fleet", "fleet invoice"],
    ["Fixed Monthly", "fleet invoice"],
  ])("of type %s is a %s and nothing else", (type, kind) => {
    expect(refusal(invoice(type))).toBe("taken");
    expect(interpret(invoice(type)).kind).toBe(kind);
  });
});
