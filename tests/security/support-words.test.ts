/** Whatever stands in a workspace's database: the support bundle says it in the app's own words or not at all. */
import { describe, expect, it } from "vitest";
import { supportFiles } from "#main/engine/support-bundle.ts";
import { inGeneralWords } from "#main/engine/support-words.ts";

describe("words that are none of the app's own", () => {
  it("are not said, wherever they stand in the database", () => {
    const hostile = "Dana Whitfield";
    const tally = [{ by: [hostile, hostile], count: 3 }];
    const files = supportFiles({
      surroundings: {
        version: "0.1.0",
        node: "24.0.0",
        electron: null,
        platform: "linux",
        arch: "x64",
        system: "Linux 6",
        processors: 2,
        memoryBytes: 1,
        madeAt: "2026-08-18T12:00:00.000Z",
      },
      encrypted: false,
      networkDrive: true,
      databaseBytes: 1,
      backups: 0,
      counts: {
        schema: 3,
        sqlite: "3.50.0",
        rows: tally,
        sheets: tally,
        problems: tally,
        findings: [{ by: ["A01", hostile], count: 1 }, ...tally],
        outcomes: tally,
        claims: tally,
        parameters: [
          { code: "A01", name: hostile, effectiveFrom: "2026-01-01", value: 1 },
          { code: "A01", name: "tolerance", effectiveFrom: hostile, value: 1 },
          { code: hostile, name: "tolerance", effectiveFrom: "2026-01-01", value: 2375 },
        ],
      },
      verification: { whole: false, lines: [{ state: "problem", text: `${hostile} was robbed.` }] },
      faults: [],
    });
    const all = files.map((file) => file.text).join("\n");
    expect(all).not.toMatch(/Dana|Whitfield|23\.75/);
    expect(all).toContain("  A01 (other): 1");
    expect(all).toContain("3 that no check of this version has");
    expect(all).toContain("On a network drive");
    expect(all).toContain("problem: Something this bundle has no general words for.");
  });

  it.each([
    [
      "The original of Dana Whitfield.csv is missing from the archive. More.",
      "An original is missing from the archive.",
    ],
    [
      "A01 Dana stands on row 7 of wages.csv, which is not stored any more.",
      "A finding stands on a row that is not stored any more.",
    ],
    [
      "The packet that was written to /home/dana/x.pdf holds something else now.",
      "A packet that was written elsewhere holds something else now.",
    ],
    [
      "The audit trail is not whole: entry 12 of the audit trail was removed.",
      "The audit trail is not whole: entry 12 was removed.",
    ],
    ["The database cannot be read (Dana).", "The database cannot be read."],
  ])("in %j become general ones", (said, general) => {
    expect(inGeneralWords([{ state: "problem", text: said }])).toEqual([`problem: ${general}`]);
  });

  it("that come more than once are counted", () => {
    const line = (name: string) => ({ state: "problem" as const, text: `The archived file ${name} was changed.` });
    expect(inGeneralWords([line("a"), line("b")])).toEqual(["problem: An archived file was changed. (2 times)"]);
  });
});
