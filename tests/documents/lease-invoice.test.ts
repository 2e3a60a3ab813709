import { describe, expect, it } from "vitest";
import { chargeCode } from "#main/documents/interpret/charge-codes.ts";
import { csv, facts, interpret, problems, refusal, xlsx } from "./support.ts";

const VIN = "1FTEW3LP3SKE46696";
const LABELS = [
  "Invoice Number,ELM-202608-01",
  "Invoice Date,8/31/2026",
  "Due Date,9/30/2026",
  "Provider,Element",
  "Billing Period Start,8/1/2026",
  "Billing Period End,8/31/2026",
];
const HEADER =
  "VIN,Unit,Plate,Contract,Charge Code,Description,Service From,Service To,Quantity,Rate,Amount,Tax,Total,Odometer,Reference Invoice";
const LINE = `${VIN},EL-1,9TN664A,C-1,PRORATE,Prorated rental,8/1/2026,8/10/2026,1,349.83,349.83,28.86,378.69,"12,034",`;

describe("lease invoice", () => {
  const expected = {
    provider: "Element",
    invoiceNumber: "ELM-202608-01",
    issuedOn: "2026-08-31",
    dueOn: "2026-09-30",
    serviceFrom: "2026-08-01",
    serviceTo: "2026-08-10",
    contract: "C-1",
    unit: "EL-1",
    vin: VIN,
    plate: "9TN664A",
    chargeCode: "PRORATE",
    description: "Prorated rental",
    quantity: 10_000,
    rate: 3_498_300,
    amountCents: 34_983,
    taxCents: 2_886,
    totalCents: 37_869,
    odometer: 12_034,
    referenceInvoice: "",
  };

  it("has its number, dates and provider above the table", () => {
    expect(facts("leaseLine", csv(...LABELS, "", HEADER, LINE))).toEqual([expected]);
  });

  it("may repeat them in each row's columns", () => {
    const repeated = "ELM-202608-01,8/31/2026,9/30/2026,Element,8/1/2026,8/31/2026";
    const titles = "Invoice Number,Invoice Date,Due Date,Provider,Billing Period Start,Billing Period End";
    expect(facts("leaseLine", csv(`${titles},${HEADER}`, `${repeated},${LINE}`))).toEqual([expected]);
  });

  it("may be a workbook with typed cells, labels side by side", () => {
    const date = (text: string) => new Date(`${text}T00:00:00Z`);
    const content = xlsx({
      Invoice: [
        ["Invoice Number:", "ELM-202608-01", "", "Invoice Date:", date("2026-08-31")],
        ["Lessor:", "Element", "", "Due Date:", date("2026-09-30")],
        [],
        HEADER.split(","),
        [
          VIN,
          "EL-1",
          "9TN664A",
          "C-1",
          "PRORATE",
          "Prorated rental",
          date("2026-08-01"),
          date("2026-08-10"),
          1,
          349.83,
          349.83,
          28.86,
          378.69,
          12034,
        ],
      ],
    });
    expect(facts("leaseLine", content)).toEqual([expected]);
  });

  it.each([
    ["Vehicle ID,Unit No,Monthly Rental,Total Charge", `${VIN},EL-1,"1,000.00","1,082.50"`],
    ["Serial,Unit #,Amount,Total", `${VIN},EL-1,1000,1082.50`],
    ["VIN #,Unit,Charge Amount,Line Total", `${VIN},EL-1,$1000.00,$1082.50`],
  ])("of another lessor calls its columns %s", (titles, line) => {
    expect(facts("leaseLine", csv(...LABELS, titles, line))[0]).toMatchObject({
      vin: VIN,
      unit: "EL-1",
      amountCents: 100_000,
      totalCents: 108_250,
    });
  });

  it("bills a line without days of its own for the invoice's billing period", () => {
    expect(facts("leaseLine", csv(...LABELS, "VIN,Description,Amount", `${VIN},Rent,1`))[0]).toMatchObject({
      serviceFrom: "2026-08-01",
      serviceTo: "2026-08-31",
    });
  });

  it("may write its billing period in one cell", () => {
    const content = csv(...LABELS.slice(0, 4), "VIN,Billing Period,Amount", `${VIN},8/1/2026 - 8/31/2026,1`);
    expect(facts("leaseLine", content)[0]).toMatchObject({ serviceFrom: "2026-08-01", serviceTo: "2026-08-31" });
  });

  it("without a tax has none; without a total it is amount and tax", () => {
    const money = (titles: string, line: string) => {
      const [fact] = facts("leaseLine", csv(...LABELS, `VIN,${titles}`, `${VIN},${line}`));
      return [fact?.amountCents, fact?.taxCents, fact?.totalCents];
    };
    expect(money("Amount", "10.00")).toEqual([1_000, 0, 1_000]);
    expect(money("Amount,Tax", "10.00,0.83")).toEqual([1_000, 83, 1_083]);
    expect(money("Amount,Tax,Total", "10.00,,10.00")).toEqual([1_000, 0, 1_000]);
    expect(money("Amount,Tax,Total", "(10.00),-0.83,10.83-")).toEqual([-1_000, -83, -1_083]);
    expect(money("Total Charge,Tax", "10.83,0.83")).toEqual([1_000, 83, 1_083]);
  });

  it("makes an unreadable tax a problem, never no tax", () => {
    const content = csv(...LABELS, "VIN,Amount,Tax", `${VIN},10.00,incl.`);
    expect(problems(content)).toEqual(['8 Tax: "incl." is not an amount in dollars and cents.']);
    expect(interpret(content).problems[0]).toMatchObject({ station: null, day: "2026-08-01" });
  });

  it("keeps a charge on the account that names no van, and skips totals", () => {
    const content = csv(...LABELS, "VIN,Description,Amount", ",Late fee,25.00", "Total,,25.00");
    expect(facts("leaseLine", content)).toEqual([expect.objectContaining({ vin: "", chargeCode: "LATE_FEE" })]);
    expect(problems(content)).toEqual([]);
  });

  it("without any days is a problem in each line", () => {
    expect(problems(csv(...LABELS.slice(0, 4), "VIN,Description,Amount", `${VIN},Rent,1`))).toEqual([
      "6 null: Neither the line nor the invoice says from which day it bills.",
      "6 null: Neither the line nor the invoice says up to which day it bills.",
    ]);
  });

  it("without a column for amounts, or with an unreadable date, is refused", () => {
    expect(refusal(csv(...LABELS, "VIN,Description,Odometer", `${VIN},Rent,1`))).toContain("no column with the amount");
    const labels = LABELS.map((line) => line.replace("8/31/2026", "31/8/2026"));
    expect(refusal(csv(...labels, "VIN,Description,Amount", `${VIN},Rent,1`))).toContain(
      "Invoice Date above the table",
    );
  });
});

