/** Cancelling: what is being stored is rolled back, a check stops between periods and says what is left. */
import { rm } from "node:fs/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { follow } from "#main/cli/command.ts";
import { type Bench, openBench } from "../support/engine.ts";
import { generateCompany } from "../support/sample/company.ts";

const { files } = generateCompany({
  seed: 5,
  stations: 2,
  weeks: 3,
  routesPerDay: 6,
  firstSunday: "2026-08-02",
  leaks: true,
});

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(async () => bench.close());

const unchecked = async () => (await bench.client.findings.board({ station: null, week: null })).unchecked;

describe("an import", () => {
  it("that is cancelled while it is being stored leaves nothing, and can be made again", async () => {
    const paths = await bench.put(files);
    const plan = await follow(
      await bench.client.documents.plan({ files: paths.map((path) => bench.files.offer(path)) }),
    );
    const abort = new AbortController();
    const events = await bench.client.documents.commit(
      { planId: plan.planId, hash: plan.hash },
      { signal: abort.signal },
    );
    const cancelled = (async () => {
      for await (const event of events) if (event.type === "progress" && event.stage === "Storing") abort.abort();
    })();
    await expect(cancelled).rejects.toThrow();
    await bench.client.documents.discard({ planId: plan.planId });
    expect(await bench.client.documents.history({})).toEqual([]);
    expect((await bench.importPaths(paths)).imported.length).toBe(plan.files.length);
  });

  it("of a file that is gone when it is to be stored is refused by name", async () => {
    const [path = ""] = await bench.put(files);
    const plan = await follow(await bench.client.documents.plan({ files: [bench.files.offer(path)] }));
    await rm(path);
    await expect(follow(await bench.client.documents.commit({ planId: plan.planId, hash: plan.hash }))).rejects.toThrow(
      /no longer where it was\. Nothing was imported/,
    );
  });
});

describe("a check", () => {
  it("that is cancelled stops, keeps the periods it finished and counts the others as not checked", async () => {
    await bench.importPaths(await bench.put(files));
    const before = (await unchecked()).all;
    expect(before).toBe(3 * 2 + 1);
    const abort = new AbortController();
    const events = await bench.client.findings.check({}, { signal: abort.signal });
    let done = 0;
    const cancelled = (async () => {
      for await (const event of events) {
        if (event.type === "progress") done = event.done;
        if (done === 2) abort.abort();
      }
    })();
    await expect(cancelled).rejects.toThrow();
    expect(done).toBe(2);
    expect((await unchecked()).all).toBe(before - 2 * 2);
    await bench.check();
    expect(await unchecked()).toEqual({ week: 0, all: 0 });
  });
});
