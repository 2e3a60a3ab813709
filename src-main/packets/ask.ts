/** What a packet asks its receiver to do. */
import type { ClaimKind } from "#shared/contract/claims.ts";
import { formatCents } from "#shared/money.ts";
import { formatDate, formatPeriod } from "#shared/week.ts";
import type { PacketClaim, PacketCover } from "./packet.ts";

/** The request in one or two sentences; null where nobody is asked for anything. */
export function askOf(
  kind: ClaimKind,
  claim: PacketClaim | null,
  { claimable, deadline, invoiceNumbers, periods }: Omit<PacketCover, "ask">,
): string | null {
  if (kind === "internal" || claimable.count === 0) return null;
  // A day that has passed is no day to act by; the cover still names it.
  const by = deadline && deadline.daysLeft >= 0 ? ` by ${formatDate(deadline.date)}` : "";
  const money = formatCents(claimable.cents);
  const [invoice = claim?.invoiceNumber ?? null] = invoiceNumbers;
  const several = invoiceNumbers.length > 1;
  const priced = claimable.unpriced < claimable.count;
  const [period] = periods;
  const when = periods.length === 1 && period !== undefined ? ` of ${formatPeriod(period)}` : "";
  switch (kind) {
    case "amazon":
      if (!priced) return `Please look into what is shown here and answer${by}.`;
      if (invoice === null) return `Please pay the ${money} that is shown here as outstanding${when}${by}.`;
      return several
        ? `Please correct the invoices named below${by} and pay the difference of ${money}.`
        : `Please correct invoice ${invoice}${by} and pay the difference of ${money}.`;
    case "lessor":
      if (!priced) return `Please look into what is shown here and answer${by}.`;
      if (invoice === null) return `Please credit ${money}${when}${by} and send the number of the credit note.`;
      return several
        ? `Please credit ${money} on the invoices named below${by} and send the numbers of the credit notes.`
        : `Please credit ${money} on invoice ${invoice}${by} and send the number of the credit note.`;
    case "payroll":
      return `Please correct the payroll${when} as shown here${by}.${priced ? ` The differences come to ${money}.` : ""}`;
  }
}
