/** What the window may load and where it may lead. No electron here: these decisions are tested by themselves. */
import { extname, isAbsolute, join, relative, sep } from "node:path";

/** The scheme the window is loaded from; nothing else is served on it. */
export const APP_SCHEME = "app";
const APP_HOST = "backhaul";
/** Address of the window's page. */
export const APP_URL = `${APP_SCHEME}://${APP_HOST}/index.html`;

/**
 * The window's content policy: everything is forbidden, then what the app itself needs. It talks to the engine over a message
 * port, so it has no use for any connection.
 *
 * `style-src` needs 'unsafe-inline' because Mantine puts its theme's variables into <style> elements at run time. Style
 * attributes in markup stay forbidden; React sets styles through the object model, which no policy governs. Styles cannot
 * carry anything away: images and fonts come from the app alone.
 */
export const CONTENT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "style-src-attr 'none'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".webp": "image/webp",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
};

/** A file of the window and its type. */
export interface Asset {
  readonly path: string;
  readonly type: string;
}

/** Whether an address belongs to the window's own page. Parsed, never compared by its beginning. */
export function isAppUrl(address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : null;
  return url?.protocol === `${APP_SCHEME}:` && url.host === APP_HOST && !url.username && !url.password;
}

/** The file under `root` that an address of the app means; null for any other address, for a way out and for unknown types. */
export function assetFor(root: string, address: string): Asset | null {
  if (!isAppUrl(address)) return null;
  const name = decoded(new URL(address).pathname);
  const type = name && TYPES[extname(name)];
  if (!name || !type || /[\0\\:]/.test(name)) return null;
  // The parser has already taken out plain and once-encoded dots; what is left after decoding is somebody trying.
  if (name.split("/").some((part) => part === ".." || part === ".")) return null;
  const path = join(root, name);
  return isInside(root, path) ? { path, type } : null;
}

/** Whether a path lies under a folder. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== "" && way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** The address to hand to the user's browser: https without credentials, or null. */
export function externalAddress(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  return url.protocol === "https:" && !url.username && !url.password ? url.href : null;
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

/** What `hardenProcess` needs of Electron's `app`. */
export interface ProcessSwitches {
  enableSandbox(): void;
  readonly commandLine: { hasSwitch(name: string): boolean; appendSwitch(name: string, value?: string): void };
}

/**
 * Before the app is ready: every renderer sandboxed, and no name on any network resolved.
 *
 * `enableSandbox` would overrule `--no-sandbox` for the child processes alone, and Chromium then kills them where it cannot
 * sandbox (a container, or root). Whoever gives that switch has decided; each window still asks for its own sandbox.
 */
export function hardenProcess(app: ProcessSwitches): void {
  if (!app.commandLine.hasSwitch("no-sandbox")) app.enableSandbox();
  app.commandLine.appendSwitch("host-resolver-rules", "MAP * ~NOTFOUND");
}
