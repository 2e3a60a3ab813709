/** The sample company end to end: every planted leak to the cent, nothing else, and nothing at all on clean files. */
import { afterEach, describe, expect, it } from "vitest";
import { type Bench, importAndCheck, openBench } from "../support/engine.ts";
import { generateCompany, type SampleFile } from "../support/sample/company.ts";

const options = { seed: 20_260_802, stations: 2, weeks: 2, routesPerDay: [12, 20] as const, firstSunday: "2026-08-02" };
const leaky = generateCompany({ ...options, leaks: true });
const clean = generateCompany({ ...options, leaks: false });

let bench: Bench | undefined;
afterEach(async () => {
  await bench?.close();
  bench = undefined;
});

async function opened(): Promise<Bench> {
  bench = await openBench();
  return bench;
}

const keyOf = (each: {
  code: string;
  station: string | null;
  period: string;
  direction: string;
  amountCents: number | null;
}) => [each.code, each.station, each.period, each.direction, each.amountCents].join(" ");

/** What this company does not keep. */
const ABSENT: ReadonlySet<string> = new Set([
  "incentive invoice",
  "scorecard tier",
  "payments",
  "payroll register",
  "fleet invoice",
  "itineraries",
  "vehicles",
]);

describe("two weeks of two stations", () => {
  it("finds every planted leak to the cent and nothing else", async () => {
    const { client } = await opened();
    if (!bench) return;
    const { imported } = await importAndCheck(bench, leaky.files);
    expect(imported.refused).toEqual([]);
    expect(imported.problems).toEqual([]);
    const findings = await client.findings.list({});
    expect(findings.map(keyOf).sort()).toEqual(leaky.truth.map(keyOf).sort());
  });

  it("reports nothing on clean files, and verifies every check whose documents are there", async () => {
    const { client } = await opened();
    if (!bench) return;
    await importAndCheck(bench, clean.files);
    expect(await client.findings.list({})).toEqual([]);
    const outcomes = await client.findings.coverage({});
    const open = outcomes.filter(
      (row) => row.outcome === "cannot-verify" && !row.missing.some((kind) => ABSENT.has(kind)),
    );
    // Rolling days need the week before the first one, edits a punch audit, and a session paid without a name says nobody's.
    expect(open.filter(({ code }) => !["F13", "F15", "F17"].includes(code))).toEqual([]);
    expect(open.filter(({ code, period }) => code === "F13" && period !== "2026-08-02")).toEqual([]);
    expect(new Set(outcomes.map((row) => row.station))).toEqual(new Set(["DXA4", "DTN7", null]));
  });

  it("moves the claimable total by exactly what the leaks are worth", async () => {
    const { client } = await opened();
    if (!bench) return;
    await importAndCheck(bench, leaky.files);
    const claimable = leaky.truth
      .filter((leak) => leak.direction === "owed" || leak.direction === "overcharged")
      .reduce((sum, leak) => sum + (leak.amountCents ?? 0), 0);
    const board = await client.findings.board({ station: null, week: null });
    expect(board.tiles.claimable.cents).toBe(claimable);
  });
});

