/** Whole companies, invented at random: what is planted is found to the cent, what is clean stays silent, and order does not matter. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { generateCompany } from "../support/sample/company.ts";
import { reconcile, type TestDocument } from "../support/workbench.ts";

const company = (seed: number, leaks: boolean) =>
  generateCompany({ seed, stations: 3, weeks: 2, routesPerDay: [6, 12], firstSunday: "2026-08-02", leaks });
const documents = (files: readonly { path: string; bytes: Uint8Array }[]): TestDocument[] =>
  files.map(({ path, bytes }) => ({ name: path.slice(path.lastIndexOf("/") + 1), content: bytes }));
const findingsOf = (list: readonly TestDocument[]) => reconcile(list).flatMap((result) => result.findings);
const keyOf = (each: {
  code: string;
  station: string | null;
  period: string;
  direction: string;
  amountCents: number | null;
}) => [each.code, each.station, each.period, each.direction, each.amountCents].join(" ");
const seeds = fc.integer({ min: 1, max: 1_000_000 });

describe("a company of three stations over two weeks", () => {
  it("gives back every planted leak to the cent and nothing else", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { files, truth } = company(seed, true);
        expect(findingsOf(documents(files)).map(keyOf).sort()).toEqual(truth.map(keyOf).sort());
      }),
      { numRuns: 6 },
    );
  });

  it("gives no finding at all when it is clean", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        expect(findingsOf(documents(company(seed, false).files)).map(keyOf)).toEqual([]);
      }),
      { numRuns: 4 },
    );
  });

  it("gives byte-equal results whatever the order of its documents", () => {
    fc.assert(
      fc.property(seeds, fc.infiniteStream(fc.nat()), (seed, random) => {
        const list = documents(company(seed, true).files);
        const shuffled = list
          .map((each) => ({ each, at: random.next().value ?? 0 }))
          .sort((a, b) => a.at - b.at)
          .map(({ each }) => each);
        expect(JSON.stringify(reconcile(shuffled))).toBe(JSON.stringify(reconcile(list)));
      }),
      { numRuns: 3 },
    );
  });
});
