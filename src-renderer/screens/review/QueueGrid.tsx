import { Box } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type MouseEvent, useEffect, useLayoutEffect, useRef } from "react";
import classes from "./QueueGrid.module.css";
import { QueueHead } from "./QueueHead.tsx";
import { QueueRow, rowElementId } from "./QueueRow.tsx";
import { useQueueRows } from "./useQueue.ts";
import type { Sort, View } from "./view.ts";

const ROW = 44;
const HEAD = 32;
/** Rows fetched beyond what can be seen, so that a slow scroll never meets an empty line. */
const AHEAD = 60;

interface Props {
  readonly view: View;
  readonly total: number;
  readonly loading: boolean;
  readonly activeIndex: number;
  readonly selected: ReadonlySet<string>;
  readonly allSelected: boolean;
  /** What stands in the place of rows when there are none. */
  readonly children: React.ReactNode;
  /** Tells which finding the active row holds, as soon as it is known. */
  readonly onActive: (id: string | undefined) => void;
  readonly onMove: (index: number) => void;
  readonly onSelect: (id: string) => void;
  readonly onSelectAll: () => void;
  readonly onSort: (sort: Sort) => void;
}

/** The queue: a grid of which only what can be seen is there, however long it is. */
export function QueueGrid(props: Props) {
  const { view, total, loading, activeIndex, selected, onActive, onMove, onSelect } = props;
  const scroller = useRef<HTMLTableElement>(null);
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 8,
    scrollMargin: HEAD,
    scrollPaddingStart: HEAD,
    useFlushSync: false,
  });
  const items = virtualizer.getVirtualItems();
  const seen = { from: (items[0]?.index ?? 0) - AHEAD, to: Math.min((items.at(-1)?.index ?? 0) + AHEAD, total - 1) };
  // Flying past a thousand pages must not ask for each of them.
  const [from] = useDebouncedValue(seen.from, 40);
  const [to] = useDebouncedValue(seen.to, 40);
  const rowAt = useQueueRows(view, from, to);

  const activeId = rowAt(activeIndex)?.id;
  useEffect(() => onActive(activeId), [activeId, onActive]);
  useLayoutEffect(() => {
    if (activeIndex < total) virtualizer.scrollToIndex(activeIndex, { align: "auto" });
  }, [activeIndex, total, virtualizer]);

  const screenful = () => Math.max(1, Math.floor(((scroller.current?.clientHeight ?? ROW) - HEAD) / ROW) - 1);
  const byKey = (event: KeyboardEvent) => {
    const moves: Readonly<Record<string, number>> = {
      Home: 0,
      End: total - 1,
      PageUp: activeIndex - screenful(),
      PageDown: activeIndex + screenful(),
    };
    const move = moves[event.key];
    if (move === undefined) return;
    event.preventDefault();
    onMove(move);
  };
  const byClick = (event: MouseEvent) => {
    if (!(event.target instanceof Element) || event.target.closest("[data-select]")) return;
    const index = event.target.closest<HTMLElement>("[data-index]")?.dataset.index;
    if (index === undefined) return;
    onMove(Number(index));
    const id = rowAt(Number(index))?.id;
    if (id !== undefined && (event.ctrlKey || event.metaKey)) onSelect(id);
  };

  return (
    // The table itself scrolls: it is the one stop of the Tab key, and its arrows move through all rows, drawn or not.
    <Box
      component="table"
      ref={scroller}
      role="grid"
      aria-label="Findings"
      aria-rowcount={total + 1}
      aria-multiselectable="true"
      aria-busy={loading}
      aria-activedescendant={items.some(({ index }) => index === activeIndex) ? rowElementId(activeIndex) : undefined}
      tabIndex={0}
      className={classes.grid ?? ""}
      onKeyDown={byKey}
      onClick={byClick}
    >
      <QueueHead {...props} />
      {total > 0 ? (
        <tbody className={classes.body} style={{ height: virtualizer.getTotalSize() }}>
          {items.map(({ index, start }) => {
            const row = rowAt(index);
            return (
              <QueueRow
                key={index}
                row={row}
                index={index}
                top={start - HEAD}
                active={index === activeIndex}
                selected={row !== undefined && selected.has(row.id)}
                onSelect={onSelect}
              />
            );
          })}
        </tbody>
      ) : (
        <tbody className={classes.body}>
          <tr className={classes.emptyRow}>
            <td>{props.children}</td>
          </tr>
        </tbody>
      )}
    </Box>
  );
}
