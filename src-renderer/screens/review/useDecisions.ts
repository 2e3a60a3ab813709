import { useCallback, useRef, useState } from "react";
import type { FindingStatus } from "#shared/contract/schemas.ts";
import { group } from "#shared/money.ts";
import { beginWork } from "../../app/busy.ts";
import { noteError } from "../../app/notify.ts";
import { api, queryClient } from "../../client/api.ts";
import { engine } from "../../client/engine.ts";
import { sentenceOf } from "../../client/errors.ts";
import { announce } from "../../parts/announce.tsx";
import { plural } from "../../parts/plural.ts";
import { type Outcome, Outcomes } from "./outcome.ts";
import { paint, paintAsStored } from "./paint.ts";
import { listAgain } from "./useQueue.ts";
import type { Selection } from "./useSelection.ts";

export type Decision = "confirm" | "dismiss" | "undo";

const BECOMES: Record<Decision, FindingStatus> = { confirm: "confirmed", dismiss: "dismissed", undo: "open" };
const DONE: Record<Decision, string> = { confirm: "confirmed", dismiss: "dismissed", undo: "undone" };

/** The most one command takes. */
const MOST = 5000;
/** More than this is quicker to list again than to ask for one by one. */
const FEW = 40;

/** What `undo` takes back, as one. */
type Made =
  | { readonly kind: "decision"; readonly ids: readonly string[] }
  | { readonly kind: "assignment"; readonly before: ReadonlyMap<string, string | null> };

/** Something that is being done to many findings. */
export interface Work {
  readonly title: string;
  readonly done: number;
  readonly total: number;
}

