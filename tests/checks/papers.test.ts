/** Invented companies with the papers that pay them: what is spoiled is found to the cent and nothing else, and nothing is in clean ones. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { acrossChecks } from "#main/reconcile/checks/across/index.ts";
import { amazonChecks } from "#main/reconcile/checks/amazon/index.ts";
import { cashChecks } from "#main/reconcile/checks/cash/index.ts";
import { fleetChecks } from "#main/reconcile/checks/fleet/index.ts";
import { incentiveChecks } from "#main/reconcile/checks/incentive/index.ts";
import { run, scopesOf } from "#main/reconcile/run.ts";
import { generateCompany } from "../support/sample/company.ts";
import { PAPERS_TODAY, papersOf, type Spoil } from "../support/sample/papers.ts";
import { factsOf, type TestDocument } from "../support/workbench.ts";

function clean(seed: number): TestDocument[] {
  const options = { seed, stations: 2, weeks: 2, routesPerDay: 4, firstSunday: "2026-08-02", leaks: false };
  return generateCompany(options).files.map(({ path, bytes }) => ({
    name: path.slice(path.lastIndexOf("/") + 1),
    content: bytes,
  }));
}

/** The rooms that read these papers. */
const CHECKS = [...amazonChecks, ...incentiveChecks, ...fleetChecks, ...cashChecks, ...acrossChecks];

function results(documents: readonly TestDocument[]) {
  const { facts, covered } = factsOf(documents);
  return run({ checks: CHECKS, facts, covered, scopes: scopesOf(facts, covered, []), today: PAPERS_TODAY });
}

const keys = (
  list: readonly {
    code: string;
    station: string | null;
    period: string;
    direction: string;
    amountCents: number | null;
  }[],
) => list.map((each) => [each.code, each.station, each.period, each.direction, each.amountCents].join(" ")).sort();

const SPOILS: readonly Spoil[] = [
  "tier",
  "base",
  "nothing earned",
  "no invoice",
  "unpaid",
  "in part",
  "twice",
  "deposit",
];

describe("a company of two stations over two weeks with its incentives, payments and bank", () => {
  it("gives no finding when it is clean, and verifies every check of B and D", () => {
    const documents = clean(11);
    const checked = results([...documents, ...papersOf(documents, []).papers]);
    expect(keys(checked.flatMap((result) => result.findings))).toEqual([]);
    const open = checked
      .flatMap((result) => result.outcomes)
      .filter(({ code, outcome }) => /^[BD]/.test(code) && outcome === "cannot-verify");
    expect(open.map(({ code, station, period, why }) => [code, station, period, why])).toEqual([]);
  });

  it("gives back what is spoiled, to the cent, and nothing else", () => {
    const spoils = fc.array(fc.option(fc.constantFrom(...SPOILS)), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), spoils, (seed, spoil) => {
        const documents = clean(seed);
        const { papers, truth } = papersOf(documents, spoil);
        const found = results([...documents, ...papers]).flatMap((result) => result.findings);
        expect(keys(found)).toEqual(keys(truth));
      }),
      { numRuns: 6 },
    );
  });

  it("estimates a week whose variable invoice never came at the price of its routes, and claims nothing else of it", () => {
    const documents = clean(12);
    const { papers } = papersOf(documents, []);
    const { facts } = factsOf(documents);
    const [lost] = facts.invoice;
    if (!lost) throw new Error("no invoice");
    const routes = facts.invoiceLine
      .filter((line) => line.invoiceNumber === lost.invoiceNumber && line.section === "routes")
      .reduce((sum, line) => sum + line.amountCents, 0);
    const rest = [...documents.filter(({ name }) => !name.includes(lost.invoiceNumber)), ...papers];
    const found = results(rest).flatMap((result) => result.findings);
    expect(keys(found)).toEqual([`D04 ${lost.station} ${lost.periodStart} owed ${routes}`]);
    expect(found[0]?.estimated).toBe(true);
  });
});
