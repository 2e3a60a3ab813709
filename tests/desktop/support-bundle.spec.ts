/** The support bundle in Setup: read before it is saved, and saved as it was read. */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { unzipSync } from "fflate";
import { expectAccessible } from "./support/accessibility.ts";
import { launch, type Running } from "./support/app.ts";
import { open, openSample } from "./support/sample.ts";

let running: Running;
let folder: string;
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "backhaul-support-"));
  running = await launch();
});
test.afterAll(async () => {
  await running.close();
  await rm(folder, { recursive: true });
});

test("every word of it is shown, and saved where the user says", async () => {
  const { app, page } = running;
  await openSample(page);
  await open(page, "Setup");
  await page.getByRole("link", { name: "Data" }).click();
  const panel = page.getByRole("region", { name: "Support bundle" });
  await panel.getByRole("button", { name: "Show what it holds" }).click();
  await expect(panel.getByRole("status")).toHaveText("This is every word of it.", { timeout: 20_000 });
  await expect(panel.getByText("The workspace is whole.")).toBeVisible();
  await panel.getByText("counts.txt", { exact: true }).click();
  await expect(panel.getByText(/variable invoice: \d+/)).toBeVisible();
  await expectAccessible(page);

  const file = join(folder, "bundle.zip");
  const asked = await app.evaluateHandle(({ dialog }, filePath) => {
    const options: unknown[] = [];
    dialog.showSaveDialog = (async (_window: unknown, given: unknown) => {
      options.push(given);
      return { canceled: false, filePath };
    }) as typeof dialog.showSaveDialog;
    return options;
  }, file);
  await panel.getByRole("button", { name: "Save…" }).click();
  await expect(panel.getByRole("status")).toContainText("bundle.zip is written.", { timeout: 20_000 });
  expect(await asked.jsonValue()).toMatchObject([
    { defaultPath: expect.stringMatching(/Backhaul support \d{4}-\d{2}-\d{2}\.zip$/) },
  ]);
  const files = unzipSync(await readFile(file));
  expect(Object.keys(files)).toEqual([
    "READ-ME-FIRST.txt",
    "versions.txt",
    "counts.txt",
    "parameters.txt",
    "verify.txt",
    "faults.txt",
  ]);
  for (const name of ["counts.txt", "verify.txt"])
    await expect(panel.locator("details", { has: page.getByText(name, { exact: true }) }).locator("pre")).toHaveText(
      new TextDecoder().decode(files[name]).trim(),
    );
});
