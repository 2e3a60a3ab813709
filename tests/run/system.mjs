/** The system packages the desktop tests need on Debian and its relatives, and how they get there. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Package by package: a program or a library that shows it is there. */
const NEEDED = {
  xvfb: { program: "xvfb-run" },
  xauth: { program: "xauth" },
  "poppler-utils": { program: "pdftotext" },
  qpdf: { program: "qpdf" },
  libnss3: { library: "libnss3.so" },
  "libgtk-3-0": { library: "libgtk-3.so.0" },
  libgbm1: { library: "libgbm.so.1" },
  libasound2: { library: "libasound.so.2" },
  "libatk-bridge2.0-0": { library: "libatk-bridge-2.0.so.0" },
  libcups2: { library: "libcups.so.2" },
  libdrm2: { library: "libdrm.so.2" },
};

/**
 * Installs what is missing when it may, and otherwise says which one command does.
 * @returns {boolean} whether everything is there
 */
export function prepareSystem() {
  if (process.platform !== "linux") return true;
  const missing = findMissing();
  if (missing.length === 0) return true;
  const apt = findProgram("apt-get");
  if (!apt || process.getuid?.() !== 0) {
    const names = missing.join(" ");
    console.error(`The desktop tests need packages that are not here: ${names}`);
    console.error(
      `Install them with:  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${names}`,
    );
    return false;
  }
  console.log(`Installing the Debian packages the desktop tests need: ${missing.join(" ")}`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apply = (/** @type {string[]} */ args) => spawnSync(apt, args, { stdio: "inherit", env }).status === 0;
  // The names are looked up after the update: without it a fresh container knows none.
  if (!apply(["-q", "update"])) console.error("apt-get update failed; going on with what is known.");
  const installed = apply(["-qy", "install", "--no-install-recommends", ...findMissing().map(currentName)]);
  const still = findMissing();
  if (still.length > 0) console.error(`Still missing after installing: ${still.join(" ")}`);
  return installed && still.length === 0;
}

function findMissing() {
  const libraries = spawnSync(findProgram("ldconfig") ?? "ldconfig", ["-p"], { encoding: "utf8" }).stdout ?? "";
  return Object.entries(NEEDED)
    .filter(([, sign]) => ("program" in sign ? !findProgram(sign.program) : !libraries.includes(`${sign.library} `)))
    .map(([name]) => name);
}

/** Debian 13 and Ubuntu 24.04 renamed some libraries when their time became 64 bits wide. */
function currentName(/** @type {string} */ name) {
  const cache = findProgram("apt-cache") ?? "";
  const shown = spawnSync(cache, ["show", "--no-all-versions", `${name}t64`], { encoding: "utf8" }).stdout ?? "";
  return /^Package:/m.test(shown) ? `${name}t64` : name;
}

/**
 * A program on the path or where root's programs are.
 * @param {string} name
 */
function findProgram(name) {
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin", "/sbin"];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}
