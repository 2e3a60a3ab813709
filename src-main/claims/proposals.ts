/**
 * Money in documents that seems to be for a claim: payments on its invoice, adjustments and credits on later invoices, and, as weak hints,
 * lines of the bank. Only proposed; a person takes them over. Pure.
 */
import { type Cents, formatCents } from "#shared/money.ts";
import { addDays, formatDate, type IsoDate } from "#shared/week.ts";
import { ADJUSTS, DATED_BEFORE, type MoneyIndex, type MoneyRow, plain } from "./money-rows.ts";

/** A claim that waits for money. */
export interface Waiting {
  readonly kind: "amazon" | "lessor" | "payroll" | "internal";
  readonly counterparty: string;
  readonly station: string | null;
  readonly reference: string;
  readonly submittedOn: IsoDate;
  readonly outstandingCents: Cents;
  /** Numbers of the invoices its findings are on. */
  readonly invoices: readonly string[];
  readonly items: readonly WaitingItem[];
  /** Payments that were recorded without a row: the same money is not proposed once more. */
  readonly byHand: readonly { readonly receivedOn: IsoDate; readonly cents: Cents }[];
}

/** A finding of it. */
interface WaitingItem {
  /** The finding's identity; that of a lease finding holds the van. */
  readonly subject: string;
  readonly label: string;
  /** What was granted, or claimed as long as there is no answer. */
  readonly dueCents: Cents;
}

/** A row that is proposed, with the reason in one sentence. */
export interface Proposal {
  readonly key: string;
  readonly kind: "paid" | "credited";
  readonly receivedOn: IsoDate;
  readonly cents: Cents;
  readonly why: string;
}

/** What is proposed for a claim, by day. The bank's lines only where nothing better is known: the same money often stands in both. */
export function proposalsFor(claim: Waiting, index: MoneyIndex): Proposal[] {
  if (claim.outstandingCents <= 0) return [];
  const invoices = new Set(claim.invoices.map(plain));
  const good =
    claim.kind === "amazon"
      ? [
          ...[...invoices].flatMap((invoice) => proposed(claim, index.payments.get(invoice), ofPayment)),
          ...proposed(claim, index.lines, lineReason(claim, invoices)),
        ]
      : claim.kind === "lessor"
        ? proposed(claim, index.credits.get(plain(claim.counterparty)), creditReason(invoices))
        : [];
  return (good.length > 0 ? good : proposed(claim, index.bank.get(claim.outstandingCents), ofBank)).sort(byDay);
}

type Reason = (claim: Waiting, row: MoneyRow) => string | null;

function proposed(claim: Waiting, rows: readonly MoneyRow[] | undefined, reason: Reason): Proposal[] {
  return (rows ?? []).flatMap((row) => {
    const { key, from, day, cents } = row;
    const recorded = claim.byHand.some((payment) => payment.receivedOn === day && payment.cents === cents);
    const why = recorded ? null : reason(claim, row);
    if (why === null) return [];
    const kind = from === "payment" || from === "bank line" ? "paid" : "credited";
    return [{ key, kind, receivedOn: day, cents: Math.min(cents, claim.outstandingCents), why }];
  });
}

/** A payment on the claim's invoice since it was submitted, of no more than is outstanding. The invoice's first payment came before. */
function ofPayment(claim: Waiting, row: MoneyRow): string | null {
  if (row.day < claim.submittedOn || row.cents > claim.outstandingCents) return null;
  return `Payment ${row.number} of ${formatDate(row.day)} pays ${formatCents(row.cents)} on invoice ${row.names}, which this claim is about.`;
}

/** A line of a later invoice of Amazon's that names the claim's invoice or case, or an adjustment of exactly an amount that is open. */
function lineReason(claim: Waiting, invoices: ReadonlySet<string>): Reason {
  const names = [...claim.invoices, claim.reference].map((name) => ({ name, stands: standing(name) }));
  const from = addDays(claim.submittedOn, -DATED_BEFORE);
  return ({ station, outstandingCents }, row) => {
    if (row.day < from || row.cents > outstandingCents || invoices.has(plain(row.number))) return null;
    if (station !== null && row.station !== null && row.station !== station) return null;
    const says = `Invoice ${row.number} of ${formatDate(row.day)} gives ${formatCents(row.cents)} as "${row.text}"`;
    const named = names.find(({ stands }) => stands?.test(upper(row.text)));
    if (named !== undefined) return `${says}, which names ${named.name}.`;
    const equal = ADJUSTS.test(row.text) ? exactly(claim, row) : null;
    return equal === null ? null : `${says}, ${equal}.`;
  };
}

/** A credit of the lessor since the claim was submitted that names its invoice, or is for the van and amount of a finding. */
function creditReason(invoices: ReadonlySet<string>): Reason {
  return (claim, row) => {
    if (row.day < claim.submittedOn || invoices.has(plain(row.number))) return null;
    const says = `${row.party} credits ${formatCents(row.cents)} on invoice ${row.number} of ${formatDate(row.day)}`;
    if (row.names !== "" && invoices.has(plain(row.names))) return `${says} and names invoice ${row.names}.`;
    if (row.cents > claim.outstandingCents) return null;
    const item = claim.items.find(
      ({ subject, dueCents }) =>
        dueCents === row.cents && row.vins.some((vin) => standing(vin)?.test(upper(subject)) === true),
    );
    return item === undefined ? null : `${says}, the van and the amount of ${item.label}.`;
  };
}

/** A deposit of exactly what is outstanding that carries the counterparty's name. */
function ofBank(claim: Waiting, row: MoneyRow): string | null {
  if (row.day < claim.submittedOn) return null;
  const [name = ""] = claim.counterparty.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 2);
  const carries = name !== "" && row.text.toLowerCase().includes(name.toLowerCase());
  if (!carries && !(claim.kind === "amazon" && /\bamzn/i.test(row.text))) return null;
  return `The bank shows ${formatCents(row.cents)} on ${formatDate(row.day)} ("${row.text}"), exactly what is outstanding. It may be for something else.`;
}

function exactly(claim: Waiting, row: MoneyRow): string | null {
  if (row.cents === claim.outstandingCents) return "exactly what is outstanding";
  const item = claim.items.find(({ dueCents }) => dueCents === row.cents);
  return item === undefined ? null : `exactly what is open for ${item.label}`;
}

/** Finds a name or number as words of their own, whatever stands between its parts; null for one that is too short to say anything. */
function standing(name: string): RegExp | null {
  const parts = upper(name).match(/[A-Z0-9]+/g) ?? [];
  if (parts.join("").length < 5) return null;
  return new RegExp(`(?<![A-Z0-9])${parts.join("[^A-Z0-9]*")}(?![A-Z0-9])`);
}

const upper = (text: string) => text.normalize("NFKC").toUpperCase();

function byDay(a: Proposal, b: Proposal): number {
  return a.receivedOn < b.receivedOn ? -1 : a.receivedOn > b.receivedOn ? 1 : a.key < b.key ? -1 : 1;
}
