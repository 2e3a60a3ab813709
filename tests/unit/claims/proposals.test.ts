/** Money in documents that seems to be for a claim. */
import { describe, expect, it } from "vitest";
import { type MoneyRow, moneyIndex } from "#main/claims/money-rows.ts";
import { proposalsFor as proposalsIn, type Waiting } from "#main/claims/proposals.ts";

const amazon: Waiting = {
  kind: "amazon",
  counterparty: "Amazon",
  station: "DXA4",
  reference: "CASE-77123",
  submittedOn: "2026-08-20",
  outstandingCents: 54_820,
  invoices: ["INV-HLN4-0000000614"],
  byHand: [],
  items: [
    { subject: "2026-08-03|rivian", label: "A01 Mon, Aug 3", dueCents: 32_500 },
    { subject: "2026-08-07|training", label: "A09 Training", dueCents: 22_320 },
  ],
};
const lessor: Waiting = {
  ...amazon,
  ...{ kind: "lessor", counterparty: "Element", station: null, outstandingCents: 10_000, invoices: ["ELM-202608-01"] },
  items: [
    {
      subject: "element|elm-202608-01|1ftbr1y8xpka00063|rent|2026-08-01|2026-08-31",
      label: "E02 EL-1063",
      dueCents: 5_900,
    },
  ],
};
const row = (from: MoneyRow["from"], more: Partial<MoneyRow>): MoneyRow => ({
  from,
  key: "k1",
  day: "2026-09-03",
  cents: 32_500,
  party: "Amazon",
  station: null,
  number: "PAY-9",
  names: "",
  vins: [],
  text: "",
  ...more,
});
const proposalsFor = (claim: Waiting, rows: readonly MoneyRow[]) => proposalsIn(claim, moneyIndex(rows));
const proposed = (claim: Waiting, ...rows: readonly MoneyRow[]) => proposalsFor(claim, rows).map(({ why }) => why);

describe("a payment of Amazon's", () => {
  const payment = (more: Partial<MoneyRow>) => row("payment", { names: "inv-hln4-0000000614", ...more });

  it("on the claim's invoice since it was submitted is proposed as paid", () => {
    expect(proposalsFor(amazon, [payment({})])).toEqual([
      {
        ...{ key: "k1", kind: "paid", receivedOn: "2026-09-03", cents: 32_500 },
        why: "Payment PAY-9 of Sep 3, 2026 pays $325.00 on invoice inv-hln4-0000000614, which this claim is about.",
      },
    ]);
  });

  it.each([
    ["on the day it was submitted", { day: "2026-08-20" }, 1],
    ["on the day before", { day: "2026-08-19" }, 0],
    ["of all that is outstanding", { cents: 54_820 }, 1],
    ["of a cent more", { cents: 54_821 }, 0],
    ["on another invoice", { names: "INV-HLN4-0000000621" }, 0],
  ])("%s: %i", (_name, more, count) => expect(proposed(amazon, payment(more))).toHaveLength(count));
});

