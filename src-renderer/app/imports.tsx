/** The road of dropped files through the window: preview, import, check. It lives above the screens, so leaving the Inbox stops nothing. */
import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from "react";
import type { CheckResult, ImportResult, Plan, Progress } from "#shared/contract/schemas.ts";
import { refreshAll } from "../client/api.ts";
import { engine, engineState } from "../client/engine.ts";
import { isEngineGone, isPlainRefusal, sentenceOf } from "../client/errors.ts";
import { follow, type LongCommand, startingWith } from "../client/long.ts";
import { announce } from "../parts/announce.tsx";
import { beginWork } from "./busy.ts";
import { Cancelled, interruption, NOTHING_STORED, refusal, soFar, unread } from "./failures.ts";
import { importedFrom, isStored } from "./stored.ts";

type Phase = "reading" | "importing" | "checking";

export type ImportState =
  | { readonly phase: "idle"; readonly notice?: string }
  | {
      readonly phase: Phase;
      readonly progress: Progress;
      /** While files are read: the names of those that were come to so far, the last of which is being read. */
      readonly names: readonly string[];
    }
  | { readonly phase: "preview"; readonly plan: Plan }
  | {
      readonly phase: "done";
      readonly imported: ImportResult | null;
      readonly checked: CheckResult | null;
      /** What has to be said of an import that did not go its usual way. */
      readonly notice?: string | undefined;
      /** How far a check came that was cancelled. */
      readonly cancelled?: string;
      readonly trouble?: string;
    }
  | { readonly phase: "failed"; readonly title: string; readonly happened: string; readonly kept: string };

