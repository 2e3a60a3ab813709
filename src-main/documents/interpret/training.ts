/**
 * Work summary, training: one session of one associate. Titles are English (US, UK) or German; the German ones are
 * translations that no file has confirmed yet, and a saved mapping reads any others.
 */
import type { KindDefinition } from "../interpretation.ts";
import { interpretRows, optional, required } from "./cells.ts";
import { date, duration, stationCode, text, yesNo } from "./readers.ts";

export const training: KindDefinition = {
  kind: "training",
  rowByRow: true,
  fields: {
    assignmentDate: required.date("assignment date", "zuweisungsdatum"),
    // Sessions are paid, and looked for on the invoice, by this date.
    date: required.date("payment date", "zahlungsdatum"),
    station: required.station("station"),
    dspCode: optional("dsp short code", "dsp code", "dsp kurzcode"),
    associate: required(
      "delivery associate",
      "zusteller",
      "fahrer",
      "zusteller (delivery associate)",
      "fahrer (delivery associate)",
    ),
    serviceType: required("service type", "servicetyp", "serviceart"),
    courseName: optional("course name", "kursname"),
    chapterName: optional("chapter name", "kapitelname"),
    duration: required.duration("total duration", "gesamtdauer"),
    eligible: required.yesNo("dsp payment eligible", "dsp zahlungsberechtigt"),
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
