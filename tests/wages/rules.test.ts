import { describe, expect, test } from "vitest";
import { minimumWage, parseWageRules, ruleBook } from "#main/wages/index.ts";
import { book } from "./support.ts";

const { rules } = book.rules;
const states = (confirmed: boolean) => [
  ...new Set(rules.filter((rule) => rule.confirmed === confirmed && rule.state !== "US").map((rule) => rule.state)),
];

describe("the rules file", () => {
  test("every rule has a citation and says whether it is confirmed", () => {
    for (const rule of rules) expect(rule.citation.length).toBeGreaterThan(5);
    expect(rules.filter((rule) => rule.state === "US").every((rule) => rule.confirmed)).toBe(true);
    expect(states(true)).toEqual(["CA", "AK"]);
    expect(states(false).sort().join(" ")).toBe("CA CO CT DE IL KY MA ME MN ND NH NV NY OR RI TN WA WV");
    expect(rules.filter((rule) => rule.state === "CA" && !rule.confirmed).map((rule) => rule.kind)).toEqual([
      "flat-sum bonus",
    ]);
    expect(book.rules.notice).toContain("not legal advice");
  });

  test.each([
    ["an unknown field", { ...book.rules, more: 1 }],
    ["two rules of one id", { ...book.rules, rules: [rules[0], rules[0]] }],
    ["a date that is none", { ...book.rules, rules: [{ ...rules[0], from: "2026-02-30" }] }],
    ["a kind that is none", { ...book.rules, rules: [{ ...rules[0], kind: "monthly overtime" }] }],
    ["a percentage that no law has", { ...book.rules, rules: [{ ...rules[0], percent: 175 }] }],
    ["no citation", { ...book.rules, rules: [{ ...rules[0], citation: "" }] }],
    ["nothing", null],
  ])("is refused with %s", (_, json) => {
    expect(() => parseWageRules(json)).toThrow();
  });
});

describe("looking up", () => {
  test("a state's own rule, else the federal one", () => {
    expect(book.on("CA", "2026-09-06").punchRounding?.id).toBe("ca-rounding");
    expect(book.on("TX", "2026-09-06").punchRounding?.id).toBe("us-neutral-rounding");
    expect(book.on(" ca ", "2026-09-06").daily.map((rule) => rule.afterMinutes)).toEqual([480, 720]);
    expect(book.on("TX", "2026-09-06")).toMatchObject({ daily: [], meal: null, rest: null, seventhDay: null });
    expect(book.on("CA", "2026-09-06").weekly.id).toBe("us-weekly-overtime");
  });

  test("rules begin and end on their days", () => {
    const ended = {
      ...book.rules,
      rules: rules.map((rule) => (rule.id === "ak-daily-overtime" ? { ...rule, to: "2026-12-31" } : rule)),
    };
    const other = ruleBook(parseWageRules(ended));
    expect(other.on("AK", "2026-12-31").daily.length).toBe(1);
    expect(other.on("AK", "2027-01-01").daily.length).toBe(0);
    expect(book.on("NV", "2024-06-30").daily.length).toBe(0);
    expect(book.on("NV", "2024-07-01").daily.length).toBe(1);
  });

  test("of two rules in force the later one holds", () => {
    const wage = rules.find((rule) => rule.kind === "minimum wage");
    const raised = [{ ...wage, id: "nv-2027", from: "2027-07-01", rate: 130_000 }, ...rules];
    const other = ruleBook(parseWageRules({ ...book.rules, rules: raised }));
    expect(minimumWage(other, "NV", "2027-06-30")?.rate).toBe(120_000);
    expect(minimumWage(other, "NV", "2027-07-01")?.rate).toBe(130_000);
  });

  test("a minimum wage that the rules do not name is unknown", () => {
    expect(minimumWage(book, "NV", "2026-09-06")).toMatchObject({ rate: 120_000, rule: { confirmed: false } });
    expect(minimumWage(book, "TN", "2026-09-06")).toBeNull();
  });

  test("a file without weekly overtime or without a source is no use", () => {
    const empty = ruleBook(parseWageRules({ ...book.rules, rules: [] }));
    expect(() => empty.on("TN", "2026-09-06")).toThrow(RangeError);
    expect(() => empty.method("bonus")).toThrow(RangeError);
  });
});
