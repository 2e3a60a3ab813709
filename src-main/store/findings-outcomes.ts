/** What each check could say of each period. */
import type { CheckCode, DocumentKind } from "#shared/catalogue.ts";
import type { CheckedOutcome } from "../reconcile/run.ts";
import { COMPANY } from "./findings.ts";
import type { ReadHandle, WriteHandle } from "./schema.ts";

/** Stores what each check could say of a period, when it says something else than before. */
export async function storeOutcomes(
  db: WriteHandle,
  station: string,
  period: string,
  outcomes: readonly CheckedOutcome[],
): Promise<void> {
  const rows = outcomes.map((row) => ({
    station,
    period,
    code: row.code,
    outcome: row.outcome,
    missing: JSON.stringify(row.missing),
    why: row.why,
  }));
  const before = await db
    .selectFrom("outcome")
    .selectAll()
    .where("station", "=", station)
    .where("period", "=", period)
    .execute();
  const same =
    before.length === rows.length &&
    rows.every((row) =>
      before.some(
        (old) =>
          old.code === row.code && old.outcome === row.outcome && old.missing === row.missing && old.why === row.why,
      ),
    );
  if (same) return;
  await db.deleteFrom("outcome").where("station", "=", station).where("period", "=", period).execute();
  if (rows.length > 0) await db.insertInto("outcome").values(rows).execute();
}

/** Outcomes, company-wide ones with a null station. */
export async function listOutcomes(
  db: ReadHandle,
  filter: { station?: string | undefined; period?: string | undefined },
) {
  let query = db.selectFrom("outcome").selectAll();
  if (filter.station !== undefined) query = query.where("station", "=", filter.station);
  if (filter.period !== undefined) query = query.where("period", "=", filter.period);
  const rows = await query.orderBy("period").orderBy("station").orderBy("code").execute();
  return rows.map((row) => ({
    station: row.station === COMPANY ? null : row.station,
    period: row.period,
    code: row.code as CheckCode,
    outcome: row.outcome as CheckedOutcome["outcome"],
    missing: JSON.parse(row.missing) as DocumentKind[],
    why: row.why,
  }));
}
