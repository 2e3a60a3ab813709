/** What is in the package: the app, what it needs, the notices; no source, no map, no test, no tool. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { z } from "zod";
import { closure, lockedPackages } from "../../packaging/modules.ts";
import { PACKAGED, resourcesOf } from "./support/packaged.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const ARCHIVE = join(resourcesOf(PACKAGED), "app.asar");

const file = z.object({
  size: z.int(),
  offset: z.string().optional(),
  unpacked: z.literal(true).optional(),
  integrity: z.object({
    algorithm: z.literal("SHA256"),
    hash: z.string(),
    blockSize: z.int(),
    blocks: z.array(z.string()),
  }),
});
type Entry = z.infer<typeof file> | { files: Record<string, Entry> };
const entry: z.ZodType<Entry> = z.lazy(() => z.union([z.object({ files: z.record(z.string(), entry) }), file]));

/** The archive's files by path, and where its contents begin. */
function readArchive() {
  const bytes = readFileSync(ARCHIVE);
  const start = 8 + bytes.readUInt32LE(4);
  const header = entry.parse(JSON.parse(bytes.toString("utf8", 16, 16 + bytes.readUInt32LE(12))));
  const files = new Map<string, z.infer<typeof file>>();
  const walk = (at: Entry, path: string) => {
    if (!("files" in at)) files.set(path, at);
    else for (const [name, inside] of Object.entries(at.files)) walk(inside, path === "" ? name : `${path}/${name}`);
  };
  walk(header, "");
  return { bytes, start, files };
}
const archive = readArchive();
const paths = [...archive.files.keys()];

test("the archive holds the built app, its resources and its license", () => {
  const own = paths.filter((path) => !path.startsWith("node_modules/"));
  const places = new Set(own.map((path) => path.split("/").slice(0, 2).join("/")));
  expect([...places].sort()).toEqual([
    "LICENSE",
    "out/main",
    "out/preload",
    "out/renderer",
    "package.json",
    "resources/fonts",
    "resources/icon.png",
    "resources/icon.svg",
    "resources/sample-company",
    "resources/wage-rules.json",
  ]);
  expect(paths.filter((path) => /\.(?:map|tsx?|mts|cts)$|(?:^|\/)tests?\/|\.test\.|\.spec\./.test(path))).toEqual([]);
});

test("it holds only packages the app runs on, by the lockfile", () => {
  const { dependencies } = z
    .object({ dependencies: z.record(z.string(), z.string()) })
    .parse(JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")));
  const allowed = new Set(closure(lockedPackages(ROOT), Object.keys(dependencies)).map(({ path }) => path));
  const inside = new Set(
    paths.flatMap((path) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path.replace(/\/[^/]*$/, ""))?.[0] ?? []),
  );
  expect([...inside].filter((path) => !allowed.has(path))).toEqual([]);
  // What the window is made of is in its own code already.
  for (const name of ["react", "react-dom", "@mantine/core", "electron", "@napi-rs/canvas"])
    expect(inside, name).not.toContain(`node_modules/${name}`);
});

test("the only program code outside the archive is the database's binary for this system", () => {
  const own = readdirSync(resourcesOf(PACKAGED)).filter((name) => !/\.(?:lproj|icns)$/.test(name));
  expect(own.sort()).toEqual(["THIRD-PARTY-NOTICES.txt", "app.asar", "app.asar.unpacked"]);
  const unpacked = readdirSync(`${ARCHIVE}.unpacked`, { recursive: true, withFileTypes: true });
  expect(unpacked.filter((entry) => entry.isFile()).map(({ name }) => name)).toEqual([
    `${process.platform}-${process.arch}.node`,
  ]);
});

test("every file in it is the one whose hash its header names", () => {
  for (const [path, { size, offset, unpacked, integrity }] of archive.files) {
    const at = archive.start + Number(offset);
    const content = unpacked ? readFileSync(join(`${ARCHIVE}.unpacked`, path)) : archive.bytes.subarray(at, at + size);
    expect(createHash("sha256").update(content).digest("hex"), path).toBe(integrity.hash);
  }
});

test("the licenses of all that is in it lie beside it", () => {
  const notices = readFileSync(join(resourcesOf(PACKAGED), "THIRD-PARTY-NOTICES.txt"), "utf8");
  for (const name of ["react", "@mantine/core", "zod", "pdfmake", "xlsx"]) expect(notices).toContain(`\n${name} `);
  expect(readdirSync(PACKAGED)).toEqual(expect.arrayContaining(["LICENSE.electron.txt", "LICENSES.chromium.html"]));
});
