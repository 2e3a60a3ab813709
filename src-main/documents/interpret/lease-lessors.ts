/**
 * What each lessor calls the fields of its invoice. None of these titles was confirmed on a real invoice: they are plausible ones, and what
 * a lessor really writes can be mapped and kept in the app. All are synonyms of one set of fields, so that an invoice is recognised whoever
 * wrote it and no title can mean two things.
 */

import type { RecognisedTable } from "../interpretation.ts";
import type { LeaseField } from "./lease-field-names.ts";

interface Lessor {
  /** As the vans' lease schedule usually names it. */
  readonly name: string;
  /** How its letterhead begins. */
  readonly letterhead: RegExp;
  readonly titles: Partial<Record<LeaseField, readonly string[]>>;
}

/** Words that follow a lessor's name on its letterhead; a customer's name may begin alike. */
const firm = (names: string): RegExp =>
  new RegExp(
    `^(?:${names})(?:$|[,.:]? (?:usa?|fleet|vehicles?|vans?|trucks?|leas(?:e|ing)|rentals?|rent|mobility|management|services|holdings|` +
      "corp(?:oration)?|inc|invoice|statement|account|transportation|international)\\b)",
    "i",
  );

/** The lessors that Amazon's delivery businesses rent from. */
export const LESSORS: readonly Lessor[] = [
  {
    name: "Element",
    letterhead: firm("element"),
    titles: {
      invoiceNumber: ["invoice nbr"],
      issuedOn: ["invoice dt"],
      vin: ["vehicle identification number"],
      unit: ["client vehicle number", "element unit"],
      chargeCode: ["charge category"],
      description: ["charge desc"],
      serviceFrom: ["charge from"],
      serviceTo: ["charge to"],
      amount: ["charge amt"],
      tax: ["tax amt"],
      total: ["total amt"],
      odometer: ["odometer reading"],
    },
  },
  {
    name: "LeasePlan",
    letterhead: firm("lease ?plan"),
    titles: {
      vin: ["chassis number", "chassis no"],
      plate: ["license plate no", "registration plate"],
      period: ["invoice period"],
      amount: ["amount excl tax", "amount excluding tax"],
      tax: ["sales and use tax", "sales & use tax"],
      total: ["amount incl tax", "amount including tax", "gross amount"],
      referenceInvoice: ["credited invoice"],
    },
  },
  // What LeasePlan is called since it changed its name; its invoices have kept their titles.
  { name: "Ayvens", letterhead: firm("ayvens"), titles: {} },
  {
    name: "Merchants",
    letterhead: firm("merchants"),
    titles: {
      unit: ["asset", "asset number", "asset id"],
      contract: ["schedule number", "schedule no"],
      description: ["billing description"],
      serviceFrom: ["billed from", "bill from"],
      serviceTo: ["billed to", "billed thru"],
      rental: ["lease charge"],
      total: ["total billed"],
    },
  },
  {
    name: "Enterprise",
    letterhead: firm("enterprise"),
    titles: {
      contract: ["rental agreement", "rental agreement number", "ra number", "ra #"],
      serviceFrom: ["date out", "rental start", "rental start date"],
      serviceTo: ["date in", "rental end", "rental end date"],
      quantity: ["days billed", "rental days"],
      rental: ["rental charges"],
      odometer: ["odometer in", "miles in"],
    },
  },
  {
    name: "Ryder",
    letterhead: firm("ryder"),
    titles: {
      unit: ["ryder unit", "vehicle number", "vehicle no"],
      rental: ["fixed charge", "fixed charges"],
      mileageFee: ["mileage rate charge", "variable mileage charge"],
      maintenanceFee: ["full service maintenance"],
    },
  },
  {
    name: "U-Haul",
    letterhead: firm("u-?haul"),
    titles: {
      unit: ["equipment", "equipment number", "equipment #", "equipment no"],
      contract: ["reservation", "reservation number"],
      rental: ["rental charge"],
      insuranceFee: ["safemove", "coverage"],
      tax: ["taxes"],
    },
  },
  {
    name: "Kingbee",
    letterhead: firm("kingbee"),
    titles: {
      unit: ["van", "van number", "van #"],
      period: ["subscription period"],
      rental: ["subscription", "monthly subscription", "subscription fee"],
    },
  },
  {
    name: "Zeeba",
    letterhead: firm("zeeba"),
    titles: {
      unit: ["unit id"],
      period: ["billing cycle"],
      rental: ["rental fee", "lease fee"],
      otherCharges: ["additional charges"],
    },
  },
];

/** The one lessor whose letterhead stands above the table; null where none or more than one does. */
export function letterheadOf({ table, headerRow }: RecognisedTable): string | null {
  const cells = table.rows.slice(0, headerRow).flatMap((row) => row.map((cell) => String(cell).trim()));
  const found = LESSORS.filter(({ letterhead }) => cells.some((cell) => letterhead.test(cell)));
  return found.length === 1 ? (found[0]?.name ?? null) : null;
}
