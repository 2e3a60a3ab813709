/** What belongs to a claim beside its steps: comments, files, packets, deadlines; and that everybody can read and reach all of it. */
import { access, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./support/accessibility.ts";
import { launch, type Running } from "./support/app.ts";
import { enterInDialog, figure, inHand, row } from "./support/claims.ts";
import { importAll, newFolder, preview, writeCsv } from "./support/documents.ts";
import { dropFiles } from "./support/drop.ts";
import { open, openSample } from "./support/sample.ts";

test.describe.configure({ mode: "serial" });

let running: Running;
/** Where the notifications of the system end up instead of on the screen. */
let told: Awaited<ReturnType<typeof listen>>;
test.beforeAll(async () => {
  running = await launch({ day: "2026-08-19T15:00:00Z" });
  told = await listen(running);
  await openSample(running.page);
});
test.afterAll(() => running.close());

function listen({ app }: Running) {
  return app.evaluateHandle(({ Notification }) => {
    const messages: { title: string; body: string }[] = [];
    Notification.isSupported = () => true;
    Notification.prototype.show = function (this: Electron.Notification) {
      messages.push({ title: this.title, body: this.body });
    };
    return messages;
  });
}

const dialog = (page: Page) => page.getByRole("dialog");

test("near deadlines are told once by the system, and lead there in the window", async () => {
  const { page } = running;
  const strip = page.getByRole("status", { name: "Deadlines" });
  await expect(strip).toContainText("3 deadlines within a week, $3,695.14 at stake. The nearest is on Sat, Aug 22.");
  await expect.poll(() => told.jsonValue()).toHaveLength(3);
  const [first] = await told.jsonValue();
  expect(first?.title).toBe("Deadline on Sat, Aug 22");
  expect(first?.body).toContain("3 days left");
  await strip.getByRole("link", { name: "See the findings" }).click();
  await expect(page.getByRole("main", { name: "Review" })).toBeVisible();
  await expect(strip).toBeEmpty();
  await page.reload();
  await expect(page.getByRole("main", { name: "Review" })).toBeVisible();
  expect(await told.jsonValue()).toHaveLength(3);
});

test("without claims, the screen says how they come about", async () => {
  const { page } = running;
  await open(page, "Claims");
  await expect(page.getByText("No claims yet")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Review the findings" }).click();
  await expect(page.getByRole("main", { name: "Review" })).toBeVisible();
});

test("a draft whose deadline is near leads to itself, once it was checked again", async () => {
  const { app, page } = running;
  await expect(page.getByRole("grid", { name: "Findings" }).getByRole("row").nth(1)).toContainText("Open");
  await page.keyboard.press("Control+a");
  await expect(page.getByRole("toolbar", { name: "Selected findings" })).toBeVisible();
  await page.keyboard.press("c");
  await expect(page.getByRole("region", { name: "Finding", exact: true })).toContainText("Confirmed");
  await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById("check")?.click());
  const strip = page.getByRole("status", { name: "Deadlines" });
  await expect(strip).toContainText("deadlines within a week", { timeout: 30_000 });
  await strip.getByRole("link", { name: "See the claims" }).click();
  const claims = page.getByRole("grid", { name: "Claims" });
  await expect(claims.locator('[data-active="true"]')).toContainText("3 days");
});

test("comments stand with their author, and can be taken back", async () => {
  const { page } = running;
  await row(page, "ELM-202608-01").click();
  await expect(inHand(page).getByRole("heading", { name: /^Element/ })).toContainText("ELM-202608-01");
  await page.keyboard.press("m");
  const box = inHand(page).getByRole("textbox", { name: "Write a comment" });
  await expect(box).toBeFocused();
  await page.keyboard.type("Called Element; they look at the return date again.");
  await page.keyboard.press("Control+Enter");
  const comments = inHand(page).getByRole("list", { name: "Comments" }).getByRole("listitem");
  await expect(comments).toHaveText([/they look at the return date again/]);
  await expect(box).toHaveValue("");
  await comments.getByRole("button", { name: /^Take back/ }).click();
  await expect(comments).toHaveCount(0);
  await box.fill("The inspection is attached.");
  // A look at another claim in between loses nothing, and puts nothing there.
  await row(page, "KGB-202608-01").click();
  await expect(inHand(page).getByRole("heading", { name: /^Kingbee/ })).toBeVisible();
  await expect(box).toHaveValue("");
  await row(page, "ELM-202608-01").click();
  await expect(box).toHaveValue("The inspection is attached.");
  await inHand(page).getByRole("button", { name: "Add comment" }).click();
  await expect(comments).toHaveCount(1);
});

test("a file dropped on the notes is attached, not imported, and a copy can be saved", async () => {
  const { app, page, userData } = running;
  const file = join(await newFolder(), "inspection.pdf");
  await writeFile(file, "%PDF-1.7 not a real one, but somebody's");
  const notes = inHand(page).getByRole("region", { name: "Comments and attachments" });
  await notes.scrollIntoViewIfNeeded();
  await dropFiles(page, [file], notes);
  const attached = notes.getByRole("list", { name: "Attachments" }).getByRole("listitem");
  await expect(attached).toContainText("inspection.pdf");
  await expect(page.getByRole("main", { name: "Claims" })).toBeVisible();
  const copy = join(userData, "copy.pdf");
  await app.evaluate(({ dialog: dialogs }, filePath) => {
    dialogs.showSaveDialog = async () => ({ canceled: false, filePath });
  }, copy);
  await attached.getByRole("button", { name: "Save a copy" }).click();
  await expect
    .poll(() =>
      access(copy).then(
        () => true,
        () => false,
      ),
    )
    .toBe(true);
  await expectAccessible(page);
  await attached.getByRole("button", { name: "Take inspection.pdf away" }).click();
  await expect(attached).toHaveCount(0);
});

test("a packet goes where the user says, and is found whole when it is verified", async () => {
  const { app, page, userData } = running;
  const file = join(userData, "Claim for Element.pdf");
  await app.evaluate(({ dialog: dialogs }, filePath) => {
    dialogs.showSaveDialog = async () => ({ canceled: false, filePath });
    dialogs.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] });
  }, file);
  await page.keyboard.press("e");
  await expectAccessible(page);
  await dialog(page).getByRole("button", { name: "Save as…" }).click();
  await expect(dialog(page)).toContainText("SHA-256", { timeout: 20_000 });
  await access(file);
  await expectAccessible(page);
  await dialog(page).getByRole("button", { name: "Done" }).click();
  await expect(inHand(page)).toContainText("Claim for Element.pdf");
  await page.getByRole("button", { name: "Verify packet" }).click();
  await expect(dialog(page)).toContainText("The packet matches what is in this workspace.", { timeout: 20_000 });
  await expectAccessible(page);
  await page.keyboard.press("Escape");
});

