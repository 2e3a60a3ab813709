/** Every security setting of the app, asserted in the running app. */
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "@playwright/test";
import { launch, type Running } from "./support/app.ts";

let running: Running;
let outside: Server;
let remote: string;
let hits: string[];

test.beforeAll(async () => {
  // Stands for the whole internet: anything that gets through arrives here.
  outside = createServer((request, response) => {
    hits.push(request.url ?? "");
    response.setHeader("access-control-allow-origin", "*").end("reached");
  });
  await once(outside.listen(0, "127.0.0.1"), "listening");
  remote = `http://127.0.0.1:${(outside.address() as AddressInfo).port}`;
  // A pretended camera: without one, asking for it fails for want of a device and not of a permission.
  running = await launch({ switches: ["--use-fake-device-for-media-stream"] });
});

test.beforeEach(() => {
  hits = [];
});

test.afterAll(async () => {
  await running.close();
  outside.close();
});

test.describe("the window", () => {
  test("is sandboxed, isolated and without node", async () => {
    const preferences = await running.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      // Electron keeps this method out of its types.
      return (contents as unknown as { getLastWebPreferences(): Record<string, unknown> }).getLastWebPreferences();
    });
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
    });
    expect(
      await running.page.evaluate(() =>
        ["require", "process", "module", "global", "Buffer"].filter((n) => n in window),
      ),
    ).toEqual([]);
  });

  test("offers the page exactly what the shell's interface says", async () => {
    const surface = await running.page.evaluate(() =>
      Object.entries(window.backhaul).map(([name, value]) => `${name}: ${typeof value}`),
    );
    expect(surface.sort()).toEqual([
      "chooseFiles: function",
      "chooseFolder: function",
      "connect: function",
      "notify: function",
      "offer: function",
      "onMenu: function",
      "platform: string",
      "revealPacket: function",
      "saveAs: function",
      "setState: function",
    ]);
    const changed = await running.page.evaluate(() => {
      try {
        Object.assign(window.backhaul, { connect: "mine" });
      } catch {
        // Refusing with an error is fine as well.
      }
      return typeof window.backhaul.connect;
    });
    expect(changed).toBe("function");
  });

  test("has no developer tools", async () => {
    const open = await running.app.evaluate(async ({ BrowserWindow, Menu }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      const opened = new Promise((resolve) => contents?.once("devtools-opened", () => resolve(null)));
      contents?.openDevTools();
      await Promise.race([opened, new Promise((resolve) => setTimeout(resolve, 500))]);
      const roles = (Menu.getApplicationMenu()?.items ?? []).flatMap((item) => item.submenu?.items ?? []);
      return { tools: contents?.isDevToolsOpened(), roles: roles.map((item) => String(item.role).toLowerCase()) };
    });
    expect(open.tools).toBe(false);
    expect(open.roles.filter((role) => /devtools|reload/.test(role))).toEqual([]);
  });

  test("resolves no name and leaves Chromium's sandbox to the command line", async () => {
    const switches = await running.app.evaluate(({ app }) => ({
      rules: app.commandLine.getSwitchValue("host-resolver-rules"),
      // Tests run with --no-sandbox on Linux; the app must not have overruled it there and must sandbox everything elsewhere.
      decided: app.commandLine.hasSwitch("no-sandbox") !== app.commandLine.hasSwitch("enable-sandbox"),
    }));
    expect(switches).toEqual({ rules: "MAP * ~NOTFOUND", decided: true });
  });
});

test.describe("the content policy", () => {
  test("is a header that starts from nothing", async () => {
    const headers = await running.app.evaluate(async ({ session }) => {
      const response = await session.defaultSession.fetch("app://backhaul/index.html");
      return Object.fromEntries(response.headers);
    });
    const policy = headers["content-security-policy"] ?? "";
    expect(policy.split("; ")).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "connect-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
      ]),
    );
    expect(headers["x-content-type-options"]).toBe("nosniff");
  });

  test("stops scripts that are not files of ours", async () => {
    const ran = await running.page.evaluate(async () => {
      const script = document.createElement("script");
      script.textContent = "window.inlineRan = true";
      document.body.append(script);
      const handler = document.createElement("button");
      handler.setAttribute("onclick", "window.handlerRan = true");
      document.body.append(handler);
      handler.click();
      handler.remove();
      // A string to a timer is eval, outside of what the debugger is allowed.
      setTimeout("window.evalRan = true", 0);
      await new Promise((resolve) => setTimeout(resolve, 50));
      return ["inlineRan", "handlerRan", "evalRan"].filter((name) => name in window);
    });
    expect(ran).toEqual([]);
  });

  test("lets nothing through to other machines", async () => {
    const results = await running.page.evaluate(async (address) => {
      const reached = (work: Promise<unknown>) => work.then(() => "reached").catch(() => "blocked");
      const load = (tag: "img" | "script" | "link" | "iframe", attributes: Record<string, string>) =>
        new Promise((resolve, reject) => {
          const element = Object.assign(document.createElement(tag), attributes);
          element.addEventListener("error", () => reject(new Error(tag)));
          // A blocked frame loads an error page, so a load says nothing there; the server's log does.
          element.addEventListener("load", resolve);
          document.body.append(element);
        });
      const socket = new Promise((resolve, reject) => {
        const opened = new WebSocket(address.replace("http", "ws"));
        opened.addEventListener("open", resolve);
        opened.addEventListener("error", reject);
      });
      return {
        fetch: await reached(fetch(`${address}/fetch`)),
        socket: await reached(socket),
        image: await reached(load("img", { src: `${address}/image.png` })),
        script: await reached(load("script", { src: `${address}/script.js` })),
        style: await reached(load("link", { rel: "stylesheet", href: `${address}/style.css` })),
        beacon: navigator.sendBeacon(`${address}/beacon`),
        frame: await reached(load("iframe", { src: `${address}/frame` })).then(() => "tried"),
      };
    }, remote);
    expect(results).toMatchObject({
      fetch: "blocked",
      socket: "blocked",
      image: "blocked",
      script: "blocked",
      style: "blocked",
    });
    expect(hits).toEqual([]);
  });
});

