import { useEffect, useEffectEvent } from "react";
import { api, queryClient } from "../client/api.ts";
import { useEngineState } from "../client/status.ts";
import { useImports } from "./imports.tsx";

/** Checks what a workspace left unchecked: when it is opened, and when the engine is back. */
export function useCheckByItself(workspace: string): void {
  const { checkByItself } = useImports();
  const line = useEngineState();
  const look = useEffectEvent(async (signal: AbortSignal) => {
    const options = api.findings.board.queryOptions({ input: { station: null, week: null } });
    try {
      const { unchecked } = await queryClient.fetchQuery({ ...options, staleTime: 0 });
      if (!signal.aborted && unchecked.all > 0) begin();
    } catch {
      // The Board says by itself that it cannot be read.
    }
  });
  const begin = useEffectEvent(() => checkByItself());
  useEffect(() => {
    if (line !== "ready" || workspace === "") return;
    const controller = new AbortController();
    void look(controller.signal);
    return () => controller.abort();
  }, [workspace, line]);
}
