/** A workspace folder has one writer at a time, and a writer that died does not keep the next one out. */
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { currentWorkspace, folderName, listWorkspaces, rememberWorkspace } from "#main/workspace/home.ts";
import { openWorkspace } from "#main/workspace/workspace.ts";

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "backhaul-workspace-"));
});
afterEach(async () => rm(root, { recursive: true, force: true }));

describe("a workspace folder", () => {
  const lockOf = (name: string) => join(root, name, "backhaul.lock");

  it("is made with its rooms when it is first opened for writing", async () => {
    const workspace = openWorkspace(join(root, "A"), "write");
    for (const part of ["backhaul.db", "originals", "packets", "backups"])
      expect(existsSync(join(root, "A", part))).toBe(true);
    await workspace.close();
    expect(existsSync(lockOf("A"))).toBe(false);
  });

  it("has one writer at a time", async () => {
    const workspace = openWorkspace(join(root, "A"), "write");
    expect(() => openWorkspace(join(root, "A"), "write")).toThrow(/open in another window/);
    await workspace.close();
    await openWorkspace(join(root, "A"), "write").close();
  });

  it("is taken over from a process that is gone, from a dead thread of our own, and from a lock that names nobody", async () => {
    await openWorkspace(join(root, "A"), "write").close();
    for (const holder of ["2147480000", String(process.pid), "nobody"]) {
      await writeFile(lockOf("A"), holder);
      const workspace = openWorkspace(join(root, "A"), "write");
      expect(await readFile(lockOf("A"), "utf8")).toBe(String(process.pid));
      await workspace.close();
    }
  });

  it("stays locked to a process that lives", async () => {
    await openWorkspace(join(root, "A"), "write").close();
    await writeFile(lockOf("A"), String(process.ppid));
    expect(() => openWorkspace(join(root, "A"), "write")).toThrow(/open in another window/);
  });
});

describe("the app's folder", () => {
  it("remembers which workspace is open, as long as it is there", async () => {
    expect(currentWorkspace(root)).toBeNull();
    await openWorkspace(join(root, "A"), "write").close();
    rememberWorkspace(root, "A");
    expect(currentWorkspace(root)).toBe("A");
    expect(listWorkspaces(root)).toEqual(["A"]);
    await rm(join(root, "A"), { recursive: true });
    expect(currentWorkspace(root)).toBeNull();
  });

  it("is not led outside by its settings", async () => {
    await mkdir(join(root, "home"));
    await openWorkspace(join(root, "A"), "write").close();
    for (const current of ["../A", "..", join(root, "A"), 7, null]) {
      await writeFile(join(root, "home", "settings.json"), JSON.stringify({ current }));
      expect(currentWorkspace(join(root, "home"))).toBeNull();
    }
    await writeFile(join(root, "home", "settings.json"), "{ not json");
    expect(currentWorkspace(join(root, "home"))).toBeNull();
  });

  it("names folders by what was typed, without anything that leads elsewhere", () => {
    expect(folderName("  Hlné/../x ")).toBe("Hlnex");
    expect(() => folderName("../..")).toThrow();
  });
});
