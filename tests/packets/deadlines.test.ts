import { expect, test } from "vitest";
import { daysLeft, deadlineState, disputeDeadline } from "#main/claims/deadlines.ts";
import { deadlineText } from "#main/packets/pdf/words.ts";

test("the printed end of the dispute window wins over the default", () => {
  expect(disputeDeadline({ disputeCloses: "2026-09-30", issuedOn: "2026-09-12" })).toBe("2026-09-30");
  expect(disputeDeadline({ disputeCloses: null, issuedOn: "2026-09-12" })).toBe("2026-09-26");
  expect(disputeDeadline({ disputeCloses: null, issuedOn: "2026-12-28" }, 7)).toBe("2027-01-04");
});

test("days left count the deadline's own day as zero", () => {
  expect(daysLeft("2026-09-26", "2026-09-12")).toBe(14);
  expect(daysLeft("2026-09-26", "2026-09-26")).toBe(0);
  expect(daysLeft("2026-09-26", "2026-09-27")).toBe(-1);
  // The clocks go back on Nov 1, 2026.
  expect(daysLeft("2026-11-02", "2026-10-31")).toBe(2);
});

test.each([
  [-1, "past"],
  [0, "urgent"],
  [1, "urgent"],
  [2, "soon"],
  [3, "soon"],
  [4, "near"],
  [7, "near"],
  [8, "open"],
])("%i days left is %s", (left, state) => {
  expect(deadlineState(left)).toBe(state);
});

test("a packet says how a deadline stands, and of a claim that was handed in when that was, however late the packet is made", () => {
  const past = { date: "2026-09-10", daysLeft: -71, state: "past" } as const;
  expect(deadlineText(past, null)).toBe("Sep 10, 2026 · closed 71 days before this packet was prepared");
  expect(deadlineText(past, "2026-09-08")).toBe("Sep 10, 2026 · submitted on Sep 8, 2026");
});
