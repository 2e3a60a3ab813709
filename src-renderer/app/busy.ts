import { useEffect, useSyncExternalStore } from "react";

/** Long pieces of work under way, so that the shell asks before it closes the window. */
const work = new Set<symbol>();
const listeners = new Set<() => void>();

function changed(): void {
  for (const listener of listeners) listener();
}

/** Marks a piece of work as under way; call what it returns when it is over. */
export function beginWork(): () => void {
  const key = Symbol("work");
  work.add(key);
  changed();
  return () => {
    work.delete(key);
    changed();
  };
}

function useBusy(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => work.size > 0,
  );
}

/** Keeps the shell's title bar and its question on closing up to date. */
export function useShellState(workspace: string | null): void {
  const busy = useBusy();
  useEffect(() => {
    window.backhaul.setState({ title: workspace ?? "", busy });
  }, [workspace, busy]);
}
