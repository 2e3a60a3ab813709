/** A file nobody knows: a person says once what its columns are, and the next one with the same columns needs no word. */
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { expectAccessible } from "./support/accessibility.ts";
import { launch, type Running } from "./support/app.ts";
import { importAll, newFolder, preview, writeCsv } from "./support/documents.ts";
import { createWorkspace } from "./support/sample.ts";

const TIME = "2026-08-10T08:00:00Z";
const TITLES = "Badge No,Surname,Given,Worked On,Clocked On,Clocked Off,Paid";

/** Punches of a clock that writes the day first: all before the 13th, so that either order could be meant. */
function punches(...days: readonly string[]): string[] {
  const people = ["HLN01,REYES,JORDAN", "HLN02,OSEI,AMARA", "HLN03,TRAN,LEE"];
  return [TITLES, ...days.flatMap((day) => people.map((person) => `${person},${day},${day} 09:30,${day} 18:00,8.50`))];
}

let running: Running;
let folder: string;

test.beforeEach(async () => {
  running = await launch();
  folder = await newFolder();
  await createWorkspace(running.page);
});
test.afterEach(async () => {
  await running.close();
  await rm(folder, { recursive: true });
});

test("an unknown timecard is mapped once, with its date order said, and never again", async () => {
  const { page } = running;
  await preview(page, [await writeCsv(join(folder, "clock week 1.csv"), punches("03/08/2026", "04/08/2026"), TIME)]);
  const file = page.getByRole("row", { name: /clock week 1\.csv/ }).first();
  await expect(file).toContainText("Needs an answer");
  await expect(page.getByRole("button", { name: "Import all that is ready" })).toBeDisabled();
  await expectAccessible(page);

  await page.keyboard.press("m");
  const dialog = page.getByRole("dialog", { name: "What is clock week 1.csv?" });
  await choose(page, dialog, "This is", /^Timecard/);
  await expect(dialog.getByRole("region", { name: /Columns in the file/ })).toContainText("Badge No");
  const apply = dialog.getByRole("button", { name: "Apply" });
  const dates = dialog.getByRole("radiogroup", { name: "Dates are written" });
  await expect(dates.getByRole("radio", { checked: true })).toHaveCount(0);
  await expect(dialog.getByText("Choose how this file writes dates.")).toBeVisible();
  await expect(apply).toBeDisabled();
  await expectAccessible(page);

  await dates.getByRole("radio", { name: /Day first/ }).check();
  await expect(dialog.getByText("6 rows understood, no problems.")).toBeVisible();
  await expect(dialog.getByRole("region", { name: "Rows as they would be read" })).toContainText("Aug 3, 2026");
  await expectAccessible(page);
  await dialog.getByLabel("Name of this mapping").fill("Depot clock");
  await apply.click();
  await expect(dialog).toHaveCount(0);

  await expect(file).toContainText("Ready");
  await expect(file).toContainText("Depot clock");
  await expect(page.getByRole("button", { name: /clock week 1\.csv/ })).toBeFocused();

  // As long as it is not imported, it can be said again.
  await page.getByRole("button", { name: "Change how it is read" }).click();
  await expect(dialog.getByRole("region", { name: "Our fields" })).toBeVisible();
  await expect(dialog.getByLabel("Name of this mapping")).toHaveValue("Depot clock");
  await expect(dialog.getByText("Takes the place of the saved mapping of that name")).toBeVisible();
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(dialog).toHaveCount(0);
  await importAll(page);

  await preview(page, [await writeCsv(join(folder, "clock week 2.csv"), punches("10/08/2026", "11/08/2026"), TIME)]);
  const next = page.getByRole("row", { name: /clock week 2\.csv/ }).first();
  await expect(next).toContainText("Ready");
  await expect(next).toContainText("Depot clock");
  await importAll(page);
  const history = page.getByRole("table", { name: "Imported files" });
  await expect(history.getByRole("row", { name: /clock week 2\.csv/ })).toContainText("Depot clock");
});

test("files that wait are left out of an import, and the result says which", async () => {
  const { page } = running;
  const stations = ["Station,Name,State,Time Zone", "DXB7,Fort Worth,TX,America/Chicago"];
  await preview(page, [
    await writeCsv(join(folder, "clock.csv"), punches("03/08/2026"), TIME),
    await writeCsv(join(folder, "stations.csv"), stations, TIME),
  ]);
  await expect(page.getByText(/1 file waits until you say what its columns are/)).toBeVisible();
  await importAll(page);
  await expect(page.getByText("1 file still waits for you to say what it is")).toBeVisible();
  await expect(page.getByRole("region", { name: "Files that still wait" })).toContainText("clock.csv");
  await expectAccessible(page);
});

