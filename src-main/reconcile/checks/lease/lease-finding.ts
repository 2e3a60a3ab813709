/** Findings on lease lines: both sides, evidence and notes, alike for every lease check. Pure. */
import type { CheckCode, DocumentKind } from "#shared/catalogue.ts";
import { type Cents, formatRate, plainCents } from "#shared/money.ts";
import { formatDate } from "#shared/week.ts";
import type { LeaseLineFact, LeaseTermFact } from "../../../documents/facts.ts";
import { vinDoubt } from "../../../matching/vehicles.ts";
import type { Answer, Scope } from "../../check.ts";
import { beginsIn } from "../../facts.ts";
import type { FindingDraft, Side } from "../../finding.ts";
import { allProof, proof } from "../../proof.ts";
import { counted, dailyRate, dayCount, rentMonths } from "./contract-rent.ts";
import type { ShareCode } from "./judge.ts";
import { type JudgedLine, lineShares, namesNoVan, type Share } from "./line-shares.ts";
import { chargeText, periodText } from "./lines.ts";

/** What sentences and formulas of lease findings are made from. */
export interface LeaseValues {
  readonly line: JudgedLine;
  readonly share: Share;
}

/** Up to a cent two roundings of one rent can differ. */
export const RENT_TOLERANCE = { title: "Difference that still agrees", unit: "cents", value: 1 } as const;

/** What a lease check asks of the month's lines. */
interface Question {
  readonly code: ShareCode;
  readonly scope: Scope;
  readonly lines: readonly LeaseLineFact[];
  readonly terms: readonly LeaseTermFact[];
  /** Cents that still agree; null where none are tolerated. */
  readonly tolerance: Cents | null;
  /** Lines the check has an opinion on. Without one in the month it is not applicable. */
  readonly concerns: (line: JudgedLine) => boolean;
  /** The check needs the line's van to be named. */
  readonly needsVan: boolean;
  /** Adds to the finding what only this check knows. */
  readonly finish?: (values: LeaseValues) => Partial<
    Pick<FindingDraft<LeaseValues>, "sides" | "explains" | "notes">
  > & {
    readonly proven?: readonly LeaseLineFact[];
    readonly terms?: readonly LeaseTermFact[];
  };
}

let last: { lines: readonly LeaseLineFact[]; terms: readonly LeaseTermFact[]; judged: JudgedLine[] } | undefined;

const isSame = <T>(a: readonly T[], b: readonly T[]) => a.length === b.length && a.every((each, at) => each === b[at]);

/** The partition of a month is the same for every lease check: the last one is kept for the next check. */
function partition(lines: readonly LeaseLineFact[], terms: readonly LeaseTermFact[]): JudgedLine[] {
  if (!last || !isSame(last.lines, lines) || !isSame(last.terms, terms))
    last = { lines, terms, judged: lineShares(lines, terms) };
  return last.judged;
}

/** Answers a lease check from the month's share of the partition. */
export function answerFromShares(question: Question): Answer<LeaseValues> {
  const { code, scope, tolerance } = question;
  const month = partition(question.lines, question.terms).filter((line) => beginsIn(scope.period, line.days.from));
  const findings = month.flatMap((line) =>
    line.shares
      .filter((share) => share.code === code && Math.min(share.cents, share.totalCents) > (tolerance ?? 0))
      .map((share) => draft(question, { line, share })),
  );
  const unnamed = question.needsVan ? month.filter(namesNoVan) : [];
  const missing: DocumentKind[] = unnamed.length > 0 ? ["lease invoice"] : [];
  if (findings.length > 0) return { outcome: "finding", findings, ...(missing.length > 0 ? { missing } : {}) };
  if (missing.length > 0) {
    const why = `${counted(unnamed.length, "line")} of the lease invoices ${unnamed.length === 1 ? "names" : "name"} no van that can be looked up`;
    return { outcome: "cannot-verify", missing, why };
  }
  return { outcome: month.some(question.concerns) ? "agrees" : "not-applicable" };
}

