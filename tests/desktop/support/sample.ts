/** The sample company the app ships with: its files, what is wrong in them, and the app with them imported. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { z } from "zod";

const FOLDER = join(import.meta.dirname, "..", "..", "..", "resources", "sample-company");

/** What somebody who gets the sample company's files drops on the window: four folders. */
export const SAMPLE_FILES = ["company", "lease", "2026-08-02", "2026-08-09"].map((name) => join(FOLDER, name));

const truth = z.object({
  dsp: z.string(),
  leaks: z.array(
    z.object({
      code: z.string(),
      station: z.string().nullable(),
      period: z.string(),
      direction: z.string(),
      amountCents: z.int().nullable(),
    }),
  ),
});

/** The leaks that were put into the files, by the list that was made with them. */
export const TRUTH = truth.parse(JSON.parse(readFileSync(join(FOLDER, "truth.json"), "utf8")));

/** The leaks' money of some directions, in cents. */
export function leaked(...directions: readonly string[]): number {
  const counted = TRUTH.leaks.filter(({ direction }) => directions.includes(direction));
  return counted.reduce((sum, { amountCents }) => sum + (amountCents ?? 0), 0);
}

/** Dollars and cents as screens and packets show them. */
export function dollars(cents: number): string {
  return (cents / 100).toLocaleString("en-US", { style: "currency", currency: "USD" });
}

/** From the first start to a workspace of one's own, ready for files. */
export async function createWorkspace(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Start your own" }).click();
  await page.getByLabel("DSP code").fill(TRUTH.dsp);
  await page.getByLabel("Station code").fill("DXA4");
  await page.getByLabel("Station name").fill("Harbor");
  await page.getByRole("combobox", { name: "State" }).click();
  await page.getByRole("option", { name: "California" }).click();
  await page.getByRole("button", { name: "Create workspace" }).click();
  await expect(page.getByRole("heading", { name: "Inbox" })).toBeVisible();
}

/** From the first start to the sample company, imported and checked. */
export async function openSample(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Open the sample company" }).click();
  await expect(page.getByRole("main", { name: "Board" })).toBeVisible({ timeout: 30_000 });
}

/** Goes to a screen by its tab and waits for it. */
export async function open(
  page: Page,
  screen: "Board" | "Inbox" | "Review" | "Claims" | "Ledger" | "Setup",
): Promise<void> {
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: screen }).click();
  await expect(page.getByRole("main", { name: screen })).toBeVisible();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}
