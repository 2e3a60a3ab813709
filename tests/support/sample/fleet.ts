/** The leased vans and the terms of their contracts. */
import { addDays, monthStart } from "./dates.ts";
import { createRandom, type Random } from "./random.ts";
import { type Cell, count, csvFile, day, money } from "./spreadsheet.ts";
import type { Station } from "./stations.ts";
import { inventVin } from "./vin.ts";

/** How a lessor charges part of a month. */
export type Proration = "actual" | "30" | "none";

/** A lessor, and the way its papers number things. */
export interface Lessor {
  name: string;
  prefix: string;
  full: string;
  partial: string;
}

/** The lessors the company rents from. */
export const LESSORS: readonly Lessor[] = [
  { name: "Element", prefix: "ELM", full: "Monthly rental", partial: "Prorated rental" },
  { name: "Merchants", prefix: "MRC", full: "Lease payment", partial: "Lease payment, partial month" },
  { name: "Kingbee", prefix: "KGB", full: "Van subscription", partial: "Van subscription, prorated" },
];

/** One van. It is ours from `onLease` to `offLease`, both included. */
export interface Van {
  station: Station;
  vin: string;
  unit: string;
  plate: string;
  lessor: Lessor;
  contract: string;
  rentCents: number;
  onLease: string;
  offLease: string | null;
  proration: Proration;
  /** Tax in hundredths of a percent. */
  taxRate: number;
  mileageAllowance: number;
  overageCents: number;
  allowedFees: string;
  warrantyEnd: string;
}

/** Vans a station keeps all the time. */
const STEADY = 20;

type Fixed = Partial<Pick<Van, "onLease" | "offLease" | "proration" | "taxRate">>;

function openPool(random: Random, firstMonth: string): (station: Station, fixed: Fixed) => Van {
  let made = 0;
  return (station, fixed) => {
    made += 1;
    const lessor = random.pick(LESSORS);
    const onLease = fixed.onLease ?? addDays(monthStart(firstMonth), -random.int(120, 1_200));
    const taxed = random.chance(20);
    return {
      station,
      vin: inventVin(random, made),
      unit: `${lessor.prefix.slice(0, 2)}-${1000 + made * 3}`,
      plate: `${random.int(1, 9)}${random.pick(["HX", "KV", "RZ", "TN"])}${random.int(100, 999)}${random.pick([..."ABCJKM"])}`,
      lessor,
      contract: `${lessor.prefix}-${onLease.slice(2, 4)}${random.int(1000, 9999)}`,
      rentCents: random.int(86_000, 124_000),
      onLease,
      offLease: fixed.offLease ?? null,
      proration: fixed.proration ?? random.pick(["actual", "actual", "30", "none"]),
      taxRate: fixed.taxRate ?? (taxed ? (station.state === "CA" ? 825 : 700) : 0),
      mileageAllowance: random.pick([2_000, 2_500, 3_000]),
      overageCents: random.int(12, 22),
      allowedFees: random.chance(50) ? "MGMT_FEE:12.50; TOLL_FEE:5.00" : "MGMT_FEE:9.00",
      warrantyEnd: addDays(onLease, 1_096),
    };
  };
}

/**
 * Builds the fleet for the months: every station keeps a steady stock, and in each month three vans leave and two arrive, one of each
 * kind under a contract that counts the month's actual days and without tax.
 */
export function buildFleet(seed: number, stations: readonly Station[], months: readonly string[]): Van[] {
  const random = createRandom(seed, "fleet");
  const van = openPool(random, months[0] ?? "");
  return stations.flatMap((station) => {
    const steady = Array.from({ length: STEADY }, (_, index) => {
      // At least one van with tax and one without, whatever the lot says.
      if (index === 0) return van(station, { taxRate: 825 });
      return van(station, index < 4 ? { taxRate: 0 } : {});
    });
    const moving = months.flatMap((month) => {
      const on = (dayOfMonth: number): string => addDays(monthStart(month), dayOfMonth - 1);
      return [
        van(station, { offLease: on(11), proration: "actual", taxRate: 0 }),
        van(station, { offLease: on(random.int(14, 24)), proration: "30" }),
        van(station, { offLease: on(random.int(13, 22)), proration: "none" }),
        van(station, { onLease: on(17), proration: "actual", taxRate: 0 }),
        van(station, { onLease: on(random.int(5, 13)), proration: "30" }),
      ];
    });
    return [...steady, ...moving];
  });
}

/** A tax rate as a percentage, `8.25`. */
function percent(hundredths: number): Cell {
  return hundredths === 0 ? count(0) : money(hundredths);
}

/** `lease-schedule.csv`, the file of our own. */
export function leaseScheduleFile(vans: readonly Van[]): Uint8Array {
  const rows: Cell[][] = [
    [
      "VIN",
      "Unit",
      "Provider",
      "Contract",
      "Monthly Rent",
      "On-Lease Date",
      "Off-Lease Date",
      "Proration",
      "Mileage Allowance",
      "Overage Rate",
      "Tax Rate",
      "Allowed Fees",
      "Warranty End",
    ],
  ];
  for (const van of vans) {
    rows.push([
      van.vin,
      van.unit,
      van.lessor.name,
      van.contract,
      money(van.rentCents),
      day(van.onLease),
      day(van.offLease),
      van.proration,
      count(van.mileageAllowance),
      money(van.overageCents),
      percent(van.taxRate),
      van.allowedFees,
      day(van.warrantyEnd),
    ]);
  }
  return csvFile(rows);
}
