import { describe, expect, it } from "vitest";
import { csv, facts, interpret, problems, refusal } from "./support.ts";

const amounts = (content: Uint8Array) => facts("bankLine", content).map(({ amountCents }) => amountCents);

describe("bank statement", () => {
  it("is date, description and signed amount", () => {
    const content = csv(
      "Date,Description,Amount",
      '09/28/2026,AMAZON.COM SERVICES ACH PAY-1001,"6,759.20"',
      "9/29/2026,FLEET LESSOR AUTOPAY,-1250.00",
    );
    expect(interpret(content).kind).toBe("bank statement");
    expect(facts("bankLine", content)).toEqual([
      { date: "2026-09-28", description: "AMAZON.COM SERVICES ACH PAY-1001", amountCents: 675_920 },
      { date: "2026-09-29", description: "FLEET LESSOR AUTOPAY", amountCents: -125_000 },
    ]);
  });

  it.each<[string, string[], number[]]>([
    [
      "a column for each direction and a balance",
      ["Date,Description,Debit,Credit,Balance", "9/28/2026,Deposit,,10.00,110.00", "9/29/2026,Fee,2.50,,107.50"],
      [1_000, -250],
    ],
    [
      "withdrawals printed with their sign",
      ["Posting Date,Description,Withdrawals,Deposits", "9/28/2026,Fee,-2.50,", "9/28/2026,Deposit,,10.00"],
      [-250, 1_000],
    ],
    [
      "zeros in the column that does not apply",
      [
        "Date,Payee,Money Out,Money In",
        "9/28/2026,Deposit,0.00,10.00",
        "9/28/2026,Fee,2.50,0.00",
        "9/28/2026,Check,0.00,0.00",
      ],
      [1_000, -250, 0],
    ],
    [
      "the direction in words beside an amount without a sign",
      [
        "Transaction Date,Transaction Description,Transaction Type,Transaction Amount,Balance",
        "9/28/2026,Fee,Debit,2.50,1",
        "9/28/2026,Deposit,Credit,10.00,1",
      ],
      [-250, 1_000],
    ],
    [
      "the direction in a column called Type",
      ["Date,Description,Amount,Type", "9/28/2026,Fee,2.50,DEBIT", "9/28/2026,Deposit,10.00,CREDIT"],
      [-250, 1_000],
    ],
    [
      "kinds of entry in a column called Details",
      [
        "Details,Posting Date,Description,Amount,Type,Balance",
        "DEBIT,9/28/2026,Fee,-2.50,ACH_DEBIT,1",
        "CREDIT,9/28/2026,Deposit,10.00,ACH_CREDIT,1",
      ],
      [-250, 1_000],
    ],
    [
      "its account above the table and balances between its lines",
      [
        "Account,Harbor Line LLC operating",
        "Date,Description,Amount,Running Bal.",
        "9/1/2026,Beginning balance,,100.00",
        "9/28/2026,Deposit,10.00,110.00",
      ],
      [1_000],
    ],
  ])("may have %s", (_, lines, expected) => {
    const content = csv(...lines);
    expect(problems(content)).toEqual([]);
    expect(amounts(content)).toEqual(expected);
  });

  it.each([
    [
      "money in both directions",
      "9/28/2026,Both,1.00,2.00",
      "2 Debit: This line has money going out and coming in at once.",
    ],
    ["no money", "9/28/2026,None,,", "2 Debit: This line has no amount."],
    ["words for money", "9/28/2026,Fee,two,", '2 Debit: "two" is not an amount in dollars and cents.'],
    ["no date", ",Fee,2.00,", "2 Date: Date is blank."],
  ])("makes a line with %s a problem", (_, line, reason) => {
    const content = csv("Date,Description,Debit,Credit", line);
    expect(problems(content)).toEqual([reason]);
    expect(amounts(content)).toEqual([]);
  });

  it.each([
    ["a lessor's invoice", "Date,Description,VIN,Rate,Quantity,Amount"],
    ["lines of an invoice without its head", "Section,Date,Description,Rate,Quantity,Amount"],
    ["no money at all", "Date,Description,Balance"],
  ])("is not what a table of %s is taken for", (_, header) => {
    const row = header.split(",").map((title) => (title === "Date" ? "9/28/2026" : "1"));
    expect(refusal(csv(header, row.join(",")))).not.toBe("taken");
  });
});
