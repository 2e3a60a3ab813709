/** Which mistakes are planted in which week. */
import { openGround, type Planter, type Soil } from "./ground.ts";
import type { Leak } from "./leak.ts";
import {
  brandingShort,
  cancelUnpaid,
  delayShort,
  lineMissing,
  onRoadPaidAsStandard,
  piecesShort,
  rateLower,
  routesUnpaid,
  shorterBlockPaid,
  trainingUnpaid,
  wrongProduct,
} from "./leaks-amazon.ts";
import { beyondBlock, ghostHours, noTimecard, openPunch } from "./leaks-payroll.ts";

/** By even and odd station, then by even and odd week. The choosiest come first; an open punch wants a day to itself. */
const PLANS: readonly (readonly (readonly Planter[])[])[] = [
  [
    [delayShort, trainingUnpaid, ghostHours, routesUnpaid(2), rateLower, piecesShort(37), beyondBlock(23)],
    [cancelUnpaid, shorterBlockPaid(1), wrongProduct, brandingShort(112), noTimecard, openPunch],
  ],
  [
    [cancelUnpaid, onRoadPaidAsStandard, routesUnpaid(1), piecesShort(58), noTimecard, openPunch],
    [
      trainingUnpaid,
      ghostHours,
      onRoadPaidAsStandard,
      lineMissing,
      shorterBlockPaid(2),
      rateLower,
      brandingShort(64),
      beyondBlock(41),
    ],
  ],
];

/** Plants a week's mistakes and tells which. A week too small for a mistake goes without it. */
export function plantLeaks(soil: Soil): Leak[] {
  const ground = openGround(soil);
  const plan = PLANS[soil.facts.station.index % 2]?.[soil.facts.week.index % 2] ?? [];
  return plan.flatMap((planter) => planter(ground) ?? []);
}
