/** What the package withstands: its fuses, and what is in its archive. */
import { spawnSync } from "node:child_process";
import { existsSync, linkSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FuseV1Options, getCurrentFuseWire } from "@electron/fuses";
import { expect, test } from "@playwright/test";
import { executable } from "./support/app.ts";
import { launchPackage, PACKAGED, programOf, resourcesOf } from "./support/packaged.ts";

const OFF = "0".charCodeAt(0);
const ON = "1".charCodeAt(0);
let folder: string;
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "backhaul-fuses-"));
});
test.afterAll(() => rmSync(folder, { recursive: true }));

test("the fuses are set in the program", async () => {
  const wire = await getCurrentFuseWire(programOf(PACKAGED));
  expect({ ...wire }).toMatchObject({
    [FuseV1Options.RunAsNode]: OFF,
    [FuseV1Options.EnableCookieEncryption]: ON,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: OFF,
    [FuseV1Options.EnableNodeCliInspectArguments]: OFF,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: ON,
    [FuseV1Options.OnlyLoadAppFromAsar]: ON,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: OFF,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: OFF,
  });
});

test("no variable and no switch makes it run other code or open a debugger", async () => {
  const written = (name: string) => join(folder, name);
  const writing = (name: string) => `require("node:fs").writeFileSync(${JSON.stringify(written(name))}, "ran")`;
  const required = join(folder, "required.cjs");
  writeFileSync(required, writing("by-node-options"));
  // The same on an Electron without fuses, so that the test would notice.
  const { status } = spawnSync(executable(), ["-e", writing("by-run-as-node")], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: "1", NODE_OPTIONS: `--require ${required}` },
  });
  expect([status, existsSync(written("by-run-as-node")), existsSync(written("by-node-options"))]).toEqual([
    0,
    true,
    true,
  ]);
  rmSync(written("by-run-as-node"));
  rmSync(written("by-node-options"));

  const running = await launchPackage({
    args: ["-e", writing("by-run-as-node"), "--inspect=0", "--inspect-brk=0"],
    env: { ELECTRON_RUN_AS_NODE: "1", NODE_OPTIONS: `--require ${required} --inspect=0` },
  });
  await expect(running.page.getByRole("button", { name: "Open the sample company" })).toBeVisible();
  await running.close();
  expect(existsSync(written("by-run-as-node"))).toBe(false);
  expect(existsSync(written("by-node-options"))).toBe(false);
  expect(running.printed()).not.toContain("Debugger listening");
});

test("only the archive is loaded, whatever lies beside it", async () => {
  const copy = `${PACKAGED}-with-folder`;
  rmSync(copy, { recursive: true, force: true });
  linkAll(PACKAGED, copy);
  const beside = join(resourcesOf(copy), "app");
  mkdirSync(beside);
  const marker = join(folder, "by-folder");
  writeFileSync(join(beside, "package.json"), JSON.stringify({ name: "beside", main: "main.js" }));
  writeFileSync(join(beside, "main.js"), `require("node:fs").writeFileSync(${JSON.stringify(marker)}, "ran")`);
  const running = await launchPackage({ folder: copy });
  await expect(running.page.getByRole("button", { name: "Open the sample company" })).toBeVisible();
  await running.close();
  rmSync(copy, { recursive: true });
  expect(existsSync(marker)).toBe(false);
});

/** The same files under another folder, without their weight. */
function linkAll(from: string, to: string): void {
  mkdirSync(to);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [one, other] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) linkAll(one, other);
    else linkSync(one, other);
  }
}
