/** Views of the queue that are kept under a name. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { SavedView } from "#shared/contract/review.ts";
import { type Bench, openBench } from "../support/engine.ts";

const view = (name: string): SavedView => ({
  name,
  filter: { family: "A", status: ["open"], search: '100% "sure"', assignee: "" },
  sort: "deadline",
  descending: false,
  group: "station",
});

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(async () => bench.close());

describe("a saved view", () => {
  it("comes back as it was kept, by name", async () => {
    await bench.client.findings.saveView({ view: view("Week's end") });
    await bench.client.findings.saveView({ view: view("Amazon") });
    expect(await bench.client.findings.views({})).toEqual([view("Amazon"), view("Week's end")]);
  });

  it("takes the place of one of its name, and of the one it was called before", async () => {
    const { saveView } = bench.client.findings;
    await saveView({ view: view("One") });
    await saveView({ view: { ...view("One"), sort: "amount" } });
    expect(await saveView({ view: view("Two"), rename: "One" })).toEqual([view("Two")]);
  });

  it("is forgotten once; whose name nobody has is not here any more", async () => {
    await bench.client.findings.saveView({ view: view("One") });
    expect(await bench.client.findings.removeView({ name: "One" })).toEqual([]);
    await expect(bench.client.findings.removeView({ name: "One" })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("needs a name", async () => {
    await expect(bench.client.findings.saveView({ view: view("  ") })).rejects.toThrow();
  });
});
