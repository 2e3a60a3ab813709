/** Every kind of document that is read from a PDF. A new one is a file beside this one and a line in this list. */
import type { PrintedDefinition } from "../../interpretation.ts";
import { INVOICE_TYPES } from "../amazon-invoice-types.ts";
import { printedInvoice } from "./invoice.ts";
import { printedLease } from "./lease-invoice.ts";

export const PRINTED_KINDS: readonly PrintedDefinition[] = [
  ...[false, true].flatMap((german) => INVOICE_TYPES.map((type) => printedInvoice(type, german))),
  printedLease,
];
