/** The findings of C01: vans that were not paid, and vans that were paid below the card. Pure. */
import {
  type Cents,
  extend,
  formatCents,
  formatQuantity,
  formatRate,
  plainCents,
  type Quantity,
  TEN_THOUSAND,
} from "#shared/money.ts";
import { formatPeriod } from "#shared/week.ts";
import type { FleetLineFact } from "../../../documents/facts.ts";
import type { Scope } from "../../check.ts";
import type { FindingDraft } from "../../finding.ts";
import { allProof } from "../../proof.ts";
import { claimOn } from "../amazon/invoice.ts";
import { cardProof } from "../amazon/proof.ts";
import { type BrandedVans, vehicleProof, vehicleSide } from "./branded-vans.ts";
import { authorizedSize, countOf, headsOf, highCount, linesOf, monthAfter, type StationFleet } from "./fleet-month.ts";
import { fleetLabel, fleetProof, fleetSide, type VanPrice } from "./fleet-proof.ts";

/** Sentence and formula of a finding. */
export interface VanValues {
  readonly sentence: string;
  readonly formula: string;
}

/** What one station is judged by. */
export interface Judged {
  readonly fleet: StationFleet;
  readonly scope: Scope;
  readonly prepaid: readonly FleetLineFact[];
  readonly price: VanPrice;
  readonly tolerance: Cents;
}

/** Vans of the list that neither the advance, nor Amazon's own high count, nor what was trued up later knows of. */
export function countFinding(
  judged: Judged,
  vans: BrandedVans,
  paid: Quantity,
  tolerance: number,
): FindingDraft<VanValues>[] {
  const { fleet, scope, prepaid, price } = judged;
  const authorized = authorizedSize(fleet, scope.period);
  const known = vans.certain.length * TEN_THOUSAND;
  const due = authorized?.quantity == null ? known : Math.min(known, authorized.quantity);
  const high = highCount(fleet, scope.period, "branded");
  const reconciled = countOf(linesOf(fleet, monthAfter(scope.period), "reconciliation", "branded")) ?? 0;
  const counted = Math.max(paid, paid + reconciled, high?.vans ?? 0);
  const short = due - counted;
  if (short <= tolerance * TEN_THOUSAND) return [];
  const amountCents = extend(price.rate, short);
  const lines = [...prepaid, ...(authorized === null ? [] : [authorized])];
  const cap = authorized !== null && due < known ? `, ${formatQuantity(due)} of them authorized` : "";
  const basis = counted === paid ? "paid" : "paid or counted by Amazon";
  return [
    {
      subject: `${fleet.station}|vans`,
      subjectLabel: `${fleetLabel(fleet, scope.period)} · Branded vans`,
      direction: "owed",
      amountCents,
      estimated: false,
      values: {
        sentence:
          `${fleet.station} had ${vans.certain.length} branded vans for all of ${formatPeriod(scope.period)}${cap}; ` +
          `Amazon paid in advance for ${formatQuantity(paid)}.`,
        formula: `(${formatQuantity(due)} vans - ${formatQuantity(counted)} ${basis}) x ${formatRate(price.rate)} = ${plainCents(amountCents)}`,
      },
      sides: [fleetSide("Amazon paid", lines), vehicleSide(vans.certain)],
      evidence: allProof(
        fleetProof(lines),
        fleetProof(high?.lines ?? []),
        vehicleProof(vans.certain),
        cardProof([price.row]),
      ),
      notes: [price.note, ...vans.notes, `Tolerance: ${tolerance} vans.`],
      explains: [],
      ...claimOn(headsOf(fleet, scope.period)[0] ?? null, []),
    },
  ];
}

/** A line paid at another rate than the card's. Without a card there is nothing to hold it against. */
export function rateFinding(
  { fleet, scope, price, tolerance }: Judged,
  line: FleetLineFact,
): FindingDraft<VanValues>[] {
  const { rate, quantity, amountCents: paid } = line;
  if (price.row === null || rate === null || quantity === null || paid === null || rate === price.rate) return [];
  const amountCents = extend(price.rate - rate, quantity);
  if (Math.abs(amountCents) <= tolerance) return [];
  const word = amountCents > 0 ? "below" : "above";
  const [card, own] = [`${formatRate(price.rate)} card`, `${formatRate(rate)} paid`];
  const rates = amountCents > 0 ? `${card} - ${own}` : `${own} - ${card}`;
  return [
    {
      subject: `${fleet.station}|rate|${line.description.trim()}`,
      subjectLabel: `${fleetLabel(fleet, scope.period)} · Rate of ${line.description.trim()}`,
      direction: amountCents > 0 ? "owed" : "exposure",
      amountCents: Math.abs(amountCents),
      estimated: false,
      values: {
        sentence:
          `${formatQuantity(quantity)} vans of ${fleet.station} were paid at ${formatRate(rate)} for ${formatPeriod(scope.period)}, ` +
          `${word} the card's ${formatRate(price.rate)}.`,
        formula: `(${rates}) x ${formatQuantity(quantity)} = ${plainCents(Math.abs(amountCents))}`,
      },
      sides: [
        fleetSide("Amazon paid", [line]),
        {
          title: "The rate card says",
          columns: ["Item", "Rate"],
          rows: [["van month", formatRate(price.rate)]],
          marked: [1],
        },
      ],
      evidence: allProof(fleetProof([line]), cardProof([price.row])),
      notes: [price.note, `Tolerance: ${formatCents(tolerance)} a line.`],
      explains: [],
      ...claimOn(headsOf(fleet, scope.period)[0] ?? null, []),
    },
  ];
}
