/**
 * Work summary, service details: one associate on one route. Titles are English (US, UK) or German; the German ones are
 * translations that no file has confirmed yet, and a saved mapping reads any others.
 */
import type { KindDefinition } from "../interpretation.ts";
import { interpretRows, optional, type Row, required } from "./cells.ts";
import { count, date, duration, hundredths, moment, stationCode, text, yesNo } from "./readers.ts";
import { type WallPair, wallPair } from "./wall-times.ts";

function shiftOf(row: Row): Exclude<WallPair, string> | undefined {
  const day = row.peek("date", date);
  const logIn = row.may("logIn", moment);
  const logOut = row.may("logOut", moment);
  if (day === null || logIn === undefined || logOut === undefined) return undefined;
  const shift = wallPair(day, logIn, logOut);
  if (typeof shift !== "string") return shift;
  row.problem("logOut", "The log out is before the log in.");
  return undefined;
}

export const serviceDetails: KindDefinition = {
  kind: "service details",
  rowByRow: true,
  fields: {
    date: required.date("date", "datum"),
    station: required.station("station"),
    dspCode: optional("dsp short code", "dsp code", "dsp kurzcode"),
    associate: required(
      "delivery associate",
      "zusteller",
      "fahrer",
      "zusteller (delivery associate)",
      "fahrer (delivery associate)",
    ),
    route: required("route"),
    serviceType: required("service type", "servicetyp", "serviceart"),
    plannedDuration: required.duration("planned duration", "geplante dauer"),
    logIn: required.clock("log in", "anmeldung"),
    logOut: required.clock("log out", "abmeldung"),
    distance: required.number("total distance planned", "geplante gesamtstrecke"),
    allowance: optional("total distance allowance", "zulässige gesamtstrecke"),
    distanceUnit: optional("distance unit", "planned distance unit", "streckeneinheit", "entfernungseinheit"),
    delivered: required.number("shipments delivered", "deliveries performed", "zugestellte sendungen"),
    returned: required.number("shipments returned", "deliveries returned", "zurückgegebene sendungen"),
    pickups: optional.number("pickup packages", "abholpakete"),
    excluded: required.yesNo("excluded?", "excluded", "ausgeschlossen?", "ausgeschlossen"),
  },
  interpret: (recognised) =>
    interpretRows(recognised, { kind: "service details", anchors: ["date"] }, (row) => {
      const shift = shiftOf(row);
      row.fact("route", {
        station: row.need("station", stationCode),
        date: row.need("date", date),
        associate: row.need("associate", text),
        // A work order may have no route.
        routeCode: row.words("route"),
        serviceType: row.need("serviceType", text),
        blockMinutes: row.need("plannedDuration", duration),
        logIn: shift?.in,
        logOut: shift?.out,
        distance: row.may("distance", hundredths),
        distanceUnit: row.may("distanceUnit", text),
        delivered: row.need("delivered", count),
        returned: row.need("returned", count),
        pickups: row.may("pickups", count),
        excluded: row.need("excluded", yesNo),
      });
    }),
};
