/** Places in the document that others point to, and what they are called. */

/** Parts every packet has. */
export const ANCHOR = {
  summary: "summary",
  invoices: "invoices",
  list: "list",
  files: "files",
  audit: "audit",
} as const;

/** The place of a section or finding. */
export const sectionAnchor = (index: number): string => `section-${index + 1}`;
export const findingAnchor = (number: number): string => `finding-${number}`;

/** A place on the page a finding begins on, for page numbers. */
export const findingPage = (number: number): string => `page-of-finding-${number}`;

/** What a section is called. */
export const sectionTitle = (counterparty: string | null): string => counterparty ?? "Internal findings";