interface Imports {
  readonly state: ImportState;
  /** Files that were dropped while others were in hand; they are read afterwards. */
  readonly waiting: number;
  readonly add: (tokens: readonly string[]) => void;
  /** Shows a preview that was made anew in the place of the one that is shown. */
  readonly showPlan: (plan: Plan) => void;
  readonly importAll: () => void;
  readonly checkNow: () => void;
  /** Checks without having been asked, where nothing else is in hand. */
  readonly checkByItself: () => void;
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

/** The stage of the engine that goes through the files one by one. */
const READING = "Reading";

/** A check that has taken the engine down this often in a row is not started by itself again. */
const PATIENCE = 2;

/** After a cancel the engine still finishes the period it is at. */
const LAST_PERIOD = 1000;

/** Holds the import in hand for everything below it. */
export function ImportProvider({ children }: { readonly children: ReactNode }) {
  const [state, setState] = useState<ImportState>({ phase: "idle" });
  const [waiting, setWaiting] = useState(0);
  const queue = useRef<string[]>([]);
  const abort = useRef<AbortController | null>(null);
  const working = useRef(false);
  /** Which workspace's turn it is: what another one's work comes to is not shown any more. */
  const turn = useRef(0);
  const falls = useRef(0);

  /** Does one piece of work at a time; false when another one is under way. */
  const alone = useCallback(async (work: () => Promise<void>): Promise<boolean> => {
    if (working.current) return false;
    working.current = true;
    const over = beginWork();
    try {
      await work();
    } finally {
      over();
      working.current = false;
    }
    return true;
  }, []);

  /** Runs one long command. Rejects with `Cancelled` when the person wanted so, otherwise with what went wrong. */
  const run = useCallback(async <T,>(phase: Phase, stage: string, start: LongCommand<T>): Promise<T> => {
    const controller = new AbortController();
    abort.current = controller;
    let last = startingWith(stage);
    const names: string[] = [];
    const paint = (progress: Progress) => setState({ phase, progress, names: Array.from(names, (name) => name ?? "") });
    paint(last);
    try {
      return await follow(start, controller.signal, paint, (progress) => {
        last = progress;
        if (progress.stage === READING && progress.detail !== "") names[progress.done] = progress.detail;
      });
    } catch (error) {
      // Who cancels while the engine dies has not cancelled.
      throw controller.signal.aborted && engineState() === "ready" ? new Cancelled(last) : error;
    } finally {
      if (abort.current === controller) abort.current = null;
    }
  }, []);

  const read = useCallback(
    async (tokens: readonly string[]) => {
      try {
        const plan = await run<Plan>("reading", READING, (options) =>
          engine.documents.plan({ files: [...tokens] }, options),
        );
        setState({ phase: "preview", plan });
        announce("The files are read. The preview is ready.");
      } catch (error) {
        setState(
          error instanceof Cancelled
            ? { phase: "idle", notice: `Cancelled. ${NOTHING_STORED}` }
            : { phase: "failed", ...unread(error) },
        );
      }
    },
    [run],
  );

  const readWaiting = useCallback(async () => {
    const tokens = queue.current.splice(0);
    setWaiting(0);
    if (tokens.length > 0) await alone(() => read(tokens));
  }, [alone, read]);

  const check = useCallback(
    async (imported: ImportResult | null, notice?: string) => {
      const mine = turn.current;
      const end = (next: ImportState) => {
        if (mine === turn.current) setState(next);
      };
      try {
        const checked = await run<CheckResult>("checking", "Checking", (options) => engine.findings.check({}, options));
        falls.current = 0;
        end({ phase: "done", imported, checked, notice });
      } catch (error) {
        if (error instanceof Cancelled) {
          const cancelled = soFar(error.progress);
          announce(cancelled);
          end({ phase: "done", imported, checked: null, notice, cancelled });
          setTimeout(() => void refreshAll(), LAST_PERIOD);
        } else {
          if (isEngineGone(error)) falls.current += 1;
          end({ phase: "done", imported, checked: null, notice, trouble: sentenceOf(error) });
        }
      }
      void refreshAll();
    },
    [run],
  );

  /** Stores a plan and checks what it touches. However the storing ends, what is said of it is what the workspace holds. */
  const store = useCallback(
    async (plan: Plan) => {
      const mine = turn.current;
      const end = (next: ImportState) => {
        if (mine === turn.current) setState(next);
      };
      const stored = await run<ImportResult>("importing", "Importing", (options) =>
        engine.documents.commit({ planId: plan.planId, hash: plan.hash }, options),
      ).catch(async (error: unknown) => {
        if (isPlainRefusal(error)) {
          end({ phase: "failed", ...refusal(error) });
          return undefined;
        }
        const cancelled = error instanceof Cancelled;
        end({
          phase: "importing",
          progress: startingWith(cancelled ? "Cancelling" : "Looking what is stored"),
          names: [],
        });
        const found = await isStored(plan).catch(() => null);
        if (found === true) return importedFrom(plan, cancelled);
        if (cancelled && found === false) end({ phase: "idle", notice: `Cancelled. ${NOTHING_STORED}` });
        else end({ phase: "failed", ...interruption(error, found) });
        return undefined;
      });
      if (!stored) {
        void refreshAll();
        return;
      }
      const { notice, ...imported } = { notice: undefined, ...stored };
      if (notice !== undefined) announce(notice);
      await check(imported, notice);
    },
    [run, check],
  );

  const imports = useMemo<Imports>(() => {
    const plan = state.phase === "preview" ? state.plan : null;
    const checkAll = () => void alone(() => check(null)).then((done) => (done ? readWaiting() : undefined));
    return {
      state,
      waiting,
      add: (tokens) => {
        if (tokens.length === 0) return;
        if (!working.current && !plan) {
          void alone(() => read(tokens));
          return;
        }
        queue.current.push(...tokens);
        setWaiting(queue.current.length);
      },
      showPlan: (next) => setState((now) => (now.phase === "preview" ? { phase: "preview", plan: next } : now)),
      importAll: () => {
        if (!plan?.files.some((file) => file.state === "ready")) return;
        void alone(() => store(plan)).then((done) => (done ? readWaiting() : undefined));
      },
      checkNow: () => {
        if (!plan) checkAll();
      },
      checkByItself: () => {
        if ((state.phase === "idle" || state.phase === "done") && falls.current < PATIENCE) checkAll();
      },
      cancel: () => abort.current?.abort(),
      discard: () => {
        // A plan that is not forgotten now is forgotten with the engine; failing to say so changes nothing.
        if (plan) engine.documents.discard({ planId: plan.planId }).catch(() => undefined);
        setState({ phase: "idle" });
        void readWaiting();
      },
      clear: () => {
        turn.current += 1;
        setState({ phase: "idle" });
      },
    };
  }, [state, waiting, alone, read, readWaiting, store, check]);

  return <Context value={imports}>{children}</Context>;
}
