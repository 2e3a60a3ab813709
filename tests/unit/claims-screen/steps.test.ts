/** Which step stands at the front of a claim, and what else is offered. */
import { describe, expect, test } from "vitest";
import { movesOf, wordsOf } from "../../../src-renderer/screens/claims/steps.ts";
import { claim } from "./support.ts";

describe("what comes next", () => {
  test("a draft wants its packet first, then to be sent", () => {
    expect(movesOf(claim("draft", ["submitted"]))).toEqual({ first: "packet", others: ["submit"] });
    expect(movesOf(claim("draft", ["submitted"], 1))).toEqual({ first: "submit", others: [] });
  });

  test("what was sent waits for its answer, and can be acknowledged, paid or given up meanwhile", () => {
    const next = ["acknowledged", "approved", "partly approved", "rejected", "paid", "closed"] as const;
    expect(movesOf(claim("submitted", [...next]))).toEqual({
      first: "answer",
      others: ["acknowledge", "pay", "close"],
    });
  });

  test("what was granted waits for the money", () => {
    const next = ["approved", "rejected", "paid", "closed"] as const;
    expect(movesOf(claim("partly approved", [...next]))).toEqual({ first: "pay", others: ["answer", "close"] });
    expect(wordsOf("answer", "partly approved")).toBe("Change the answer");
  });

  test("what was refused is put away, or sent again", () => {
    expect(movesOf(claim("rejected", ["submitted", "approved", "closed"]))).toEqual({
      ...{ first: "close", others: ["submit", "answer"] },
    });
    expect(wordsOf("submit", "rejected")).toBe("Send again as an appeal");
  });

  test("what is paid is put away, and what is put away waits for nothing", () => {
    expect(movesOf(claim("paid", ["closed"])).first).toBe("close");
    expect(movesOf(claim("closed", []))).toEqual({ first: null, others: [] });
  });

  test("nothing is offered that the engine would refuse", () => {
    for (const status of ["draft", "submitted", "acknowledged", "approved", "rejected", "paid"] as const)
      expect(movesOf(claim(status, [], 1))).toEqual({ first: null, others: [] });
  });
});
