/** What was claimed, granted and received, as outcomes are made from. */
import { sql } from "kysely";
import type { CheckCode } from "#shared/catalogue.ts";
import type { ClaimState } from "#shared/contract/claims.ts";
import type { Ended } from "../claims/outcomes.ts";
import type { ReadHandle } from "./schema.ts";

/** Every claim that was submitted, with its findings, in cents. */
export async function submittedClaims(db: ReadHandle): Promise<Ended[]> {
  const paid = await db
    .selectFrom("claimPayment")
    .select(["claimNumber", sql<number>`sum("cents")`.as("cents")])
    .groupBy("claimNumber")
    .execute();
  const received = new Map(paid.map(({ claimNumber, cents }) => [claimNumber, cents]));
  const rows = await db
    .selectFrom("claimItem as i")
    .innerJoin("claim as c", "c.number", "i.claimNumber")
    .innerJoin("finding as f", "f.id", "i.findingId")
    .select(["c.number", "c.counterparty", "c.status", "i.findingId", "i.claimedCents", "i.approvedCents", "f.code"])
    .where("i.claimedCents", "is not", null)
    .orderBy("c.number")
    .orderBy("f.period")
    .orderBy("f.code")
    .orderBy("f.subject")
    .orderBy("i.findingId")
    .execute();
  const claims = new Map<number, Ended & { items: Ended["items"][number][] }>();
  for (const { number, counterparty, status, findingId, claimedCents, approvedCents, code } of rows) {
    const claim = claims.get(number) ?? {
      ...{ counterparty, status: status as ClaimState, recoveredCents: received.get(number) ?? 0, items: [] },
    };
    if (claimedCents === null) continue;
    claim.items.push({ findingId, code: code as CheckCode, claimedCents, approvedCents });
    claims.set(number, claim);
  }
  return [...claims.values()];
}
