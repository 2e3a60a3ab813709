/** A15: delivered packages that the branding fee pays short. */
import { defineCheck } from "../../check.ts";
import { LINE_TOLERANCE } from "./lines.ts";
import { comparePackages, PACKAGE_TOLERANCE, packageFormula, packageSentence } from "./packages.ts";

/** Delivered packages minus the quantity of `Branding - Variable Per Shipment`, at the branding rate, only where branding is billed. */
export const A15 = defineCheck({
  code: "A15",
  version: 2,
  cadence: "week",
  needs: ["packageCount", "invoiceLine", "invoice"],
  uses: ["rate", "alias"],
  parameters: { tolerance: PACKAGE_TOLERANCE, money: LINE_TOLERANCE },
  evaluate: ({ scope, facts, parameters, coverage }) =>
    comparePackages({
      item: "branding package",
      label: "Branding packages",
      isBilled: (lines) => lines.length > 0,
      scope,
      facts,
      tolerance: parameters.tolerance,
      moneyTolerance: parameters.money,
      coverage,
    }),
  sentence: (shortage) => packageSentence(shortage, "branding"),
  formula: packageFormula,
});
