/** Amazon's detailed invoices written again as the console exports them: amounts by category and service type, nothing else. */
import type { InvoiceFact, InvoiceLineFact } from "#main/documents/facts.ts";
import { plainCents } from "#shared/money.ts";
import { factsOf, type TestDocument } from "./workbench.ts";

const CATEGORIES: Readonly<Record<string, string>> = {
  routes: "Routes",
  "training sessions": "Training Ride Along",
  "late cancellations": "Late Cancellation AMZL",
  "unplanned delay": "Unplanned Delay",
  packages: "Variable Per Shipment",
};

/** How an export names a line; undefined merges it into its category. */
export type Naming = (line: InvoiceLineFact) => string;

/** The exact words of the invoice's lines. */
export const byDescription: Naming = (line) => line.description;

/** Without blocks: lines of one service in several lengths become one amount. */
export const withoutBlocks: Naming = (line) =>
  line.section === "routes" ? line.serviceType : line.description.replace(/ - Block of .*$/, "");

/** Replaces every variable invoice among some documents by its export; `change` may alter its rows. */
export function asExports(
  documents: readonly TestDocument[],
  naming: Naming = byDescription,
  change: (rows: ExportRow[], head: InvoiceFact) => ExportRow[] = (rows) => rows,
): TestDocument[] {
  return documents.map((document) => {
    if (!document.name.includes("Variable Invoice")) return document;
    const { invoice, invoiceLine } = factsOf([document]).facts;
    const [head] = invoice;
    if (head === undefined) throw new Error(`${document.name} has no invoice`);
    const name = document.name.replace(/\.\w+$/, " export.csv");
    return { name, content: csv(head, change(rowsOf(invoiceLine, naming), head)) };
  });
}

/** One row of an export. */
export interface ExportRow {
  readonly category: string;
  readonly serviceType: string;
  readonly amountCents: number;
}

function rowsOf(lines: readonly InvoiceLineFact[], naming: Naming): ExportRow[] {
  const rows = new Map<string, ExportRow>();
  for (const line of lines) {
    const category = CATEGORIES[line.section] ?? line.section;
    const serviceType = naming(line);
    const key = JSON.stringify([category, serviceType]);
    const known = rows.get(key)?.amountCents ?? 0;
    rows.set(key, { category, serviceType, amountCents: known + line.amountCents });
  }
  return [...rows.values()];
}

function csv(head: InvoiceFact, rows: readonly ExportRow[]): string {
  const titles =
    "Station,Invoice Number,Invoice Date,Invoice Type,Payment Type,Service Type Category,Service Type,Transaction Amount";
  const lines = rows.map((row) =>
    [
      head.station,
      head.invoiceNumber,
      `${head.issuedOn} 00:00:00`,
      "ORIGINAL",
      "Service",
      row.category,
      row.serviceType,
      plainCents(row.amountCents),
    ].join(","),
  );
  return `${[titles, ...lines].join("\n")}\n`;
}
