/**
 * The wage engine: what a person's hours should have paid under the rules of the state they were worked in. Pure; the rules come in as
 * data. The way through it:
 *
 *     const book = ruleBook(parseWageRules(json));          // resources/wage-rules.json
 *     const record = workRecord(segments, policy, book);    // shifts, workdays, workweeks; the class of every minute; overlaps
 *     const pay = payWeek(record.weeks[0], earnings, book); // lines with formula and citation, or the reasons why it is not known
 *     const premiums = premiumsOf(record.weeks[0], basis, book); // meals, rests, spread of hours: day by day
 *
 * and beside it `breakdown` (which minutes of which day are what, and why), `overtimeOnBonus` and `apportionBonus` (a bonus left out of the regular rate), `limitsOf` (the programme's limits),
 * `roundingTest` (punch rounding) and `minimumWage`. Minutes, cents and rates are integers; an amount is rounded half up once, and where
 * the order of rounding matters `WeekPay.rounding` has the figure for each order. What rests on an unreadable row is null or `known: false`,
 * never zero. Every rule that was used is handed back with its citation and whether it is confirmed.
 */
export { apportionBonus, overtimeOnBonus } from "./bonus.ts";
export { breakdown } from "./breakdown.ts";
export { wallAt } from "./clock.ts";
export type { Earnings } from "./earnings.ts";
export { limitsOf } from "./limits.ts";
export { roundingTest } from "./neutral-rounding.ts";
export { payWeek } from "./pay.ts";
export { usualPolicy, type WorkPolicy } from "./policy.ts";
export { premiumsOf } from "./premiums.ts";
export { type WorkRecord, workRecord } from "./record.ts";
export { minimumWage, type RuleBook, ruleBook } from "./rule-book.ts";
export { parseWageRules } from "./rules.ts";
export type { Segment } from "./segments.ts";
export type { Workweek } from "./workweek.ts";
