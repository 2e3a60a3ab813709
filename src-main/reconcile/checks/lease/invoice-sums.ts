/** What a lessor's invoice prints as its sums against what its lines come to. Pure. */
import type { Cents } from "#shared/money.ts";
import type { LeaseInvoiceFact, LeaseLineFact, Source } from "../../../documents/facts.ts";
import { FIELDS } from "../../../documents/interpret/lease-fields.ts";
import { type Sums, sumsOf } from "../../../documents/interpret/lease-line-sums.ts";
import { titleKey } from "../../../documents/recognise/titles.ts";
import type { Doubt } from "./doubts.ts";
import { plain } from "./plain.ts";

/** A printed sum that its lines do not come to. */
export interface WrongSum {
  readonly head: LeaseInvoiceFact;
  readonly lines: readonly LeaseLineFact[];
  readonly of: Sums;
  /** What is printed, before tax where that is all there is. */
  readonly printed: Cents;
  readonly beforeTax: boolean;
  /** Printed less what the lines come to. */
  readonly difference: Cents;
  /** The same without what the sums of sections have of it. */
  readonly cents: Cents;
  /** False where the invoice's own total does not ask for it: nothing can be claimed. */
  readonly isAsked: boolean;
  /** What later credits gave back of it already. */
  readonly credited?: { readonly cents: Cents; readonly lines: readonly LeaseLineFact[] };
}

/** An invoice's sums, judged. */
export interface JudgedInvoice {
  readonly key: string;
  readonly wrong: readonly WrongSum[];
  /** By how much the invoice's total is below its lines. */
  readonly short: Cents;
  readonly doubt: Doubt | null;
}

/** Which invoice of which document a line or a sum stands on. */
export function invoiceKey(of: LeaseInvoiceFact | LeaseLineFact): string {
  return JSON.stringify([of.source.document.sha256, plain(of.provider), plain(of.invoiceNumber), of.issuedOn]);
}

/**
 * Judges the sums of each invoice; `tolerance` (cents) is what an invoice's total or a section's may differ. A section's sum is claimed on
 * the section only where the invoice's total asks for it too; what the total asks beyond is claimed on the total, so no dollar twice.
 */
export function judgeSums(
  heads: readonly LeaseInvoiceFact[],
  lines: readonly LeaseLineFact[],
  tolerance: Cents,
): JudgedInvoice[] {
  const documents = new Set(heads.map(({ source }) => source.document.sha256));
  const byInvoice = Map.groupBy(
    lines.filter(({ source }) => documents.has(source.document.sha256)),
    invoiceKey,
  );
  return [...Map.groupBy(heads, invoiceKey)].map(([key, own]) => judge(key, own, byInvoice.get(key) ?? [], tolerance));
}

function judge(
  key: string,
  heads: readonly LeaseInvoiceFact[],
  lines: readonly LeaseLineFact[],
  tolerance: Cents,
): JudgedInvoice {
  const answer = (wrong: readonly WrongSum[], doubt: Doubt | null, short: Cents = 0) => ({ key, wrong, doubt, short });
  if (heads.some(({ unreadRows }) => unreadRows > 0)) return answer([], doubtOf("has rows that could not be read"));
  const sections = heads
    .filter(({ section }) => section !== "")
    .flatMap((head) => measured(head, linesAbove(head, lines)) ?? [])
    .filter(({ difference }) => Math.abs(difference) > tolerance);
  const total = totalOf(
    heads.filter(({ section }) => section === ""),
    lines,
  );
  if (total === null) {
    const why = "prints neither a total nor what its lines are made of, so nothing can be added up";
    return answer(sections, lines.every(addsUpItself) ? null : doubtOf(why));
  }
  const { difference } = total;
  if (difference > tolerance && mayBeTax(total)) {
    return answer([], doubtOf("has a total above its lines that may be a tax it does not print"));
  }
  const ofSections = sections.reduce((sum, each) => sum + each.difference, 0);
  const isAsked = sections.every((each) => each.difference > 0) && difference >= ofSections;
  const rest = isAsked ? difference - ofSections : difference;
  const whole = Math.abs(rest) > tolerance ? [{ ...total, cents: rest }] : [];
  return answer([...sections.map((each) => ({ ...each, isAsked })), ...whole], null, Math.max(0, -difference));
}

