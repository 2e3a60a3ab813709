/**
 * The wage rules the checks go by: `import { ruleBookOf } from "./work-rules.ts";`. The rules are data that comes with the product; a
 * module of data is as pure as a constant, so that no check needs a file, and the same book is handed to every check.
 */
import shipped from "../../../../resources/wage-rules.json" with { type: "json" };
import { parseWageRules, type RuleBook, ruleBook } from "../../../wages/index.ts";

let book: RuleBook | undefined;

/** The rule book that comes with the product. Throws a ZodError that names what is wrong with the rules. */
export function ruleBookOf(): RuleBook {
  book ??= ruleBook(parseWageRules(shipped));
  return book;
}
