/** The control sheet through the contract and as a workbook, and cash that comes in weeks later, through the store. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { read, utils } from "xlsx";
import { main } from "#main/cli/main.ts";
import { neutralised, workbookBytes } from "#main/packets/workbook.ts";
import { type Bench, importAndCheck, openBench } from "../support/engine.ts";
import { generateCompany } from "../support/sample/company.ts";

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(async () => bench.close());

const company = (leaks: boolean) =>
  generateCompany({ seed: 5, stations: 2, weeks: 2, routesPerDay: 6, firstSunday: "2026-08-02", leaks });

describe("findings.control", () => {
  it("gives the newest week first, and what the company is owed beside what it was paid", async () => {
    const { files, truth } = company(true);
    await importAndCheck(bench, files);
    const rows = await bench.client.findings.control({ station: null, week: null, weeks: 13 });
    expect(rows.map((row) => row.week)).toEqual(["2026-08-09", "2026-08-09", "2026-08-02", "2026-08-02"]);
    expect(rows.every((row) => row.checked)).toBe(true);
    for (const { station, week, invoice } of rows) {
      const planted = truth.filter(
        (leak) => leak.station === station && leak.period === week && leak.code.startsWith("A"),
      );
      const sum = planted.reduce(
        (all, leak) => all + (leak.amountCents ?? 0) * (leak.direction === "exposure" ? -1 : 1),
        0,
      );
      expect([station, week, invoice.differenceCents]).toEqual([station, week, sum]);
    }
  });

  it("is asked for one station and week, and leaves a dismissed finding out", async () => {
    const { files } = company(true);
    await importAndCheck(bench, files);
    const ask = () => bench.client.findings.control({ station: "DXA4", week: "2026-08-04", weeks: 1 });
    const [before] = await ask();
    expect(before).toMatchObject({ station: "DXA4", week: "2026-08-02" });
    const [finding] = await bench.client.findings.list({
      family: "A",
      station: "DXA4",
      period: "2026-08-02",
      withAmount: true,
    });
    if (!finding) throw new Error("nothing was found");
    await bench.client.findings.decide({ ids: [finding.id], decision: "dismiss", reason: "agreed by phone" });
    const [after] = await ask();
    expect((before?.invoice.differenceCents ?? 0) - (after?.invoice.differenceCents ?? 0)).toBe(finding.amountCents);
  });

  it("says of a week that was not checked yet that nothing is verified", async () => {
    await bench.importPaths(await bench.put(company(false).files));
    const rows = await bench.client.findings.control({ station: null, week: null, weeks: 1 });
    expect(rows.map((row) => [row.checked, row.invoice.state, row.invoice.expectedCents])).toEqual([
      [false, "not verified", null],
      [false, "not verified", null],
    ]);
  });
});

describe("the workbook", () => {
  it("is written with titles, a line each and numbers that are numbers", async () => {
    await importAndCheck(bench, company(true).files);
    await bench.engine.session.close();
    const file = join(bench.root, "control.xlsx");
    expect(await main(["control", bench.workspace, "--weeks", "1", "--out", file])).toBe(0);
    const book = read(await readFile(file));
    const rows = utils.sheet_to_json<unknown[]>(book.Sheets["Control sheet"] ?? {}, { header: 1, raw: true });
    expect(rows).toHaveLength(3);
    expect(rows[0]?.slice(0, 5)).toEqual(["Week", "Station", "Invoice expected", "Invoice paid", "Invoice difference"]);
    const [week, , expected, paid, difference] = rows[1] ?? [];
    expect(rows.slice(1).map((cells) => cells[1])).toContain("DXA4");
    expect(week).toBe("2026-08-09");
    expect(Math.round((Number(expected) - Number(paid)) * 100)).toBe(Math.round(Number(difference) * 100));
  });

  it.each([
    ["=SUM(A1)", "'=SUM(A1)"],
    ["+1", "'+1"],
    ["-1", "'-1"],
    ["@cmd", "'@cmd"],
    ["\t=1", "'\t=1"],
    ["1 - 2", "1 - 2"],
    ["DXA4", "DXA4"],
  ])("writes %j as %j", (text, written) => {
    expect(neutralised(text)).toBe(written);
    const sheet = read(workbookBytes("Texts", [[text]])).Sheets.Texts;
    expect(sheet?.A1).toMatchObject({ t: "s", v: written });
    expect(sheet?.A1?.f).toBeUndefined();
  });

  it.each([
    [["control"]],
    [["control", "W", "--weeks", "0"]],
    [["control", "W", "--week", "soon"]],
    [["control", "W", "--json", "--out", "x.xlsx"]],
  ])("refuses %j", async (args) => expect(await main(args)).toBe(2));
});

describe("a payment that comes three weeks later", () => {
  const invoice = [
    "Invoice Number,INV-HARBOR-0000000610",
    "Invoice Date,2026-07-11",
    "Station,DXA4",
    "Period Start,2026-07-05",
    "Period End,2026-07-11",
    "Invoice Type,Variable",
    "Section,Date,Description,Service Type,Rate,Quantity,Amount",
    "Other,2026-07-06,Weekly support payment,,,1,600.00",
    "Total Due,,,,,,600.00",
  ].join("\n");
  const payments = (...rows: string[]) => ["Payment Date,Payment Number,Invoice Number,Amount", ...rows].join("\n");

  it("clears what was unpaid, although nothing of its month changed", async () => {
    const first = [
      { path: "invoice.csv", bytes: invoice },
      { path: "remittances 1.csv", bytes: payments("2026-07-30,PAY-1,INV-HARBOR-0000000600,1.00") },
    ];
    await bench.importPaths(await bench.put(first));
    await bench.check();
    const open = await bench.client.findings.list({ family: "D" });
    expect(open.map((each) => [each.code, each.period, each.amountCents])).toEqual([["D02", "2026-07", 60_000]]);
    const later = { path: "remittances 2.csv", bytes: payments("2026-08-14,PAY-2,INV-HARBOR-0000000610,600.00") };
    await bench.importPaths(await bench.put([later]));
    const { findingsCleared } = await bench.check();
    expect(findingsCleared).toBe(1);
    expect(await bench.client.findings.list({ family: "D" })).toEqual([]);
  });
});
