import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chargeCode } from "#main/documents/interpret/charge-codes.ts";
import { FIELDS } from "#main/documents/interpret/lease-fields.ts";
import { titleKey } from "#main/documents/recognise/titles.ts";
import { formatCents } from "#shared/money.ts";
import { csv, facts, interpret, problems, refusal, xlsx } from "./support.ts";

const VIN = "1FTEW3LP3SKE46696";
const OTHER = "1FTBR2C82RKA10021";
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

  it("whose first line has a blank plate and the words of a title is no header of two rows", () => {
    const line = `${VIN},EL-1,,C-1,RENT,Monthly rental,8/1/2026,8/31/2026,1,950.00,950.00,0.00,950.00,,`;
    const read = facts("leaseLine", csv(...LABELS, HEADER, line, line.replace(",,C-1", ",9TN664A,C-1")));
    expect(read.map(({ plate, amountCents }) => [plate, amountCents])).toEqual([
      ["", 95_000],
      ["9TN664A", 95_000],
    ]);
  });

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

const lines = (header: string, ...rows: string[]) => csv(...LABELS, "", header, ...rows);
const money = ({
  amountCents,
  taxCents,
  totalCents,
}: {
  amountCents: number;
  taxCents: number;
  totalCents: number;
}) => [amountCents, taxCents, totalCents];

describe("a lessor's invoice under its letterhead", () => {
  const head = ["Invoice #: 7001", "Invoice Date: 8/31/2026", "Billing Period: August 2026"];

  it.each([
    [
      "Element Fleet",
      "Element",
      "Vehicle Identification Number,Client Vehicle Number,Charge Desc,Charge Amt,Tax Amt,Total Amt",
    ],
    ["LeasePlan USA", "LeasePlan", "Chassis Number,Unit,Description,Amount Excl Tax,Sales & Use Tax,Amount Incl Tax"],
    ["Ayvens", "Ayvens", "Chassis No,Unit,Description,Net Amount,Tax,Gross Amount"],
    ["Merchants Fleet", "Merchants", "Serial No,Asset,Billing Description,Amount,Tax,Total Billed"],
    ["Enterprise Rent-A-Car", "Enterprise", "VIN,Unit #,Description,Amount,Tax,Total Charges"],
    ["Ryder Truck Rental", "Ryder", "Serial Number,Vehicle No,Description,Line Amount,Tax,Total"],
    ["U-Haul Truck Rentals", "U-Haul", "VIN,Equipment #,Description,Amount,Taxes,Total"],
    ["Kingbee Vans", "Kingbee", "VIN #,Van,Description,Amount,Tax,Total"],
    ["Zeeba", "Zeeba", "VIN,Unit ID,Description,Amount,Tax,Total"],
  ])("%s is one of %s", (letterhead, provider, titles) => {
    const content = csv(letterhead, ...head, "", titles, `${VIN},V-1,Monthly rent,1000.00,82.50,1082.50`);
    expect(interpret(content)).toMatchObject({
      kind: "lease invoice",
      layout: "Letterhead or unit numbers",
      problems: [],
    });
    expect(facts("leaseLine", content)).toEqual([
      expect.objectContaining({
        provider,
        invoiceNumber: "7001",
        serviceFrom: "2026-08-01",
        serviceTo: "2026-08-31",
        vin: VIN,
        unit: "V-1",
        chargeCode: "RENT",
        totalCents: 108_250,
      }),
    ]);
  });

  it.each([["Harbor Line LLC"], ["Elementary Vans"], ["Enterprise Harbor Delivery LLC"]])(
    "is not taken from the name %s",
    (letterhead) => {
      expect(refusal(csv(letterhead, ...head, "VIN,Description,Amount", `${VIN},Rent,1`))).not.toBe("taken");
    },
  );

  it("is not taken from two letterheads", () => {
    const content = csv("Element Fleet", "Ryder Vans", ...head, "VIN,Description,Amount", `${VIN},Rent,1`);
    expect(refusal(content)).not.toBe("taken");
  });

  it("never means two fields by one title", () => {
    const keys = Object.values(FIELDS).flatMap(({ titles }) => [...new Set(titles.map(titleKey))]);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });
});

