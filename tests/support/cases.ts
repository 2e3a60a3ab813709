/**
 * Cases in the trade's own language: a sentence, the documents, and after `===` what checking them must give.
 *
 *   outcome A01 DXA4 2026-08-02 cannot-verify variable invoice, rate card
 *   finding A01 DXA4 2026-08-02 owed 650.00 [estimated] words of its sentence
 *   formula A01 (6 completed - 4 invoiced) x 325.00 = 650.00
 *
 * `-` stands for no station and `none` for no amount. Findings of the case's own code, and all findings with an amount, must be listed.
 */

import type { ScopeResult } from "#main/reconcile/run.ts";
import { plainCents } from "#shared/money.ts";
import type { TestDocument } from "./workbench.ts";

export interface Case {
  readonly title: string;
  readonly documents: readonly TestDocument[];
  readonly expectations: readonly string[];
}

/** Reads a case's text. Throws when a part is missing. */
export function parseCase(text: string): Case {
  const [before, after, ...rest] = text.split(/^===[ \t]*\n/m);
  if (before === undefined || after === undefined || rest.length > 0) throw new Error("a case has one line ===");
  const [title = "", ...parts] = before.split(/^--- /m);
  const documents = parts.map((part) => {
    const end = part.indexOf("\n");
    return { name: part.slice(0, end).trim(), content: part.slice(end + 1) };
  });
  const expectations = after
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
  if (expectations.length === 0) throw new Error("a case expects something");
  return { title: title.trim(), documents, expectations };
}

/** Everything in which results differ from what a case expects, as sentences; empty when it holds. */
export function differences(code: string, expectations: readonly string[], results: readonly ScopeResult[]): string[] {
  const wrong: string[] = [];
  const crashes = results.flatMap((result) => result.crashes);
  for (const crash of crashes) wrong.push(`${crash.code} crashed: ${crash.message}`);
  const outcomes = results.flatMap((result) => result.outcomes);
  const left = results
    .flatMap((result) => result.findings)
    .filter((each) => each.code === code || each.amountCents !== null);
  const listed: typeof left = [];
  for (const line of expectations) {
    const [word = "", of = "", station = "", period = "", ...tail] = line.split(/\s+/);
    if (word === "outcome") {
      const found = outcomes.find(
        (row) => row.code === of && (row.station ?? "-") === station && row.period === period,
      );
      const said = found ? [found.outcome, found.missing.join(", ")].join(" ").trim() : "nothing";
      const [outcome = "", ...kinds] = tail;
      const wanted = [outcome, kinds.join(" ").split(/,\s*/).filter(Boolean).sort().join(", ")].join(" ").trim();
      if (said !== wanted) wrong.push(`${of} ${station} ${period}: expected ${wanted}, got ${said}`);
    } else if (word === "finding") {
      const [direction = "", amount = "", ...words] = tail;
      const estimated = words[0] === "estimated";
      const text = (estimated ? words.slice(1) : words).join(" ");
      const index = left.findIndex(
        (each) =>
          each.code === of &&
          (each.station ?? "-") === station &&
          each.period === period &&
          each.direction === direction &&
          (each.amountCents === null ? "none" : plainCents(each.amountCents)) === amount &&
          each.estimated === estimated &&
          each.values.sentence.includes(text),
      );
      if (index < 0) wrong.push(`not found: ${line}`);
      else listed.push(...left.splice(index, 1));
    } else if (word === "formula") {
      const formula = line.replace(/^formula\s+\S+\s+/, "");
      const all = results.flatMap((result) => result.findings).filter((each) => each.code === of);
      if (!all.some((each) => each.values.formula === formula)) {
        wrong.push(
          `no ${of} has the formula ${formula}; there is ${all.map((each) => each.values.formula).join(" | ") || "none"}`,
        );
      }
    } else wrong.push(`what is "${line}"?`);
  }
  for (const extra of left) {
    const amount = extra.amountCents === null ? "none" : plainCents(extra.amountCents);
    wrong.push(
      `not expected: ${extra.code} ${extra.station ?? "-"} ${extra.period} ${extra.direction} ${amount} ${extra.values.sentence}`,
    );
  }
  return wrong;
}
