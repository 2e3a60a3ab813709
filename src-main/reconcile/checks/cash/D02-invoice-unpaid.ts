/** D02: an invoice of Amazon's without a payment past the day it is usually paid. */
import { type Cents, formatCents, plainCents } from "#shared/money.ts";
import { addDays, daysBetween, formatDate, type IsoDate } from "#shared/week.ts";
import { defineCheck } from "../../check.ts";
import { allProof } from "../../proof.ts";
import { invoiceProofOf, invoiceSide, paymentNotes, paymentProof, paymentsSide } from "./invoice-proof.ts";
import { CASH_WINDOWS } from "./invoices.ts";
import { judgeInvoices, type OpenInvoice, PAYMENT_PARAMETERS } from "./settled.ts";
import { lagNotes } from "./usual-lag.ts";

interface Values {
  readonly open: OpenInvoice;
  readonly expected: IsoDate;
  readonly days: number;
  readonly amountCents: Cents;
}

/** Ageing by days past the expected one, as the office keeps it. */
const AGES = [
  { to: 7, label: "0-7 days" },
  { to: 14, label: "8-14 days" },
  { to: 30, label: "15-30 days" },
  { to: 60, label: "31-60 days" },
] as const;

/** today - expected day > grace, and the remittances reach beyond it without naming the invoice. */
export const D02 = defineCheck({
  code: "D02",
  version: 2,
  cadence: "month",
  needs: [],
  around: CASH_WINDOWS,
  parameters: PAYMENT_PARAMETERS,
  evaluate: ({ scope, around, parameters, today }) =>
    judgeInvoices<Values>({
      month: scope.period,
      facts: around,
      parameters,
      today,
      states: ["unpaid"],
      finding(open) {
        const { invoice, total, knownUntil } = open;
        const { head, payments, lag, due } = invoice;
        const expected = addDays(due, -parameters.grace);
        const days = daysBetween(expected, today);
        const age = AGES.find(({ to }) => days <= to);
        return {
          holdsUntil: age && addDays(expected, age.to),
          draft: {
            subject: head.invoiceNumber,
            subjectLabel: `${invoice.stations} · ${head.invoiceNumber} · ${age?.label ?? "over 60 days"}`,
            direction: "owed",
            amountCents: total,
            estimated: false,
            values: { open, expected, days, amountCents: total },
            sides: [paymentsSide(payments), invoiceSide(invoice)],
            evidence: allProof(invoiceProofOf(invoice), paymentProof(payments)),
            notes: [...paymentNotes(knownUntil, parameters.tolerance), ...lagNotes(lag, parameters.grace, due)],
            explains: [],
            deadline: null,
            counterparty: "Amazon",
            invoiceNumber: head.invoiceNumber,
          },
        };
      },
    }),
  sentence: ({ open: { invoice, total }, expected, days }: Values) =>
    `${invoice.sort} invoice ${invoice.head.invoiceNumber} of ${invoice.stations} over ${formatCents(total)} was expected by ` +
    `${formatDate(expected)}; no payment for it is on file ${days} days later.`,
  formula: ({ amountCents }) => `${plainCents(amountCents)} invoiced - 0.00 paid = ${plainCents(amountCents)}`,
});
