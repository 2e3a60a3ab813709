/** What Amazon paid towards which invoice: remittances from its payments console. */
import type { KindDefinition } from "../interpretation.ts";
import { interpretRows, type Row, required } from "./cells.ts";
import { cents, date, text } from "./readers.ts";

export const payments: KindDefinition = {
  kind: "payments",
  fields: {
    paidOn: required.date("payment date", "remittance date", "paid on"),
    paymentNumber: required(
      "payment number",
      "payment no",
      "payment no.",
      "payment #",
      "payment id",
      "remittance number",
    ),
    invoiceNumber: required("invoice number", "invoice no", "invoice no.", "invoice #", "invoice"),
    amount: required.money("amount", "payment amount", "amount paid", "paid amount"),
  },
  interpret: (recognised) => {
    const place = (row: Row) => ({ station: null, day: row.peek("paidOn", date) });
    return interpretRows(recognised, { kind: "payments", anchors: ["paymentNumber"], place }, (row) =>
      row.fact("payment", {
        paidOn: row.need("paidOn", date),
        paymentNumber: row.need("paymentNumber", text),
        invoiceNumber: row.need("invoiceNumber", text),
        amountCents: row.need("amount", cents),
      }),
    );
  },
};
