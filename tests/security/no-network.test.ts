/** The app's own code has no way to the network. What its processes really do is watched by the test of the packaged app. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "..", "..");
const SOURCES = ["src-main", "src-renderer", "src-shared"].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(?:tsx?|mjs)$/.test(name))
    .map((name) => join(folder, name)),
);

/** Imports and globals that reach other machines. */
const WAYS_OUT = [
  /from "(?:node:)?(?:http|https|http2|net|tls|dgram|dns|dns\/promises|inspector)"/,
  /import\("(?:node:)?(?:http|https|http2|net|tls|dgram|dns)/,
  /(?<![.\w]|async )(?:fetch|EventSource|XMLHttpRequest|WebSocket|WebTransport|RTCPeerConnection)\(/,
  /\bsendBeacon\b/,
  /import \{[^}]*\b(?:net|autoUpdater|crashReporter)\b[^}]*\} from "electron"/,
];

describe("the app's own code", () => {
  it("imports nothing that speaks to another machine, and calls nothing that does", () => {
    expect(SOURCES.length).toBeGreaterThan(300);
    const found = SOURCES.flatMap((path) => {
      const code = readFileSync(join(ROOT, path), "utf8").replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
      return WAYS_OUT.filter((way) => way.test(code)).map((way) => `${path}: ${way.source}`);
    });
    expect(found).toEqual([]);
  });

  it("would be caught", () => {
    for (const code of [
      'import { request } from "node:https";',
      'await fetch("https://example.com")',
      'import { app, net } from "electron";',
      "new WebSocket(address)",
      "navigator.sendBeacon(address)",
    ])
      expect(
        WAYS_OUT.some((way) => way.test(code)),
        code,
      ).toBe(true);
    expect(WAYS_OUT.some((way) => way.test("queryClient.fetchQuery(options); prefetch(1); this.refetch()"))).toBe(
      false,
    );
  });
});
