/**
 * Work summary, delivered packages: counts by day. Titles are English (US, UK) or German; the German ones are
 * translations that no file has confirmed yet, and a saved mapping reads any others.
 */
import type { KindDefinition } from "../interpretation.ts";
import { interpretRows, optional, required } from "./cells.ts";
import { count, date, stationCode, text } from "./readers.ts";

/** A type of package that the customer gave to the driver, in English or German. */
const PICKUP = /pick[ -]?up|abhol/i;

export const deliveredPackages: KindDefinition = {
  kind: "delivered packages",
  rowByRow: true,
  fields: {
    date: required.date("date", "datum"),
    station: required.station("station"),
    dspCode: required("dsp short code", "dsp code", "dsp kurzcode"),
    count: required.number("package count", "delivered packages", "paketanzahl", "zugestellte pakete"),
    details: optional("package details", "paketdetails"),
    packageType: optional("package type", "pakettyp"),
  },
  interpret: (recognised) =>
    interpretRows(recognised, { kind: "delivered packages", anchors: ["date"] }, (row) => {
      // The older report counts deliveries only and names no type.
      const packageType = row.has("packageType") ? row.need("packageType", text) : "";
      row.fact("packageCount", {
        station: row.need("station", stationCode),
        date: row.need("date", date),
        kind: PICKUP.test(packageType ?? "") ? "pickup" : "delivered",
        count: row.need("count", count),
        packageType,
      });
    }),
};
