/** The words of Amazon's printed invoices, in English and German, as they are compared (`normaliseTitle`). */
import { normaliseTitle } from "../../recognise/titles.ts";

/** What a column of a printed invoice holds. A title that is none of these is `other`. */
export type Field = "section" | "date" | "description" | "serviceType" | "rate" | "quantity" | "amount" | "other";

const COLUMN_TITLES: Readonly<Record<Exclude<Field, "other">, readonly string[]>> = {
  section: ["section", "category", "kategorie", "abschnitt"],
  date: ["date", "service date", "week", "week of", "datum", "leistungsdatum", "woche"],
  description: [
    "description",
    "item",
    "van type",
    "vehicle type",
    "beschreibung",
    "bezeichnung",
    "leistung",
    "fahrzeugtyp",
  ],
  serviceType: ["service type", "leistungsart", "serviceart"],
  rate: ["rate", "unit price", "unit rate", "price", "satz", "preis", "einzelpreis", "stückpreis"],
  quantity: ["quantity", "qty", "count", "high count", "menge", "anzahl", "höchstzahl"],
  amount: ["amount", "line total", "betrag", "gesamtpreis", "summe"],
};

const FIELD_BY_TITLE = new Map(
  Object.entries(COLUMN_TITLES).flatMap(([field, titles]) => titles.map((title) => [title, field as Field] as const)),
);

/** The field a column title names, also with its currency behind it (`Amount (USD)`, `Betrag in EUR`). */
export function fieldOf(title: string): Field {
  const plain = normaliseTitle(title).replace(/\s*(?:\(\s*(?:usd|eur|\$|€)\s*\)|in (?:usd|eur|\$|€))$/, "");
  return FIELD_BY_TITLE.get(plain) ?? "other";
}

/** The column titles that a text is made of: those of columns that stand so close that their titles read as one, else itself. */
export function titlesIn(text: string): readonly string[] {
  if (fieldOf(text) !== "other") return [text];
  const words = text.split(" ");
  for (let count = words.length - 1; count > 0; count -= 1) {
    const [first, rest] = [words.slice(0, count).join(" "), words.slice(count).join(" ")];
    const more = titlesIn(rest);
    const fields = [first, ...more].map(fieldOf);
    if (!fields.includes("other") && new Set(fields).size === fields.length) return [first, ...more];
  }
  return [text];
}

/** Titles of what stands above and beside the table. */
export const LABELS = {
  invoiceNumber: [
    "invoice number",
    "invoice no.",
    "invoice no",
    "invoice #",
    "invoice",
    "gutschriftsnummer",
    "gutschriftnummer",
    "gutschrift nr.",
    "rechnungsnummer",
    "rechnung nr.",
  ],
  issuedOn: [
    "invoice date",
    "date of invoice",
    "issue date",
    "gutschriftsdatum",
    "rechnungsdatum",
    "ausstellungsdatum",
  ],
  station: ["station", "delivery station", "station code", "standort", "zustellstation", "verteilzentrum"],
  periodStart: ["period start", "service period start", "billing period start", "leistungsbeginn"],
  periodEnd: ["period end", "service period end", "billing period end", "leistungsende"],
  period: [
    "service period",
    "billing period",
    "invoice period",
    "period",
    "leistungszeitraum",
    "abrechnungszeitraum",
    "zeitraum",
  ],
  invoiceType: ["invoice type", "rechnungsart", "gutschriftsart", "rechnungstyp"],
  status: ["invoice status", "status"],
  disputeCloses: ["dispute window closes", "dispute by", "einspruchsfrist", "einspruch bis"],
  currency: ["currency", "währung"],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type LabelField = keyof typeof LABELS;

/** What a row below the lines sums up. */
export type SumOf = "all" | "part" | "tax";

const SUMS: readonly (readonly [SumOf, RegExp])[] = [
  // In the order of how sure they are: a subtotal is no total.
  [
    "part",
    /^(?:sub[\s-]?total|zwischensumme|nettobetrag|summe netto|netto|carried forward|brought forward|übertrag)\b/,
  ],
  ["tax", /^(?:(?:sales )?tax|vat|umsatzsteuer|ust\.?|mwst\.?|mehrwertsteuer)(?=$|[\s:(\d])/],
  ["all", /^(?:(?:grand )?total due|amount due|invoice total|gesamtbetrag|zahlbetrag|auszahlungsbetrag)\b/],
  ["part", /\btotal$|^total (?:of )?\S|^summe \S/],
  ["all", /^(?:grand )?total$|^gesamt(?:summe)?$|^summe$/],
];

/** What a row sums up by its first words; undefined for a row that is no sum. */
export function sumOf(words: string): SumOf | undefined {
  const title = normaliseTitle(words);
  return SUMS.find(([, pattern]) => pattern.test(title))?.[0];
}

/** `Page 1 of 2`, `Seite 1/2`, `1 / 2`. */
export function isPageNumber(words: string): boolean {
  return /^(?:(?:page|seite)\s*\d{1,3}(?:\s*(?:of|von|\/)\s*\d{1,3})?|\d{1,3}\s*(?:of|von|\/)\s*\d{1,3})$/i.test(
    words.trim(),
  );
}
