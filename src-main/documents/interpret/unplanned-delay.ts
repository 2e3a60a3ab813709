/**
 * Work summary, unplanned delay: minutes lost on one day. Titles are English (US, UK) or German; the German ones are
 * translations that no file has confirmed yet, and a saved mapping reads any others.
 */
import type { KindDefinition } from "../interpretation.ts";
import { interpretRows, optional, required } from "./cells.ts";
import { count, date, stationCode } from "./readers.ts";

export const unplannedDelay: KindDefinition = {
  kind: "unplanned delay",
  rowByRow: true,
  fields: {
    date: required.date("date", "datum"),
    station: required.station("station"),
    dspCode: optional("dsp short code", "dsp code", "dsp kurzcode"),
    reason: required("unplanned delay", "ungeplante verzögerung"),
    minutes: required.number("total delay in minutes", "gesamtverzögerung in minuten"),
    impactedRoutes: optional("impacted routes", "betroffene routen"),
    notes: optional("notes", "notizen"),
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
