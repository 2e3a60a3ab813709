/** An invoice beside the payments on it: sides, evidence and notes. Pure. */
import { type Cents, formatCents, plainCents } from "#shared/money.ts";
import { formatDate, type IsoDate } from "#shared/week.ts";
import type { PaymentFact } from "../../../documents/facts.ts";
import type { Evidence, Side } from "../../finding.ts";
import { proof } from "../../proof.ts";
import type { PaidInvoice } from "./invoices.ts";

/** What the invoice asks for. */
export function invoiceSide({ head, sort, total, stations }: PaidInvoice): Side {
  return {
    title: "The invoice",
    columns: ["Invoice", "Type", "Station", "Date", "Total"],
    rows: [[head.invoiceNumber, sort, stations, formatDate(head.issuedOn), total === null ? "" : plainCents(total)]],
    marked: [4],
  };
}

/** What the remittances paid on it. */
export function paymentsSide(payments: readonly PaymentFact[]): Side {
  return {
    title: "Amazon paid",
    columns: ["Payment", "Date", "Amount"],
    rows:
      payments.length > 0
        ? payments.map((each) => [each.paymentNumber, formatDate(each.paidOn), plainCents(each.amountCents)])
        : [["No payment", "", "0.00"]],
    marked: [2],
  };
}

/** The invoice's head, of each of its stations. */
export function invoiceProofOf({ heads }: PaidInvoice): Evidence[] {
  return proof(heads, ["Invoice Number", "Invoice Date", "Station", "Transaction Amount"]);
}

const PAYMENT_TITLES = [
  ...["Payment Date", "Remittance Date", "Paid On"],
  ...["Payment Number", "Payment No", "Payment No.", "Payment #", "Payment ID", "Remittance Number"],
  ...["Invoice Number", "Invoice No", "Invoice No.", "Invoice #", "Invoice"],
  ...["Amount", "Payment Amount", "Amount Paid", "Paid Amount"],
];

/** Rows of the remittances as evidence, under the titles of every layout. */
export function paymentProof(payments: readonly PaymentFact[]): Evidence[] {
  return proof(payments, PAYMENT_TITLES);
}

/** How far the remittances reach, and the tolerance. */
export function paymentNotes(knownUntil: IsoDate, tolerance: Cents): string[] {
  return [`Payments are known up to ${formatDate(knownUntil)}.`, `Tolerance: ${formatCents(tolerance)} an invoice.`];
}
