/** What of each package goes into the app: the code that runs, its data and its license. */
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Installed } from "./modules.ts";

/** The system an app is for, as the prebuilt binaries are named. */
export type Target = `${"linux" | "darwin" | "win32"}-${"x64" | "arm64"}`;

/** What no running app reads: types, maps, notes, sources, tests, tools. */
const NEVER =
  /(?:\.(?:map|d\.[cm]?ts|[cm]?tsx?|flow|markdown|gyp|gypi|cc?|cpp|h|hpp|yml|yaml|html|sh|bat)|\.md|\.tsbuildinfo)$|(?:^|\/)(?:\.[^/]+|(?:test|tests|__tests__|docs?|examples?|benchmarks?|deps|bin)\/.*|(?:CHANGELOG|CONTRIBUTING|SECURITY|Makefile|Gruntfile|yarn)[^/]*)$/;
/** Licenses and notices stay, whatever they are called. */
const ALWAYS = /(?:^|\/)(?:LICEN[CS]E|NOTICE|COPYING)[^/]*$/i;

/** Packages of which only some files are used. */
const ONLY: Readonly<Record<string, (target: Target) => RegExp>> = {
  "better-sqlite3-multiple-ciphers": native,
  fflate: () => /^(?:package\.json|esm\/index\.mjs|lib\/node\.cjs)$/,
  papaparse: () => /^(?:package\.json|papaparse\.js)$/,
  "pdfjs-dist": () => /^(?:package\.json|legacy\/build\/pdf(?:\.worker)?\.mjs)$/,
  pdfmake: () => /^(?:package\.json|js\/.*)$/,
  pdfkit: () => /^(?:package\.json|js\/(?:pdfkit\.js|data\/.*))$/,
  xlsx: () => /^(?:package\.json|xlsx\.mjs)$/,
};

/** The database: its JavaScript, and the one binary of the target. Alpine and its like are not among the targets. */
function native(target: Target): RegExp {
  return new RegExp(`^(?:package\\.json|lib/.*\\.js|prebuilds/${target}\\.node)$`);
}

/** Whether a file of a package, named by its path inside, goes into the app. */
export function isNeeded(name: string, file: string, target: Target): boolean {
  if (ALWAYS.test(file)) return true;
  return !NEVER.test(file) && (ONLY[name]?.(target).test(file) ?? true);
}

/** Copies what the app needs of some packages from the repository into a folder that is made anew. */
export function stage(root: string, packages: readonly Installed[], folder: string, target: Target): void {
  rmSync(folder, { recursive: true, force: true });
  for (const { name, path } of packages) {
    const from = join(root, path);
    if (!existsSync(from)) throw new Error(`${name} is not installed. Run npm ci.`);
    for (const file of filesOf(from)) {
      if (!isNeeded(name, file, target)) continue;
      const to = join(folder, path.replace(/^node_modules\//, ""), file);
      mkdirSync(dirname(to), { recursive: true });
      cpSync(join(from, file), to);
    }
  }
}

/** The files of a package, without those of packages inside it, with `/` between the parts. */
function filesOf(folder: string, inside = ""): string[] {
  return readdirSync(join(folder, inside), { withFileTypes: true }).flatMap((entry) => {
    const file = inside === "" ? entry.name : `${inside}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === "node_modules" ? [] : filesOf(folder, file);
    return entry.isFile() ? [file] : [];
  });
}
