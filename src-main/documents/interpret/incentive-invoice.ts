/** The weekly incentive invoice: eligible packages times the rate of the scorecard's tier. */
import type { KindDefinition } from "../interpretation.ts";
import { INVOICE_FIELDS, INVOICE_LABELS, interpretInvoice, isOfType, refuseInvoice } from "./amazon-invoice.ts";
import { paidLine } from "./variable-invoice.ts";

export const incentiveInvoice: KindDefinition = {
  kind: "incentive invoice",
  labels: INVOICE_LABELS,
  fields: INVOICE_FIELDS,
  fits: (recognised) => isOfType(recognised, "incentive"),
  refuse: refuseInvoice,
  interpret: (recognised) =>
    interpretInvoice(recognised, "incentive", (row, head) => row.fact("incentiveLine", paidLine(row, head))),
};
