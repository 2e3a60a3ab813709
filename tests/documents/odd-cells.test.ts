/** Cells as programs and people really leave them: marks that cannot be seen, figures that could be two, credits with letters. */
import { describe, expect, it } from "vitest";
import { bytes, csv, facts, problems, xlsx } from "./support.ts";

const TIERS = "Week,Station,Tier";

describe("marks of the direction of writing", () => {
  it("are not seen in titles, dates, codes and names", () => {
    const content = bytes(
      "\u200eWeek\u200f,\u202aStation\u202c,\u2066Tier\u2069\n\u200e2026-09-06\u200e,\u200eDXA4,\u200fGreat\n",
    );
    expect(facts("tier", content)).toEqual([{ week: "2026-09-06", station: "DXA4", tier: "Great" }]);
    const roster = ["Employee ID,Name,State,Station", "7,\u200fAna\u200b Ruiz\u200f,TN,DXA4"];
    const sheet = xlsx({ A: roster.map((line) => line.split(",")) });
    for (const file of [csv(...roster), sheet]) expect(facts("person", file)[0]?.name).toBe("Ana Ruiz");
  });
});

describe('a cell that a program wrote as ="007"', () => {
  it("is its text, zeros and all", () => {
    const roster = csv("Employee ID,Name,State,Station", '="007",="Ana Ruiz",TN,DXA4');
    expect(facts("person", roster)[0]).toMatchObject({ employeeId: "007", name: "Ana Ruiz" });
    expect(facts("tier", csv(TIERS, '="2026-W37",DXA4,Great'))).toHaveLength(1);
  });
});

describe("an amount of three decimals", () => {
  const payments = "Payment Date,Payment Number,Invoice Number,Amount";
  const amountsOf = (content: Uint8Array) => facts("payment", content).map(({ amountCents }) => amountCents);

  it("could be thousands, and is a problem", () => {
    expect(problems(csv(payments, "2026-09-12,P1,INV-1,1.250"))).toEqual([
      '2 Amount: "1.250" is not an amount in dollars and cents.',
    ]);
  });

  it("is thousands where the document's dates have dots", () => {
    expect(amountsOf(csv(payments, "12.09.2026,P1,INV-1,1.250"))).toEqual([125_000]);
  });

  it("is read where it has four digits before the point, or only cents behind it", () => {
    expect(amountsOf(csv(payments, "2026-09-12,P1,INV-1,1250.000", "2026-09-12,P2,INV-1,12.50"))).toEqual([
      125_000, 1_250,
    ]);
  });
});

describe("an amount with CR behind it", () => {
  const line = (amount: string) =>
    csv(
      "Provider,Invoice Number,Invoice Date,Service From,Service To,VIN,Description,Amount",
      `Element,E-1,2026-08-01,2026-08-01,2026-08-31,1FTBR1C80PKA00001,Rent adjustment,"${amount}"`,
    );

  it.each([
    ["45.00 CR", -4_500],
    ["$1,045.00CR", -104_500],
    ["45.00 cr", -4_500],
  ])("%s is a credit", (amount, cents) => {
    expect(facts("leaseLine", line(amount))[0]?.amountCents).toBe(cents);
  });

  it.each(["-45.00 CR", "(45.00) CR", "CR"])("%s is not read: it says it twice, or nothing", (amount) => {
    expect(problems(line(amount))).toHaveLength(1);
  });
});
