/** The life of a claim: draft, submitted, acknowledged, answered, paid, closed. */
import { describe, expect, it } from "vitest";
import { nextStates } from "#main/claims/moves.ts";
import { closed, paid, undone, unpaid } from "#main/claims/payments.ts";
import { stepped } from "#main/claims/step.ts";
import { claimAfter, draft, findings, pay, payment, seen, TODAY } from "./support.ts";

const on = "2026-08-20";
const SUBMITTED = { to: "submitted" } as const;

describe("a draft", () => {
  it("is submitted with the amounts of its findings, its reference and the earliest deadline", () => {
    const [first, second] = findings(32_500, 1_250);
    if (!first || !second) throw new Error("two findings");
    const of = [first, { ...second, deadline: "2026-08-19" }];
    const { claim, event } = stepped(
      draft(of),
      { to: "submitted", on, reference: "CASE 12", note: "Mailed" },
      of,
      TODAY,
    );
    expect(claim.items.map((item) => item.claimedCents)).toEqual([32_500, 1_250]);
    expect(claim.head).toMatchObject({
      status: "submitted",
      reference: "CASE 12",
      submittedOn: on,
      deadline: "2026-08-19",
    });
    expect(event).toEqual({ action: "submitted", on, note: "Reference CASE 12. Mailed", cents: 33_750 });
  });

  it.each([
    ["open", "is open. Take it out of the claim, or confirm it, before you submit"],
    ["dismissed", "is dismissed"],
    ["cleared", "is cleared: the documents agree now"],
  ] as const)("with a finding that is %s is refused, naming it", (status, sentence) => {
    const [first, second] = findings(32_500, 1_250);
    if (!first || !second) throw new Error("two findings");
    const of = [first, { ...second, status }];
    const submit = () => stepped(draft(of), { to: "submitted", on }, of, TODAY);
    expect(submit).toThrow(`A01 Mon, Aug 3 · route 2 ${sentence}`);
  });

  it.each([0, null])("with a finding that comes to %s is refused", (amountCents) => {
    const of = findings(32_500).map((finding) => ({ ...finding, amountCents }));
    expect(() => stepped(draft(of), { to: "submitted", on }, of, TODAY)).toThrow("has no amount to claim any more");
  });

  it("with a finding that became an exposure is refused", () => {
    const of = findings(32_500).map((finding) => ({ ...finding, direction: "exposure" as const }));
    const submit = () => stepped(draft(of), { to: "submitted", on }, of, TODAY);
    expect(submit).toThrow('A01 Mon, Aug 3 · route 1 is "Exposure" now: nobody else owes it. Take it out first.');
  });

  it("without findings cannot be submitted, only closed", () => {
    expect(nextStates(draft([]))).toEqual(["closed"]);
    expect(() => stepped(draft([]), { to: "submitted", on }, [], TODAY)).toThrow("There is no finding in this claim");
    expect(closed(draft([]), { on, reason: "" }, TODAY).claim.head.status).toBe("closed");
  });

  it("takes no money, no answer and no end", () => {
    const claim = draft(findings(100));
    expect(nextStates(claim)).toEqual(["submitted"]);
    expect(() => paid(claim, payment(100), TODAY)).toThrow("was not submitted yet");
    expect(() => stepped(claim, { to: "approved", on }, findings(100), TODAY)).toThrow("Submit it first");
    expect(() => closed(claim, { on, reason: "x" }, TODAY)).toThrow("A draft is not closed");
  });
});

describe("the day of a step", () => {
  it.each([
    ["2026-09-30", null],
    ["2026-10-01", "lies in the future"],
    ["2026-02-30", "is no day"],
  ])("%s, where today is Sep 30: %s", (day, sentence) => {
    const submit = () => stepped(draft(findings(100)), { to: "submitted", on: day }, findings(100), TODAY);
    if (sentence === null) expect(submit().claim.head.submittedOn).toBe(day);
    else expect(submit).toThrow(sentence);
  });

  it.each([
    ["2026-08-20", null],
    ["2026-08-19", "is before the claim was submitted on Aug 20, 2026"],
  ])("%s, where it was submitted on Aug 20: %s", (day, sentence) => {
    const step = () => stepped(claimAfter([100], SUBMITTED), { to: "acknowledged", on: day }, [], TODAY);
    if (sentence === null) expect(step().claim.head.status).toBe("acknowledged");
    else expect(step).toThrow(sentence);
  });
});

