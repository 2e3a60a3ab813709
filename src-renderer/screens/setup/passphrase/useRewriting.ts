import { useRef, useState } from "react";
import type { Progress } from "#shared/contract/schemas.ts";
import { beginWork } from "../../../app/busy.ts";
import { refreshAll } from "../../../client/api.ts";
import { sentenceOf } from "../../../client/errors.ts";
import { follow, type LongCommand, startingWith } from "../../../client/long.ts";

type State<T> =
  | { readonly phase: "asking"; readonly error: string | null }
  | { readonly phase: "running"; readonly progress: Progress }
  | { readonly phase: "done"; readonly result: T };

/** A command that writes the whole workspace anew: asked for, under way, done. */
export function useRewriting<T>() {
  const [state, setState] = useState<State<T>>({ phase: "asking", error: null });
  const abort = useRef<AbortController>(null);
  const run = async (stage: string, command: LongCommand<T>) => {
    const controller = new AbortController();
    abort.current = controller;
    const over = beginWork();
    setState({ phase: "running", progress: startingWith(stage) });
    try {
      const result = await follow<T>(command, controller.signal, (progress) =>
        setState({ phase: "running", progress }),
      );
      setState({ phase: "done", result });
    } catch (error) {
      setState({ phase: "asking", error: controller.signal.aborted ? null : sentenceOf(error) });
    } finally {
      over();
      await refreshAll();
    }
  };
  return { state, run, cancel: () => abort.current?.abort() };
}
