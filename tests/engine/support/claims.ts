/** Workspaces with findings to claim, and what is done with claims in tests. */
import type { Bench } from "../../support/engine.ts";

/** A finding in plain words; what is left out is Amazon's at DXA4, confirmed and with a deadline of August 22. */
export interface PutFinding {
  readonly id: string;
  readonly code?: string;
  readonly station?: string | null;
  readonly period?: string;
  readonly direction?: string;
  readonly status?: string;
  readonly cents: number | null;
  readonly counterparty?: string | null;
  readonly invoice?: string | null;
  readonly deadline?: string | null;
}

/** Puts findings into the store as a check would have left them. */
export async function putFindings(bench: Bench, ...findings: readonly PutFinding[]): Promise<string[]> {
  const { store } = bench.engine.session.workspace;
  const evidence = JSON.stringify([{ document: "week.csv", sha256: "0".repeat(64), sheet: null, row: 2, cells: {} }]);
  const side = { title: "Amazon paid", columns: [], rows: [], marked: [] };
  const sides = JSON.stringify([side, side]);
  const told = { sentence: "A sentence.", formula: "1 = 1", sides, notes: "[]", explains: "[]", evidence };
  await store.write(async (db) => {
    for (const { id, cents, invoice = "INV-HLN4-0000000614", ...more } of findings) {
      await db
        .insertInto("finding")
        .values({
          ...{ code: "A01", station: "DXA4", period: "2026-08-02", direction: "owed", status: "confirmed" },
          ...{ counterparty: "Amazon", deadline: "2026-08-22", estimated: 0, reopened: 0, ...told, ...more },
          ...{ id, subject: id, subjectLabel: `Subject ${id}`, amountCents: cents, invoiceNumber: invoice },
        })
        .execute();
    }
  });
  return findings.map(({ id }) => id);
}

/** Changes a finding as a later check would: its amount, or that it is gone. */
export async function recheck(
  bench: Bench,
  id: string,
  to: { status?: string; amountCents?: number; direction?: string; counterparty?: string },
): Promise<void> {
  await bench.engine.session.workspace.store.write((db) =>
    db.updateTable("finding").set(to).where("id", "=", id).execute(),
  );
}

/** Confirmed findings of one invoice that come to these amounts, in a draft. Returns its number. */
export async function draftOf(bench: Bench, ...cents: readonly number[]): Promise<number> {
  const ids = await putFindings(bench, ...cents.map((each, index) => ({ id: `f${index + 1}`, cents: each })));
  const { claims } = await bench.client.claims.join({ ids });
  return claims[0]?.number ?? 0;
}

/** All claims, by number. */
export async function allClaims(bench: Bench) {
  const all = { filter: {}, sort: "number" as const, descending: false, offset: 0, limit: 1000 };
  return bench.client.claims.list(all);
}

/** The audit trail as command and subject, without what imports and checks wrote. */
export async function trail(bench: Bench): Promise<string[]> {
  const rows = await bench.engine.session.workspace.store.read((db) =>
    db.selectFrom("audit").select(["command", "subject", "actor"]).orderBy("seq").execute(),
  );
  return rows.map(({ command, subject, actor }) => `${command} ${subject} ${actor}`);
}
