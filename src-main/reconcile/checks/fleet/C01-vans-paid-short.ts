/** C01: fewer branded vans paid for a month than the station had, or paid below the agreed rate. */
import type { Cents } from "#shared/money.ts";
import { formatPeriod } from "#shared/week.ts";
import type { RateFact, VehicleFact } from "../../../documents/facts.ts";
import { type Answer, defineCheck, type Scope } from "../../check.ts";
import { LINE_TOLERANCE } from "../amazon/lines.ts";
import { brandedVans } from "./branded-vans.ts";
import { countOf, FLEET_WINDOWS, headsOf, linesOf, type StationFleet, stationFleets } from "./fleet-month.ts";
import { vanPrice } from "./fleet-proof.ts";
import { isUnread, together, UNREAD } from "./stations.ts";
import { countFinding, rateFinding, type VanValues } from "./vans-short.ts";

/**
 * (branded vans with the station the whole month, at most the Authorized Fleet Size - vans paid) x monthly rate, and (card rate - rate paid)
 * x vans paid. Vans that Amazon counts itself but did not true up are C02's.
 */
export const C01 = defineCheck({
  code: "C01",
  version: 1,
  cadence: "month",
  needs: [],
  uses: ["vehicle", "rate"],
  around: FLEET_WINDOWS,
  parameters: {
    tolerance: { title: "Vans a month may differ without a finding", unit: "count", value: 0 },
    lineTolerance: LINE_TOLERANCE,
  },
  evaluate({ scope, facts, around, parameters, coverage }) {
    const fleets = stationFleets(around.fleetInvoice, around.fleetLine);
    const billed = fleets.filter((fleet) => headsOf(fleet, scope.period).length > 0);
    if (billed.length > 0 && isUnread(scope, coverage)) return UNREAD;
    const input = { vehicles: facts.vehicle, rates: facts.rate, scope, stations: fleets.length, ...parameters };
    return together<VanValues>(billed.map((fleet) => judge(fleet, input)));
  },
  sentence: (values) => values.sentence,
  formula: (values) => values.formula,
});

function judge(
  fleet: StationFleet,
  input: {
    readonly vehicles: readonly VehicleFact[];
    readonly rates: readonly RateFact[];
    readonly scope: Scope;
    readonly stations: number;
    readonly tolerance: number;
    readonly lineTolerance: Cents;
  },
): Answer<VanValues> {
  const { scope, vehicles } = input;
  const prepaid = linesOf(fleet, scope.period, "prepayment", "branded");
  const price = vanPrice(input.rates, fleet, scope.period, prepaid);
  const paid = countOf(prepaid);
  if (prepaid.length === 0) {
    const why = `The fleet invoice of ${fleet.station} has no line that pays branded vans in advance.`;
    return { outcome: "cannot-verify", missing: ["fleet invoice"], why };
  }
  if (price === null || paid === null) {
    const why = `The vans paid in advance for ${fleet.station} have no count or no rate.`;
    return { outcome: "cannot-verify", missing: [price === null ? "rate card" : "fleet invoice"], why };
  }
  const judged = { fleet, scope, prepaid, price, tolerance: input.lineTolerance };
  const rates = prepaid.flatMap((line) => rateFinding(judged, line));
  const vans = vehicles.length === 0 ? null : brandedVans(vehicles, fleet.station, scope, input.stations);
  if (vans === null) {
    const why = `The vehicle list does not say which vans were at ${fleet.station} in ${formatPeriod(scope.period)}.`;
    const reason = vehicles.length === 0 ? {} : { why };
    if (rates.length > 0) return { outcome: "finding", findings: rates, missing: ["vehicles"] };
    return { outcome: "cannot-verify", missing: ["vehicles"], ...reason };
  }
  const findings = [...countFinding(judged, vans, paid, input.tolerance), ...rates];
  return findings.length > 0 ? { outcome: "finding", findings } : { outcome: "agrees" };
}
