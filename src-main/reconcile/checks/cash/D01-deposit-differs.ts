/** D01: what reached the bank differs from what the remittance says it pays. */
import { type Cents, formatCents, plainCents } from "#shared/money.ts";
import { formatDate, type IsoDate, monthOf } from "#shared/week.ts";
import { defineCheck } from "../../check.ts";
import type { FindingDraft } from "../../finding.ts";
import { allProof } from "../../proof.ts";
import { bankProof, whyOpen, whyRest } from "./deposit-proof.ts";
import { type Deposit, depositsOf, type Match, matchDeposits } from "./deposits.ts";
import { paymentProof } from "./invoice-proof.ts";

interface Values {
  readonly deposits: readonly Deposit[];
  readonly remitted: Cents;
  readonly deposited: Cents;
}

/** Deposit - sum of the invoices it pays, as the remittance lists them. What a remittance pays short on an invoice is D03's. */
export const D01 = defineCheck({
  code: "D01",
  version: 1,
  cadence: "month",
  needs: [],
  around: {
    invoice: { before: 0, after: 0 },
    incentiveInvoice: { before: 0, after: 0 },
    payment: { before: 21, after: 21 },
    bankLine: { before: 31, after: 45 },
  },
  parameters: {
    tolerance: { title: "Money a deposit may differ without a finding", unit: "cents", value: 100 },
  },
  evaluate({ scope, around, parameters }) {
    const isHere = ({ paidOn }: Deposit) => monthOf(paidOn) === scope.period;
    const deposits = depositsOf(around.payment);
    const here = deposits.filter((deposit) => isHere(deposit) && deposit.remitted > 0);
    if (here.length === 0) {
      const invoiced = around.invoice.length + around.incentiveInvoice.length > 0;
      if (!invoiced || around.payment.length > 0) return { outcome: "not-applicable" };
      return { outcome: "cannot-verify", missing: ["payments"] };
    }
    if (around.bankLine.length === 0) return { outcome: "cannot-verify", missing: ["bank statement"] };
    const matched = matchDeposits(deposits, around.bankLine);
    const findings: FindingDraft<Values>[] = [];
    const asked: string[] = [];
    for (const match of matched.matches.filter(({ deposits: [first] }) => first !== undefined && isHere(first))) {
      const { remitted, deposited } = sums(match);
      if (Math.abs(remitted - deposited) <= parameters.tolerance) continue;
      const why = whyRest(match, remitted - deposited, matched);
      if (why === null) findings.push(draft(match, parameters.tolerance));
      else asked.push(why);
    }
    for (const each of matched.unmatched.filter(({ deposit }) => isHere(deposit))) {
      const why = whyOpen(each, matched, around.bankLine);
      if (why === null)
        findings.push(draft({ deposits: [each.deposit], lines: [], by: "its number" }, parameters.tolerance));
      else asked.push(why);
    }
    if (findings.length > 0)
      return { outcome: "finding", findings, missing: asked.length > 0 ? ["bank statement"] : [] };
    if (asked.length > 0) return { outcome: "cannot-verify", missing: ["bank statement"], why: asked.join(" ") };
    return { outcome: "agrees" };
  },
  sentence: ({ deposits, remitted, deposited }: Values) => {
    const names = deposits.map(({ number }) => number).join(", ");
    const paid = `Payment ${names} of ${formatDate(firstDay(deposits))} pays ${formatCents(remitted)} of invoices`;
    if (deposited === 0) return `${paid}; nothing of it reached the bank account.`;
    const difference = Math.abs(remitted - deposited);
    const what = remitted > deposited ? "less" : "more";
    return `${paid}; ${formatCents(deposited)} reached the bank account, ${formatCents(difference)} ${what}.`;
  },
  formula: ({ remitted, deposited }) => {
    const [paid, got] = [`${plainCents(remitted)} remitted`, `${plainCents(deposited)} deposited`];
    const difference = remitted > deposited ? `${paid} - ${got}` : `${got} - ${paid}`;
    return `${difference} = ${plainCents(Math.abs(remitted - deposited))}`;
  },
});

function firstDay(deposits: readonly Deposit[]): IsoDate {
  return deposits[0]?.paidOn ?? "";
}

function sums({ deposits, lines }: Match): { remitted: Cents; deposited: Cents } {
  return {
    remitted: deposits.reduce((sum, deposit) => sum + deposit.remitted, 0),
    deposited: lines.reduce((sum, line) => sum + line.amountCents, 0),
  };
}

function draft(match: Match, tolerance: Cents): FindingDraft<Values> {
  const { deposits, lines, by } = match;
  const { remitted, deposited } = sums(match);
  const numbers = deposits.map(({ number }) => number);
  const rows = deposits.flatMap((deposit) => deposit.rows);
  const found =
    lines.length > 0
      ? `The deposit was found by ${by}.`
      : "The statement has other payments of Amazon's, but not this one.";
  return {
    subject: numbers.join("|"),
    subjectLabel: `Payment ${numbers.join(", ")} · ${formatDate(firstDay(deposits))}`,
    direction: remitted > deposited ? "owed" : "exposure",
    amountCents: Math.abs(remitted - deposited),
    estimated: false,
    values: { deposits, remitted, deposited },
    sides: [
      {
        title: "The bank received",
        columns: ["Date", "Description", "Amount"],
        rows:
          lines.length > 0
            ? lines.map((line) => [formatDate(line.date), line.description, plainCents(line.amountCents)])
            : [["", "No deposit", "0.00"]],
        marked: [2],
      },
      {
        title: "The remittance pays",
        columns: ["Payment", "Invoice", "Amount"],
        rows: rows.map((row) => [row.paymentNumber, row.invoiceNumber, plainCents(row.amountCents)]),
        marked: [2],
      },
    ],
    evidence: allProof(bankProof(lines), paymentProof(rows)),
    notes: [found, `Tolerance: ${formatCents(tolerance)} a deposit.`],
    explains: [],
    deadline: null,
    counterparty: "Amazon",
    invoiceNumber: null,
  };
}
