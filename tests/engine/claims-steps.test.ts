/** Claims in the store: steps, money, what later checks change, and the trail of it all. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { brokenAuditEntry } from "#main/store/audit.ts";
import { type Bench, openBench } from "../support/engine.ts";
import { allClaims, draftOf, putFindings, recheck, trail } from "./support/claims.ts";

let bench: Bench;
const clock = { today: "2026-08-20" };
beforeEach(async () => {
  clock.today = "2026-08-20";
  bench = await openBench(clock);
});
afterEach(async () => bench.close());

const on = "2026-08-20";
const step = (
  number: number,
  to: "submitted" | "acknowledged" | "approved" | "rejected" | "paid" | "closed",
  note = "",
) => bench.client.claims.step({ number, to, on, note });
const pay = (number: number, cents: number, receivedOn = on) =>
  bench.client.claims.pay({ number, kind: "paid", receivedOn, cents, note: "check" });
const moneyOf = ({ claimedCents, approvedCents, recoveredCents, writtenOffCents, outstandingCents }: Sums) => [
  ...[claimedCents, approvedCents, recoveredCents, writtenOffCents, outstandingCents],
];
type Sums = Awaited<ReturnType<Bench["client"]["claims"]["get"]>>;

describe("a claim's road", () => {
  it("leads from draft to closed, granted in part, paid in parts, and each finding has its share", async () => {
    const number = await draftOf(bench, 32_500, 1_250, 3_333);
    expect(moneyOf(await bench.client.claims.get({ number }))).toEqual([37_083, null, 0, 0, 37_083]);
    await bench.client.claims.step({ number, to: "submitted", on, reference: "CASE 1" });
    await step(number, "acknowledged");
    const approved = [
      { findingId: "f1", cents: 20_000, reason: "8 hours only" },
      { findingId: "f3", cents: 3_333, reason: "" },
    ];
    const answered = await bench.client.claims.step({ number, to: "partly approved", on, approved });
    expect(moneyOf(answered)).toEqual([37_083, 23_333, 0, 0, 23_333]);
    expect(answered.items.map(({ approvedCents, reason }) => [approvedCents, reason])).toEqual([
      [20_000, "8 hours only"],
      [0, ""],
      [3_333, ""],
    ]);
    const part = await pay(number, 10_000);
    expect([part.status, ...moneyOf(part)]).toEqual(["partly approved", 37_083, 23_333, 10_000, 0, 13_333]);
    expect(part.items.map(({ recoveredCents }) => recoveredCents)).toEqual([8_572, 0, 1_428]);
    const whole = await pay(number, 13_333);
    expect([whole.status, ...moneyOf(whole)]).toEqual(["paid", 37_083, 23_333, 23_333, 0, 0]);
    expect(whole.items.map(({ recoveredCents }) => recoveredCents)).toEqual([20_000, 0, 3_333]);
    const closed = await bench.client.claims.close({ number, on, reason: "" });
    expect([closed.status, closed.next, closed.undo]).toEqual(["closed", [], "The closing"]);
    expect(closed.history.map(({ action, statusAfter, cents }) => [action, statusAfter, cents])).toEqual([
      ["opened", "draft", null],
      ["submitted", "submitted", 37_083],
      ["acknowledged", "acknowledged", null],
      ["partly approved", "partly approved", 23_333],
      ["paid", "partly approved", 10_000],
      ["paid", "paid", 13_333],
      ["closed", "closed", 0],
    ]);
  });

  it("writes an entry into the audit trail at each step, with what was before and after", async () => {
    const number = await draftOf(bench, 100);
    await step(number, "submitted");
    await step(number, "approved");
    const { payments } = await pay(number, 60);
    await bench.client.claims.unpay({ number, payment: payments[0]?.id ?? 0 });
    await step(number, "closed", "Not worth it");
    await bench.client.claims.undo({ number });
    await bench.client.claims.assign({ number, to: "Ana" });
    expect(await trail(bench)).toEqual([
      "join claim C-0001 tester",
      "step claim C-0001 tester",
      "step claim C-0001 tester",
      "pay claim C-0001 tester",
      "unpay claim C-0001 tester",
      "step claim C-0001 tester",
      "undo claim step C-0001 tester",
      "assign claim C-0001 tester",
    ]);
    const { store } = bench.engine.session.workspace;
    expect(await store.read(brokenAuditEntry)).toBeNull();
    const entries = await store.read((db) =>
      db.selectFrom("audit").select(["before", "after"]).orderBy("seq").execute(),
    );
    expect(JSON.parse(entries[3]?.before ?? "")).toMatchObject({ status: "approved", recoveredCents: 0 });
    expect(JSON.parse(entries[3]?.after ?? "")).toMatchObject({ status: "approved", recoveredCents: 60, cents: 60 });
  });

  it("is given to somebody who is here, where people are named, or to nobody", async () => {
    const number = await draftOf(bench, 100);
    expect(await bench.client.claims.assign({ number, to: " Ana " })).toMatchObject({ assignee: "Ana" });
    await bench.client.people.save({ name: "Kim", role: "owner" });
    await expect(bench.client.claims.assign({ number, to: "Ben" })).rejects.toMatchObject({
      ...{ code: "REFUSED", message: "Nobody here is called Ben. People are added in Setup." },
    });
    expect(await bench.client.claims.assign({ number, to: "Kim" })).toMatchObject({ assignee: "Kim" });
    expect(await bench.client.claims.assign({ number, to: null })).toMatchObject({ assignee: null });
    await expect(bench.client.claims.assign({ number: 9, to: null })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("refuses with a sentence, and then nothing was stored", async () => {
    const number = await draftOf(bench, 100);
    const before = [await bench.client.claims.get({ number }), await trail(bench)];
    const refused = (message: RegExp) => ({ code: "REFUSED", message: expect.stringMatching(message) });
    await expect(pay(number, 1)).rejects.toMatchObject(refused(/^The claim was not submitted yet/));
    await expect(step(number, "approved")).rejects.toMatchObject(refused(/^A draft cannot be approved/));
    await expect(step(number, "paid")).rejects.toMatchObject(refused(/^A claim is paid by what comes in/));
    await expect(step(number, "closed")).rejects.toMatchObject(refused(/^A draft is not closed/));
    await expect(bench.client.claims.undo({ number })).rejects.toMatchObject(refused(/^There is no step to take back/));
    expect([await bench.client.claims.get({ number }), await trail(bench)]).toEqual(before);
  });

  it("is taken back step by step, payments with their own numbers", async () => {
    const number = await draftOf(bench, 100, 50);
    const states = [await bench.client.claims.get({ number })];
    states.push(await step(number, "submitted"));
    const part = await pay(number, 70);
    states.push(part);
    states.push(await bench.client.claims.unpay({ number, payment: part.payments[0]?.id ?? 0 }));
    states.push(await pay(number, 20));
    states.push(await step(number, "approved"));
    states.push(await step(number, "closed", "Enough"));
    const shown = ({ history, ...claim }: Sums) => claim;
    for (const before of states.slice(0, -1).reverse())
      expect(shown(await bench.client.claims.undo({ number }))).toEqual(shown(before));
    const { history } = await bench.client.claims.get({ number });
    expect(history.filter(({ action }) => action === "undone").map(({ note }) => note)).toEqual([
      "The closing.",
      "The approval.",
      "The payment.",
      "The removal of a payment.",
      "The payment.",
      "The submission.",
    ]);
  });
});

describe("what a later check changes", () => {
  it("moves a draft, and is shown there", async () => {
    const number = await draftOf(bench, 100, 50);
    await recheck(bench, "f1", { amountCents: 80 });
    await recheck(bench, "f2", { status: "cleared" });
    const claim = await bench.client.claims.get({ number });
    expect(claim).toMatchObject({ findings: 2, claimedCents: 80 });
    expect(claim.items).toMatchObject([
      { status: "confirmed", nowCents: 80, claimedCents: 80 },
      { status: "cleared", nowCents: null, claimedCents: 0 },
    ]);
    await expect(step(number, "submitted")).rejects.toMatchObject({
      message:
        "A01 Subject f2 is cleared: the documents agree now. Take it out of the claim, or confirm it, before you submit.",
    });
    await recheck(bench, "f2", { status: "confirmed", direction: "exposure" });
    expect(await bench.client.claims.get({ number })).toMatchObject({
      claimedCents: 80,
      items: [{}, { claimedCents: 0 }],
    });
    await bench.client.claims.leave({ number, ids: ["f2"] });
    expect(await step(number, "submitted")).toMatchObject({ status: "submitted", claimedCents: 80 });
  });

  it("moves nothing that was submitted: both amounts are shown", async () => {
    const number = await draftOf(bench, 100, 50);
    await step(number, "submitted");
    await recheck(bench, "f1", { amountCents: 80 });
    await recheck(bench, "f2", { status: "cleared" });
    const claim = await bench.client.claims.get({ number });
    expect(claim).toMatchObject({ claimedCents: 150, outstandingCents: 150 });
    expect(claim.items).toMatchObject([
      { nowCents: 80, claimedCents: 100 },
      { status: "cleared", nowCents: null, claimedCents: 50 },
    ]);
  });

  it("moves the deadline of a draft, and that of a submitted claim no more", async () => {
    const ids = await putFindings(
      bench,
      { id: "a", cents: 1, deadline: "2026-08-25" },
      { id: "b", cents: 1, deadline: "2026-08-23" },
      { id: "c", cents: 1, deadline: null },
    );
    await bench.client.claims.join({ ids });
    expect(await bench.client.claims.get({ number: 1 })).toMatchObject({ deadline: "2026-08-23", daysLeft: 3 });
    await bench.client.claims.leave({ number: 1, ids: ["b"] });
    expect(await bench.client.claims.get({ number: 1 })).toMatchObject({ deadline: "2026-08-25", daysLeft: 5 });
    await step(1, "submitted");
    await bench.engine.session.workspace.store.write((db) =>
      db.updateTable("finding").set({ deadline: "2026-08-21" }).execute(),
    );
    expect(await bench.client.claims.get({ number: 1 })).toMatchObject({ deadline: "2026-08-25", daysLeft: null });
  });
});

describe("the list", () => {
  it("says how old claims are, filters, sorts and adds up", async () => {
    await putFindings(
      bench,
      { id: "a", cents: 300 },
      { id: "b", cents: 200, counterparty: "Element", invoice: "ELM-1", code: "E01" },
      { id: "c", cents: 100, station: "DXB7" },
    );
    await bench.client.claims.join({ ids: ["a", "b", "c"] });
    await bench.client.claims.step({ number: 1, to: "submitted", on: "2026-08-13", reference: "CASE 9" });
    await bench.client.claims.step({ number: 2, to: "submitted", on: "2026-08-12" });
    const ask = async (filter: object, sort: "claimed" | "age" | "counterparty" = "claimed", descending = true) => {
      const { rows, total, sums } = await bench.client.claims.list({ filter, sort, descending, offset: 0, limit: 2 });
      return [rows.map(({ number }) => number), total, sums.claimedCents];
    };
    expect((await allClaims(bench)).rows.map(({ ageDays, age }) => [ageDays, age])).toEqual([
      [7, "0-7"],
      [8, "8-14"],
      [null, null],
    ]);
    expect(await ask({})).toEqual([[1, 2], 3, 600]);
    expect(await ask({}, "age")).toEqual([[2, 1], 3, 600]);
    expect(await ask({}, "age", false)).toEqual([[1, 2], 3, 600]);
    expect(await ask({ status: ["draft"] })).toEqual([[3], 1, 100]);
    expect(await ask({ kind: "lessor" })).toEqual([[2], 1, 200]);
    expect(await ask({ counterparty: "Amazon" })).toEqual([[1, 3], 2, 400]);
    expect(await ask({ age: "8-14" })).toEqual([[2], 1, 200]);
    expect(await ask({ search: "case 9" })).toEqual([[1], 1, 300]);
    expect(await ask({ search: "c-0003" })).toEqual([[3], 1, 100]);
    expect(await ask({ search: "dxb7 inv" })).toEqual([[3], 1, 100]);
    await bench.client.claims.assign({ number: 3, to: "Ana" });
    expect(await ask({ assignee: "Ana" })).toEqual([[3], 1, 100]);
    expect(await ask({ assignee: "" })).toEqual([[1, 2], 2, 500]);
    const { states, ages, counterparties } = await allClaims(bench);
    expect(states.filter(({ count }) => count > 0)).toEqual([
      { status: "draft", count: 1, cents: 100 },
      { status: "submitted", count: 2, cents: 500 },
    ]);
    expect(ages.filter(({ count }) => count > 0)).toEqual([
      { age: "0-7", count: 1, cents: 300 },
      { age: "8-14", count: 1, cents: 200 },
    ]);
    expect(counterparties).toEqual(["Amazon", "Element"]);
  });
});

describe("outcomes", () => {
  it("count what was received by the day it came, from January 1", async () => {
    const number = await draftOf(bench, 1_000);
    clock.today = "2027-01-01";
    await step(number, "submitted");
    await pay(number, 100, "2026-12-31");
    await pay(number, 20, "2027-01-01");
    expect((await bench.client.claims.outcomes({})).recoveredThisYearCents).toBe(20);
    clock.today = "2026-12-31";
    expect((await bench.client.claims.outcomes({})).recoveredThisYearCents).toBe(100);
  });

  it("tell the success by counterparty and by check, drafts left out", async () => {
    await putFindings(
      bench,
      { id: "a", cents: 300 },
      { id: "b", code: "A04", cents: 100 },
      { id: "c", code: "E01", cents: 500, counterparty: "Element", invoice: "ELM-1" },
      { id: "d", code: "A09", cents: 900, station: "DXB7" },
    );
    await bench.client.claims.join({ ids: ["a", "b", "c", "d"] });
    await step(1, "submitted");
    const approved = [{ findingId: "a", cents: 150, reason: "" }];
    await bench.client.claims.step({ number: 1, to: "partly approved", on, approved });
    await step(2, "submitted");
    const { submittedCents, byCounterparty, byCheck } = await bench.client.claims.outcomes({});
    expect(submittedCents).toBe(900);
    expect(
      byCounterparty.map((row) => [row.counterparty, row.claimedCents, row.answeredCents, row.successRate]),
    ).toEqual([
      ["Amazon", 400, 400, 3_750],
      ["Element", 500, 0, null],
    ]);
    expect(byCheck.map((row) => [row.code, row.approvedCents, row.successRate])).toEqual([
      ["A01", 150, 5_000],
      ["A04", 0, 0],
      ["E01", 0, null],
    ]);
  });
});
