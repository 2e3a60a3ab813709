import { Box } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type MouseEvent, useLayoutEffect, useRef, useState } from "react";
import type { LedgerRow } from "#shared/contract/ledger.ts";
import { cx } from "../../parts/cx.ts";
import type { Column } from "./columns.tsx";
import classes from "./LedgerGrid.module.css";

const ROW = 36;
const HEAD = 32;

interface Props {
  readonly label: string;
  readonly columns: readonly Column[];
  readonly total: number;
  readonly rowAt: (index: number) => LedgerRow | undefined;
  /** Tells which rows are about to be seen, so that they are fetched. */
  readonly onSeen: (from: number, to: number) => void;
  readonly onOpen: (row: LedgerRow) => void;
}

/** Rows fetched beyond what can be seen. */
const AHEAD = 60;

/** A table of the ledger of which only what can be seen is there, however long it is. Enter or a click opens a row. */
export function LedgerGrid({ label, columns, total, rowAt, onSeen, onOpen }: Props) {
  const scroller = useRef<HTMLTableElement>(null);
  const [active, setActive] = useState(0);
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
  // Flying past a thousand pages must not ask for each of them.
  const [from] = useDebouncedValue((items[0]?.index ?? 0) - AHEAD, 40);
  const [to] = useDebouncedValue(Math.min((items.at(-1)?.index ?? 0) + AHEAD, total - 1), 40);
  useLayoutEffect(() => onSeen(from, to), [from, to, onSeen]);

  const move = (index: number) => {
    const next = Math.min(Math.max(0, index), total - 1);
    setActive(next);
    virtualizer.scrollToIndex(next, { align: "auto" });
  };
  const open = (index: number) => {
    const row = rowAt(index);
    if (row) onOpen(row);
  };
  const byKey = (event: KeyboardEvent) => {
    const screenful = Math.max(1, Math.floor(((scroller.current?.clientHeight ?? ROW) - HEAD) / ROW) - 1);
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      Home: 0,
      End: total - 1,
      PageUp: active - screenful,
      PageDown: active + screenful,
    };
    const next = moves[event.key];
    if (event.key === "Enter") open(active);
    else if (next !== undefined) move(next);
    else return;
    event.preventDefault();
  };
  const byClick = (event: MouseEvent) => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-index]") : null;
    const index = row?.dataset.index;
    if (index === undefined) return;
    setActive(Number(index));
    open(Number(index));
  };
  return (
    // The table itself scrolls: it is the one stop of the Tab key, and its arrows move through all rows, drawn or not.
    <Box
      component="table"
      ref={scroller}
      role="grid"
      aria-label={label}
      aria-rowcount={total + 1}
      aria-activedescendant={items.some(({ index }) => index === active) ? `ledger-row-${active}` : undefined}
      tabIndex={0}
      className={classes.grid ?? ""}
      __vars={{
        "--wide": columns.map(({ width }) => width).join(" "),
        "--narrow": columns
          .filter(({ wideOnly }) => !wideOnly)
          .map(({ width }) => width)
          .join(" "),
      }}
      onKeyDown={byKey}
      onClick={byClick}
    >
      <thead className={classes.head}>
        <tr aria-rowindex={1} className={classes.headRow}>
          {columns.map(({ title, ...column }) => (
            <th key={title} scope="col" className={cellClass(column)}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className={classes.body} style={{ height: virtualizer.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const row = rowAt(index);
          return (
            <tr
              key={index}
              id={`ledger-row-${index}`}
              data-index={index}
              aria-rowindex={index + 2}
              aria-selected={index === active}
              aria-busy={row === undefined}
              className={cx(classes.row, index === active && classes.active)}
              style={{ transform: `translateY(${start - HEAD}px)` }}
            >
              {columns.map(({ title, cell, ...column }) => (
                <td key={title} className={cellClass(column)}>
                  {row === undefined ? <span className={classes.ghost} /> : cell(row)}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </Box>
  );
}

function cellClass({ right, wideOnly }: Pick<Column, "right" | "wideOnly">): string {
  return cx(classes.cell, right && classes.right, wideOnly && classes.wideOnly);
}
