/** A passphrase for a workspace: set, asked for at the start, changed, remembered where the computer can, and switched off. */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./support/accessibility.ts";
import { launch, type Running } from "./support/app.ts";
import { createWorkspace, open, TRUTH } from "./support/sample.ts";

const PASSPHRASE = "four vans at dawn and a dog";

let running: Running;
test.beforeEach(async () => {
  running = await launch({ day: "2026-08-18" });
});
test.afterEach(() => running.close());

async function openData(page: Page): Promise<void> {
  await open(page, "Setup");
  await page.getByRole("navigation", { name: "Setup" }).getByRole("link", { name: "Data" }).click();
}

/** From a plain workspace to an encrypted one; the recovery key it was given. */
async function setPassphrase(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Set a passphrase" }).click();
  const dialog = page.getByRole("dialog", { name: "Set a passphrase" });
  await dialog.getByLabel("New passphrase").fill(PASSPHRASE);
  await dialog.getByLabel("The same again").fill(PASSPHRASE);
  await page.keyboard.press("Enter");
  const done = page.getByRole("dialog", { name: "The workspace is encrypted" });
  const groups = await done.getByRole("list", { name: "Recovery key" }).getByRole("listitem").allTextContents();
  await done.getByLabel("I have written it down").check();
  await done.getByRole("button", { name: "Done" }).click();
  await expect(done).toHaveCount(0);
  return groups.join("-");
}

/** The field of the unlock screen: the panel in Setup, which may still be there for a moment, has the same name. */
const passphraseField = (page: Page) => page.getByLabel("Passphrase", { exact: true }).and(page.locator("input"));

test("a passphrase is set, the workspace is locked and unlocked, and encryption is switched off", async () => {
  const { page, userData } = running;
  await createWorkspace(page);
  await openData(page);
  const panel = page.getByRole("region", { name: "Passphrase" });
  await expect(panel).toContainText("This workspace is not encrypted");
  await page.getByRole("button", { name: "Set a passphrase" }).click();
  const dialog = page.getByRole("dialog", { name: "Set a passphrase" });
  await expect(dialog.getByLabel("New passphrase")).toBeFocused();
  await dialog.getByLabel("New passphrase").fill("vans");
  await expect(dialog.getByText("Too short")).toBeVisible();
  await dialog.getByRole("button", { name: "Encrypt" }).click();
  await expect(dialog.getByText("At least 8 characters")).toBeVisible();
  await expect(dialog.getByText("The two are not the same")).toBeVisible();
  await dialog.getByLabel("New passphrase").fill(PASSPHRASE);
  await expect(dialog.getByText("Strong")).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Cancel" }).click();

  await page.getByRole("button", { name: "Set a passphrase" }).click();
  await dialog.getByLabel("New passphrase").fill(PASSPHRASE);
  await dialog.getByLabel("The same again").fill(PASSPHRASE);
  await dialog.getByRole("button", { name: "Encrypt" }).click();
  const done = page.getByRole("dialog", { name: "The workspace is encrypted" });
  const list = done.getByRole("list", { name: "Recovery key" });
  await expect(list.getByRole("listitem")).toHaveCount(8);
  await expect(done.getByRole("button", { name: "Done" })).toBeDisabled();
  await page.keyboard.press("Escape");
  await expect(list).toBeVisible();
  await done.getByRole("button", { name: "Copy" }).click();
  await expect(done.getByRole("status")).toContainText(/Copied|It is selected/);
  await expectAccessible(page);
  const recoveryKey = (await list.getByRole("listitem").allTextContents()).join("-");
  expect(recoveryKey).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{5}-){7}[0-9A-HJKMNP-TV-Z]{5}$/);
  await done.getByLabel("I have written it down").check();
  await done.getByRole("button", { name: "Done" }).click();
  await expect(panel).toContainText("This workspace and its backups are encrypted.");
  await expectAccessible(page);
  expect(await readdir(join(userData, "workspaces", TRUTH.dsp))).toContain("key.json");

  await panel.getByRole("button", { name: "Lock now" }).click();
  await expect(page.getByRole("heading", { name: `${TRUTH.dsp} is locked` })).toBeVisible();
  const field = passphraseField(page);
  await expect(field).toBeFocused();
  await expectAccessible(page);
  await field.fill("not this one");
  await page.keyboard.press("Enter");
  await expect(page.getByText("That is not the passphrase of this workspace.")).toBeVisible();
  await expect(field).toHaveValue("");
  await page.getByRole("button", { name: "Use the recovery key instead" }).click();
  await page.getByLabel("Recovery key").fill(recoveryKey.replace(/^./, (first) => (first === "A" ? "B" : "A")));
  await page.getByRole("button", { name: "Unlock" }).click();
  await expect(page.getByText("Group 1 of the recovery key is mistyped.")).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Recovery key").fill(recoveryKey);
  await page.getByRole("button", { name: "Unlock" }).click();
  await expect(page.getByRole("navigation", { name: "Main" })).toBeVisible();

  await openData(page);
  await panel.getByRole("button", { name: "Switch encryption off" }).click();
  const question = page.getByRole("dialog", { name: "Switch encryption off?" });
  await question.getByLabel("Passphrase now").fill(PASSPHRASE);
  await question.getByRole("button", { name: "Switch off" }).click();
  await expect(question.getByRole("status")).toContainText("are not encrypted any more");
  await question.getByRole("button", { name: "Close" }).last().click();
  await expect(panel).toContainText("This workspace is not encrypted");
  expect(await readdir(join(userData, "workspaces", TRUTH.dsp))).not.toContain("key.json");
});

