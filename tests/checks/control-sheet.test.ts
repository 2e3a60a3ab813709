/** The control sheet: what should have been paid is what the company was paid when nothing leaked, and what is open is never shown as equal. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amazonChecks } from "#main/reconcile/checks/amazon/index.ts";
import { incentiveChecks } from "#main/reconcile/checks/incentive/index.ts";
import { type ControlFinding, controlMoney } from "#main/reconcile/control-money.ts";
import { type ControlRow, controlRow } from "#main/reconcile/control-sheet.ts";
import { CoverageMap } from "#main/reconcile/coverage.ts";
import { FactIndex } from "#main/reconcile/facts.ts";
import { run, scopesOf } from "#main/reconcile/run.ts";
import type { CheckCode, Direction, DocumentKind } from "#shared/catalogue.ts";
import { generateCompany } from "../support/sample/company.ts";
import { factsOf, type TestDocument } from "../support/workbench.ts";

/** The sheet of everything some documents speak of, with the findings it rests on. */
function sheetOf(documents: readonly TestDocument[], today = "2026-08-19") {
  const { facts, covered } = factsOf(documents, { problems: true });
  const scopes = scopesOf(facts, covered, []);
  const checks = [...amazonChecks, ...incentiveChecks];
  const results = run({ checks, facts, covered, scopes, today });
  const index = new FactIndex(facts);
  const coverage = new CoverageMap(index, covered);
  const rows = results.flatMap(({ scope, outcomes, findings }) => {
    const { station } = scope;
    return station === null ? [] : [controlRow({ scope: { ...scope, station }, index, coverage, outcomes, findings })];
  });
  return { rows, findings: results.flatMap((result) => result.findings) };
}

function company(seed: number, leaks: boolean): TestDocument[] {
  const options = { seed, stations: 2, weeks: 2, routesPerDay: [5, 9] as const, firstSunday: "2026-08-02", leaks };
  return generateCompany(options).files.map(({ path, bytes }) => ({
    name: path.slice(path.lastIndexOf("/") + 1),
    content: bytes,
  }));
}

const keyOf = ({ station, week }: ControlRow) => `${station} ${week}`;

describe("an invented company", () => {
  it("should have been paid what it is paid when nothing leaks, and the difference is the sum of its findings", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
        const whole = new Map(sheetOf(company(seed, false)).rows.map((row) => [keyOf(row), row]));
        const { rows, findings } = sheetOf(company(seed, true));
        expect(rows).toHaveLength(4);
        for (const row of rows) {
          const { expectedCents, paidCents, differenceCents } = row.invoice;
          const own = findings.filter(
            (each) => each.code.startsWith("A") && each.station === row.station && each.period === row.week,
          );
          const sum = own.reduce((total, { amountCents, direction }) => {
            if (amountCents === null || direction === "watch") return total;
            return total + (direction === "exposure" ? -amountCents : amountCents);
          }, 0);
          expect([keyOf(row), differenceCents]).toEqual([keyOf(row), sum]);
          expect((expectedCents ?? 0) - (paidCents ?? 0)).toBe(sum);
          expect([keyOf(row), expectedCents]).toEqual([keyOf(row), whole.get(keyOf(row))?.invoice.paidCents]);
        }
      }),
      { numRuns: 3 },
    );
  });
});

const PACKAGES = {
  name: "HLNE Delivered Packages Report-2026-08-08.csv",
  content:
    "Date,Station,DSP short code,Package count,Package details,Package type\n" +
    "2026-08-03,Memphis (DXA4)- Amazon.com,HLNE,1000,,Delivered\n",
};
const TIER = { name: "tiers.csv", content: "Week,Station,Tier\n2026-08-02,DXA4,Fantastic Plus\n" };
const CARD = {
  name: "rate-card.csv",
  content:
    "Station,Item,Service Type,Block Hours,Rate,Effective From,Effective To\n" +
    "DXA4,incentive fantastic plus,,,0.15,2026-01-01,\nDXA4,incentive fantastic,,,0.07,2026-01-01,\n",
};
const incentive = (rate: string, amount: string) => ({
  name: "incentive.csv",
  content: [
    "Invoice Number,INV-HARBOR-0000000615",
    "Invoice Date,2026-08-08",
    "Station,DXA4",
    "Period Start,2026-08-02",
    "Period End,2026-08-08",
    "Invoice Type,Incentive",
    "Section,Date,Description,Service Type,Quantity,Rate,Amount",
    `Incentive,,Delivered packages,,1000,${rate},${amount}`,
    `Total Due,,,,,,${amount}`,
  ].join("\n"),
});

