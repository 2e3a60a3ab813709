/** Work summary, delivered packages: counts by day. */
import type { KindDefinition } from "../interpretation.ts";
import { interpretRows, optional, required } from "./cells.ts";
import { count, date, stationCode, text } from "./readers.ts";

export const deliveredPackages: KindDefinition = {
  kind: "delivered packages",
  fields: {
    date: required.date("date"),
    station: required.station("station"),
    dspCode: required("dsp short code"),
    count: required.number("package count", "delivered packages"),
    details: optional("package details"),
    packageType: optional("package type"),
  },
  interpret: (recognised) =>
    interpretRows(recognised, { kind: "delivered packages", anchors: ["date"] }, (row) => {
      // The older report counts deliveries only and names no type.
      const packageType = row.has("packageType") ? row.need("packageType", text) : "";
      row.fact("packageCount", {
        station: row.need("station", stationCode),
        date: row.need("date", date),
        kind: packageType?.toLowerCase().includes("pickup") ? "pickup" : "delivered",
        count: row.need("count", count),
        packageType,
      });
    }),
};
