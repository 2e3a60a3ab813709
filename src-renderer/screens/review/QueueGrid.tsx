import { useDebouncedValue } from "@mantine/hooks";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";
import { Empty } from "../../parts/Empty.tsx";
import classes from "./QueueGrid.module.css";
import { QueueHead } from "./QueueHead.tsx";
import { QueueRow, rowElementId } from "./QueueRow.tsx";
import { useQueue } from "./useQueue.ts";
import type { Sort, View } from "./view.ts";

const ROW = 44;
const HEAD = 32;

/** What the screen can ask of the grid. */
export interface GridHandle {
  readonly total: number;
  readonly idAt: (index: number) => string | undefined;
  readonly focus: () => void;
}

interface Props {
  readonly view: View;
  readonly activeIndex: number;
  readonly selected: ReadonlySet<string>;
  readonly allSelected: boolean;
  readonly empty: React.ReactNode;
  readonly onHandle: (handle: GridHandle) => void;
  readonly onOpen: (index: number, id: string | undefined) => void;
  readonly onSelect: (id: string) => void;
  readonly onSelectAll: () => void;
  readonly onSort: (sort: Sort) => void;
}

/** The queue: a grid of which only what can be seen is there, however long it is. */
export function QueueGrid(props: Props) {
  const { view, activeIndex, selected, onHandle, onOpen, onSelect } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const knownTotal = useRef(0);
  const virtualizer = useVirtualizer({
    count: knownTotal.current,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 10,
    scrollMargin: HEAD,
    scrollPaddingStart: HEAD,
  });
  const items = virtualizer.getVirtualItems();
  const from = items[0]?.index ?? 0;
  const to = items.at(-1)?.index ?? 0;
  // Flying past a thousand pages must not ask for each of them.
  const [settled] = useDebouncedValue({ from, to }, 40);
  const queue = useQueue(view, settled.from, settled.to);

  return null;
}
