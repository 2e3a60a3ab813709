/** What a packet is made from: its findings as the receiver may see them, the originals that go with it, and its place in the trail. */
import type { FindingStatus } from "#shared/contract/schemas.ts";
import { ORIGINALS } from "../packets/bundle.ts";
import { type Original, originalNames } from "../packets/originals.ts";
import type { Delivery, PacketClaim, PacketInput } from "../packets/packet.ts";
import { shownTo } from "../packets/shown.ts";
import { type Handling, handlingOf, type Template } from "../packets/templates.ts";
import { dspCode } from "../store/company.ts";
import { sheetColumns } from "../store/documents.ts";
import { documentNatures, documentsWithHashes, nextPacketNumber } from "../store/packets.ts";
import type { Event } from "./importing.ts";
import { packetAudit } from "./packet-audit.ts";
import { holdingMore, readOriginals, readRows, rowsBehind } from "./packet-sources.ts";
import type { findingDetail } from "./presenting.ts";
import type { Session } from "./session.ts";
import { today } from "./today.ts";

/** Which findings, and for whom. */
export interface Subject {
  readonly details: readonly Awaited<ReturnType<typeof findingDetail>>[];
  readonly claim: PacketClaim | null;
  readonly template: Template;
  readonly statuses?: readonly FindingStatus[];
}

export interface Material {
  readonly packetNumber: string;
  /** What the packet's model is built of, with the originals delivered in one way or another. */
  readonly input: (delivered: Delivery) => PacketInput;
  readonly originals: readonly Original[];
  /** Of the originals together. */
  readonly bytes: number;
  /** More originals than a ZIP is made of: not all were read. */
  readonly tooMuch: boolean;
}

/** Gathers it. Throws the signal's reason once aborted. */
export async function* gather(
  session: Session,
  { details, claim, template, statuses }: Subject,
  withOriginals: boolean,
  signal?: AbortSignal,
): AsyncGenerator<Event<never>, Material> {
  const { store, name } = session.workspace;
  const day = today(session.options.now());
  const hashes = [...new Set(details.flatMap(({ evidence }) => evidence.map(({ sha256 }) => sha256)))];
  const stored = await store.read(async (db) => ({
    columns: await sheetColumns(db),
    natures: await documentNatures(db, hashes),
    documents: await documentsWithHashes(db, hashes),
    number: await nextPacketNumber(db),
    dsp: await dspCode(db),
  }));
  const [receiver = null, ...others] = claim
    ? [claim.counterparty]
    : new Set(details.map(({ counterparty }) => counterparty));
  const natureOf = (sha256: string) => stored.natures.get(sha256) ?? { kinds: [], lessors: [], sheets: [] };
  const more = template.showsAll
    ? new Set<string>()
    : await holdingMore(session, stored.documents, (sha256) => natureOf(sha256).sheets, signal);
  const handling = (sha256: string): Handling =>
    handlingOf(template, { ...natureOf(sha256), holdsMore: more.has(sha256) }, others.length === 0 ? receiver : null);
  const rows = yield* readRows(session, details, signal);
  const findings = details.map((detail) =>
    shownTo({ ...detail, sourceRows: rowsBehind(detail, rows, stored.columns) }, handling),
  );
  const handedOut = withOriginals ? stored.documents.filter(({ sha256 }) => handling(sha256) === "whole") : [];
  const { originals, bytes, tooMuch } = await readOriginals(session, handedOut, signal);
  const subjects = [
    ...(claim ? [claim.label] : []),
    ...details.map(({ id }) => id),
    ...hashes.filter((sha256) => handling(sha256) !== "withheld"),
  ];
  const audit = await store.read((db) => packetAudit(db, template, subjects, details));
  const dsp = stored.dsp ?? name;
  const packetNumber = `${dsp}-${day}-${String(stored.number).padStart(3, "0")}`;
  const input = (delivered: Delivery): PacketInput => ({
    ...{ packetNumber, findings, template, claim },
    ...(statuses ? { statuses } : {}),
    dspCode: dsp,
    workspace: name,
    preparedBy: session.stamp().actor,
    preparedAt: day,
    originals: deliveries(hashes, handling, originals, delivered),
    auditHead: audit.head,
    auditExcerpt: audit.entries,
    appVersion: session.options.version,
  });
  return { packetNumber, input, originals, bytes, tooMuch };
}

/** Where the original of each document is for the receiver. */
function deliveries(
  hashes: readonly string[],
  handling: (sha256: string) => Handling,
  originals: readonly Original[],
  delivered: Delivery,
) {
  const names = originalNames(originals);
  return new Map(
    hashes.map((sha256): [string, { delivery: Delivery; name: string | null }] => {
      const seen = handling(sha256);
      if (seen !== "whole") return [sha256, { delivery: seen === "cells" ? "kept" : "withheld", name: null }];
      const name = names.get(sha256) ?? null;
      if (name === null) return [sha256, { delivery: "missing", name }];
      return [sha256, { delivery: delivered, name: delivered === "packed" ? `${ORIGINALS}${name}` : name }];
    }),
  );
}
