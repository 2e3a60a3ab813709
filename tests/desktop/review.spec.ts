/** Review by keyboard: from the Board to ten decisions, groups, views that are kept, many findings at once, and whether everybody can use it. */
import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./support/accessibility.ts";
import { launch, type Running } from "./support/app.ts";
import { callEngine } from "./support/engine-client.ts";
import { openSample, TRUTH } from "./support/sample.ts";

test.describe.configure({ mode: "serial" });

let running: Running;
test.beforeAll(async () => {
  running = await launch({ day: "2026-08-19T15:00:00Z" });
  await openSample(running.page);
});
test.afterAll(() => running.close());

const all = TRUTH.leaks.length;
const queue = (page: Page) => page.locator('table[aria-label="Findings"]');
const active = (page: Page) => queue(page).locator("tr[data-active]");
const line = (page: Page, index: number) => queue(page).locator(`tr[data-index="${index}"]`);
const pane = (page: Page) => page.getByRole("region", { name: "Finding", exact: true });
const outcome = (page: Page) => page.getByRole("region", { name: "Last decision" });

/** How many findings the list says match. */
const matching = (page: Page) => page.getByRole("main").getByText(/^\d+ findings? · /);

async function toReview(page: Page): Promise<void> {
  await page.keyboard.press("1");
  await expect(page.getByRole("main", { name: "Board" })).toBeVisible();
  await page.keyboard.press("3");
  await expect(line(page, 0)).toHaveAttribute("data-active", "true");
}

/** Presses keys one after the other, as a person does: the next one when the row in hand has followed. */
async function moveTo(page: Page, key: string, index: number): Promise<void> {
  await page.keyboard.press(key);
  await expect(line(page, index)).toHaveAttribute("data-active", "true");
}

async function menuClosed(page: Page): Promise<void> {
  await expect(page.getByRole("menu")).toHaveCount(0);
}

test("the owner decides ten findings with the keyboard alone", async () => {
  const { page } = running;
  await toReview(page);
  for (let index = 0; index < 10; index += 1) {
    await expect(line(page, index).getByText("Open", { exact: true })).toBeVisible();
    if (index % 4 === 3) {
      await page.keyboard.press("d");
      const dialog = page.getByRole("dialog", { name: "Dismiss finding" });
      await expect(dialog.getByLabel("Reason")).toBeFocused();
      await page.keyboard.type("Agreed with the dispatcher");
      await page.keyboard.press("Enter");
      await expect(dialog).toHaveCount(0);
      await expect(line(page, index)).toContainText("Dismissed");
    } else {
      await page.keyboard.press("c");
      await expect(line(page, index)).toContainText("Confirmed");
    }
    // What is decided stays where it is.
    await expect(line(page, index)).toHaveAttribute("data-active", "true");
    await moveTo(page, index % 2 === 0 ? "j" : "ArrowDown", index + 1);
  }
  await expect(matching(page)).toContainText(`${all - 10} findings`);
  await toReview(page);
  await expect(queue(page)).toHaveAttribute("aria-rowcount", String(all - 10 + 1));
});

test("a confirmed finding names the claim it joined, and undo takes it out again", async () => {
  const { page } = running;
  await page.keyboard.press("c");
  await expect(line(page, 0)).toContainText("Confirmed");
  await expect(line(page, 0).getByRole("link", { name: /^C-\d{4}$/ })).toBeVisible();
  await expect(outcome(page)).toContainText(/^Finding confirmed\. In C-\d{4}\./);
  await expect(pane(page).getByRole("link", { name: /^C-\d{4}$/ })).toBeVisible();
  await page.keyboard.press("u");
  await expect(line(page, 0)).toContainText("Open");
  await expect(line(page, 0).getByRole("link", { name: /^C-\d{4}$/ })).toHaveCount(0);
});

test("the first, the last and a screenful are one key away", async () => {
  const { page } = running;
  await moveTo(page, "End", all - 11);
  await moveTo(page, "Home", 0);
  await page.keyboard.press("PageDown");
  const index = Number(await active(page).getAttribute("data-index"));
  expect(index).toBeGreaterThan(3);
  await page.keyboard.press("PageUp");
  await expect(line(page, 0)).toHaveAttribute("data-active", "true");
});

