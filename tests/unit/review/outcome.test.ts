/** What is said of a decision over one finding or many. */
import { describe, expect, it } from "vitest";
import { Outcomes } from "../../../src-renderer/screens/review/outcome.ts";

const none = { changed: [], claims: [], left: [] };

describe("what a decision came to", () => {
  it("is said in a word for one finding", () => {
    const outcomes = new Outcomes("confirmed");
    outcomes.add({ ...none, changed: ["a"], claims: [{ number: 7, label: "C-0007", added: 1 }] });
    expect(outcomes.result(1, 0)).toMatchObject({ text: "Finding confirmed.", undo: true, many: false, left: [] });
    expect(outcomes.result(1, 0).claims).toEqual([{ number: 7, label: "C-0007", added: 1 }]);
  });

  it("adds up what was sent in pieces", () => {
    const outcomes = new Outcomes("confirmed");
    outcomes.add({ ...none, changed: ["a", "b"], claims: [{ number: 7, label: "C-0007", added: 2 }] });
    outcomes.add({ ...none, changed: ["c"], claims: [{ number: 7, label: "C-0007", added: 1 }] });
    const { text, claims } = outcomes.result(3, 0);
    expect(text).toBe("3 findings confirmed.");
    expect(claims).toEqual([{ number: 7, label: "C-0007", added: 3 }]);
  });

  it("gives each reason once, with how many were left alone for it", () => {
    const outcomes = new Outcomes("dismissed");
    const why = "Only an owner can dismiss findings above $500.00.";
    outcomes.add({
      changed: ["a"],
      claims: [],
      left: [
        { id: "b", why: "It is part of claim C-0002, which was submitted. Take that back first." },
        { id: "c", why },
        { id: "d", why },
      ],
    });
    expect(outcomes.result(4, 0).left).toEqual([
      { why, count: 2, untouched: true },
      { why: expect.stringContaining("C-0002"), count: 1, untouched: true },
    ]);
  });

  it("tells what was changed but is in no claim from what was left alone", () => {
    const outcomes = new Outcomes("confirmed");
    outcomes.add({ changed: ["a"], claims: [], left: [{ id: "a", why: "Nobody can be asked for it." }] });
    expect(outcomes.result(1, 0).left).toEqual([{ why: "Nobody can be asked for it.", count: 1, untouched: false }]);
  });

  it("says of the rest that it already was so", () => {
    const outcomes = new Outcomes("confirmed");
    outcomes.add({ ...none, changed: ["a"] });
    expect(outcomes.result(3, 0).left).toEqual([{ why: "Already confirmed.", count: 2, untouched: true }]);
    const undone = new Outcomes("undone");
    undone.add(none);
    expect(undone.result(1, 0)).toMatchObject({ undo: false, left: [{ why: "There was no decision to take back." }] });
  });

  it("says how many are as before where it was stopped", () => {
    const outcomes = new Outcomes("confirmed");
    outcomes.add({ ...none, changed: Array.from({ length: 5000 }, (_, index) => `f${index}`) });
    expect(outcomes.result(12_000, 7000)).toMatchObject({
      text: "5,000 findings confirmed. Stopped: 7,000 findings are as before.",
      left: [],
    });
  });
});
