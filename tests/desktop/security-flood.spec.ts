/** More than the window may say at once, and what makes no sense: refused, and the rest of the app takes no harm. */
import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { launch, type Running } from "./support/app.ts";
import { callEngine } from "./support/engine-client.ts";

const MEGABYTE = 1024 * 1024;
let running: Running;
test.beforeAll(async () => {
  running = await launch();
});
test.afterAll(() => running.close());

const enginePid = () =>
  running.app.evaluate(({ app }) => app.getAppMetrics().find(({ name }) => name === "Backhaul engine")?.pid ?? 0);

/** The most memory a process ever held, in bytes, where the system tells. */
function peak(pid: number): number {
  if (process.platform !== "linux") return 0;
  const [, kilobytes] = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kilobytes) * 1024;
}

test.describe("100 MB of JSON", () => {
  test("to the engine are refused for little more than their own weight, and the engine goes on", async () => {
    const { page } = running;
    const send = () =>
      page.evaluate(
        async (size) => (await window.testEngine.call(["findings", "list"], { search: "x".repeat(size) })).code,
        100 * MEGABYTE,
      );
    await callEngine(page, ["workspace", "status"], {});
    const pid = await enginePid();
    const before = peak(pid);
    expect(await send()).toBe("PAYLOAD_TOO_LARGE");
    // It arrives as one text, which is measured and let go: nothing of it is parsed.
    expect(peak(pid) - before).toBeLessThan(400 * MEGABYTE);
    for (let n = 0; n < 4; n++) expect(await send()).toBe("PAYLOAD_TOO_LARGE");
    expect(await enginePid()).toBe(pid);
    expect(await callEngine(page, ["workspace", "status"], {})).toHaveProperty("value");
  });

  test("to the shell are refused, and the window goes on", async () => {
    const { app, page } = running;
    const main = app.process().pid;
    const refused = await page.evaluate(async (size) => {
      const text = "x".repeat(size);
      return window.backhaul.saveAs({ suggestedName: text, kind: "pdf" }).then(
        () => "accepted",
        (error: Error) => error.message,
      );
    }, 100 * MEGABYTE);
    expect(refused).toBe("Refused: saveAs does not take that.");
    expect(app.process().pid).toBe(main);
    expect(await callEngine(page, ["workspace", "status"], {})).toHaveProperty("value");
  });
});

test("noise on the engine's port stops nothing", async () => {
  const { page } = running;
  const pid = await enginePid();
  await page.evaluate(() => {
    const circle: unknown[] = [];
    circle.push(circle);
    const noise = [
      "",
      "{",
      "null",
      '{"i":"1"}',
      '{"i":"1","p":null}',
      '{"i":"1","p":{"u":5}}',
      '{"i":"1","p":{"u":"/workspace/status","h":{"content-type":"multipart/form-data"}}}',
      '{"i":"1","p":{"u":"http://[","b":{}}}',
      '{"i":"1","t":3,"p":null}',
      "[".repeat(1_000_000),
      null,
      1,
      circle,
      new Uint8Array([255, 255]),
      new Blob(["x"]),
      { i: "1", p: { u: "/workspace/status" } },
    ];
    for (const one of noise) window.testEngine.post(one);
  });
  expect(await callEngine(page, ["workspace", "status"], {})).toHaveProperty("value");
  expect(await enginePid()).toBe(pid);
});