test("what lies between two findings is selected with Shift, decided as one and undone as one", async () => {
  const { page } = running;
  await moveTo(page, "j", 1);
  for (let index = 2; index <= 4; index += 1) await moveTo(page, "Shift+J", index);
  const bulk = page.getByRole("toolbar", { name: "Selected findings" });
  await expect(bulk).toContainText("4 selected");
  await page.keyboard.press("d");
  const dialog = page.getByRole("dialog", { name: "Dismiss 4 findings" });
  await dialog.getByRole("button", { name: "Too small to pursue" }).click();
  await page.keyboard.press("Enter");
  await expect(dialog).toHaveCount(0);
  await expect(outcome(page)).toContainText("4 findings dismissed.");
  for (let index = 1; index <= 4; index += 1) await expect(line(page, index)).toContainText("Dismissed");
  await expect(line(page, 0)).toContainText("Open");
  await page.keyboard.press("u");
  for (let index = 1; index <= 4; index += 1) await expect(line(page, index)).toContainText("Open");
});

test("everything that matches is selected with one key, and what is passed over is said", async () => {
  const { page } = running;
  await moveTo(page, "Home", 0);
  await page.keyboard.press("Control+a");
  await expect(page.getByRole("toolbar", { name: "Selected findings" })).toContainText(`${all - 10} selected`);
  await page.keyboard.press("c");
  await expect(outcome(page)).toContainText(`${all - 10} findings confirmed.`);
  await expect(
    outcome(page)
      .getByRole("link", { name: /^C-\d{4}$/ })
      .first(),
  ).toBeVisible();
  await page.keyboard.press("x");
  await page.keyboard.press("c");
  await expect(outcome(page)).toContainText("0 findings confirmed.");
  await expect(outcome(page).getByRole("listitem")).toHaveText("Already confirmed.");
  await page.keyboard.press("Escape");
  await page.keyboard.press("u");
  await expect(matching(page)).toContainText(`${all - 10} findings`);
  await expect(line(page, 0)).toContainText("Open");
});

test("the list is gathered in groups, opened and closed by keyboard", async () => {
  const { page } = running;
  await toReview(page);
  await page.keyboard.press("g");
  await page.getByRole("menuitem", { name: "Station", exact: true }).press("Enter");
  await expect(page.getByRole("treegrid", { name: "Findings" })).toBeVisible();
  await menuClosed(page);
  const head = line(page, 0);
  await expect(head).toHaveAttribute("aria-expanded", "false");
  const heads = Number(await queue(page).getAttribute("aria-rowcount")) - 1;
  const said = Number((await head.getByText(/\d+ findings?/).textContent())?.match(/\d+/)?.[0]);
  await queue(page).focus();
  await page.keyboard.press("ArrowRight");
  await expect(head).toHaveAttribute("aria-expanded", "true");
  await expect(queue(page)).toHaveAttribute("aria-rowcount", String(heads + said + 1));
  await moveTo(page, "ArrowRight", 1);
  await expect(line(page, 1)).toHaveAttribute("aria-level", "2");
  await moveTo(page, "ArrowLeft", 0);
  await page.keyboard.press("x");
  await expect(page.getByRole("toolbar", { name: "Selected findings" })).toContainText(`${said} selected`);
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await page.keyboard.press("ArrowLeft");
  await expect(head).toHaveAttribute("aria-expanded", "false");
});

test("a view is kept under a name, opened again, renamed and removed", async () => {
  const { page } = running;
  await page.getByRole("textbox", { name: "Search findings" }).fill("route");
  await expect.poll(() => page.evaluate(() => location.hash)).toContain("search=route");
  const kept = await page.evaluate(() => location.hash);
  await page.keyboard.press("Escape");
  await page.keyboard.press("v");
  await page.getByRole("menuitem", { name: "Save this view…" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "Views" });
  await dialog.getByLabel("Save what is shown now as").fill("Routes by station");
  await page.keyboard.press("Enter");
  await expect(dialog).toHaveCount(0);
  const button = page.getByRole("button", { name: "Routes by station" });
  await expect(button).toBeVisible();

  await page.getByRole("button", { name: "Clear", exact: true }).click();
  await page.keyboard.press("g");
  await page.getByRole("menuitem", { name: "No groups" }).press("Enter");
  await menuClosed(page);
  await expect(button).toHaveCount(0);
  await page.keyboard.press("v");
  await page.getByRole("menuitem", { name: "Routes by station" }).press("Enter");
  await menuClosed(page);
  await expect.poll(() => page.evaluate(() => location.hash)).toBe(kept);
  await expect(page.getByRole("treegrid", { name: "Findings" })).toBeVisible();

  await button.click();
  await page.getByRole("menuitem", { name: "Save or manage views…" }).click();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Rename Routes by station" }).click();
  await dialog.getByRole("textbox", { name: "New name of Routes by station" }).fill("Routes");
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("list", { name: "Saved views" })).toHaveText(/^Routes · shown now$/);
  await dialog.getByRole("button", { name: "Remove Routes" }).click();
  await expect(dialog.getByRole("list", { name: "Saved views" })).toHaveCount(0);
  await page.keyboard.press("Escape");
});