function doubtOf(why: string): Doubt {
  return { missing: "lease invoice", why, counted: "invoice" };
}

/** A printed sum with its difference; null where it prints neither a total nor a subtotal. */
function measured(head: LeaseInvoiceFact, lines: readonly LeaseLineFact[]): WrongSum | null {
  const of = sumsOf(lines);
  const { subtotalCents, taxCents, totalCents } = head;
  const asked = totalCents ?? (subtotalCents !== null && taxCents !== null ? subtotalCents + taxCents : null);
  const printed = asked ?? subtotalCents;
  if (printed === null) return null;
  const beforeTax = asked === null;
  const difference = printed - (beforeTax ? of.amount : of.total);
  return { head, lines, of, printed, beforeTax, difference, cents: difference, isAsked: true };
}

/** The lines that stand right above a section's sum, as many as it sums up. */
function linesAbove({ source, lines: count }: LeaseInvoiceFact, lines: readonly LeaseLineFact[]): LeaseLineFact[] {
  return lines
    .filter((line) => isPage(source) || line.source.sheet === source.sheet)
    .filter((line) => placeOf(line.source) < placeOf(source))
    .sort((a, b) => placeOf(a.source) - placeOf(b.source))
    .slice(-count);
}

/** More lines than a page has. */
const PAGE = 100_000;

/** The pages of a PDF are one table; the sheets of a workbook are not. */
function isPage({ sheet }: Source): boolean {
  return /^Page \d+$/.test(sheet ?? "");
}

function placeOf(source: Source): number {
  return source.row + (isPage(source) ? Number((source.sheet ?? "").slice(5)) * PAGE : 0);
}

/**
 * The invoice's total. An invoice of several sheets may print one on each, of its own lines or of all: the reading that differs least is
 * taken.
 */
function totalOf(wholes: readonly LeaseInvoiceFact[], lines: readonly LeaseLineFact[]): WrongSum | null {
  const readings = wholes.flatMap((head) => measured(head, lines) ?? []);
  const bySheet = wholes.flatMap(
    (head) =>
      measured(
        head,
        lines.filter(({ source }) => source.sheet === head.source.sheet),
      ) ?? [],
  );
  const [first] = bySheet;
  if (first !== undefined && bySheet.length > 1 && bySheet.every(({ beforeTax }) => beforeTax === first.beforeTax)) {
    const printed = bySheet.reduce((sum, each) => sum + each.printed, 0);
    const of = sumsOf(lines);
    const difference = printed - (first.beforeTax ? of.amount : of.total);
    readings.push({ ...first, lines, of, printed, difference, cents: difference });
  }
  return readings.sort((a, b) => Math.abs(a.difference) - Math.abs(b.difference))[0] ?? null;
}

const [TAX_TITLES, TOTAL_TITLES] = [FIELDS.tax, FIELDS.total].map((spec) => new Set(spec?.titles.map(titleKey)));

function hasColumn({ source }: LeaseLineFact, titles: ReadonlySet<string> | undefined): boolean {
  return source.columns.some((title) => titles?.has(titleKey(title)));
}

/** Whether a line prints its own total, or its quantity and rate: where no total of the invoice is printed, that is all there is to add up. */
export function addsUpItself(line: LeaseLineFact): boolean {
  return hasColumn(line, TOTAL_TITLES) || (line.quantity !== null && line.rate !== null);
}

/** No sales tax on a rental is higher than this share of the amount: one part in so many. */
const HIGHEST_TAX = 6;

/** Whether an invoice that has no place for a tax asks so little above its lines that it may be one. */
function mayBeTax({ head, lines, of, difference, beforeTax }: WrongSum): boolean {
  if (beforeTax || of.tax !== 0 || head.taxCents !== null) return false;
  return !lines.some((line) => hasColumn(line, TAX_TITLES)) && difference * HIGHEST_TAX <= of.amount;
}
