/**
 * `npm start`: builds the app when it is not built or older than its sources, finds Electron and opens the window.
 * Plain JavaScript for any Node, so that whatever is missing is said in words.
 */
import { spawn, spawnSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { EXECUTABLE, findElectron, findNode, ROOT } from "./window-electron.mjs";

const SOURCES = ["src-main", "src-renderer", "src-shared", "electron.vite.config.ts", "package.json"];
const BUILT = ["out/main/main.js", "out/main/engine.js", "out/preload/preload.cjs", "out/renderer/index.html"];
const DOWNLOAD_PATIENCE = 10 * 60_000;

const node = findNode();
if (!node)
  giveUp(
    `Backhaul needs Node 22.12 or newer to build; this is ${process.versions.node}.`,
    "Install Node 24 from https://nodejs.org, then run npm start again.",
  );

const linux = process.platform === "linux";
if (linux && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY)
  giveUp(
    "There is no display here to open a window on.",
    "Run npm start in a desktop session, or do the same work without a window: npm run -s backhaul",
  );

const electron = await findElectron(DOWNLOAD_PATIENCE);
if ("reason" in electron)
  giveUp(
    `The window needs Electron, and ${electron.reason}.`,
    "Connect to the internet and run npm start again, or set ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron.",
  );

if (oldest(BUILT) < newest(SOURCES)) build();
open(electron.folder);

/** @param {string} folder */
function open(folder) {
  const options = process.argv.slice(2);
  if (linux && process.getuid?.() === 0 && !options.includes("--no-sandbox")) {
    // Chromium does not start otherwise. An ordinary user keeps the sandbox.
    console.warn(
      "Warning: running as root, so Chromium's sandbox is off. Start Backhaul as an ordinary user for real work.",
    );
    options.unshift("--no-sandbox");
  }
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  const child = spawn(join(folder, EXECUTABLE), [...options, ROOT], { stdio: "inherit", env });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
  child.on("error", (error) =>
    giveUp(`Electron did not start: ${error.message}.`, "Try npm ci, then npm start again."),
  );
  child.on("exit", (code) => process.exit(code ?? 1));
}

function build() {
  console.log("Building the app...");
  const tool = join(ROOT, "node_modules", "electron-vite", "bin", "electron-vite.js");
  const { status } = spawnSync(node, [tool, "build", "--logLevel", "warn"], { cwd: ROOT, stdio: "inherit" });
  if (status !== 0) giveUp("The app could not be built; the reason is above.", "Run npm ci, then npm start again.");
}

/**
 * When a file, or the newest file of a folder, was last changed; 0 where there is none.
 * @param {string} path
 * @returns {number}
 */
function changed(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isDirectory()) return found?.mtimeMs ?? 0;
  return Math.max(0, ...readdirSync(path).map((name) => changed(join(path, name))));
}

/** @param {string[]} paths */
function newest(paths) {
  return Math.max(...paths.map((path) => changed(join(ROOT, path))));
}

/** @param {string[]} paths */
function oldest(paths) {
  return Math.min(...paths.map((path) => changed(join(ROOT, path))));
}

/**
 * @param {string} what
 * @param {string} todo
 * @returns {never}
 */
function giveUp(what, todo) {
  console.error(`${what}\n${todo}`);
  process.exit(1);
}