describe("an answer", () => {
  const answer = (to: "approved" | "partly approved" | "rejected", ...cents: number[]) =>
    stepped(
      claimAfter([100, 50], SUBMITTED),
      { to, on, approved: cents.map((each, index) => ({ findingId: `f${index + 1}`, cents: each, reason: "so" })) },
      [],
      TODAY,
    );

  it("that approves grants all; one that rejects nothing; one in part what it says, and nothing of what it leaves out", () => {
    expect(seen(answer("approved"))).toMatchObject({ status: "approved", approvedCents: 150, outstandingCents: 150 });
    expect(seen(answer("rejected"))).toMatchObject({ status: "rejected", approvedCents: 0, outstandingCents: 0 });
    expect(seen(answer("partly approved", 60))).toMatchObject({ status: "partly approved", approvedCents: 60 });
  });

  it.each([
    ["approved", [100, 50], null],
    ["approved", [100, 49], "$1.49 of $1.50 is not all of it. Record it as partly approved."],
    ["approved", [101, 50], "$1.01 is more than the $1.00 that were claimed"],
    ["partly approved", [100, 49], null],
    ["partly approved", [1], null],
    ["partly approved", [100, 50], "$1.50 is all that was claimed. Record it as approved."],
    ["partly approved", [0, 0], "Say what was granted of each finding"],
    ["partly approved", [], "Say what was granted of each finding"],
    ["rejected", [0, 0], null],
    ["rejected", [1], "A rejected claim grants nothing, but $0.01 was entered"],
    ["approved", [100, 50, 1], "names a finding that is not in this claim"],
  ] as const)("%s with %j: %s", (to, cents, sentence) => {
    if (sentence === null) expect(answer(to, ...cents).claim.head.status).toBe(to);
    else expect(() => answer(to, ...cents)).toThrow(sentence);
  });

  it("names each finding once", () => {
    const twice = [1, 2].map((cents) => ({ findingId: "f1", cents, reason: "" }));
    const step = { to: "partly approved", on, approved: twice } as const;
    expect(() => stepped(claimAfter([100], SUBMITTED), step, [], TODAY)).toThrow("One finding is named twice");
  });

  it("can be replaced by a later one, but not by less than was received", () => {
    const part = [{ findingId: "f1", cents: 60, reason: "" }];
    const claim = pay(claimAfter([100, 50], SUBMITTED, { to: "partly approved", approved: part }), 30);
    const more = { to: "partly approved", on, approved: [{ findingId: "f1", cents: 30, reason: "" }] } as const;
    expect(seen(stepped(claim, more, [], TODAY))).toMatchObject({ status: "paid", outstandingCents: 0 });
    const less = { ...more, approved: [{ findingId: "f1", cents: 29, reason: "" }] };
    expect(() => stepped(claim, less, [], TODAY)).toThrow("$0.30 was received already, which is more than that");
    expect(() => stepped(claim, { to: "rejected", on }, [], TODAY)).toThrow("was received already");
  });

  it("of no: the claim can be sent again with a new reference, and waits for an answer anew", () => {
    const claim = claimAfter([100], { ...SUBMITTED, reference: "CASE 1" }, { to: "rejected", note: "No" });
    const { claim: appeal, event } = stepped(
      claim,
      { to: "submitted", on: "2026-08-21", reference: "CASE 2" },
      [],
      TODAY,
    );
    expect(event).toMatchObject({ action: "submitted", note: "Appeal. Reference CASE 2.", cents: 100 });
    expect(appeal.head).toMatchObject({ reference: "CASE 2", submittedOn: "2026-08-21", deadline: "2026-08-22" });
    expect(seen({ claim: appeal })).toMatchObject({ status: "submitted", approvedCents: null, outstandingCents: 100 });
  });
});

describe("money", () => {
  const approved = claimAfter([100, 50], SUBMITTED, { to: "approved" });

  it("comes in parts; the last one makes the claim paid", () => {
    const part = pay(approved, 149);
    expect(seen({ claim: part })).toMatchObject({ status: "approved", recoveredCents: 149, outstandingCents: 1 });
    expect(seen({ claim: pay(part, 1, { id: 2 }) })).toMatchObject({ status: "paid", outstandingCents: 0 });
  });

  it.each([
    [150, null],
    [151, "Only $1.50 is outstanding, and this is $1.51"],
  ])("of %i cents where 150 are outstanding: %s", (cents, sentence) => {
    if (sentence === null) expect(pay(approved, cents).head.status).toBe("paid");
    else expect(() => pay(approved, cents)).toThrow(sentence);
  });

  it("is not expected where nothing was granted, or all of it came", () => {
    expect(() => pay(claimAfter([100], SUBMITTED, { to: "rejected" }), 1)).toThrow("Nothing is outstanding");
    expect(() => pay(pay(approved, 150), 1, { id: 2 })).toThrow("Nothing is outstanding");
    expect(() => pay(approved, 1, { receivedOn: "2026-10-01" })).toThrow("lies in the future");
  });

  it("without an answer is one: the claim is paid, and waits again when the payment is removed", () => {
    const sent = claimAfter([100], SUBMITTED, { to: "acknowledged" });
    const whole = pay(sent, 100);
    expect(seen({ claim: whole })).toMatchObject({ status: "paid", approvedCents: null });
    expect(seen(unpaid(whole, 1))).toMatchObject({ status: "acknowledged", outstandingCents: 100 });
  });

  it("that was recorded by mistake can be removed, whichever payment it is", () => {
    const both = pay(pay(approved, 100), 50, { id: 2 });
    expect(seen(unpaid(both, 1))).toMatchObject({ status: "approved", recoveredCents: 50, outstandingCents: 100 });
    expect(() => unpaid(both, 3)).toThrow("This payment is not here any more");
  });
});

