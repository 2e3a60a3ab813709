/** A packet of a thousand findings, in a process with little memory. */
import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

test("1,000 findings with all their evidence are set within 384 MB of heap", () => {
  const script = new URL("./large-packet.ts", import.meta.url).pathname;
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--max-old-space-size=384", script], {
    encoding: "utf8",
  });
  expect(stderr).toBe("");
  expect(status).toBe(0);
  const { pages, steps, shown } = JSON.parse(stdout);
  expect(pages).toBeGreaterThan(700);
  // It breathes between pages: a cancel that waits is heard.
  expect(steps).toBeGreaterThan(pages);
  expect(shown).toBe(1_000);
}, 300_000);
