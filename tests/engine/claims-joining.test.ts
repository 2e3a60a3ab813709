/** Findings join claims when they are confirmed, and leave them while they are drafts. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Bench, openBench } from "../support/engine.ts";
import { allClaims, draftOf, putFindings, recheck, trail } from "./support/claims.ts";

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(async () => bench.close());

const confirm = (...ids: string[]) => bench.client.findings.decide({ ids, decision: "confirm", reason: "" });
const submit = (number: number) => bench.client.claims.step({ number, to: "submitted", on: "2026-08-18" });

describe("confirming", () => {
  it("puts claimable findings into the draft of their counterparty, station and invoice, or period", async () => {
    const open = { status: "open", cents: 100 };
    await putFindings(
      bench,
      { id: "a1", ...open },
      { id: "a2", ...open, code: "A04" },
      { id: "a3", ...open, station: "DXB7" },
      { id: "a4", ...open, invoice: "INV-HLN4-0000000621" },
      { id: "a5", ...open, invoice: null },
      { id: "a6", ...open, invoice: null, period: "2026-08-09" },
      {
        id: "e1",
        ...open,
        code: "E02",
        direction: "overcharged",
        station: null,
        counterparty: "Element",
        invoice: "ELM-1",
      },
      { id: "e2", ...open, code: "E19", direction: "overcharged", station: null, counterparty: null, invoice: null },
    );
    await confirm("a1", "a2", "a3", "a4", "a5", "a6", "e1", "e2");
    const { rows } = await allClaims(bench);
    const told = rows.map(({ kind, counterparty, station, invoiceNumber, period, findings }) =>
      [kind, counterparty, station, invoiceNumber, period, findings].join(" "),
    );
    expect(told).toEqual([
      "amazon Amazon DXA4 INV-HLN4-0000000614 2026-08-02 2",
      "amazon Amazon DXB7 INV-HLN4-0000000614 2026-08-02 1",
      "amazon Amazon DXA4 INV-HLN4-0000000621 2026-08-02 1",
      "amazon Amazon DXA4  2026-08-02 1",
      "amazon Amazon DXA4  2026-08-09 1",
      "lessor Element  ELM-1 2026-08-02 1",
      "internal Internal   2026-08-02 1",
    ]);
  });

  it("adds to a draft that is there, never to one that was submitted", async () => {
    await putFindings(bench, { id: "a1", status: "open", cents: 100 }, { id: "a2", status: "open", cents: 50 });
    await confirm("a1");
    await confirm("a2");
    expect((await allClaims(bench)).rows).toMatchObject([{ label: "C-0001", findings: 2, claimedCents: 150 }]);
    await submit(1);
    await putFindings(bench, { id: "a3", status: "open", cents: 25 });
    await confirm("a3");
    expect((await allClaims(bench)).rows).toMatchObject([
      { label: "C-0001", findings: 2, claimedCents: 150 },
      { label: "C-0002", findings: 1, claimedCents: 25 },
    ]);
  });

  it("leaves what nobody owes out of claims", async () => {
    await putFindings(
      bench,
      { id: "x", status: "open", direction: "exposure", cents: 100 },
      { id: "w", status: "open", direction: "watch", cents: null },
      { id: "p", status: "open", code: "F05", direction: "overpaid", cents: 100, counterparty: null, invoice: null },
      { id: "n", status: "open", cents: -100 },
    );
    const { changed, left } = await confirm("x", "w", "p", "n");
    expect([changed.length, left]).toEqual([4, []]);
    expect((await allClaims(bench)).rows).toEqual([]);
  });

  it("can be taken back, which takes the finding out of its draft and an empty draft away; its number is not given again", async () => {
    await putFindings(bench, { id: "a1", status: "open", cents: 100 });
    await confirm("a1");
    await bench.client.findings.decide({ ids: ["a1"], decision: "undo", reason: "" });
    expect((await allClaims(bench)).rows).toEqual([]);
    await confirm("a1");
    expect((await allClaims(bench)).rows).toMatchObject([{ label: "C-0002", findings: 1 }]);
    expect(await trail(bench)).toEqual([
      "confirm a1 tester",
      "join claim C-0001 tester",
      "leave claim C-0001 tester",
      "undo a1 tester",
      "confirm a1 tester",
      "join claim C-0002 tester",
    ]);
  });
});

describe("dismissing", () => {
  it("takes a finding out of a draft", async () => {
    const number = await draftOf(bench, 100, 50);
    await bench.client.findings.decide({ ids: ["f1"], decision: "dismiss", reason: "Agreed by phone" });
    expect(await bench.client.claims.get({ number })).toMatchObject({ findings: 1, claimedCents: 50 });
  });

  it("or taking the confirmation back is refused once the claim was submitted, and nothing changes", async () => {
    await putFindings(bench, { id: "f1", status: "open", cents: 100 });
    await confirm("f1");
    await submit(1);
    for (const decision of ["dismiss", "undo"] as const) {
      const { changed, left } = await bench.client.findings.decide({ ids: ["f1"], decision, reason: "No" });
      const why = "It is part of claim C-0001, which was submitted. Take that back first.";
      expect([changed, left]).toEqual([[], [{ id: "f1", why }]]);
    }
    expect(await bench.client.claims.get({ number: 1 })).toMatchObject({ findings: 1, claimedCents: 100 });
    expect((await bench.client.findings.get({ id: "f1" })).status).toBe("confirmed");
  });

  it("is refused for a finding that a check opened again while its claim waits", async () => {
    await submit(await draftOf(bench, 100));
    await recheck(bench, "f1", { status: "open" });
    const { changed, left } = await bench.client.findings.decide({ ids: ["f1"], decision: "dismiss", reason: "No" });
    expect([changed, left.map(({ id }) => id)]).toEqual([[], ["f1"]]);
  });
});

describe("a person", () => {
  it("may put what we paid too much to our own people into a claim with payroll", async () => {
    const ids = await putFindings(bench, {
      ...{ id: "p", code: "F05", direction: "overpaid", cents: 836, counterparty: null, invoice: null },
    });
    const { claims, left } = await bench.client.claims.join({ ids });
    expect(left).toEqual([]);
    expect(await bench.client.claims.get({ number: claims[0]?.number ?? 0 })).toMatchObject({
      ...{ kind: "payroll", counterparty: "Payroll", claimedCents: 836 },
    });
  });

  it("hears why a finding stays where it is", async () => {
    await draftOf(bench, 100);
    await putFindings(
      bench,
      { id: "open", status: "open", cents: 1 },
      { id: "lessor", code: "E01", direction: "overcharged", counterparty: "Element", cents: 1 },
      { id: "exposure", direction: "exposure", cents: 1 },
    );
    const ids = ["f1", "open", "lessor", "exposure", "gone"];
    expect((await bench.client.claims.join({ ids, number: 1 })).left).toEqual([
      { id: "f1", why: "It is in claim C-0001 already." },
      { id: "open", why: "It is open. Confirm it first." },
      { id: "lessor", why: "Claim C-0001 is with Amazon, and this is with Element." },
      { id: "exposure", why: "It is an exposure of our own: nobody else owes this money." },
      { id: "gone", why: "It is not here any more." },
    ]);
  });

  it("may gather several invoices of one counterparty in a named draft, which then names none", async () => {
    const number = await draftOf(bench, 100);
    const ids = await putFindings(bench, { id: "b", invoice: "INV-HLN4-0000000621", period: "2026-08-09", cents: 50 });
    await bench.client.claims.join({ ids, number });
    const mixed = await bench.client.claims.get({ number });
    expect(mixed).toMatchObject({ findings: 2, invoiceNumber: null, period: null, station: "DXA4", claimedCents: 150 });
    await bench.client.claims.leave({ number, ids: ["f1"] });
    expect(await bench.client.claims.get({ number })).toMatchObject({ invoiceNumber: "INV-HLN4-0000000621" });
  });

  it("cannot change the findings of a claim that was submitted, or that is not there", async () => {
    const number = await draftOf(bench, 100);
    await putFindings(bench, { id: "b", cents: 50 });
    await submit(number);
    const refused = { code: "REFUSED", message: expect.stringMatching(/^Claim C-0001 was submitted/) };
    await expect(bench.client.claims.join({ ids: ["b"], number })).rejects.toMatchObject(refused);
    await expect(bench.client.claims.leave({ number, ids: ["f1"] })).rejects.toMatchObject(refused);
    await expect(bench.client.claims.join({ ids: ["b"], number: 9 })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(bench.client.claims.get({ number: 9 })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("an empty draft", () => {
  it("stays where a comment hangs on it, and can be closed", async () => {
    const number = await draftOf(bench, 100);
    await bench.client.claims.comment({ about: { claim: number }, text: "Ask Kim first" });
    await bench.client.claims.leave({ number, ids: ["f1"] });
    expect(await bench.client.claims.get({ number })).toMatchObject({ findings: 0, next: ["closed"] });
    await expect(submit(number)).rejects.toMatchObject({ message: expect.stringMatching(/^There is no finding/) });
    const closed = await bench.client.claims.close({ number, on: "2026-08-18", reason: "" });
    expect(closed).toMatchObject({ status: "closed", claimedCents: 0, outstandingCents: 0 });
  });

  it("stays where it was submitted once", async () => {
    const number = await draftOf(bench, 100);
    await submit(number);
    await bench.client.claims.undo({ number });
    await bench.client.claims.leave({ number, ids: ["f1"] });
    expect((await bench.client.claims.get({ number })).history.map(({ action }) => action)).toEqual([
      ...["opened", "submitted", "undone", "removed"],
    ]);
  });
});

it("a thousand findings join in one go, and the store has each once", async () => {
  const put = Array.from({ length: 1_000 }, (_, index) => ({
    ...{ id: `f${index}`, status: "open", cents: index + 1, invoice: `INV-${index % 40}` },
  }));
  await putFindings(bench, ...put);
  await confirm(...put.map(({ id }) => id));
  const { total, sums } = await allClaims(bench);
  expect([total, sums.claimedCents]).toEqual([40, 500_500]);
});
