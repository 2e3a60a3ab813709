import { memo } from "react";
import type { FindingRow } from "#shared/contract/schemas.ts";
import { formatPeriod, weekNumber } from "#shared/week.ts";
import { cx } from "../../parts/cx.ts";
import { DaysLeft } from "../../parts/DaysLeft.tsx";
import { Money } from "../../parts/Money.tsx";
import { DirectionMark, StatusMark } from "../../parts/marks.tsx";
import classes from "./QueueGrid.module.css";

/** The id of a row’s element, which the grid names as its active one. */
export function rowElementId(index: number): string {
  return `finding-row-${index}`;
}

interface Props {
  readonly row: FindingRow | undefined;
  readonly index: number;
  readonly top: number;
  readonly active: boolean;
  readonly selected: boolean;
  readonly onSelect: (id: string) => void;
}

/** One line of the queue. Memoized: while the list moves, only the lines that come in are drawn. */
export const QueueRow = memo(function QueueRow({ row, index, top, active, selected, onSelect }: Props) {
  const style = { transform: `translateY(${top}px)` };
  const shared = { id: rowElementId(index), role: "row", "aria-rowindex": index + 2, "data-index": index, style };
  if (!row)
    return (
      <div {...shared} className={classes.row} aria-busy="true">
        <div role="gridcell" className={classes.ghost}>
          <span className="sr-only">Loading</span>
        </div>
      </div>
    );
  const { id, code, title, subject, station, period, direction, amountCents, estimated, status } = row;
  const settled = status === "dismissed" || status === "cleared";
  return (
    <div
      {...shared}
      className={cx(classes.row, active && classes.active, selected && classes.selected, settled && classes.settled)}
      aria-selected={selected}
      data-active={active || undefined}
    >
      <div role="gridcell" className={classes.select} data-select="">
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={`Select ${code} ${subject}`}
          checked={selected}
          onChange={() => onSelect(id)}
        />
      </div>
      <div role="gridcell" className={classes.direction}>
        <DirectionMark direction={direction} iconOnly />
      </div>
      <div role="gridcell" className={classes.check}>
        <span className={classes.title} title={title}>
          <span className={classes.code}>{code}</span> {title}
        </span>
      </div>
      <div role="gridcell" className={classes.subject} title={subject}>
        {subject}
      </div>
      <div role="gridcell" className={classes.week} title={formatPeriod(period)}>
        <span className={classes.long}>{formatPeriod(period)}</span>
        <span className={classes.short} aria-hidden="true">
          {period.length === 10 ? `Wk ${weekNumber(period).week}` : formatPeriod(period)}
        </span>
      </div>
      <div role="gridcell" className={classes.station} title={station ?? undefined}>
        {station ?? "–"}
      </div>
      <div role="gridcell" className={classes.amount}>
        <Money cents={amountCents} estimated={estimated} />
      </div>
      <div role="gridcell" className={classes.deadline}>
        <DaysLeft deadline={row.deadline} daysLeft={row.daysLeft} />
      </div>
      <div role="gridcell" className={classes.state}>
        <StatusMark status={status} reopened={row.reopened} />
      </div>
    </div>
  );
});
