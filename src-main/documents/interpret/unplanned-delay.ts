/** Work summary, unplanned delay: minutes lost on one day. */
import type { KindDefinition } from "../interpretation.ts";
import { interpretRows, optional, required } from "./cells.ts";
import { count, date, stationCode } from "./readers.ts";

export const unplannedDelay: KindDefinition = {
  kind: "unplanned delay",
  fields: {
    date: required.date("date"),
    station: required.station("station"),
    dspCode: optional("dsp short code"),
    reason: required("unplanned delay"),
    minutes: required.number("total delay in minutes"),
    impactedRoutes: optional("impacted routes"),
    notes: optional("notes"),
  },
  interpret: (recognised) =>
    interpretRows(recognised, { kind: "unplanned delay", anchors: ["date"] }, (row) =>
      row.fact("delay", {
        station: row.need("station", stationCode),
        date: row.need("date", date),
        reason: row.words("reason"),
        minutes: row.need("minutes", count),
        impactedRoutes: row.words("impactedRoutes"),
        notes: row.words("notes"),
      }),
    ),
};
