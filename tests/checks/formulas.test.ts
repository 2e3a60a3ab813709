import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { plainCents } from "#shared/money.ts";
import { parseCase } from "../support/cases.ts";
import { reconcile } from "../support/workbench.ts";

/** What may stand behind the amount: that it is estimated, or why the product of the numbers is a cent off. */
const REMARK = / \((?:estimated|due and paid rounded to the cent first: [\d.]+ - [\d.]+)\)$/;

const folders = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && /^[ABD]\d\d$|^C0[1-4]$/.test(entry.name))
  .map((entry) => entry.name)
  .sort();

describe("the formula of a finding on Amazon's papers ends in its amount", () => {
  for (const code of folders) {
    it(code, () => {
      const folder = join(import.meta.dirname, code);
      const wrong = readdirSync(folder)
        .filter((name) => name.endsWith(".case"))
        .flatMap((name) => reconcile(parseCase(readFileSync(join(folder, name), "utf8")).documents))
        .flatMap((result) => result.findings)
        .filter((finding) => finding.code === code && finding.amountCents !== null)
        .filter(({ values, amountCents }) => {
          const end = values.formula.replace(REMARK, "").split(" ").at(-1);
          return end !== plainCents(amountCents ?? 0);
        })
        .map(({ values, amountCents }) => `${values.formula} | ${amountCents}`);
      expect(wrong).toEqual([]);
    });
  }
});
