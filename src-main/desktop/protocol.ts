/** The app:// scheme: the window's own files, with its content policy, and nothing else. */
import { readFile, realpath } from "node:fs/promises";
import { protocol, type Session } from "electron";
import { APP_SCHEME, assetFor, CONTENT_POLICY, isInside } from "./policy.ts";

/** Makes app:// a real origin. Must run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, codeCache: true } },
  ]);
}

/** Serves the files under `root` on app://. */
export async function serveWindow(session: Session, root: string): Promise<void> {
  const folder = await realpath(root);
  session.protocol.handle(APP_SCHEME, (request) => respond(folder, request));
}

async function respond(root: string, request: Request): Promise<Response> {
  const asset = request.method === "GET" ? assetFor(root, request.url) : null;
  if (!asset) return refusal();
  try {
    // A link inside the folder must not lead out of it.
    const path = await realpath(asset.path);
    if (!isInside(root, path)) return refusal();
    return new Response(new Uint8Array(await readFile(path)), { headers: { ...HEADERS, "content-type": asset.type } });
  } catch {
    return refusal();
  }
}

const HEADERS = {
  "content-security-policy": CONTENT_POLICY,
  "x-content-type-options": "nosniff",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
};

/** The same answer whatever the reason: it must not tell what exists outside. */
function refusal(): Response {
  return new Response("Not found", { status: 404, headers: { ...HEADERS, "content-type": "text/plain" } });
}
