import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parseCase } from "../../support/cases.ts";
import { reconcile } from "../../support/workbench.ts";

it("asks with the names of the vans that a unit could mean", () => {
  const { documents } = parseCase(readFileSync(join(import.meta.dirname, "unit-of-two-vans.case"), "utf8"));
  const outcome = reconcile(documents)
    .flatMap((result) => result.outcomes)
    .find(({ code }) => code === "E11");
  expect(outcome?.why).toContain("unit 1042, which could be 1FTBW2CM9KKA00412 or 1FTBW2CM9KKA00877");
});
