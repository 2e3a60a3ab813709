/** The packet commands: findings with their source rows, set for whoever they are for, kept in the workspace or where the user said. */
import type { ClaimKind, PacketFormat } from "#shared/contract/claims.ts";
import type { FindingFilter, PacketResult } from "#shared/contract/schemas.ts";
import { claimLabel } from "../claims/label.ts";
import { draftCents } from "../claims/submission.ts";
import type { PacketClaim } from "../packets/packet.ts";
import { TEMPLATES } from "../packets/templates.ts";
import { claimFindings, claimSummaries } from "../store/claim-lists.ts";
import { listFindings } from "../store/findings.ts";
import type { ReadHandle } from "../store/schema.ts";
import { misplaced } from "./claims/misplaced.ts";
import { notFound, refusal } from "./errors.ts";
import type { Event } from "./importing.ts";
import { assemble, checkSize } from "./packet-assembly.ts";
import { findingDetail } from "./presenting.ts";
import type { Session } from "./session.ts";
import { today } from "./today.ts";

export interface PacketRequest {
  readonly filter: FindingFilter;
  readonly ids?: readonly string[] | undefined;
  /** Who it is for; left out: the company itself, which sees everything. */
  readonly kind?: ClaimKind | undefined;
  /** `pdf` when left out. */
  readonly format?: PacketFormat | undefined;
  /** File to write; null for the workspace's packets folder. */
  readonly path: string | null;
}

/**
 * Writes a packet of the findings that match, as far as whoever it is for may see them. Open and confirmed ones unless the filter names a
 * status. Throws REFUSED.
 */
export async function* makePacket(
  session: Session,
  { filter, ids, kind = "internal", format = "pdf", path }: PacketRequest,
  signal?: AbortSignal,
): AsyncGenerator<Event<PacketResult>> {
  const day = today(session.options.now());
  const template = TEMPLATES[kind];
  yield gathering();
  const details = await session.workspace.store.read(async (db) => {
    const listed = await listFindings(db, { ...filter, status: filter.status ?? ["open", "confirmed"] });
    const wanted = ids ? new Set(ids) : null;
    const chosen = listed.filter(
      ({ id, code, direction }) =>
        (wanted === null || wanted.has(id)) &&
        (template.showsAll || (template.takes(code) && template.asks(direction))),
    );
    checkSize(chosen.length);
    const found = [];
    for (const finding of chosen) found.push(await findingDetail(db, finding.id, day));
    return found;
  });
  const statuses = filter.status ? { statuses: filter.status } : {};
  yield* assemble(session, { details, claim: null, template, format, path, ...statuses }, signal);
}

export interface ClaimPacketRequest {
  readonly claimNumber: number;
  readonly format: PacketFormat;
  /** File to write; null for the workspace's packets folder. */
  readonly path: string | null;
}

/**
 * Writes the packet of a claim, as its counterparty may see it. `findings` and `totalCents` are what is claimed; `pages` is 0 for rows.
 * Throws NOT_FOUND, and REFUSED where there is nothing to claim or something its counterparty may not see.
 */
export async function* makeClaimPacket(
  session: Session,
  { claimNumber, format, path }: ClaimPacketRequest,
  signal?: AbortSignal,
): AsyncGenerator<Event<PacketResult>> {
  const day = today(session.options.now());
  yield gathering();
  const { claim, kind, details } = await session.workspace.store.read(async (db) => {
    const gathered = await claimForPacket(db, claimNumber);
    checkSize(gathered.findings.length);
    const found = [];
    for (const id of gathered.findings) found.push(await findingDetail(db, id, day));
    return { ...gathered, details: found };
  });
  yield* assemble(session, { details, claim, template: TEMPLATES[kind], format, path }, signal);
}

const gathering = () => ({ type: "progress", stage: "Gathering", done: 0, total: 1, detail: "" }) as const;

/** A claim as its packet speaks of it, with the ids of its findings. Throws NOT_FOUND, REFUSED where a finding is somebody else's now. */
async function claimForPacket(
  db: ReadHandle,
  number: number,
): Promise<{ claim: PacketClaim; kind: ClaimKind; findings: readonly string[] }> {
  const [summary] = await claimSummaries(db, number);
  if (summary === undefined) throw notFound(`There is no claim ${claimLabel(number)} any more.`);
  const { kind, counterparty, station, invoiceNumber, period, reference, status, submittedOn } = summary.record;
  const items = await claimFindings(db, number);
  const why = status === "draft" ? await misplaced(db, counterparty, items) : null;
  if (why !== null) throw refusal(why);
  const claimed = items.map((item): [string, number] => [
    item.findingId,
    status === "draft" ? draftCents(item) : (item.claimedCents ?? 0),
  ]);
  return {
    claim: {
      ...{ number, counterparty, station, invoiceNumber, period, reference, submittedOn },
      label: claimLabel(number),
      deadline: summary.deadline,
      claimed: new Map(claimed),
    },
    kind: kind as ClaimKind,
    findings: items.map(({ findingId }) => findingId),
  };
}