describe("a line of a lessor's invoice", () => {
  it("may name its van by unit or plate, and then has no VIN", () => {
    const content = lines("VIN,Unit,Plate,Description,Amount", ",EL-1,,Rent,1", "n/a,,9TN664A,Toll,2");
    expect(facts("leaseLine", content)).toEqual([
      expect.objectContaining({ vin: "", unit: "EL-1", plate: "" }),
      expect.objectContaining({ vin: "", unit: "", plate: "9TN664A" }),
    ]);
    expect(facts("leaseLine", lines("Plate,Description,Amount", "9TN664A,Toll,2"))).toEqual([
      expect.objectContaining({ provider: "Element", vin: "", plate: "9TN664A", chargeCode: "TOLL" }),
    ]);
  });

  it("takes the VIN out of a cell that says more", () => {
    const content = lines("VIN,Description,Amount", `EL-1 / ${VIN} (returned),Rent,1`, "1ftew 3lp3-ske46696,Rent,1");
    expect(facts("leaseLine", content).map((fact) => fact.vin)).toEqual([VIN, VIN]);
  });

  it("is not read from one of two amounts that disagree", () => {
    const titles = "VIN,Description,Amount,Amount";
    expect(refusal(lines(titles, `${VIN},Rent,1,2`))).toContain('Two columns are called "Amount" and do not agree.');
    expect(refusal(lines(titles, `${VIN},Rent,1,1`))).toBe("taken");
  });

  it("for several vans is divided where it prints their number and the price of one, to the cent", () => {
    const content = lines("VIN,Description,Qty,Rate,Amount,Tax", `"${VIN}, ${OTHER}",Rent,2,500.00,1000.00,82.51`);
    expect(facts("leaseLine", content).map((fact) => [fact.vin, fact.quantity, ...money(fact)])).toEqual([
      [VIN, 10_000, 50_000, 4_126, 54_126],
      [OTHER, 10_000, 50_000, 4_125, 54_125],
    ]);
  });

  it.each([
    ["no price", `"${VIN}; ${OTHER}",Rent,,,1000.00,,`],
    ["the price of another number of vans", `"${VIN} / ${OTHER}",Rent,3,333.33,1000.00,,`],
    ["a price that makes another amount", `"${VIN} and ${OTHER}",Rent,2,499.00,1000.00,,`],
    ["a total of more than amount and tax", `"${VIN} ${OTHER}",Rent,2,500.00,1000.00,,1005.00`],
  ])("for several vans with %s is a problem, not a guess", (_, line) => {
    const content = lines("VIN,Description,Qty,Rate,Amount,Tax,Total", line);
    expect(problems(content)).toEqual([
      "9 VIN: This line is for 2 vans and does not print the price of each. Give every van a line of its own.",
    ]);
    expect(facts("leaseLine", content)).toEqual([]);
  });

  it("is a credit by its words, and names the invoice it is for", () => {
    const content = lines(
      "VIN,Description,Amount,Reference Invoice",
      `${VIN},Credit for invoice ELM-202607-01,-50.00,`,
      `${VIN},Refund of toll,(3.25),ELM-202607-02`,
      `${VIN},Billing adjustment,-7.00,`,
      `${VIN},Billing adjustment,7.00,`,
      `${VIN},Rent adjustment,-9.00,`,
    );
    expect(
      facts("leaseLine", content).map((fact) => [fact.chargeCode, fact.amountCents, fact.referenceInvoice]),
    ).toEqual([
      ["CREDIT", -5_000, "ELM-202607-01"],
      ["CREDIT", -325, "ELM-202607-02"],
      ["CREDIT", -700, ""],
      ["OTHER", 700, ""],
      ["RENT", -900, ""],
    ]);
  });

  it("is a problem where it is called a credit and charges", () => {
    expect(problems(lines("VIN,Description,Amount", `${VIN},Credit for July,50.00`))).toEqual([
      "9 Amount: The line is called a credit, but its amount is not negative, so it cannot be told which way the money goes.",
    ]);
    const memo = csv(...LABELS, "Document Type,Credit Memo", "VIN,Description,Amount", `${VIN},Rent,50.00`);
    expect(problems(memo)[0]).toContain("The document is a credit, but this amount is not negative.");
  });

  it("gives back what stands in a column of credits, whatever its sign", () => {
    const content = lines(
      "VIN,Description,Amount,Credit",
      `${VIN},Rent,100.00,`,
      `${VIN},July,,25.00`,
      `${VIN},June,0.00,-5`,
    );
    expect(facts("leaseLine", content).map((fact) => [fact.chargeCode, fact.amountCents])).toEqual([
      ["RENT", 10_000],
      ["CREDIT", -2_500],
      ["CREDIT", -500],
    ]);
    expect(problems(lines("VIN,Amount,Credit", `${VIN},100.00,25.00`))[0]).toContain("do not add up to its amount");
  });

  it("may be a tax of its own", () => {
    const content = lines("VIN,Description,Amount", `${VIN},Rent,100.00`, `${VIN},Sales tax on rental,8.25`);
    expect(facts("leaseLine", content).map((fact) => [fact.chargeCode, ...money(fact)])).toEqual([
      ["RENT", 10_000, 0, 10_000],
      ["TAX", 825, 0, 825],
    ]);
  });
});

