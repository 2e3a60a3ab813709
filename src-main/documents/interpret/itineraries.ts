/** Amazon's itineraries of one day: who drove which van on which routes. */
import type { WallTime } from "#shared/hours.ts";
import type { IsoDate } from "#shared/week.ts";
import type { Interpretation, KindDefinition, RecognisedTable } from "../interpretation.ts";
import { inUsualForm } from "../recognise/format.ts";
import { dateInName } from "../recognise/written-dates.ts";
import { interpretRows, optional, type Row, required } from "./cells.ts";
import { count, date, moment, stationCode, vin } from "./readers.ts";
import { wallPair } from "./wall-times.ts";

/** Refused only where neither a column nor a sign in nor the document's name says of which day it is. */
function refuse({ table, headerRow, columns, format, document, constants }: RecognisedTable): string | null {
  if (columns.has("date") || constants?.has("date") || dateInName(document) !== null) return null;
  const signIn = columns.get("signIn") ?? -1;
  const isDated = (row: (typeof table.rows)[number]) =>
    typeof moment.read(inUsualForm(row[signIn] ?? "", "clock", format))?.date === "string";
  if (table.rows.slice(headerRow + 1).some(isDated)) return null;
  return "These itineraries do not say of which day they are. Keep the date in the file's name, as in Itineraries_2026-09-08.xlsx, or add a column Date.";
}

/** The row's own date, else that of its sign in, else that of the document's name. */
function dayOf(row: Row, named: IsoDate | null): IsoDate | null {
  return row.peek("date", date) ?? row.peek("signIn", moment)?.date ?? named;
}

function signedOn(
  row: Row,
  named: IsoDate | null,
): { readonly day: IsoDate; readonly in: WallTime | null; readonly out: WallTime | null } | undefined {
  const written = row.may("date", date);
  const signIn = row.may("signIn", moment);
  const signOut = row.may("signOut", moment);
  if (written === undefined || signIn === undefined || signOut === undefined) return undefined;
  const day = dayOf(row, named);
  const shift = wallPair(day, signIn, signOut);
  if (day === null || shift === "no date") row.problem("date", "This row does not say of which day it is.");
  else if (shift === "backwards") row.problem("signOut", "The sign out is before the sign in.");
  else return { day, ...shift };
  return undefined;
}

/** `CX101 | CX102` as `CX101|CX102`. */
function routesOf(row: Row): string {
  const routes = row.words("routeCodes").split("|");
  return routes
    .map((route) => route.trim())
    .filter((route) => route !== "")
    .join("|");
}

function interpret(recognised: RecognisedTable): Interpretation {
  const named = dateInName(recognised.document);
  const place = (row: Row) => ({ station: row.peek("station", stationCode), day: dayOf(row, named) });
  return interpretRows(recognised, { kind: "itineraries", anchors: ["transporterId", "driver"], place }, (row) => {
    const signed = signedOn(row, named);
    const [transporterId, driver] = [row.words("transporterId"), row.words("driver")];
    if (transporterId === "" && driver === "") row.problem("driver", "This row names no driver.");
    row.fact("itinerary", {
      date: signed?.day,
      station: row.may("station", stationCode),
      transporterId,
      driver,
      dspCode: row.words("dspCode"),
      routeCodes: routesOf(row),
      progress: row.words("progress"),
      serviceType: row.words("serviceType"),
      vin: row.may("vin", vin) ?? "",
      stops: row.may("stops", count),
      stopsComplete: row.may("stopsComplete", count),
      packages: row.may("packages", count),
      signIn: signed?.in,
      signOut: signed?.out,
    });
  });
}

export const itineraries: KindDefinition = {
  kind: "itineraries",
  fields: {
    date: optional.date("date"),
    station: optional.station("station", "station code"),
    transporterId: required("transporter id"),
    driver: required("driver name"),
    dspCode: optional("dsp", "dsp short code"),
    routeCodes: required("route code", "route codes"),
    progress: optional("progress status"),
    serviceType: optional("delivery service type"),
    vin: required.vin("cortex vin number", "vin"),
    stops: optional.number("all stops"),
    stopsComplete: optional.number("stops complete"),
    packages: optional.number("total packages"),
    signIn: optional.clock("app sign in"),
    signOut: optional.clock("app sign out"),
  },
  interpret,
  refuse,
};
