/** The staff's journey: from a draft to money, by hand and by keyboard alone, and the way back. */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { launch, type Running } from "./support/app.ts";
import { enterInDialog, figure, inHand, openClaims, row } from "./support/claims.ts";
import { open } from "./support/sample.ts";

test.describe.configure({ mode: "serial" });

/** Clicks we accept from the Board to a closed claim: where to go, which claim, and two for each step that asks something. */
const MOST_CLICKS = 11;
/** Keys we accept for the same, without what is typed into a field. */
const MOST_KEYS = 15;

let running: Running;
test.beforeAll(async () => {
  running = await launch({ day: "2026-08-19T15:00:00Z" });
  await openClaims(running.page);
});
test.afterAll(() => running.close());

/** What stands at the front, as the one thing to do next. */
const next = (page: Page) => inHand(page).getByRole("toolbar", { name: "Steps" }).getByRole("button").first();
const station = (page: Page) => inHand(page).getByRole("listitem").and(page.locator('[aria-current="step"]'));
const dialog = (page: Page) => page.getByRole("dialog");

test("claim, packet, submitted, partly approved, paid, closed: in few clicks", async () => {
  const { page, userData } = running;
  let clicks = 0;
  const click = async (what: Locator) => {
    clicks += 1;
    await what.click();
  };
  await click(page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Claims" }));
  await click(row(page, "ELM-202608-01"));
  await expect(inHand(page).getByRole("heading", { name: /^Element/ })).toContainText("ELM-202608-01");
  await expect(figure(page, "Claimed")).toHaveText("$786.60");
  await expect(station(page)).toContainText("Draft");

  await expect(next(page)).toHaveText(/Make packet/);
  await click(next(page));
  await click(dialog(page).getByRole("button", { name: "Make packet" }));
  await expect(dialog(page)).toContainText("$786.60", { timeout: 20_000 });
  const file = await dialog(page)
    .getByText(/\.pdf$/)
    .innerText();
  const [workspace = ""] = await readdir(join(userData, "workspaces"));
  expect(await readdir(join(userData, "workspaces", workspace, "packets"))).toContain(file);

  await click(dialog(page).getByRole("button", { name: "Mark as submitted" }));
  await dialog(page).getByLabel("The lessor’s reference").fill("ELM-CASE-77");
  await expect(dialog(page).getByLabel("Sent on")).toHaveValue("2026-08-19");
  await click(dialog(page).getByRole("button", { name: "Mark as submitted" }));
  await expect(station(page)).toContainText("Submitted");
  await expect(inHand(page)).toContainText("ELM-CASE-77");
  await expect(inHand(page).getByRole("listitem").filter({ hasText: file })).toBeVisible();

  await click(next(page));
  await dialog(page)
    .getByLabel(/^Granted of E02/)
    .fill("700");
  await dialog(page)
    .getByLabel(/^Their reason for E02/)
    .fill("The van came back a day later");
  await expect(dialog(page)).toContainText("$718.88 of $786.60, $67.72 refused");
  await click(dialog(page).getByRole("button", { name: "Record the answer" }));
  await expect(station(page)).toContainText("Partly approved");
  await expect(figure(page, "Approved")).toHaveText("$718.88");
  await expect(inHand(page)).toContainText("The van came back a day later");

  await click(next(page));
  await expect(dialog(page).getByLabel("Amount")).toHaveValue("718.88");
  await expect(dialog(page)).toContainText("That settles what is outstanding.");
  await click(dialog(page).getByRole("button", { name: "Record credit" }));
  await expect(station(page)).toContainText("Paid");
  await expect(figure(page, "Recovered")).toHaveText("$718.88");

  await expect(next(page)).toHaveText(/Close claim/);
  await click(next(page));
  await expect(station(page)).toContainText("Closed");
  expect(clicks).toBeLessThanOrEqual(MOST_CLICKS);

  const history = inHand(page).getByRole("list").last().getByRole("listitem");
  await expect(history.first()).toContainText("Closed");
  for (const word of ["Credited, $718.88", "Partly approved, $718.88", "Submitted, $786.60"])
    await expect(history.filter({ hasText: word })).toHaveCount(1);
});

test("every step can be taken back, one after the other", async () => {
  const { page } = running;
  const undo = inHand(page).getByRole("button", { name: "Undo" });
  for (const state of ["Paid", "Partly approved", "Submitted", "Draft"]) {
    await undo.click();
    await expect(station(page)).toContainText(state);
  }
  await expect(undo).toHaveCount(0);
  await expect(figure(page, "Outstanding")).toHaveText("$786.60");
});

test("the same by keyboard alone", async () => {
  const { page } = running;
  let keys = 0;
  const press = async (key: string) => {
    keys += 1;
    // A dialog on its way out still takes the keys.
    if (key === "n") await expect(dialog(page)).toHaveCount(0);
    if (key === "Enter" && (await dialog(page).count()) > 0) await enterInDialog(page);
    else await page.keyboard.press(key);
  };
  await open(page, "Board");
  await page.getByRole("main", { name: "Board" }).focus();
  await press("4");
  await expect(page.getByRole("main", { name: "Claims" })).toBeVisible();
  await press("/");
  await expect(page.getByRole("textbox", { name: "Search claims" })).toBeFocused();
  await page.keyboard.type("KGB-202608-01");
  await press("Enter");
  await expect(inHand(page).getByRole("heading", { name: /^Kingbee/ })).toBeVisible();
  await press("n");
  await expect(dialog(page)).toBeVisible();
  await press("Enter");
  await expect(dialog(page)).toContainText("SHA-256", { timeout: 20_000 });
  await press("Escape");
  await expect(dialog(page)).toHaveCount(0);
  await expect(next(page)).toHaveText(/Mark as submitted/);
  await press("n");
  await expect(dialog(page).getByLabel("The lessor’s reference")).toBeFocused();
  await page.keyboard.type("KB-9");
  await press("Enter");
  await expect(station(page)).toContainText("Submitted");
  await press("n");
  const granted = dialog(page).getByLabel(/^Granted of/);
  await expect(granted.first()).toBeFocused();
  await press("ArrowDown");
  await expect(granted.nth(1)).toBeFocused();
  await page.keyboard.type("0");
  await expect(dialog(page).getByRole("status")).toContainText("Partly approved");
  await press("Enter");
  await expect(station(page)).toContainText("Partly approved");
  await press("n");
  await expect(dialog(page).getByLabel("Amount")).toBeFocused();
  await press("Enter");
  await expect(station(page)).toContainText("Paid");
  await expect(dialog(page)).toHaveCount(0);
  await press("n");
  await expect(station(page)).toContainText("Closed");
  expect(keys).toBeLessThanOrEqual(MOST_KEYS);
  await press("u");
  await expect(station(page)).toContainText("Paid");
});

test("the list is moved through with j and k, and Enter goes into the claim", async () => {
  const { page } = running;
  await page.getByRole("button", { name: "Clear" }).click();
  const grid = page.getByRole("grid", { name: "Claims" });
  await grid.focus();
  await page.keyboard.press("Home");
  const active = grid.locator('[data-active="true"]');
  const first = await active.getByRole("rowheader").innerText();
  await page.keyboard.press("j");
  await expect(active.getByRole("rowheader")).not.toHaveText(first);
  await page.keyboard.press("k");
  await expect(active.getByRole("rowheader")).toHaveText(first);
  await expect(inHand(page)).toContainText(first);
  await page.keyboard.press("Enter");
  await expect(next(page)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(grid).toBeFocused();
});

test("a claim that is refused needs nothing more; one that is given up needs a reason", async () => {
  const { page } = running;
  await row(page, "ELM-202608-02").click();
  await inHand(page).getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Mark as submitted" }).click();
  await enterInDialog(page);
  await expect(station(page)).toContainText("Submitted");

  await inHand(page).getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Close claim" }).click();
  const writeOff = dialog(page).getByRole("button", { name: "Write off $1,144.43 and close" });
  await writeOff.click();
  await expect(dialog(page)).toContainText("Say why, in a few words");
  await dialog(page).getByRole("button", { name: "Not worth pursuing" }).click();
  await writeOff.click();
  await expect(station(page)).toContainText("Closed");
  await expect(figure(page, "Written off")).toHaveText("$1,144.43");
  await inHand(page).getByRole("button", { name: "Undo" }).click();
  await expect(station(page)).toContainText("Submitted");

  await next(page).click();
  await dialog(page).getByRole("button", { name: "Granted nothing" }).click();
  await expect(dialog(page).getByRole("status")).toContainText("Rejected");
  await dialog(page).getByRole("button", { name: "Record the answer" }).click();
  await expect(station(page)).toContainText("Rejected");
  await expect(figure(page, "Outstanding")).toHaveText("$0.00");
});

test("an answer of more than was claimed is not taken", async () => {
  const { page } = running;
  await row(page, "INV-HLN4-0000000614-I").click();
  await inHand(page).getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Mark as submitted" }).click();
  await enterInDialog(page);
  await next(page).click();
  const granted = dialog(page).getByLabel(/^Granted of/);
  for (const wrong of ["99999", "-1", "ten"]) {
    await granted.fill(wrong);
    await expect(granted).toHaveAttribute("aria-invalid", "true");
    await dialog(page).getByRole("button", { name: "Record the answer" }).click();
    await expect(dialog(page)).toBeVisible();
  }
  await dialog(page).getByRole("button", { name: "Granted all" }).click();
  await expect(dialog(page).getByRole("status")).toContainText("Approved");
  await page.keyboard.press("Escape");
  await expect(station(page)).toContainText("Submitted");
});

test("the chips count the states and narrow the list to one", async () => {
  const { page } = running;
  const chip = page.getByRole("group", { name: "State" }).getByRole("button", { name: /^Rejected/ });
  await expect(chip).toHaveText("Rejected1");
  await chip.click();
  await expect(chip).toHaveAttribute("aria-pressed", "true");
  await expect(row(page, "Element")).toHaveCount(1);
  await expect(page.getByRole("grid", { name: "Claims" })).toHaveAttribute("aria-rowcount", "2");
  await chip.click();
});

test("a finding leads to its evidence in Review, and a draft lets it go", async () => {
  const { page } = running;
  await row(page, "INV-HLN4-0000000615").click();
  await expect(inHand(page).getByRole("heading", { name: /^Amazon/ })).toContainText("INV-HLN4-0000000615");
  const items = inHand(page).getByRole("table", { name: /^Findings of/ });
  const before = await items.getByRole("row").count();
  await items
    .getByRole("button", { name: /^Take .* out of the claim$/ })
    .first()
    .click();
  await expect(items.getByRole("row")).toHaveCount(before - 1);
  const loose = page.getByRole("region", { name: "Confirmed findings in no claim" });
  await expect(loose).toContainText("1 confirmed finding");
  await loose.getByRole("button", { name: "Put into claims" }).click();
  await expect(loose).toHaveCount(0);
  await expect(items.getByRole("row")).toHaveCount(before);
  const link = items.getByRole("link").first();
  const code = (await link.innerText()).slice(0, 3);
  await link.click();
  await expect(page.getByRole("main", { name: "Review" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Finding", exact: true })).toContainText(code);
  await open(page, "Claims");
});

test("the outcomes say what came of it", async () => {
  const { page } = running;
  await page.getByText("Outcomes", { exact: true }).click();
  const main = page.getByRole("main", { name: "Claims" });
  await expect(main.getByText("Recovered this year")).toBeVisible();
  const kingbee = page.getByRole("table", { name: "By counterparty" }).getByRole("row").filter({ hasText: "Kingbee" });
  await expect(kingbee).toContainText("%");
  await expect(page.getByRole("table", { name: "By check" }).getByRole("row")).not.toHaveCount(1);
  await kingbee.getByRole("link").click();
  await expect(page.getByRole("grid", { name: "Claims" })).toHaveAttribute("aria-rowcount", "2");
});
