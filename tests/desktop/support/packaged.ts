/** The packaged app. Its fuses refuse the debugger Playwright uses for Electron, so its window is reached the way a browser's is. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "@playwright/test";
import { z } from "zod";

const OUTPUT = join(import.meta.dirname, "..", "..", "..", "out", "package");
/** Where electron-builder puts the unpacked app, the program in it, and what belongs to the app. */
const LAYOUT = {
  linux: { folder: "linux-unpacked", program: "backhaul", resources: "resources" },
  win32: { folder: "win-unpacked", program: "Backhaul.exe", resources: "resources" },
  darwin: {
    folder: process.arch === "arm64" ? "mac-arm64" : "mac",
    program: "Backhaul.app/Contents/MacOS/Backhaul",
    resources: "Backhaul.app/Contents/Resources",
  },
};
const layout = LAYOUT[process.platform === "darwin" || process.platform === "win32" ? process.platform : "linux"];

/** The unpacked app's folder. */
export const PACKAGED = join(OUTPUT, layout.folder);
/** The folder with the archive, in an unpacked app's folder. */
export const resourcesOf = (folder: string) => join(folder, layout.resources);

/** The program in an unpacked app's folder. */
export function programOf(folder: string): string {
  const program = join(folder, layout.program);
  if (!existsSync(program)) throw new Error("There is no packaged app. Run npm run build && npm run package first.");
  return program;
}

/** A running packaged app. */
export interface RunningPackage {
  readonly page: Page;
  readonly process: ChildProcess;
  readonly userData: string;
  /** Port of the debugger that the test reaches the window by. */
  readonly port: number;
  /** Everything it printed so far. */
  printed(): string;
  /** Ends it, however far it is, and removes its user folder. Says its exit code. */
  close(): Promise<number | null>;
}

/** How to start. */
export interface PackageStart {
  readonly folder?: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts the packaged app and waits for its page. */
export async function launchPackage({
  folder = PACKAGED,
  args = [],
  env = {},
}: PackageStart = {}): Promise<RunningPackage> {
  const userData = await mkdtemp(join(tmpdir(), "backhaul-packaged-"));
  const container = process.platform === "linux" ? ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"] : [];
  const child = spawn(
    programOf(folder),
    [...args, ...container, "--remote-debugging-port=0", `--user-data-dir=${userData}`],
    { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, ...env } },
  );
  let printed = "";
  const address = Promise.withResolvers<string>();
  const hear = (data: unknown) => {
    printed += String(data);
    const found = /DevTools listening on (ws:\/\/\S+)/.exec(printed)?.[1];
    if (found) address.resolve(found);
  };
  child.stdout.on("data", hear);
  child.stderr.on("data", hear);
  const ended = once(child, "exit");
  ended.then(() => address.reject(new Error(`The packaged app ended at once:\n${printed}`)));
  const debuggerAddress = await address.promise;
  const port = Number(new URL(debuggerAddress).port);
  await pageListed(port);
  const browser = await chromium.connectOverCDP(debuggerAddress);
  const close = async () => {
    if (child.exitCode === null) child.kill("SIGTERM");
    await ended;
    await browser.close();
    await rm(userData, { recursive: true, force: true, maxRetries: 3 });
    return child.exitCode;
  };
  const page = await pageOf(browser);
  return { page, process: child, userData, port, printed: () => printed, close };
}

/** Waits until the window has its page: attaching while it is being made waits for ever. */
async function pageListed(port: number): Promise<void> {
  for (;;) {
    const listed: unknown = await fetch(`http://127.0.0.1:${port}/json/list`).then((answer) => answer.json());
    const pages = z.array(z.object({ url: z.string(), title: z.string() })).parse(listed);
    if (pages.some(({ url, title }) => url.startsWith("app://backhaul/") && title === "Backhaul")) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function pageOf(browser: Browser): Promise<Page> {
  const [context] = browser.contexts();
  if (!context) throw new Error("The packaged app has no browser context.");
  const page = context.pages()[0] ?? (await context.waitForEvent("page"));
  await page.waitForURL(/^app:\/\/backhaul\/index\.html/);
  return page;
}
