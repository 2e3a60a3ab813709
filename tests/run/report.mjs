/** Counts what the tools report. What did not run counts as failed: nothing is skipped here. */
import { readFileSync } from "node:fs";

/** @typedef {{ passed: number, failed: number }} Count */

/**
 * The count of a vitest JSON report.
 * @param {string} file
 * @returns {Count}
 */
export function countVitest(file) {
  const report = JSON.parse(readFileSync(file, "utf8"));
  // A file that does not even load has no tests, so it is one failure of its own.
  const unloaded = report.testResults.filter(
    (/** @type {{ status: string, assertionResults: unknown[] }} */ suite) =>
      suite.status === "failed" && suite.assertionResults.length === 0,
  ).length;
  const skipped = report.numPendingTests + (report.numTodoTests ?? 0);
  return { passed: report.numPassedTests, failed: report.numFailedTests + unloaded + skipped };
}

/**
 * Files of a vitest JSON report whose process died before all their tests had run, with how many had passed. None where a test failed: then
 * there is something to look at, and nothing is run again.
 * @param {string} file
 * @returns {{ files: string[], passed: number }}
 */
export function cutShort(file) {
  const report = JSON.parse(readFileSync(file, "utf8"));
  if (countVitest(file).failed > report.numPendingTests) return { files: [], passed: 0 };
  /** @typedef {{ name: string, assertionResults: { status: string }[] }} Suite */
  const cut = report.testResults.filter((/** @type {Suite} */ { assertionResults }) =>
    assertionResults.some(({ status }) => status === "pending"),
  );
  const done = cut.flatMap((/** @type {Suite} */ { assertionResults }) =>
    assertionResults.filter(({ status }) => status === "passed"),
  );
  return { files: cut.map((/** @type {Suite} */ { name }) => name), passed: done.length };
}

/**
 * The count of a Playwright JSON report.
 * @param {string} file
 * @returns {Count}
 */
export function countPlaywright(file) {
  const { stats, errors } = JSON.parse(readFileSync(file, "utf8"));
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped + errors.length };
}
