/** Routes that were cancelled late, as the office wrote them down: a file of our own. */
import { wallTime } from "#shared/hours.ts";
import type { KindDefinition } from "../interpretation.ts";
import { interpretRows, optional, required } from "./cells.ts";
import { date, moment, stationCode, text } from "./readers.ts";

export const cancellations: KindDefinition = {
  kind: "cancellations",
  rowByRow: true,
  fields: {
    date: required.date("date"),
    station: required.station("station"),
    serviceType: required("service type"),
    cancelledBy: required("cancelled by", "canceled by"),
    time: optional.clock("time"),
    note: optional("note", "notes"),
  },
  interpret: (recognised) =>
    interpretRows(recognised, { kind: "cancellations", anchors: ["date"] }, (row) => {
      const day = row.need("date", date);
      const time = row.may("time", moment);
      row.fact("cancellation", {
        date: day,
        station: row.need("station", stationCode),
        serviceType: row.need("serviceType", text),
        cancelledBy: row.need("cancelledBy", text),
        // A route may be cancelled the evening before: the time then carries its own date.
        time: time && day !== undefined ? wallTime(time.date ?? day, time.minutes) : null,
        note: row.words("note"),
      });
    }),
};
