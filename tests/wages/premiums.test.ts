import { describe, expect, test } from "vitest";
import {
  type Earnings,
  parseWageRules,
  payWeek,
  premiumsOf,
  ruleBook,
  type Segment,
  workRecord,
} from "#main/wages/index.ts";
import { book, onlyWeek, POLICY, row, SUNDAY } from "./support.ts";

const MONDAY = "2026-09-07";

/** Premiums of the only week of some rows. */
function premiums(rows: readonly Segment[], earnings: Earnings = {}, missedRests: readonly string[] = []) {
  const week = onlyWeek(rows);
  const pay = payWeek(week, earnings, book);
  const flatSumCents = (earnings.bonuses ?? []).reduce(
    (sum, each) => sum + (each.kind === "flat sum" ? each.cents : 0),
    0,
  );
  return premiumsOf(week, { regularRate: pay.known ? pay.regularRate : null, flatSumCents, missedRests }, book);
}

describe("California", () => {
  const day = [row(SUNDAY, "6:00-17:00", { state: "CA" })];

  test("one hour at the regular rate a day, however many meals were missed", () => {
    expect(premiums(day)).toMatchObject([
      { date: SUNDAY, what: "meal", minutes: 60, cents: 2000, formula: "1 h x 20.00 = 20.00", rule: { id: "ca-meal" } },
    ]);
    const two = [...day, row(MONDAY, "6:00-14:00", { state: "CA" })];
    expect(premiums(two).map(({ date, what }) => [date, what])).toEqual([
      [SUNDAY, "meal"],
      [MONDAY, "meal"],
    ]);
  });

  test("and one for rests, where somebody says that one was missed", () => {
    expect(premiums(day, {}, [SUNDAY]).map(({ what, cents }) => [what, cents])).toEqual([
      ["meal", 2000],
      ["rest", 2000],
    ]);
  });

  test("is no pay for work: the pay of the week does not change", () => {
    const pay = payWeek(onlyWeek(day), {}, book);
    expect(pay).toMatchObject({ totalCents: 22000 + 3000, regularRate: { cents: 2000 } });
  });

  test("bonuses raise it, a flat sum by its share of the straight-time hours", () => {
    const production = premiums(day, { bonuses: [{ id: "b", kind: "production", cents: 1100 }] });
    expect(production[0]?.cents).toBe(2100);
    const flat = premiums(day, { bonuses: [{ id: "b", kind: "flat sum", cents: 1600 }] });
    expect([flat[0]?.cents, flat[0]?.formula]).toEqual([2200, "1 h x 22.00 = 22.00"]);
  });

  test("is not due for a meal that was taken, waived, or deducted without times", () => {
    expect(premiums([row(SUNDAY, "6:00-10:00", { state: "CA" }), row(SUNDAY, "10:30-14:00", { state: "CA" })])).toEqual(
      [],
    );
    expect(premiums([row(SUNDAY, "6:00-14:00", { state: "CA", deductedMinutes: 30 })])).toEqual([]);
  });

  test("has no amount where the rate is not known, and is not said of an unknown day", () => {
    const open = [...day, row(MONDAY, "6:00-", { state: "CA" })];
    expect(premiums(open)).toMatchObject([{ date: SUNDAY, cents: null, formula: "1 h x a rate that is not known" }]);
  });
});

describe("elsewhere", () => {
  test("a missing meal costs no premium where the state has none", () => {
    expect(premiums([row(SUNDAY, "6:00-16:00")])).toEqual([]);
    expect(premiums([row(SUNDAY, "6:00-16:00", { state: "WA" })], {}, [SUNDAY])).toEqual([]);
  });

  test("New York: a spread over ten hours, breaks included, earns an hour at minimum wage; not confirmed", () => {
    const spread = (to: string) =>
      premiums([row(SUNDAY, "6:00-9:00", { state: "NY" }), row(SUNDAY, `13:00-${to}`, { state: "NY" })]);
    expect(spread("16:00")).toEqual([]);
    expect(spread("16:01")).toMatchObject([
      { what: "spread of hours", minutes: 60, cents: null, rule: { id: "ny-spread-of-hours", confirmed: false } },
    ]);
  });

  test("with an amount once the rules name the minimum wage", () => {
    const wage = {
      id: "ny-wage",
      state: "NY",
      kind: "minimum wage",
      from: null,
      to: null,
      citation: "example",
      confirmed: false,
      rate: 160_000,
    };
    const own = ruleBook(parseWageRules({ ...book.rules, rules: [...book.rules.rules, wage] }));
    const [week] = workRecord([row(SUNDAY, "6:00-17:00", { state: "NY" })], POLICY, own).weeks;
    const basis = { regularRate: null, flatSumCents: 0, missedRests: [] };
    expect(week && premiumsOf(week, basis, own)).toMatchObject([{ cents: 1600, formula: "1 h x 16.00 = 16.00" }]);
  });
});
