/** The road of dropped files through the window: preview, import, check. It lives above the screens, so leaving the Inbox stops nothing. */
import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from "react";
import type { CheckResult, ImportResult, Plan, Progress } from "#shared/contract/schemas.ts";
import { refreshAll } from "../client/api.ts";
import { engine } from "../client/engine.ts";
import { hasCode, isAbort, sentenceOf } from "../client/errors.ts";
import { follow, type LongCommand, startingWith } from "../client/long.ts";
import { beginWork } from "./busy.ts";

export type ImportState =
  | { readonly phase: "idle"; readonly notice?: string }
  | { readonly phase: "reading" | "importing" | "checking"; readonly progress: Progress }
  | { readonly phase: "preview"; readonly plan: Plan }
  | {
      readonly phase: "done";
      readonly imported: ImportResult | null;
      readonly checked: CheckResult | null;
      readonly trouble?: string;
    }
  | { readonly phase: "failed"; readonly title: string; readonly happened: string; readonly kept: string };

interface Imports {
  readonly state: ImportState;
  /** Files that were dropped while others were in hand; they are read afterwards. */
  readonly waiting: number;
  readonly add: (tokens: readonly string[]) => void;
  readonly importAll: () => void;
  readonly checkNow: () => void;
  readonly cancel: () => void;
  readonly discard: () => void;
  readonly clear: () => void;
}

const Context = createContext<Imports | null>(null);

/** The import in hand. */
export function useImports(): Imports {
  const imports = useContext(Context);
  if (!imports) throw new Error("useImports needs ImportProvider");
  return imports;
}

const NOTHING_STORED = "Nothing was stored. What was in the workspace before is unchanged.";

/** Holds the import in hand for everything below it. */
export function ImportProvider({ children }: { readonly children: ReactNode }) {
  const [state, setState] = useState<ImportState>({ phase: "idle" });
  const [waiting, setWaiting] = useState(0);
  const queue = useRef<string[]>([]);
  const abort = useRef<AbortController | null>(null);

  /** Runs one long command; undefined when it was cancelled or failed, which it has then said. */
  const run = useCallback(
    async <T,>(phase: "reading" | "importing" | "checking", stage: string, start: LongCommand<T>) => {
      const controller = new AbortController();
      abort.current = controller;
      const over = beginWork();
      setState({ phase, progress: startingWith(stage) });
      try {
        return await follow(start, controller.signal, (progress) => setState({ phase, progress }));
      } catch (error) {
        if (phase === "checking") throw error;
        setState(
          isAbort(error, controller.signal)
            ? { phase: "idle", notice: `Cancelled. ${NOTHING_STORED}` }
            : { phase: "failed", ...failure(phase, error) },
        );
        return undefined;
      } finally {
        over();
        if (abort.current === controller) abort.current = null;
      }
    },
    [],
  );

  const read = useCallback(
    async (tokens: readonly string[]) => {
      const plan = await run<Plan>("reading", "Reading", (options) =>
        engine.documents.plan({ files: [...tokens] }, options),
      );
      if (plan) setState({ phase: "preview", plan });
    },
    [run],
  );

  const readWaiting = useCallback(async () => {
    const tokens = queue.current.splice(0);
    setWaiting(0);
    if (tokens.length > 0) await read(tokens);
  }, [read]);

  const check = useCallback(
    async (imported: ImportResult | null) => {
      try {
        const checked = await run<CheckResult>("checking", "Checking", (options) => engine.findings.check({}, options));
        setState({ phase: "done", imported, checked: checked ?? null });
      } catch (error) {
        setState({ phase: "done", imported, checked: null, trouble: sentenceOf(error) });
      }
      await refreshAll();
    },
    [run],
  );

  const imports = useMemo<Imports>(() => {
    const busy = state.phase === "reading" || state.phase === "importing" || state.phase === "checking";
    const plan = state.phase === "preview" ? state.plan : null;
    const forget = () => {
      // A plan that is not forgotten now is forgotten with the engine; failing to say so changes nothing.
      if (plan) engine.documents.discard({ planId: plan.planId }).catch(() => undefined);
    };
    return {
      state,
      waiting,
      add: (tokens) => {
        if (tokens.length === 0) return;
        if (!busy && !plan) {
          void read(tokens);
          return;
        }
        queue.current.push(...tokens);
        setWaiting(queue.current.length);
      },
      importAll: () => {
        if (!plan?.files.some((file) => file.state === "ready")) return;
        void (async () => {
          const imported = await run<ImportResult>("importing", "Importing", (options) =>
            engine.documents.commit({ planId: plan.planId, hash: plan.hash }, options),
          );
          if (!imported) return;
          await check(imported);
          await readWaiting();
        })();
      },
      checkNow: () => {
        if (!busy && !plan) void check(null);
      },
      cancel: () => abort.current?.abort(),
      discard: () => {
        forget();
        setState({ phase: "idle" });
        void readWaiting();
      },
      clear: () => setState({ phase: "idle" }),
    };
  }, [state, waiting, read, readWaiting, run, check]);

  return <Context value={imports}>{children}</Context>;
}

function failure(phase: "reading" | "importing", error: unknown): { title: string; happened: string; kept: string } {
  if (hasCode(error, "STALE_PLAN"))
    return {
      title: "The preview is out of date",
      happened: "The workspace changed after this preview was made.",
      kept: `${NOTHING_STORED} Drop the files again to see a fresh preview.`,
    };
  return {
    title: phase === "reading" ? "The files could not be read" : "The import stopped",
    happened: sentenceOf(error),
    kept: `${NOTHING_STORED} Drop the files again; what is already there will be recognized.`,
  };
}
