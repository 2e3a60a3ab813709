/** The road of the claimable money: what was found, how much of it was handed in. Sums only; the shares of what came back are the claims'. */
import { sql } from "kysely";
import type { CheckCode } from "#shared/catalogue.ts";
import type { IsoDate } from "#shared/week.ts";
import { CLAIMED_OTHERWISE } from "./claimed-otherwise.ts";
import type { ReadHandle } from "./schema.ts";

const CLAIMABLE = ["owed", "overcharged"];

/** A station's findings with those that belong to the whole company; all without a station. */
const ofStation = (station: string | null) =>
  station === null
    ? sql<boolean>`true`
    : sql<boolean>`("finding"."station" = ${station} or "finding"."station" is null)`;

/**
 * Claimable cents by period and check. A finding that was handed in counts with what was claimed, although it may have moved, turned
 * against us or vanished since; any other that can be claimed with what it comes to now, as long as it is open or confirmed and its money
 * was not handed in as another finding.
 */
export async function roadByPeriod(db: ReadHandle, filter: { station: string | null; periods: readonly string[] }) {
  const rows = await db
    .selectFrom("finding")
    .leftJoin("claimItem", "claimItem.findingId", "finding.id")
    .select([
      "finding.period",
      "finding.code",
      sql<number>`coalesce(sum(case when "claimedCents" is not null then "claimedCents"
        when "finding"."status" in ('open', 'confirmed') and "finding"."id" not in ${CLAIMED_OTHERWISE}
        then "amountCents" end), 0)`.as("foundCents"),
      sql<number>`coalesce(sum("claimedCents"), 0)`.as("claimedCents"),
    ])
    .where("finding.period", "in", [...filter.periods])
    .where((where) => where.or([where("finding.direction", "in", CLAIMABLE), where("claimedCents", "is not", null)]))
    .where(ofStation(filter.station))
    .groupBy(["finding.period", "finding.code"])
    .execute();
  return rows.map((row) => ({ ...row, code: row.code as CheckCode }));
}

/** Claimable findings that are open or confirmed and not handed in, neither themselves nor as another: how many and what they come to. */
export async function notHandedIn(db: ReadHandle, station: string | null) {
  const row = await db
    .selectFrom("finding")
    .leftJoin("claimItem", "claimItem.findingId", "finding.id")
    .select([
      sql<number>`count(*)`.as("count"),
      sql<number>`coalesce(sum("amountCents"), 0)`.as("cents"),
      sql<number>`coalesce(sum("finding"."status" = 'confirmed'), 0)`.as("confirmedCount"),
      sql<number>`coalesce(sum(case when "finding"."status" = 'confirmed' then "amountCents" end), 0)`.as(
        "confirmedCents",
      ),
    ])
    .where("finding.direction", "in", CLAIMABLE)
    .where("finding.status", "in", ["open", "confirmed"])
    .where("claimedCents", "is", null)
    .where(sql<boolean>`"finding"."id" not in ${CLAIMED_OTHERWISE}`)
    .where(ofStation(station))
    .executeTakeFirstOrThrow();
  return {
    claimable: { count: row.count, cents: row.cents },
    confirmed: { count: row.confirmedCount, cents: row.confirmedCents },
  };
}

/** The findings of the claims that received something, with what each was claimed and granted, in the order a claim shares its money out. */
export async function findingsOfPaidClaims(db: ReadHandle) {
  return db
    .selectFrom("claimItem as i")
    .innerJoin("finding as f", "f.id", "i.findingId")
    .innerJoin(
      db
        .selectFrom("claimPayment")
        .select(["claimNumber", sql<number>`sum("cents")`.as("receivedCents")])
        .groupBy("claimNumber")
        .as("p"),
      "p.claimNumber",
      "i.claimNumber",
    )
    .select(["i.claimNumber", "p.receivedCents", "i.claimedCents", "i.approvedCents", "f.period", "f.station"])
    .orderBy("i.claimNumber")
    .orderBy("f.period")
    .orderBy("f.code")
    .orderBy("f.subject")
    .orderBy("i.findingId")
    .execute();
}

/** What claims of a station (and of the whole company) received on some days, both included, and in how many payments and credits. */
export async function receivedBetween(db: ReadHandle, from: IsoDate, to: IsoDate, station: string | null) {
  let query = db
    .selectFrom("claimPayment as p")
    .innerJoin("claim as c", "c.number", "p.claimNumber")
    .select([sql<number>`count(*)`.as("count"), sql<number>`coalesce(sum(p."cents"), 0)`.as("cents")])
    .where("p.receivedOn", ">=", from)
    .where("p.receivedOn", "<=", to);
  if (station !== null)
    query = query.where((where) => where.or([where("c.station", "=", station), where("c.station", "is", null)]));
  return query.executeTakeFirstOrThrow();
}
