import { useCallback, useRef, useState } from "react";
import type { FindingRow } from "#shared/contract/schemas.ts";
import { type Lines, placeOf, stretches } from "./lines.ts";
import { listed, rowOnLine } from "./useQueue.ts";
import type { useSelection } from "./useSelection.ts";
import type { View } from "./view.ts";

/** The line in hand: moves, folds groups without losing the place, and selects what it passes over when asked to. */
export function useCursor(
  view: View,
  lines: Lines,
  selection: Pick<ReturnType<typeof useSelection>, "add" | "take">,
  onFold: (key: string, open: boolean) => void,
) {
  const { add, take } = selection;
  const [line, setLine] = useState(0);
  /** Where a range that is selected with Shift began. */
  const anchor = useRef(0);
  const place = placeOf(lines, line);

  const selectBetween = useCallback(
    (from: number, to: number) => {
      const parts = stretches(lines, Math.min(from, to), Math.max(from, to));
      const near: FindingRow[] = [];
      for (let at = Math.min(from, to); at <= Math.max(from, to) && near.length < 500; at += 1) {
        const row = rowOnLine(lines, view, at);
        if (row) near.push(row);
      }
      // What is on the screen is selected at once; what was never fetched, as soon as it has come.
      if (near.length === parts.reduce((sum, part) => sum + part.to - part.from, 0)) add(near);
      else void take(listed(parts, view), "add");
    },
    [lines, view, add, take],
  );

  const move = useCallback(
    (to: number, extend = false) => {
      const target = Math.max(0, Math.min(to, lines.total - 1));
      setLine(target);
      if (extend) selectBetween(anchor.current, target);
      else anchor.current = target;
    },
    [lines.total, selectBetween],
  );

  const fold = useCallback(
    (key: string) => {
      const section = lines.sections.find(({ group }) => group?.key === key);
      if (!section?.group) return;
      const { start, open, group } = section;
      setLine((now) => {
        const next =
          now <= start
            ? now
            : open
              ? // A line that is folded away leaves its head in hand.
                Math.max(start, now - group.count)
              : now + group.count;
        anchor.current = next;
        return next;
      });
      onFold(key, !open);
    },
    [lines, onFold],
  );

  const reset = useCallback(() => {
    setLine(0);
    anchor.current = 0;
  }, []);

  return { line, place, move, fold, reset, selectRange: () => selectBetween(anchor.current, line) };
}