describe("a row with a column for each charge", () => {
  const titles = "VIN,Monthly Rental,Management Fee,Maintenance,Tax,Total Charge";

  it("is a line for each of them and one for their tax", () => {
    const content = lines(titles, `${VIN},1000.00,12.50,40.00,86.83,1139.33`);
    expect(facts("leaseLine", content).map((fact) => [fact.chargeCode, fact.description, ...money(fact)])).toEqual([
      ["RENT", "Monthly rental", 100_000, 0, 100_000],
      ["MGMT_FEE", "Management fee", 1_250, 0, 1_250],
      ["MAINT", "Maintenance", 4_000, 0, 4_000],
      ["TAX", "Tax", 8_683, 0, 8_683],
    ]);
    expect(interpret(content).facts.flatMap(({ type, row }) => (type === "leaseLine" ? [row] : []))).toEqual([
      9, 9, 9, 9,
    ]);
  });

  it("with one charge is one line with its tax", () => {
    const content = lines(titles, `${VIN},1000.00,0.00,,82.50,1082.50`);
    expect(facts("leaseLine", content).map((fact) => [fact.chargeCode, ...money(fact)])).toEqual([
      ["RENT", 100_000, 8_250, 108_250],
    ]);
  });

  it("is a problem where its charges are not its total", () => {
    expect(problems(lines(titles, `${VIN},1000.00,12.50,40.00,86.83,1239.33`))).toEqual([
      "9 Total Charge: The charges and the tax of this line do not add up to its total, so a charge may be missing.",
    ]);
  });

  it("is a problem where it charges nothing readable", () => {
    expect(problems(lines(titles, `${VIN},,,,8.25,`))).toEqual(["9 Monthly Rental: Monthly Rental is blank."]);
    expect(problems(lines(titles, `${VIN},1000.00,see note,,,`))).toEqual([
      '9 Management Fee: "see note" is not an amount in dollars and cents.',
    ]);
  });
});

describe("rows between the lines of a lessor's invoice", () => {
  const titles = "VIN,Unit,Charge Code,Description,Amount";

  it.each([
    ["the total of a van", `${VIN},,,Vehicle total,100.00`],
    ["the total of a van beside its number", `Total ${VIN},,,,100.00`],
    ["the subtotal of a section", ",,,Subtotal for rental charges:,100.00"],
    ["the total in the column of codes", ",,Sub-Total,,100.00"],
    ["what is due", "Amount due,,,,100.00"],
    ["the title of a section", "Rental charges,,,,"],
  ])("%s is passed over", (_, row) => {
    const content = lines(titles, `${VIN},EL-1,RENT,Rent,100.00`, row, `${OTHER},EL-2,RENT,Rent,90.00`);
    expect(facts("leaseLine", content).map((fact) => fact.amountCents)).toEqual([10_000, 9_000]);
    expect(problems(content)).toEqual([]);
  });

  it.each([
    ["Total loss settlement", `${VIN},,,Total loss settlement,100.00`],
    ["a line with a code", `${VIN},,MAINT,Total for brakes,100.00`],
    ["Subtle repair", `${VIN},,,Subtle repair,100.00`],
  ])("%s is a line", (_, row) => {
    expect(facts("leaseLine", lines(titles, row)).map((fact) => fact.amountCents)).toEqual([10_000]);
  });

  it("never swallow a line and never count twice, whatever the lessor sums up", () => {
    const amount = fc.integer({ min: -5_000_00, max: 5_000_00 });
    const charge = fc.record({ amount, tax: fc.option(fc.integer({ min: 0, max: 99_99 }), { nil: undefined }) });
    const van = fc.record({ charges: fc.array(charge, { minLength: 1, maxLength: 4 }), summed: fc.boolean() });
    const dollars = (value: number) => formatCents(value).replace("\u2212", "-");
    fc.assert(
      fc.property(fc.array(van, { minLength: 1, maxLength: 5 }), (vans) => {
        let all = 0;
        const body = vans.flatMap(({ charges, summed }, index) => {
          const sum = charges.reduce((total, each) => total + each.amount + (each.tax ?? 0), 0);
          all += sum;
          return [
            ...charges.map(
              (each) =>
                `${VIN},V-${index},Rent,"${dollars(each.amount)}",${each.tax === undefined ? "" : `"${dollars(each.tax)}"`},"${dollars(each.amount + (each.tax ?? 0))}"`,
            ),
            ...(summed ? [`Subtotal V-${index},,,,,"${dollars(sum)}"`] : []),
          ];
        });
        const content = lines("VIN,Unit,Description,Amount,Tax,Total", ...body, `Grand total,,,,,"${dollars(all)}"`);
        const read = facts("leaseLine", content);
        expect(problems(content)).toEqual([]);
        expect(read.length).toBe(vans.flatMap(({ charges }) => charges).length);
        expect(read.reduce((total, fact) => total + fact.totalCents, 0)).toBe(all);
      }),
      { numRuns: 50 },
    );
  });

  it("name the van of the lines below them, up to the total", () => {
    const content = lines(
      titles,
      `Vehicle ${VIN},,,,`,
      ",,,Rent,100.00",
      ",EL-9,,Toll,1.00",
      ",,,Vehicle total,101.00",
      ",,,Late fee,5.00",
    );
    expect(facts("leaseLine", content).map((fact) => [fact.vin, fact.unit, fact.chargeCode])).toEqual([
      [VIN, "", "RENT"],
      ["", "EL-9", "TOLL"],
      ["", "", "LATE_FEE"],
    ]);
  });
});

