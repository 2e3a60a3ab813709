/** The commands on one claim: each is one transaction with its entry in the audit trail. */
import type { ClaimDetail, ClaimStep, NewPayment } from "#shared/contract/claims.ts";
import { formatCents } from "#shared/money.ts";
import type { Claim, Moved, PaymentRow } from "../../claims/claim.ts";
import { claimLabel } from "../../claims/label.ts";
import { closed, paid, undone, unpaid } from "../../claims/payments.ts";
import { ClaimRefused } from "../../claims/refused.ts";
import { stepped } from "../../claims/step.ts";
import { sumsOf } from "../../claims/sums.ts";
import { appendAudit } from "../../store/audit.ts";
import { claimFindings, claimSummaries } from "../../store/claim-lists.ts";
import { nextNumber } from "../../store/claim-numbers.ts";
import { claimTaking, takenRows } from "../../store/claim-taken.ts";
import { claimedOtherwise } from "../../store/claimed-otherwise.ts";
import { claimHead, loadClaim, saveMoved, setAssignee } from "../../store/claims.ts";
import { dismissLimit, listPeople } from "../../store/people.ts";
import type { WriteHandle } from "../../store/schema.ts";
import { notFound, refusal } from "../errors.ts";
import type { Session } from "../session.ts";
import { today } from "../today.ts";
import { claimDetail } from "./detail.ts";
import { claimedAlready, type Stamp } from "./joining.ts";
import { misplaced } from "./misplaced.ts";
import { claimProposals } from "./proposals.ts";

type Move = (claim: Claim, db: WriteHandle, day: string, stamp: Stamp) => Promise<Moved> | Moved;

/** Takes a claim one step on. Throws REFUSED with a sentence. */
export function stepClaim(session: Session, step: ClaimStep): Promise<ClaimDetail> {
  return change(session, step.number, "step claim", async (claim, db, day) => {
    if (step.to === "closed") return closedBy(session, db, claim, { on: step.on, reason: step.note ?? "" }, day);
    const findings = await claimFindings(db, claim.number);
    if (step.to === "submitted" && claim.head.status === "draft") await mayGoOut(db, claim.number, findings);
    return stepped(
      claim,
      step,
      findings.map((finding) => ({ ...finding, id: finding.findingId })),
      day,
    );
  });
}

/** Throws ClaimRefused where a finding of a draft is somebody else's now, or its money was handed in already, as another finding. */
async function mayGoOut(
  db: WriteHandle,
  number: number,
  findings: Awaited<ReturnType<typeof claimFindings>>,
): Promise<void> {
  const head = await claimHead(db, number);
  const why = head === undefined ? null : await misplaced(db, head.counterparty, findings);
  if (why !== null) throw new ClaimRefused(why);
  const otherwise = await claimedOtherwise(db);
  for (const { findingId, code, subjectLabel } of findings) {
    const other = otherwise.get(findingId);
    if (other) throw new ClaimRefused(`${code} ${subjectLabel} cannot be claimed. ${claimedAlready(other)}`);
  }
}

/** Records money or a credit, with the row it was found in where a proposal is taken over. Throws REFUSED with a sentence. */
export function payClaim(session: Session, { number, kind, receivedOn, cents, note, proposal }: NewPayment) {
  return change(session, number, "pay claim", async (claim, db, day, stamp) => {
    const source = proposal === undefined ? null : await sourceOf(db, number, proposal, cents);
    const id = await nextNumber(db, "payment");
    return paid(claim, { id, kind, receivedOn, cents, note, source, ...stamp }, day);
  });
}

/** The row of a proposal that is taken over, which may be recorded in part but not for more than it says. */
async function sourceOf(db: WriteHandle, number: number, key: string, cents: number): Promise<PaymentRow> {
  const other = (await takenRows(db)).get(key);
  if (other !== undefined)
    throw new ClaimRefused(`This row was recorded already, for claim ${claimLabel(other)}. It counts once.`);
  const proposals = (await claimProposals(db, await claimSummaries(db, number))).get(number) ?? [];
  const found = proposals.find((proposal) => proposal.key === key);
  if (found === undefined)
    throw new ClaimRefused("This row is not proposed for the claim any more: the documents or the claim changed.");
  if (cents > found.cents)
    throw new ClaimRefused(`The row is worth ${formatCents(found.cents)} to this claim. Record no more than that.`);
  const { sha256, sheet, row } = found.source;
  return { sha256, sheet, row };
}

