import { describe, expect, it } from "vitest";
import { csv, facts, interpret, problems } from "./support.ts";

const LABELS = [
  "Invoice Number,INV-HARBOR-0000000700",
  "Invoice Date,2026-08-31",
  "Station,DXB7",
  "Period Start,2026-08-01",
  "Period End,2026-08-31",
  "Invoice Type,Fleet",
];
const fleet = (...lines: string[]) =>
  csv(...LABELS, "Section,Date,Description,Rate,Quantity,Amount", ...lines, 'Total Due,,,,,"39,668.00"');

describe("fleet invoice", () => {
  it("has prepayment, reconciliation and weekly high counts", () => {
    const content = fleet(
      'Prepayment,,Branded vans,"1,024.00",38,"38,912.00"',
      "Prepayment,,Authorized Fleet Size,,40,",
      'Reconciliation,2026-07-31,"Branded vans, July","1,024.00",-1,"(1,024.00)"',
      "Weekly high counts,2026-08-04,Electric van,,30,",
    );
    expect(interpret(content).kind).toBe("fleet invoice");
    expect(problems(content)).toEqual([]);
    expect(facts("fleetInvoice", content)).toMatchObject([{ totalCents: 3_966_800, periodStart: "2026-08-01" }]);
    const lines = facts("fleetLine", content);
    expect(lines.map((line) => [line.section, line.date, line.rate, line.quantity, line.amountCents])).toEqual([
      ["prepayment", null, 10_240_000, 380_000, 3_891_200],
      ["prepayment", null, null, 400_000, null],
      ["reconciliation", null, 10_240_000, -10_000, -102_400],
      ["weekly high counts", "2026-08-02", null, 300_000, null],
    ]);
  });

  it.each([
    ["a price without an amount", 'Prepayment,,Branded vans,"1,024.00",38,', "8 Amount: Amount is blank."],
    ["neither count nor amount", "Weekly high counts,2026-08-02,Electric van,,,", "8 Amount: Amount is blank."],
    [
      "an unreadable week",
      "Weekly high counts,soon,Electric van,,30,",
      '8 Date: "soon" is not a date; write it as 2026-09-12 or 9/12/2026.',
    ],
  ])("makes a line with %s a problem", (_, line, reason) => {
    expect(problems(fleet(line))).toEqual([reason]);
    expect(facts("fleetLine", fleet(line))).toEqual([]);
  });
});