test("saved mappings are renamed, exported, removed, and come back from their text", async () => {
  const { page } = running;
  await preview(page, [await writeCsv(join(folder, "clock.csv"), punches("03/08/2026", "25/07/2026"), TIME)]);
  await page.getByRole("button", { name: "Say what it is: clock.csv" }).click();
  const dialog = page.getByRole("dialog", { name: "What is clock.csv?" });
  await choose(page, dialog, "This is", /^Timecard/);
  await expect(dialog.getByText("6 rows understood, no problems.")).toBeVisible();
  await dialog.getByLabel("Name of this mapping").fill("Depot clock");
  await dialog.getByRole("button", { name: "Apply" }).click();
  await expect(dialog).toHaveCount(0);

  await page.getByRole("button", { name: "Saved mappings" }).click();
  const drawer = page.getByRole("dialog", { name: "Saved mappings" });
  await expect(drawer.getByRole("listitem")).toContainText(["Depot clock"]);
  await expectAccessible(page);
  await drawer.getByRole("button", { name: "Rename or edit Depot clock" }).click();
  await expectAccessible(page);
  await drawer.getByLabel("Name", { exact: true }).fill("Time clock at the depot");
  await drawer.getByRole("button", { name: "Save mapping" }).click();
  await drawer.getByRole("button", { name: "Export Time clock at the depot" }).click();
  const text = await drawer.getByRole("textbox").inputValue();
  expect(text).toContain('"Badge No"');
  await expectAccessible(page);
  await drawer.getByRole("button", { name: "Back" }).click();

  const remove = drawer.getByRole("button", { name: "Remove Time clock at the depot" });
  await remove.click();
  const question = page.getByRole("dialog", { name: "Remove this mapping?" });
  await expect(question).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(question).toHaveCount(0);
  await remove.click();
  await question.getByRole("button", { name: "Remove mapping" }).click();
  await expect(drawer.getByText("No mapping is saved yet")).toBeVisible();

  await drawer.getByRole("button", { name: "Import from text" }).click();
  await drawer.getByLabel("Text of a mapping").fill("{}");
  await drawer.getByRole("button", { name: "Import", exact: true }).click();
  await expect(drawer.getByText(/no whole mapping/)).toBeVisible();
  await drawer.getByLabel("Text of a mapping").fill(text);
  await drawer.getByRole("button", { name: "Import", exact: true }).click();
  await expect(drawer.getByRole("listitem")).toContainText(["Time clock at the depot"]);
  await page.keyboard.press("Escape");
  await expect(drawer).toHaveCount(0);
});

test("what no column says is said once, and a bill that writes costs as negative is turned around", async () => {
  const { page } = running;
  const bill = ["Van,What,From,Until,Net", "1FTBR1C83PKA00001,Monthly rent,08/01/2026,08/31/2026,-900.00"];
  await preview(page, [await writeCsv(join(folder, "lessor.csv"), bill, TIME)]);
  await page.keyboard.press("m");
  const dialog = page.getByRole("dialog", { name: "What is lessor.csv?" });
  await choose(page, dialog, "This is", /^Lease invoice/);
  for (const [field, column] of [
    ["VIN", "Van"],
    ["Description", "What"],
    ["Service from", "From"],
    ["Amount", "Net"],
  ] as const)
    await choose(page, dialog, field, column);
  const fields = dialog.getByRole("region", { name: "Our fields" });
  for (const [field, text] of [
    ["Invoice number", "HL-2201"],
    ["Invoice date", "08/01/2026"],
    ["Provider", "Harbor Leasing"],
  ] as const) {
    await choose(page, dialog, field, "The same for every row");
    await fields.getByLabel(`${field}, for every row`).fill(text);
  }
  await choose(page, dialog, "Service to", "Not in this file");
  await expect(dialog.getByText("No row can be read this way yet: 1 problem.")).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Apply" })).toBeDisabled();
  await choose(page, dialog, "Service to", "Until");
  const read = dialog.getByRole("region", { name: "Rows as they would be read" });
  await expect(read).toContainText("($900.00)");
  await fields
    .getByRole("checkbox", { name: /writes costs as negative/ })
    .first()
    .check();
  await expect(read).not.toContainText("($900.00)");
  await expect(read).toContainText("$900.00");
});

test("where two known kinds fit, nothing is chosen for anybody", async () => {
  const { page } = running;
  const both = [
    "Station,Name,State,Time Zone,Item,Service Type,Block Hours,Rate,Effective From",
    "DXB7,Fort Worth,TX,America/Chicago,route,Standard Parcel - Large Van,10,310.00,2026-01-04",
  ];
  await preview(page, [await writeCsv(join(folder, "list.csv"), both, TIME)]);
  await expect(page.getByRole("row", { name: /list\.csv/ }).first()).toContainText("Needs an answer");
  await page.keyboard.press("m");
  const dialog = page.getByRole("dialog", { name: "What is list.csv?" });
  await expect(dialog.getByText(/More than one kind of document has these columns/)).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Apply" })).toHaveCount(0);
  await expectAccessible(page);
  await choose(page, dialog, "This is", "Rate card");
  await expect(dialog.getByText("1 row understood, no problems.")).toBeVisible();
  await dialog.getByRole("button", { name: "Apply" }).click();
  await expect(page.getByRole("row", { name: /list\.csv/ }).first()).toContainText("Rate card");
});

/** Opens a list and takes an option. */
async function choose(page: Page, dialog: Locator, label: string, option: string | RegExp): Promise<void> {
  // What was guessed says so in its name.
  await dialog.getByRole("combobox", { name: new RegExp(`^${label}(?:, guessed|$)`) }).click();
  await page.getByRole("option", { name: option }).first().click();
}
