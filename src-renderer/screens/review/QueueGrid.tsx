import { Box } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type MouseEvent, type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import type { QueueSort } from "#shared/contract/review.ts";
import type { FindingRow } from "#shared/contract/schemas.ts";
import { cx } from "../../parts/cx.ts";
import { GroupRow } from "./GroupRow.tsx";
import { type Lines, placeOf } from "./lines.ts";
import classes from "./QueueGrid.module.css";
import { QueueHead } from "./QueueHead.tsx";
import { lineElementId, QueueRow } from "./QueueRow.tsx";
import { useRows } from "./useQueue.ts";
import type { Selection } from "./useSelection.ts";
import { useSlots } from "./useSlots.ts";
import type { View } from "./view.ts";

const ROW = 44;
const HEAD = 32;
/** Lines fetched beyond what can be seen, so that a slow scroll never meets an empty one. */
const AHEAD = 60;

interface Props {
  readonly view: View;
  readonly lines: Lines;
  /** Findings that match. */
  readonly matching: number;
  readonly loading: boolean;
  readonly activeLine: number;
  readonly selected: Selection;
  readonly staffed: boolean;
  /** Told how many lines fit on the screen. */
  readonly screenful: RefObject<number>;
  /** What stands in the place of rows when there are none. */
  readonly children: React.ReactNode;
  /** Tells which finding the active line holds, as soon as it is known. */
  readonly onActive: (id: string | undefined) => void;
  readonly onMove: (line: number, extend: boolean) => void;
  readonly onSelect: (row: FindingRow) => void;
  readonly onSelectAll: () => void;
  readonly onFold: (key: string) => void;
  readonly onSort: (sort: QueueSort) => void;
}

/** The queue: a grid of which only what can be seen is there, however long it is. */
export function QueueGrid(props: Props) {
  const { view, lines, loading, activeLine, selected, staffed, screenful, onActive, onMove, onSelect, onFold } = props;
  const scroller = useRef<HTMLTableElement>(null);
  const virtualizer = useVirtualizer({
    count: lines.total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 5,
    scrollMargin: HEAD,
    scrollPaddingStart: HEAD,
    useFlushSync: false,
  });
  const items = virtualizer.getVirtualItems();
  const slotOf = useSlots(items[0]?.index ?? 0, items.at(-1)?.index ?? 0);
  // Flying past a thousand pages must not ask for each of them.
  const [from] = useDebouncedValue((items[0]?.index ?? 0) - AHEAD, 40);
  const [to] = useDebouncedValue(Math.min((items.at(-1)?.index ?? 0) + AHEAD, lines.total - 1), 40);
  const rowAt = useRows(lines, view, from, to);

  const activePlace = placeOf(lines, activeLine);
  const activeId = activePlace && rowAt(activePlace)?.id;
  useEffect(() => onActive(activeId), [activeId, onActive]);
  useLayoutEffect(() => {
    if (activeLine < lines.total) virtualizer.scrollToIndex(activeLine, { align: "auto" });
  }, [activeLine, lines.total, virtualizer]);
  useEffect(() => {
    const measure = () => {
      screenful.current = Math.max(1, Math.floor(((scroller.current?.clientHeight ?? ROW) - HEAD) / ROW) - 1);
    };
    measure();
    window.addEventListener("resize", measure);
    return () => window.removeEventListener("resize", measure);
  }, [screenful]);

  const byClick = (event: MouseEvent) => {
    if (!(event.target instanceof Element) || event.target.closest("[data-select], [data-fold], a")) return;
    const found = event.target.closest<HTMLElement>("[data-index]")?.dataset.index;
    if (found === undefined) return;
    const line = Number(found);
    onMove(line, event.shiftKey);
    const place = placeOf(lines, line);
    const row = place && rowAt(place);
    if (row && (event.ctrlKey || event.metaKey)) onSelect(row);
    if (place?.section.group && place.row < 0 && event.detail === 2) onFold(place.section.group.key);
  };

  return (
    // The table itself scrolls: it is the one stop of the Tab key, and its arrows move through all lines, drawn or not.
    <Box
      component="table"
      ref={scroller}
      role={view.group === "" ? "grid" : "treegrid"}
      aria-label="Findings"
      aria-rowcount={lines.total + 1}
      aria-multiselectable="true"
      aria-busy={loading}
      aria-activedescendant={items.some(({ index }) => index === activeLine) ? lineElementId(activeLine) : undefined}
      tabIndex={0}
      className={cx(classes.grid, staffed && classes.staffed)}
      onClick={byClick}
    >
      <QueueHead {...props} selectedCount={selected.size} />
      {lines.total > 0 ? (
        <tbody className={classes.body} style={{ height: virtualizer.getTotalSize() }}>
          {items.map(({ index, start }) => {
            const place = placeOf(lines, index);
            const { group, open } = place?.section ?? { group: null, open: false };
            const key = slotOf(index);
            const shared = { line: index, top: start - HEAD, active: index === activeLine };
            if (group && place?.row === -1)
              return <GroupRow key={key} {...shared} group={group} open={open} onFold={onFold} />;
            const row = place && rowAt(place);
            return (
              <QueueRow
                key={key}
                {...shared}
                row={row}
                selected={row !== undefined && selected.has(row.id)}
                grouped={group !== null}
                staffed={staffed}
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