describe("the end", () => {
  it("writes off what is outstanding, for a reason", () => {
    const claim = pay(claimAfter([100], SUBMITTED, { to: "approved" }), 60);
    expect(() => closed(claim, { on, reason: "" }, TODAY)).toThrow("$0.40 is still outstanding. Say why");
    const { claim: done, event } = closed(claim, { on, reason: "Not worth a call" }, TODAY);
    expect(event).toEqual({ action: "closed", on, note: "Not worth a call", cents: 40 });
    expect(seen({ claim: done })).toMatchObject({ status: "closed", writtenOffCents: 40, outstandingCents: 0 });
  });

  it("of a paid or rejected claim needs none", () => {
    expect(closed(pay(claimAfter([100], SUBMITTED), 100), { on, reason: "" }, TODAY).event.cents).toBe(0);
    expect(closed(claimAfter([100], SUBMITTED, { to: "rejected" }), { on, reason: "" }, TODAY).event.cents).toBe(0);
  });

  it("is the end: nothing follows but taking it back", () => {
    const { claim } = closed(pay(claimAfter([100], SUBMITTED), 60), { on, reason: "x" }, TODAY);
    expect(nextStates(claim)).toEqual([]);
    expect(() => pay(claim, 1, { id: 2 })).toThrow("The claim is closed");
    expect(() => unpaid(claim, 1)).toThrow("The claim is closed");
    expect(() => closed(claim, { on, reason: "x" }, TODAY)).toThrow("closed already");
    expect(() => stepped(claim, { to: "approved", on }, [], TODAY)).toThrow(
      "The claim is closed. Take that back first",
    );
    expect(seen(undone(claim))).toMatchObject({ status: "submitted", writtenOffCents: 0, outstandingCents: 40 });
  });
});

describe("taking back", () => {
  it("goes step by step to the draft, and says what it took back", () => {
    const claim = pay(claimAfter([100], { ...SUBMITTED, reference: "CASE 1" }, { to: "approved" }), 100);
    const first = undone(claim);
    expect(first.event).toMatchObject({ action: "undone", note: "The payment." });
    expect(first.claim).toEqual(claimAfter([100], { ...SUBMITTED, reference: "CASE 1" }, { to: "approved" }));
    const last = undone(undone(first.claim).claim).claim;
    expect(last).toEqual(draft(findings(100)));
    expect(() => undone(last)).toThrow("There is no step to take back");
  });

  it("of the removal of a payment puts the same payment back", () => {
    const claim = pay(pay(claimAfter([100], SUBMITTED), 60, { note: "check 4" }), 10, { id: 2 });
    expect(undone(unpaid(claim, 1).claim).claim).toEqual(claim);
  });
});

describe("what can come next", () => {
  it.each([
    [[SUBMITTED], ["acknowledged", "approved", "partly approved", "rejected", "paid", "closed"]],
    [
      [SUBMITTED, { to: "acknowledged" }],
      ["approved", "partly approved", "rejected", "paid", "closed"],
    ],
    [
      [SUBMITTED, { to: "approved" }],
      ["partly approved", "rejected", "paid", "closed"],
    ],
    [
      [SUBMITTED, { to: "rejected" }],
      ["submitted", "approved", "partly approved", "closed"],
    ],
  ] as const)("after %j: %j", (steps, next) => expect(nextStates(claimAfter([100], ...steps))).toEqual(next));

  it("is in the order of the life cycle, and a claim is paid by a payment only", () => {
    const claim = claimAfter([100], SUBMITTED);
    expect(() => stepped(claim, { to: "paid", on }, [], TODAY)).toThrow("Record the payment or credit");
    expect(() => stepped(claim, { to: "draft", on }, [], TODAY)).toThrow("taking its steps back");
    expect(() => stepped(claim, { to: "submitted", on }, [], TODAY)).toThrow(
      "that is submitted cannot become submitted",
    );
  });
});
