/** The control sheet as a file, as the window asks for it. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { read, utils } from "xlsx";
import { type Bench, importAndCheck, openBench } from "../support/engine.ts";
import { generateCompany } from "../support/sample/company.ts";

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(async () => bench.close());

const ask = (more: { station?: string; to?: string } = {}) =>
  bench.client.findings.exportControl({ station: null, week: null, weeks: 53, ...more });

async function linesOf(file: string): Promise<unknown[][]> {
  const book = read(await readFile(file));
  return utils.sheet_to_json<unknown[]>(book.Sheets["Control sheet"] ?? {}, { header: 1 }).slice(1);
}

describe("findings.exportControl", () => {
  it("refuses where there is no week, and leaves no file", async () => {
    await expect(ask()).rejects.toMatchObject({ code: "REFUSED" });
    expect((await readdir(join(bench.workspace, "packets")).catch(() => [])).length).toBe(0);
  });

  it("writes what the sheet shows: into the packets folder by its week and station, or where the user said", async () => {
    const { files } = generateCompany({
      seed: 5,
      stations: 2,
      weeks: 2,
      routesPerDay: 5,
      firstSunday: "2026-08-02",
      leaks: true,
    });
    await importAndCheck(bench, files);
    const shown = await bench.client.findings.control({ station: "DXA4", week: null, weeks: 53 });
    expect(await ask({ station: "DXA4" })).toEqual({ file: "Control sheet 2026-08-09 DXA4.xlsx", lines: 2 });
    const written = await linesOf(join(bench.workspace, "packets", "Control sheet 2026-08-09 DXA4.xlsx"));
    expect(
      written.map(([week, station, , , difference]) => [week, station, Math.round(Number(difference) * 100)]),
    ).toEqual(shown.map(({ week, station, invoice }) => [week, station, invoice.differenceCents]));
    const to = bench.files.offer(join(bench.root, "mine.xlsx"));
    expect(await ask({ to })).toEqual({ file: "mine.xlsx", lines: 4 });
    expect(await linesOf(join(bench.root, "mine.xlsx"))).toHaveLength(4);
    // A permission is good for one file, once.
    await expect(ask({ to })).rejects.toMatchObject({ code: "REFUSED" });
  });
});
