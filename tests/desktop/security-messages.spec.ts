/** What the window may say to the shell and to the engine, and that nothing else is understood. */
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { contract } from "#shared/contract/index.ts";
import { launch, type Running } from "./support/app.ts";
import { dropFiles } from "./support/drop.ts";
import { callEngine } from "./support/engine-client.ts";

let running: Running;
test.beforeAll(async () => {
  running = await launch();
});
test.afterAll(() => running.close());

test.describe("messages to the shell", () => {
  test("with the wrong shape are refused", async () => {
    const refused = await running.page.evaluate(async () => {
      const shell = window.backhaul as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>;
      const attempts: [string, ...unknown[]][] = [
        ["offer", []],
        ["offer", [new File(["made by a script"], "weekly.csv")]],
        ["saveAs", ""],
        ["saveAs", { suggestedName: "packet", kind: "exe" }],
        ["saveAs", { suggestedName: "packet", kind: "pdf", path: "/tmp/packet.pdf" }],
        ["saveAs", { suggestedName: "", kind: "pdf" }],
        ["revealPacket", "../../../etc/hostname"],
        ["revealPacket", "/etc/hostname"],
        ["revealPacket", ".."],
        ["revealPacket", "packet.pdf", "more"],
      ];
      const outcomes = [];
      for (const [name, ...args] of attempts)
        outcomes.push(
          await Promise.resolve(shell[name]?.(...args)).then(
            () => `${name} accepted`,
            () => "refused",
          ),
        );
      return outcomes;
    });
    // The bridge passes the arguments the interface names and drops the rest; no such packet exists either way.
    expect(refused).toEqual(Array(10).fill("refused"));
  });

  test("that the shell does not know have nobody to hear them", async () => {
    const handlers = await running.app.evaluate(({ BrowserWindow, ipcMain }) => {
      const names = (target: object) => {
        const map = Reflect.get(target, "_invokeHandlers");
        // Electron has some of its own.
        return map instanceof Map ? [...map.keys()].filter((name) => String(name).startsWith("backhaul:")) : [];
      };
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      return { everyone: names(ipcMain), window: contents ? names(contents.ipc) : [] };
    });
    expect(handlers.everyone).toEqual([]);
    expect(handlers.window.sort()).toEqual(
      ["chooseFiles", "chooseFolder", "connect", "notify", "offer", "revealPacket", "saveAs", "setState"].map(
        (name) => `backhaul:${name}`,
      ),
    );
  });

  test("with extra keys change nothing", async () => {
    const { app, page } = running;
    const title = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle());
    const before = await title();
    await page.evaluate(() => {
      const state: Record<string, unknown> = { title: "Taken over", busy: false, closable: false };
      window.backhaul.setState(state as unknown as { title: string; busy: boolean });
    });
    await callEngine(page, ["workspace", "status"], {});
    expect(await title()).toBe(before);
  });
});

test.describe("messages to the engine", () => {
  test("reach the procedures of the contract and no other", async () => {
    const paths = [
      ["__proto__"],
      ["constructor"],
      ["toString"],
      ["workspace", "__proto__"],
      ["workspace", "constructor", "constructor"],
      ["workspace", "status", "~orpc", "handler"],
      ["workspace", "nothing"],
      [],
    ];
    for (const path of paths)
      expect(await callEngine(running.page, path, {}), path.join(".")).toMatchObject({ code: "NOT_FOUND" });
    expect(Object.keys(contract).sort()).toEqual([
      "claims",
      "documents",
      "findings",
      "ledger",
      "people",
      "reference",
      "workspace",
    ]);
  });

  test("refuse keys and shapes the contract does not know", async () => {
    const { page } = running;
    expect(await callEngine(page, ["workspace", "status"], {})).toHaveProperty("value");
    const attempts: [string[], unknown][] = [
      [["workspace", "status"], { extra: true }],
      [["workspace", "status"], []],
      [["workspace", "status"], null],
      [["findings", "list"], { path: "/etc/hostname" }],
      [["findings", "board"], { station: null, week: "2026-08-02' OR 1=1 --" }],
      [["documents", "plan"], { files: ["/etc/hostname"] }],
      [["documents", "source"], { documentId: 1, sheet: null, row: 1, around: 1e9 }],
      [["claims", "packet"], { filter: {}, path: "/tmp/backhaul-anywhere.pdf" }],
    ];
    for (const [path, input] of attempts)
      expect(await callEngine(page, path, input), path.join(".")).toMatchObject({ code: "BAD_REQUEST" });
    // Long enough for a token, but none that was handed out.
    const packet = { filter: {}, to: join(tmpdir(), "backhaul-anywhere.pdf") };
    expect(await callEngine(page, ["claims", "packet"], packet)).toMatchObject({ code: "REFUSED" });
    expect(existsSync(packet.to)).toBe(false);
  });

  test("open a file with its token once, and with no other token", async () => {
    const { page } = running;
    const folder = await mkdtemp(join(tmpdir(), "backhaul-token-"));
    const file = join(folder, "only-once.csv");
    await writeFile(file, "a,b\n1,2\n");
    // A drop gives the page a real file; its token is what the page may use.
    const offered = page.evaluate(
      () =>
        new Promise<string[]>((resolve) => {
          const catchDrop = (event: DragEvent) => {
            event.preventDefault();
            event.stopImmediatePropagation();
            resolve(window.backhaul.offer([...(event.dataTransfer?.files ?? [])]));
          };
          window.addEventListener("dragover", (event) => event.preventDefault());
          window.addEventListener("drop", catchDrop, { once: true, capture: true });
        }),
    );
    await dropFiles(page, [file]);
    const [token] = await offered;
    expect(token).toMatch(/^[\w-]{24}$/);
    const plan = (value: string | undefined) => callEngine(page, ["documents", "plan"], { files: [value] });
    const station = {
      dspCode: "TKNS",
      station: "DXA4",
      stationName: "Test",
      state: "CA",
      timeZone: "America/Los_Angeles",
    };
    expect(await callEngine(page, ["workspace", "create"], station)).toHaveProperty("value");
    expect(JSON.stringify(await plan(token))).toContain("only-once.csv");
    expect(JSON.stringify(await plan(token))).not.toContain("only-once.csv");
    expect(JSON.stringify(await plan("A".repeat(24)))).not.toContain('"state":"ready"');
    await rm(folder, { recursive: true });
  });
});
