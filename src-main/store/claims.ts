/** Claims as stored: loading one as its life cycle sees it, and storing what a step changed. */
import type { Selectable } from "kysely";
import type { ClaimState } from "#shared/contract/claims.ts";
import type { Claim, Head, Item, Moved, Payment } from "../claims/claim.ts";
import { claimLabel } from "../claims/label.ts";
import { addClaimEvent, standingSteps } from "./claim-events.ts";
import type { ReadHandle, Schema, WriteHandle } from "./schema.ts";

export type ClaimRecord = Selectable<Schema["claim"]>;

/** The claim itself, or undefined. */
export async function claimHead(db: ReadHandle, number: number): Promise<ClaimRecord | undefined> {
  return db.selectFrom("claim").selectAll().where("number", "=", number).executeTakeFirst();
}

/** A claim with all that belongs to it, or undefined. */
export async function loadClaim(db: ReadHandle, number: number) {
  const record = await claimHead(db, number);
  if (record === undefined) return undefined;
  const items = await db
    .selectFrom("claimItem")
    .selectAll()
    .where("claimNumber", "=", number)
    .orderBy("findingId")
    .execute();
  const payments = await db
    .selectFrom("claimPayment")
    .selectAll()
    .where("claimNumber", "=", number)
    .orderBy("id")
    .execute();
  const events = await db
    .selectFrom("claimEvent")
    .selectAll()
    .where("claimNumber", "=", number)
    .orderBy("id")
    .execute();
  const claim: Claim = {
    number,
    head: headOf(record),
    items: items.map(({ findingId, claimedCents, approvedCents, reason }) => ({
      findingId,
      claimedCents,
      approvedCents,
      reason,
    })),
    payments: payments.map(paymentOf),
    steps: standingSteps(events),
  };
  return { record, claim, events };
}

function headOf({ status, reference, deadline, submittedOn, closedOn, writtenOffCents }: ClaimRecord): Head {
  return { status: status as ClaimState, reference, deadline, submittedOn, closedOn, writtenOffCents };
}

/** A stored payment as the life cycle sees it. */
export function paymentOf(row: Selectable<Schema["claimPayment"]>): Payment {
  const { id, receivedOn, cents, note, at, actor, sourceSha256: sha256, sourceSheet: sheet, sourceRow } = row;
  const kind = row.kind === "paid" ? "paid" : "credited";
  const source = sha256 === null || sourceRow === null ? null : { sha256, sheet, row: sourceRow };
  return { id, kind, receivedOn, cents, note, source, at, actor };
}

/** Stores what a step made of a claim: exactly what differs, and the event with what taking it back restores. */
export async function saveMoved(
  db: WriteHandle,
  claim: Claim,
  { claim: after, event }: Moved,
  stamp: { at: string; actor: string },
): Promise<void> {
  const { number } = claim;
  await db.updateTable("claim").set(after.head).where("number", "=", number).execute();
  const known = new Map(claim.items.map((item) => [item.findingId, item]));
  for (const { findingId, claimedCents, approvedCents, reason } of after.items) {
    if (sameItem(known.get(findingId), { findingId, claimedCents, approvedCents, reason })) continue;
    await db
      .updateTable("claimItem")
      .set({ claimedCents, approvedCents, reason })
      .where("findingId", "=", findingId)
      .execute();
  }
  for (const { id } of claim.payments.filter(({ id }) => !after.payments.some((payment) => payment.id === id)))
    await db.deleteFrom("claimPayment").where("id", "=", id).execute();
  for (const payment of after.payments.filter(({ id }) => !claim.payments.some((known) => known.id === id)))
    await insertPayment(db, number, payment);
  const taken = event.action === "undone" ? undefined : after.steps.at(-1)?.before;
  await addClaimEvent(db, number, stamp, {
    action: event.action,
    note: event.note,
    onDay: event.on,
    cents: event.cents,
    statusBefore: claim.head.status,
    statusAfter: after.head.status,
    ...(taken === undefined ? {} : { before: taken }),
  });
}

function sameItem(known: Item | undefined, item: Item): boolean {
  const { claimedCents, approvedCents, reason } = item;
  return known?.claimedCents === claimedCents && known.approvedCents === approvedCents && known.reason === reason;
}

async function insertPayment(db: WriteHandle, claimNumber: number, payment: Payment): Promise<void> {
  const { source, ...rest } = payment;
  const from = {
    sourceSha256: source?.sha256 ?? null,
    sourceSheet: source?.sheet ?? null,
    sourceRow: source?.row ?? null,
  };
  await db
    .insertInto("claimPayment")
    .values({ claimNumber, ...rest, ...from })
    .execute();
}

/** Says who looks after a claim. */
export async function setAssignee(db: WriteHandle, number: number, assignee: string | null): Promise<void> {
  await db.updateTable("claim").set({ assignee }).where("number", "=", number).execute();
}

/** The claims that some findings are in, by the finding. */
export async function claimOfFindings(db: ReadHandle, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, { number: number; label: string; status: string }>();
  const rows = await db
    .selectFrom("claimItem as i")
    .innerJoin("claim as c", "c.number", "i.claimNumber")
    .select(["i.findingId", "c.number", "c.status"])
    .where("i.findingId", "in", [...new Set(ids)])
    .execute();
  return new Map(
    rows.map(({ findingId, number, status }) => [findingId, { number, label: claimLabel(number), status }]),
  );
}