test("the rarer filters narrow the list to one counterparty", async () => {
  const { page } = running;
  await page.getByRole("button", { name: "Clear", exact: true }).click();
  await page.getByRole("button", { name: "More filters" }).click();
  await page.getByRole("combobox", { name: "Counterparty" }).click();
  await page.getByRole("option", { name: "Element" }).click();
  await expect(page.getByRole("button", { name: /^More filters ?1 used$/ })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog", { name: "More filters" })).toHaveCount(0);
  await page.keyboard.press("g");
  await page.getByRole("menuitem", { name: "No groups" }).press("Enter");
  await menuClosed(page);
  await expect(active(page)).toBeVisible();
  await expect(pane(page)).toContainText("Element");
  await page.getByRole("button", { name: "Clear", exact: true }).click();
});

test("the code of a check says its rule to who comes to it by keyboard", async () => {
  const { page } = running;
  const code = pane(page).getByRole("heading", { level: 2 }).getByRole("button");
  // To the control before it, and on to it, so that the focus comes by the keyboard.
  await code.focus();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Tab");
  await expect(code).toBeFocused();
  await expect(page.getByRole("tooltip")).toContainText(/Amount|Compares|Looks for/);
  await page.keyboard.press("Escape");
});

test("at 200 percent and with less motion everything is still reached", async () => {
  const { app, page } = running;
  const zoom = (factor: number) =>
    app.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(to), factor);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await zoom(2);
  await expect.poll(() => page.evaluate(() => innerWidth)).toBeLessThan(700);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  const confirm = page.getByRole("toolbar", { name: "Decide" }).getByRole("button", { name: "Confirm" });
  await confirm.scrollIntoViewIfNeeded();
  await expect(confirm).toBeInViewport();
  await active(page).scrollIntoViewIfNeeded();
  await expect(active(page)).toBeInViewport();
  await expectAccessible(page);
  await zoom(1);
  await expect.poll(() => page.evaluate(() => innerWidth)).toBeGreaterThan(1000);
});

test("what is in a submitted claim stays as it is, and the reason is said", async () => {
  const { page } = running;
  await toReview(page);
  await page.keyboard.press("c");
  const claim = line(page, 0).getByRole("link", { name: /^C-\d{4}$/ });
  await expect(claim).toBeVisible();
  const label = (await claim.textContent()) ?? "";
  const submitted = { number: Number(label.slice(2)), to: "submitted", on: "2026-08-19" };
  expect(await callEngine(page, ["claims", "step"], submitted)).not.toHaveProperty("code");
  await page.evaluate(() => {
    location.hash = "#/review?status=confirmed&order=down";
  });
  await expect(line(page, 0)).toContainText("Confirmed");
  await queue(page).getByRole("row").filter({ hasText: label }).first().click();
  await page.keyboard.press("u");
  await expect(outcome(page)).toContainText(`It is part of claim ${label}, which was submitted.`);
  await expect(active(page)).toContainText("Confirmed");
});

test("a finding is given to a person by keyboard, and somebody writes about it", async () => {
  const { page } = running;
  for (const [name, role] of [
    ["Dana Ruiz", "owner"],
    ["Luis Ortega", "staff"],
  ])
    expect(await callEngine(page, ["people", "save"], { name, role })).not.toHaveProperty("code");
  await page.reload();
  await expect(page.getByRole("main")).toBeVisible();
  await toReview(page);
  await page.keyboard.press("a");
  const dialog = page.getByRole("dialog", { name: "Assign finding" });
  await expect(dialog.getByRole("button", { name: "Dana Ruiz" })).toBeFocused();
  // A dialog that is still opening may take the focus to its first button once more: the way is then gone again, from the top.
  await expect(async () => {
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowDown");
    await expect(dialog.getByRole("button", { name: "Luis Ortega" })).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.press("Enter");
  await expect(dialog).toHaveCount(0);
  await expect(outcome(page)).toContainText("1 finding assigned to Luis Ortega.");
  await expect(line(page, 0)).toContainText("Luis Ortega");
  await expect(pane(page)).toContainText("Luis Ortega");
  await page.keyboard.press("m");
  await expect(pane(page).getByRole("textbox", { name: "Write a comment" })).toBeFocused();
  await page.keyboard.type("Asked the station manager.");
  await page.keyboard.press("Control+Enter");
  await expect(pane(page).getByRole("region", { name: "Comments and attachments" })).toContainText(
    "Asked the station manager.",
  );
  await page.keyboard.press("Escape");
  await page.keyboard.press("u");
  await expect(line(page, 0)).not.toContainText("Luis Ortega");
});

test("everybody can use the list and what is decided in it", async () => {
  const { page } = running;
  await expectAccessible(page);
  await page.keyboard.press("x");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
});