test("the rows of a claim are exported as a workbook and as text", async () => {
  const { page } = running;
  for (const [name, ending] of [
    ["Rows as a workbook (XLSX)", ".xlsx"],
    ["Rows as text (CSV)", ".csv"],
    ["Packet with the source files (ZIP)", ".zip"],
  ] as const) {
    await page.keyboard.press("e");
    await dialog(page).getByRole("radio", { name }).click();
    await dialog(page)
      .getByRole("button", { name: /^(Export rows|Make packet)$/ })
      .click();
    await expect(dialog(page)).toContainText(ending, { timeout: 20_000 });
    await expect(dialog(page)).toContainText("$786.60");
    await page.keyboard.press("Escape");
    await expect(dialog(page)).toHaveCount(0);
  }
});

test("a payment found in a document is proposed with its row, and counts once somebody takes it over", async () => {
  const { page } = running;
  await row(page, "INV-HLN4-0000000614-I").click();
  await inHand(page).getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Mark as submitted" }).click();
  await enterInDialog(page);
  await expect(inHand(page).getByRole("button", { name: "Record the answer" })).toBeVisible();
  const lines = [
    "Payment Date,Payment Number,Invoice Number,Amount",
    "2026-08-19,PMT-4471,INV-HLN4-0000000614-I,2020.72",
  ];
  await preview(page, [await writeCsv(join(await newFolder(), "payments.csv"), lines, "2026-08-19T12:00:00Z")]);
  await importAll(page);
  await open(page, "Claims");
  await page.getByRole("group", { name: "State" }).getByRole("button", { name: "Not closed" }).click();
  await expect(row(page, "INV-HLN4-0000000614-I")).toContainText("Payment found");
  await row(page, "INV-HLN4-0000000614-I").click();
  const found = inHand(page).getByRole("region", { name: "Payments found" });
  await expect(found).toContainText("$2,020.72 paid on Aug 19, 2026");
  await expect(found).toContainText("payments.csv");
  await expectAccessible(page);
  await found.getByRole("button", { name: "Open source" }).click();
  await expect(dialog(page).locator('tr[aria-current="true"]')).toContainText("PMT-4471");
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toHaveCount(0);
  await found.getByRole("button", { name: "Take over" }).click();
  await expect(found).toHaveCount(0);
  await expect(figure(page, "Recovered")).toHaveText("$2,020.72");
  await expect(inHand(page).getByRole("listitem").filter({ hasText: "payments.csv" })).toContainText("Open source");
  await page.keyboard.press("u");
  await expect(found).toBeVisible();
  await row(page, "ELM-202608-01").click();
  await expect(inHand(page).getByRole("heading", { name: /^Element/ })).toContainText("ELM-202608-01");
});

