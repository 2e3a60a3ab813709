/** Shows a change of findings at once wherever they are on the screen, before the engine has answered. */
import type { FindingDetail, FindingRow } from "#shared/contract/schemas.ts";
import { api, queryClient } from "../../client/api.ts";

interface QueuePage {
  readonly total: number;
  readonly totalCents: number;
  readonly rows: FindingRow[];
}

/** What of a row can be changed from here. */
export type Change = Partial<Pick<FindingRow, "status" | "assignee" | "claim">>;

/** How rows stood before. */
export type Before = Map<string, Pick<FindingRow, "status" | "assignee" | "claim">>;

/** Paints changes on rows and on the pane; returns how the rows stood. */
export function paint(changeOf: (id: string) => Change | undefined): Before {
  const before: Before = new Map();
  queryClient.setQueriesData<QueuePage>({ queryKey: api.findings.queue.key() }, (page) => {
    if (!page?.rows.some(({ id }) => changeOf(id))) return page;
    const rows = page.rows.map((row) => {
      const change = changeOf(row.id);
      if (!change) return row;
      const { status, assignee, claim } = row;
      if (!before.has(row.id)) before.set(row.id, { status, assignee, claim });
      return { ...row, ...change };
    });
    return { ...page, rows };
  });
  queryClient.setQueriesData<FindingDetail>({ queryKey: api.findings.get.key() }, (detail) => {
    const change = detail && changeOf(detail.id);
    if (!detail || !change) return detail;
    // Which claim it joined, only the engine can say.
    const { status = detail.status, assignee = detail.assignee } = change;
    return { ...detail, status, assignee };
  });
  return before;
}

/** Paints the rows as the engine has them. */
export async function paintAsStored(ids: readonly string[]): Promise<void> {
  const details = await Promise.all(
    ids.map((id) => queryClient.fetchQuery({ ...api.findings.get.queryOptions({ input: { id } }), staleTime: 0 })),
  );
  const stored = new Map(
    details.map(({ id, status, assignee, claim }) => [id, { status, assignee, claim: claim?.number ?? null }]),
  );
  paint((id) => stored.get(id));
}
