import type { RefObject } from "react";
import { useKeys } from "../../parts/keys.ts";

interface Actions {
  readonly search: RefObject<HTMLInputElement | null>;
  /** Moves by some lines; `extend` selects what is passed over. */
  readonly step: (by: number, extend: boolean) => void;
  readonly page: (direction: 1 | -1, extend: boolean) => void;
  readonly first: (extend: boolean) => void;
  readonly last: (extend: boolean) => void;
  /** Opens (true) or closes the group in hand; false when there is none. */
  readonly fold: (open: boolean) => boolean;
  readonly toggleFold: () => boolean;
  readonly confirm: () => void;
  readonly dismiss: () => void;
  readonly undo: () => void;
  readonly select: (range: boolean) => void;
  readonly selectAll: () => void;
  readonly assign: () => void;
  readonly group: () => void;
  readonly views: () => void;
  readonly escape: () => void;
}

/** In the pane and in controls the arrows scroll and choose; in the queue, or nowhere, they move through it. */
function isOurs({ target }: KeyboardEvent): boolean {
  return (
    target === document.body ||
    (target instanceof Element &&
      target.closest('[role="grid"], [role="treegrid"], main') !== null &&
      target.closest('input:not([type="checkbox"]), [role="radiogroup"], [role="toolbar"], [aria-label="Finding"]') ===
        null)
  );
}

/** Enter and the arrows to the sides mean something else on a button or a link. */
function isOfTheQueue(event: KeyboardEvent): boolean {
  return isOurs(event) && !(event.target instanceof Element && event.target.closest("button, a") !== null);
}

/** The queue’s keys. */
export function useReviewKeys(actions: Actions): void {
  const { search, step, page, first, last, fold, toggleFold } = actions;
  useKeys({
    j: (event) => step(1, event.shiftKey),
    k: (event) => step(-1, event.shiftKey),
    ArrowDown: (event) => isOurs(event) && step(1, event.shiftKey),
    ArrowUp: (event) => isOurs(event) && step(-1, event.shiftKey),
    PageDown: (event) => isOurs(event) && page(1, event.shiftKey),
    PageUp: (event) => isOurs(event) && page(-1, event.shiftKey),
    Home: (event) => isOurs(event) && first(event.shiftKey),
    End: (event) => isOurs(event) && last(event.shiftKey),
    ArrowRight: (event) => isOfTheQueue(event) && fold(true),
    ArrowLeft: (event) => isOfTheQueue(event) && fold(false),
    Enter: (event) => isOfTheQueue(event) && toggleFold(),
    c: actions.confirm,
    d: actions.dismiss,
    u: actions.undo,
    x: (event) => actions.select(event.shiftKey),
    a: actions.assign,
    g: actions.group,
    v: actions.views,
    "mod+a": actions.selectAll,
    Escape: actions.escape,
    "/": () => search.current?.select(),
  });
}
