/** What a lessor agreed to charge for a rental by the day, the week and the month. Pure. */
import type { Cents } from "#shared/money.ts";
import { normaliseVin } from "#shared/vin.ts";
import { datesFrom, type IsoDate } from "#shared/week.ts";
import type { LeaseLineFact, RentalRateFact, VehicleFact } from "../../../documents/facts.ts";
import { sameLessor } from "../../../matching/lessors.ts";
import type { Days } from "./contract-rent.ts";
import { plain } from "./plain.ts";
import type { RentalUnit } from "./rental-unit.ts";

/** An agreed price and the row that says so. */
export interface AgreedPrice {
  readonly cents: Cents;
  /** Days of a month, where the agreement says so. */
  readonly days: number | null;
  readonly row: RentalRateFact;
}

const FIELDS = { day: "dayCents", week: "weekCents", month: "monthCents" } as const;

/** The rows that speak of a line's van with its lessor, whatever their days. */
export function agreementsFor(
  line: LeaseLineFact,
  vin: string | null,
  vehicle: VehicleFact | null,
  rates: readonly RentalRateFact[],
): RentalRateFact[] {
  return rates.filter((rate) => {
    if (!sameLessor(rate.provider, line.provider)) return false;
    const named = rate.vin.trim() !== "";
    if (named && normaliseVin(rate.vin) !== vin) return false;
    const [own, printed] = [plain(rate.contract), plain(line.contract)];
    if (own !== "" && own !== printed && !(printed === "" && named)) return false;
    return rate.vanClass.trim() === "" || isOfClass(rate.vanClass, line, vehicle);
  });
}

/** Whether a van is of a class: the line says so, or Amazon's list calls it so. */
function isOfClass(vanClass: string, { description }: LeaseLineFact, vehicle: VehicleFact | null): boolean {
  const wanted = plain(vanClass);
  const names = vehicle ? [vehicle.type, vehicle.serviceTier, vehicle.model, vehicle.subModel] : [];
  return names.some((name) => plain(name) === wanted) || ` ${plain(description)} `.includes(` ${wanted} `);
}

/**
 * The price of a unit that holds on some days: of the rows that speak of the van, those that name the van first, then the contract, then
 * the class. Where several hold on those days the dearest, so that nothing is claimed that one of them allows; null where on one of the days
 * none does.
 */
export function agreedPrice(rates: readonly RentalRateFact[], unit: RentalUnit, days: Days): AgreedPrice | null {
  const holding = rates.filter(
    (rate) => rate.effectiveFrom <= days.to && (rate.effectiveTo === null || rate.effectiveTo >= days.from),
  );
  const priced = holding.flatMap((row) => {
    const cents = row[FIELDS[unit]];
    return cents === null ? [] : [{ cents, days: row.monthDays, row, rank: rankOf(row) }];
  });
  const isHeld = (day: IsoDate) =>
    priced.some(({ row }) => row.effectiveFrom <= day && (row.effectiveTo === null || row.effectiveTo >= day));
  if (!datesFrom(days.from, days.to).every(isHeld)) return null;
  const best = Math.max(...priced.map(({ rank }) => rank));
  const [dearest] = priced.filter(({ rank }) => rank === best).sort((a, b) => b.cents - a.cents);
  return dearest ? { cents: dearest.cents, days: dearest.days, row: dearest.row } : null;
}

function rankOf({ vin, contract, vanClass }: RentalRateFact): number {
  return [vin, contract, vanClass].reduce((rank, name) => rank * 2 + (name.trim() === "" ? 0 : 1), 0);
}
