import { Box } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useLayoutEffect, useRef } from "react";
import { cx } from "../cx.ts";
import classes from "./VirtualGrid.module.css";

const HEAD = 32;
/** Rows fetched beyond what can be seen, so that a slow scroll never meets an empty line. */
const AHEAD = 60;

interface Props {
  readonly label: string;
  /** Names the rows' elements, of which the grid says which one is active. */
  readonly name: string;
  /** Pixels of a row. */
  readonly rowHeight: number;
  readonly total: number;
  /** Index of the active row; below zero when none is. */
  readonly active: number;
  readonly loading?: boolean;
  /** Tracks of the columns: class of the rows and of their head. */
  readonly columns: string | undefined;
  readonly vars?: Readonly<Record<`--${string}`, string>>;
  /** The cells of the head. */
  readonly head: ReactNode;
  /** The cells of a row; undefined while it is on its way. */
  readonly cells: (index: number) => ReactNode;
  /** A list to choose from: the arrows move, a click opens, and nothing is active while the focus is elsewhere. */
  readonly choosing?: boolean;
  readonly onMove: (index: number) => void;
  /** Enter, or a click in a list to choose from. */
  readonly onOpen?: (index: number) => void;
  /** Tells which rows are about to be seen, so that they are fetched. */
  readonly onSeen?: (from: number, to: number) => void;
  /** What stands in the place of rows when there are none. */
  readonly children?: ReactNode;
}

/** A table of which only what can be seen is there, however long it is. */
export function VirtualGrid(props: Props) {
  const { label, name, rowHeight, total, active, onMove, onOpen, onSeen } = props;
  const scroller = useRef<HTMLTableElement>(null);
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollMargin: HEAD,
    scrollPaddingStart: HEAD,
    useFlushSync: false,
  });
  const items = virtualizer.getVirtualItems();
  // Flying past a thousand pages must not ask for each of them.
  const [from] = useDebouncedValue((items[0]?.index ?? 0) - AHEAD, 40);
  const [to] = useDebouncedValue(Math.min((items.at(-1)?.index ?? 0) + AHEAD, total - 1), 40);
  useEffect(() => onSeen?.(from, to), [from, to, onSeen]);
  useLayoutEffect(() => {
    if (active >= 0 && active < total) virtualizer.scrollToIndex(active, { align: "auto" });
  }, [active, total, virtualizer]);

  const byKey = (event: KeyboardEvent) => {
    if (event.target !== scroller.current) return;
    const screenful = Math.max(1, Math.floor(((scroller.current?.clientHeight ?? rowHeight) - HEAD) / rowHeight) - 1);
    const moves: Readonly<Record<string, number>> = {
      Home: 0,
      End: total - 1,
      PageUp: active - screenful,
      PageDown: active + screenful,
      ...(props.choosing && { ArrowDown: active + 1, ArrowUp: active - 1 }),
    };
    const next = moves[event.key];
    if (event.key === "Enter" && onOpen) onOpen(active);
    else if (next !== undefined) onMove(Math.min(Math.max(0, next), total - 1));
    else return;
    event.preventDefault();
  };
  const byClick = (event: MouseEvent) => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-index]") : null;
    const index = row?.dataset.index;
    if (index === undefined) return;
    onMove(Number(index));
    if (props.choosing) onOpen?.(Number(index));
  };
  return (
    // The table itself scrolls: it is the one stop of the Tab key, and its arrows move through all rows, drawn or not.
    <Box
      component="table"
      ref={scroller}
      role="grid"
      aria-label={label}
      aria-rowcount={total + 1}
      aria-busy={props.loading}
      aria-activedescendant={items.some(({ index }) => index === active) ? `${name}-row-${active}` : undefined}
      tabIndex={0}
      className={cx(classes.grid, props.choosing && classes.choosing)}
      __vars={{ ...props.vars }}
      onKeyDown={byKey}
      onClick={byClick}
    >
      <thead className={classes.head}>
        <tr aria-rowindex={1} className={cx(classes.headRow, props.columns)}>
          {props.head}
        </tr>
      </thead>
      {total > 0 ? (
        <tbody className={classes.body} style={{ height: virtualizer.getTotalSize() }}>
          {items.map(({ index, start }) => {
            const cells = props.cells(index);
            return (
              <tr
                key={index}
                id={`${name}-row-${index}`}
                data-index={index}
                data-active={index === active || undefined}
                aria-rowindex={index + 2}
                aria-selected={index === active}
                aria-busy={cells === undefined}
                className={cx(classes.row, props.columns, index === active && classes.active)}
                style={{ height: rowHeight, transform: `translateY(${start - HEAD}px)` }}
              >
                {cells ?? (
                  <td className={classes.ghost}>
                    <span className="sr-only">Loading</span>
                  </td>
                )}
              </tr>
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
