/** People: who acts, what their role may do, and the PIN that is asked for when the app starts again. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./support/accessibility.ts";
import { launch, type Running } from "./support/app.ts";
import { open, openSample } from "./support/sample.ts";

const DAY = "2026-08-18";
const PIN = "604193";

let userData: string;
let running: Running;
test.beforeEach(async () => {
  userData = await mkdtemp(join(tmpdir(), "backhaul-people-"));
  running = await launch({ userData, day: DAY });
});
test.afterEach(async () => {
  await running.close();
  await rm(userData, { recursive: true, force: true, maxRetries: 3 });
});

async function openSetup(page: Page, section: string): Promise<void> {
  await open(page, "Setup");
  await page.getByRole("navigation", { name: "Setup" }).getByRole("link", { name: section, exact: true }).click();
}

/** Adds a person in Setup by keyboard alone. */
async function add(page: Page, button: string, name: string): Promise<void> {
  await page.getByRole("button", { name: button }).press("Enter");
  const dialog = page.getByRole("dialog", { name: button });
  await expect(dialog.getByRole("textbox", { name: "Name" })).toBeFocused();
  await page.keyboard.type(name);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("rowheader", { name: new RegExp(`^${name}`) })).toBeVisible();
}

/** Lets somebody else act, by keyboard alone. */
async function switchTo(page: Page, name: string, pin?: string): Promise<void> {
  await page.getByRole("button", { name: /^Acting as/ }).press("Enter");
  await page.getByRole("menuitem", { name: new RegExp(`^${name}`) }).press("Enter");
  if (pin !== undefined) {
    await expect(page.getByRole("dialog", { name: `Switch to ${name}` }).getByLabel(/^PIN of/)).toBeFocused();
    await page.keyboard.type(pin);
    await page.keyboard.press("Enter");
  }
  await expect(page.getByRole("button", { name: `Acting as ${name}` })).toBeVisible();
}

/** An owner with a PIN, one of the staff, and a limit for dismissals. */
async function office(page: Page): Promise<void> {
  await openSample(page);
  await expect(page.getByRole("button", { name: /^Acting as/ })).toHaveCount(0);
  await openSetup(page, "People");
  await expectAccessible(page);
  await add(page, "Add yourself", "Dana");
  await add(page, "Add a person", "Priya");
  const dialog = page.getByRole("dialog", { name: "Set your PIN" });
  // While the list is being drawn anew for the person just added, a key may meet a button that is about to be replaced.
  await expect(async () => {
    await page.getByRole("button", { name: "Set your PIN" }).press("Enter");
    await expect(dialog).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await dialog.getByLabel(/^New PIN(?!,)/).fill(PIN);
  await dialog.getByLabel("New PIN, again").fill("604194");
  await page.keyboard.press("Enter");
  await expect(dialog.getByText("The two are not the same")).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel("New PIN, again").fill(PIN);
  await page.keyboard.press("Enter");
  await expect(dialog).toHaveCount(0);
  await page.getByLabel("Only an owner may dismiss above").fill("250");
  await page.keyboard.press("Enter");
  await expect(
    page.getByText("Above $250.00 only owners dismiss a finding or write off what a claim did not bring."),
  ).toBeVisible();
  await expectAccessible(page);
}

/** The row of the finding with the most money. */
const largest = (page: Page) => page.getByRole("row").filter({ hasText: "$2,020.72" });

/** Dismisses the finding with the most money. */
async function dismissLargest(page: Page): Promise<void> {
  await page.keyboard.press("3");
  await expect(page.getByRole("main", { name: "Review" })).toBeVisible();
  await page.getByRole("grid").focus();
  await page.keyboard.press("d");
  await page.getByRole("dialog", { name: "Dismiss finding" }).getByRole("textbox").fill("Settled by phone");
  await page.keyboard.press("Enter");
}

test("staff cannot set a parameter or dismiss above the limit, and see why; an owner can", async () => {
  const { page } = running;
  await office(page);
  await switchTo(page, "Priya");

  await openSetup(page, "Checks");
  await page.getByRole("textbox", { name: "Search the checks" }).fill("A13");
  await page.getByRole("button", { name: /Change A13: Hours of delay/ }).click();
  const form = page.getByRole("form", { name: /Change A13: Hours of delay/ });
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByRole("alert")).toHaveText(
    "Nothing was saved. Only a manager or an owner can do this. Ask one of them, or switch to your own name.",
  );
  await openSetup(page, "People");
  await expect(page.getByRole("button", { name: "Add a person" })).toHaveCount(0);
  await expect(page.getByText("Ask an owner to change this list.")).toBeVisible();
  await expectAccessible(page);

  await dismissLargest(page);
  await expect(page.getByText("Only an owner can dismiss findings above $250.00.").first()).toBeVisible();
  await expect(largest(page)).toContainText("Open");

  await switchTo(page, "Dana", PIN);
  await dismissLargest(page);
  await expect(largest(page)).toContainText("Dismissed");
});

test("after a restart nothing is shown before the PIN is given", async () => {
  await office(running.page);
  await running.close();
  running = await launch({ userData, day: DAY });
  const { page } = running;
  const who = page.getByRole("main", { name: "Who are you?" });
  await expect(who).toBeVisible();
  await expect(page.getByRole("main", { name: "Board" })).toHaveCount(0);
  await expectAccessible(page);
  await expect(who.getByRole("button", { name: /^Dana/ })).toBeFocused();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Switch to Dana" });
  await expect(dialog.getByLabel("PIN of Dana")).toBeFocused();
  await page.keyboard.type("0000");
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("alert")).toHaveText("This is not the PIN of Dana.");
  await expectAccessible(page);
  await page.keyboard.type(PIN);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main", { name: "Board" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Acting as Dana" })).toBeVisible();
});

test("people fit 1024 x 700, and somebody without a PIN goes on where they were", async () => {
  const { app, page } = running;
  await office(page);
  await add(page, "Add a person", "Maximiliana Wojciechowska-Trần Santillán");
  await switchTo(page, "Maximiliana");
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1024, 700));
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(1024);
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(beyond).toBeLessThanOrEqual(0);
  await expectAccessible(page);
  await running.close();
  running = await launch({ userData, day: DAY });
  await expect(running.page.getByRole("main", { name: "Board" })).toBeVisible();
});
