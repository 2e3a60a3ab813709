/** Fleet lines as tables and evidence, and what a van brings a month. Pure. */
import { formatQuantity, formatRate, plainCents, type Rate } from "#shared/money.ts";
import { formatDay, formatPeriod, type IsoMonth, monthEnd, monthStart } from "#shared/week.ts";
import type { FleetLineFact, RateFact } from "../../../documents/facts.ts";
import type { Evidence, Side } from "../../finding.ts";
import { proof } from "../../proof.ts";
import { type CardRow, over, plainRow, rateCard } from "../amazon/rates.ts";
import type { StationFleet } from "./fleet-month.ts";

/** What a van brings a month. */
export interface VanPrice {
  readonly rate: Rate;
  readonly row: CardRow | null;
  readonly note: string;
}

/** The rate card's price of a van, else the lowest the invoice itself pays; null where neither has one. */
export function vanPrice(
  rates: readonly RateFact[],
  fleet: StationFleet,
  month: IsoMonth,
  paid: readonly FleetLineFact[],
): VanPrice | null {
  const card = rateCard(rates.filter((rate) => rate.station === fleet.station));
  const row = over({ from: monthStart(month), to: monthEnd(month) }, (day) => plainRow(card, "van month", day));
  if (row !== null) {
    const { source } = row.fact;
    const place = `${source.document.name}, row ${source.row}`;
    return { rate: row.fact.rate, row, note: `Rate card: van month at ${formatRate(row.fact.rate)} (${place}).` };
  }
  const own = paid.flatMap((line) => (line.rate !== null && line.rate > 0 ? [line.rate] : []));
  if (own.length === 0) return null;
  const rate = Math.min(...own);
  return {
    rate,
    row: null,
    note: `The rate card has no rate for it; the invoice's own rate of ${formatRate(rate)} was used.`,
  };
}

/** Fleet lines as a table. */
export function fleetSide(title: string, lines: readonly FleetLineFact[]): Side {
  return {
    title,
    columns: ["Section", "Description", "Week", "Rate", "Vans", "Amount"],
    rows: lines.map((line) => [
      line.section,
      line.description,
      line.date === null ? "" : formatDay(line.date),
      line.rate === null ? "" : formatRate(line.rate),
      line.quantity === null ? "" : formatQuantity(line.quantity),
      line.amountCents === null ? "" : plainCents(line.amountCents),
    ]),
    marked: [4],
  };
}

/** Fleet lines as evidence. */
export function fleetProof(lines: readonly FleetLineFact[]): Evidence[] {
  return proof(lines, ["Section", "Date", "Description", "Rate", "Quantity", "Amount"]);
}

/** `DXA4 · Aug 2026`. */
export function fleetLabel(fleet: StationFleet, month: IsoMonth): string {
  return `${fleet.station} · ${formatPeriod(month)}`;
}