test("everybody can read the list, the claim, its dialogs and its outcomes", async () => {
  const { page } = running;
  await expectAccessible(page);
  await page.keyboard.press("n");
  await expect(dialog(page)).toBeVisible();
  await expectAccessible(page);
  await enterInDialog(page);
  await expect(dialog(page)).toHaveCount(0);
  for (const key of ["n", "p"]) {
    await page.keyboard.press(key);
    await expect(dialog(page)).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await expect(dialog(page)).toHaveCount(0);
  }
  await page.getByText("Outcomes", { exact: true }).click();
  await expect(page.getByRole("table", { name: "By check" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("main", { name: "Claims" }).getByText("Claims", { exact: true }).last().click();
});

test("nothing lies beyond the edge at 1024 x 700, nor when it is shown twice as large", async () => {
  const { app, page } = running;
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1024, 700));
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(1024);
  const beyond = () =>
    page.evaluate(() =>
      Math.max(
        ...[...document.querySelectorAll("html, main, [role=grid], [aria-label='Claim details']")].map(
          (element) => element.scrollWidth - element.clientWidth,
        ),
      ),
    );
  for (const list of ["#/claims", "#/claims?view=outcomes"]) {
    await page.evaluate((hash) => {
      window.location.hash = hash;
    }, list);
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
    expect(await beyond(), list).toBeLessThanOrEqual(0);
  }
  const session = await page.context().newCDPSession(page);
  // Half the comfortable window, each point twice as large: what a zoom of 200 % leaves.
  await session.send("Emulation.setDeviceMetricsOverride", {
    ...{ width: 640, height: 400, deviceScaleFactor: 2, mobile: false },
  });
  await page.evaluate(() => {
    window.location.hash = "#/claims";
  });
  await expect(inHand(page)).toBeVisible();
  expect(await beyond()).toBeLessThanOrEqual(0);
  await inHand(page).getByRole("button", { name: "More" }).scrollIntoViewIfNeeded();
  await expect(inHand(page).getByRole("button", { name: "More" })).toBeInViewport();
  await session.send("Emulation.clearDeviceMetricsOverride");
});
