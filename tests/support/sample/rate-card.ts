/** The prices the company agreed with Amazon, as the office keeps them. */
import { addDays } from "./dates.ts";
import {
  DELAY_HOUR_CENTS,
  LATE_CANCEL_CENTS,
  PACKAGE_CENTS,
  PICKUP_CENTS,
  SERVICES,
  TRAINING_CENTS,
} from "./services.ts";
import { type Cell, count, csvFile, money } from "./spreadsheet.ts";
import type { Station } from "./stations.ts";

/** `rate-card.csv`: every price at every station from January 1, with one older price that no longer holds. */
export function rateCardFile(stations: readonly Station[], firstSunday: string): Uint8Array {
  const from = `${firstSunday.slice(0, 4)}-01-01`;
  const lastYear = `${Number(firstSunday.slice(0, 4)) - 1}-01-01`;
  const rows: Cell[][] = [["Station", "Item", "Service Type", "Block Hours", "Rate", "Effective From", "Effective To"]];
  for (const { code } of stations) {
    const [first] = SERVICES;
    if (first) {
      const superseded = money(first.rateCents - 700);
      rows.push([code, "route", first.type, count(first.hours), superseded, lastYear, addDays(from, -1)]);
    }
    for (const service of SERVICES) {
      rows.push([code, "route", service.type, count(service.hours), money(service.rateCents), from, null]);
    }
    rows.push(
      [code, "training", null, count(8), money(TRAINING_CENTS), from, null],
      [code, "late cancel", null, null, money(LATE_CANCEL_CENTS), from, null],
      [code, "unplanned delay hour", null, null, money(DELAY_HOUR_CENTS), from, null],
      [code, "package", null, null, money(PACKAGE_CENTS), from, null],
      [code, "branding package", null, null, money(PACKAGE_CENTS), from, null],
      [code, "pickup", null, null, money(PICKUP_CENTS), from, null],
    );
  }
  return csvFile(rows);
}
