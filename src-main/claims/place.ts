/** Which claim a finding belongs into: one counterparty, one station, one invoice (or period where no invoice is named). Pure. */
import { type CheckCode, type Direction, familyOf, isClaimable } from "#shared/catalogue.ts";
import type { ClaimKind } from "#shared/contract/claims.ts";
import type { FindingStatus } from "#shared/contract/schemas.ts";
import type { Cents } from "#shared/money.ts";

/** What of a finding decides where it is claimed. */
export interface Candidate {
  readonly id: string;
  readonly code: CheckCode;
  readonly station: string | null;
  readonly period: string;
  readonly direction: Direction;
  readonly status: FindingStatus;
  readonly amountCents: Cents | null;
  readonly counterparty: string | null;
  readonly invoiceNumber: string | null;
}

/** Where a finding is claimed. `period` is null where an invoice says it all. */
export interface Place {
  readonly kind: ClaimKind;
  readonly counterparty: string;
  readonly station: string | null;
  readonly invoiceNumber: string | null;
  readonly period: string | null;
}

/** Whom a claim is addressed to when the finding names nobody outside the house. */
const PAYROLL = "Payroll";
const INTERNAL = "Internal";

/** The place of a finding in claims, by its counterparty. */
export function placeOf({ code, station, period, counterparty, invoiceNumber }: Candidate): Place {
  const named = counterparty?.trim() ?? "";
  const invoice = invoiceNumber?.trim() || null;
  const rest = { station, invoiceNumber: invoice, period: invoice === null ? period : null };
  if (named === "" && familyOf(code) === "F") return { kind: "payroll", counterparty: PAYROLL, ...rest };
  if (named === "") return { kind: "internal", counterparty: INTERNAL, ...rest };
  return { kind: named.toLowerCase() === "amazon" ? "amazon" : "lessor", counterparty: named, ...rest };
}

/** Whether confirming a finding puts it into a claim: money that somebody else owes us, with an amount. */
export function joinsByItself({ direction, amountCents }: Candidate): boolean {
  return isClaimable(direction) && amountCents !== null && amountCents > 0;
}

/** Whether money of a direction can be in a claim: what somebody owes us, and what our own people got too much. */
export function isOwedToUs(direction: Direction): boolean {
  return isClaimable(direction) || direction === "overpaid";
}

/**
 * Why a finding cannot be put into a claim, as a sentence; null when it can. What we paid too much to our own people joins only when a person
 * says so: it is money to settle in payroll, not to claim from a stranger.
 */
export function whyNot(finding: Candidate): string | null {
  const { direction, status, amountCents } = finding;
  if (status !== "confirmed") return `It is ${status}. Confirm it first.`;
  if (amountCents === null) return "It states no amount to claim.";
  if (amountCents <= 0) return "It lowers what is owed, so there is nothing to claim.";
  if (isOwedToUs(direction)) return null;
  return direction === "exposure"
    ? "It is an exposure of our own: nobody else owes this money."
    : "It is only to be watched: nobody owes this money.";
}