/** Confirms, dismisses, assigns and takes back: shown at once, then done, and put back as it was where it could not be done. */
export function useDecisions(recount: () => void) {
  /** The last one last. */
  const made = useRef<Made[]>([]);
  /** Whether the last decision was one over many, which `undo` takes back as one. */
  const overMany = useRef(false);
  /** What is on its way: what it changed is known once the engine has answered. */
  const under = useRef<Promise<void>>(Promise.resolve());
  const [work, setWork] = useState<Work | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const abort = useRef<AbortController | null>(null);

  /** Sends ids in pieces of what one command takes. Stops between two pieces when asked to; what was done stays done. */
  const inPieces = useCallback(
    async (ids: readonly string[], title: string, send: (piece: string[]) => Promise<void>): Promise<number> => {
      if (ids.length <= MOST) {
        await send([...ids]);
        return ids.length;
      }
      const controller = new AbortController();
      abort.current = controller;
      const over = beginWork();
      let done = 0;
      try {
        for (; done < ids.length && !controller.signal.aborted; done += MOST) {
          setWork({ title, done, total: ids.length });
          await send(ids.slice(done, done + MOST));
        }
        return Math.min(done, ids.length);
      } finally {
        over();
        setWork(null);
      }
    },
    [],
  );

  const settle = useCallback(
    async (ids: readonly string[]) => {
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: api.findings.get.key() }),
        queryClient.invalidateQueries({ queryKey: api.findings.board.key() }),
        queryClient.invalidateQueries({ queryKey: api.workspace.status.key() }),
        queryClient.invalidateQueries({ queryKey: api.claims.key() }),
      ]);
      // What stood before a decision, and which claim was joined, only the engine knows.
      if (ids.length <= FEW) await paintAsStored(ids);
      recount();
    },
    [recount],
  );

  const carryOut = useCallback(
    async (ids: readonly string[], decision: Decision, reason: string, many: boolean) => {
      const wanted = new Set(ids);
      const before = paint((id) => (wanted.has(id) ? { status: BECOMES[decision] } : undefined));
      const gathered = new Outcomes(DONE[decision]);
      let trouble: unknown;
      let sent = 0;
      try {
        sent = await inPieces(ids, `${group(ids.length)} findings`, async (piece) => {
          gathered.add(await engine.findings.decide({ ids: piece, decision, reason }));
        });
      } catch (error) {
        trouble = error;
        overMany.current = false;
      }
      const { changed } = gathered;
      paint((id) => (wanted.has(id) && !changed.has(id) ? before.get(id) : undefined));
      if (decision === "undo") {
        made.current = made.current.flatMap((each): Made[] => {
          if (each.kind !== "decision") return [each];
          const left = each.ids.filter((id) => !changed.has(id));
          return left.length > 0 ? [{ kind: "decision", ids: left }] : [];
        });
      } else if (changed.size > 0) made.current.push({ kind: "decision", ids: [...changed] });
      else overMany.current = many;
      if (trouble !== undefined) {
        const kept =
          changed.size === 0
            ? "Everything is as it was before. Try again."
            : `${plural(changed.size, "finding was", "findings were")} ${DONE[decision]} before that and stay so; the others are as they were.`;
        setOutcome(null);
        noteError("The decision was not stored", trouble, kept);
      } else {
        const result = gathered.result(ids.length, ids.length - sent);
        setOutcome(result);
        announce(result.text);
      }
      if (decision === "undo" && changed.size > FEW) await listAgain();
      await settle([...changed]);
    },
    [inPieces, settle],
  );

  const decide = useCallback(
    (ids: readonly string[], decision: Decision, reason = "") => {
      if (ids.length === 0) return;
      const many = overMany.current;
      overMany.current = decision !== "undo" && ids.length > 1;
      // One that changes nothing is none that could be taken back.
      under.current = carryOut(ids, decision, reason, many).catch((error: unknown) => announce(sentenceOf(error)));
    },
    [carryOut],
  );

  const sendAssignment = useCallback(
    async (before: ReadonlyMap<string, string | null>, toOf: (id: string) => string | null, text: string) => {
      paint((id) => (before.has(id) ? { assignee: toOf(id) } : undefined));
      const changed: string[] = [];
      const targets = Map.groupBy(before.keys(), toOf);
      try {
        for (const [to, ids] of targets)
          await inPieces(ids, "Assigning", async (piece) => {
            changed.push(...(await engine.findings.assign({ ids: piece, to })).changed);
          });
        setOutcome({ text, claims: [], left: [], undo: true, many: before.size > 1 });
        announce(text);
      } catch (error) {
        const done = new Set(changed);
        made.current = made.current.filter((each) => each.kind !== "assignment" || each.before !== before);
        paint((id) => (before.has(id) && !done.has(id) ? { assignee: before.get(id) ?? null } : undefined));
        noteError("The assignment was not stored", error, "What was not stored is as it was before. Try again.");
      }
      await queryClient.invalidateQueries({ queryKey: api.findings.get.key() });
      recount();
    },
    [inPieces, recount],
  );

  const assign = useCallback(
    (selection: Selection, to: string | null) => {
      const before = new Map([...selection].map(([id, { assignee }]) => [id, assignee]));
      if (before.size === 0) return;
      made.current.push({ kind: "assignment", before });
      overMany.current = before.size > 1;
      const text = `${plural(before.size, "finding", "findings")} ${to === null ? "assigned to nobody" : `assigned to ${to}`}.`;
      under.current = sendAssignment(before, () => to, text);
    },
    [sendAssignment],
  );

  const undoLast = useCallback(async () => {
    await under.current;
    const last = made.current.pop();
    if (!last) announce("Nothing to undo.");
    else if (last.kind === "decision") decide(last.ids, "undo");
    else {
      const text = `${plural(last.before.size, "assignment", "assignments")} taken back.`;
      under.current = sendAssignment(last.before, (id) => last.before.get(id) ?? null, text);
    }
  }, [decide, sendAssignment]);

  return {
    decide,
    assign,
    undoLast,
    /** Whether `undo` means what was done last rather than the decision on the finding in hand: it was over many, or gave it to somebody. */
    undoesLast: (id: string | undefined) => {
      const last = made.current.at(-1);
      return overMany.current || (id !== undefined && last?.kind === "assignment" && last.before.has(id));
    },
    /** Resolves once nothing is on its way: until then the engine may list what stood before. */
    settled: () => under.current,
    work,
    stop: () => abort.current?.abort(),
    outcome,
    clearOutcome: useCallback(() => setOutcome(null), []),
  };
}
