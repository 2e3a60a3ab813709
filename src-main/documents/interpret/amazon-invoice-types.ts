/** The types of invoice Amazon writes, and how their lines are told apart. */
import type { FactValues } from "../facts.ts";
import { normaliseTitle } from "../recognise/titles.ts";

export const INVOICE_TYPES = ["variable", "incentive", "fleet"] as const;
export type InvoiceType = (typeof INVOICE_TYPES)[number];

/** What every line of an invoice repeats of its head. */
export type InvoiceHead = Pick<FactValues<"invoice">, "station" | "invoiceNumber" | "periodStart" | "periodEnd">;

/** The fact of each type's head and of its lines. */
export const HEAD_FACT = { variable: "invoice", incentive: "incentiveInvoice", fleet: "fleetInvoice" } as const;

/** What documents write for each type, in English and German; the console's export writes the version of a variable invoice there. */
const WRITTEN: Readonly<Record<InvoiceType, RegExp>> = {
  variable: /^(?:(?:weekly )?variable|original|amended|variabel|variable vergütung)(?: invoice| payment)?$/,
  incentive: /^(?:(?:weekly )?incentives?|prämie|prämien|leistungsprämie|anreiz)(?: invoice| payment)?$/,
  fleet:
    /^(?:(?:monthly )?(?:fleet|fixed|fixed monthly|fleet \(fixed\))|flotte|fuhrpark|monatspauschale)(?: invoice| payment)?$/,
};

/** The type that a label names, undefined for one that is not read. */
export function invoiceTypeOf(written: string): InvoiceType | undefined {
  const words = normaliseTitle(written);
  return INVOICE_TYPES.find((type) => WRITTEN[type].test(words));
}

/** Section titles as facts have them, with what documents write for them. */
const SECTIONS: Readonly<Record<string, readonly string[]>> = {
  routes: ["route", "routen", "touren"],
  "training sessions": ["training session", "training", "trainings", "schulungen", "schulung", "trainingseinheiten"],
  "late cancellations": [
    "late cancellation",
    "late cancels",
    "kurzfristige stornierungen",
    "späte stornierungen",
    "stornierungen",
  ],
  "unplanned delay": ["unplanned delays", "ungeplante verzögerung", "ungeplante verzögerungen"],
  packages: ["package", "pakete", "sendungen"],
  incentive: ["incentives", "prämie", "prämien"],
  prepayment: ["prepayments", "vorauszahlung", "vorauszahlungen"],
  reconciliation: ["reconciliations", "abgleich", "abrechnung des vormonats"],
  "weekly high counts": ["weekly high count", "weekly high counts by van type", "wöchentliche höchstzahlen"],
};

const BY_TITLE = new Map(
  Object.entries(SECTIONS).flatMap(([section, also]) => [section, ...also].map((title) => [title, section] as const)),
);

/** The section a title names, as facts have it; undefined for a title that is none known. */
export function knownSection(title: string): string | undefined {
  return BY_TITLE.get(normaliseTitle(title));
}

/** A section as facts have it: one of the known names, else as written, in lower case. */
export function sectionName(title: string): string {
  return knownSection(title) ?? title.toLowerCase();
}
