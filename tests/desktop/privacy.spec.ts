/** What the app prints and leaves behind while people's pay goes through it: nothing of them outside of the workspace. */
import { readFileSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { expect, test } from "@playwright/test";
import { launch, type Running } from "./support/app.ts";
import { preview } from "./support/documents.ts";
import { callEngine } from "./support/engine-client.ts";
import { createWorkspace, dollars, open, SAMPLE_FILES, TRUTH } from "./support/sample.ts";

test.describe.configure({ mode: "serial" });

const SAMPLE = join(SAMPLE_FILES[0] ?? "", "..");
let running: Running;
let printed = "";

/** The cells of one column of a CSV of the sample company. */
function column(file: string, title: string): string[] {
  const [head = "", ...lines] = readFileSync(join(SAMPLE, file), "utf8").trim().split(/\r?\n/);
  const cells = (line: string) => [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = ""]) => cell);
  const index = cells(head).indexOf(title);
  return [...new Set(lines.map((line) => cells(line)[index]?.replaceAll('"', "") ?? ""))].filter((text) => text !== "");
}

/** What must stay inside: people, vans, amounts, and where the files came from. */
const SECRETS = [
  ...column("2026-08-02/ADP Timecard 2026-08-08.csv", "Last Name").filter((name) => name.length > 5),
  ...column("2026-08-02/ADP Timecard 2026-08-08.csv", "Position ID"),
  ...column("company/lease-schedule.csv", "VIN"),
  ...TRUTH.leaks.flatMap(({ amountCents }) =>
    amountCents !== null && amountCents > 10_000 ? [dollars(amountCents)] : [],
  ),
  SAMPLE,
  basename(SAMPLE),
];

test.beforeAll(async () => {
  running = await launch();
  const { stdout, stderr } = running.app.process();
  const hear = (data: unknown) => {
    printed += String(data);
  };
  for (const stream of [stdout, stderr]) stream?.on("data", hear);
});
test.afterAll(() => running.close());

test("the main job, and some that fail", async () => {
  expect(SECRETS.length).toBeGreaterThan(40);
  const { page } = running;
  await createWorkspace(page);
  await preview(page, SAMPLE_FILES);
  await page.keyboard.press("i");
  await expect(page.getByRole("main").getByRole("status")).toContainText("new findings", { timeout: 30_000 });
  await open(page, "Review");
  await page.getByRole("toolbar", { name: "Decide" }).getByRole("button", { name: "Confirm" }).click();
  await page.getByRole("button", { name: "Export packet" }).click();
  await expect(page.getByRole("dialog").getByRole("button", { name: "Show in folder" })).toBeVisible({
    timeout: 20_000,
  });
  await page.keyboard.press("Escape");
  const [name = ""] = SECRETS;
  for (const [path, input] of [
    [["documents", "plan"], { files: [SAMPLE.padEnd(24, "x")] }],
    [["findings", "list"], { search: name, [name]: 1 }],
    [[name], {}],
  ] as const)
    expect(await callEngine(page, path, input)).toHaveProperty("code");
});

test("a dead engine says nothing of what it was at", async () => {
  const { app, page } = running;
  const engine = () =>
    app.evaluate(({ app }) => app.getAppMetrics().find(({ name }) => name === "Backhaul engine")?.pid);
  const before = await engine();
  if (before) process.kill(before, "SIGKILL");
  await expect.poll(engine).toBeGreaterThan(0);
  await expect.poll(engine).not.toBe(before);
  await open(page, "Review");
  const decide = page.getByRole("toolbar", { name: "Decide" });
  await expect(decide.getByRole("button", { name: "Confirm" })).toBeEnabled({ timeout: 20_000 });
});

test("nothing of it was printed", () => {
  expect(SECRETS.filter((secret) => printed.includes(secret))).toEqual([]);
  expect(printed).not.toContain(running.userData.concat("/workspaces"));
});

test("nothing of it lies outside of the workspace", async () => {
  const { userData } = running;
  await running.app.close();
  const workspace = join("workspaces", TRUTH.dsp);
  const files = await readdir(userData, { recursive: true, withFileTypes: true });
  const found = [];
  let read = 0;
  for (const file of files.filter((entry) => entry.isFile())) {
    const path = join(file.parentPath, file.name);
    if (path.startsWith(join(userData, workspace))) continue;
    const bytes = await readFile(path);
    read += 1;
    // Chromium writes some of its stores with two bytes a character.
    const text = `${bytes.toString("utf8")}\n${bytes.toString("utf16le")}\n${bytes.subarray(1).toString("utf16le")}`;
    for (const secret of SECRETS) if (text.includes(secret)) found.push([path.slice(userData.length), secret]);
  }
  expect(found).toEqual([]);
  expect(read).toBeGreaterThan(5);
});
