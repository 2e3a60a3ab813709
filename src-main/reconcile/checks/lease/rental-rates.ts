/** What a rental costs by the day, the week and the month, as the lessor's own lines and the lease schedule state it. Pure. */
import { type Cents, divideHalfUp, TEN_THOUSAND } from "#shared/money.ts";
import { normaliseVin } from "#shared/vin.ts";
import { daysBetween } from "#shared/week.ts";
import type { LeaseLineFact, RentalRateFact } from "../../../documents/facts.ts";
import type { Days } from "./contract-rent.ts";
import { isTheirs } from "./contracts.ts";
import type { LeaseLine } from "./lines.ts";
import { plain } from "./plain.ts";
import { type AgreedPrice, agreedPrice } from "./rental-agreements.ts";
import { type RentalUnit, UNIT_DAYS, unitInWords } from "./rental-unit.ts";

/** The price of a unit and the days it pays for. */
export interface Price {
  readonly unit: RentalUnit;
  readonly days: number;
  readonly cents: Cents;
  /** Who says so. */
  readonly by: "agreement" | "schedule" | "lines";
  /** The agreement's row, where there is one. */
  readonly row?: RentalRateFact;
}

/** Days of a rental month where no document says otherwise. */
const RENTAL_MONTH = 30;

interface Stated extends Price {
  readonly van: string;
}

/** Every rental price that a lessor's lines state, by lessor. */
export class RateBook {
  readonly #byProvider = new Map<string, Stated[]>();

  constructor(...lists: readonly (readonly LeaseLineFact[])[]) {
    for (const fact of lists.flat()) {
      const price = statedBy(fact);
      if (!price) continue;
      const provider = plain(fact.provider);
      const known = this.#byProvider.get(provider);
      if (known) known.push(price);
      else this.#byProvider.set(provider, [price]);
    }
  }

  /**
   * The price of a unit for a van: from its own lines, else from those of the lessor's vans that cost the same by a unit both have. Of
   * several the highest, so that a claim is never overstated.
   */
  price(line: LeaseLine, unit: RentalUnit, like: readonly Price[]): Price | null {
    const stated = this.#byProvider.get(plain(line.fact.provider)) ?? [];
    const van = vanOf(line.fact);
    const alike = new Set(
      stated
        .filter((each) => like.some((own) => own.unit === each.unit && own.cents === each.cents))
        .map((each) => each.van),
    );
    const dearest = (list: readonly Stated[]) =>
      list.filter((each) => each.unit === unit).sort((a, b) => b.cents - a.cents || a.days - b.days)[0] ?? null;
    return dearest(stated.filter((each) => each.van === van)) ?? dearest(stated.filter((each) => alike.has(each.van)));
  }
}

/** The price a line states: its words name one unit, and it prints how many at which price. */
function statedBy(fact: LeaseLineFact): Stated | null {
  const { quantity, rate } = fact;
  if (
    quantity === null ||
    quantity <= 0 ||
    rate === null ||
    rate <= 0 ||
    fact.chargeCode.trim().toUpperCase() !== "RENT"
  )
    return null;
  const unit = unitInWords(fact.description);
  if (unit === null) return null;
  const billed = daysBetween(fact.serviceFrom, fact.serviceTo) + 1;
  const month = quantity === TEN_THOUSAND && billed >= 28 && billed <= 31 ? billed : RENTAL_MONTH;
  return {
    unit,
    days: unit === "month" ? month : UNIT_DAYS[unit],
    cents: divideHalfUp(rate, 100),
    by: "lines",
    van: vanOf(fact),
  };
}

function vanOf({ vin, unit }: LeaseLineFact): string {
  return normaliseVin(vin) || `unit ${plain(unit)}`;
}

/**
 * The prices of a stretch of one van on its days: what a rental agreement says first, then what its own lines state, then the month's rent on
 * the lease schedule, then what the lessor's other lines state.
 */
export function pricesOf(lines: readonly LeaseLine[], days: Days, book: RateBook): Price[] {
  const [line] = lines;
  if (!line) return [];
  const own = new RateBook(lines.map(({ fact }) => fact));
  const contract = line.contracts.find((each) => isTheirs(line.fact, each));
  const prices: Price[] = [];
  for (const unit of UNITS) {
    const agreed = agreedPrice(line.agreed, unit, days);
    const stated = own.price(line, unit, []);
    const price = agreed ? ofAgreement(agreed, unit, stated) : stated;
    if (price) prices.push(price);
  }
  for (const unit of UNITS) {
    if (prices.some((each) => each.unit === unit)) continue;
    const rent = unit === "month" && contract ? contract.monthlyRentCents : null;
    const price =
      rent === null
        ? book.price(line, unit, prices)
        : ({ unit, days: RENTAL_MONTH, cents: rent, by: "schedule" } as const);
    if (price) prices.push(price);
  }
  return prices;
}

const UNITS = ["day", "week", "month"] as const;

/** A month of an agreement that does not say how long it is has the length of the line that bills one, else the usual. */
function ofAgreement({ cents, days, row }: AgreedPrice, unit: RentalUnit, stated: Price | null): Price {
  const month = days ?? stated?.days ?? RENTAL_MONTH;
  return { unit, days: unit === "month" ? month : UNIT_DAYS[unit], cents, by: "agreement", row };
}
