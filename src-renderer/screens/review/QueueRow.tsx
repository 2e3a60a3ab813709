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
  /** Undefined while it is on its way. */
  readonly row: FindingRow | undefined;
  readonly index: number;
  readonly top: number;
  readonly active: boolean;
  readonly selected: boolean;
  readonly onSelect: (id: string) => void;
}

/** One line of the queue. Memoized: while the list moves, only the lines that come in are drawn. */
export const QueueRow = memo(function QueueRow({ row, index, top, active, selected, onSelect }: Props) {
  const settled = row?.status === "dismissed" || row?.status === "cleared";
  return (
    <tr
      id={rowElementId(index)}
      aria-rowindex={index + 2}
      aria-selected={selected}
      aria-busy={row === undefined}
      data-index={index}
      data-active={active || undefined}
      className={cx(classes.row, active && classes.active, selected && classes.selected, settled && classes.settled)}
      style={{ transform: `translateY(${top}px)` }}
    >
      {row ? <Cells row={row} selected={selected} onSelect={onSelect} /> : <Waiting />}
    </tr>
  );
});

function Waiting() {
  return (
    <td className={classes.ghost}>
      <span className="sr-only">Loading</span>
    </td>
  );
}

function Cells({ row, selected, onSelect }: Pick<Props, "selected" | "onSelect"> & { readonly row: FindingRow }) {
  const { id, code, title, subject, station, period, direction, amountCents, estimated } = row;
  return (
    <>
      <td className={classes.select} data-select="">
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={`Select ${code} ${subject}`}
          checked={selected}
          onChange={() => onSelect(id)}
        />
      </td>
      <td className={classes.direction}>
        <DirectionMark direction={direction} iconOnly />
      </td>
      <td className={classes.check} title={title}>
        <span className={classes.code}>{code}</span> <span className={classes.title}>{title}</span>
      </td>
      <td className={classes.subject} title={subject}>
        {subject}
      </td>
      <td className={classes.week} title={formatPeriod(period)}>
        <span className={classes.long}>{formatPeriod(period)}</span>
        <span className={classes.short} aria-hidden="true">
          {period.length === 10 ? `Wk ${weekNumber(period).week}` : formatPeriod(period)}
        </span>
      </td>
      <td className={classes.station} title={station ?? undefined}>
        {station ?? "–"}
      </td>
      <td className={classes.amount}>
        <Money cents={amountCents} estimated={estimated} />
      </td>
      <td className={classes.deadline}>
        <DaysLeft deadline={row.deadline} daysLeft={row.daysLeft} />
      </td>
      <td className={classes.state}>
        <StatusMark status={row.status} reopened={row.reopened} />
      </td>
    </>
  );
}
