import { useQuery } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import type { WorkspaceStatus } from "#shared/contract/schemas.ts";
import { api } from "./api.ts";
import { type EngineState, engineState, onEngineState } from "./engine.ts";

/** The state of the line to the engine. */
export function useEngineState(): EngineState {
  return useSyncExternalStore(onEngineState, engineState);
}

/** The open workspace and today's date. */
export function useStatus() {
  return useQuery(api.workspace.status.queryOptions({ input: {} }));
}

/** A workspace that is open. */
export type OpenWorkspace = NonNullable<WorkspaceStatus["open"]>;
