/** The station's own tier from the first page of its scorecard: a file of our own. */
import { TIERS, type Tier } from "../facts.ts";
import type { KindDefinition } from "../interpretation.ts";
import { interpretRows, required } from "./cells.ts";
import { type Reader, stationCode } from "./readers.ts";
import { weekReader } from "./weeks.ts";

const bare = (words: string) =>
  words
    .normalize("NFKC")
    .toLowerCase()
    .replace("+", "plus")
    .replace(/[\s_-]/g, "");

/** `Fantastic Plus` in any case and spacing, also `Fantastic+`. */
const tier: Reader<Tier> = {
  complaint: `none of ${TIERS.join(", ")}.`,
  read: (cell) => TIERS.find((each) => bare(each) === bare(String(cell))),
};

export const scorecardTier: KindDefinition = {
  kind: "scorecard tier",
  rowByRow: true,
  fields: {
    week: required.date("week"),
    station: required.station("station"),
    tier: required("tier"),
  },
  interpret: (recognised) => {
    const week = weekReader(recognised.document);
    return interpretRows(
      recognised,
      {
        kind: "scorecard tier",
        anchors: ["week"],
        place: (row) => ({ station: row.peek("station", stationCode), day: row.peek("week", week) }),
      },
      (row) =>
        row.fact("tier", {
          week: row.need("week", week),
          station: row.need("station", stationCode),
          tier: row.need("tier", tier),
        }),
    );
  },
};
