import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parseCase } from "../../support/cases.ts";
import { reconcile } from "../../support/workbench.ts";

function findings(name: string) {
  const { documents } = parseCase(readFileSync(join(import.meta.dirname, name), "utf8"));
  return reconcile(documents).flatMap((result) => result.findings);
}

it("a second billing after return names the check whose place it takes", () => {
  const [twice, after] = findings("twice-after-return.case");
  expect(twice?.explains.map(({ code, subject }) => [code, subject])).toEqual([["E02", twice?.subject]]);
  expect(after?.code).toBe("E02");
  expect(after?.subject).not.toBe(twice?.subject);
});

it("shows both invoices and the contract as evidence, and whom to claim from", () => {
  const [finding] = findings("second-invoice.case");
  expect(finding?.evidence.map(({ source }) => source.document.name)).toEqual([
    "Element ELM-2 2026-09-04.csv",
    "Element ELM-1 2026-08-31.csv",
    "lease-schedule.csv",
  ]);
  expect(finding).toMatchObject({ counterparty: "Element", invoiceNumber: "ELM-2", deadline: null });
  expect(finding?.notes.join(" ")).toContain("Contract C-100 with Element: 850.00 a month");
});
