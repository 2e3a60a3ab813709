/** Rows of documents that payments of claims rest on, and what else may say their money once more. */
import { sql } from "kysely";
import type { PaymentRow } from "../claims/claim.ts";
import type { Said } from "../claims/said-already.ts";
import type { ReadHandle, WriteHandle } from "./schema.ts";

/** The stable name of a row of a document. */
export function rowKey({ sha256, sheet, row }: PaymentRow): string {
  return `${sha256}:${row}:${sheet ?? ""}`;
}

/** The rows that payments of any claim rest on already, with the claim. */
export async function takenRows(db: ReadHandle): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom("claimPayment")
    .select(["claimNumber", "sourceSha256", "sourceSheet", "sourceRow"])
    .where("sourceSha256", "is not", null)
    .execute();
  return new Map(
    rows.flatMap(({ claimNumber, sourceSha256: sha256, sourceSheet: sheet, sourceRow: row }) =>
      sha256 === null || row === null ? [] : [[rowKey({ sha256, sheet, row }), claimNumber] as const],
    ),
  );
}

/** What has money, by the sort of row it is. */
export const MONEY_TYPES = ["payment", "leaseLine", "bankLine", "invoiceLine", "incentiveLine", "fleetLine"] as const;

/** From a row to its sheet and document. */
export const JOINS = sql`join "documentSheet" s on s."id" = f."sheetId" join "document" d on d."id" = s."documentId"`;

/**
 * The identities of the rows that payments rest on, with the payment: a later file says the same row again in its own place, and it is still
 * the same money. Rows of documents that were taken back are not among them.
 */
export async function takenIdentities(db: ReadHandle): Promise<Map<string, number>> {
  const taken = new Map<string, number>();
  for (const type of MONEY_TYPES) {
    const { rows } = await sql<{ identity: string; payment: number }>`
      select ${type} || '|' || f."scope" || '|' || f."key" as "identity", p."id" as "payment"
      from "claimPayment" p join "document" d on d."sha256" = p."sourceSha256"
      join "documentSheet" s on s."documentId" = d."id" and s."sheet" is p."sourceSheet"
      join ${sql.table(type)} f on f."sheetId" = s."id" and f."row" = p."sourceRow"`.execute(db as WriteHandle);
    for (const { identity, payment } of rows) taken.set(identity, payment);
  }
  return taken;
}

/** The claim that a row of a document was recorded for, in whatever file it stood; undefined where for none. */
export async function claimTaking(db: ReadHandle, row: PaymentRow): Promise<number | undefined> {
  const taken = (await takenRows(db)).get(rowKey(row));
  if (taken !== undefined) return taken;
  const resting = await takenIdentities(db);
  for (const type of MONEY_TYPES) {
    const { rows } = await sql<{ identity: string }>`
      select ${type} || '|' || f."scope" || '|' || f."key" as "identity" from ${sql.table(type)} f ${JOINS}
      where d."sha256" = ${row.sha256} and s."sheet" is ${row.sheet} and f."row" = ${row.row}`.execute(
      db as WriteHandle,
    );
    for (const { identity } of rows) {
      const payment = resting.get(identity);
      if (payment !== undefined) return claimOfPayment(db, payment);
    }
  }
  return undefined;
}

async function claimOfPayment(db: ReadHandle, id: number): Promise<number | undefined> {
  const found = await db.selectFrom("claimPayment").select("claimNumber").where("id", "=", id).executeTakeFirst();
  return found?.claimNumber;
}

/**
 * Payments that rows of documents may say once more in other words: those whose document was taken back, and money that is known from
 * elsewhere than the bank. `resting`: the payments that rest on a row that is here, by its identity.
 */
export async function paymentsSaid(db: ReadHandle, resting: ReadonlyMap<string, number>): Promise<Said> {
  const here = new Set(resting.values());
  const banked = new Set(
    [...resting].flatMap(([identity, payment]) => (identity.startsWith("bankLine|") ? [payment] : [])),
  );
  const payments = await db
    .selectFrom("claimPayment")
    .select(["id", "kind", "receivedOn", "cents", "sourceSha256"])
    .orderBy("id")
    .execute();
  return {
    lost: payments.filter(({ id, sourceSha256 }) => sourceSha256 !== null && !here.has(id)),
    unbanked: payments.filter(({ id, kind }) => kind === "paid" && !banked.has(id)),
  };
}

/** Day and amount of payments that rest on no row that is here, by claim: recorded by hand, or from a document that was taken back. */
export async function paymentsByHand(db: ReadHandle, resting: ReadonlySet<number>) {
  const payments = await db.selectFrom("claimPayment").select(["id", "claimNumber", "receivedOn", "cents"]).execute();
  return Map.groupBy(
    payments.filter(({ id }) => !resting.has(id)),
    ({ claimNumber }) => claimNumber,
  );
}
