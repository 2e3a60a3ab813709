/** The app as it is given to people: packed into its archive, with its fuses set. The main job in it, and nothing on the network. */
import { once } from "node:events";
import { readdir, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { invoicePdf } from "../documents/pdf-support.ts";
import { newFolder, preview } from "./support/documents.ts";
import { launchPackage, type RunningPackage } from "./support/packaged.ts";
import { pagesOf } from "./support/pdf.ts";
import { dollars, leaked, open, openSample } from "./support/sample.ts";
import { familyOf, type Socket, socketsOf } from "./support/sockets.ts";

test.describe.configure({ mode: "serial" });

let running: RunningPackage;
let watching: NodeJS.Timeout;
/** Every socket that was seen, by what it was. */
const seen = new Map<string, Socket>();

test.beforeAll(async () => {
  running = await launchPackage();
  const { pid = 0 } = running.process;
  const look = () => {
    for (const socket of socketsOf(familyOf(pid))) seen.set(JSON.stringify(socket), socket);
  };
  watching = setInterval(look, 20);
});
test.afterAll(async () => {
  clearInterval(watching);
  await running.close();
});

test("a first start offers the sample company, and the Board shows its money to the cent", async () => {
  const { page } = running;
  await openSample(page);
  const money = page.getByRole("navigation", { name: "Money of all weeks" });
  await expect(money.getByRole("link", { name: /^Claimable/ })).toContainText(dollars(leaked("owed", "overcharged")));
  await expect(money.getByRole("link", { name: /payroll/ })).toContainText(dollars(leaked("overpaid")));
});

test("the window is the same closed room", async () => {
  const inside = await running.page.evaluate(async () => ({
    node: ["require", "process", "module", "global", "Buffer"].filter((name) => name in window),
    bridge: Object.isFrozen(window.backhaul),
    network: await fetch("https://example.com/").then(
      () => "reached",
      () => "blocked",
    ),
    file: await fetch("file:///etc/hostname").then(
      () => "reached",
      () => "blocked",
    ),
    archive: await fetch("app://backhaul/../main/main.js").then(
      () => "reached",
      () => "blocked",
    ),
    opened: window.open("about:blank") === null,
  }));
  expect(inside).toEqual({
    node: [],
    bridge: true,
    network: "blocked",
    file: "blocked",
    archive: "blocked",
    opened: true,
  });
});

test("a PDF is read, though the renderer of pages it could use stays out of the package", async () => {
  const folder = await newFolder();
  const file = join(folder, "INV-HARBOR-0000000614.pdf");
  const invoice = await invoicePdf({
    labels: [
      ["Invoice Number", "INV-HARBOR-0000000614"],
      ["Invoice Date", "September 12, 2026"],
      ["Station", "Memphis (DXA4) - Amazon.com"],
      ["Service Period", "09/06/2026 - 09/12/2026"],
    ],
    header: ["Description", "Rate", "Quantity", "Amount"],
    rows: [
      ["Routes", "", "12", "3,900.00"],
      ["Total Due", "", "", "$3,900.00"],
    ],
  });
  await writeFile(file, invoice);
  await open(running.page, "Inbox");
  await preview(running.page, [file]);
  const files = running.page.getByRole("table", { name: "Files in this preview" });
  await expect(files.getByRole("row", { name: /^INV-HARBOR-0000000614\.pdf/ })).toContainText("Variable invoice");
  await rm(folder, { recursive: true });
});

test("a packet is set as PDF with the fonts from the archive", async () => {
  const { page, userData } = running;
  await open(page, "Review");
  const decide = page.getByRole("toolbar", { name: "Decide" });
  await decide.getByRole("button", { name: "Confirm" }).click();
  await expect(decide.getByRole("button", { name: "Confirm" })).toBeDisabled();
  await page.getByRole("button", { name: "Export packet" }).click();
  const dialog = page.getByRole("dialog", { name: "Export packet" });
  await expect(dialog.getByRole("button", { name: "Show in folder" })).toBeVisible({ timeout: 20_000 });
  const packets = join(userData, "workspaces", "Sample company", "packets");
  const [packet = ""] = (await readdir(packets)).filter((name) => name.endsWith(".pdf"));
  expect((await pagesOf(join(packets, packet))).length).toBeGreaterThan(1);
});

test("closing the window ends every process, and the workspace is closed with it", async () => {
  const { page, process: app, userData } = running;
  const family = familyOf(app.pid ?? 0);
  expect(family.length > 2).toBe(process.platform === "linux");
  const ended = once(app, "exit");
  await page.evaluate(() => window.close()).catch(() => "the page went before it could answer");
  expect(await ended).toEqual([0, null]);
  await expect.poll(() => family.filter(isAlive)).toEqual([]);
  // Everything stands in the database itself: its log is gone or empty.
  const log = await stat(join(userData, "workspaces", "Sample company", "backhaul.db-wal")).catch(() => null);
  expect(log?.size ?? 0).toBe(0);
});

test("in all that time no process had a connection but the one this test looks in by", () => {
  // The test's own connection shows that it would have seen others; only Linux lets it look.
  expect(seen.size > 0).toBe(process.platform === "linux");
  expect([...seen.values()].filter(({ protocol, local }) => protocol !== "tcp" || local !== running.port)).toEqual([]);
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