test("requests from anywhere in the app stay inside it", async () => {
  const results = await running.app.evaluate(
    async ({ session }, addresses) => {
      const outcome = async (address: string) => {
        try {
          return (await session.defaultSession.fetch(address)).status;
        } catch {
          return "blocked";
        }
      };
      return Promise.all(addresses.map(outcome));
    },
    [`${remote}/fetch`, "https://example.com/", "file:///etc/hostname", "app://other/index.html"],
  );
  expect(results).toEqual(["blocked", "blocked", "blocked", "blocked"]);
  expect(hits).toEqual([]);
});

test("app:// serves the window's files and nothing else", async () => {
  const statuses = await running.app.evaluate(
    async ({ session }, addresses) => {
      const status = async (address: string) => [address, (await session.defaultSession.fetch(address)).status];
      return Object.fromEntries(await Promise.all(addresses.map(status)));
    },
    [
      "app://backhaul/index.html",
      "app://backhaul/../main/main.js",
      "app://backhaul/..%2fmain%2fmain.js",
      "app://backhaul/%2e%2e%2f%2e%2e%2fpackage.json",
      "app://backhaul/..%5cmain%5cmain.js",
      "app://backhaul//etc/hostname.html",
      "app://backhaul/assets/",
      "app://backhaul/nothing.js",
    ],
  );
  const { "app://backhaul/index.html": page, ...others } = statuses;
  expect(page).toBe(200);
  expect(new Set(Object.values(others))).toEqual(new Set([404]));
});

test.describe("going elsewhere", () => {
  test("is prevented, whatever asks for it", async () => {
    const { page } = running;
    const here = page.url();
    for (const address of [`${remote}/page`, "file:///etc/hostname", "app://other/index.html", "data:text/html,hello"])
      await page.evaluate(async (target) => {
        const link = Object.assign(document.createElement("a"), { href: target });
        document.body.append(link);
        link.click();
        link.remove();
        location.href = target;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }, address);
    expect(page.url()).toBe(here);
    expect(await page.evaluate(() => location.href)).toBe(here);
    expect(hits).toEqual([]);
  });

  test("a form goes nowhere", async () => {
    await running.page.evaluate(async (address) => {
      const form = Object.assign(document.createElement("form"), { action: `${address}/form`, method: "post" });
      document.body.append(form);
      form.submit();
      form.remove();
      await new Promise((resolve) => setTimeout(resolve, 100));
    }, remote);
    expect(running.page.url()).toBe("app://backhaul/index.html");
    expect(hits).toEqual([]);
  });

  test("no window opens; https goes to the browser, nothing else does", async () => {
    const opened = await running.app.evaluateHandle(({ shell }) => {
      const addresses: string[] = [];
      shell.openExternal = async (address) => void addresses.push(address);
      return addresses;
    });
    const windows = await running.page.evaluate((address) => {
      const targets = [
        "https://www.example.com/a",
        address,
        "file:///etc/hostname",
        "javascript:alert(1)",
        "app://backhaul/index.html",
        "about:blank",
      ];
      return targets.map((target) => window.open(target) === null);
    }, remote);
    expect(windows).toEqual([true, true, true, true, true, true]);
    expect(await opened.jsonValue()).toEqual(["https://www.example.com/a"]);
    expect(running.app.windows()).toHaveLength(1);
    expect(hits).toEqual([]);
  });

  test("a frame gets no bridge, and a webview is no webview", async () => {
    const inside = await running.page.evaluate(async () => {
      const frame = document.createElement("iframe");
      document.body.append(frame);
      const bridge = frame.contentWindow && "backhaul" in frame.contentWindow;
      frame.remove();
      const view = document.createElement("webview");
      return { bridge, view: "loadURL" in view };
    });
    expect(inside).toEqual({ bridge: false, view: false });
  });

  test("nothing is downloaded", async () => {
    const done = await running.app.evaluateHandle(({ session }) => {
      const states: string[] = [];
      session.defaultSession.on("will-download", (event) =>
        states.push(event.defaultPrevented ? "prevented" : "allowed"),
      );
      return states;
    });
    await running.page.evaluate(() => {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob(["hello"]));
      link.download = "hello.txt";
      link.click();
    });
    await running.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 200)));
    expect(await done.jsonValue()).not.toContain("allowed");
  });
});

test("every permission is denied", async () => {
  const answers = await running.page.evaluate(async () => {
    const names = [
      "geolocation",
      "notifications",
      "camera",
      "microphone",
      "clipboard-read",
      "midi",
      "persistent-storage",
    ];
    const asked = names.map((name) =>
      navigator.permissions.query({ name: name as PermissionName }).then((answer) => answer.state),
    );
    const media = await navigator.mediaDevices
      ?.getUserMedia({ audio: true, video: true })
      .catch((error: Error) => error.name);
    const place = new Promise((resolve) =>
      navigator.geolocation.getCurrentPosition(resolve, (error) => resolve(error.code)),
    );
    const notify = await Notification.requestPermission();
    return { states: await Promise.all(asked), media, place: await place, notify };
  });
  expect(new Set(answers.states)).toEqual(new Set(["denied"]));
  expect(answers.media).toBe("NotAllowedError");
  expect(answers.place).toBe(1);
  expect(answers.notify).toBe("denied");
});