describe("the days of a lessor's invoice", () => {
  it.each([
    "8/1/2026-8/31/2026",
    "8/1/2026 – 8/31/2026",
    "2026-08-01 thru 2026-08-31",
    "August 2026",
    "Aug-2026",
    "2026-08",
    "08/2026",
  ])("may be written %s", (period) => {
    const content = csv(...LABELS.slice(0, 4), "VIN,Billing Period,Amount", `${VIN},${period},1`);
    expect(facts("leaseLine", content)[0]).toMatchObject({ serviceFrom: "2026-08-01", serviceTo: "2026-08-31" });
  });

  it.each(["August", "Aug 2026 - Sep 2026", "13/2026", "Augment 2026"])("written %s are a problem", (period) => {
    const content = csv(...LABELS.slice(0, 4), "VIN,Billing Period,Amount", `${VIN},${period},1`);
    expect(problems(content)[0]).toContain("is not a period; write it as 8/1/2026 - 8/31/2026.");
  });
});

it("a lessor's header may stand in two rows, its titles merged across", () => {
  const upper = "Vehicle,,Service,,Charge,,Reference";
  const lower = "VIN,Unit,From,To,Description,Amount,Invoice";
  const content = csv(...LABELS, upper, lower, `${VIN},EL-1,8/1/2026,8/31/2026,Rent,100.00,ELM-1`);
  expect(facts("leaseLine", content)).toEqual([
    expect.objectContaining({
      vin: VIN,
      invoiceNumber: "ELM-202608-01",
      amountCents: 10_000,
      referenceInvoice: "ELM-1",
    }),
  ]);
  expect(interpret(content).columns).toEqual([
    "Vehicle VIN",
    "Vehicle Unit",
    "Service From",
    "Service To",
    "Charge Description",
    "Charge Amount",
    "Reference Invoice",
  ]);
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
    ["Physical damage waiver", "INSURANCE"],
    ["Sales tax", "TAX"],
    ["Current balance", "OTHER"],
    ["Security deposit", "OTHER"],
    ["Late return of the van", "OTHER"],
    ["Supplemental damage protection", "INSURANCE"],
    ["Credit card fee", "OTHER"],
    ["Goodwill rebate", "CREDIT"],
    ["E-ZPass transaction", "TOLL"],
    ["Traffic ticket handling", "FINE_ADMIN"],
    ["Speed camera I-40", "VIOLATION"],
    ["Vehicle property tax", "TAX"],
    ["Windshield replacement", "DAMAGE"],
    ["Liability coverage", "INSURANCE"],
    ["Public charging 31 kWh", "EV_CHARGE"],
    ["Early termination", "TURN_IN"],
  ])("reads %s as %s", (description, code) => {
    expect(chargeCode("", description)).toBe(code);
  });

  it("prefer the lessor's own code where it is one of ours, and otherwise its words", () => {
    expect(chargeCode("mgmt fee", "Monthly rental")).toBe("MGMT_FEE");
    expect(chargeCode("R-01", "Monthly rental")).toBe("RENT");
  });
});
