/** Findings join drafts of claims and leave them, inside the command that decides on them. */
import type { Joined } from "#shared/contract/claims.ts";
import { claimLabel } from "../../claims/label.ts";
import { joinsByItself, type Place, placeOf, whyNot } from "../../claims/place.ts";
import { appendAudit } from "../../store/audit.ts";
import { addClaimEvent } from "../../store/claim-events.ts";
import * as items from "../../store/claim-items.ts";
import type { ClaimedAs } from "../../store/claimed-otherwise.ts";
import { claimHead } from "../../store/claims.ts";
import type { WriteHandle } from "../../store/schema.ts";
import { notFound, refusal } from "../errors.ts";

/** Who did something, and when. */
export interface Stamp {
  readonly at: string;
  readonly actor: string;
}

/** A finding that was left where it is, with the reason as a sentence. */
export interface Left {
  readonly id: string;
  readonly why: string;
}

/**
 * Puts those of the findings that were just confirmed, and that somebody else owes us money for, into the drafts of their counterparty and
 * invoice. Others are passed over in silence.
 */
export async function joinClaims(db: WriteHandle, ids: readonly string[], stamp: Stamp): Promise<Joined> {
  const found = await items.joiningFindings(db, ids);
  return join(
    db,
    found.filter((finding) => finding.claim === null && joinsByItself(finding)),
    undefined,
    stamp,
  );
}

/**
 * Puts findings into claims because a person asks for it: into the draft that is named, else that of their counterparty and invoice. Throws
 * NOT_FOUND for a claim that is none, REFUSED for one that is no draft any more.
 */
export async function joinAsked(
  db: WriteHandle,
  ids: readonly string[],
  number: number | undefined,
  stamp: Stamp,
): Promise<Joined> {
  if (number !== undefined) await draftNamed(db, number);
  const found = await items.joiningFindings(db, ids);
  const known = new Set(found.map(({ id }) => id));
  const gone = [...new Set(ids)].filter((id) => !known.has(id));
  const joined = await join(db, found, number, stamp);
  return { ...joined, left: [...joined.left, ...gone.map((id) => ({ id, why: "It is not here any more." }))] };
}

/**
 * Takes findings out of drafts, because they are no longer confirmed. Those whose claim was submitted are left in it, each with a sentence:
 * whoever decides leaves them confirmed.
 */
export async function leaveDrafts(db: WriteHandle, ids: readonly string[], stamp: Stamp): Promise<{ left: Left[] }> {
  const left: Left[] = [];
  const leaving = new Map<number, string[]>();
  for (const { id, claim } of await items.joiningFindings(db, ids)) {
    if (claim === null) continue;
    if (claim.status === "draft") leaving.set(claim.number, [...(leaving.get(claim.number) ?? []), id]);
    else
      left.push({
        id,
        why: `It is part of claim ${claimLabel(claim.number)}, which was submitted. Take that back first.`,
      });
  }
  for (const [number, some] of leaving) await leave(db, number, some, stamp);
  return { left };
}

/** Takes findings out of one draft; they stay confirmed. Throws NOT_FOUND or REFUSED. */
export async function leaveAsked(db: WriteHandle, number: number, ids: readonly string[], stamp: Stamp): Promise<void> {
  await draftNamed(db, number);
  const inside = (await items.joiningFindings(db, ids)).filter(({ claim }) => claim?.number === number);
  if (inside.length === 0) throw notFound(`None of these findings is in claim ${claimLabel(number)}.`);
  await leave(
    db,
    number,
    inside.map(({ id }) => id),
    stamp,
  );
}

async function draftNamed(db: WriteHandle, number: number) {
  const claim = await claimHead(db, number);
  if (claim === undefined) throw notFound(`There is no claim ${claimLabel(number)} any more.`);
  if (claim.status !== "draft")
    throw refusal(`Claim ${claimLabel(number)} was submitted. Its findings stay as they are until that is taken back.`);
  return claim;
}

async function join(
  db: WriteHandle,
  findings: readonly items.JoiningFinding[],
  named: number | undefined,
  stamp: Stamp,
): Promise<Joined> {
  const left: Left[] = [];
  const added = new Map<number, { ids: string[]; created: boolean }>();
  const drafts = new Map<string, number>();
  const target = named === undefined ? undefined : await claimHead(db, named);
  for (const finding of findings) {
    const place = placeOf(finding);
    const why = whyItStays(finding, place, target);
    if (why !== null) {
      left.push({ id: finding.id, why });
      continue;
    }
    const key = JSON.stringify(place);
    let number = named ?? drafts.get(key) ?? (await items.draftAt(db, place));
    const created = number === undefined;
    number ??= await items.openDraft(db, place, stamp);
    drafts.set(key, number);
    await items.addItem(db, number, finding.id, stamp.at);
    const group = added.get(number) ?? { ids: [], created };
    group.ids.push(finding.id);
    added.set(number, group);
  }
  const claims: Joined["claims"] = [];
  for (const [number, { ids, created }] of added) {
    await items.describeDraft(db, number);
    await addClaimEvent(db, number, stamp, { action: created ? "opened" : "added", note: countedFindings(ids.length) });
    const entry = { ...stamp, command: "join claim", subject: claimLabel(number) };
    await appendAudit(db, { ...entry, before: null, after: { created, findings: ids } });
    claims.push({ number, label: claimLabel(number), created, added: ids.length });
  }
  return { claims, left };
}

function whyItStays(
  finding: items.JoiningFinding,
  place: Place,
  target: { readonly number: number; readonly kind: string; readonly counterparty: string } | undefined,
): string | null {
  if (finding.claim !== null) return `It is in claim ${claimLabel(finding.claim.number)} already.`;
  const why = whyNot(finding) ?? (finding.claimedAs && claimedAlready(finding.claimedAs));
  if (why !== null || target === undefined) return why;
  return target.kind === place.kind && target.counterparty === place.counterparty
    ? null
    : `Claim ${claimLabel(target.number)} is with ${target.counterparty}, and this is with ${place.counterparty}.`;
}

/** Why money is not claimed once more, as a sentence. */
export function claimedAlready({ number, code, label }: ClaimedAs): string {
  return `Its money is part of claim ${claimLabel(number)}, as ${code} ${label}. Settle it there, or take that claim back first.`;
}

async function leave(db: WriteHandle, number: number, ids: readonly string[], stamp: Stamp): Promise<void> {
  await items.removeItems(db, number, ids);
  await items.describeDraft(db, number);
  await addClaimEvent(db, number, stamp, { action: "removed", note: countedFindings(ids.length) });
  const removed = await items.removeIfEmpty(db, number);
  const entry = { ...stamp, command: "leave claim", subject: claimLabel(number) };
  await appendAudit(db, { ...entry, before: { findings: ids }, after: { removed } });
}

const countedFindings = (count: number) => `${count} ${count === 1 ? "finding" : "findings"}.`;
