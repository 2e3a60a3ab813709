import { useCallback, useRef } from "react";
import type { FindingDetail, FindingRow, FindingStatus } from "#shared/contract/schemas.ts";
import { group } from "#shared/money.ts";
import { note, noteError } from "../../app/notify.ts";
import { api, queryClient } from "../../client/api.ts";
import { engine } from "../../client/engine.ts";
import { announce } from "../../parts/announce.tsx";

type Decision = "confirm" | "dismiss" | "undo";

const BECOMES: Record<Decision, FindingStatus> = { confirm: "confirmed", dismiss: "dismissed", undo: "open" };
const DONE: Record<Decision, string> = { confirm: "confirmed", dismiss: "dismissed", undo: "undone" };

interface QueuePage {
  readonly total: number;
  readonly totalCents: number;
  readonly rows: FindingRow[];
}

/** Shows statuses at once wherever these findings are on the screen; returns how they stood. */
function paint(next: ReadonlyMap<string, FindingStatus>): Map<string, FindingStatus> {
  const before = new Map<string, FindingStatus>();
  queryClient.setQueriesData<QueuePage>({ queryKey: api.findings.queue.key() }, (page) => {
    if (!page?.rows.some(({ id }) => next.has(id))) return page;
    const rows = page.rows.map((row) => {
      const status = next.get(row.id);
      if (status === undefined) return row;
      if (!before.has(row.id)) before.set(row.id, row.status);
      return { ...row, status };
    });
    return { ...page, rows };
  });
  queryClient.setQueriesData<FindingDetail>({ queryKey: api.findings.get.key() }, (detail) => {
    const status = detail && next.get(detail.id);
    if (!detail || status === undefined) return detail;
    if (!before.has(detail.id)) before.set(detail.id, detail.status);
    return { ...detail, status };
  });
  return before;
}

/** More than this is quicker to list again than to ask for one by one. */
const FEW = 40;

/** What stood before a decision that was taken back need not have been `open`; only the engine knows. */
async function repaint(ids: readonly string[]): Promise<void> {
  if (ids.length > FEW) {
    await queryClient.invalidateQueries({ queryKey: api.findings.queue.key() });
    return;
  }
  const details = await Promise.all(
    ids.map((id) => queryClient.fetchQuery({ ...api.findings.get.queryOptions({ input: { id } }), staleTime: 0 })),
  );
  paint(new Map(details.map(({ id, status }) => [id, status])));
}

/** Confirms, dismisses and takes back: shown at once, then done, and put back as it was when it could not be done. */
export function useDecisions(recount: () => void) {
  /** What `undo` takes back when nothing that can be undone is chosen; the last decision last. */
  const made = useRef<string[][]>([]);
  /** Whether the last decision was one over many, which `undo` takes back as one. */
  const overMany = useRef(false);
  /** The decision on its way. What it changed is known once the engine has answered. */
  const under = useRef<Promise<void>>(Promise.resolve());

  const carryOut = useCallback(
    async (ids: readonly string[], decision: Decision, reason: string) => {
      const before = paint(new Map(ids.map((id) => [id, BECOMES[decision]])));
      try {
        const { changed } = await engine.findings.decide({ ids: [...ids], decision, reason });
        const untouched = ids.filter((id) => !changed.includes(id) && before.has(id));
        paint(new Map(untouched.map((id) => [id, before.get(id) ?? "open"])));
        if (decision === "undo") {
          const undone = new Set(changed);
          made.current = made.current
            .map((each) => each.filter((id) => !undone.has(id)))
            .filter((each) => each.length > 0);
        } else if (changed.length > 0) made.current.push(changed);
        const many = ids.length > 1;
        const text =
          changed.length === 1 ? `Finding ${DONE[decision]}.` : `${group(changed.length)} findings ${DONE[decision]}.`;
        announce(text);
        if (many) note(text, changed.length < ids.length ? "The others already were." : "Press u to undo.");
        await Promise.all([
          queryClient.invalidateQueries({ queryKey: api.findings.get.key() }),
          queryClient.invalidateQueries({ queryKey: api.findings.board.key() }),
          queryClient.invalidateQueries({ queryKey: api.workspace.status.key() }),
        ]);
        if (decision === "undo") await repaint(changed);
        recount();
      } catch (error) {
        overMany.current = false;
        paint(before);
        noteError("The decision was not stored", error, "Everything is as it was before. Try again.");
      }
    },
    [recount],
  );

  const decide = useCallback(
    (ids: readonly string[], decision: Decision, reason = "") => {
      if (ids.length === 0) return;
      overMany.current = decision !== "undo" && ids.length > 1;
      under.current = carryOut(ids, decision, reason);
    },
    [carryOut],
  );

  const undoLast = useCallback(async () => {
    await under.current;
    const last = made.current.pop();
    if (last) decide(last, "undo");
    else announce("Nothing to undo.");
  }, [decide]);

  return { decide, undoLast, isOverMany: () => overMany.current };
}