const LINE = [
  "VIN",
  "Unit",
  "Contract",
  "Charge Code",
  "Description",
  "Service From",
  "Service To",
  "Amount",
  "Tax",
  "Total",
];
const TERM = ["VIN", "Unit", "Provider", "Contract", "Monthly Rent", "On-Lease Date", "Off-Lease Date", "Proration"];

function draft(question: Question, values: LeaseValues): FindingDraft<LeaseValues> {
  const { line, share } = values;
  const extra = question.finish?.(values) ?? {};
  const terms = [...(line.term === null ? [] : [line.term]), ...(extra.terms ?? [])];
  return {
    subject: line.subject,
    subjectLabel: labelOf(line),
    direction: share.below ? "exposure" : "overcharged",
    amountCents: share.totalCents,
    estimated: false,
    values,
    sides: extra.sides ?? [billedSide([line.fact]), contractSide(line)],
    evidence: allProof(proof([line.fact, ...(extra.proven ?? []), ...share.credits], LINE), proof(terms, TERM)),
    notes: [
      ...contractNotes(line),
      ...creditNotes(share),
      ...toleranceNotes(question.tolerance),
      ...(extra.notes ?? []),
    ],
    explains: extra.explains ?? [],
    deadline: null,
    counterparty: line.fact.provider.trim() || null,
    invoiceNumber: line.fact.invoiceNumber.trim() || null,
  };
}

/** `EL-1003 · rent · Aug 1 – 31, 2026`. */
function labelOf(line: JudgedLine): string {
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

function contractSide({ term, fact }: JudgedLine): Side {
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
              term.offLease === null ? "still on lease" : formatDate(term.offLease),
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
function contractNotes({ term, days, fact }: JudgedLine): string[] {
  if (term === null) return [];
  const held =
    term.offLease === null ? "still on lease" : `returned ${formatDate(term.offLease)}, the last day of the lease`;
  const clause =
    `Contract ${term.contract} with ${term.provider}: ${plainCents(term.monthlyRentCents)} a month, ` +
    `on lease since ${formatDate(term.onLease)}, ${held}; ${METHODS[term.proration]}.`;
  const lengths = [...new Set(rentMonths(days).map(dayCount))];
  const rates = lengths.map(
    (length) => `${formatRate(dailyRate(term.monthlyRentCents, term.proration, length))} in a month of ${length} days`,
  );
  const daily = term.proration === "none" ? [] : [`Daily rate: ${rates.join(", ")}.`];
  const doubt = fact.vin.trim() === "" ? ["The line names no VIN; its unit number is that of one van only."] : [];
  return [clause, ...daily, ...doubt];
}

function creditNotes(share: Share): string[] {
  if (share.creditCents === 0) return [];
  const numbers = [...new Set(share.credits.map((credit) => credit.invoiceNumber))].join(", ");
  return [`Less ${plainCents(share.creditCents)} the lessor credited already (${numbers}).`];
}

function toleranceNotes(tolerance: Cents | null): string[] {
  return tolerance === null ? [] : [`Differences up to ${plainCents(tolerance)} agree.`];
}

/** What a VIN's own shape says, as notes. */
export function vinNotes(vin: string): string[] {
  const doubt = vinDoubt(vin);
  return doubt === undefined ? [] : [doubt];
}

/** The formula of a share: its own terms, the tax on the wrong part, credits, and the amount. */
export function shareFormula({ share }: LeaseValues): string {
  const tax = share.taxCents > 0 ? ` + tax ${plainCents(share.taxCents)}` : "";
  const credit = share.creditCents > 0 ? ` - credited ${plainCents(share.creditCents)}` : "";
  return `${share.text}${tax}${credit} = ${plainCents(share.totalCents)}`;
}

/** Another finding on the same line. */
export function onSameLine(code: CheckCode, line: JudgedLine): { code: CheckCode; subject: string; label: string } {
  return { code, subject: line.subject, label: labelOf(line) };
}
