/** Work summary, training: one session of one associate. */
import type { KindDefinition } from "../interpretation.ts";
import { interpretRows, optional, required } from "./cells.ts";
import { date, duration, stationCode, text, yesNo } from "./readers.ts";

export const training: KindDefinition = {
  kind: "training",
  fields: {
    assignmentDate: required.date("assignment date"),
    // Sessions are paid, and looked for on the invoice, by this date.
    date: required.date("payment date"),
    station: required.station("station"),
    dspCode: optional("dsp short code"),
    associate: required("delivery associate"),
    serviceType: required("service type"),
    courseName: optional("course name"),
    chapterName: optional("chapter name"),
    duration: required.duration("total duration"),
    eligible: required.yesNo("dsp payment eligible"),
  },
  interpret: (recognised) =>
    interpretRows(recognised, { kind: "training", anchors: ["date", "assignmentDate"] }, (row) =>
      row.fact("training", {
        station: row.need("station", stationCode),
        assignmentDate: row.need("assignmentDate", date),
        paymentDate: row.need("date", date),
        associate: row.may("associate", text),
        serviceType: row.need("serviceType", text),
        courseName: row.words("courseName"),
        minutes: row.need("duration", duration),
        // Payable unless it says no: a blank cell does not.
        eligible: row.may("eligible", yesNo) ?? true,
      }),
    ),
};
