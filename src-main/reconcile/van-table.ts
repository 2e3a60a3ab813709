/**
 * What each van earns in a month: its share of what Amazon's fleet invoice pays, against what its lessor bills and no check claims back.
 * Pure. Shares of a line of the fleet invoice come to that line to the cent.
 */
import type { Cents } from "#shared/money.ts";
import { normaliseVin } from "#shared/vin.ts";
import { type IsoMonth, monthEnd } from "#shared/week.ts";
import type { FleetLineFact, LeaseLineFact, LeaseTermFact, RentalRateFact, VehicleFact } from "../documents/facts.ts";
import { settleCredits } from "./checks/lease/credits.ts";
import type { JudgedLine } from "./checks/lease/line-shares.ts";
import { leaseLines } from "./checks/lease/lines.ts";
import { judgedLines } from "./checks/lease/partition.ts";
import { billedOn } from "./checks/lease/still-owed.ts";
import { beginsIn } from "./facts.ts";
import { sharesOfFleetInvoice, type VanPayment, vansInService } from "./van-payments.ts";

/** One van in one month. */
export interface VanRow {
  readonly vin: string;
  readonly unit: string;
  /** Null where Amazon's list is not there, or leaves it out. */
  readonly station: string | null;
  readonly lessors: readonly string[];
  /** Rent, fees and tax as billed, less credits. */
  readonly billedCents: Cents;
  /** What the lease checks claim of it. */
  readonly claimedCents: Cents;
  /** What is left: billed - claimed. */
  readonly netCents: Cents;
  /** Share of the fleet invoice; null where nobody can say which invoice pays for the van. */
  readonly amazonCents: Cents | null;
  /** Amazon's share less the net cost; null where that share is not known. */
  readonly marginCents: Cents | null;
  readonly payments: readonly VanPayment[];
  readonly lines: readonly LeaseLineFact[];
  readonly vehicle: VehicleFact | null;
}

/** The vans of a month, in order of unit and VIN. */
export interface VanTable {
  readonly month: IsoMonth;
  readonly rows: readonly VanRow[];
  /** Billed on lines that name no van of ours, in cents: they stand in no row. */
  readonly withoutVan: Cents;
  /** Paid by fleet invoices of stations of which no van is known, in cents. */
  readonly unshared: Cents;
}

/** What the table is made from. Lease lines of the month and before it; fleet lines of the month; lists whole. */
export interface VanTableInput {
  readonly month: IsoMonth;
  readonly leaseLine: readonly LeaseLineFact[];
  readonly leaseTerm: readonly LeaseTermFact[];
  readonly vehicle: readonly VehicleFact[];
  readonly rentalRate: readonly RentalRateFact[];
  readonly fleetLine: readonly FleetLineFact[];
  /** Lease lines of the year before and of the months after, as the checks see them. */
  readonly around: readonly LeaseLineFact[];
}

/** Builds the table. */
export function vanTable(input: VanTableInput): VanTable {
  const { month, leaseLine, leaseTerm, rentalRate, vehicle, fleetLine, around } = input;
  const judged = judgedLines({
    lines: leaseLine,
    terms: leaseTerm,
    vehicles: vehicle,
    rates: rentalRate,
    around,
    to: monthEnd(month),
  }).filter((line) => beginsIn(month, line.days.from));
  const ours = Map.groupBy(
    judged.filter((line) => line.van.kind === "ours"),
    (line) => line.vanKey ?? "",
  );
  const vehicleOf = new Map(vehicle.map((van) => [normaliseVin(van.vin), van]));
  const credits = creditsByVan(input);
  const units = new Map(leaseTerm.map((term) => [normaliseVin(term.vin), term.unit.trim()]));
  const lines = fleetLine.filter((line) => beginsIn(month, line.periodStart));
  const { payments, unshared } = sharesOfFleetInvoice(lines, vansInService(input, lines, [...ours.keys()]));
  const rows = [...new Set([...ours.keys(), ...payments.keys(), ...credits.keys()])].map((vin): VanRow => {
    const lines = ours.get(vin) ?? [];
    const paid = payments.get(vin);
    const billedCents = grossOf(lines) - (credits.get(vin) ?? 0);
    const claimedCents = claimsOn(lines);
    const netCents = billedCents - claimedCents;
    const amazonCents = paid === undefined ? null : paid.reduce((sum, each) => sum + each.cents, 0);
    return {
      vin,
      unit: units.get(vin) || (lines.map(({ fact }) => fact.unit.trim()).find((unit) => unit !== "") ?? ""),
      station: vehicleOf.get(vin)?.station ?? null,
      lessors: [...new Set(lines.map(({ fact }) => fact.provider.trim()))].sort(),
      billedCents,
      claimedCents,
      netCents,
      amazonCents,
      marginCents: amazonCents === null ? null : amazonCents - netCents,
      payments: paid ?? [],
      lines: lines.map(({ fact }) => fact),
      vehicle: vehicleOf.get(vin) ?? null,
    };
  });
  rows.sort((a, b) => compare(a.unit, b.unit) || compare(a.vin, b.vin));
  return { month, rows, withoutVan: grossOf(judged.filter((line) => line.van.kind !== "ours")), unshared };
}

function grossOf(lines: readonly JudgedLine[]): Cents {
  return lines.reduce((sum, line) => sum + billedOn(line), 0);
}

function claimsOn(lines: readonly JudgedLine[]): Cents {
  return lines.flatMap(({ shares }) => shares).reduce((sum, share) => sum + (share.below ? 0 : share.totalCents), 0);
}

/** Credits of the month that cancel no whole line, by van. */
function creditsByVan({ month, leaseLine, leaseTerm, vehicle }: VanTableInput): Map<string, Cents> {
  const credits = new Map<string, Cents>();
  for (const { line, cents } of settleCredits(leaseLines(leaseLine, leaseTerm, vehicle)).open) {
    if (line.van.kind === "ours" && line.vanKey !== null && beginsIn(month, line.days.from))
      credits.set(line.vanKey, (credits.get(line.vanKey) ?? 0) + cents);
  }
  return credits;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
