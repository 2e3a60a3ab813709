/** Work summary, weekly report: completed and cancelled routes by day, type and block. */
import type { KindDefinition } from "../interpretation.ts";
import { interpretRows, optional, required } from "./cells.ts";
import { count, date, duration, stationCode, text } from "./readers.ts";

export const routeSummary: KindDefinition = {
  kind: "route summary",
  fields: {
    date: required.date("date"),
    station: required.station("station"),
    dspCode: optional("dsp short code"),
    serviceType: required("service type"),
    plannedDuration: required.duration("planned duration"),
    distance: optional("total distance planned"),
    allowance: optional("total distance allowance"),
    distanceUnit: optional("planned distance unit"),
    amazonLateCancel: required.number("amzl late cancel"),
    dspLateCancel: required.number("dsp late cancel"),
    // Some exports keep the comma inside one title, others make two columns of it.
    quickCoverage: required.number("quick coverage", "quick coverage, accepted", "quick coverage accepted"),
    accepted: optional("accepted"),
    completed: required.number("completed routes"),
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
