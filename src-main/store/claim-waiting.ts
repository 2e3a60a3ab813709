/** Claims that wait for money, as proposals ask for them. */
import { sql } from "kysely";
import type { ClaimKind } from "#shared/contract/claims.ts";
import type { Waiting } from "../claims/proposals.ts";
import { sumsFrom } from "../claims/sums.ts";
import type { ClaimSummary } from "./claim-lists.ts";
import { paymentsByHand } from "./claim-taken.ts";
import type { ReadHandle } from "./schema.ts";

/** Of some claims those that wait for money, by number. `resting`: the payments that rest on a row that is here. */
export async function waitingClaims(
  db: ReadHandle,
  summaries: readonly ClaimSummary[],
  resting: ReadonlySet<number>,
): Promise<Map<number, Waiting>> {
  const open = summaries.flatMap((summary) => {
    const { record, claimedCents, approvedCents, recoveredCents } = summary;
    const { status, submittedOn, writtenOffCents } = record;
    const { outstandingCents } = sumsFrom({ claimedCents, approvedCents, recoveredCents, writtenOffCents });
    if (status === "draft" || status === "closed" || submittedOn === null || outstandingCents <= 0) return [];
    return [{ record, submittedOn, outstandingCents }];
  });
  if (open.length === 0) return new Map();
  const numbers = open.map(({ record }) => record.number);
  const items = await db
    .selectFrom("claimItem as i")
    .innerJoin("finding as f", "f.id", "i.findingId")
    .select(["i.claimNumber", "f.subject", "f.code", "f.subjectLabel", "f.invoiceNumber"])
    .select(sql<number>`coalesce(i."approvedCents", i."claimedCents", 0)`.as("dueCents"))
    .where("i.claimNumber", "in", numbers)
    .orderBy("i.findingId")
    .execute();
  const byHand = await paymentsByHand(db, resting);
  const byClaim = Map.groupBy(items, (item) => item.claimNumber);
  return new Map(
    open.map(({ record, submittedOn, outstandingCents }) => {
      const { number, counterparty, station, reference } = record;
      const own = byClaim.get(number) ?? [];
      const waiting: Waiting = {
        ...{ kind: record.kind as ClaimKind, counterparty, station, reference, submittedOn, outstandingCents },
        byHand: byHand.get(number) ?? [],
        invoices: [...new Set(own.flatMap(({ invoiceNumber }) => (invoiceNumber === null ? [] : [invoiceNumber])))],
        items: own.map(({ subject, code, subjectLabel, dueCents }) => ({
          ...{ subject, dueCents, label: `${code} ${subjectLabel}` },
        })),
      };
      return [number, waiting];
    }),
  );
}