describe("an incentive", () => {
  const of = (...documents: TestDocument[]) => sheetOf([PACKAGES, CARD, ...documents]).rows[0]?.incentive;

  it("that is paid as earned is verified and equal", () => {
    expect(of(TIER, incentive("0.15", "150.00"))).toEqual({
      paidCents: 15_000,
      expectedCents: 15_000,
      differenceCents: 0,
      estimated: false,
      state: "verified",
      missing: [],
    });
  });

  it("paid at another tier's rate is short by the finding", () => {
    expect(of(TIER, incentive("0.07", "70.00"))).toMatchObject({
      paidCents: 7_000,
      expectedCents: 15_000,
      differenceCents: 8_000,
      state: "verified",
    });
  });

  it("without the tier is not verified, and never equal", () => {
    expect(of(incentive("0.15", "150.00"))).toEqual({
      paidCents: 15_000,
      expectedCents: null,
      differenceCents: null,
      estimated: false,
      state: "not verified",
      missing: ["scorecard tier"],
    });
  });

  it("of a tier that earns nothing and without an invoice does not exist", () => {
    expect(of({ ...TIER, content: TIER.content.replace("Fantastic Plus", "Great") })).toMatchObject({
      paidCents: null,
      expectedCents: null,
      differenceCents: null,
      state: "none",
    });
  });
});

describe("an invoice", () => {
  const money = (findings: readonly ControlFinding[], missing: readonly DocumentKind[] = []) => {
    const outcomes = [
      { code: "A01" as const, outcome: "finding" as const, missing },
      // Whether a cancellation has a record moves no money.
      { code: "A12" as const, outcome: "cannot-verify" as const, missing: ["cancellations" as const] },
    ];
    return controlMoney("A", [100_000], { outcomes, findings });
  };
  const finding = (amountCents: number | null, direction: Direction = "owed", code: CheckCode = "A01") => ({
    code,
    direction,
    amountCents,
    estimated: false,
  });

  it.each([
    ["what is owed", [finding(500)], 500],
    ["what may be taken back lowers it", [finding(500), finding(200, "exposure", "A02")], 300],
    ["what is only watched does not count", [finding(500), finding(900, "watch", "A10")], 500],
    ["another family's money does not count", [finding(500), finding(900, "owed", "B01")], 500],
  ])("expects %s", (_, findings, difference) => {
    expect(money(findings)).toMatchObject({
      state: "verified",
      paidCents: 100_000,
      differenceCents: difference,
      expectedCents: 100_000 + difference,
    });
  });

  it("with a difference nobody can price is not shown as equal", () => {
    expect(money([finding(null)])).toMatchObject({ state: "not verified", expectedCents: null, differenceCents: null });
    expect(money([finding(null), finding(500)])).toMatchObject({ state: "in part", differenceCents: 500 });
  });

  it("verified for some days only says so", () => {
    expect(money([finding(500)], ["route summary"])).toMatchObject({ state: "in part", missing: ["route summary"] });
    expect(money([], ["route summary"])).toMatchObject({ state: "not verified", differenceCents: null });
  });
});

describe("counts and hours", () => {
  it("are left out where no document of theirs is here", () => {
    const [row] = sheetOf([PACKAGES, CARD]).rows;
    expect(row).toMatchObject({ packages: 1000, routes: null, paidMinutes: null, clockedMinutes: null, partial: [] });
    expect(row?.invoice).toMatchObject({ paidCents: null, expectedCents: null, state: "not verified" });
  });
});
