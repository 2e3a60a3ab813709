/** C03: A rental forecast that was not trued up. */
import { defineCheck } from "../../check.ts";
import { FLEET_WINDOWS, headsOf, stationFleets } from "./fleet-month.ts";
import { isUnread, together, UNREAD } from "./stations.ts";
import { TRUE_UP_TOLERANCE, trueUp, trueUpFormula, trueUpSentence } from "./true-up.ts";

/** (actual high count - count paid in advance) x rate - amount reconciled, for the month before the invoice's. */
export const C03 = defineCheck({
  code: "C03",
  version: 1,
  cadence: "month",
  needs: [],
  uses: ["rate"],
  around: FLEET_WINDOWS,
  parameters: { tolerance: TRUE_UP_TOLERANCE },
  evaluate({ scope, facts, around, parameters, coverage }) {
    const { tolerance } = parameters;
    const billed = stationFleets(around.fleetInvoice, around.fleetLine).filter(
      (fleet) => headsOf(fleet, scope.period).length > 0,
    );
    if (billed.length > 0 && isUnread(scope, coverage)) return UNREAD;
    return together(billed.map((fleet) => trueUp({ fleet, scope, sort: "rental", rates: facts.rate, tolerance })));
  },
  sentence: trueUpSentence,
  formula: trueUpFormula,
});