describe("charge codes", () => {
  it.each([
    ["Monthly rental", "RENT"],
    ["Lease payment, partial month", "PRORATE"],
    ["Van subscription, prorated", "PRORATE"],
    ["Pro-rata rent", "PRORATE"],
    ["Fleet management fee", "MGMT_FEE"],
    ["Excess mileage 1,200 miles", "MILEAGE_OVER"],
    ["Toll 09/02 I-65", "TOLL"],
    ["Toll processing fee", "TOLL_FEE"],
    ["Parking citation", "VIOLATION"],
    ["Violation admin fee", "FINE_ADMIN"],
    ["Registration renewal TN", "REGISTRATION"],
    ["Late payment charge", "LATE_FEE"],
    ["Oil change and inspection", "MAINT"],
    ["2 tires", "TIRE"],
    ["Rear bumper damage", "DAMAGE"],
    ["End of lease disposition", "TURN_IN"],
    ["Credit for August rent", "CREDIT"],
    ["EV charging session", "EV_CHARGE"],
    ["Diesel", "FUEL"],
    ["Physical damage waiver", "DAMAGE"],
    ["Sales tax", "TAX"],
    ["Current balance", "OTHER"],
  ])("reads %s as %s", (description, code) => {
    expect(chargeCode("", description)).toBe(code);
  });

  it("prefer the lessor's own code where it is one of ours, and otherwise its words", () => {
    expect(chargeCode("mgmt fee", "Monthly rental")).toBe("MGMT_FEE");
    expect(chargeCode("R-01", "Monthly rental")).toBe("RENT");
  });
});
