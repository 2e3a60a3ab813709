/** The owner's control sheet on the Board: expected, paid and difference of each week, and what cannot be verified. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { read, utils } from "xlsx";
import { expectAccessible } from "./support/accessibility.ts";
import { launch, type Running } from "./support/app.ts";
import { importAll, newFolder, preview, serviceDetails, writeCsv } from "./support/documents.ts";
import { createWorkspace, dollars, open, openSample, TRUTH } from "./support/sample.ts";

test.describe.configure({ mode: "serial" });

let running: Running;
test.beforeAll(async () => {
  running = await launch({ day: "2026-08-19T15:00:00Z" });
  await openSample(running.page);
});
test.afterAll(() => running.close());

/** What was planted of a family in a station's week, in cents; what may be taken back lowers it. */
function planted(family: string, station: string, week: string): number {
  const leaks = TRUTH.leaks.filter(
    (leak) => leak.code.startsWith(family) && leak.station === station && leak.period === week,
  );
  return leaks.reduce(
    (sum, { amountCents, direction }) => sum + (amountCents ?? 0) * (direction === "exposure" ? -1 : 1),
    0,
  );
}

const sheet = () => running.page.getByRole("table", { name: "Control sheet" });

test("each week of each station shows what the checks found, to the cent", async () => {
  for (const [week, name] of [
    ["2026-08-09", "Week 33"],
    ["2026-08-02", "Week 32"],
  ] as const) {
    for (const station of ["DTN7", "DXA4"]) {
      const row = sheet().getByRole("row").filter({ hasText: name }).filter({ hasText: station });
      for (const family of ["A", "B"]) {
        const cents = planted(family, station, week);
        if (cents === 0) continue;
        await expect(row.getByRole("link", { name: `${dollars(cents)} difference, ${station}` })).toBeVisible();
      }
    }
  }
});

test("everybody can read it", () => expectAccessible(running.page));

test("one station's sheet has that station only", async () => {
  const { page } = running;
  await page.getByRole("radiogroup", { name: "Station" }).getByText("DXA4").click();
  await expect(sheet().getByRole("cell", { name: "DTN7", exact: true })).toHaveCount(0);
  await expect(sheet().getByRole("cell", { name: "DXA4", exact: true })).toHaveCount(2);
});

test("the sheet is written as a workbook", async () => {
  const { page, userData } = running;
  await page.getByRole("button", { name: "Export as XLSX" }).click();
  const said = page.getByRole("region", { name: "Control sheet" }).getByRole("status");
  await expect(said).toContainText("Control sheet 2026-08-09 DXA4.xlsx is written");
  const [folder = ""] = await readdir(join(userData, "workspaces"), { withFileTypes: true }).then((entries) =>
    entries.filter((entry) => entry.isDirectory()).map(({ name }) => name),
  );
  const file = join(userData, "workspaces", folder, "packets", "Control sheet 2026-08-09 DXA4.xlsx");
  const book = read(await readFile(file));
  const rows = utils.sheet_to_json<unknown[]>(book.Sheets["Control sheet"] ?? {}, { header: 1 });
  expect(rows.slice(1).map(([week, station]) => [week, station])).toEqual([
    ["2026-08-09", "DXA4"],
    ["2026-08-02", "DXA4"],
  ]);
});

test("a difference leads to its findings in Review", async () => {
  const { page } = running;
  const row = sheet().getByRole("row").filter({ hasText: "Week 32" });
  await row.getByRole("link", { name: dollars(planted("A", "DXA4", "2026-08-02")) }).click();
  await expect(page.getByRole("main", { name: "Review" })).toBeVisible();
  const count = TRUTH.leaks.filter(
    ({ code, station, period }) => code.startsWith("A") && station === "DXA4" && period === "2026-08-02",
  ).length;
  await expect(page.getByRole("main").getByRole("status").first()).toContainText(`${count} findings`);
});

test("what cannot be verified is said in words, never shown as equal", async () => {
  const fresh = await launch();
  const { page } = fresh;
  await createWorkspace(page);
  const lines = serviceDetails([["2026-08-03", "Dana Whitlock", "CX1", 150]]);
  const folder = await newFolder();
  await preview(page, [await writeCsv(join(folder, "service-details.csv"), lines, "2026-08-09T12:00:00Z")]);
  await importAll(page);
  await open(page, "Board");
  const row = page.getByRole("table", { name: "Control sheet" }).getByRole("row").filter({ hasText: "Week 32" });
  await expect(row.getByRole("cell", { name: "not verified", exact: true })).not.toHaveCount(0);
  await expect(row.getByRole("link")).toHaveCount(0);
  await expect(page.getByText(/Not verified for want of: .*variable invoice/)).toBeVisible();
  await fresh.close();
});
