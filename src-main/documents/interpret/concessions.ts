/** Amazon's weekly concessions report: packages marked delivered that the customer did not receive, by associate. */
import type { KindDefinition } from "../interpretation.ts";
import { interpretRows, optional, required } from "./cells.ts";
import { count, stationCode, text } from "./readers.ts";
import { weekReader } from "./weeks.ts";

export const concessions: KindDefinition = {
  kind: "concessions",
  rowByRow: true,
  fields: {
    week: required.date("week"),
    station: optional.station("station"),
    associate: required("delivery associate name", "delivery associate"),
    associateId: required("delivery associate id", "transporter id"),
    delivered: required.number("delivered packages", "packages delivered"),
    standing: optional("overall standing", "overall tier", "standing"),
    notReceived: required.number("packages delivered not received (dnr)", "packages delivered not received", "dnr"),
  },
  // A scorecard may count the same packages beside the standing.
  fits: ({ columns }) => !columns.has("standing"),
  interpret: (recognised) => {
    const week = weekReader(recognised.document);
    return interpretRows(
      recognised,
      {
        kind: "concessions",
        anchors: ["week", "associateId"],
        place: (row) => ({ station: row.peek("station", stationCode), day: row.peek("week", week) }),
      },
      (row) =>
        row.fact("concession", {
          week: row.need("week", week),
          station: row.may("station", stationCode),
          associate: row.need("associate", text),
          associateId: row.words("associateId"),
          delivered: row.need("delivered", count),
          notReceived: row.need("notReceived", count),
        }),
    );
  },
};
