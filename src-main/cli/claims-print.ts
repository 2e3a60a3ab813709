/** Claims as they are printed on a terminal. */
import type { ClaimDetail, ClaimList } from "#shared/contract/claims.ts";
import { plainCents } from "#shared/money.ts";
import { formatPeriod } from "#shared/week.ts";
import { printTable } from "./command.ts";

const line = (text: string) => process.stdout.write(`${text}\n`);
const money = (cents: number | null) => (cents === null ? "-" : plainCents(cents));

/** One line a claim, and what they come to. */
export function printClaims({ rows, sums }: ClaimList): void {
  const lines = rows.map((row) => [
    row.label,
    row.counterparty,
    row.station ?? "-",
    row.invoiceNumber ?? (row.period === null ? "-" : formatPeriod(row.period)),
    row.status,
    row.deadline ?? "-",
    row.age ?? "-",
    String(row.findings),
    ...[row.claimedCents, row.approvedCents, row.recoveredCents, row.writtenOffCents, row.outstandingCents].map(money),
  ]);
  const last = [sums.claimedCents, null, sums.recoveredCents, sums.writtenOffCents, sums.outstandingCents].map(money);
  const titles = ["Claim", "With", "Station", "Invoice", "State", "Deadline", "Age", "Findings"];
  printTable(
    [
      [...titles, "Claimed", "Approved", "Received", "Written off", "Outstanding"],
      ...lines,
      ["All", "", "", "", "", "", "", "", ...last],
    ],
    [7, 8, 9, 10, 11, 12],
  );
}

/** Everything of one claim; what is proposed is numbered for `pay --proposal`. */
export function printClaim(claim: ClaimDetail): void {
  const { label, counterparty, status, reference, deadline, submittedOn, assignee } = claim;
  const said = [
    reference && `reference ${reference}`,
    submittedOn && `submitted ${submittedOn}`,
    deadline && `deadline ${deadline}`,
    assignee && `with ${assignee}`,
  ];
  line([`${label}  ${counterparty}`, claim.station, claim.invoiceNumber, status, ...said].filter(Boolean).join(" · "));
  const sums = { claimed: claim.claimedCents, approved: claim.approvedCents, received: claim.recoveredCents };
  const rest = { "written off": claim.writtenOffCents, outstanding: claim.outstandingCents };
  line(
    Object.entries({ ...sums, ...rest })
      .map(([name, cents]) => `${name} ${money(cents)}`)
      .join(" · "),
  );
  const items = claim.items.map((item) => [
    item.findingId,
    item.subject,
    item.status,
    ...[item.nowCents, item.claimedCents, item.approvedCents, item.recoveredCents].map(money),
    item.reason,
  ]);
  printTable(
    [["Finding", "Subject", "State", "Now", "Claimed", "Approved", "Received", "Reason"], ...items],
    [3, 4, 5, 6],
  );
  for (const { id, kind, receivedOn, cents, note, source } of claim.payments)
    line(`${kind} ${id}  ${receivedOn}  ${money(cents)}  ${source ? `${source.document}, row ${source.row}` : note}`);
  for (const [index, { why }] of claim.proposals.entries()) line(`proposal ${index + 1}  ${why}`);
  for (const { on, at, action, note, actor } of claim.history)
    line(`${on ?? at.slice(0, 10)}  ${action}  ${[note, `(${actor})`].filter(Boolean).join(" ")}`);
  line(claim.next.length === 0 ? "nothing comes next" : `can become: ${claim.next.join(", ")}`);
}
