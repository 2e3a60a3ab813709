/** The terms of the vans' leases: a file of our own. */
import { normaliseVin } from "#shared/vin.ts";
import { PRORATIONS } from "../facts.ts";
import type { KindDefinition } from "../interpretation.ts";
import { interpretRows, optional, required } from "./cells.ts";
import { cents, count, date, oneOf, percent, type Reader, rate, text, yesNo } from "./readers.ts";

const proration = oneOf(PRORATIONS);

/** A VIN as it is compared. One with a wrong check digit is read all the same: a check speaks of it. */
const vin: Reader<string> = { complaint: text.complaint, read: (cell) => normaliseVin(String(cell)) };

export const leaseSchedule: KindDefinition = {
  kind: "lease schedule",
  fields: {
    vin: required.vin("vin", "vin #", "vin number", "vehicle id", "serial", "serial number"),
    unit: optional("unit", "unit no", "unit #", "unit number"),
    provider: required("provider", "lessor", "leasing company"),
    contract: optional("contract", "contract number", "contract no", "lease number"),
    monthlyRent: required.money("monthly rent", "monthly rental", "rent per month", "monthly payment"),
    onLease: required.date("on-lease date", "lease start", "lease start date", "in-service date", "delivery date"),
    offLease: optional.date("off-lease date", "lease end", "lease end date", "return date"),
    proration: required("proration", "proration method"),
    mileageAllowance: optional.number("mileage allowance", "monthly mileage allowance", "miles allowed"),
    overageRate: optional.number("overage rate", "excess mileage rate", "rate per excess mile"),
    taxRate: optional.percent("tax rate", "sales tax rate"),
    allowedFees: optional("allowed fees"),
    warrantyEnd: optional.date("warranty end", "warranty end date", "warranty expiration"),
    warrantyMiles: optional.number("warranty miles", "warranty mileage", "warranty end miles"),
    registeredState: optional.state("registered state", "registration state", "state of registration"),
    returnDayBilled: optional.yesNo("return day billed", "off-lease day billed", "last day billed"),
    plate: optional("license plate", "plate", "plate number", "license plate number"),
  },
  interpret: (recognised) =>
    interpretRows(
      recognised,
      { kind: "lease schedule", anchors: ["vin", "onLease"], place: () => ({ station: null, day: null }) },
      (row) => {
        const onLease = row.need("onLease", date);
        const offLease = row.may("offLease", date);
        if (onLease && offLease && offLease < onLease) row.problem("offLease", "The lease ends before it begins.");
        const billed = row.may("returnDayBilled", yesNo);
        row.fact("leaseTerm", {
          vin: row.need("vin", vin),
          unit: row.words("unit"),
          provider: row.need("provider", text),
          contract: row.words("contract"),
          monthlyRentCents: row.need("monthlyRent", cents),
          onLease,
          offLease,
          proration: row.need("proration", proration),
          mileageAllowance: row.may("mileageAllowance", count),
          overageRate: row.may("overageRate", rate),
          taxRate: row.may("taxRate", percent),
          allowedFees: row.words("allowedFees"),
          warrantyEnd: row.may("warrantyEnd", date),
          warrantyMiles: row.may("warrantyMiles", count),
          registeredState: row.words("registeredState"),
          plate: row.words("plate"),
          returnDayBilled: billed === null ? true : billed,
        });
      },
    ),
};
