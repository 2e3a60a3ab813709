/** The packet command: findings with their source rows, set as PDF, kept in the workspace or where the user said. */
import { join } from "node:path";
import type { FindingFilter, PacketResult } from "#shared/contract/schemas.ts";
import { fontsIn } from "../packets/fonts.ts";
import { packetModel } from "../packets/model.ts";
import { EmptyPacketError, type PacketFinding, type SourceRow } from "../packets/packet.ts";
import { packetFileName, writePacket } from "../packets/write.ts";
import { appendAudit, auditTail } from "../store/audit.ts";
import { dspCode } from "../store/company.ts";
import { sheetColumns } from "../store/documents.ts";
import { listFindings } from "../store/findings.ts";
import { nextPacketNumber, storePacket } from "../store/packets.ts";
import { refusal } from "./errors.ts";
import type { Event } from "./importing.ts";
import { findingDetail } from "./presenting.ts";
import type { Session } from "./session.ts";
import { archivedRows, texts } from "./sources.ts";
import { today } from "./today.ts";

/** Entries of the audit trail a packet quotes. */
const AUDIT_EXCERPT = 20;

export interface PacketRequest {
  readonly filter: FindingFilter;
  readonly ids?: readonly string[] | undefined;
  /** File to write; null for the workspace's packets folder. */
  readonly path: string | null;
}

/** Writes a packet of the findings that match. Open and confirmed ones unless the filter names a status. */
export async function* makePacket(
  session: Session,
  request: PacketRequest,
  signal?: AbortSignal,
): AsyncGenerator<Event<PacketResult>> {
  const { store, packets, name } = session.workspace;
  const day = today(session.options.now());
  yield { type: "progress", stage: "Gathering", done: 0, total: 1, detail: "" };
  const gathered = await store.read(async (db) => {
    const listed = await listFindings(db, {
      ...request.filter,
      status: request.filter.status ?? ["open", "confirmed"],
    });
    const chosen = request.ids ? listed.filter((finding) => request.ids?.includes(finding.id)) : listed;
    const details = [];
    for (const finding of chosen) details.push(await findingDetail(db, finding.id, day));
    return {
      details,
      columns: await sheetColumns(db),
      number: await nextPacketNumber(db),
      dsp: await dspCode(db),
      audit: await auditTail(db, AUDIT_EXCERPT),
    };
  });
  const findings: PacketFinding[] = [];
  for (const [index, detail] of gathered.details.entries()) {
    signal?.throwIfAborted();
    yield {
      type: "progress",
      stage: "Reading the sources",
      done: index,
      total: gathered.details.length,
      detail: detail.subject,
    };
    findings.push({ ...detail, sourceRows: await sourceRows(session, detail, gathered.columns, signal) });
  }
  yield { type: "progress", stage: "Setting the pages", done: 0, total: 1, detail: "" };
  const packetNumber = `${gathered.dsp ?? name}-${day}-${String(gathered.number).padStart(3, "0")}`;
  const { actor, at } = session.stamp();
  const model = modelOf({
    packetNumber,
    dspCode: gathered.dsp ?? name,
    workspace: name,
    preparedBy: actor,
    preparedAt: day,
    findings,
    ...(request.filter.status ? { statuses: request.filter.status } : {}),
    auditHead: gathered.audit.head,
    auditExcerpt: gathered.audit.entries,
    appVersion: session.options.version,
  });
  const file = packetFileName(packetNumber);
  const written = await writePacket(model, request.path ?? join(packets, file), {
    fonts: fontsIn(join(session.options.resources, "fonts")),
    ...(signal ? { signal } : {}),
  });
  const totalCents = model.cover.claimable.cents;
  await store.write(async (db) => {
    await storePacket(db, {
      file: request.path ?? file,
      sha256: written.sha256,
      findings: findings.length,
      totalCents,
      madeAt: at,
      actor,
    });
    const after = { findings: findings.length, totalCents, sha256: written.sha256 };
    await appendAudit(db, { at, actor, command: "packet", subject: packetNumber, before: null, after });
  });
  yield {
    type: "done",
    result: {
      file: request.path ?? file,
      findings: findings.length,
      totalCents,
      pages: written.pages,
      sha256: written.sha256,
    },
  };
}

function modelOf(input: Parameters<typeof packetModel>[0]): ReturnType<typeof packetModel> {
  try {
    return packetModel(input);
  } catch (error) {
    if (error instanceof EmptyPacketError)
      throw refusal("No finding matches, so there is nothing to put into a packet.");
    throw error;
  }
}

type Detail = Awaited<ReturnType<typeof findingDetail>>;

/** The rows behind a finding as they stand in the archived originals; one whose document was taken back shows the cells it was found on. */
async function sourceRows(
  session: Session,
  detail: Detail,
  columns: ReadonlyMap<string, string[]>,
  signal?: AbortSignal,
): Promise<SourceRow[]> {
  const rows: SourceRow[] = [];
  for (const item of detail.evidence) {
    const source = detail.sources.find(
      (candidate) => candidate.sheet === item.sheet && candidate.row === item.row && candidate.sha256 === item.sha256,
    );
    const { document, sha256, sheet, row } = item;
    const marked = Object.keys(item.cells);
    const titles = source && columns.get(`${source.documentId}|${sheet ?? ""}`);
    // A label above the table stands under no column of it: it is shown with its value as it was read.
    if (source === undefined || titles === undefined || !marked.every((title) => titles.includes(title))) {
      rows.push({ document, sha256, sheet, row, columns: marked, cells: Object.values(item.cells), marked });
      continue;
    }
    const which = { documentId: source.documentId, sheet, from: row - 1, count: 1 };
    const [cells = []] = (await archivedRows(session, which, signal)).rows;
    rows.push({ document, sha256, sheet, row, columns: titles, cells: texts(cells), marked });
  }
  return rows;
}
