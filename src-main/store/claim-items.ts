/** Findings on their way into drafts of claims and out of them. */
import type { CheckCode, Direction } from "#shared/catalogue.ts";
import type { FindingStatus } from "#shared/contract/schemas.ts";
import type { Candidate, Place } from "../claims/place.ts";
import { nextNumber } from "./claim-numbers.ts";
import { type ClaimedAs, claimedOtherwise } from "./claimed-otherwise.ts";
import type { ReadHandle, WriteHandle } from "./schema.ts";

/** A finding that may join, with the claim it is in already. */
export interface JoiningFinding extends Candidate {
  readonly claim: { readonly number: number; readonly status: string } | null;
  /** Where its money was handed in as another finding. */
  readonly claimedAs: ClaimedAs | null;
}

/** Some findings as far as joining claims asks, in the order of the ids; those that are gone are left out. */
export async function joiningFindings(db: ReadHandle, ids: readonly string[]): Promise<JoiningFinding[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom("finding as f")
    .leftJoin("claimItem as i", "i.findingId", "f.id")
    .leftJoin("claim as c", "c.number", "i.claimNumber")
    .select(["f.id", "f.code", "f.station", "f.period", "f.direction", "f.status", "f.amountCents"])
    .select(["f.counterparty", "f.invoiceNumber", "c.number", "c.status as claimStatus"])
    .where("f.id", "in", [...new Set(ids)])
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  const otherwise = await claimedOtherwise(db);
  return [...new Set(ids)].flatMap((id) => {
    const row = byId.get(id);
    if (row === undefined) return [];
    const { number, claimStatus, ...finding } = row;
    return {
      ...finding,
      code: finding.code as CheckCode,
      direction: finding.direction as Direction,
      status: finding.status as FindingStatus,
      claim: number === null || claimStatus === null ? null : { number, status: claimStatus },
      claimedAs: otherwise.get(id) ?? null,
    };
  });
}

/** The oldest draft of a place, or undefined. */
export async function draftAt(db: ReadHandle, place: Place): Promise<number | undefined> {
  const row = await db
    .selectFrom("claim")
    .select("number")
    .where("status", "=", "draft")
    .where("kind", "=", place.kind)
    .where("counterparty", "=", place.counterparty)
    .where("station", "is", place.station)
    .where("invoiceNumber", "is", place.invoiceNumber)
    .$if(place.invoiceNumber === null, (query) => query.where("period", "is", place.period))
    .orderBy("number")
    .limit(1)
    .executeTakeFirst();
  return row?.number;
}

/** A new draft at a place. Returns its number. */
export async function openDraft(
  db: WriteHandle,
  { kind, counterparty, station, invoiceNumber, period }: Place,
  stamp: { at: string; actor: string },
): Promise<number> {
  const number = await nextNumber(db, "claim");
  const made = { createdAt: stamp.at, createdBy: stamp.actor };
  const none = { deadline: null, submittedOn: null, closedOn: null, assignee: null };
  const head = { number, kind, counterparty, station, invoiceNumber, period, status: "draft", reference: "" };
  await db
    .insertInto("claim")
    .values({ ...head, ...none, ...made, writtenOffCents: 0 })
    .execute();
  return number;
}

/** Puts a finding into a draft. It follows the finding until the claim is submitted. */
export async function addItem(db: WriteHandle, claimNumber: number, findingId: string, addedAt: string): Promise<void> {
  const following = { claimedCents: null, approvedCents: null, reason: "" };
  await db
    .insertInto("claimItem")
    .values({ findingId, claimNumber, ...following, addedAt })
    .execute();
}

/** Takes findings out of a claim. */
export async function removeItems(db: WriteHandle, claimNumber: number, ids: readonly string[]): Promise<void> {
  await db.deleteFrom("claimItem").where("claimNumber", "=", claimNumber).where("findingId", "in", ids).execute();
}

/** Says anew of a draft what all of its findings have in common: station, invoice, period. */
export async function describeDraft(db: WriteHandle, number: number): Promise<void> {
  const rows = await db
    .selectFrom("claimItem as i")
    .innerJoin("finding as f", "f.id", "i.findingId")
    .select(["f.station", "f.invoiceNumber", "f.period"])
    .where("i.claimNumber", "=", number)
    .distinct()
    .execute();
  if (rows.length === 0) return;
  const common = (values: (string | null)[]) => (new Set(values).size === 1 ? (values[0] ?? null) : null);
  const station = common(rows.map((row) => row.station));
  const invoiceNumber = common(rows.map((row) => row.invoiceNumber?.trim() || null));
  const period = common(rows.map((row) => row.period));
  await db.updateTable("claim").set({ station, invoiceNumber, period }).where("number", "=", number).execute();
}

/**
 * Removes a draft that holds nothing any more and on which nothing hangs: no comment, attachment or packet, and never submitted. Returns
 * whether it did.
 */
export async function removeIfEmpty(db: WriteHandle, number: number): Promise<boolean> {
  const held = await Promise.all([
    db.selectFrom("claimItem").select("claimNumber").where("claimNumber", "=", number).limit(1).executeTakeFirst(),
    db.selectFrom("comment").select("id").where("claimNumber", "=", number).limit(1).executeTakeFirst(),
    db.selectFrom("attachment").select("id").where("claimNumber", "=", number).limit(1).executeTakeFirst(),
    db.selectFrom("packet").select("number").where("claimNumber", "=", number).limit(1).executeTakeFirst(),
    db
      .selectFrom("claimEvent")
      .select("id")
      .where("claimNumber", "=", number)
      .where("statusAfter", "<>", "draft")
      .limit(1)
      .executeTakeFirst(),
  ]);
  if (held.some((row) => row !== undefined)) return false;
  await db.deleteFrom("claimEvent").where("claimNumber", "=", number).execute();
  await db.deleteFrom("claim").where("number", "=", number).execute();
  return true;
}
