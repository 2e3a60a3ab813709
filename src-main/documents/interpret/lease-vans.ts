/** Which vans a line of a lessor's invoice is for. */
import { normaliseVin } from "#shared/vin.ts";
import { isBlank } from "./blank.ts";
import type { Row } from "./cells.ts";
import { MONEY } from "./lease-money.ts";
import { sumInOneCell } from "./lease-sum-words.ts";

/** Seventeen characters that could be a VIN, with nothing of the sort beside them. */
const VINS = /(?<![A-Z0-9])[A-HJ-NPR-Z0-9]{17}(?![A-Z0-9])/g;

/** What lessors write where a charge is for no van. */
const NO_VAN = /^(?:n\/?a|none|account|various|multiple|-+)$/i;

/**
 * The VINs of a line, normalised: none where its cell is blank, one, or all of a cell that lists several. A cell in which no VIN is found
 * is kept as it stands, for a check to speak of it.
 */
export function vinsOf(row: Row): readonly string[] {
  const words = row.words("vin");
  if (words === "" || NO_VAN.test(words)) return [];
  const listed = vinsIn(words);
  return listed.length > 0 ? listed : [normaliseVin(words)];
}

function vinsIn(words: string): readonly string[] {
  return [...new Set(words.normalize("NFKC").toUpperCase().match(VINS))];
}

const TOTAL = new RegExp(
  "^(?:(?:grand|invoice|section|page|account|vehicle|van|unit|vin)[ -])?(?:sub[ -]?)?totals?" +
    "(?: (?:for|of|due|amount|charges?|invoice|this|per)\\b.*| #?[A-HJ-NPR-Z0-9]{17})?:?$" +
    "|^(?:balance|amount|total) due:?$",
  "i",
);

/**
 * A row that sums up others (per van, per section, of the invoice). It says so in a cell of its own, and it has nothing only a line has:
 * no charge code, quantity, rate or days. `Total loss settlement` is a line.
 */
export function isSum(row: Row): boolean {
  const first = row.cells.find((cell) => !isBlank(cell));
  const says = (words: string) => TOTAL.test(words.normalize("NFKC").replace(/\s+/g, " ").trim());
  const named = [String(first ?? ""), row.words("description"), row.words("chargeCode"), row.words("vin")].some(says);
  const code = row.words("chargeCode");
  const ofLine = ["quantity", "rate", "serviceFrom", "serviceTo"];
  return named && (code === "" || says(code)) && ofLine.every((field) => isBlank(row.cell(field)));
}

/**
 * The title of a group of lines: one cell of words, or a word and a VIN. Undefined where the row is none; else the VIN of the van that the
 * lines below are for, "" where the title names none.
 */
export function groupTitle(row: Row): string | undefined {
  const filled = row.cells.filter((cell) => !isBlank(cell)).map(String);
  const [first = "", second = "", ...more] = filled;
  const vins = vinsIn(filled.join(" "));
  const isTitle = filled.length === 1 ? /[a-z]/i.test(first) : /^(?:vin|vehicle|van|unit)\b/i.test(first);
  if (MONEY.some((field) => !isBlank(row.cell(field)))) return undefined;
  if (filled.length === 1 && sumInOneCell(first) !== null) return undefined;
  if (!isTitle || more.length > 0 || (second !== "" && vins.length === 0)) return undefined;
  return vins.length === 1 ? (vins[0] ?? "") : "";
}
