/** The van table on the command line: what Amazon pays for a van and what it costs. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { read, utils } from "xlsx";
import { main } from "#main/cli/main.ts";
import { vanMonth } from "#shared/contract/schemas.ts";
import { type Bench, openBench } from "../support/engine.ts";
import { fleetDocuments, leasedFleet } from "../support/leased-fleet.ts";

const FLEET = `Invoice Number,INV-7
Invoice Date,2026-03-31
Station,DXA4
Period Start,2026-03-01
Period End,2026-03-31
Invoice Type,Fleet
Section,Date,Description,Rate,Quantity,Amount
Prepayment,,Branded vans,1000.00,6,6000.00
Total Due,,,,,6000.00
`;

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
  const documents = fleetDocuments(leasedFleet(5, 6, "2026-02", 2));
  const files = [...documents, { name: "fleet.csv", content: FLEET }];
  await bench.importPaths(await bench.put(files.map(({ name, content }) => ({ path: name, bytes: content }))));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await bench.close();
});

async function run(...args: string[]) {
  let out = "";
  let error = "";
  const stdout = vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    out += String(text);
    return true;
  });
  const stderr = vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    error += String(text);
    return true;
  });
  const code = await main(args);
  stdout.mockRestore();
  stderr.mockRestore();
  return { code, out, error };
}

it("lists every month a lessor billed, newest first, with Amazon's share where its invoice is there", async () => {
  const { code, out } = await run("vans", bench.workspace, "--json");
  expect(code).toBe(0);
  const months = (JSON.parse(out) as unknown[]).map((each) => vanMonth.parse(each));
  expect(months.map(({ month }) => month)).toEqual(["2026-03", "2026-02"]);
  const [march, february] = months;
  expect(march?.rows.reduce((sum, row) => sum + (row.amazonCents ?? 0), 0)).toBe(600_000);
  for (const row of march?.rows ?? []) expect(row.marginCents).toBe((row.amazonCents ?? 0) - row.netCents);
  for (const row of february?.rows ?? []) expect(row.marginCents).toBeNull();
});

it("writes a workbook of numbers, with titles", async () => {
  const file = join(bench.root, "vans.xlsx");
  const { code, out } = await run("vans", bench.workspace, "--month", "2026-03", "--out", file);
  expect([code, out]).toEqual([0, `${file}: 5 lines.\n`]);
  const sheet = read(await readFile(file)).Sheets.Vans;
  const rows = utils.sheet_to_json<Record<string, unknown>>(sheet ?? {});
  expect(rows).toHaveLength(5);
  expect(rows[0]).toMatchObject({ Month: "2026-03", Station: "DXA4", "Amazon pays": 1200 });
});

it("prints a table", async () => {
  const { code, out } = await run("vans", bench.workspace, "--month", "2026-02");
  expect(code).toBe(0);
  expect(out.split("\n")[0]).toContain("Amazon pays");
  expect(out).toContain("not known");
});

it.each([
  [["vans"], "Say one workspace."],
  [["vans", "WORKSPACE", "--month", "August"], "August is no month (2026-08)."],
  [["vans", "WORKSPACE", "--json", "--out", "x.xlsx"], "Say --json or --out, not both."],
])("refuses %j", async (args, message) => {
  const { code, error } = await run(...args.map((each) => (each === "WORKSPACE" ? bench.workspace : each)));
  expect([code, error.split("\n")[0]]).toEqual([2, message]);
});
