/** How claims came out: what came back this year, and how often whom we asked for what. */
import { CATALOGUE } from "#shared/catalogue.ts";
import type { ClaimOutcomes } from "#shared/contract/claims.ts";
import type { IsoDate } from "#shared/week.ts";
import { outcomesBy } from "../../claims/outcomes.ts";
import { submittedClaims } from "../../store/claim-outcomes.ts";
import { receivedBetween } from "../../store/money-road.ts";
import type { ReadHandle } from "../../store/schema.ts";

/** Outcomes of all claims that were submitted. `submittedCents` is all that was ever claimed; received counts in the year of the day it came. */
export async function claimOutcomes(db: ReadHandle, today: IsoDate): Promise<ClaimOutcomes> {
  const claims = await submittedClaims(db);
  const year = today.slice(0, 4);
  const { cents } = await receivedBetween(db, `${year}-01-01`, `${year}-12-31`, null);
  return {
    recoveredThisYearCents: cents,
    submittedCents: claims.reduce((sum, { items }) => sum + items.reduce((all, item) => all + item.claimedCents, 0), 0),
    byCounterparty: outcomesBy(claims, (_item, claim) => claim.counterparty).map(({ key, outcome }) => ({
      counterparty: key,
      ...outcome,
    })),
    byCheck: outcomesBy(claims, ({ code }) => code).map(({ key, outcome }) => ({
      ...{ code: key, title: CATALOGUE[key].title },
      ...outcome,
    })),
  };
}
