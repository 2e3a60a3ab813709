/**
 * `npm run package`: the app as an unpacked folder, from what `npm run build` made and an Electron that is already here.
 * With `-- --installers` the installers of this system as well, which only an Electron of the version in package.json may go into.
 *
 * The Electron is the folder BACKHAUL_ELECTRON_DIST names, or the one the app is started with.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "electron-builder";
import { z } from "zod";
import { findElectron, ROOT } from "../src-main/cli/window-electron.mjs";
import { configuration } from "./config.ts";
import { stage, type Target } from "./contents.ts";
import { closure, importedBy, lockedPackages } from "./modules.ts";
import { noticesOf } from "./notices.ts";

const OUTPUT = join(ROOT, "out", "package");
const DOWNLOAD_PATIENCE = 10 * 60_000;

const manifest = z.object({
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.object({ electron: z.string() }),
});
const { dependencies, devDependencies } = manifest.parse(readJson("package.json"));
const built = ["out/main", "out/preload"].map((folder) => join(ROOT, folder));
if (!built.every((folder) => existsSync(folder))) giveUp("There is no built app to package. Run npm run build first.");

const electron = await electronFolder();
const electronVersion = readFileSync(join(electron, "version"), "utf8").trim().replace(/^v/, "");
const official = electronVersion === devDependencies.electron;
const installers = process.argv.includes("--installers");
console.log(`Packaging with the Electron ${electronVersion} in ${electron}`);
if (!official) {
  console.log(
    `That is not the ${devDependencies.electron} of package.json: the build is for tests only and must not be given to anybody.`,
  );
  if (installers) giveUp("Installers are made with the Electron of package.json only.");
}

const locked = lockedPackages(ROOT);
const target = `${process.platform}-${process.arch}` as Target;
const modules = join(OUTPUT, "modules");
stage(ROOT, closure(locked, importedBy(built, Object.keys(dependencies))), modules, target);
const notices = join(OUTPUT, "THIRD-PARTY-NOTICES.txt");
mkdirSync(OUTPUT, { recursive: true });
// What the window is made of is part of its own code by now: its notices belong in as well.
writeFileSync(notices, noticesOf(ROOT, closure(locked, Object.keys(dependencies))));

const config = configuration({ electron, electronVersion, modules, notices, output: OUTPUT });
const made = await build({ projectDir: ROOT, config, dir: !installers, publish: "never" });
console.log(installers ? `Made ${made.join(", ")}` : `The app is in ${OUTPUT}`);

async function electronFolder(): Promise<string> {
  const named = process.env.BACKHAUL_ELECTRON_DIST;
  if (named) return existsSync(join(named, "version")) ? named : giveUp(`There is no unpacked Electron in ${named}.`);
  const found = await findElectron(DOWNLOAD_PATIENCE);
  if ("folder" in found) return found.folder;
  return giveUp(`No Electron to package with: ${found.reason}. Set BACKHAUL_ELECTRON_DIST to an unpacked Electron.`);
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(join(ROOT, file), "utf8"));
}

function giveUp(why: string): never {
  console.error(why);
  process.exit(1);
}
