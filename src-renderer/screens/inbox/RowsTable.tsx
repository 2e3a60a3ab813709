import { Skeleton } from "@mantine/core";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type UIEvent, useRef } from "react";
import type { PlanRow } from "#shared/contract/schemas.ts";
import { sentenceOf } from "../../client/errors.ts";
import { columnsOf } from "./columns.ts";
import classes from "./FileDetail.module.css";
import { CellsHalf, UnderstoodHalf } from "./RowsHalves.tsx";
import { type RowsOf, usePlanRows } from "./usePlanRows.ts";

/** Height of a line in pixels; both halves must agree on it. */
const LINE = 28;
const AHEAD = 60;
const TALLEST = 316;
const SCROLLBAR = 16;

interface Props {
  readonly of: RowsOf;
  /** How many rows there are at most, whatever is shown: the height does not change with it. */
  readonly most: number;
  /** Whether there is more to say of the rows than that they are new. */
  readonly several: boolean;
}

/** Rows as they stand in the file beside the same rows as they were understood; the halves scroll together, however many there are. */
export function RowsTable({ of, most, several }: Props) {
  const left = useRef<HTMLElement>(null);
  const right = useRef<HTMLElement>(null);
  const first = usePlanRows(of, 0, 0);
  const total = first.head?.total ?? 0;
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => left.current,
    estimateSize: () => LINE,
    overscan: 8,
    scrollMargin: LINE,
    useFlushSync: false,
  });
  const height = Math.min(TALLEST, (most + 1) * LINE + SCROLLBAR);
  const items = virtualizer.getVirtualItems();
  const start = items[0]?.index ?? 0;
  const end = items.at(-1)?.index ?? 0;
  const { rowAt, error } = usePlanRows(of, start - AHEAD, Math.min(end + AHEAD, total - 1));
  const follow = (event: UIEvent<HTMLElement>) => {
    const other = event.currentTarget === left.current ? right.current : left.current;
    if (other && other.scrollTop !== event.currentTarget.scrollTop) other.scrollTop = event.currentTarget.scrollTop;
  };

  if (error)
    return (
      <p role="alert" className={classes.message}>
        The rows could not be read. {sentenceOf(error)} The file itself is as it was.
      </p>
    );
  if (!first.head) return <Skeleton height={320} />;
  if (total === 0) return <p className={classes.message}>There is no such row in this file.</p>;
  const rows: { index: number; row: PlanRow | undefined }[] = items.map(({ index }) => ({ index, row: rowAt(index) }));
  const shared = {
    rows,
    total,
    before: start * LINE,
    after: Math.max(0, total - 1 - end) * LINE,
    onScroll: follow,
    height,
  };
  return (
    <div className={classes.pair}>
      <CellsHalf {...shared} frame={left} columns={columnsOf(first.head.rows.map(({ cells }) => cells))} />
      <UnderstoodHalf
        {...shared}
        frame={right}
        columns={columnsOf(first.head.rows.map(({ understood, before }) => ({ ...before, ...understood })))}
        reasons={several}
      />
    </div>
  );
}
