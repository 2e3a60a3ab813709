/** What the shell does for the window: its place, its title, its menu, closing, a second start, and an engine that dies. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { MENU_COMMANDS } from "#shared/shell.ts";
import { executable, launch, type Running, startArguments } from "./support/app.ts";
import { open } from "./support/sample.ts";

let running: Running;
test.beforeEach(async () => {
  running = await launch();
});
test.afterEach(() => running.close());

test("a first start is comfortable, and never smaller than usable", async () => {
  const sizes = () =>
    running.app.evaluate(({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows()[0];
      return { size: window?.getSize(), smallest: window?.getMinimumSize(), visible: window?.isVisible() };
    });
  await expect.poll(sizes).toEqual({ size: [1280, 800], smallest: [1024, 700], visible: true });
});

test("the window comes back where it was", async () => {
  const userData = await mkdtemp(join(tmpdir(), "backhaul-place-"));
  const place = { x: 60, y: 40, width: 1100, height: 720 };
  const first = await launch({ userData });
  await first.app.evaluate(({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds), place);
  await first.close();
  const second = await launch({ userData });
  expect(await second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())).toEqual(
    place,
  );
  await second.close();
  await rm(userData, { recursive: true });
});

test("the title shows the workspace", async () => {
  await running.page.evaluate(() => window.backhaul.setState({ title: "Test company", busy: false }));
  await expect
    .poll(() => running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle()))
    .toBe("Test company – Backhaul");
});

test("closing while something is under way asks, and keeps the window when told to", async () => {
  const { app, page } = running;
  const asked = await app.evaluateHandle(({ dialog }) => {
    const questions: string[] = [];
    // Keeps working the first time, closes the second.
    const answer = async (...args: unknown[]) => {
      const { message } = args.at(-1) as { message: string };
      questions.push(message);
      return { response: questions.length - 1, checkboxChecked: false };
    };
    dialog.showMessageBox = answer;
    return questions;
  });
  await page.evaluate(() => window.backhaul.setState({ title: "Test company", busy: true }));
  await expect
    .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle()))
    .toContain("Test company");
  const close = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await close();
  await expect.poll(() => asked.jsonValue()).toEqual(["Backhaul is still working."]);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  const closed = app.waitForEvent("close");
  await close();
  await closed;
});

test("the menu sends the window its commands", async () => {
  const { app, page } = running;
  const heard = await page.evaluateHandle(() => {
    const commands: string[] = [];
    window.backhaul.onMenu((command) => commands.push(command));
    return commands;
  });
  const accelerators = await app.evaluate(({ Menu }, commands) => {
    const menu = Menu.getApplicationMenu();
    return commands.map((command) => {
      const item = menu?.getMenuItemById(command);
      item?.click();
      return item?.accelerator;
    });
  }, MENU_COMMANDS);
  await expect.poll(() => heard.jsonValue()).toEqual([...MENU_COMMANDS]);
  expect(new Set(accelerators).size).toBe(MENU_COMMANDS.length);
  expect(accelerators).not.toContain(undefined);
  const roles = await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map((item) => item.label));
  expect(roles).toEqual(expect.arrayContaining(["File", "Edit", "View", "Window", "Help"]));
});

test("a second start shows the first window instead of opening another", async () => {
  const { app, userData } = running;
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  const second = spawn(executable(), startArguments(userData), { stdio: "ignore" });
  const [code] = await once(second, "exit");
  expect(code).toBe(0);
  await expect
    .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isVisible())))
    .toEqual([true]);
});

test("an engine that dies is started again, and the window goes on", async () => {
  const { app, page } = running;
  await page.getByRole("button", { name: "Open the sample company" }).click();
  await expect(page.getByRole("main", { name: "Board" })).toBeVisible({ timeout: 30_000 });
  const engine = () =>
    app.evaluate(({ app }) => app.getAppMetrics().find((process) => process.name === "Backhaul engine")?.pid);
  const before = await engine();
  expect(before).toBeGreaterThan(0);
  if (before) process.kill(before, "SIGKILL");
  await expect.poll(engine).not.toBe(before);
  await expect.poll(engine).toBeGreaterThan(0);
  await open(page, "Review");
  const decide = page.getByRole("toolbar", { name: "Decide" });
  await decide.getByRole("button", { name: "Confirm" }).click();
  await expect(decide.getByRole("button", { name: "Confirm" })).toBeDisabled();
});

test("a page that crashes is loaded again", async () => {
  const { app } = running;
  const state = () =>
    app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      return { process: contents?.getOSProcessId() ?? 0, up: contents?.isCrashed() === false && !contents.isLoading() };
    });
  await expect.poll(state).toMatchObject({ up: true });
  const before = await state();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer());
  await expect.poll(async () => (await state()).process).not.toBe(before.process);
  await expect.poll(state).toMatchObject({ up: true, process: expect.any(Number) });
  const bridge = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript("typeof window.backhaul"),
  );
  expect(bridge).toBe("object");
});