describe("one document left out", () => {
  const kinds: readonly { name: RegExp; kind: string; codes: readonly string[] }[] = [
    {
      name: /^2026-08-02\/DXA4 Variable Invoice/,
      kind: "variable invoice",
      codes: ["A01", "A03", "A04", "A06", "A08", "A09", "A11", "A13", "A14", "A15"],
    },
    { name: /^2026-08-02\/.*Weekly Report.*\.zip$/, kind: "route summary", codes: ["A01", "A03", "A08", "A11"] },
    { name: /^2026-08-02\/ADP Timecard/, kind: "timecard", codes: ["F01", "F03", "F04", "F05"] },
    { name: /rate-card/, kind: "rate card", codes: ["A04"] },
    { name: /staff-roster/, kind: "staff roster", codes: ["F03", "F04", "F05"] },
    { name: /lease-schedule/, kind: "lease schedule", codes: ["E02", "E04", "E05", "E06"] },
    { name: /Merchants Invoice/, kind: "lease invoice", codes: ["E01", "E02", "E04", "E05", "E06"] },
    { name: /stations\.csv/, kind: "stations", codes: ["F03", "F05"] },
  ];
  for (const { name, kind, codes } of kinds) {
    it(`without the ${kind}: ${codes.join(", ")} cannot be verified and say so`, async () => {
      const { client } = await opened();
      if (!bench) return;
      expect(clean.files.filter((file) => name.test(file.path)).length).toBe(1);
      await importAndCheck(
        bench,
        clean.files.filter((file) => !name.test(file.path)),
      );
      expect((await client.findings.list({})).filter((finding) => finding.amountCents !== null)).toEqual([]);
      const outcomes = await client.findings.coverage({});
      for (const code of codes) {
        const blocked = outcomes.filter(
          (row) => row.code === code && row.outcome === "cannot-verify" && row.missing.some((each) => each === kind),
        );
        expect(blocked, code).not.toEqual([]);
        const agreed = outcomes.filter(
          (row) =>
            row.code === code &&
            row.period === blocked[0]?.period &&
            row.station === blocked[0]?.station &&
            row.outcome === "agrees",
        );
        expect(agreed, code).toEqual([]);
      }
    });
  }
});

describe("importing again, in another order, or overlapping", () => {
  it("twice gives the same findings and no doubled row", async () => {
    const { client } = await opened();
    if (!bench) return;
    await importAndCheck(bench, leaky.files);
    const before = await client.findings.list({});
    const again = await importAndCheck(bench, leaky.files);
    expect(again.imported.imported).toEqual([]);
    expect(again.checked.periodsChecked).toBe(0);
    expect(await client.findings.list({})).toEqual(before);
  });

  it("file by file and backwards gives byte-equal findings", async () => {
    const { client } = await opened();
    if (!bench) return;
    await importAndCheck(bench, leaky.files);
    const before = await client.findings.list({});
    await bench.close();
    const other = await opened();
    const paths = await other.put([...leaky.files].reverse());
    for (const path of paths) await other.importPaths([path]);
    await other.check();
    expect(await other.client.findings.list({})).toEqual(before);
  });

  it("a file with part of the days beside the whole one changes nothing", async () => {
    const { client } = await opened();
    if (!bench) return;
    const timecard = leaky.files.find((file) => /^2026-08-02\/ADP Timecard/.test(file.path));
    if (!timecard) throw new Error("the sample has a timecard");
    const lines = new TextDecoder().decode(timecard.bytes).split("\r\n");
    const dateOf = (line: string) => /\d{1,2}\/\d{1,2}\/\d{4}/.exec(line)?.[0] ?? "";
    const days = [...new Set(lines.slice(1).map(dateOf))].filter((day) => day !== "").sort();
    expect(days.length).toBeGreaterThan(5);
    const part = (from: number, to: number): SampleFile => {
      const kept = lines.slice(1).filter((line) => days.slice(from, to).includes(dateOf(line)));
      return {
        path: `part-${from}.csv`,
        bytes: new TextEncoder().encode([lines[0], ...kept].join("\r\n").concat("\r\n")),
      };
    };
    await importAndCheck(bench, leaky.files);
    const before = await client.findings.list({});
    const strip = (list: typeof before) => list.map(({ evidence: _evidence, ...rest }) => rest);
    await importAndCheck(bench, [part(0, 4), part(2, 6)]);
    expect(strip(await client.findings.list({}))).toEqual(strip(before));
    await bench.close();
    const other = await opened();
    await importAndCheck(other, [
      part(2, 6),
      ...leaky.files.filter((file) => file !== timecard),
      part(0, 3),
      part(3, days.length),
    ]);
    expect(strip(await other.client.findings.list({}))).toEqual(strip(before));
  });
});
