/** From papers to money: findings of small documents are claimed, and what later documents bring is proposed, never recorded by itself. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Bench, openBench } from "../support/engine.ts";
import { at, importTogether, invoice, summary } from "../support/imports.ts";
import { allClaims } from "./support/claims.ts";

let bench: Bench;
const clock = { today: "2026-08-18" };
beforeEach(async () => {
  clock.today = "2026-08-18";
  bench = await openBench(clock);
});
afterEach(async () => bench.close());

const put = async (path: string, text: string, minute = 0) => {
  await importTogether(bench, [{ path, text, at: at(minute) }]);
  await bench.check();
};
const week = () => put("week.csv", summary("3 Standard Parcel 4", "4 Standard Parcel 5"));
const billed = () => put("billed.csv", invoice("INV-HARBOR-0000000614", "3 Standard Parcel 3", "4 Standard Parcel 4"));
const claim = (number = 1) => bench.client.claims.get({ number });
const proposed = async (number = 1) => (await claim(number)).proposals;
const step = (to: "submitted" | "acknowledged" | "rejected", number = 1) =>
  bench.client.claims.step({ number, to, on: clock.today });

/** Confirms what can be claimed. */
async function confirmAll(): Promise<void> {
  const found = await bench.client.findings.list({ direction: ["owed", "overcharged"], withAmount: true });
  await bench.client.findings.decide({ ids: found.map(({ id }) => id), decision: "confirm", reason: "" });
}

/** A later invoice of the station with one line: `Adjustments,Route correction,300.00`. */
function later(number: string, day: string, line: string): string {
  const [section = "", description = "", amount = ""] = line.split(",");
  return [
    `Invoice Number,${number}`,
    `Invoice Date,${day}`,
    "Station,DXA4",
    "Period Start,2026-08-16",
    "Period End,2026-08-22",
    "Invoice Type,Variable",
    "Status,New",
    "Section,Date,Description,Service Type,Rate,Quantity,Amount",
    `${section},${day},${description},,,1,${amount}`,
    `Total Due,,,,,,${amount}`,
    "",
  ].join("\n");
}

const remitted = (...rows: string[]) => ["Payment Date,Payment Number,Invoice Number,Amount", ...rows, ""].join("\n");

function lessors(number: string, day: string, ...lines: string[]): string {
  return [
    `Invoice Number,${number}`,
    `Invoice Date,${day}`,
    "Due Date,2026-10-30",
    "Provider,Element",
    "Billing Period Start,2026-08-01",
    "Billing Period End,2026-08-31",
    "VIN,Unit,Contract,Charge Code,Description,Service From,Service To,Quantity,Rate,Amount,Tax,Total,Reference Invoice",
    ...lines,
    "",
  ].join("\n");
}
const RENT = "1FTBW2CM9KKA00412,1042,C-100,RENT,Monthly rental,2026-08-01,2026-08-31,1,1000.00,1000.00,0.00,1000.00,";
const credit = (cents: string, names: string) =>
  `1FTBW2CM9KKA00412,1042,C-100,CREDIT,Early return,2026-08-16,2026-08-31,1,-${cents},-${cents},0.00,-${cents},${names}`;
const SCHEDULE = [
  "VIN,Unit,Provider,Contract,Monthly Rent,On-Lease Date,Off-Lease Date,Proration,Mileage Allowance,Overage Rate,Tax Rate,Allowed Fees,Warranty End",
  "1FTBW2CM9KKA00412,1042,Element,C-100,1000.00,2024-01-03,2026-08-15,actual,2500,0.18,0,MGMT_FEE:12.50,2027-01-03",
  "",
].join("\n");

