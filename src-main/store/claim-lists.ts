/** What all claims, and the findings and payments of one, come to as stored. */
import { sql } from "kysely";
import { CATALOGUE, type CheckCode, type Direction } from "#shared/catalogue.ts";
import type { FindingStatus } from "#shared/contract/schemas.ts";
import type { ClaimRecord } from "./claims.ts";
import type { ReadHandle } from "./schema.ts";

/** A claim with its sums, in cents. Of a draft, what its confirmed findings come to now and their earliest deadline. */
export interface ClaimSummary {
  readonly record: ClaimRecord;
  readonly findings: number;
  readonly claimedCents: number;
  readonly approvedCents: number | null;
  readonly recoveredCents: number;
  readonly deadline: string | null;
}

/** Claims with their sums, by number: all of them, or one. */
export async function claimSummaries(db: ReadHandle, number?: number): Promise<ClaimSummary[]> {
  let heads = db.selectFrom("claim").selectAll().orderBy("number");
  let items = db
    .selectFrom("claimItem as i")
    .innerJoin("finding as f", "f.id", "i.findingId")
    .select("i.claimNumber")
    .select([
      sql<number>`count(*)`.as("findings"),
      sql<number>`count(i."approvedCents")`.as("answered"),
      sql<number>`coalesce(sum(i."claimedCents"), 0)`.as("claimed"),
      sql<number>`coalesce(sum(i."approvedCents"), 0)`.as("approved"),
      sql<number>`coalesce(sum(case when f."status" = 'confirmed' and f."amountCents" > 0
        and f."direction" in ('owed', 'overcharged', 'overpaid') then f."amountCents" end), 0)`.as("now"),
      sql<string | null>`min(case when f."status" = 'confirmed' then f."deadline" end)`.as("deadline"),
    ])
    .groupBy("i.claimNumber");
  let payments = db
    .selectFrom("claimPayment")
    .select(["claimNumber", sql<number>`sum("cents")`.as("cents")])
    .groupBy("claimNumber");
  if (number !== undefined) {
    heads = heads.where("number", "=", number);
    items = items.where("i.claimNumber", "=", number);
    payments = payments.where("claimNumber", "=", number);
  }
  const itemsOf = new Map((await items.execute()).map((row) => [row.claimNumber, row]));
  const paid = new Map((await payments.execute()).map((row) => [row.claimNumber, row.cents]));
  return (await heads.execute()).map((record) => {
    const sums = itemsOf.get(record.number);
    const draft = record.status === "draft";
    return {
      record,
      findings: sums?.findings ?? 0,
      claimedCents: (draft ? sums?.now : sums?.claimed) ?? 0,
      approvedCents: sums !== undefined && sums.answered === sums.findings ? sums.approved : null,
      recoveredCents: paid.get(record.number) ?? 0,
      deadline: draft ? (sums?.deadline ?? null) : record.deadline,
    };
  });
}

/** The findings of a claim with what was claimed and granted, in catalogue order of their checks. */
export async function claimFindings(db: ReadHandle, number: number) {
  const rows = await db
    .selectFrom("claimItem as i")
    .innerJoin("finding as f", "f.id", "i.findingId")
    .select(["i.findingId", "i.claimedCents", "i.approvedCents", "i.reason"])
    .select(["f.code", "f.subject", "f.subjectLabel", "f.station", "f.period", "f.direction", "f.status"])
    .select(["f.sentence", "f.amountCents", "f.deadline", "f.invoiceNumber"])
    .where("i.claimNumber", "=", number)
    .orderBy("f.period")
    .orderBy("f.code")
    .orderBy("f.subject")
    .orderBy("i.findingId")
    .execute();
  return rows.map((row) => {
    const code = row.code as CheckCode;
    const status = row.status as FindingStatus;
    return { ...row, code, title: CATALOGUE[code].title, status, direction: row.direction as Direction };
  });
}

/** Packets that were made of a claim, oldest first. */
export async function claimPackets(db: ReadHandle, number: number) {
  return db
    .selectFrom("packet")
    .select(["number", "file", "format", "madeAt", "actor", "findings", "totalCents"])
    .where("claimNumber", "=", number)
    .orderBy("number")
    .execute();
}
