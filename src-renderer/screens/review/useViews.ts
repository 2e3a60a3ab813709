import { useQuery } from "@tanstack/react-query";
import { useCallback } from "react";
import type { SavedView } from "#shared/contract/review.ts";
import { noteError } from "../../app/notify.ts";
import { api, queryClient } from "../../client/api.ts";
import { engine } from "../../client/engine.ts";
import { announce } from "../../parts/announce.tsx";

const KEPT = "The views are as they were.";

/** Views of the queue under their names. */
export function useViews() {
  const { data } = useQuery(api.findings.views.queryOptions({ input: {} }));
  const carryOut = useCallback(async (change: () => Promise<SavedView[]>, said: string): Promise<boolean> => {
    try {
      queryClient.setQueryData(api.findings.views.queryKey({ input: {} }), await change());
      announce(said);
      return true;
    } catch (error) {
      noteError("The view was not kept", error, KEPT);
      return false;
    }
  }, []);
  return {
    views: data ?? [],
    /** Keeps a view under its name; `rename` is the name it had. True when it is kept. */
    save: (view: SavedView, rename?: string) =>
      carryOut(() => engine.findings.saveView({ view, ...(rename !== undefined && { rename }) }), "View saved."),
    remove: (name: string) => carryOut(() => engine.findings.removeView({ name }), "View removed."),
  };
}
