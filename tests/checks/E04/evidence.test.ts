import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { evidenceRecord } from "#main/reconcile/finding.ts";
import { parseCase } from "../../support/cases.ts";
import { reconcile } from "../../support/workbench.ts";

function findingOf(code: string, name: string) {
  const { documents } = parseCase(readFileSync(join(import.meta.dirname, "..", code, `${name}.case`), "utf8"));
  const found = reconcile(documents)
    .flatMap((result) => result.findings)
    .find((each) => each.code === code);
  if (!found) throw new Error(`${code} ${name} has no finding`);
  return found;
}

describe("evidence of a lease finding", () => {
  it.each([
    ["E04", "too-much", ["lease-schedule.csv"]],
    ["E09", "same-repair-within-ninety-days", ["Element ELM-5 2026-05-31.csv", "lease-schedule.csv"]],
    ["E11", "wrong-plate", ["VehiclesData.csv", "lease-schedule.csv"]],
    ["E13", "paid-on-the-day", ["bank.csv", "Element ELM-7 2026-07-31.csv"]],
    ["E14", "other-state", ["VehiclesData.csv"]],
    ["E16", "seven-days", ["itineraries.csv", "VehiclesData.csv"]],
    ["E17", "not-on-amazons-list", ["lease-schedule.csv"]],
    ["C05", "loses", ["fleet-DXA4.csv", "VehiclesData.csv"]],
  ])("%s %s shows rows of both sides", (code, name, others) => {
    const finding = findingOf(code, name);
    const documents = new Set(finding.evidence.map(({ source }) => source.document.name));
    for (const other of others) expect([...documents]).toContain(other);
    expect([...documents].some((document) => /ELM-|ENT-/.test(document))).toBe(true);
    for (const item of finding.evidence) expect(Object.keys(evidenceRecord(item).cells).length).toBeGreaterThan(0);
    expect(finding.sides.every((side) => side.rows.length > 0)).toBe(true);
  });

  it("shows the deciding cells of the vehicle list under the titles it has", () => {
    const row = findingOf("E11", "wrong-plate").evidence.find(({ source }) => source.document.kind === "vehicles");
    expect(row && evidenceRecord(row).cells).toMatchObject({ licensePlateNumber: "1HX234A" });
  });

  it("ends every formula in its amount and names the daily rate of a part of a month", () => {
    const finding = findingOf("E03", "delivered-on-the-second");
    expect(finding.values.formula).toBe("billed 930.00 - 30 days x 30.00 a day = 30.00");
    expect(finding.notes.join(" ")).toContain("Daily rate: 30.00 in a month of 31 days.");
  });
});
