import { useCallback, useState } from "react";
import { noteError } from "../../app/notify.ts";
import { announce } from "../../parts/announce.tsx";
import { matchingIds } from "./useQueue.ts";
import type { View } from "./view.ts";

/** One command of the contract takes no more. */
export const MOST = 5000;

const NONE: ReadonlySet<string> = new Set();

/** The findings that are selected, for doing one thing to many. */
export function useSelection(view: View, total: number) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(NONE);
  const clear = useCallback(() => setSelected(NONE), []);
  const toggle = useCallback(
    (id: string) =>
      setSelected((before) => {
        const next = new Set(before);
        if (!next.delete(id)) next.add(id);
        return next;
      }),
    [],
  );
  const allSelected = total > 0 && selected.size >= Math.min(total, MOST);
  const toggleAll = useCallback(async () => {
    if (allSelected) {
      clear();
      return;
    }
    try {
      const ids = await matchingIds(view, MOST);
      setSelected(new Set(ids));
      announce(`${ids.length} selected.`);
    } catch (error) {
      noteError("The findings could not be selected", error, "Nothing was changed.");
    }
  }, [view, allSelected, clear]);
  return { selected, allSelected, toggle, toggleAll, clear };
}
