/** The order of a packet, the same for the same findings whatever order they come in. */
import { DIRECTIONS } from "#shared/catalogue.ts";
import type { FindingStatus } from "#shared/contract/schemas.ts";
import type { CountedFinding } from "./packet.ts";

/** Compares by code units: no locale, so every machine sorts alike. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Distinct texts in order; nulls left out. */
export function distinct(values: Iterable<string | null>): string[] {
  const found = new Set<string>();
  for (const value of values) if (value !== null) found.add(value);
  return [...found].sort(compareText);
}

/** Whether a finding is decided and out of the claim. */
export function isSettled(status: FindingStatus): boolean {
  return status === "dismissed" || status === "cleared";
}

/** Groups by a key, keeping the order of first appearance. */
export function groupBy<T>(items: Iterable<T>, key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const name = key(item);
    const group = groups.get(name);
    if (group) group.push(item);
    else groups.set(name, [item]);
  }
  return groups;
}

/**
 * What is asked for first, settled ones last; then by direction, check, invoice, period and station, and within those as the rows stand
 * in their source, so that a reader can follow along in the file.
 */
export function compareFindings(a: CountedFinding, b: CountedFinding): number {
  return (
    Number(a.settled) - Number(b.settled) ||
    Number(b.asked) - Number(a.asked) ||
    DIRECTIONS.indexOf(a.direction) - DIRECTIONS.indexOf(b.direction) ||
    compareText(a.code, b.code) ||
    compareText(a.invoiceNumber ?? "\uffff", b.invoiceNumber ?? "\uffff") ||
    compareText(a.period, b.period) ||
    compareText(a.station ?? "", b.station ?? "") ||
    compareText(a.evidence[0]?.document ?? "", b.evidence[0]?.document ?? "") ||
    (a.evidence[0]?.row ?? 0) - (b.evidence[0]?.row ?? 0) ||
    compareText(a.subject, b.subject) ||
    compareText(a.id, b.id)
  );
}
