/**
 * Work summary, weekly report: completed and cancelled routes by day, type and block. Titles are English (US, UK) or German; the German ones are
 * translations that no file has confirmed yet, and a saved mapping reads any others.
 */
import type { KindDefinition } from "../interpretation.ts";
import { interpretRows, optional, required } from "./cells.ts";
import { count, date, duration, stationCode, text } from "./readers.ts";

export const routeSummary: KindDefinition = {
  kind: "route summary",
  rowByRow: true,
  fields: {
    date: required.date("date", "datum"),
    station: required.station("station"),
    dspCode: optional("dsp short code", "dsp code", "dsp kurzcode"),
    serviceType: required("service type", "servicetyp", "serviceart"),
    plannedDuration: required.duration("planned duration", "geplante dauer"),
    distance: optional("total distance planned", "geplante gesamtstrecke"),
    allowance: optional("total distance allowance", "zulässige gesamtstrecke"),
    distanceUnit: optional(
      "planned distance unit",
      "distance unit",
      "einheit der geplanten strecke",
      "streckeneinheit",
    ),
    amazonLateCancel: required.number("amzl late cancel", "amzl späte stornierung"),
    dspLateCancel: required.number("dsp late cancel", "dsp späte stornierung"),
    // Some exports keep the comma inside one title, others make two columns of it.
    quickCoverage: required.number(
      "quick coverage",
      "quick coverage, accepted",
      "quick coverage accepted",
      "kurzfristige abdeckung",
      "kurzfristige abdeckung, angenommen",
    ),
    accepted: optional("accepted", "angenommen"),
    completed: required.number("completed routes", "abgeschlossene routen"),
  },
  interpret: (recognised) =>
    interpretRows(recognised, { kind: "route summary", anchors: ["date"] }, (row) =>
      row.fact("dayTally", {
        station: row.need("station", stationCode),
        date: row.need("date", date),
        serviceType: row.need("serviceType", text),
        blockMinutes: row.need("plannedDuration", duration),
        // A table without the column says nothing of it; a blank cell in it does.
        isRoute: !row.has("distanceUnit") || row.words("distanceUnit") !== "",
        completed: row.need("completed", count),
        amazonLateCancel: row.need("amazonLateCancel", count),
        dspLateCancel: row.need("dspLateCancel", count),
        quickCoverage: row.need("quickCoverage", count),
      }),
    ),
};
