/** Amazon's weekly scorecard, by associate. */
import type { KindDefinition } from "../interpretation.ts";
import { interpretRows, optional, required } from "./cells.ts";
import { count, stationCode, text } from "./readers.ts";
import { weekReader } from "./weeks.ts";

export const scorecard: KindDefinition = {
  kind: "scorecard",
  rowByRow: true,
  fields: {
    week: required.date("week"),
    station: optional.station("station"),
    associate: required("delivery associate", "delivery associate name", "driver name", "name"),
    transporterId: required("transporter id", "delivery associate id"),
    standing: required("overall standing", "overall tier", "standing"),
    delivered: optional.number("delivered", "delivered packages", "packages delivered"),
  },
  interpret: (recognised) => {
    const week = weekReader(recognised.document);
    return interpretRows(
      recognised,
      {
        kind: "scorecard",
        anchors: ["week", "transporterId"],
        place: (row) => ({ station: row.peek("station", stationCode), day: row.peek("week", week) }),
      },
      (row) =>
        row.fact("scorecard", {
          week: row.need("week", week),
          station: row.may("station", stationCode),
          associate: row.need("associate", text),
          transporterId: row.words("transporterId"),
          standing: row.need("standing", text),
          delivered: row.may("delivered", count),
        }),
    );
  },
};
