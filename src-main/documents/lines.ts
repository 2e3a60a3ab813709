/** One line of a difference, in words of the trade. */
import type { DifferenceLine } from "#shared/contract/schemas.ts";
import type { FactType, FactValues } from "./facts.ts";
import { labelOf, textOf, understood, type Values } from "./understood.ts";

/** What tells a line of each type from the others, in the order a person would say it. */
const NAMED_BY: { readonly [T in FactType]: readonly (keyof FactValues<T> & string)[] } = {
  station: ["station", "name"],
  rate: ["station", "item", "serviceType", "blockMinutes", "effectiveFrom"],
  person: ["name", "employeeId"],
  leaseTerm: ["vin", "unit", "contract", "onLease"],
  rentalRate: ["provider", "contract", "vin", "vanClass", "effectiveFrom"],
  dayTally: ["date", "station", "serviceType", "blockMinutes"],
  route: ["date", "station", "routeCode", "associate", "serviceType"],
  packageCount: ["date", "station", "kind", "packageType"],
  training: ["paymentDate", "station", "associate", "courseName"],
  delay: ["date", "station", "reason", "impactedRoutes"],
  invoice: ["invoiceNumber", "station"],
  invoiceLine: ["date", "invoiceNumber", "section", "description"],
  incentiveInvoice: ["invoiceNumber", "station"],
  incentiveLine: ["date", "invoiceNumber", "section", "description"],
  fleetInvoice: ["invoiceNumber", "station"],
  fleetLine: ["date", "invoiceNumber", "section", "description"],
  tier: ["week", "station"],
  scorecard: ["week", "station", "associate", "transporterId"],
  concession: ["week", "station", "associate", "associateId"],
  payment: ["paidOn", "paymentNumber", "invoiceNumber"],
  bankLine: ["date", "description", "amountCents"],
  vehicle: ["vin", "name"],
  itinerary: ["date", "station", "driver", "routeCodes", "vin"],
  alias: ["description"],
  chargeWord: ["words", "provider"],
  cancellation: ["date", "station", "serviceType", "cancelledBy", "time"],
  punch: ["date", "firstName", "lastName", "employeeId", "in", "out", "payCode"],
  punchEdit: ["date", "firstName", "lastName", "employeeId", "time", "punchType"],
  payLine: ["periodEnd", "name", "employeeId", "department", "payCode"],
  leaseLine: ["invoiceNumber", "vin", "unit", "chargeCode", "serviceFrom", "description"],
  leaseInvoice: ["invoiceNumber", "provider", "section"],
};

/** What a fact is about: day, route, driver, as far as it names them. */
export function lineLabel(type: FactType, values: Values): string {
  return (NAMED_BY[type] as readonly string[])
    .map((field) => textOf(field, values[field] ?? null))
    .filter((text) => text !== "")
    .join(", ");
}

/** A line that came (no `before`), went (no `after`) or says something else. At least one of the two is there. */
export function lineOf(type: FactType, before: Values | null, after: Values | null): DifferenceLine {
  const change = before === null ? "added" : after === null ? "removed" : "changed";
  const names = before && after ? Object.keys({ ...before, ...after }) : [];
  return {
    change,
    label: lineLabel(type, after ?? before ?? {}),
    before: before && understood(before),
    after: after && understood(after),
    fields: names.filter((name) => (before?.[name] ?? null) !== (after?.[name] ?? null)).map(labelOf),
  };
}
