import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CHECKS } from "#main/reconcile/catalogue.ts";
import { differences, parseCase } from "../support/cases.ts";
import { reconcile } from "../support/workbench.ts";

const folders = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

it("every check has a folder of cases", () => {
  expect(folders).toEqual(CHECKS.map((check) => check.code).sort());
});

for (const code of folders) {
  const folder = join(import.meta.dirname, code);
  const files = readdirSync(folder).filter((name) => name.endsWith(".case"));
  describe(code, () => {
    it("is shown agreeing, finding, unable to verify and not applicable", () => {
      const text = files.map((name) => readFileSync(join(folder, name), "utf8")).join("\n");
      for (const outcome of ["agrees", "finding", "cannot-verify", "not-applicable"]) {
        expect(text).toMatch(new RegExp(`^outcome ${code} \\S+ \\S+ ${outcome}`, "m"));
      }
    });
    for (const file of files) {
      const { title, documents, expectations } = parseCase(readFileSync(join(folder, file), "utf8"));
      it(`${file.replace(/\.case$/, "")}: ${title}`, () => {
        expect(differences(code, expectations, reconcile(documents))).toEqual([]);
      });
    }
  });
}
