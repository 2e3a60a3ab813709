/** The original of a finding that rests on a PDF: its page as printed, with the line marked, and nothing in it that could do anything. */
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, type Locator, test } from "@playwright/test";
import { invoicePdf } from "../documents/pdf-support.ts";
import { expectAccessible } from "./support/accessibility.ts";
import { launch, type Running } from "./support/app.ts";
import { importAll, newFolder, preview } from "./support/documents.ts";
import { withScript } from "./support/hostile-pdf.ts";
import { createWorkspace, open } from "./support/sample.ts";

test.describe.configure({ mode: "serial" });

const SERVICE = "Standard Parcel Electric - Rivian MEDIUM - Block of 10 Hours";
const NAMES = ["INV-HARBOR-0000000614", "INV-HARBOR-0000000615"] as const;

let running: Running;
let folder: string;

/** An invoice whose one line pays less than its quantity and rate come to: 12 at 325.00 are 3,900.00. */
async function shortInvoice(number: string, from: string, to: string, paid: string): Promise<Uint8Array> {
  return await invoicePdf({
    labels: [
      ["Invoice Number", number],
      ["Invoice Date", `September ${to.slice(3, 5)}, 2026`],
      ["Station", "Memphis (DXA4) - Amazon.com"],
      ["Service Period", `${from} - ${to}`],
    ],
    header: ["Description", "Rate", "Quantity", "Amount"],
    rows: [
      ["Routes", "", "12", paid],
      [SERVICE, "325.00", "12", paid],
      ["Total Due", "", "", `$${paid}`],
    ],
    more: { footer: { text: "Read more", link: "https://example.com/steal", margin: [40, 0] } },
  });
}

test.beforeAll(async () => {
  running = await launch({ day: "2026-09-28T15:00:00Z" });
  folder = await newFolder();
  const { page } = running;
  await createWorkspace(page);
  const [plain, hostile] = NAMES.map((name) => join(folder, `${name}.pdf`)) as [string, string];
  await writeFile(plain, await shortInvoice(NAMES[0], "09/06/2026", "09/12/2026", "3,800.00"));
  await writeFile(hostile, withScript(await shortInvoice(NAMES[1], "09/13/2026", "09/19/2026", "3,750.00")));
  await preview(page, [plain, hostile]);
  await importAll(page);
  await open(page, "Review");
});
test.afterAll(async () => {
  await running.close();
  await rm(folder, { recursive: true });
});

/** Opens the source of the finding that comes to an amount. */
async function source(amount: string): Promise<{ dialog: Locator; picture: Locator }> {
  const { page } = running;
  const findings = page.getByRole("grid", { name: "Findings" });
  await findings.getByRole("row").filter({ hasText: "Line arithmetic" }).filter({ hasText: amount }).click();
  await expect(page.getByRole("region", { name: "Finding", exact: true })).toContainText(amount);
  await page.keyboard.press("o");
  const dialog = page.getByRole("dialog");
  return { dialog, picture: dialog.getByRole("img", { name: /^Page 1 of INV-HARBOR-\d+\.pdf, line \d+ marked$/ }) };
}

async function close(dialog: Locator): Promise<void> {
  await running.page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
}

test("the key o opens the page with the line marked, and says the line as text", async () => {
  const { page } = running;
  const { dialog, picture } = await source("$100.00");
  await expect(picture).toBeVisible();
  const line = dialog.getByRole("table", { name: /^Line \d+ of page 1$/ });
  for (const text of [SERVICE, "325.00", "12", "3,800.00"])
    await expect(line.getByRole("cell", { name: text, exact: true })).toBeVisible();
  await expect(picture.locator("[data-line]")).toBeInViewport();
  expect(await inkUnderTheBand(picture)).toBeGreaterThan(200);
  await expectAccessible(page);
  await dialog.getByText("Text", { exact: true }).click();
  await expect(dialog.locator('tr[aria-current="true"]')).toContainText("3,800.00");
  await close(dialog);
});

test("a page is turned and made larger by keyboard", async () => {
  const { page } = running;
  const { dialog, picture } = await source("$100.00");
  await expect(picture).toBeVisible();
  const before = (await picture.boundingBox())?.width ?? 0;
  await dialog.getByRole("button", { name: "Larger" }).press("Enter");
  await expect.poll(async () => (await picture.boundingBox())?.width ?? 0).toBeGreaterThan(before * 1.4);
  await expect(dialog.getByRole("button", { name: "Next page" })).toBeDisabled();
  await expect(dialog).toContainText("Page 1 of 1");
  await close(dialog);
  await expect(page.getByRole("grid", { name: "Findings" })).toBeVisible();
});

test("a PDF that wants to run something, or to lead somewhere, is only ink", async () => {
  const { app, page, complaints } = running;
  const asked: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith("app://") && !request.url().startsWith("data:")) asked.push(request.url());
  });
  page.on("dialog", (opened) => asked.push(opened.message()));
  const { dialog, picture } = await source("$150.00");
  await expect(picture).toBeVisible();
  expect(await inkUnderTheBand(picture)).toBeGreaterThan(200);
  await expect(dialog.locator("a, iframe, object, embed, [data-annotation-id], form")).toHaveCount(0);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  expect(await page.evaluate(() => "hostile" in window)).toBe(false);
  expect(page.url()).toMatch(/^app:\/\/backhaul\/index\.html/);
  expect(asked).toEqual([]);
  expect(complaints.filter((text) => /Content Security Policy|Uncaught|TypeError/.test(text))).toEqual([]);
  await close(dialog);
});

/** Dark points of the picture where the marked line is said to be: text, not the white beside it. */
async function inkUnderTheBand(picture: Locator): Promise<number> {
  await expect(picture.locator("[data-line]")).toBeVisible();
  return picture.evaluate((element) => {
    const canvas = element.querySelector("canvas");
    const box = element.querySelector("[data-line]")?.getBoundingClientRect();
    const page = canvas?.getBoundingClientRect();
    const ink = canvas?.getContext("2d");
    if (!canvas || !box || !page || !ink) return 0;
    const scale = canvas.width / page.width;
    const x = (box.left - page.left) * scale;
    const y = (box.top - page.top) * scale;
    const { data } = ink.getImageData(x, y, box.width * scale, box.height * scale);
    return data.filter((value, index) => index % 4 === 0 && value < 100).length;
  });
}
