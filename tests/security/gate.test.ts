/** The gate between the window and the shell: who is heard, and what they may say. */
import { describe, expect, it } from "vitest";
import { channel, type Handlers, isFromWindow, MESSAGES, openGate } from "#main/desktop/gate.ts";

const APP = "app://backhaul/index.html";
type Invoke = (event: { senderFrame: unknown }, ...args: unknown[]) => unknown;

/** A gate on a window of which only what the gate looks at exists. */
function gate() {
  const mainFrame = { url: APP };
  const listening = new Map<string, Invoke>();
  const ipc = { handle: (name: string, listener: Invoke) => void listening.set(name, listener) };
  const window = { webContents: { mainFrame, ipc } } as unknown as Parameters<typeof openGate>[0];
  const heard: unknown[][] = [];
  const handlers = Object.fromEntries(
    Object.keys(MESSAGES).map((name) => [name, (...args: unknown[]) => void heard.push([name, ...args])]),
  ) as unknown as Handlers;
  openGate(window, handlers);
  const say = (senderFrame: unknown, name: string, ...args: unknown[]) =>
    listening.get(channel(name))?.({ senderFrame }, ...args);
  return { window, mainFrame, listening, heard, say };
}

describe("who is heard", () => {
  it("is the window's own page", () => {
    const { mainFrame, heard, say } = gate();
    say(mainFrame, "connect");
    expect(heard).toEqual([["connect"]]);
  });

  it.each([
    ["a frame inside it that shows the same page", { url: APP }],
    ["a frame of another page", { url: "https://example.com/" }],
    ["a frame that is gone", null],
  ])("is not %s", (_who, frame) => {
    const { window, heard, say } = gate();
    expect(isFromWindow(window, { senderFrame: frame as never })).toBe(false);
    for (const name of Object.keys(MESSAGES)) expect(() => say(frame, name)).toThrow("does not come from the window");
    expect(heard).toEqual([]);
  });

  it.each(["https://example.com/", "file:///etc/hostname", "app://backhaul.evil/index.html", "data:text/html,x", ""])(
    "is not the window itself once it shows %s",
    (url) => {
      const { mainFrame, heard, say } = gate();
      mainFrame.url = url;
      expect(() => say(mainFrame, "chooseFiles")).toThrow("does not come from the window");
      expect(heard).toEqual([]);
    },
  );
});

describe("what they may say", () => {
  it("is the messages of the list, and no name of any object", () => {
    const { listening } = gate();
    expect([...listening.keys()].sort()).toEqual(Object.keys(MESSAGES).map(channel).sort());
    for (const name of ["constructor", "__proto__", "toString", "hasOwnProperty"])
      expect(listening.has(channel(name)), name).toBe(false);
  });

  const long = "x".repeat(100 * 1024 * 1024);
  it.each<[string, string, ...unknown[]]>([
    ["a hundred megabytes of title", "setState", { title: long, busy: false }],
    ["a hundred megabytes of name", "saveAs", { suggestedName: long, kind: "pdf" }],
    ["a path of a hundred megabytes", "offer", [long]],
    ["a million files", "offer", Array.from({ length: 1_000_000 }, () => "/a")],
    ["no file", "offer", []],
    ["an object for a path", "offer", [{ toString: () => "/etc/passwd" }]],
    ["an ending that runs", "saveAs", { suggestedName: "packet", kind: "exe" }],
    ["a place to save", "saveAs", { suggestedName: "packet", kind: "pdf", defaultPath: "/etc/cron.d/x" }],
    ["an extra key", "setState", { title: "a", busy: true, closable: false }],
    ["an extra argument", "connect", 1],
    ["half an argument", "setState", { title: "a" }],
    ["a prototype", "setState", JSON.parse('{"title":"a","busy":true,"__proto__":{"polluted":true}}')],
  ])("is not %s", (_what, name, ...args) => {
    const { mainFrame, heard, say } = gate();
    expect(() => say(mainFrame, name, ...args)).toThrow(`Refused: ${name} does not take that.`);
    expect(heard).toEqual([]);
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  });
});
