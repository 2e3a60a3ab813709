/** What has a deadline to be warned of, and the warnings that were given. */
import { sql } from "kysely";
import type { IsoDate } from "#shared/week.ts";
import type { Told, Warning } from "../claims/warnings.ts";
import type { ReadHandle, WriteHandle } from "./schema.ts";

/** Invoices with findings that can be claimed and are in no claim: their earliest deadline within some days, and what is at stake in cents. */
export async function unclaimedInvoices(db: ReadHandle, from: IsoDate, to: IsoDate) {
  const rows = await db
    .selectFrom("finding as f")
    .leftJoin("claimItem as i", "i.findingId", "f.id")
    .select(["f.counterparty", "f.station", "f.invoiceNumber"])
    .select([sql<IsoDate>`min(f."deadline")`.as("deadline"), sql<number>`sum(f."amountCents")`.as("cents")])
    .where("i.findingId", "is", null)
    .where("f.status", "in", ["open", "confirmed"])
    .where("f.direction", "in", ["owed", "overcharged"])
    .where("f.amountCents", ">", 0)
    .where("f.deadline", ">=", from)
    .where("f.deadline", "<=", to)
    .where("f.invoiceNumber", "is not", null)
    .groupBy(["f.counterparty", "f.station", "f.invoiceNumber"])
    .orderBy("deadline")
    .orderBy("f.invoiceNumber")
    .orderBy("f.station")
    .execute();
  return rows.flatMap(({ invoiceNumber, ...row }) => (invoiceNumber === null ? [] : [{ ...row, invoiceNumber }]));
}

/** The warnings that were given of deadlines from a day on. */
export async function warningsGiven(db: ReadHandle, from: IsoDate): Promise<Told[]> {
  return db
    .selectFrom("deadlineWarning")
    .select(["subject", "deadline", "days"])
    .where("deadline", ">=", from)
    .execute();
}

/** Remembers that a warning was given. */
export async function keepWarning(db: WriteHandle, { subject, deadline, days }: Warning, at: string): Promise<void> {
  await db.insertInto("deadlineWarning").values({ subject, deadline, days, at }).execute();
}
