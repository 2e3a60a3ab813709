import { describe, expect, it } from "vitest";
import { allowedMiles } from "#main/reconcile/checks/lease/one-off/mileage.ts";
import { stateInWords } from "#main/reconcile/checks/lease/one-off/states.ts";
import { unitInWords } from "#main/reconcile/checks/lease/rental-unit.ts";

describe("the state a registration is for", () => {
  it.each([
    ["Registration renewal - Tennessee", "TN"],
    ["TX registration", "TX"],
    ["Registration renewal (CA)", "CA"],
    ["Registration West Virginia 2026", "WV"],
    ["REGISTRATION IN ADVANCE", null],
    ["Registration or title", null],
    ["Texas to Tennessee transfer", null],
    ["Registration renewal 2026", null],
  ])("of %j is %j", (text, state) => expect(stateInWords(text)).toBe(state));
});

describe("the unit of a rental's price", () => {
  it.each([
    ["Daily rental", "day"],
    ["Rental 6 days", "day"],
    ["Weekly rate", "week"],
    ["Van, per month", "month"],
    ["Rental 1 week 3 days", null],
    ["Van rental", null],
  ])("of %j is %j", (text, unit) => expect(unitInWords(text)).toBe(unit));
});

describe("miles a contract allows up to a day", () => {
  it.each([
    ["2025-09-01", "2026-08-31", 30_000, "2,500 x 12 months"],
    ["2025-09-15", "2026-08-14", 27_500, "2,500 x 11 months"],
    ["2026-08-01", "2026-08-15", 1_209, "2,500 x 0 months + 1,209 for 15 days"],
    ["2028-01-31", "2028-02-27", 2_413, "2,500 x 0 months + 2,413 for 28 days"],
    ["2026-01-31", "2026-02-27", 2_500, "2,500 x 1 month"],
  ])("from %s to %s are %i", (from, to, miles, text) => {
    expect(allowedMiles(2_500, from, to)).toEqual({ miles, text });
  });
});
