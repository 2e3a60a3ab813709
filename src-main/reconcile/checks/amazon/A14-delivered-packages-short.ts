/** A14: delivered packages that the per-piece fee pays short. */
import { defineCheck } from "../../check.ts";
import { LINE_TOLERANCE } from "./lines.ts";
import { comparePackages, PACKAGE_TOLERANCE, packageFormula, packageSentence } from "./packages.ts";

/** Delivered packages minus the quantity of `Variable Per Shipment - Delivery Complete`, at the package rate. */
export const A14 = defineCheck({
  code: "A14",
  version: 2,
  cadence: "week",
  needs: ["packageCount", "invoiceLine", "invoice"],
  uses: ["rate", "alias"],
  parameters: { tolerance: PACKAGE_TOLERANCE, money: LINE_TOLERANCE },
  evaluate: ({ scope, facts, parameters, coverage }) =>
    comparePackages({
      item: "package",
      label: "Delivered packages",
      // Where the card prices packages an invoice without the fee is short; a station without either is not paid by the piece.
      isBilled: (lines, hasPrice) => lines.length > 0 || hasPrice,
      scope,
      facts,
      tolerance: parameters.tolerance,
      moneyTolerance: parameters.money,
      coverage,
    }),
  sentence: (shortage) => packageSentence(shortage, "the per-piece fee"),
  formula: packageFormula,
});
