/** A week of which only the console's export of the invoice is there: nothing false is claimed, and what is missing is found. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FactIndex } from "#main/reconcile/facts.ts";
import { isClaimable } from "#shared/catalogue.ts";
import { generateCompany } from "../../support/sample/company.ts";
import { asExports, byDescription, type ExportRow, withoutBlocks } from "../../support/variable-export.ts";
import { factsOf, reconcile, type TestDocument } from "../../support/workbench.ts";

const companyOf = (seed: number, leaks: boolean) =>
  generateCompany({ seed, stations: 2, weeks: 1, routesPerDay: [7, 10], firstSunday: "2026-08-02", leaks });
const documentsOf = (files: readonly { path: string; bytes: Uint8Array }[]): TestDocument[] =>
  files
    .filter(({ path }) => !path.startsWith("lease/"))
    .map(({ path, bytes }) => ({ name: path.slice(path.lastIndexOf("/") + 1), content: bytes }));
const amazon = (documents: readonly TestDocument[]) =>
  reconcile(documents)
    .flatMap((result) => result.findings)
    .filter(({ code }) => code.startsWith("A"));
const claimed = (documents: readonly TestDocument[]) =>
  amazon(documents).reduce((sum, each) => sum + (isClaimable(each.direction) ? (each.amountCents ?? 0) : 0), 0);
const seeds = fc.integer({ min: 1, max: 1_000_000 });

describe("a week with the export in place of the invoice", () => {
  test.each([
    ["named as on the invoice", byDescription],
    ["without blocks", withoutBlocks],
  ])("gives no finding where everything was paid: %s", (_, naming) => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const documents = asExports(documentsOf(companyOf(seed, false).files), naming);
        expect(amazon(documents).map(({ values }) => values.sentence)).toEqual([]);
      }),
      { numRuns: 4 },
    );
  });

  test.each([
    ["named as on the invoice", byDescription, "325.00 = 325.00"],
    ["without blocks", withoutBlocks, "paid = 325.00"],
  ])("finds a missing route, and nothing else: %s", (_, naming, formula) => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const documents = asExports(documentsOf(companyOf(seed, false).files), naming, (rows, head) =>
          head.station === "DXA4" ? oneRouteLess(rows) : rows,
        );
        const found = amazon(documents);
        expect(found.map(({ code, station, amountCents }) => [code, station, amountCents])).toEqual([
          ["A01", "DXA4", 32_500],
        ]);
        expect(found[0]?.values.formula).toContain(formula);
        expect(found[0]?.notes.some((note) => note.includes("export of the invoice has amounts only"))).toBe(true);
      }),
      { numRuns: 3 },
    );
  });

  test("compares in money what the card's price does not divide", () => {
    const documents = asExports(documentsOf(companyOf(7, false).files), byDescription, (rows) =>
      rows.map((row) => (row.category === "Unplanned Delay" ? { ...row, amountCents: row.amountCents - 2_000 } : row)),
    );
    expect(amazon(documents).map(({ code, amountCents }) => [code, amountCents])).toEqual([
      ["A13", 2_000],
      ["A13", 2_000],
    ]);
  });

  test("never claims more than the same week does with its detailed invoice", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { files } = companyOf(seed, true);
        expect(claimed(asExports(documentsOf(files)))).toBeLessThanOrEqual(claimed(documentsOf(files)));
      }),
      { numRuns: 4 },
    );
  });

  test("is left out where the detailed invoice is there too", () => {
    const documents = documentsOf(companyOf(11, true).files);
    const both = [...documents, ...asExports(documents).filter(({ name }) => name.endsWith("export.csv"))];
    expect(amazon(both)).toEqual(amazon(documents));
  });
});

function oneRouteLess(rows: ExportRow[]): ExportRow[] {
  const at = rows.findIndex(
    ({ serviceType, amountCents }) =>
      /^Standard Parcel Electric - Rivian MEDIUM(?: - Block of 10 Hours)?$/.test(serviceType) && amountCents > 32_500,
  );
  return rows.map((row, index) => (index === at ? { ...row, amountCents: row.amountCents - 32_500 } : row));
}

describe("the facts of an invoice that came in both forms", () => {
  test("are those of the detailed one; another number and another station keep their export", () => {
    const detailed = documentsOf(companyOf(3, false).files).filter(({ name }) => name.startsWith("DXA4 Variable"));
    const exported = asExports(documentsOf(companyOf(3, false).files)).filter(({ name }) =>
      name.endsWith("export.csv"),
    );
    const { company } = new FactIndex(factsOf([...detailed, ...exported]).facts);
    expect(company.invoice.map(({ station, form }) => `${station} ${form}`).sort()).toEqual([
      "DTN7 export",
      "DXA4 detail",
    ]);
    expect(new Set(company.invoiceLine.map(({ station, form }) => `${station} ${form}`))).toEqual(
      new Set(["DXA4 detail", "DTN7 export"]),
    );
  });
});
