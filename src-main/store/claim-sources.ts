/** Rows of documents with money that payments of claims may rest on. */
import { sql } from "kysely";
import type { PaymentRow } from "../claims/claim.ts";
import { ADJUSTING, type MoneyRow } from "../claims/money-rows.ts";
import { JOINS, type MONEY_TYPES, rowKey } from "./claim-taken.ts";
import type { ReadHandle, WriteHandle } from "./schema.ts";

/** Documents by the SHA-256 of their bytes. */
export async function documentsNamed(db: ReadHandle, hashes: readonly string[]) {
  if (hashes.length === 0) return new Map<string, { id: number; name: string }>();
  const rows = await db
    .selectFrom("document")
    .select(["id", "name", "sha256"])
    .where("sha256", "in", [...new Set(hashes)])
    .execute();
  return new Map(rows.map(({ sha256, id, name }) => [sha256, { id, name }]));
}

/** A row with money, and where it stands. */
export interface SourcedRow extends MoneyRow {
  /** The same in every file that says it. */
  readonly identities: readonly string[];
  readonly source: PaymentRow & { readonly document: string; readonly documentId: number };
}

interface Found extends Omit<MoneyRow, "key" | "vins" | "from"> {
  readonly identity: string;
  readonly vin: string;
  readonly sha256: string;
  readonly sheet: string | null;
  readonly row: number;
  readonly document: string;
  readonly documentId: number;
}

const placeOf = (type: (typeof MONEY_TYPES)[number]) =>
  sql`${type} || '|' || f."scope" || '|' || f."key" as "identity", d."sha256", s."sheet", f."row", d."name" as "document", d."id" as "documentId"`;

/** Amazon's three sorts of invoices: their heads and their lines. */
const INVOICES = [
  ["invoice", "invoiceLine"],
  ["incentiveInvoice", "incentiveLine"],
  ["fleetInvoice", "fleetLine"],
] as const;

/** Rows of documents that count, of money that came to us on a day or later. Several parts of one row are added up. */
export async function moneyRows(db: ReadHandle, from: string): Promise<SourcedRow[]> {
  const run = async (kind: MoneyRow["from"], query: ReturnType<typeof sql<Found>>) =>
    byRow(kind, (await query.execute(db as WriteHandle)).rows);
  const found = [
    await run(
      "payment",
      sql<Found>`select ${placeOf("payment")}, f."paidOn" as "day", f."amountCents" as "cents", 'Amazon' as "party", null as "station",
        f."paymentNumber" as "number", f."invoiceNumber" as "names", '' as "vin", '' as "text"
        from "payment" f ${JOINS} where f."current" = 1 and f."amountCents" > 0 and f."day" >= ${from} order by f."id"`,
    ),
    await run(
      "lease credit",
      sql<Found>`select ${placeOf("leaseLine")}, f."issuedOn" as "day", -(f."amountCents" + f."taxCents") as "cents", f."provider" as "party", null as "station",
        f."invoiceNumber" as "number", f."referenceInvoice" as "names", f."vin", f."description" as "text"
        from "leaseLine" f ${JOINS} where f."current" = 1 and f."amountCents" < 0 and f."issuedOn" >= ${from} order by f."id"`,
    ),
    await run(
      "bank line",
      sql<Found>`select ${placeOf("bankLine")}, f."date" as "day", f."amountCents" as "cents", '' as "party", null as "station",
        '' as "number", '' as "names", '' as "vin", f."description" as "text"
        from "bankLine" f ${JOINS} where f."current" = 1 and f."amountCents" > 0 and f."day" >= ${from} order by f."id"`,
    ),
  ];
  for (const [head, line] of INVOICES) {
    // Hundreds of thousands of ordinary lines are left out at once: only one that sets something right, or that carries a number, can be for a claim.
    const words = sql.join(
      ADJUSTING.map((word) => sql`f."section" || ' ' || f."description" like ${`%${word}%`}`),
      sql` or `,
    );
    const lines = sql<Found>`select ${placeOf(line)}, h."issuedOn" as "day", f."amountCents" as "cents", 'Amazon' as "party", f."station",
        f."invoiceNumber" as "number", '' as "names", '' as "vin", trim(f."section" || ': ' || f."description", ': ') as "text"
        from ${sql.table(line)} f join ${sql.table(head)} h on h."scope" = f."scope" and h."current" = 1 and h."issuedOn" >= ${from} ${JOINS}
        where f."current" = 1 and f."amountCents" > 0 and (f."description" glob '*[0-9][0-9][0-9][0-9]*' or ${words}) order by f."id"`;
    found.push(await run("invoice line", lines));
  }
  return found.flat();
}

function byRow(from: MoneyRow["from"], rows: readonly Found[]): SourcedRow[] {
  const groups = new Map<string, SourcedRow>();
  for (const { sha256, sheet, row, document, documentId, identity, vin, cents, ...rest } of rows) {
    const source = { sha256, sheet, row, document, documentId };
    const key = rowKey(source);
    const before = groups.get(key);
    const vins = [...(before?.vins ?? []), ...(vin === "" ? [] : [vin])];
    const identities = [...(before?.identities ?? []), identity];
    groups.set(key, { ...rest, from, key, vins, identities, source, cents: cents + (before?.cents ?? 0) });
  }
  return [...groups.values()].filter(({ cents }) => cents > 0);
}
