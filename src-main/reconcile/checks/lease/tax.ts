/**
 * Tax belongs to the line it taxes. Lessors print it on the line, or as a line of its own for the van or the invoice; that line is then
 * divided over the lines it taxes by their amounts. A wrong part of a line carries its share of the line's tax; what tax is left is measured
 * on what is left of the amount, by the contract's rate.
 */
import { type Cents, divideHalfUp, plainCents } from "#shared/money.ts";
import type { WrongPart } from "./judge.ts";
import { isRent, type LeaseLine } from "./lines.ts";
import { plain } from "./plain.ts";
import { boundsOf, type Taxed, WHOLE } from "./tax-bounds.ts";

/** The tax of a month's lines. `parts` are the wrong parts of each line, tax not counted. */
export class TaxBills {
  readonly #parts: ReadonlyMap<LeaseLine, readonly WrongPart[]>;
  readonly #billed = new Map<LeaseLine, Cents>();
  readonly #taxed = new Map<LeaseLine, readonly LeaseLine[]>();
  readonly #through = new Set<LeaseLine>();
  readonly #spread = new Set<LeaseLine>();
  readonly #ofPart = new Map<WrongPart, Cents>();
  readonly #left = new Map<LeaseLine, Cents>();

  constructor(parts: ReadonlyMap<LeaseLine, readonly WrongPart[]>) {
    this.#parts = parts;
    const lines = [...parts.keys()];
    for (const line of lines) this.#billed.set(line, Math.max(0, line.fact.taxCents));
    const byInvoice = Map.groupBy(lines, invoiceOf);
    const taxes = lines.filter((line) => line.charge === "TAX" && this.#claimed(line) === 0);
    for (const [invoice, group] of Map.groupBy(taxes, invoiceOf)) {
      for (const same of Map.groupBy(group, ({ vanKey }) => vanKey).values())
        this.#divide(same, byInvoice.get(invoice) ?? []);
    }
    for (const line of lines) this.#giveToParts(line);
  }

  /** Tax billed on a line. */
  billedOn(line: LeaseLine): Cents {
    return this.#billed.get(line) ?? 0;
  }

  /** How much of a separate tax line was divided over the lines it taxes: all of it, or nothing. */
  spreadOf(line: LeaseLine): Cents {
    return this.#spread.has(line) ? line.fact.amountCents : 0;
  }

  /** The tax billed on a wrong part of a line. */
  on(part: WrongPart): Cents {
    return this.#ofPart.get(part) ?? 0;
  }

  /** Tax that differs from the contract's rate on what is left of a line, once the tax of all its wrong parts is taken. */
  wrong(line: LeaseLine): { part: WrongPart; tax: Cents }[] {
    const own = line.charge === "TAX" ? (this.#taxed.get(line) ?? []) : this.#through.has(line) ? [] : [line];
    if (own.length === 0 || !own.every(isRated)) return [];
    const sums = own.map((each) => this.#expected(each));
    const [due, least] = boundsOf(sums);
    const billed = line.charge === "TAX" ? this.#leftOf(line) : (this.#left.get(line) ?? 0);
    if (billed === due || (billed < due && billed >= least)) return [];
    const below = billed < due;
    const text = sums
      .map(({ base, rate }) => `${plainCents(base)} x ${percent(rate)}`)
      .slice(0, 3)
      .join(" + ");
    const more = sums.length > 3 ? ` + ${sums.length - 3} more` : "";
    const right = `(${text}${more} = ${plainCents(below ? least : due)})`;
    const wrong = `billed tax ${plainCents(billed)}`;
    const most = line.charge === "TAX" ? line.fact.amountCents : billed;
    const cents = below ? least - billed : Math.min(most, billed - due);
    const above = most < billed - due ? `min(${plainCents(most)}, ${wrong} - ${right})` : `${wrong} - ${right}`;
    const why = `tax of ${plainCents(billed)}, where the contract's rate comes to ${plainCents(below ? least : due)}`;
    const amount = line.charge === "TAX" ? { cents } : { cents: 0, beside: cents };
    return [
      {
        part: { code: "E12", below, ...amount, text: below ? `${right} - ${wrong}` : above, why },
        tax: 0,
      },
    ];
  }

  /** What remains of a tax line: the tax of wrong parts went with them. */
  #leftOf(line: LeaseLine): Cents {
    return (this.#taxed.get(line) ?? []).reduce((sum, each) => sum + (this.#left.get(each) ?? 0), 0);
  }

  /**
   * Gives each wrong part its tax, never more together than was billed. Where the tax of the whole line is right, a part takes what leaves
   * the right tax on the rest; where it is not, its share by amount.
   */
  #giveToParts(line: LeaseLine): void {
    const { amountCents } = line.fact;
    const billed = this.billedOn(line);
    const rate = line.term?.taxRate ?? 0;
    const due = (cents: Cents) => divideHalfUp(cents * rate, WHOLE);
    const isRight = rate > 0 && billed === due(amountCents);
    let [left, rest] = [billed, amountCents];
    for (const part of this.#parts.get(line) ?? []) {
      if (part.below || part.cents === 0 || amountCents <= 0) continue;
      const share = isRight ? due(rest) - due(rest - part.cents) : divideHalfUp(billed * part.cents, amountCents);
      const tax = Math.min(left, share);
      this.#ofPart.set(part, tax);
      left -= tax;
      rest -= part.cents;
    }
    this.#left.set(line, left);
  }

  /** Tax due on what is left of a line. Rent is taxed wherever the contract names a rate; whether another charge is, nobody can say. */
  #expected(line: LeaseLine): Taxed {
    return { base: line.fact.amountCents - this.#claimed(line), rate: line.term?.taxRate ?? 0, isSure: isRent(line) };
  }

  #claimed(line: LeaseLine): Cents {
    return (this.#parts.get(line) ?? []).reduce((sum, part) => sum + (part.below ? 0 : part.cents), 0);
  }

  /**
   * Tax lines of one van, or of the whole invoice where they name none, over its untaxed lines. What is wrong with them stands on the first.
   */
  #divide(taxes: readonly LeaseLine[], invoice: readonly LeaseLine[]): void {
    const [first] = taxes;
    if (!first || repeatsTax(taxes, invoice)) return;
    const taxed = invoice.filter(
      (line) =>
        line.charge !== "TAX" &&
        line.charge !== "LATE_FEE" &&
        line.fact.taxCents === 0 &&
        !this.#through.has(line) &&
        (first.vanKey === null ? first.van.kind === "unnamed" : line.vanKey === first.vanKey),
    );
    if (taxed.length === 0) return;
    const sum = taxed.reduce((total, { fact }) => total + fact.amountCents, 0);
    const tax = taxes.reduce((total, { fact }) => total + fact.amountCents, 0);
    let [amount, given] = [0, 0];
    for (const line of taxed) {
      amount += line.fact.amountCents;
      const upTo = divideHalfUp(tax * amount, sum);
      this.#billed.set(line, upTo - given);
      this.#through.add(line);
      given = upTo;
    }
    for (const line of taxes) this.#spread.add(line);
    this.#taxed.set(first, taxed);
  }
}

/** Whether tax lines come to just the tax that stands beside the charges already: nobody can tell whether they say it again or bill it again. */
function repeatsTax(taxes: readonly LeaseLine[], invoice: readonly LeaseLine[]): boolean {
  const [first] = taxes;
  const own = invoice.filter((line) => first?.van.kind === "unnamed" || line.vanKey === first?.vanKey);
  const beside = own.reduce((sum, { fact }) => sum + Math.max(0, fact.taxCents), 0);
  return beside > 0 && beside === taxes.reduce((sum, { fact }) => sum + fact.amountCents, 0);
}

function invoiceOf({ fact }: LeaseLine): string {
  return JSON.stringify([plain(fact.provider), plain(fact.invoiceNumber), fact.issuedOn]);
}

/** Whether the contract names the tax rate of a line that this check may measure. */
export function isRated(line: LeaseLine): boolean {
  return line.term !== null && line.term.taxRate !== null && line.charge !== "LATE_FEE" && !changesRate(line);
}

/** Whether the contract's tax rate changes on a line's days, so that nobody can say which of its days are taxed how. */
export function changesRate({ chain, days }: LeaseLine): boolean {
  const rows = chain.filter(
    ({ onLease, offLease }) => onLease <= days.to && (offLease === null || offLease >= days.from),
  );
  return new Set(rows.map(({ taxRate }) => taxRate)).size > 1;
}

/** `8.25 %`. */
function percent(rate: number): string {
  return `${plainCents(divideHalfUp(rate, 100))} %`;
}
