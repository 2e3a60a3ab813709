/** Everything the Claims screen and the packet show of one claim. */

import type { z } from "zod";
import { type ClaimDetail, type claimEvent, packetFormat } from "#shared/contract/claims.ts";
import type { IsoDate } from "#shared/week.ts";
import type { Claim } from "../../claims/claim.ts";
import { claimLabel } from "../../claims/label.ts";
import { nextStates } from "../../claims/moves.ts";
import { STEP_WORDS } from "../../claims/payments.ts";
import { sharesOf } from "../../claims/shares.ts";
import { draftCents } from "../../claims/submission.ts";
import type { ClaimEventRecord } from "../../store/claim-events.ts";
import { claimFindings, claimPackets, claimSummaries } from "../../store/claim-lists.ts";
import { documentsNamed } from "../../store/claim-sources.ts";
import { loadClaim } from "../../store/claims.ts";
import type { ReadHandle } from "../../store/schema.ts";
import { notFound } from "../errors.ts";
import { claimProposals } from "./proposals.ts";
import { claimRow } from "./rows.ts";

/** A claim with its findings, payments, proposals, history and packets. Throws NOT_FOUND. */
export async function claimDetail(db: ReadHandle, number: number, today: IsoDate): Promise<ClaimDetail> {
  const loaded = await loadClaim(db, number);
  const [summary] = await claimSummaries(db, number);
  if (loaded === undefined || summary === undefined)
    throw notFound(`There is no claim ${claimLabel(number)} any more.`);
  const { claim, events } = loaded;
  const last = claim.steps.at(-1);
  const proposals = (await claimProposals(db, [summary])).get(number) ?? [];
  return {
    ...claimRow(summary, proposals.length, today),
    items: await itemsOf(db, claim),
    payments: await paymentsOf(db, claim),
    proposals,
    history: events.map(told),
    packets: (await claimPackets(db, number)).map((packet) => ({
      ...packet,
      format: packetFormat.parse(packet.format),
    })),
    next: nextStates(claim),
    undo: last === undefined ? null : STEP_WORDS[last.action],
  };
}

async function itemsOf(db: ReadHandle, claim: Claim): Promise<ClaimDetail["items"]> {
  const findings = await claimFindings(db, claim.number);
  const draft = claim.head.status === "draft";
  const claimed = findings.map((finding) => (draft ? draftCents(finding) : (finding.claimedCents ?? 0)));
  const received = claim.payments.reduce((sum, { cents }) => sum + cents, 0);
  const shares = sharesOf(
    received,
    findings.map(({ approvedCents }, index) => approvedCents ?? claimed[index] ?? 0),
  );
  return findings.map((finding, index) => {
    const { findingId, code, title, station, period, direction, status, sentence, approvedCents, reason } = finding;
    return {
      ...{ findingId, code, title, subject: finding.subjectLabel, station, period, direction, status, sentence },
      nowCents: status === "cleared" ? null : finding.amountCents,
      claimedCents: claimed[index] ?? 0,
      approvedCents,
      recoveredCents: shares[index] ?? 0,
      reason,
    };
  });
}

async function paymentsOf(db: ReadHandle, { payments }: Claim): Promise<ClaimDetail["payments"]> {
  const documents = await documentsNamed(
    db,
    payments.flatMap(({ source }) => (source === null ? [] : [source.sha256])),
  );
  return payments.map(({ source, ...payment }) => {
    if (source === null) return { ...payment, source };
    const document = documents.get(source.sha256);
    // A document that was taken back is no longer here; the payment was received all the same.
    const named = { document: document?.name ?? "(taken back)", documentId: document?.id ?? null };
    return { ...payment, source: { ...source, ...named } };
  });
}

function told(event: ClaimEventRecord): z.infer<typeof claimEvent> {
  const { id, at, actor, action, onDay, note, cents } = event;
  const state = (text: string | null) => text as z.infer<typeof claimEvent>["statusBefore"];
  const [statusBefore, statusAfter] = [state(event.statusBefore), state(event.statusAfter)];
  return { id, at, actor, action, on: onDay, note, statusBefore, statusAfter, cents };
}
