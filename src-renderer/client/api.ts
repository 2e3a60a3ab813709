import { createTanstackQueryUtils } from "@orpc/tanstack-query";
import { QueryClient } from "@tanstack/react-query";
import { engine } from "./engine.ts";
import { isPlainRefusal } from "./errors.ts";

/** Query and mutation options of every procedure of the contract. */
export const api = createTanstackQueryUtils(engine);

/** One cache for the window. Nothing goes stale by itself: the engine's data changes only when we command it to. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // The engine is on this machine: being offline is no reason to wait.
      networkMode: "always",
      staleTime: Number.POSITIVE_INFINITY,
      refetchOnWindowFocus: false,
      retry: (failures, error) => failures < 2 && !isPlainRefusal(error),
      retryDelay: 250,
    },
    mutations: { networkMode: "always", retry: false },
  },
});

/** Fetches again whatever an import, an undo or a check may have changed. */
export async function refreshAll(): Promise<void> {
  queryClient.removeQueries({ type: "inactive" });
  await queryClient.invalidateQueries();
}