/** Removes a payment. Throws REFUSED with a sentence. */
export function unpayClaim(session: Session, { number, payment }: { number: number; payment: number }) {
  return change(session, number, "unpay claim", (claim) => unpaid(claim, payment));
}

/** Closes a claim. Throws REFUSED with a sentence. */
export function closeClaim(session: Session, { number, ...how }: { number: number; on: string; reason: string }) {
  return change(session, number, "close claim", (claim, db, day) => closedBy(session, db, claim, how, day));
}

/** Closes a claim as somebody may: above the limit an owner set for dismissing, only an owner gives money up. */
async function closedBy(
  session: Session,
  db: WriteHandle,
  claim: Claim,
  how: { on: string; reason: string },
  day: string,
) {
  const moved = closed(claim, how, day);
  const limit = (session.acting?.role ?? "owner") === "owner" ? null : await dismissLimit(db);
  if (limit !== null && moved.claim.head.writtenOffCents - claim.head.writtenOffCents > limit)
    throw new ClaimRefused(`Only an owner can write off more than ${formatCents(limit)}.`);
  return moved;
}

/** Takes the last step of a claim back. Throws REFUSED with a sentence. */
export function undoClaim(session: Session, { number }: { number: number }) {
  return change(session, number, "undo claim step", async (claim, db) => {
    const moved = undone(claim);
    const back = moved.claim.payments.find(({ id }) => !claim.payments.some((payment) => payment.id === id));
    const other = back?.source && (await claimTaking(db, back.source));
    if (other)
      throw new ClaimRefused(
        `The row this payment rests on was recorded for claim ${claimLabel(other)} since. Remove it there first.`,
      );
    return moved;
  });
}

/** Says who looks after a claim; null: nobody in particular. Throws NOT_FOUND, REFUSED for a name nobody here has, where people are named. */
export async function assignClaim(session: Session, { number, to }: { number: number; to: string | null }) {
  const stamp = session.stamp();
  const assignee = to?.trim() || null;
  return session.workspace.store.write(async (db) => {
    const before = await claimHead(db, number);
    if (before === undefined) throw notFound(`There is no claim ${claimLabel(number)} any more.`);
    const people = await listPeople(db);
    if (assignee !== null && people.length > 0 && !people.some(({ name }) => name === assignee))
      throw refusal(`Nobody here is called ${assignee}. People are added in Setup.`);
    if (before.assignee !== assignee) {
      await setAssignee(db, number, assignee);
      const entry = { ...stamp, command: "assign claim", subject: claimLabel(number) };
      await appendAudit(db, { ...entry, before: { assignee: before.assignee }, after: { assignee } });
    }
    return claimDetail(db, number, today(session.options.now()));
  });
}

async function change(session: Session, number: number, command: string, move: Move): Promise<ClaimDetail> {
  const stamp = session.stamp();
  const day = today(session.options.now());
  return session.workspace.store.write(async (db) => {
    const loaded = await loadClaim(db, number);
    if (loaded === undefined) throw notFound(`There is no claim ${claimLabel(number)} any more.`);
    const { claim } = loaded;
    const moved = await refusing(() => move(claim, db, day, stamp));
    await saveMoved(db, claim, moved, stamp);
    const [before, after] = [spoken(claim), { ...spoken(moved.claim), ...moved.event }];
    await appendAudit(db, { ...stamp, command, subject: claimLabel(number), before, after });
    return claimDetail(db, number, day);
  });
}

/** What the audit trail keeps of a claim before and after a step. */
function spoken(claim: Claim) {
  return { ...claim.head, ...sumsOf(claim) };
}

/** What the life cycle refuses, as the contract's refusal. */
async function refusing<T>(work: () => Promise<T> | T): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ClaimRefused) throw refusal(error.message);
    throw error;
  }
}
