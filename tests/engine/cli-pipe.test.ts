/** The command line in a pipe whose reader goes away. */
import { spawn } from "node:child_process";
import { expect, it } from "vitest";

const CLI = new URL("../../src-main/cli/backhaul.mjs", import.meta.url).pathname;

it("ends as it would have when nobody reads its output any more", async () => {
  const child = spawn(process.execPath, [CLI, "--help"], { stdio: ["ignore", "pipe", "pipe"] });
  child.stdout.destroy();
  let errors = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    errors += text;
  });
  const code = await new Promise((resolve) => child.on("close", resolve));
  expect([code, errors]).toEqual([0, ""]);
});