describe("a line of a later invoice of Amazon's", () => {
  const line = (more: Partial<MoneyRow>) =>
    row("invoice line", {
      number: "INV-HLN4-0000000628",
      station: "DXA4",
      day: "2026-08-29",
      text: "adjustments: Route",
      ...more,
    });

  it("that names the invoice or the case is proposed as credited, and says so", () => {
    expect(proposed(amazon, line({ cents: 100, text: "Adj. INV HLN4 0000000614" }))).toEqual([
      'Invoice INV-HLN4-0000000628 of Aug 29, 2026 gives $1.00 as "Adj. INV HLN4 0000000614", which names INV-HLN4-0000000614.',
    ]);
    expect(proposed(amazon, line({ cents: 100, text: "Dispute, case 77123" }))).toHaveLength(1);
    expect(proposed(amazon, line({ cents: 100, text: "Dispute, case 771234" }))).toHaveLength(0);
  });

  it("that adjusts something by exactly an amount of the claim is proposed with that reason", () => {
    expect(proposed(amazon, line({}))).toEqual([expect.stringMatching(/, exactly what is open for A01 Mon, Aug 3\.$/)]);
    expect(proposed(amazon, line({ cents: 54_820 }))).toEqual([
      expect.stringMatching(/, exactly what is outstanding\.$/),
    ]);
  });

  it.each([
    ["of another amount", { cents: 32_499 }, 0],
    ["that adjusts nothing", { text: "routes: Rivian MEDIUM" }, 0],
    ["of another station", { station: "DXB7" }, 0],
    ["of the claim's own invoice", { number: "INV-HLN4-0000000614" }, 0],
    ["dated a week before, as invoices are by their week's last day", { day: "2026-08-13" }, 1],
    ["dated eight days before", { day: "2026-08-12" }, 0],
  ])("%s: %i", (_name, more, count) => expect(proposed(amazon, line(more))).toHaveLength(count));
});

describe("a credit of a lessor's", () => {
  const credit = (more: Partial<MoneyRow>) =>
    row("lease credit", { party: "ELEMENT", number: "ELM-202609-01", cents: 5_900, day: "2026-09-01", ...more });

  it("that names the invoice is proposed, of a larger one only what is outstanding", () => {
    expect(proposalsFor(lessor, [credit({ names: "elm-202608-01", cents: 12_000 })])).toEqual([
      expect.objectContaining({
        ...{ kind: "credited", cents: 10_000 },
        why: "ELEMENT credits $120.00 on invoice ELM-202609-01 of Sep 1, 2026 and names invoice elm-202608-01.",
      }),
    ]);
  });

  it("for the van and the amount of a finding is proposed", () => {
    expect(proposed(lessor, credit({ vins: ["1FTBR1Y8XPKA00063"] }))).toEqual([
      expect.stringMatching(/, the van and the amount of E02 EL-1063\.$/),
    ]);
  });

  it.each([
    ["of another amount for the van", { vins: ["1FTBR1Y8XPKA00063"], cents: 5_901 }, 0],
    ["of the amount for another van", { vins: ["1FTBR1Y8XPKA00071"] }, 0],
    ["from before the claim was submitted", { names: "ELM-202608-01", day: "2026-08-19" }, 0],
    ["of another lessor", { names: "ELM-202608-01", party: "Kingbee" }, 0],
  ])("%s: %i", (_name, more, count) => expect(proposed(lessor, credit(more))).toHaveLength(count));
});

describe("a line of the bank", () => {
  const deposit = (more: Partial<MoneyRow>) =>
    row("bank line", { party: "", number: "", cents: 54_820, text: "ACH AMZN MKTPLACE", ...more });

  it("of exactly what is outstanding is a hint, and says that it may be something else", () => {
    expect(proposed(amazon, deposit({}))).toEqual([expect.stringMatching(/It may be for something else\.$/)]);
    expect(proposed(lessor, deposit({ cents: 10_000, text: "WIRE ELEMENT FLEET" }))).toHaveLength(1);
  });

  it.each([
    ["of another amount", { cents: 54_819 }, 0],
    ["without the counterparty's name", { text: "DEPOSIT" }, 0],
    ["from before", { day: "2026-08-19" }, 0],
  ])("%s: %i", (_name, more, count) => expect(proposed(amazon, deposit(more))).toHaveLength(count));

  it("is left out where a document says more: the same money stands in both", () => {
    const payment = row("payment", { names: "INV-HLN4-0000000614", cents: 54_820 });
    expect(proposed(amazon, deposit({ key: "k2" }), payment)).toEqual([expect.stringMatching(/^Payment PAY-9/)]);
  });
});

it("nothing is proposed where nothing is outstanding", () => {
  const payment = row("payment", { names: "INV-HLN4-0000000614" });
  expect(proposalsFor({ ...amazon, outstandingCents: 0 }, [payment])).toEqual([]);
});
