/** The part of the audit trail a packet quotes, in words. */
import { formatPeriod } from "#shared/week.ts";
import type { AuditEntry } from "../packets/packet.ts";
import type { Template } from "../packets/templates.ts";
import { auditTail } from "../store/audit.ts";
import { auditAbout, documentsWithHashes } from "../store/packets.ts";
import type { ReadHandle } from "../store/schema.ts";
import type { findingDetail } from "./presenting.ts";

/** Entries that are quoted. */
const EXCERPT = 20;

type Detail = Awaited<ReturnType<typeof findingDetail>>;

/**
 * The newest entries of the trail, or for somebody outside those about one of the subjects (the claim, its findings, the documents they may
 * see); sealed with the hash of the newest entry of all.
 */
export async function packetAudit(
  db: ReadHandle,
  { showsAll }: Template,
  subjects: readonly string[],
  details: readonly Detail[],
): Promise<{ head: string | null; entries: AuditEntry[] }> {
  const tail = await auditTail(db, EXCERPT);
  const rows = showsAll ? tail.entries : await auditAbout(db, subjects, EXCERPT);
  const hashes = rows.map(({ subject }) => subject).filter((subject) => /^[0-9a-f]{64}$/.test(subject));
  const names = new Map<string, string>([
    ...(await documentsWithHashes(db, hashes)).map(({ sha256, name }): [string, string] => [sha256, name]),
    ...details.map(({ id, code, subject }): [string, string] => [id, `${code} ${subject}`]),
  ]);
  const entries = rows.map(({ at, actor, command, subject, hash }) => ({
    ...{ at, actor, command, hash },
    subject: names.get(subject) ?? scopeName(subject) ?? subject,
  }));
  return { head: tail.head, entries };
}

/** A station's period as people call it; null for what is none. */
function scopeName(subject: string): string | null {
  const [, station = "", period = ""] = /^([^|]*)\|(\d{4}-\d{2}(?:-\d{2})?)$/.exec(subject) ?? [];
  return period === "" ? null : `${station || "Whole company"} · ${formatPeriod(period)}`;
}