describe("two unpaid routes", () => {
  beforeEach(async () => {
    await week();
    await billed();
    await confirmAll();
  });

  it("are claimed, granted in part, credited on a later invoice, and closed", async () => {
    const draft = await claim();
    expect(draft).toMatchObject({
      ...{ kind: "amazon", counterparty: "Amazon", station: "DXA4", invoiceNumber: "INV-HARBOR-0000000614" },
      ...{ period: "2026-08-02", status: "draft", deadline: "2026-08-22", daysLeft: 4, claimedCents: 60_000 },
    });
    await bench.client.claims.step({ number: 1, to: "submitted", on: "2026-08-18", reference: "CASE 77123" });
    const [first] = draft.items;
    const approved = [{ findingId: first?.findingId ?? "", cents: 30_000, reason: "Second route was cancelled" }];
    await bench.client.claims.step({ number: 1, to: "partly approved", on: "2026-08-18", approved });
    clock.today = "2026-08-30";
    await put("later.csv", later("INV-HARBOR-0000000628", "2026-08-22", "Adjustments,Route correction,300.00"), 1);
    const [proposal, ...others] = await proposed();
    expect(others).toEqual([]);
    expect(proposal).toMatchObject({
      ...{ kind: "credited", receivedOn: "2026-08-22", cents: 30_000, source: { document: "later.csv", row: 9 } },
      why: 'Invoice INV-HARBOR-0000000628 of Aug 22, 2026 gives $300.00 as "adjustments: Route correction", exactly what is outstanding.',
    });
    expect((await allClaims(bench)).rows).toMatchObject([{ proposals: 1, recoveredCents: 0 }]);
    const { kind = "credited", receivedOn = "", cents = 0, key = "" } = proposal ?? {};
    const paid = await bench.client.claims.pay({ number: 1, kind, receivedOn, cents, note: "", proposal: key });
    expect(paid).toMatchObject({ status: "paid", recoveredCents: 30_000, outstandingCents: 0, proposals: [] });
    expect(paid.payments).toMatchObject([{ source: { document: "later.csv", row: 9, documentId: 3 } }]);
    const closed = await bench.client.claims.close({ number: 1, on: "2026-08-30", reason: "" });
    expect(closed).toMatchObject({ status: "closed", claimedCents: 60_000, approvedCents: 30_000, writtenOffCents: 0 });
    expect(await bench.client.claims.outcomes({})).toMatchObject({
      ...{ recoveredThisYearCents: 30_000, submittedCents: 60_000 },
      byCounterparty: [{ counterparty: "Amazon", claims: 1, successRate: 5_000 }],
      byCheck: [{ code: "A01", claims: 1, claimedCents: 60_000, recoveredCents: 30_000 }],
    });
  });

  it("that an import's undo leaves without a cause are cleared, and their claims stay as they are", async () => {
    await step("submitted");
    const history = await bench.client.documents.history({});
    await bench.client.documents.undo({ documentIds: history.map(({ id }) => id) });
    await bench.check();
    const after = await claim();
    expect(after).toMatchObject({ status: "submitted", findings: 2, claimedCents: 60_000, outstandingCents: 60_000 });
    expect(after.items.map(({ status, nowCents }) => [status, nowCents])).toEqual([
      ["cleared", null],
      ["cleared", null],
    ]);
    await bench.client.claims.undo({ number: 1 });
    expect(await claim()).toMatchObject({ status: "draft", findings: 2, claimedCents: 0 });
    await expect(step("submitted")).rejects.toMatchObject({
      message: expect.stringMatching(/is cleared: the documents/),
    });
  });

  it("are paid by a later remittance on their invoice; its first payment is none", async () => {
    await step("submitted");
    clock.today = "2026-09-30";
    const rows = [
      "2026-08-17,PAY-1,INV-HARBOR-0000000614,600.00",
      "2026-09-04,PAY-2,INV-HARBOR-0000000614,300.00",
      "2026-09-04,PAY-2,INV-HARBOR-0000000621,300.00",
      "2026-09-11,PAY-3,INV-HARBOR-0000000614,300.00",
    ];
    await put("remittances.csv", remitted(...rows), 1);
    expect((await proposed()).map(({ receivedOn, source }) => [receivedOn, source.row])).toEqual([
      ["2026-09-04", 3],
      ["2026-09-11", 5],
    ]);
  });
});

