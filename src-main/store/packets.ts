/** Packets that were made, by number, and what of the workspace they are made from. */
import { sql } from "kysely";
import type { DocumentKind } from "#shared/catalogue.ts";
import type { PacketFormat } from "#shared/contract/claims.ts";
import type { ReadHandle, WriteHandle } from "./schema.ts";

/** The number the next packet will have. */
export async function nextPacketNumber(db: ReadHandle): Promise<number> {
  const row = await db
    .selectFrom("packet")
    .select(sql<number>`coalesce(max("number"), 0)`.as("n"))
    .executeTakeFirstOrThrow();
  return row.n + 1;
}

/** Remembers a packet. */
export async function storePacket(
  db: WriteHandle,
  packet: {
    file: string;
    sha256: string;
    findings: number;
    totalCents: number;
    madeAt: string;
    actor: string;
    claimNumber: number | null;
    format: PacketFormat;
  },
): Promise<void> {
  await db.insertInto("packet").values(packet).execute();
}

/** The packet whose file has this hash, or undefined. */
export async function packetWithHash(db: ReadHandle, sha256: string) {
  return db.selectFrom("packet").selectAll().where("sha256", "=", sha256).orderBy("number").executeTakeFirst();
}

/** What each of some documents was read as, and whose bills are in it. Documents that are not stored are left out. */
export async function documentNatures(
  db: ReadHandle,
  hashes: readonly string[],
): Promise<Map<string, { kinds: DocumentKind[]; lessors: string[]; sheets: (string | null)[] }>> {
  const natures = new Map<string, { kinds: DocumentKind[]; lessors: string[]; sheets: (string | null)[] }>();
  if (hashes.length === 0) return natures;
  const sheets = await db
    .selectFrom("documentSheet as s")
    .innerJoin("document as d", "d.id", "s.documentId")
    .select(["d.sha256", "s.kind", "s.sheet"])
    .distinct()
    .where("d.sha256", "in", [...hashes])
    .execute();
  for (const { sha256, kind, sheet } of sheets) {
    const nature = natures.get(sha256) ?? { kinds: [], lessors: [], sheets: [] };
    nature.kinds.push(kind as DocumentKind);
    nature.sheets.push(sheet);
    natures.set(sha256, nature);
  }
  const bills = await db
    .selectFrom("leaseLine as l")
    .innerJoin("documentSheet as s", "s.id", "l.sheetId")
    .innerJoin("document as d", "d.id", "s.documentId")
    .select(["d.sha256", "l.provider"])
    .distinct()
    .where("d.sha256", "in", [...hashes])
    .execute();
  for (const { sha256, provider } of bills) natures.get(sha256)?.lessors.push(provider);
  return natures;
}

/** Stored documents by the SHA-256 of their bytes, with the ZIP they came in. */
export async function documentsWithHashes(db: ReadHandle, hashes: readonly string[]) {
  if (hashes.length === 0) return [];
  return db
    .selectFrom("document")
    .select(["id", "name", "sha256", "container"])
    .where("sha256", "in", [...hashes])
    .orderBy("id")
    .execute();
}

/** The newest entries of the audit trail that are about one of some subjects, oldest first. */
export async function auditAbout(db: ReadHandle, subjects: readonly string[], count: number) {
  if (subjects.length === 0) return [];
  const rows = await db
    .selectFrom("audit")
    .selectAll()
    .where("subject", "in", [...subjects])
    .orderBy("seq", "desc")
    .limit(count)
    .execute();
  return rows.reverse();
}

/** The entry of the audit trail with this hash, or undefined. */
export async function auditEntryWith(db: ReadHandle, hash: string) {
  return db.selectFrom("audit").select(["seq", "at"]).where("hash", "=", hash).executeTakeFirst();
}

/** What findings come to now, by id; those that are not stored are left out. */
export async function amountsNow(db: ReadHandle, ids: readonly string[]) {
  const rows = await db
    .selectFrom("finding")
    .select(["id", "amountCents", "status"])
    .where("id", "in", [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** Whether a packet with this number, as it is printed, was made here: the audit trail remembers. */
export async function packetsNumbered(db: ReadHandle, packetNumber: string): Promise<boolean> {
  const row = await db
    .selectFrom("audit")
    .select("seq")
    .where("command", "=", "packet")
    .where("subject", "=", packetNumber)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
