/** Findings on lease lines: both sides, evidence and notes, alike for every lease check. Pure. */

import type { CheckCode } from "#shared/catalogue.ts";
import { type Cents, formatCents, plainCents } from "#shared/money.ts";
import type { LeaseLineFact } from "../../../documents/facts.ts";
import type { Answer, FactsOf, Scope } from "../../check.ts";
import { beginsIn } from "../../facts.ts";
import type { FindingDraft } from "../../finding.ts";
import { allProof } from "../../proof.ts";
import { answerWith, type Doubt, vanDoubt } from "./doubts.ts";
import { isHeldApart, type ShareCode } from "./judge.ts";
import { lineProof, termProof, vehicleProof } from "./lease-proof.ts";
import { billedSide, contractNotes, contractSide, creditNotes, labelOf, toleranceNotes } from "./lease-sides.ts";
import { namesNoVan } from "./line-days.ts";
import type { JudgedLine, Share } from "./line-shares.ts";
import { chargeText, periodText, vanText } from "./line-words.ts";
import { isRecurring } from "./lines.ts";
import { judgedLines } from "./partition.ts";
import type { Term } from "./terms.ts";

/** What sentences and formulas of lease findings are made from. */
export interface LeaseValues {
  readonly line: JudgedLine;
  readonly share: Share;
}

/** Up to a cent two roundings of one rent can differ. */
export const RENT_TOLERANCE = { title: "Difference that still agrees", unit: "cents", value: 1 } as const;

/**
 * What a lease check reads beside what it needs, alike for all of them, so that each sees the same partition. Of the days after a month only
 * credits count that name its invoices.
 */
export const READS = {
  uses: ["leaseTerm", "rentalRate", "vehicle", "chargeWord"],
  around: { leaseLine: { before: 400, after: 100 } },
} as const;

/** What a lease check is given. */
export interface LeaseInput {
  readonly scope: Scope;
  readonly facts: FactsOf<"leaseLine" | "leaseTerm" | "rentalRate" | "vehicle">;
  readonly around: FactsOf<"leaseLine">;
}

/** What a lease check asks of the month's lines. */
interface Question {
  readonly code: ShareCode;
  readonly input: LeaseInput;
  /** Cents that still agree; null where none are tolerated. */
  readonly tolerance: Cents | null;
  /** Lines the check has an opinion on. Without one in the month it is not applicable. */
  readonly concerns: (line: JudgedLine) => boolean;
  /** The check needs the line's van to be named. */
  readonly needsVan: boolean;
  /** Of the check's shares those that count; all where it is left out. */
  readonly accepts?: (share: Share) => boolean;
  /** Lines without a finding that could not be judged, and why not. */
  readonly doubt?: (line: JudgedLine) => Doubt | null;
  /** Adds to the finding what only this check knows. */
  readonly finish?: (values: LeaseValues) => Partial<
    Pick<FindingDraft<LeaseValues>, "sides" | "explains" | "notes">
  > & {
    readonly proven?: readonly LeaseLineFact[];
    readonly terms?: readonly Term[];
  };
}

/** The month's lines, judged with what came before them. */
export function monthLines({ scope, facts, around }: LeaseInput): JudgedLine[] {
  const { leaseLine: lines, leaseTerm: terms, rentalRate: rates, vehicle: vehicles } = facts;
  const judged = judgedLines({ lines, terms, vehicles, rates, around: around.leaseLine, to: scope.to });
  return judged.filter((line) => beginsIn(scope.period, line.days.from));
}

/** Answers a lease check from the month's share of the partition. */
export function answerFromShares(question: Question): Answer<LeaseValues> {
  const { code, tolerance, accepts, doubt } = question;
  const month = monthLines(question.input);
  const counts = (share: Share) =>
    share.code === code && measured(share) > (tolerance ?? 0) && (accepts === undefined || accepts(share));
  const findings = month.flatMap((line) => line.shares.filter(counts).map((share) => draft(question, { line, share })));
  const doubts = [
    ...(question.needsVan ? month.filter(namesNoVan).map(vanDoubt) : []),
    ...month
      .filter((line) => !line.shares.some(counts))
      .flatMap((line) => (doubt === undefined || (question.needsVan && namesNoVan(line)) ? [] : (doubt(line) ?? []))),
  ];
  return answerWith(findings, doubts, month.some(question.concerns));
}

/** Before tax and after credits, whichever is less; tax and totals that are wrong themselves by what is left of them. */
function measured(share: Share): Cents {
  return share.cents > 0 ? Math.min(share.cents, share.totalCents) : share.totalCents;
}

/** The lease schedule is named where a van is in none of its rows, though Amazon's list has it. */
export function contractDoubt(line: JudgedLine): Doubt | null {
  if (isHeldApart(line) && isRecurring(line))
    return {
      missing: "lease invoice",
      why: "is for days of two contracts with days between them; ask for a line for each",
    };
  if (line.van.kind !== "ours" || line.term !== null || line.rental !== null) return null;
  return { missing: "lease schedule", why: "is for a van that no row of the lease schedule is for" };
}

function draft(question: Question, values: LeaseValues): FindingDraft<LeaseValues> {
  const { line, share } = values;
  const extra = question.finish?.(values) ?? {};
  const terms = [...line.chain, ...(extra.terms ?? [])];
  const byList = share.code === "E11" || share.code === "E14" || line.term === null;
  const listed = [
    ...(byList && line.vehicle !== null ? [line.vehicle] : []),
    ...terms.flatMap(({ endedBy }) => endedBy ?? []),
  ];
  return {
    subject: line.subject,
    subjectLabel: labelOf(line),
    direction: share.below ? "exposure" : "overcharged",
    amountCents: share.totalCents,
    estimated: false,
    values,
    sides: extra.sides ?? [billedSide([line.fact]), contractSide(line)],
    evidence: allProof(
      lineProof([line.fact, ...(extra.proven ?? share.proven ?? []), ...share.credits]),
      termProof(terms),
      vehicleProof(listed),
    ),
    notes: [
      ...contractNotes(line),
      ...creditNotes(share),
      ...toleranceNotes(question.tolerance),
      ...(share.notes ?? []),
      ...(extra.notes ?? []),
    ],
    explains: extra.explains ?? [],
    deadline: null,
    counterparty: line.fact.provider.trim() || null,
    invoiceNumber: line.fact.invoiceNumber.trim() || null,
  };
}

/** One sentence for a charge that is wrong for the reason its share gives. */
export function sentenceOfShare({ line, share }: LeaseValues): string {
  const { fact } = line;
  const extra = share.taxCents > 0 ? " with its tax" : "";
  const amount = `${formatCents(share.totalCents)} ${share.below ? "less than owed" : "too much"}${extra}`;
  return (
    `${fact.provider} billed ${formatCents(fact.amountCents)} ${chargeText(line)} of ${vanText(line)} for ${periodText(line.days)} ` +
    `on invoice ${fact.invoiceNumber}, ${share.why ?? "more than is owed"}: ${amount}.`
  );
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
