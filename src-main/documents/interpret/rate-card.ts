/** The prices Amazon agreed to pay: a file of our own. */
import { RATE_ITEMS } from "../facts.ts";
import type { KindDefinition } from "../interpretation.ts";
import { interpretRows, optional, required } from "./cells.ts";
import { blockHours, date, oneOf, rate, stationCode, text } from "./readers.ts";

const item = oneOf(RATE_ITEMS);

export const rateCard: KindDefinition = {
  kind: "rate card",
  fields: {
    station: required.station("station", "station code"),
    item: required("item"),
    serviceType: required("service type"),
    blockHours: required.duration("block hours", "block length"),
    rate: required.number("rate", "price"),
    effectiveFrom: required.date("effective from", "effective date", "valid from"),
    effectiveTo: optional.date("effective to", "effective until", "valid to"),
  },
  interpret: (recognised) =>
    interpretRows(recognised, { kind: "rate card", anchors: ["item", "effectiveFrom"] }, (row) => {
      const kindOfPrice = row.need("item", item);
      // A route's price means nothing without the type and block it is paid for.
      const isRoute = kindOfPrice === "route";
      const effectiveFrom = row.need("effectiveFrom", date);
      const effectiveTo = row.may("effectiveTo", date);
      if (effectiveFrom && effectiveTo && effectiveTo < effectiveFrom) {
        row.problem("effectiveTo", "The price ends before it begins.");
      }
      row.fact("rate", {
        station: row.need("station", stationCode),
        item: kindOfPrice,
        serviceType: isRoute ? row.need("serviceType", text) : row.words("serviceType"),
        blockMinutes: isRoute ? row.need("blockHours", blockHours) : row.may("blockHours", blockHours),
        rate: row.need("rate", rate),
        effectiveFrom,
        effectiveTo,
      });
    }),
};
