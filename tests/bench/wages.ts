/** `npm run bench -- wages`: 100,000 person-days through the wage engine, against only turning their punches into instants. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseWageRules, ruleBook } from "#main/wages/index.ts";
import { benchWages } from "../support/wages-bench.ts";

const rules: unknown = JSON.parse(readFileSync(join(import.meta.dirname, "../../resources/wage-rules.json"), "utf8"));
const book = ruleBook(parseWageRules(rules));
// Once to warm up, once to measure.
benchWages(book, 40, 10);
const result = benchWages(book);
const say = (line: string) => process.stdout.write(`${line}\n`);
say(`${result.personDays} person-days in California: hours, pay and premiums`);
say(`  CPU                       ${Math.round(result.cpuMs)} ms (aim under 2000)`);
say(`  only turned into instants ${Math.round(result.instantsCpuMs)} ms`);
say(`  ratio                     ${(result.cpuMs / result.instantsCpuMs).toFixed(1)}`);
say(
  `  paid                      ${result.totalCents} cents, ${result.premiums} premiums, ${result.workedMinutes} minutes`,
);
