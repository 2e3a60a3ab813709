import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { countPlaywright, countVitest, cutShort } from "./report.mjs";

const folder = mkdtempSync(join(tmpdir(), "backhaul-report-"));
afterAll(() => rmSync(folder, { recursive: true }));

function file(report: object): string {
  const path = join(folder, "report.json");
  writeFileSync(path, JSON.stringify(report));
  return path;
}

describe("the count of the test command", () => {
  const vitest = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };
  const playwright = { stats: { expected: 4, unexpected: 0, flaky: 0, skipped: 0 }, errors: [] };

  it("takes what passed", () => {
    expect(countVitest(file(vitest))).toEqual({ passed: 5, failed: 0 });
    expect(countPlaywright(file(playwright))).toEqual({ passed: 4, failed: 0 });
  });

  it("takes a test that was skipped or did not run for a failed one", () => {
    expect(countVitest(file({ ...vitest, numPendingTests: 1, numTodoTests: 1 })).failed).toBe(2);
    const stats = { expected: 4, unexpected: 1, flaky: 1, skipped: 1 };
    expect(countPlaywright(file({ ...playwright, stats }))).toEqual({ passed: 4, failed: 3 });
  });

  it("knows the files whose process died, as long as no test failed", () => {
    const testResults = [
      { name: "a.test.ts", status: "passed", assertionResults: [{ status: "passed" }, { status: "pending" }] },
      { name: "b.test.ts", status: "passed", assertionResults: [{ status: "passed" }] },
    ];
    const died = { ...vitest, numPendingTests: 1, testResults };
    expect(cutShort(file(died))).toEqual({ files: ["a.test.ts"], passed: 1 });
    expect(cutShort(file({ ...died, numFailedTests: 1 }))).toEqual({ files: [], passed: 0 });
    expect(cutShort(file(vitest))).toEqual({ files: [], passed: 0 });
  });

  it("takes a file that does not load for a failure", () => {
    const testResults = [
      { status: "failed", assertionResults: [] },
      { status: "passed", assertionResults: [{}] },
    ];
    expect(countVitest(file({ ...vitest, testResults })).failed).toBe(1);
    expect(countPlaywright(file({ ...playwright, errors: [{}] })).failed).toBe(1);
  });
});
