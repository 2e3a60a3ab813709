/** The real app in the real Electron, with an empty user folder of its own. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ElectronApplication, _electron as electron, type Page } from "@playwright/test";

const ROOT = join(import.meta.dirname, "..", "..", "..");
const EXECUTABLE = { darwin: "Electron.app/Contents/MacOS/Electron", win32: "electron.exe" };

/** A running app. */
export interface Running {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** The user folder: settings, workspaces, the window's place. */
  readonly userData: string;
  /** What the page and the processes complained about. */
  readonly complaints: string[];
  /** Quits the app and removes its user folder, unless it was given. */
  close(): Promise<void>;
}

/** How to start. */
export interface Start {
  /** A user folder to go on with; a new one otherwise. */
  readonly userData?: string;
  /** More switches for Chromium. */
  readonly switches?: readonly string[];
  /** The day the app takes for today. */
  readonly day?: string;
}

/** Starts the app and waits for its page. */
export async function launch({ userData: given, switches = [], day }: Start = {}): Promise<Running> {
  const userData = given ?? (await mkdtemp(join(tmpdir(), "backhaul-desktop-")));
  executable();
  // No executablePath: then Playwright asks the electron package, which looks where ELECTRON_OVERRIDE_DIST_PATH says, and holds the
  // app back until it is attached. Given a path it does not, and a window that is faster than it hangs the test.
  const app = await electron.launch({
    args: [...switches, ...startArguments(userData)],
    env: { ...environment(), ...(day && { BACKHAUL_DAY: day }) },
  });
  const complaints: string[] = [];
  app.process().stderr?.on("data", (data) => complaints.push(String(data)));
  const page = await app.firstWindow();
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  // The window exists before its page does.
  await page.waitForURL(/^app:\/\/backhaul\/index\.html/);
  const close = async () => {
    // A test may end while a check still runs; the app then asks whether to close, which nobody is there to answer.
    if (app.windows().length > 0) {
      await app.evaluate(({ dialog }) => {
        dialog.showMessageBox = async () => ({ response: 1, checkboxChecked: false });
      });
    }
    await app.close();
    if (!given) await rm(userData, { recursive: true, force: true, maxRetries: 3 });
  };
  return { app, page, userData, complaints, close };
}

/** The command line of the app under test. */
export function startArguments(userData: string): string[] {
  // Containers have no user namespaces for Chromium's own sandbox and no GPU; the app is the same otherwise.
  const container = process.platform === "linux" ? ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"] : [];
  return [...container, `--user-data-dir=${userData}`, process.env.BACKHAUL_APP ?? ROOT];
}

/** The Electron the test command found. */
export function executable(): string {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (!folder)
    throw new Error("Set ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron, or run `npm test`, which finds one.");
  return join(
    folder,
    process.platform === "darwin" || process.platform === "win32" ? EXECUTABLE[process.platform] : "electron",
  );
}

function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
