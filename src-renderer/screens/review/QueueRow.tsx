import { memo } from "react";
import type { FindingRow } from "#shared/contract/schemas.ts";
import { formatPeriod, weekNumber } from "#shared/week.ts";
import { cx } from "../../parts/cx.ts";
import { DaysLeft } from "../../parts/DaysLeft.tsx";
import { Money } from "../../parts/Money.tsx";
import { DirectionMark, StatusMark } from "../../parts/marks.tsx";
import { claimHref, claimLabel } from "./claimLink.ts";
import classes from "./QueueGrid.module.css";

/** The id of a line’s element, which the grid names as its active one. */
export function lineElementId(line: number): string {
  return `finding-line-${line}`;
}

interface Props {
  /** Undefined while it is on its way. */
  readonly row: FindingRow | undefined;
  readonly line: number;
  readonly top: number;
  readonly active: boolean;
  readonly selected: boolean;
  /** The row stands below the head of a group. */
  readonly grouped: boolean;
  /** Whether there is anybody to look after findings. */
  readonly staffed: boolean;
  readonly onSelect: (row: FindingRow) => void;
}

/** One finding of the queue. Memoized: while the list moves, only the lines that come in are drawn. */
export const QueueRow = memo(function QueueRow(props: Props) {
  const { row, line, top, active, selected, grouped } = props;
  const settled = row?.status === "dismissed" || row?.status === "cleared";
  return (
    <tr
      id={lineElementId(line)}
      aria-rowindex={line + 2}
      aria-level={grouped ? 2 : undefined}
      aria-selected={selected}
      aria-busy={row === undefined}
      data-index={line}
      data-active={active || undefined}
      className={cx(classes.row, active && classes.active, selected && classes.selected, settled && classes.settled)}
      style={{ transform: `translateY(${top}px)` }}
    >
      {row ? <Cells {...props} row={row} /> : <Waiting />}
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

function Cells({ row, selected, staffed, onSelect }: Props & { readonly row: FindingRow }) {
  const { code, title, subject, station, period, direction, amountCents, estimated, assignee, claim } = row;
  return (
    <>
      <td className={classes.select} data-select="">
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={`Select ${code} ${subject}`}
          checked={selected}
          onChange={() => onSelect(row)}
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
      {staffed && (
        <td className={classes.assignee} title={assignee ?? undefined}>
          {assignee ?? <span className="sr-only">Nobody</span>}
        </td>
      )}
      <td className={classes.state}>
        <StatusMark status={row.status} reopened={row.reopened} />
        {claim !== null && (
          <a className={classes.claim} tabIndex={-1} href={claimHref(claim)}>
            {claimLabel(claim)}
          </a>
        )}
      </td>
    </>
  );
}
