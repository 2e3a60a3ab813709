/** The sample company with everything confirmed that somebody owes it: its claims are drafts. */
import { expect, type Locator, type Page } from "@playwright/test";
import { z } from "zod";
import { callEngine } from "./engine-client.ts";
import { openSample } from "./sample.ts";

const list = z.object({ rows: z.array(z.object({ number: z.int(), invoiceNumber: z.string().nullable() })) });
const queue = z.object({ rows: z.array(z.object({ id: z.string() })) });
const decided = z.object({ changed: z.array(z.string()) });

/** Confirms every finding that can be claimed, as the engine is asked by the Review screen. */
export async function confirmAll(page: Page): Promise<void> {
  const filter = { status: ["open"], direction: ["owed", "overcharged"], withAmount: true };
  const page1 = { filter, sort: "amount", descending: true, offset: 0, limit: 200 };
  const { rows } = queue.parse((await callEngine(page, ["findings", "queue"], page1)).value);
  const input = { ids: rows.map(({ id }) => id), decision: "confirm", reason: "" };
  const { changed } = decided.parse((await callEngine(page, ["findings", "decide"], input)).value);
  expect(changed).toHaveLength(rows.length);
  // The engine was asked past the window, which does not know of it.
  await page.reload();
}

/** Takes the claim of an invoice on by steps, each with its day (of a payment also its cents), as the engine is asked by the Claims screen. */
export async function takeOn(
  page: Page,
  invoice: string,
  steps: readonly (readonly [to: string, on: string, cents?: number])[],
): Promise<void> {
  const input = { filter: { search: invoice }, sort: "number", descending: false, offset: 0, limit: 10 };
  const { rows } = list.parse((await callEngine(page, ["claims", "list"], input)).value);
  const number = rows.find(({ invoiceNumber }) => invoiceNumber === invoice)?.number;
  for (const [to, on, cents] of steps) {
    const payment = { number, kind: "paid", receivedOn: on, cents, note: "" };
    const { code, message } =
      to === "paid"
        ? await callEngine(page, ["claims", "pay"], payment)
        : await callEngine(page, ["claims", "step"], { number, to, on });
    expect(message, code).toBeUndefined();
  }
}

/** The sample company, with claims. */
export async function openClaims(page: Page): Promise<void> {
  await openSample(page);
  await confirmAll(page);
  await expect(page.getByRole("navigation", { name: "Main" })).toBeVisible();
}

/** The claim in hand. */
export const inHand = (page: Page): Locator => page.getByRole("region", { name: "Claim", exact: true });

/** What a figure of the claim in hand says. */
export const figure = (page: Page, name: string): Locator =>
  inHand(page).locator("dl").first().locator("div").filter({ hasText: name }).locator("dd");

/** The row of the list with a text. */
export const row = (page: Page, text: string): Locator =>
  page.getByRole("grid", { name: "Claims" }).getByRole("row").filter({ hasText: text });

/** Presses Enter in the dialog that was just opened, once the dialog has the focus. */
export async function enterInDialog(page: Page): Promise<void> {
  await expect(page.getByRole("dialog").locator(":focus")).toHaveCount(1);
  await page.keyboard.press("Enter");
}
