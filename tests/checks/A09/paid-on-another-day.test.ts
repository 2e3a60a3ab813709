import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parseCase } from "../../support/cases.ts";
import { reconcile } from "../../support/workbench.ts";

function notesIn(name: string): string {
  const { documents } = parseCase(readFileSync(join(import.meta.dirname, name), "utf8"));
  const found = reconcile(documents).flatMap((result) => result.findings);
  return found
    .filter(({ code }) => code === "A09")
    .flatMap(({ notes }) => notes)
    .join(" ");
}

it("says that the invoice pays a session on a day that has none", () => {
  const note = "The invoice pays more than the work summary has: 1 on Mon, Aug 3. It may be this, under another date.";
  expect(notesIn("by-payment-date.case")).toContain(note);
  expect(notesIn("session-unpaid.case")).not.toContain("The invoice pays more");
});
