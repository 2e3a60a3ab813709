/** Speaks to the engine the way the window does, from inside the window, over a port of the test's own. */
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { build } from "vite";

let bundle: Promise<string> | undefined;

/** What a call came to: what it returned (all events of a stream), or the code of the error. */
export interface Outcome {
  readonly value?: unknown;
  readonly code?: string;
  readonly message?: string;
}

/** Calls any path with any input, whether or not the contract knows it. */
export async function callEngine(page: Page, path: readonly string[], input: unknown): Promise<Outcome> {
  await connect(page);
  return page.evaluate(({ path, input }) => window.testEngine.call(path, input), { path: [...path], input });
}

/** Gives the page a port and a client of the test's own, once. The page is loaded again, so that the client listens first. */
async function connect(page: Page): Promise<void> {
  if (await page.evaluate(() => "testEngine" in window)) return;
  bundle ??= bundleClient();
  await page.addInitScript({ content: await bundle });
  await page.reload();
}

async function bundleClient(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      minify: false,
      rolldownOptions: {
        input: join(import.meta.dirname, "in-page.ts"),
        output: { format: "iife" },
      },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  const chunk = output && "output" in output ? output.output[0] : undefined;
  if (!chunk) throw new Error("The test's client could not be bundled.");
  return chunk.code;
}
