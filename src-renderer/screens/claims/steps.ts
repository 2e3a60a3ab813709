/** What a claim waits for: which step comes next, and what else can be done instead. */
import type { ClaimDetail, ClaimState } from "#shared/contract/claims.ts";

/** What the person is asked to do. `answer` covers approved, partly approved and rejected: the amounts decide. */
export type Move = "packet" | "submit" | "acknowledge" | "answer" | "pay" | "close";

const MOVE_WORDS: Record<Move, string> = {
  packet: "Make packet",
  submit: "Mark as submitted",
  acknowledge: "Mark as acknowledged",
  answer: "Record the answer",
  pay: "Record payment",
  close: "Close claim",
};

const MOVE_OF: Partial<Record<ClaimState, Move>> = {
  submitted: "submit",
  acknowledged: "acknowledge",
  approved: "answer",
  "partly approved": "answer",
  rejected: "answer",
  paid: "pay",
  closed: "close",
};

/** What stands at the front for each state, the likeliest first. */
const USUAL: Record<ClaimState, readonly Move[]> = {
  draft: ["submit", "close"],
  submitted: ["answer"],
  acknowledged: ["answer"],
  approved: ["pay", "close"],
  "partly approved": ["pay", "close"],
  rejected: ["close"],
  paid: ["close"],
  closed: [],
};

/** The order in which the other steps are offered. */
const ORDER: readonly Move[] = ["submit", "acknowledge", "answer", "pay", "close"];

/** The one step that comes next, and the others that are open, in the order of the life cycle. */
export function movesOf({ status, next, packets, items }: ClaimDetail): {
  readonly first: Move | null;
  readonly others: readonly Move[];
} {
  const open = new Set(next.flatMap((state) => MOVE_OF[state] ?? []));
  // A draft that nobody made a packet of has nothing to send yet.
  const wantsPacket = status === "draft" && items.length > 0 && packets.length === 0;
  const first = wantsPacket ? "packet" : (USUAL[status].find((move) => open.has(move)) ?? null);
  return { first, others: ORDER.filter((move) => open.has(move) && move !== first) };
}

/** What a step is called on a claim in this state: after an answer, the same steps mean something else. */
export function wordsOf(move: Move, status: ClaimState): string {
  if (move === "submit" && status === "rejected") return "Send again as an appeal";
  if (move === "answer" && status !== "submitted" && status !== "acknowledged") return "Change the answer";
  return MOVE_WORDS[move];
}

/** What a set of granted amounts makes of a claim: all of it, some of it, or nothing. */
export function answerOf(claimedCents: number, approvedCents: number): ClaimState {
  if (approvedCents <= 0) return "rejected";
  return approvedCents >= claimedCents ? "approved" : "partly approved";
}
