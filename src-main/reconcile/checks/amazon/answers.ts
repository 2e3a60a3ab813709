/** Which of the four outcomes a comparison with the variable invoice has. Pure. */
import type { DocumentKind } from "#shared/catalogue.ts";
import type { InvoiceLineFact } from "../../../documents/facts.ts";
import type { Answer } from "../../check.ts";
import type { Coverage } from "../../coverage.ts";
import type { FindingDraft } from "../../finding.ts";

/** What a check found out, before it becomes an outcome. */
export interface Conclusion<V> {
  /** Whether the thing compared exists in the scope at all. */
  readonly exists: boolean;
  readonly findings: readonly FindingDraft<V>[];
  /** Kinds that leave part of the comparison open. */
  readonly missing: readonly DocumentKind[];
  /** Why, for the person who could close the gap. */
  readonly why?: string | undefined;
}

/** A gap is never counted as agreement: without findings it makes the outcome *cannot verify*. */
export function conclude<V>({ exists, findings, missing, why }: Conclusion<V>): Answer<V> {
  if (findings.length > 0) return { outcome: "finding", findings, missing };
  if (missing.length > 0) return { outcome: "cannot-verify", missing, ...(why === undefined ? {} : { why }) };
  return { outcome: exists ? "agrees" : "not-applicable" };
}

/** Of the kinds that a comparison of whole weeks needs, those that do not cover every day of it. */
export function incomplete(coverage: Coverage, kinds: readonly DocumentKind[]): DocumentKind[] {
  return kinds.filter((kind) => coverage.presence(kind) !== "present");
}

/** Whether all there is of a week's invoices is their export. */
export function isExportOnly(lines: readonly InvoiceLineFact[]): boolean {
  return lines.length > 0 && lines.every(({ form }) => form === "export");
}

/** The answer of checks that need the days of single lines. */
export const EXPORT_HAS_NO_DAYS = {
  outcome: "cannot-verify",
  missing: ["variable invoice"],
  why: "The export of the invoice has one amount for a week, so single lines cannot be told apart.",
} as const;
