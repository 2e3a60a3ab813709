import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  APP_URL,
  assetFor,
  CONTENT_POLICY,
  externalAddress,
  hardenProcess,
  isAppUrl,
  isInside,
} from "#main/desktop/policy.ts";

const ROOT = join("/opt", "backhaul", "renderer");

describe("the window's files", () => {
  it("are found under the renderer's folder with their type", () => {
    expect(assetFor(ROOT, APP_URL)).toEqual({ path: join(ROOT, "index.html"), type: "text/html; charset=utf-8" });
    expect(assetFor(ROOT, "app://backhaul/assets/main-Ab1.js?v=1#x")?.path).toBe(join(ROOT, "assets", "main-Ab1.js"));
  });

  it.each([
    "app://backhaul/..%2fmain%2fmain.js",
    "app://backhaul/%2e%2e%2fmain/main.js",
    "app://backhaul/assets/..%2f..%2fmain/main.js",
    "app://backhaul/..%5cmain%5cmain.js",
    "app://backhaul/C:%5cWindows%5cwin.js",
    "app://backhaul/index.html%00.js",
    "app://backhaul/%E0%A4%A.html",
    "app://backhaul/",
    "app://backhaul/index",
    "app://backhaul/workspace.db",
    "app://backhaul.example/index.html",
    "app://other/index.html",
    "app://user@backhaul/index.html",
    "file:///opt/backhaul/renderer/index.html",
    "https://backhaul/index.html",
    "not an address",
  ])("are not %s", (address) => {
    expect(assetFor(ROOT, address)).toBeNull();
  });

  it("never lie outside it, whatever the address", () => {
    const part = fc.constantFrom("..", ".", "%2e%2e", "%2E.", "..%2f", "%5c", "%252e", "assets", "a.js", "", "/", "\\");
    fc.assert(
      fc.property(fc.array(fc.oneof(part, fc.string({ maxLength: 6 })), { maxLength: 8 }), (parts) => {
        const asset = assetFor(ROOT, `app://backhaul/${parts.join("/")}.js`);
        return asset === null || isInside(ROOT, asset.path);
      }),
    );
  });
});

describe("an address of the app", () => {
  it("is told by its parts, not its beginning", () => {
    expect(isAppUrl(APP_URL)).toBe(true);
    expect(isAppUrl("app://backhaul.evil.example/")).toBe(false);
    expect(isAppUrl("app://backhaul@evil.example/")).toBe(false);
    expect(isAppUrl("app:backhaul/index.html")).toBe(false);
    expect(isAppUrl("")).toBe(false);
  });
});

describe("what the browser gets", () => {
  it("is https alone", () => {
    expect(externalAddress("https://www.example.com/a?b=c")).toBe("https://www.example.com/a?b=c");
    for (const address of [
      "http://www.example.com/",
      "file:///etc/passwd",
      "javascript:alert(1)",
      "smb://server/share",
      "ms-settings:",
      "https://user:secret@example.com/",
      "https:",
      "",
    ])
      expect(externalAddress(address), address).toBeNull();
  });
});

describe("the content policy", () => {
  it("starts from nothing and allows no script but our own files", () => {
    const directives = new Map(CONTENT_POLICY.split("; ").map((rule) => [rule.split(" ")[0], rule]));
    expect(directives.get("default-src")).toBe("default-src 'none'");
    expect(directives.get("script-src")).toBe("script-src 'self'");
    expect(directives.get("connect-src")).toBe("connect-src 'none'");
    expect(CONTENT_POLICY).not.toMatch(/unsafe-eval|https?:|\*/);
  });
});

describe("the process", () => {
  const start = (given: string[]) => {
    const calls: string[] = [];
    hardenProcess({
      enableSandbox: () => calls.push("sandbox"),
      commandLine: {
        hasSwitch: (name) => given.includes(name),
        appendSwitch: (name, value) => calls.push(`${name}=${value}`),
      },
    });
    return calls;
  };

  it("sandboxes every renderer and resolves no name", () => {
    expect(start([])).toEqual(["sandbox", "host-resolver-rules=MAP * ~NOTFOUND"]);
  });

  it("does not overrule --no-sandbox, which would leave no process alive", () => {
    expect(start(["no-sandbox"])).toEqual(["host-resolver-rules=MAP * ~NOTFOUND"]);
  });
});

describe("a path inside a folder", () => {
  it("is not the folder, its neighbour or its parent", () => {
    expect(isInside("/a/b", "/a/b/c")).toBe(true);
    expect(isInside("/a/b", "/a/b/..c")).toBe(true);
    for (const path of ["/a/b", "/a", "/a/bc", "/a/b/../c", "/"]) expect(isInside("/a/b", path), path).toBe(false);
  });
});
