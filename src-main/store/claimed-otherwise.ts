/**
 * Findings whose money was handed in already, as another finding that the check has since replaced: a route that was claimed as unpaid, say,
 * until an amended invoice paid it as a shorter block. The other is cleared, and one of the two takes the place of the other.
 */
import { type RawBuilder, sql } from "kysely";
import type { ReadHandle } from "./schema.ts";

/** The claim in which a finding's money was handed in, and as what. */
export interface ClaimedAs {
  readonly number: number;
  readonly code: string;
  readonly label: string;
}

/** Identities stand in quotes in the list of what a finding takes the place of. */
const named = (list: RawBuilder<unknown>, id: RawBuilder<unknown>) => sql`instr(${list}, '"' || ${id} || '"') > 0`;

/** A claim that was rejected, or closed without a cent, holds no money: it may be claimed once more as what it is now. */
const PAIRS = sql`
  from "claimItem" as "i"
  join "finding" as "old" on "old"."id" = "i"."findingId" and "old"."status" = 'cleared'
  join "claim" as "c" on "c"."number" = "i"."claimNumber" and "c"."status" <> 'rejected'
    and ("c"."status" <> 'closed' or exists (select 1 from "claimPayment" where "claimNumber" = "c"."number"))
  join "finding" as "new" on "new"."period" = "old"."period" and "new"."station" is "old"."station"
    and "new"."status" in ('open', 'confirmed')
    and (${named(sql`"new"."explains"`, sql`"old"."id"`)} or ${named(sql`"old"."explains"`, sql`"new"."id"`)})
  left join "claimItem" as "own" on "own"."findingId" = "new"."id"
  where "i"."claimedCents" is not null and "own"."claimedCents" is null`;

/** Their ids, as a part of a query. */
export const CLAIMED_OTHERWISE = sql`(select "new"."id" ${PAIRS})`;

/** Where their money was handed in, by the finding. */
export async function claimedOtherwise(db: ReadHandle): Promise<Map<string, ClaimedAs>> {
  const { rows } = await sql<ClaimedAs & { id: string }>`
    select "new"."id", "c"."number", "old"."code", "old"."subjectLabel" as "label" ${PAIRS}
    order by "c"."number" desc`.execute(db);
  return new Map(rows.map(({ id, ...as }) => [id, as]));
}
