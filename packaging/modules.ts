/** Which packages of node_modules an app needs at run time, by the lockfile and by what the built code imports. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const entry = z.object({
  version: z.string().optional(),
  license: z.string().optional(),
  integrity: z.string().optional(),
  resolved: z.string().optional(),
  dev: z.boolean().optional(),
  optional: z.boolean().optional(),
  dependencies: z.record(z.string(), z.string()).optional(),
});
const lockfile = z.object({ packages: z.record(z.string(), entry) });

/** An installed package: where it lies under the root (`node_modules/...`) and what the lockfile says of it. */
export interface Installed extends z.infer<typeof entry> {
  readonly path: string;
  readonly name: string;
}

/** Every package of the lockfile by its path; the root itself left out. */
export function lockedPackages(root: string): Map<string, Installed> {
  const { packages } = lockfile.parse(JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")));
  const installed = new Map<string, Installed>();
  for (const [path, what] of Object.entries(packages))
    if (path !== "") installed.set(path, { ...what, path, name: path.slice(path.lastIndexOf("node_modules/") + 13) });
  return installed;
}

/** The packages some names need, with all that these need, found the way Node looks for them. Optional ones are left out. */
export function closure(locked: ReadonlyMap<string, Installed>, names: readonly string[]): Installed[] {
  const found = new Map<string, Installed>();
  const visit = (name: string, from: string) => {
    const one = lookUp(locked, name, from);
    if (!one) throw new Error(`${name}, which ${from || "the app"} needs, is not in the lockfile.`);
    if (found.has(one.path)) return;
    found.set(one.path, one);
    for (const needed of Object.keys(one.dependencies ?? {})) visit(needed, one.path);
  };
  for (const name of names) visit(name, "");
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The nearest package of a name: beside what needs it, or further up. */
function lookUp(locked: ReadonlyMap<string, Installed>, name: string, from: string): Installed | undefined {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/node_modules/")))) {
    const one = locked.get(folder === "" ? `node_modules/${name}` : `${folder}/node_modules/${name}`);
    if (one || folder === "") return one;
    if (!folder.includes("/node_modules/")) folder = "";
  }
}

/** Which of the declared dependencies the built code in some folders still imports: all others are part of it already. */
export function importedBy(folders: readonly string[], declared: readonly string[]): string[] {
  const imported = new Set<string>();
  for (const folder of folders)
    for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
      if (!/\.[cm]?js$/.test(file)) continue;
      const code = readFileSync(join(folder, file), "utf8");
      for (const [, name] of code.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\(\s*)["']([^"'.][^"'\n]*)["']/g))
        if (name) imported.add(name);
    }
  return declared.filter((name) => [...imported].some((given) => given === name || given.startsWith(`${name}/`)));
}
