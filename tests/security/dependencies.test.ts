/** What the app is made of besides our own code: where it comes from, and that it may be passed on. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { isNeeded } from "../../packaging/contents.ts";
import { closure, type Installed, importedBy, lockedPackages } from "../../packaging/modules.ts";
import { isAllowed, licenseOf, noticesOf } from "../../packaging/notices.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const locked = lockedPackages(ROOT);
const manifest = z
  .object({ dependencies: z.record(z.string(), z.string()), devDependencies: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")));
const shipped = closure(locked, Object.keys(manifest.dependencies));

describe("the lockfile", () => {
  it("names the hash of every package, and no place to fetch it from", () => {
    expect(locked.size).toBeGreaterThan(100);
    for (const [path, { integrity, resolved }] of locked) {
      expect(integrity, path).toMatch(/^sha(?:256|384|512)-[A-Za-z0-9+/]+={0,2}$/);
      expect(resolved, path).toBeUndefined();
    }
  });

  it("is asked for by exact versions alone", () => {
    for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }))
      expect(version, name).toMatch(/^(?:npm:@?[\w./-]+@)?\d+\.\d+\.\d+$/);
  });

  it("has scripts of packages switched off", () => {
    expect(readFileSync(join(ROOT, ".npmrc"), "utf8")).toMatch(/^ignore-scripts=true$/m);
  });
});

describe("licenses", () => {
  it("of everything in the app are ones that may be passed on", () => {
    expect(shipped.filter((one) => !isAllowed(licenseOf(one))).map(({ name }) => name)).toEqual([]);
  });

  it("of several choices one allowed is enough; of several parts each must be", () => {
    expect(isAllowed("(MIT OR GPL-3.0)")).toBe(true);
    expect(isAllowed("MIT AND GPL-3.0")).toBe(false);
    expect(isAllowed("GPL-3.0-only")).toBe(false);
  });

  it("that nobody names are no licenses", () => {
    expect(() => licenseOf({ name: "left-behind", license: undefined })).toThrow(/left-behind/);
  });

  it("stand in the notices with their text", () => {
    const notices = noticesOf(ROOT, shipped);
    for (const { name, version } of shipped) expect(notices).toContain(`\n${name} ${version}\nLicense: `);
    expect(notices).toContain("Permission is hereby granted, free of charge");
    // Fonts that come inside a package have a license of their own.
    expect(notices).toContain("SIL OPEN FONT LICENSE");
    expect(notices).not.toContain(ROOT);
  });
});

describe("what goes into the package", () => {
  it("is what the built code imports, with what that needs, found as Node finds it", () => {
    const one = (path: string, ...needs: string[]): [string, Installed] => [
      path,
      {
        path,
        name: path.slice(path.lastIndexOf("node_modules/") + 13),
        dependencies: Object.fromEntries(needs.map((name) => [name, "1.0.0"])),
      },
    ];
    const small = new Map([
      one("node_modules/a", "b", "@s/c"),
      one("node_modules/b"),
      one("node_modules/@s/c", "b"),
      one("node_modules/@s/c/node_modules/b", "d"),
      one("node_modules/d", "a"),
      one("node_modules/unused"),
    ]);
    expect(closure(small, ["a"]).map(({ path }) => path)).toEqual([
      "node_modules/@s/c",
      "node_modules/@s/c/node_modules/b",
      "node_modules/a",
      "node_modules/b",
      "node_modules/d",
    ]);
    expect(() => closure(small, ["missing"])).toThrow(/missing/);
  });

  it("follows every way to import a package, whole or by a path inside", () => {
    const folder = mkdtempSync(join(tmpdir(), "backhaul-built-"));
    mkdirSync(join(folder, "parts"));
    writeFileSync(
      join(folder, "main.js"),
      'import{z as e}from"zod";import"side-effect";await import("late/build/a.mjs")',
    );
    writeFileSync(join(folder, "parts", "one.cjs"), 'const x=require("@scope/old");import y from "./zebra.js"');
    const declared = ["zod", "side-effect", "late", "@scope/old", "@scope/new", "zebra", "lat"];
    expect(importedBy([folder], declared)).toEqual(["zod", "side-effect", "late", "@scope/old"]);
    rmSync(folder, { recursive: true });
  });

  it.each([
    ["better-sqlite3-multiple-ciphers", "prebuilds/linux-x64.node", true],
    ["better-sqlite3-multiple-ciphers", "prebuilds/win32-x64.node", false],
    ["better-sqlite3-multiple-ciphers", "prebuilds/linuxmusl-x64.node", false],
    ["better-sqlite3-multiple-ciphers", "src/better_sqlite3.cpp", false],
    ["better-sqlite3-multiple-ciphers", "lib/index.js", true],
    ["better-sqlite3-multiple-ciphers", "LICENSE", true],
    ["zod", "index.js", true],
    ["zod", "index.d.ts", false],
    ["zod", "index.js.map", false],
    ["zod", "README.md", false],
    ["zod", "src/index.ts", false],
    ["kysely", "LICENSE.md", true],
    ["clone", "test/clone.js", false],
    ["clone", ".npmignore", false],
  ])("%s: %s is in it: %s", (name, file, needed) => {
    expect(isNeeded(name, file, "linux-x64")).toBe(needed);
  });
});
