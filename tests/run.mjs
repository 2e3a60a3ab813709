/**
 * `npm test`: everything there is to test, from a fresh clone, with one count at the end. Plain JavaScript for any Node from 20 on,
 * so that a machine with too old a Node gets a sentence and not a crash.
 */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { delimiter, join } from "node:path";
import { findNode, ROOT } from "../src-main/cli/window-electron.mjs";
import { prepareElectron } from "./run/electron.mjs";
import { countPlaywright, countVitest, cutShort } from "./run/report.mjs";
import { prepareSystem } from "./run/system.mjs";

const RESULTS = join(ROOT, "test-results");
const MINUTE = 60_000;

const node = findNode();
if (!node) {
  console.error(`Backhaul's tests need Node 22.12 or newer; this is ${process.versions.node}.`);
  console.error("Install Node 24 from https://nodejs.org, then run npm ci && npm test again.");
  process.exit(1);
}
if (node !== process.execPath) {
  const { status } = spawnSync(node, process.argv.slice(1), { stdio: "inherit" });
  process.exit(status ?? 1);
}

if (!prepareSystem()) process.exit(1);
const electron = await prepareElectron();
if (!electron) process.exit(1);

rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS);
const total = { passed: 0, failed: 0 };
const started = Date.now();

const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
for (const tool of scripts.lint.split(" && ")) await check(tool, 3 * MINUTE);
await suite(
  "vitest run --config tests/vitest.config.ts --reporter=default --reporter=json --outputFile.json=test-results/vitest.json",
  join(RESULTS, "vitest.json"),
  countVitest,
);
const isBuilt = await check(scripts.build, 3 * MINUTE);
if (isBuilt) {
  await check("node packaging/package.ts", 3 * MINUTE);
  const screen = process.platform === "linux" ? 'xvfb-run -a -s "-screen 0 1600x1200x24" ' : "";
  await suite(
    `${screen}playwright test --config tests/playwright.config.ts`,
    join(RESULTS, "desktop.json"),
    countPlaywright,
  );
} else {
  console.error("The desktop tests did not run: there is no app to run them in.");
  total.failed += 1;
}

console.log(`\nTook ${Math.round((Date.now() - started) / 1000)} seconds.`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);

/**
 * Runs a command that counts as one check.
 * @param {string} command
 * @param {number} patience
 */
async function check(command, patience) {
  const passed = (await run(command, patience)) === 0;
  total[passed ? "passed" : "failed"] += 1;
  return passed;
}

/**
 * Runs a command that writes a report of many checks. One that fails without a failed check in its report is a failure itself.
 * @param {string} command
 * @param {string} report
 * @param {(file: string) => import("./run/report.mjs").Count} count
 */
async function suite(command, report, count) {
  const code = await run(command, 12 * MINUTE);
  if (code !== 0 && count === countVitest && existsSync(report) && (await runAgain(command, report))) return;
  const { passed, failed } = existsSync(report) ? count(report) : { passed: 0, failed: 0 };
  total.passed += passed;
  total.failed += failed;
  if (failed === 0 && (code !== 0 || passed === 0)) {
    console.error(`This step failed as a whole: ${command}`);
    total.failed += 1;
  }
}

/**
 * Runs the files once more whose test process died without a test having failed: the machine or a native library did that, not a test. False
 * where that is not what happened, or where it happens again.
 * @param {string} command
 * @param {string} report
 */
async function runAgain(command, report) {
  const { files, passed } = cutShort(report);
  if (files.length === 0) return false;
  const before = countVitest(report);
  console.error(`A test process died; no test had failed. Running again: ${files.join(", ")}`);
  const code = await run(`${command} ${files.map((file) => JSON.stringify(file)).join(" ")}`, 6 * MINUTE);
  if (code !== 0) return false;
  total.passed += before.passed - passed + countVitest(report).passed;
  return true;
}

/**
 * Runs a command with our tools on the path, showing what it prints. One that takes too long is ended.
 * @param {string} command
 * @param {number} patience
 * @returns {Promise<number>} its exit code
 */
function run(command, patience) {
  console.log(`\n> ${command}`);
  const path = [join(ROOT, "node_modules", ".bin"), process.env.PATH].join(delimiter);
  const env = { ...process.env, PATH: path, ELECTRON_OVERRIDE_DIST_PATH: electron ?? "" };
  // A group of its own, so that ending it ends what it started (an X server, a browser) as well.
  const child = spawn(command, {
    cwd: ROOT,
    shell: true,
    stdio: "inherit",
    env,
    detached: process.platform !== "win32",
  });
  const end = () => endGroup(child.pid);
  const late = setTimeout(() => {
    console.error(`Ended after ${patience / MINUTE} minutes: ${command}`);
    end();
  }, patience);
  const interrupted = () => {
    end();
    process.exit(1);
  };
  process.once("SIGINT", interrupted).once("SIGTERM", interrupted);
  return new Promise((resolve) => {
    child.on("error", () => resolve(1));
    child.on("exit", (code) => resolve(code ?? 1));
  }).finally(() => {
    clearTimeout(late);
    process.off("SIGINT", interrupted).off("SIGTERM", interrupted);
  });
}

/** @param {number | undefined} pid */
function endGroup(pid) {
  if (!pid) return;
  try {
    process.kill(process.platform === "win32" ? pid : -pid);
  } catch {
    // It has ended by itself in the meantime.
  }
}
