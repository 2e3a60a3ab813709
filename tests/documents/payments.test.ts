import { describe, expect, it } from "vitest";
import { csv, facts, interpret, problems, xlsx } from "./support.ts";

const HEADER = "Payment Date,Payment Number,Invoice Number,Amount";

describe("payments", () => {
  it("are amounts paid towards invoices; one payment may pay several, and take money back", () => {
    const content = csv(
      HEADER,
      '9/25/2026,PAY-1001,INV-HARBOR-0000000614,"$6,759.20"',
      "2026-09-25,PAY-1001,INV-HARBOR-0000000600,(45.00)",
    );
    expect(interpret(content).kind).toBe("payments");
    expect(facts("payment", content)).toEqual([
      { paidOn: "2026-09-25", paymentNumber: "PAY-1001", invoiceNumber: "INV-HARBOR-0000000614", amountCents: 675_920 },
      { paidOn: "2026-09-25", paymentNumber: "PAY-1001", invoiceNumber: "INV-HARBOR-0000000600", amountCents: -4_500 },
    ]);
  });

  it("may be a workbook under a title, its columns in another order, with a total below", () => {
    const content = xlsx({
      Remittances: [
        ["Remittances of Harbor Line LLC"],
        [],
        ["Status", "Amount", "invoice number", "Payment number", "PAYMENT DATE"],
        ["Sent", 6759.2, "INV-HARBOR-0000000614", 1001, new Date("2026-09-25T00:00:00Z")],
        ["Total", 6759.2],
      ],
    });
    expect(problems(content)).toEqual([]);
    expect(facts("payment", content)).toEqual([
      { paidOn: "2026-09-25", paymentNumber: "1001", invoiceNumber: "INV-HARBOR-0000000614", amountCents: 675_920 },
    ]);
  });

  it("with a cell that cannot be read become a problem of their day", () => {
    const content = csv(HEADER, "9/25/2026,PAY-1001,INV-1,pending", "9/25/2026,PAY-1001,,1.00");
    expect(problems(content)).toEqual([
      '2 Amount: "pending" is not an amount in dollars and cents.',
      "3 Invoice Number: Invoice Number is blank.",
    ]);
    expect(interpret(content).problems[0]).toMatchObject({ station: null, day: "2026-09-25" });
    expect(facts("payment", content)).toEqual([]);
  });
});