test("the app starts locked, changes the passphrase, and says why it cannot remember it", async () => {
  const first = running;
  await createWorkspace(first.page);
  await openData(first.page);
  await setPassphrase(first.page);
  await first.app.close();

  running = await launch({ userData: first.userData, day: "2026-08-18" });
  const { page } = running;
  await expect(page.getByRole("heading", { name: `${TRUTH.dsp} is locked` })).toBeVisible();
  const remember = page.getByLabel("Remember on this computer");
  // The machine that runs the tests has no keyring; one that has lets it be chosen.
  if (await remember.isDisabled()) await expect(page.getByText(/keychain/)).toBeVisible();
  await passphraseField(page).fill(PASSPHRASE);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("navigation", { name: "Main" })).toBeVisible();
  await openData(page);
  await page.getByRole("button", { name: "Change the passphrase" }).click();
  const change = page.getByRole("dialog", { name: "Change the passphrase" });
  await change.getByLabel("Passphrase now").fill("not this one");
  await change.getByLabel("New passphrase").fill("vans at noon on a gray hill");
  await change.getByLabel("The same again").fill("vans at noon on a gray hill");
  await page.keyboard.press("Enter");
  await expect(change.getByRole("alert")).toContainText("Nothing was changed. That is not the passphrase");
  await expectAccessible(page);
  await change.getByLabel("Passphrase now").fill(PASSPHRASE);
  await page.keyboard.press("Enter");
  await expect(change).toHaveCount(0);
  await page.getByRole("button", { name: "Lock now" }).click();
  await passphraseField(page).fill("vans at noon on a gray hill");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("navigation", { name: "Main" })).toBeVisible();
  // What is typed as a passphrase is nowhere in what the processes print.
  expect(running.complaints.join()).not.toContain("vans");
});

test("where the computer has a keychain, the key is remembered there and opens the workspace by itself", async () => {
  const { app, page, userData } = running;
  // A keychain like those of Windows and macOS, which the machine that runs the tests does not have.
  await app.evaluate(({ safeStorage }) => {
    const turned = (bytes: Uint8Array) => Buffer.from(bytes.map((byte) => byte ^ 0x5a));
    safeStorage.isEncryptionAvailable = () => true;
    safeStorage.getSelectedStorageBackend = () => "gnome_libsecret";
    safeStorage.encryptString = (text) => turned(Buffer.from(text));
    safeStorage.decryptString = (bytes) => turned(bytes).toString();
  });
  const kept = () => readdir(join(userData, "keys")).catch(() => []);
  const reopen = async () => {
    await page.getByRole("button", { name: "Workspace" }).click();
    await page.getByRole("menuitem", { name: "Close workspace" }).click();
    await page.getByRole("button", { name: TRUTH.dsp, exact: true }).click();
  };
  await createWorkspace(page);
  await openData(page);
  await setPassphrase(page);
  const remember = page.getByRole("switch", { name: "Remember on this computer" });
  await remember.click();
  await expect(remember).toBeChecked();
  await expect.poll(kept).toHaveLength(1);
  await reopen();
  await expect(page.getByRole("navigation", { name: "Main" })).toBeVisible();

  await openData(page);
  await remember.click();
  await expect(remember).not.toBeChecked();
  await expect.poll(kept).toHaveLength(0);
  await reopen();
  await expect(page.getByRole("heading", { name: `${TRUTH.dsp} is locked` })).toBeVisible();
});
