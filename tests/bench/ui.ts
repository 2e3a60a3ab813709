/**
 * `npm run bench -- ui`: the Review screen of the real app with 100,000 findings. Prints how long frames take while the queue scrolls, and
 * how long from a key to the changed row on the screen. BENCH_FINDINGS sets another number. The app must have been built.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ElectronApplication, Page } from "@playwright/test";
import { launch } from "../desktop/support/app.ts";
import { prepareElectron } from "../run/electron.mjs";
import { listenForKey, type Timed, timeScrolling } from "./in-page/queue.ts";

const FINDINGS = Number(process.env.BENCH_FINDINGS ?? "100000");
const ROOT = join(import.meta.dirname, "..", "..");
const NAME = "Harbor Line";
const DAY = "2026-08-19T15:00:00Z";

const say = (line: string) => process.stdout.write(`${line}\n`);

if (process.platform === "linux" && !process.env.DISPLAY) {
  const again = ["-a", "-s", "-screen 0 1600x1200x24", process.execPath, ...process.execArgv, import.meta.filename];
  process.exit(spawnSync("xvfb-run", again, { stdio: "inherit" }).status ?? 1);
}
if (!existsSync(join(ROOT, "out", "main", "main.js"))) {
  say("There is no built app. Run npm run build first.");
  process.exit(1);
}
const electron = await prepareElectron();
if (!electron) process.exit(1);
process.env.ELECTRON_OVERRIDE_DIST_PATH = electron;

const userData = await mkdtemp(join(tmpdir(), "backhaul-bench-ui-"));
try {
  prepare(join(userData, "workspaces"));
  await measure();
} finally {
  await rm(userData, { recursive: true, force: true });
}

/** Makes the workspace that the app will open. */
function prepare(home: string): void {
  const script = join(ROOT, "tests", "support", "many-workspace.ts");
  const { status } = spawnSync(process.execPath, [script, home, NAME, String(FINDINGS)], { stdio: "inherit" });
  if (status !== 0) throw new Error("The workspace could not be made.");
}

async function measure(): Promise<void> {
  const { app, page, close } = await launch({ userData, day: DAY });
  try {
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800));
    await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Review" }).click();
    await page.locator("tr[data-active]").waitFor();
    await page.waitForTimeout(1500);
    const lines = await page.getByRole("grid", { name: "Findings" }).getAttribute("aria-rowcount");
    say(`${FINDINGS} findings, ${Number(lines) - 1} of them listed, 1280 x 800`);
    say("");
    say("frames while scrolling, ms                  count   median      p95      max   over 50   processor");
    // What the machine does to frames in which nothing happens, to hold the others against.
    await scroll(app, page, "standing still", 0);
    await scroll(app, page, "slowly, 12 px a frame", 12);
    await scroll(app, page, "a wheel turned fast, 400 px a frame", 400);
    await scroll(app, page, "the bar dragged, 20,000 px a frame", 20_000);
    await choose(page, "Station");
    await choose(page, "Open all groups");
    await scroll(app, page, "in groups, 400 px a frame", 400);
    await choose(page, "No groups");
    say("");
    say("from a key to the row on the screen, ms     count   median      p95      max");
    await keys(page, "j, the next finding", ["j"], "active");
    await keys(page, "PageDown", ["PageDown"], "active");
    await keys(page, "End and Home", ["End", "Home"], "active");
    await keys(page, "x, select", ["x"], "selected");
    await page.keyboard.press("Escape");
    await keys(page, "c, confirm (undone and on with u and j)", ["c"], "status", ["u", "j"]);
    say("aims: no frame over 50, median frame under 17, key to row under 100");
  } finally {
    await close();
  }
}

/** Takes an entry of the menu of groups, and lets the list settle. */
async function choose(page: Page, entry: string): Promise<void> {
  await page.keyboard.press("g");
  await page.getByRole("menuitem", { name: entry, exact: true }).click();
  await page.getByRole("menu").waitFor({ state: "detached" });
  await page.waitForTimeout(800);
}

/** What the window's process has used of the processor so far, in milliseconds: other programs of the machine do not show in it. */
async function processorTime(app: ElectronApplication): Promise<number> {
  const seconds = await app.evaluate(
    ({ app: own }) => own.getAppMetrics().find(({ type }) => type === "Tab")?.cpu.cumulativeCPUUsage,
  );
  return (seconds ?? Number.NaN) * 1000;
}

async function scroll(app: ElectronApplication, page: Page, what: string, pixels: number): Promise<void> {
  const before = await processorTime(app);
  const frames = await page.evaluate(timeScrolling, { pixels, frames: 240 });
  const spent = (await processorTime(app)) - before;
  const late = frames.filter((each) => each > 50).length;
  say(`${line(what, frames)}${String(late).padStart(10)}${(spent / frames.length).toFixed(1).padStart(12)}`);
}

async function keys(
  page: Page,
  what: string,
  pressed: readonly string[],
  change: Timed,
  between: readonly string[] = [],
): Promise<void> {
  const times: number[] = [];
  for (let turn = 0; turn < 40; turn += 1) {
    const key = pressed[turn % pressed.length] ?? "j";
    await page.evaluate(listenForKey, change);
    await page.keyboard.press(key);
    times.push(await page.evaluate(() => window.timedKey ?? Number.POSITIVE_INFINITY));
    for (const other of between) await page.keyboard.press(other);
    await page.waitForTimeout(60);
  }
  say(line(what, times));
}

function line(what: string, times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
  const columns = [at(0.5), at(0.95), at(1)].map((each) => each.toFixed(1).padStart(9));
  return `${what.padEnd(42)}${String(times.length).padStart(7)}${columns.join("")}`;
}
