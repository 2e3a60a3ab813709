import { type Cents, formatCents, plainCents } from "#shared/money.ts";
import { formatDate, type IsoDate } from "#shared/week.ts";
import type { BankLineFact, LeaseLineFact } from "../../../documents/facts.ts";
import { defineCheck } from "../../check.ts";
import { type Evidence, evidence, type FindingDraft, type Side } from "../../finding.ts";
import { creditedOf } from "./credits.ts";
import { answerWith, type Doubt } from "./doubts.ts";
import { monthLines, READS } from "./lease-finding.ts";
import { lineProof } from "./lease-proof.ts";
import { billedSide } from "./lease-sides.ts";
import type { JudgedLine } from "./line-shares.ts";
import { leaseLines } from "./lines.ts";
import { ownFinding, TOLD, type Told } from "./own-finding.ts";
import { laterCredits } from "./partition.ts";
import { plain } from "./plain.ts";

/** E13: a late fee for an invoice that the bank statement shows paid by its due date, or that was not yet due. */
export const E13 = defineCheck({
  code: "E13",
  version: 2,
  cadence: "month",
  needs: ["leaseLine"],
  uses: READS.uses,
  around: { ...READS.around, bankLine: { before: 150, after: 31 } },
  parameters: {},
  evaluate: (input) => {
    const fees = monthLines(input).filter(
      (line) => line.charge === "LATE_FEE" && line.van.kind !== "unknown" && line.duplicate === null,
    );
    const { leaseLine: around, bankLine } = input.around;
    const history = around.filter((line) => line.serviceFrom <= input.scope.to);
    const verdicts = fees.map((line) => verdictOn(line, history, bankLine));
    const lines = [...input.facts.leaseLine, ...laterCredits(around, input.scope.to)];
    const findings = verdicts.flatMap((verdict, index) => {
      const line = fees[index];
      if (!line || !("reason" in verdict)) return [];
      const credited = creditedOf(line, leaseLines(lines, input.facts.leaseTerm, input.facts.vehicle));
      const amount = line.fact.amountCents + line.fact.taxCents - credited;
      return amount > 0 ? [draft(line, verdict, amount, credited)] : [];
    });
    const doubts = verdicts.flatMap((verdict) => ("why" in verdict ? verdict : []));
    return answerWith(findings, doubts, fees.length > 0);
  },
  ...TOLD,
});

/** The invoice a fee is for, as its own lines have it. */
interface Bill {
  readonly number: string;
  readonly issuedOn: IsoDate;
  readonly dueOn: IsoDate;
  readonly totalCents: Cents;
  readonly lines: readonly LeaseLineFact[];
}

interface NotOwed {
  readonly bill: Bill;
  readonly reason: string;
  readonly paid: BankLineFact | null;
}

type Verdict = NotOwed | Doubt | Record<never, never>;

function verdictOn(fee: JudgedLine, history: readonly LeaseLineFact[], bank: readonly BankLineFact[]): Verdict {
  const bill = billOf(fee, history);
  if ("why" in bill) return bill;
  if (fee.fact.issuedOn <= bill.dueOn)
    return {
      bill,
      paid: null,
      reason: `charged on ${formatDate(fee.fact.issuedOn)}, before it was due on ${formatDate(bill.dueOn)}`,
    };
  const payments = bank.filter((line) => line.amountCents === -bill.totalCents && line.date >= bill.issuedOn);
  const named = payments.filter((line) => names(line, fee.fact.provider)).sort((a, b) => (a.date < b.date ? -1 : 1));
  const [first] = named;
  if (first && first.date <= bill.dueOn)
    return { bill, paid: first, reason: `paid on ${formatDate(first.date)} and due on ${formatDate(bill.dueOn)}` };
  if (first) return {};
  const why =
    payments.length > 0
      ? `the late fee for invoice ${bill.number}: a payment of its amount does not name ${fee.fact.provider}`
      : `the late fee for invoice ${bill.number}: no payment of ${plainCents(bill.totalCents)} to ${fee.fact.provider} is on a bank statement`;
  return { missing: "bank statement", why };
}

/** The invoice that the fee names, by its reference or in its words. */
function billOf(fee: JudgedLine, history: readonly LeaseLineFact[]): Bill | Doubt {
  const own = history.filter(
    (line) =>
      plain(line.provider) === plain(fee.fact.provider) && plain(line.invoiceNumber) !== plain(fee.fact.invoiceNumber),
  );
  const words = ` ${plain(`${fee.fact.referenceInvoice} ${fee.fact.description}`).replace(/[^a-z0-9/-]+/g, " ")} `;
  const lines = own.filter(
    ({ invoiceNumber }) => invoiceNumber.trim() !== "" && words.includes(` ${plain(invoiceNumber)} `),
  );
  const [first, ...rest] = lines;
  if (!first) return { missing: "lease invoice", why: "a late fee names no invoice that is here" };
  if (rest.some((line) => plain(line.invoiceNumber) !== plain(first.invoiceNumber)))
    return { missing: "lease invoice", why: "a late fee names several invoices" };
  if (first.dueOn === null)
    return {
      missing: "lease invoice",
      why: `the late fee for invoice ${first.invoiceNumber}, which states no due date`,
    };
  const totalCents = lines.reduce((sum, line) => sum + line.totalCents, 0);
  return { number: first.invoiceNumber, issuedOn: first.issuedOn, dueOn: first.dueOn, totalCents, lines };
}

/** Whether a bank line's text has the lessor's name: its first word that is long enough to be one. */
function names({ description }: BankLineFact, provider: string): boolean {
  const [word] = plain(provider)
    .split(/[^a-z0-9]+/)
    .filter((each) => each.length > 2);
  return (
    word !== undefined &&
    plain(description)
      .replace(/[^a-z0-9]+/g, " ")
      .split(" ")
      .some((each) => each.startsWith(word))
  );
}

function draft(line: JudgedLine, { bill, reason, paid }: NotOwed, amount: Cents, credited: Cents): FindingDraft<Told> {
  const { fact } = line;
  const payment: Evidence[] = paid === null ? [] : [evidence(paid.source, paid.source.columns)];
  const right: Side = {
    title: "The invoice it is for",
    columns: ["Invoice", "Due", "Total", "Paid"],
    rows: [
      [bill.number, formatDate(bill.dueOn), plainCents(bill.totalCents), paid === null ? "" : formatDate(paid.date)],
    ],
    marked: [1, 3],
  };
  const tax = fact.taxCents > 0 ? ` + tax ${plainCents(fact.taxCents)}` : "";
  return ownFinding({
    subject: line.subject,
    label: `${fact.provider} · late fee · ${fact.invoiceNumber}`,
    direction: "overcharged",
    amountCents: amount,
    sentence: `${fact.provider} billed a late fee of ${formatCents(fact.amountCents)} for invoice ${bill.number}, which was ${reason}: ${formatCents(amount)} too much.`,
    formula: `billed ${plainCents(fact.amountCents)}${tax}${credited > 0 ? ` - credited ${plainCents(credited)}` : ""} = ${plainCents(amount)}`,
    sides: [billedSide([fact]), right],
    evidence: [lineProof([fact]), payment, lineProof(bill.lines.slice(0, 1))],
    notes: [
      `Invoice ${bill.number} comes to ${plainCents(bill.totalCents)} over ${bill.lines.length} lines.`,
      ...(paid === null
        ? []
        : [
            "The payment was found by its amount and the lessor's name; its bank date is taken as the day it was made.",
          ]),
    ],
    provider: fact.provider,
    invoiceNumber: fact.invoiceNumber,
  });
}
