/** The board is honest before anything was checked, and a check that stops is a finding of its own. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { check, finish } from "#main/engine/checking.ts";
import { CHECKS } from "#main/reconcile/catalogue.ts";
import type { Check } from "#main/reconcile/check.ts";
import { type Bench, importAndCheck, openBench } from "../support/engine.ts";
import { generateCompany } from "../support/sample/company.ts";

const { files } = generateCompany({
  seed: 3,
  stations: 2,
  weeks: 1,
  routesPerDay: 6,
  firstSunday: "2026-08-02",
  leaks: true,
});

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(async () => bench.close());

const grid = async () => {
  const { coverage } = await bench.client.findings.board({ station: null, week: "2026-08-02" });
  return new Map(coverage.map((row) => [row.kind, row.state]));
};

describe("coverage on the board", () => {
  it("shows a missing list as missing before any check has run", async () => {
    await bench.importPaths(await bench.put(files.filter((file) => !/rate-card|lease-schedule/.test(file.path))));
    const states = await grid();
    expect([states.get("rate card"), states.get("lease schedule"), states.get("stations")]).toEqual([
      "missing",
      "missing",
      "present",
    ]);
  });

  it("shows a list that serves one of two stations as partial", async () => {
    const one = files.map((file) =>
      /stations\.csv/.test(file.path)
        ? {
            ...file,
            bytes: new TextEncoder().encode(
              "Station,Name,State,Time Zone,DSP Short Code\nDXA4,One,CA,America/Los_Angeles,HLNE\n",
            ),
          }
        : file,
    );
    await importAndCheck(bench, one);
    expect((await grid()).get("stations")).toBe("partial");
  });
});

describe("a check that throws", () => {
  const broken = CHECKS.map((each): Check => {
    if (each.code !== "A01") return each;
    return {
      ...each,
      evaluate: () => {
        throw new Error("out of paper");
      },
    };
  });
  const run = (checks: readonly Check[]) => finish(check(bench.engine.session, undefined, checks));

  it("is a finding with a source, the others go on, and the run says that it is incomplete", async () => {
    await bench.importPaths(await bench.put(files));
    const result = await run(broken);
    expect(result.complete).toBe(false);
    expect(new Set(result.crashes.map((crash) => crash.code))).toEqual(new Set(["A01"]));
    const stopped = await bench.client.findings.list({ code: "A01" });
    expect(stopped.map((finding) => [finding.station, finding.direction, finding.amountCents])).toEqual([
      ["DTN7", "watch", null],
      ["DXA4", "watch", null],
    ]);
    for (const finding of stopped) {
      expect(finding.sentence).toMatch(/out of paper/);
      expect(finding.evidence.length).toBe(1);
    }
    expect((await bench.client.findings.list({ family: "E" })).length).toBeGreaterThan(0);
    const [row] = await bench.client.findings.coverage({ station: "DXA4", period: "2026-08-02" });
    expect(row).toMatchObject({ code: "A01", outcome: "cannot-verify" });
  });

  it("keeps what was found before, and its own finding clears when the check works again", async () => {
    await bench.importPaths(await bench.put(files));
    await bench.check();
    const before = await bench.client.findings.list({ code: "A01" });
    const [first] = before;
    if (!first) throw new Error("A01 is planted");
    await bench.importPaths(
      await bench.put([
        {
          path: "again.csv",
          bytes:
            "Station,Name,State,Time Zone,DSP Short Code\nDXA4,X,CA,America/Los_Angeles,HLNE\nDTN7,Y,TN,America/Chicago,HLNE\n",
        },
      ]),
    );
    await run(broken);
    expect((await bench.client.findings.list({ code: "A01" })).map((finding) => finding.id)).toContain(first.id);
    await bench.check();
    expect(await bench.client.findings.list({ code: "A01" })).toEqual(before);
  });
});
