/** Both sides of a finding on a lease line, its label and its notes. Pure. */
import { type Cents, formatRate, plainCents } from "#shared/money.ts";
import { formatDate, type IsoDate } from "#shared/week.ts";
import type { LeaseLineFact } from "../../../documents/facts.ts";
import { vinDoubt } from "../../../matching/vehicles.ts";
import type { Side } from "../../finding.ts";
import { dailyRate, dayCount, rentMonths } from "./contract-rent.ts";
import type { JudgedLine, Share } from "./line-shares.ts";
import { chargeText, periodText } from "./line-words.ts";
import type { LeaseLine } from "./lines.ts";
import type { Term } from "./terms.ts";

/** `EL-1003 · rent · Aug 1 – 31, 2026`. */
export function labelOf(line: LeaseLine): string {
  const van = line.fact.unit.trim() || line.fact.vin.trim() || "no van named";
  return `${van} · ${chargeText(line)} · ${periodText(line.days)}`;
}

/** Lines as the lessor billed them. */
export function billedSide(lines: readonly LeaseLineFact[], title = "The lessor billed"): Side {
  return {
    title,
    columns: ["Invoice", "VIN", "Charge", "Service from", "Service to", "Amount", "Tax"],
    rows: lines.map((line) => [
      line.invoiceNumber,
      line.vin || line.unit,
      line.chargeCode,
      formatDate(line.serviceFrom),
      formatDate(line.serviceTo),
      plainCents(line.amountCents),
      plainCents(line.taxCents),
    ]),
    marked: [3, 4, 5],
  };
}

/** What the contract says of the line. */
export function contractSide({ term, fact }: JudgedLine): Side {
  return {
    title: "The lease schedule says",
    columns: ["Contract", "VIN", "Monthly rent", "On lease", "Off lease", "Proration"],
    rows:
      term === null
        ? [["No contract", fact.vin || fact.unit, "", "", "", ""]]
        : [
            [
              term.contract,
              term.vin,
              plainCents(term.monthlyRentCents),
              formatDate(term.onLease),
              term.offLease === null ? "still on lease" : formatDate(term.returnedOn ?? term.offLease),
              term.proration,
            ],
          ],
    marked: [2, 4, 5],
  };
}

const METHODS = {
  actual: "parts of a month by its actual days",
  "30": "parts of a month in thirtieths, never above the rent",
  none: "the full rent for any part of a month",
} as const;

/** The contract clause that was used. */
export function contractNotes({ term, days, fact, isSaid, vanKey }: JudgedLine): string[] {
  const name = fact.unit.trim() === "" ? `plate ${fact.plate.trim()}` : `unit ${fact.unit.trim()}`;
  const said = isSaid ? [`The line names no VIN; that ${name} is ${vanKey ?? ""} was said in Setup.`] : [];
  if (term === null) return said;
  const held = term.offLease === null ? "still on lease" : endOf(term, term.offLease);
  const clause =
    `Contract ${term.contract} with ${term.provider}: ${plainCents(term.monthlyRentCents)} a month, ` +
    `on lease since ${formatDate(term.onLease)}, ${held}; ${METHODS[term.proration]}.`;
  const lengths = [...new Set(rentMonths(days).map(dayCount))];
  const rates = lengths.map(
    (length) => `${formatRate(dailyRate(term.monthlyRentCents, term.proration, length))} in a month of ${length} days`,
  );
  const daily = term.proration === "none" ? [] : [`Daily rate: ${rates.join(", ")}.`];
  const doubt =
    fact.vin.trim() === "" && !isSaid ? [`The line names no VIN; its ${name} is that of one van only.`] : said;
  return [clause, ...daily, ...doubt];
}

/** How a row of the schedule ends: by its own date, by Amazon's list, or by the row that follows it. */
function endOf({ endedBy, isReplaced, returnedOn }: Term, offLease: IsoDate): string {
  if (returnedOn !== undefined) return `returned ${formatDate(returnedOn)}, a day that the contract does not bill`;
  const day = formatDate(offLease);
  if (isReplaced) return `on these terms up to ${day}`;
  if (endedBy === undefined) return `returned ${day}, the last day of the lease`;
  return `returned ${day}, which the schedule does not say: the day is from Amazon's vehicle list`;
}

/** What was credited already. */
export function creditNotes(share: Share): string[] {
  if (share.creditCents === 0) return [];
  const numbers = [...new Set(share.credits.map((credit) => credit.invoiceNumber))].join(", ");
  return [`Less ${plainCents(share.creditCents)} the lessor credited already (${numbers}).`];
}

/** The tolerance that was used. */
export function toleranceNotes(tolerance: Cents | null): string[] {
  return tolerance === null ? [] : [`Differences up to ${plainCents(tolerance)} agree.`];
}

/** What a VIN's own shape says, as notes. */
export function vinNotes(vin: string): string[] {
  const doubt = vinDoubt(vin);
  return doubt === undefined ? [] : [doubt];
}
