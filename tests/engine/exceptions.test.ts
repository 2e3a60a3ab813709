/** The daily exception report through the contract and on the command line. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { main } from "#main/cli/main.ts";
import { type Bench, openBench } from "../support/engine.ts";
import { generateCompany } from "../support/sample/company.ts";

const { files, truth } = generateCompany({
  seed: 11,
  stations: 2,
  weeks: 1,
  routesPerDay: 8,
  firstSunday: "2026-08-02",
  leaks: true,
});

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
  await bench.importPaths(await bench.put(files));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await bench.close();
});

const DAYS = ["2026-08-02", "2026-08-03", "2026-08-04", "2026-08-05", "2026-08-06", "2026-08-07", "2026-08-08"];

describe("the exceptions of a week, day by day", () => {
  it("are the missing punches and the hours without work that were planted", async () => {
    const found: string[] = [];
    for (const day of DAYS) {
      const { parts } = await bench.client.findings.exceptions({ day, station: null });
      for (const { kind, rows } of parts)
        if (kind === "missing punches" || kind === "ghost hours") found.push(...rows.map(() => kind));
    }
    const planted = truth.flatMap(({ code }) =>
      code === "F01" ? ["missing punches"] : code === "F03" ? ["ghost hours"] : [],
    );
    expect(planted.length).toBeGreaterThan(0);
    expect(found.sort()).toEqual(planted.sort());
  });

  it("of one station leave the other out", async () => {
    const { parts } = await bench.client.findings.exceptions({ day: "2026-08-06", station: "DTN7" });
    expect(new Set(parts.flatMap(({ rows }) => rows.map(({ station }) => station)))).not.toContain("DXA4");
  });

  it("are a page of PDF where a file is granted", async () => {
    const to = join(bench.root, "exceptions.pdf");
    const made = await bench.client.findings.exceptionsPage({
      day: "2026-08-06",
      station: null,
      to: bench.files.offer(to),
    });
    expect(made).toMatchObject({ file: to, pages: 1 });
    expect((await readFile(to)).subarray(0, 5).toString()).toBe("%PDF-");
  });
});

describe("the command", () => {
  it("prints the report and refuses what is no day", async () => {
    await bench.engine.close();
    const out: string[] = [];
    vi.spyOn(process.stdout, "write").mockImplementation((text) => out.push(String(text)) > 0);
    vi.spyOn(process.stderr, "write").mockReturnValue(true);
    expect(await main(["exceptions", bench.workspace, "--day", "2026-08-06", "--json"])).toBe(0);
    expect(JSON.parse(out.join(""))).toMatchObject({ day: "2026-08-06" });
    expect(await main(["exceptions", bench.workspace, "--day", "tomorrow"])).toBe(2);
    expect(await main(["exceptions", bench.workspace])).toBe(2);
  });
});
