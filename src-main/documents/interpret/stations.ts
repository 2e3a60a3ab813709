/** The stations of the business: a file of our own. */
import type { KindDefinition } from "../interpretation.ts";
import { interpretRows, optional, required } from "./cells.ts";
import { state, stationCode, timeZone } from "./readers.ts";

export const stations: KindDefinition = {
  kind: "stations",
  fields: {
    station: required.station("station", "station code"),
    name: optional("name", "station name", "city"),
    state: required.state("state"),
    timeZone: required("time zone"),
    dspCode: optional("dsp short code", "dsp code"),
  },
  interpret: (recognised) =>
    interpretRows(recognised, { kind: "stations", anchors: ["timeZone"] }, (row) =>
      row.fact("station", {
        station: row.need("station", stationCode),
        name: row.words("name"),
        state: row.need("state", state),
        timeZone: row.need("timeZone", timeZone),
        dspCode: row.words("dspCode"),
      }),
    ),
};
