/** Which fees a contract allows, and up to how much: `MGMT_FEE:12.50; TOLL_FEE:5.00` on the lease schedule. Pure. */

import { type Cents, parseCents, plainCents } from "#shared/money.ts";
import type { LeaseTermFact } from "../../../documents/facts.ts";
import { counted, rentMonths } from "./contract-rent.ts";
import { chargeText } from "./line-words.ts";
import type { LeaseLine } from "./lines.ts";

/** What a contract allows of a fee. */
export interface FeeCap {
  /** Whether the contract names the fee at all. */
  readonly listed: boolean;
  readonly cents: Cents;
  /** As a formula shows it: `cap 12.50`, `0.00`. */
  readonly text: string;
  /** As the end of a sentence. */
  readonly why: string;
}

/** The fees a contract lists with their caps, null for one without; null where it lists none, or not readably. */
export function allowedFees(term: LeaseTermFact): ReadonlyMap<string, Cents | null> | null {
  const entries = term.allowedFees.split(/[;\n]/).filter((entry) => entry.trim() !== "");
  if (entries.length === 0) return null;
  const fees = new Map<string, Cents | null>();
  for (const entry of entries) {
    const [code = "", cap, ...rest] = entry.split(":");
    const cents = cap === undefined ? null : parseCents(cap);
    const name = code
      .trim()
      .toUpperCase()
      .replace(/[\s-]+/g, "_");
    if (cents === undefined || rest.length > 0 || !/^[A-Z_]+$/.test(name)) return null;
    fees.set(name, cents);
  }
  return fees;
}

/** Fees that are owed only where the contract names them. Insurance is chosen apart, so only its cap is held against it. */
const ONLY_IF_LISTED: ReadonlySet<string> = new Set(["MGMT_FEE", "TOLL_FEE", "FINE_ADMIN"]);

/** Whether a charge nobody has a code for calls itself a fee. */
function callsItselfFee(line: LeaseLine): boolean {
  return line.charge === "OTHER" && /\b(?:fee|surcharge)s?\b/i.test(line.fact.description);
}

/** Whether a line is a fee the contract has to name. */
export function isContractFee(line: LeaseLine): boolean {
  return ONLY_IF_LISTED.has(line.charge) || callsItselfFee(line);
}

/** The most a line may charge: its contract's cap for each month (each of several, where they are counted), nothing where it is not listed. */
export function feeCap(line: LeaseLine): FeeCap | null {
  const fees = line.term === null ? null : allowedFees(line.term);
  if (fees === null || line.term === null) return null;
  const contract = `contract ${line.term.contract}`.trim();
  const cap = highestCap(line, fees.get(line.charge));
  if (cap === undefined) {
    if (!isContractFee(line)) return null;
    return { listed: false, cents: 0, text: "0.00 allowed", why: `which ${contract} does not list among its fees` };
  }
  if (cap === null) return null;
  const count =
    line.charge === "TOLL_FEE" || line.charge === "FINE_ADMIN" ? timesOf(line) : rentMonths(line.days).length;
  const text = count === 1 ? `cap ${plainCents(cap)}` : `${count} x cap ${plainCents(cap)}`;
  const each = count === 1 ? "" : ` for each of ${counted(count, isMonthly(line) ? "month" : "time")}`;
  return {
    listed: true,
    cents: cap * count,
    text,
    why: `but ${contract} allows ${plainCents(cap)} ${chargeText(line)} at most${each}`,
  };
}

/** Where the caps change on a line's days, the highest that held on one of them: null for none, undefined where no row lists the fee. */
function highestCap({ chain, days, charge }: LeaseLine, own: Cents | null | undefined): Cents | null | undefined {
  const rows = chain.filter(
    ({ onLease, offLease }) => onLease <= days.to && (offLease === null || offLease >= days.from),
  );
  const caps = rows.map((row) => allowedFees(row)?.get(charge));
  return [own, ...caps].reduce((most, cap) => {
    if (cap === undefined || most === null) return most;
    return cap === null || most === undefined ? cap : Math.max(most, cap);
  }, own);
}

function isMonthly(line: LeaseLine): boolean {
  return line.charge !== "TOLL_FEE" && line.charge !== "FINE_ADMIN";
}

/** How often a line charges a fee: its quantity where it prints a whole one, else once. */
function timesOf({ fact }: LeaseLine): number {
  const { quantity } = fact;
  return quantity !== null && quantity > 0 && quantity % 10_000 === 0 ? quantity / 10_000 : 1;
}
