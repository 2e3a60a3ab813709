import type { RefObject } from "react";
import type { FindingStatus } from "#shared/contract/schemas.ts";
import { api, queryClient } from "../../client/api.ts";
import { useKeys } from "../../parts/keys.ts";

interface Actions {
  /** The finding in hand. */
  readonly shown: string | undefined;
  readonly search: RefObject<HTMLInputElement | null>;
  readonly next: () => void;
  readonly previous: () => void;
  readonly confirm: () => void;
  readonly dismiss: () => void;
  readonly undo: (status: FindingStatus | undefined) => void;
  readonly select: () => void;
  readonly selectAll: () => void;
  readonly escape: () => void;
}

/** In the pane and in controls the arrows scroll and choose; in the queue, or nowhere, they move through it. */
function arrowsAreOurs(event: KeyboardEvent): boolean {
  const { target } = event;
  return (
    target === document.body ||
    (target instanceof Element &&
      target.closest('[role="grid"], main') !== null &&
      target.closest('input:not([type="checkbox"]), [role="radiogroup"], [aria-label="Finding"]') === null)
  );
}

/** The queue’s keys. */
export function useReviewKeys(actions: Actions): void {
  const { shown, search, next, previous } = actions;
  const statusNow = () =>
    shown === undefined
      ? undefined
      : queryClient.getQueryData(api.findings.get.queryKey({ input: { id: shown } }))?.status;
  useKeys({
    j: next,
    k: previous,
    ArrowDown: (event) => arrowsAreOurs(event) && next(),
    ArrowUp: (event) => arrowsAreOurs(event) && previous(),
    c: actions.confirm,
    d: actions.dismiss,
    u: () => actions.undo(statusNow()),
    x: actions.select,
    "mod+a": actions.selectAll,
    Escape: actions.escape,
    "/": () => search.current?.select(),
  });
}
