/** A quarter of two stations in which everybody did everything right: no check claims a cent. */
import { expect, it } from "vitest";
import { CHECKS } from "#main/reconcile/catalogue.ts";
import { run, scopesOf } from "#main/reconcile/run.ts";
import { monthOf } from "#shared/week.ts";
import { generateCompany } from "../support/sample/company.ts";
import { PAPERS_TODAY, papersOf } from "../support/sample/papers.ts";
import { factsOf } from "../support/workbench.ts";

it("a clean quarter of two stations, with its incentives, payments and bank, reports nothing at all", () => {
  const options = {
    seed: 20_260_503,
    stations: 2,
    weeks: 13,
    routesPerDay: 6,
    firstSunday: "2026-05-03",
    leaks: false,
  };
  const documents = generateCompany(options).files.map(({ path, bytes }) => ({
    name: path.slice(path.lastIndexOf("/") + 1),
    content: bytes,
  }));
  const { facts, covered } = factsOf([...documents, ...papersOf(documents, []).papers]);
  const months = facts.leaseLine.map((line) => monthOf(line.serviceFrom));
  const scopes = scopesOf(facts, covered, months);
  expect(scopes.filter(({ station }) => station !== null)).toHaveLength(26);
  const results = run({ checks: CHECKS, facts, covered, scopes, today: PAPERS_TODAY });
  const findings = results.flatMap((result) => result.findings);
  expect(findings.map(({ code, station, period, values }) => [code, station, period, values.sentence])).toEqual([]);
  expect(results.flatMap((result) => result.crashes)).toEqual([]);
});
