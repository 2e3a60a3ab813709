/** Claims as rows: one line each, filtered, sorted and added up. */

import type { z } from "zod";
import {
  AGES,
  CLAIM_STATES,
  type ClaimFilter,
  type ClaimList,
  type ClaimRow,
  type claimSort,
} from "#shared/contract/claims.ts";
import type { IsoDate } from "#shared/week.ts";
import { ageOf, waitingDays } from "../../claims/ageing.ts";
import { daysLeft } from "../../claims/deadlines.ts";
import { claimLabel } from "../../claims/label.ts";
import { sumsFrom } from "../../claims/sums.ts";
import { type ClaimSummary, claimSummaries } from "../../store/claim-lists.ts";
import type { ReadHandle } from "../../store/schema.ts";
import { claimProposals } from "./proposals.ts";

/** A row of the list. `proposals` counts what was found for it in documents. */
export function claimRow(summary: ClaimSummary, proposals: number, today: IsoDate): ClaimRow {
  const { record, findings, deadline } = summary;
  const { number, station, invoiceNumber, period, reference, submittedOn, counterparty, assignee } = record;
  const { claimedCents, approvedCents, recoveredCents, writtenOffCents, outstandingCents } = sumsFrom({
    claimedCents: summary.claimedCents,
    approvedCents: summary.approvedCents,
    recoveredCents: summary.recoveredCents,
    writtenOffCents: record.writtenOffCents,
  });
  const status = record.status as ClaimRow["status"];
  const ageDays = waitingDays({ status, submittedOn }, outstandingCents, today);
  return {
    ...{ number, label: claimLabel(number), kind: record.kind as ClaimRow["kind"], counterparty },
    ...{ station, invoiceNumber, period, status, reference, deadline },
    // Once it was sent, the deadline is met or missed: nothing runs out any more.
    daysLeft: deadline === null || status !== "draft" ? null : daysLeft(deadline, today),
    ...{ submittedOn, ageDays, age: ageDays === null ? null : ageOf(ageDays), findings },
    ...{ claimedCents, approvedCents, recoveredCents, writtenOffCents, outstandingCents, assignee, proposals },
  };
}

interface Asked {
  readonly filter: ClaimFilter;
  readonly sort: z.infer<typeof claimSort>;
  readonly descending: boolean;
  readonly offset: number;
  readonly limit: number;
}

/** The claims that match, a stretch of them, with what they come to; and of all claims how many are in each state and age. */
export async function claimList(
  db: ReadHandle,
  { filter, sort, descending, offset, limit }: Asked,
  today: IsoDate,
): Promise<ClaimList> {
  const summaries = await claimSummaries(db);
  const all = summaries.map((summary) => claimRow(summary, 0, today));
  const matching = all.filter((row) => matches(row, filter));
  const rows = matching.sort((a, b) => compare(a, b, sort, descending)).slice(offset, offset + limit);
  const shown = new Set(rows.map(({ number }) => number));
  const proposals = await claimProposals(
    db,
    summaries.filter(({ record }) => shown.has(record.number)),
  );
  const sum = (rows: readonly ClaimRow[], of: (row: ClaimRow) => number) =>
    rows.reduce((total, row) => total + of(row), 0);
  return {
    total: matching.length,
    rows: rows.map((row) => ({ ...row, proposals: proposals.get(row.number)?.length ?? 0 })),
    sums: {
      claimedCents: sum(matching, (row) => row.claimedCents),
      recoveredCents: sum(matching, (row) => row.recoveredCents),
      writtenOffCents: sum(matching, (row) => row.writtenOffCents),
      outstandingCents: sum(matching, (row) => row.outstandingCents),
    },
    states: CLAIM_STATES.map((status) => {
      const rows = all.filter((row) => row.status === status);
      return { status, count: rows.length, cents: sum(rows, (row) => row.claimedCents) };
    }),
    ages: AGES.map((age) => {
      const rows = all.filter((row) => row.age === age);
      return { age, count: rows.length, cents: sum(rows, (row) => row.outstandingCents) };
    }),
    counterparties: [...new Set(all.map((row) => row.counterparty))].sort(),
  };
}

function matches(row: ClaimRow, { status, kind, counterparty, age, assignee, search }: ClaimFilter): boolean {
  if (status !== undefined && !status.includes(row.status)) return false;
  if (kind !== undefined && row.kind !== kind) return false;
  if (counterparty !== undefined && row.counterparty !== counterparty) return false;
  if (age !== undefined && row.age !== age) return false;
  if (assignee !== undefined && (row.assignee ?? "") !== assignee) return false;
  const { label, reference, station, invoiceNumber } = row;
  const text = [label, row.counterparty, reference, station, invoiceNumber].join(" ").toLowerCase();
  const words = search?.toLowerCase().split(/\s+/).filter(Boolean) ?? [];
  return words.every((word) => text.includes(word));
}

/** Rows without a value come last either way; equal ones by number. */
function compare(a: ClaimRow, b: ClaimRow, sort: Asked["sort"], descending: boolean): number {
  const [x, y] = [sortValue(a, sort), sortValue(b, sort)];
  if (x === null || y === null) return Number(x === null) - Number(y === null) || a.number - b.number;
  const order = x < y ? -1 : x > y ? 1 : 0;
  return (descending ? -order : order) || a.number - b.number;
}

function sortValue(row: ClaimRow, sort: Asked["sort"]): number | string | null {
  switch (sort) {
    case "number":
      return row.number;
    case "deadline":
      return row.deadline;
    case "age":
      return row.ageDays;
    case "claimed":
      return row.claimedCents;
    case "outstanding":
      return row.outstandingCents;
    case "counterparty":
      return row.counterparty;
    default:
      return CLAIM_STATES.indexOf(row.status);
  }
}
