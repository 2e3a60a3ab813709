/** D03: an invoice of Amazon's paid twice, or in part. */
import { type Cents, formatCents, plainCents } from "#shared/money.ts";
import { defineCheck } from "../../check.ts";
import { allProof } from "../../proof.ts";
import { invoiceProofOf, invoiceSide, paymentNotes, paymentProof, paymentsSide } from "./invoice-proof.ts";
import { CASH_WINDOWS } from "./invoices.ts";
import { judgeInvoices, type OpenInvoice, PAYMENT_PARAMETERS } from "./settled.ts";
import { lagNotes } from "./usual-lag.ts";

interface Values {
  readonly open: OpenInvoice;
  /** Signed: positive where part of the invoice is still open. */
  readonly difference: Cents;
}

/** Invoice total - payments on it. What is open may still come until the usual day; an invoice without any payment is D02's. */
export const D03 = defineCheck({
  code: "D03",
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
      states: ["in part", "too much"],
      finding(open) {
        const { invoice, total, knownUntil } = open;
        const { head, payments, paid, lag, due } = invoice;
        const difference = total - paid;
        return {
          draft: {
            subject: head.invoiceNumber,
            subjectLabel: `${invoice.stations} · ${head.invoiceNumber}`,
            direction: difference > 0 ? "owed" : "exposure",
            amountCents: Math.abs(difference),
            estimated: false,
            values: { open, difference },
            sides: [paymentsSide(payments), invoiceSide(invoice)],
            evidence: allProof(paymentProof(payments), invoiceProofOf(invoice)),
            notes: [
              ...paymentNotes(knownUntil, parameters.tolerance),
              ...(difference > 0 ? lagNotes(lag, parameters.grace, due) : []),
            ],
            explains: [],
            deadline: null,
            counterparty: "Amazon",
            invoiceNumber: head.invoiceNumber,
          },
        };
      },
    }),
  sentence: ({ open: { invoice, total }, difference }: Values) => {
    const { head, payments, paid, sort, stations } = invoice;
    const times = payments.length === 1 ? "one payment" : `${payments.length} payments`;
    const got = `${sort} invoice ${head.invoiceNumber} of ${stations} over ${formatCents(total)} got ${times} of ${formatCents(paid)}`;
    return difference > 0
      ? `${got}; ${formatCents(difference)} is still open.`
      : `${got}, ${formatCents(-difference)} more than invoiced; it may be taken back.`;
  },
  formula: ({ open: { invoice, total }, difference }) => {
    const [invoiced, paid] = [`${plainCents(total)} invoiced`, `${plainCents(invoice.paid)} paid`];
    return `${difference > 0 ? `${invoiced} - ${paid}` : `${paid} - ${invoiced}`} = ${plainCents(Math.abs(difference))}`;
  },
});