describe("a row that was taken over", () => {
  const take = async (number: number, cents = 30_000) => {
    const [proposal] = await proposed(number);
    return bench.client.claims.pay({
      ...{ number, kind: "paid", receivedOn: "2026-09-04", cents, note: "", proposal: proposal?.key ?? "none" },
    });
  };
  beforeEach(async () => {
    await week();
    await billed();
    await confirmAll();
    await step("submitted");
    clock.today = "2026-09-30";
    await put("remittances.csv", remitted("2026-09-04,PAY-2,INV-HARBOR-0000000614,300.00"), 1);
  });

  it("is not proposed again, and not accepted twice, for no claim", async () => {
    const [proposal] = await proposed();
    await take(1);
    expect(await proposed()).toEqual([]);
    const again = {
      kind: "paid" as const,
      receivedOn: "2026-09-04",
      cents: 30_000,
      note: "",
      proposal: proposal?.key ?? "",
    };
    await expect(bench.client.claims.pay({ number: 1, ...again })).rejects.toMatchObject({
      ...{ code: "REFUSED", message: "This row was recorded already, for claim C-0001. It counts once." },
    });
  });

  it("is the same row in a later file", async () => {
    await take(1);
    const text = remitted(
      "2026-09-04,PAY-2,INV-HARBOR-0000000614,300.00",
      "2026-09-18,PAY-4,INV-HARBOR-0000000614,300.00",
    );
    await put("more remittances.csv", text, 5);
    expect((await proposed()).map(({ receivedOn }) => receivedOn)).toEqual(["2026-09-18"]);
  });

  it("is free again when the payment is removed or taken back", async () => {
    const { payments } = await take(1);
    await bench.client.claims.unpay({ number: 1, payment: payments[0]?.id ?? 0 });
    expect(await proposed()).toHaveLength(1);
    await bench.client.claims.undo({ number: 1 });
    expect(await proposed()).toHaveLength(0);
    await bench.client.claims.undo({ number: 1 });
    expect(await proposed()).toHaveLength(1);
  });

  it("is recorded in part, but for no more than it says", async () => {
    await expect(take(1, 30_001)).rejects.toMatchObject({
      message: expect.stringMatching(/^The row is worth \$300.00/),
    });
    expect(await take(1, 29_999)).toMatchObject({ recoveredCents: 29_999, proposals: [] });
  });

  it("leaves its money in the claim when its document is taken back, and is not proposed when it comes again", async () => {
    await take(1);
    const [document] = await bench.client.documents.history({});
    await bench.client.documents.undo({ documentIds: [document?.id ?? 0] });
    const after = await claim();
    expect(after).toMatchObject({ recoveredCents: 30_000 });
    expect(after.payments).toMatchObject([{ source: { document: "(taken back)", documentId: null, row: 2 } }]);
    await put("again.csv", remitted("2026-09-04,PAY-2,INV-HARBOR-0000000614,300.00", ""), 6);
    expect(await proposed()).toEqual([]);
  });

  it("recorded by hand is not proposed either", async () => {
    await bench.client.claims.pay({
      number: 1,
      kind: "paid",
      receivedOn: "2026-09-04",
      cents: 30_000,
      note: "by hand",
    });
    expect(await proposed()).toEqual([]);
  });

  it("that no longer is proposed is refused", async () => {
    const [proposal] = await proposed();
    await step("rejected");
    const payment = {
      kind: "paid" as const,
      receivedOn: "2026-09-04",
      cents: 1,
      note: "",
      proposal: proposal?.key ?? "",
    };
    await expect(bench.client.claims.pay({ number: 1, ...payment })).rejects.toMatchObject({
      message: expect.stringMatching(/^This row is not proposed for the claim any more/),
    });
  });
});

describe("a van billed after its return", () => {
  beforeEach(async () => {
    await put("lease-schedule.csv", SCHEDULE);
    await put("Element ELM-1.csv", lessors("ELM-1", "2026-08-31", RENT));
    await confirmAll();
    clock.today = "2026-09-02";
    await step("submitted");
    clock.today = "2026-10-15";
  });

  it("is credited on the next invoice: the check is content, and the claim is offered the credit", async () => {
    await put("Element ELM-2.csv", lessors("ELM-2", "2026-09-30", credit("516.13", "ELM-1")), 1);
    const after = await claim();
    expect(after).toMatchObject({ kind: "lessor", counterparty: "Element", status: "submitted", claimedCents: 51_613 });
    expect(after.items.map(({ status }) => status)).toEqual(["cleared"]);
    expect(after.proposals).toMatchObject([
      {
        ...{ kind: "credited", receivedOn: "2026-09-30", cents: 51_613 },
        why: "Element credits $516.13 on invoice ELM-2 of Sep 30, 2026 and names invoice ELM-1.",
      },
    ]);
  });

  it.each([
    ["for its van and the amount, without naming the invoice", 1, credit("516.13", "")],
    ["for its van, of another amount", 0, credit("516.12", "")],
    ["naming the invoice, of another amount", 1, credit("100.00", "ELM-1")],
    ["naming another invoice", 0, credit("100.00", "ELM-0")],
  ])("and a credit %s: %i proposed", async (_name, count, line) => {
    await put("Element ELM-2.csv", lessors("ELM-2", "2026-09-30", line), 1);
    expect(await proposed()).toHaveLength(count);
  });

  it("may be a line of the bank, as long as no invoice says more", async () => {
    await put("bank.csv", "Date,Description,Amount\n2026-09-20,WIRE ELEMENT FLEET REFUND,516.13\n", 1);
    expect(await proposed()).toMatchObject([{ kind: "paid", cents: 51_613, source: { document: "bank.csv", row: 2 } }]);
    await put("Element ELM-2.csv", lessors("ELM-2", "2026-09-30", credit("516.13", "ELM-1")), 2);
    expect(await proposed()).toMatchObject([{ kind: "credited" }]);
  });
});
