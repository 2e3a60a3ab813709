/** Small documents of an invented company, written to a folder of the test's own with a time of their own. */
import { mkdtemp, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { dropFiles } from "./drop.ts";

/** A new empty folder for files to drop. */
export function newFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), "backhaul-files-"));
}

/** Writes a CSV and gives it its own time (ISO instant), by which a later file takes the place of an earlier one. */
export async function writeCsv(path: string, lines: readonly string[], time: string): Promise<string> {
  await writeFile(path, `${lines.join("\r\n")}\r\n`);
  await utimes(path, new Date(time), new Date(time));
  return path;
}

const SERVICE_TITLES =
  "Date,Station,DSP short code,Delivery Associate,Route,Service Type,Planned Duration,Log in,Log out,Total Distance Planned,Total Distance Allowance,Distance unit,Shipments Delivered,Shipments Returned,Pickup Packages,Excluded?";

/** Service details: a line for each day, associate, route and number of delivered shipments. */
export function serviceDetails(lines: readonly (readonly [string, string, string, number])[]): string[] {
  return [
    SERVICE_TITLES,
    ...lines.map(
      ([day, associate, route, delivered]) =>
        `${day},Memphis (DXA4)- Amazon.com,HLNE,${associate},${route},Standard Parcel - Large Van,10 hr,${day} 10:00:00,${day} 20:00:00,60,60,mi,${delivered},1,0,no`,
    ),
  ];
}

/** Drops files and waits for their preview. */
export async function preview(page: Page, paths: readonly string[]): Promise<void> {
  await dropFiles(page, paths);
  await expect(page.getByRole("table", { name: "Files in this preview" })).toBeVisible({ timeout: 20_000 });
}

/** Imports what is previewed with its one key and waits until it is checked. */
export async function importAll(page: Page): Promise<void> {
  await page.keyboard.press("i");
  await expect(page.getByRole("heading", { name: "Imported" })).toBeVisible({ timeout: 30_000 });
}
