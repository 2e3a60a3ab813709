/** Which claim a finding belongs into, and which findings belong into none. */
import { describe, expect, it } from "vitest";
import { type Candidate, joinsByItself, placeOf, whyNot } from "#main/claims/place.ts";

const finding = (more: Partial<Candidate>): Candidate => ({
  id: "A01-1",
  code: "A01",
  station: "DXA4",
  period: "2026-08-02",
  direction: "owed",
  status: "confirmed",
  amountCents: 32_500,
  counterparty: "Amazon",
  invoiceNumber: "INV-HLN4-0000000614",
  ...more,
});

describe("the place of a finding", () => {
  it.each([
    ["Amazon's by its invoice", {}, ["amazon", "Amazon", "DXA4", "INV-HLN4-0000000614", null]],
    [
      "Amazon's without an invoice by its period",
      { invoiceNumber: null },
      ["amazon", "Amazon", "DXA4", null, "2026-08-02"],
    ],
    [
      "a lessor's by its invoice, without a station",
      { code: "E02", station: null, counterparty: "Element", invoiceNumber: "ELM-1 " },
      ["lessor", "Element", null, "ELM-1", null],
    ],
    [
      "payroll's",
      { code: "F05", counterparty: null, invoiceNumber: null },
      ["payroll", "Payroll", "DXA4", null, "2026-08-02"],
    ],
    [
      "one that names nobody",
      { code: "E19", counterparty: " " },
      ["internal", "Internal", "DXA4", "INV-HLN4-0000000614", null],
    ],
  ] as const)("%s", (_name, more, [kind, counterparty, station, invoiceNumber, period]) =>
    expect(placeOf(finding(more))).toEqual({ kind, counterparty, station, invoiceNumber, period }),
  );
});

describe("a confirmed finding", () => {
  it.each([
    ["owed", 1, true],
    ["overcharged", 1, true],
    ["owed", 0, false],
    ["owed", -1, false],
    ["owed", null, false],
    ["overpaid", 100, false],
    ["exposure", 100, false],
    ["watch", null, false],
  ] as const)("%s of %s joins a claim by itself: %s", (direction, amountCents, joins) =>
    expect(joinsByItself(finding({ direction, amountCents }))).toBe(joins),
  );

  it.each([
    [{}, null],
    [{ status: "open" }, "It is open. Confirm it first."],
    [{ status: "cleared" }, "It is cleared. Confirm it first."],
    [{ amountCents: null }, "It states no amount to claim."],
    [{ amountCents: -5 }, "It lowers what is owed, so there is nothing to claim."],
    [{ direction: "overpaid", code: "F05" }, null],
    [{ direction: "exposure" }, "It is an exposure of our own: nobody else owes this money."],
    [{ direction: "watch" }, "It is only to be watched: nobody owes this money."],
  ] as const)("put in by a person: %j: %s", (more, why) => expect(whyNot(finding(more))).toBe(why));
});
