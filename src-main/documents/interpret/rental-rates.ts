/** What lessors agreed to charge for rentals by the day, the week and the month: a file of our own. */
import { normaliseVin } from "#shared/vin.ts";
import type { KindDefinition } from "../interpretation.ts";
import { interpretRows, optional, required } from "./cells.ts";
import { cents, count, date, text } from "./readers.ts";

const RATES = ["dayCents", "weekCents", "monthCents"] as const;

export const rentalRates: KindDefinition = {
  kind: "rental rates",
  rowByRow: true,
  fields: {
    provider: required("provider", "lessor", "rental company"),
    contract: optional("contract", "contract number", "rental agreement"),
    vin: optional.vin("vin", "vin #", "vin number"),
    vanClass: optional("class", "vehicle class", "van class"),
    dayCents: optional.money("day rate", "daily rate", "rate per day"),
    weekCents: optional.money("week rate", "weekly rate", "rate per week"),
    monthCents: optional.money("month rate", "monthly rate", "rate per month"),
    monthDays: optional.number("month days", "days of a month"),
    effectiveFrom: required.date("effective from", "valid from"),
    effectiveTo: optional.date("effective to", "valid to"),
  },
  fits: ({ columns }) => RATES.some((rate) => columns.has(rate)),
  interpret: (recognised) =>
    interpretRows(
      recognised,
      { kind: "rental rates", anchors: ["provider", "effectiveFrom"], place: () => ({ station: null, day: null }) },
      (row) => {
        const [effectiveFrom, effectiveTo] = [row.need("effectiveFrom", date), row.may("effectiveTo", date)];
        if (effectiveFrom && effectiveTo && effectiveTo < effectiveFrom)
          row.problem("effectiveTo", "The rates end before they begin.");
        const [dayCents, weekCents, monthCents] = RATES.map((rate) => row.may(rate, cents));
        if (dayCents === null && weekCents === null && monthCents === null)
          row.problem("dayCents", "The row has no rate. Write what a day, a week or a month costs.");
        for (const [rate, value] of Object.entries({ dayCents, weekCents, monthCents }))
          if (typeof value === "number" && value <= 0) row.problem(rate, "A rate is more than zero.");
        const monthDays = row.may("monthDays", count);
        if (monthDays === 0) row.problem("monthDays", "A rental month has at least one day.");
        row.fact("rentalRate", {
          provider: row.need("provider", text),
          contract: row.words("contract"),
          vin: normaliseVin(row.words("vin")),
          vanClass: row.words("vanClass"),
          dayCents,
          weekCents,
          monthCents,
          monthDays,
          effectiveFrom,
          effectiveTo,
        });
      },
    ),
};
