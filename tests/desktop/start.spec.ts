/** `npm start` where the window cannot be opened: two lines that say what to do, and exit code 1. */
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { executable, launch } from "./support/app.ts";

const SCRIPT = join(import.meta.dirname, "..", "..", "src-main", "cli", "window.mjs");

/** Runs the script to its end with a changed environment; a variable set to undefined is left out. */
function start(env: Record<string, string | undefined>, options: readonly string[] = []) {
  const child = spawn(process.execPath, [SCRIPT, ...options], { env: { ...process.env, ...env } });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => (output += data));
  return new Promise<{ code: number | null; lines: string[] }>((resolve) =>
    child.on("close", (code) => resolve({ code, lines: output.trim().split("\n") })),
  );
}

test("without an Electron it says what to do", async () => {
  const { code, lines } = await start({ ELECTRON_OVERRIDE_DIST_PATH: tmpdir() });
  expect(code).toBe(1);
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain("npm start");
});

// Other systems always have a display.
const onLinux = process.platform === "linux" ? test : () => {};
onLinux("without a display it says what to do", async () => {
  const { code, lines } = await start({ DISPLAY: undefined, WAYLAND_DISPLAY: undefined });
  expect(code).toBe(1);
  expect(lines).toHaveLength(2);
  expect(lines.join(" ")).toContain("display");
});

test("with both it opens the window, here the one that is open already", async () => {
  const userData = await mkdtemp(join(tmpdir(), "backhaul-start-"));
  const first = await launch({ userData });
  await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  const { code } = await start({}, [`--user-data-dir=${userData}`, "--no-sandbox", "--disable-gpu"]);
  expect(code).toBe(0);
  await expect
    .poll(() => first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible()))
    .toBe(true);
  expect(executable()).toBe(first.app.process().spawnfile);
  await first.close();
  await rm(userData, { recursive: true });
});
