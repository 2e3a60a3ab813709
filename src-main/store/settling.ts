/** Which stored rows count. Settled anew for the scopes an import or its taking back touches, a few at a time. */
import { sql } from "kysely";
import { currentRows, type ScopeRow, versionOf } from "../documents/current-rows.ts";
import type { FactType } from "../documents/facts.ts";
import type { ReadHandle, WriteHandle } from "./schema.ts";

const SCOPES_AT_ONCE = 500;
const IDS_AT_ONCE = 1_000;

/** Scopes by the type of their rows. */
export type TouchedScopes = ReadonlyMap<FactType, ReadonlySet<string>>;

interface Candidate extends ScopeRow {
  readonly id: number;
  readonly scope: string;
  readonly current: number;
  readonly documentId: number;
}

/**
 * Decides anew which rows of some scopes count, and returns the ids of the documents of which rows began or ceased to count. `between` is
 * awaited before each few scopes; what it throws goes through.
 */
export async function settle(
  db: WriteHandle,
  touched: TouchedScopes,
  between: () => Promise<void> = () => Promise.resolve(),
): Promise<Set<number>> {
  const affected = new Set<number>();
  for (const [type, scopes] of touched) {
    const names = [...scopes];
    for (let start = 0; start < names.length; start += SCOPES_AT_ONCE) {
      await between();
      const contested = await contestedScopes(db, type, names.slice(start, start + SCOPES_AT_ONCE));
      if (contested.length === 0) continue;
      const changed = { 0: [] as number[], 1: [] as number[] };
      for (const [scope, rows] of Map.groupBy(await candidates(db, type, contested), (row) => row.scope)) {
        const counting = currentRows(scope, rows);
        for (const row of rows) {
          const current = counting.has(row) ? 1 : 0;
          if (current === row.current) continue;
          changed[current].push(row.id);
          affected.add(row.documentId);
        }
      }
      await setCurrent(db, type, 0, changed[0]);
      await setCurrent(db, type, 1, changed[1]);
    }
  }
  return affected;
}

/** Of some scopes those with rows of more than one sheet, or with a row that does not count: only they need settling. */
export async function contestedScopes(db: ReadHandle, type: FactType, scopes: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ scope: string }>`
    select "scope" from ${sql.table(type)} where "scope" in (${sql.join(scopes)})
    group by "scope" having min("sheetId") <> max("sheetId") or min("current") = 0`.execute(db as WriteHandle);
  return rows.map((row) => row.scope);
}

async function candidates(db: ReadHandle, type: FactType, scopes: readonly string[]): Promise<Candidate[]> {
  const { rows } = await sql<Omit<Candidate, "version"> & { asOf: string; sha256: string }>`
    select f."id", f."scope", f."key", f."day", f."current", s."documentId", d."asOf", d."sha256"
    from ${sql.table(type)} f
    join "documentSheet" s on s."id" = f."sheetId" join "document" d on d."id" = s."documentId"
    where f."scope" in (${sql.join(scopes)})`.execute(db as WriteHandle);
  return rows.map(({ asOf, sha256, ...row }) => ({ ...row, version: versionOf(asOf, sha256) }));
}

async function setCurrent(db: WriteHandle, type: FactType, value: 0 | 1, ids: readonly number[]): Promise<void> {
  for (let start = 0; start < ids.length; start += IDS_AT_ONCE) {
    await sql`update ${sql.table(type)} set "current" = ${value}
      where "id" in (${sql.join(ids.slice(start, start + IDS_AT_ONCE))})`.execute(db);
  }
}
