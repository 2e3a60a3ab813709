/** How many packages a week's incentive is due on: Amazon's own variable invoice beside the work summary. Pure. */
import type { DocumentKind } from "#shared/catalogue.ts";
import { formatQuantity, type Quantity, TEN_THOUSAND, group as thousands } from "#shared/money.ts";
import { formatWeekday } from "#shared/week.ts";
import type { InvoiceLineFact, PackageCountFact } from "../../../documents/facts.ts";
import type { Coverage } from "../../coverage.ts";
import type { Evidence, Side } from "../../finding.ts";
import { proof } from "../../proof.ts";
import { linesFor, quantityOf } from "../amazon/invoice.ts";
import { lineProof } from "../amazon/proof.ts";

/** The count of one source. */
export interface CountOf {
  readonly packages: Quantity;
  readonly text: string;
  readonly side: Side;
  readonly evidence: readonly Evidence[];
}

/** What is known of a week's packages. */
export interface PackageBase {
  /** The lower of the counts that are known: no claim rests on more. */
  readonly least: CountOf;
  readonly most: Quantity;
  /** Whether the work summary is among them: without it a surplus proves nothing. */
  readonly hasSummary: boolean;
}

/** Kinds either of which gives the base. */
export const BASE_KINDS: readonly DocumentKind[] = ["variable invoice", "delivered packages"];

/** The base of delivered packages or of pickups; null where neither source is complete. */
export function packageBase(
  kind: "delivered" | "pickup",
  facts: { readonly packageCount: readonly PackageCountFact[]; readonly invoiceLine: readonly InvoiceLineFact[] },
  coverage: Coverage,
): PackageBase | null {
  const invoice = fromInvoice(linesFor(facts.invoiceLine, kind === "delivered" ? "package" : "pickup"), coverage);
  const counts = facts.packageCount.filter((count) => count.kind === kind);
  const summary = fromSummary(counts, kind, coverage);
  const known = [invoice, summary].flatMap((count) => count ?? []);
  const [first, ...rest] = known;
  if (first === undefined) return null;
  return {
    least: rest.reduce((least, count) => (count.packages < least.packages ? count : least), first),
    most: Math.max(...known.map((count) => count.packages)),
    hasSummary: summary !== null,
  };
}

function fromInvoice(lines: readonly InvoiceLineFact[], coverage: Coverage): CountOf | null {
  if (lines.length === 0 || coverage.presence("variable invoice") !== "present") return null;
  let packages = 0;
  for (const line of lines) {
    const quantity = quantityOf(line);
    if (quantity === undefined) return null;
    packages += quantity;
  }
  return {
    packages,
    text: "the variable invoice",
    side: {
      title: "The variable invoice pays for",
      columns: ["Date", "Description", "Quantity"],
      rows: lines.map((line) => [
        line.date === null ? "whole week" : formatWeekday(line.date),
        line.description,
        formatQuantity(quantityOf(line) ?? 0),
      ]),
      marked: [2],
    },
    evidence: lineProof(lines),
  };
}

function fromSummary(
  counts: readonly PackageCountFact[],
  kind: "delivered" | "pickup",
  coverage: Coverage,
): CountOf | null {
  if (coverage.presence("delivered packages") !== "present") return null;
  return {
    packages: counts.reduce((sum, count) => sum + count.count, 0) * TEN_THOUSAND,
    text: "the work summary",
    side: {
      title: "The work summary says",
      columns: ["Date", "Package type", kind === "delivered" ? "Delivered" : "Picked up"],
      rows: counts.map((count) => [formatWeekday(count.date), count.packageType, thousands(count.count)]),
      marked: [2],
    },
    evidence: proof(counts, ["Date", "Package count", "delivered packages", "Package type"]),
  };
}
