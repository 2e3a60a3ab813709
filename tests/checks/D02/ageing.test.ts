/** An unpaid invoice ages: each bucket holds until its last day, and D02 and D03 never report the same invoice. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { D02 } from "#main/reconcile/checks/cash/D02-invoice-unpaid.ts";
import { D03 } from "#main/reconcile/checks/cash/D03-paid-twice-or-in-part.ts";
import { run, scopeOf } from "#main/reconcile/run.ts";
import { factsOf } from "../../support/workbench.ts";

const NUMBER = "INV-HARBOR-0000000610";
const INVOICE = {
  name: "invoice.csv",
  content: [
    `Invoice Number,${NUMBER}`,
    "Invoice Date,2026-07-11",
    "Station,DXA4",
    "Period Start,2026-07-05",
    "Period End,2026-07-11",
    "Invoice Type,Variable",
    "Section,Date,Description,Service Type,Rate,Quantity,Amount",
    "Other,2026-07-06,Weekly support payment,,,1,600.00",
    "Total Due,,,,,,600.00",
  ].join("\n"),
};
const REACHES = "2026-12-31,PAY-9,INV-HARBOR-0000000999,1.00";

function july(payments: readonly string[], today: string) {
  const remittances = {
    name: "remittances.csv",
    content: ["Payment Date,Payment Number,Invoice Number,Amount", ...payments].join("\n"),
  };
  const { facts, covered } = factsOf([INVOICE, remittances]);
  const [result] = run({ checks: [D02, D03], facts, covered, scopes: [scopeOf(null, "2026-07")], today });
  if (!result) throw new Error("nothing was checked");
  return result;
}

describe("an invoice of Jul 11, expected on Jul 25", () => {
  it.each([
    ["2026-07-28", "none", "2026-07-28"],
    ["2026-07-29", "0-7 days", "2026-08-01"],
    ["2026-08-01", "0-7 days", "2026-08-01"],
    ["2026-08-02", "8-14 days", "2026-08-08"],
    ["2026-08-08", "8-14 days", "2026-08-08"],
    ["2026-08-09", "15-30 days", "2026-08-24"],
    ["2026-08-24", "15-30 days", "2026-08-24"],
    ["2026-08-25", "31-60 days", "2026-09-23"],
    ["2026-09-23", "31-60 days", "2026-09-23"],
    ["2026-09-24", "over 60 days", null],
  ])("is on %s: %s, which holds until %s", (today, age, until) => {
    const { findings, holdsUntil } = july([REACHES], today);
    const label = findings[0]?.subjectLabel ?? "";
    expect([label === "" ? "none" : label.split(" · ").at(-1), holdsUntil]).toEqual([age, until]);
    expect(findings.map((each) => [each.code, each.subject, each.amountCents])).toEqual(
      age === "none" ? [] : [["D02", NUMBER, 60_000]],
    );
  });
});

it("D02 and D03 together report what is open or too much, once", () => {
  const cents = fc.integer({ min: -90_000, max: 90_000 });
  fc.assert(
    fc.property(fc.array(cents, { maxLength: 4 }), (amounts) => {
      const rows = amounts.map((each, index) => {
        const sign = each < 0 ? "-" : "";
        const text = `${sign}${Math.trunc(Math.abs(each) / 100)}.${String(Math.abs(each) % 100).padStart(2, "0")}`;
        return `2026-07-2${index},PAY-${index},${NUMBER},${text}`;
      });
      const paid = amounts.reduce((sum, each) => sum + each, 0);
      const { findings } = july([...rows, REACHES], "2026-08-19");
      const open = 60_000 - paid;
      expect(findings.map(({ direction, amountCents }) => [direction, amountCents])).toEqual(
        Math.abs(open) <= 100 ? [] : [[open > 0 ? "owed" : "exposure", Math.abs(open)]],
      );
      expect(findings.map((each) => each.code)).toEqual(Math.abs(open) <= 100 ? [] : [paid === 0 ? "D02" : "D03"]);
    }),
    { numRuns: 60 },
  );
});
