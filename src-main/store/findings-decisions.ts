/** Decisions on findings: what they need to know, and how they are kept. Thousands at once cost a few statements. */
import { sql } from "kysely";
import type { FindingStatus } from "#shared/contract/schemas.ts";
import type { Stamp } from "./profiles.ts";
import type { ReadHandle, WriteHandle } from "./schema.ts";

/** What a decision looks at. Money in cents. */
export interface Decidable {
  readonly id: string;
  readonly status: FindingStatus;
  readonly amountCents: number | null;
}

/** Ids as a list of a query: thousands of them are one parameter. */
const listed = (ids: readonly string[]) => sql`(select "value" from json_each(${JSON.stringify(ids)}))`;

/** The findings of some ids that are there, in the order of the ids. */
export async function decidable(db: ReadHandle, ids: readonly string[]): Promise<Decidable[]> {
  const { rows } =
    await sql<Decidable>`select "id", "status", "amountCents" from "finding" where "id" in ${listed(ids)}`.execute(db);
  const known = new Map(rows.map((row) => [row.id, row]));
  return [...new Set(ids)].flatMap((id) => known.get(id) ?? []);
}

/**
 * What each of some findings was before the decision that was made last and not yet taken back. One without such a decision is left out. A
 * dismissal of another amount does not come back: the finding is open then.
 */
export async function statusesBefore(db: ReadHandle, ids: readonly string[]): Promise<Map<string, FindingStatus>> {
  const { rows } = await sql<{ findingId: string; action: string; statusBefore: FindingStatus | null }>`
    select "findingId", "action", "statusBefore" from "findingEvent" where "findingId" in ${listed(ids)} order by "id"`.execute(
    db,
  );
  const decisions = new Map<string, FindingStatus[]>();
  for (const { findingId, action, statusBefore } of rows) {
    const stack = decisions.get(findingId) ?? [];
    decisions.set(findingId, stack);
    if (action === "confirmed" || action === "dismissed") stack.push(statusBefore ?? "open");
    else if (action === "undone") stack.pop();
    else if (action === "changed")
      decisions.set(
        findingId,
        stack.map((was) => (was === "dismissed" ? "open" : was)),
      );
    else if (action === "reopened" || action === "cleared") stack.length = 0;
  }
  return new Map(
    [...decisions].flatMap(([id, stack]) => {
      const last = stack.at(-1);
      return last === undefined ? [] : [[id, last]];
    }),
  );
}

/** Keeps decisions that lead to the same status, each with an entry in its finding's history. */
export async function storeDecisions(
  db: WriteHandle,
  ids: readonly string[],
  decided: { status: FindingStatus; action: "confirmed" | "dismissed" | "undone"; reason: string },
  { at, actor }: Stamp,
): Promise<void> {
  const { status, action, reason } = decided;
  // First the history: it says what the status was.
  await sql`
    insert into "findingEvent" ("findingId", "at", "actor", "action", "reason", "amountCents", "statusBefore")
    select "id", ${at}, ${actor}, ${action}, ${reason}, "amountCents", "status" from "finding" where "id" in ${listed(ids)}`.execute(
    db,
  );
  await sql`update "finding" set "status" = ${status}, "reopened" = 0 where "id" in ${listed(ids)}`.execute(db);
}
