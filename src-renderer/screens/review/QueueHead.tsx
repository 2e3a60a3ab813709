import { UnstyledButton } from "@mantine/core";
import { useEffect, useRef } from "react";
import type { QueueSort } from "#shared/contract/review.ts";
import { cx } from "../../parts/cx.ts";
import { Icon } from "../../parts/Icon.tsx";
import classes from "./QueueGrid.module.css";
import type { View } from "./view.ts";

interface Props {
  readonly view: View;
  /** Findings that match. */
  readonly matching: number;
  readonly selectedCount: number;
  readonly staffed: boolean;
  readonly onSelectAll: () => void;
  readonly onSort: (sort: QueueSort) => void;
}

/** Titles of the queue’s columns; each is a button that sorts by it. */
export function QueueHead({ view, matching, selectedCount, staffed, onSelectAll, onSort }: Props) {
  const all = useRef<HTMLInputElement>(null);
  const every = matching > 0 && selectedCount >= matching;
  useEffect(() => {
    if (all.current) all.current.indeterminate = selectedCount > 0 && !every;
  }, [selectedCount, every]);
  const button = (sort: QueueSort, label: string) => (
    <UnstyledButton className={cx(classes.sort, view.sort === sort && classes.sorted)} onClick={() => onSort(sort)}>
      {label}
      <Icon
        name={view.sort === sort && !view.descending ? "arrowUp" : "arrowDown"}
        size={12}
        className={classes.arrow}
      />
    </UnstyledButton>
  );
  const column = (sort: QueueSort, label: string, className: string | undefined) => (
    <th
      scope="col"
      className={className}
      aria-sort={view.sort === sort ? (view.descending ? "descending" : "ascending") : "none"}
    >
      {button(sort, label)}
    </th>
  );
  return (
    <thead className={classes.head}>
      <tr aria-rowindex={1} className={classes.headRow}>
        <th scope="col" className={classes.select}>
          <input
            ref={all}
            type="checkbox"
            aria-label="Select all that match"
            disabled={matching === 0}
            checked={every}
            onChange={onSelectAll}
          />
        </th>
        <th scope="col" className={classes.direction}>
          <span className="sr-only">Kind of money</span>
        </th>
        {column("code", "Check", classes.check)}
        {column("subject", "Subject", classes.subject)}
        {column("period", "Week", classes.week)}
        {column("station", "Station", classes.station)}
        {column("amount", "Amount", classes.amount)}
        {column("deadline", "Deadline", classes.deadline)}
        {staffed && column("assignee", "Assigned", classes.assignee)}
        {column("status", "State", classes.state)}
      </tr>
    </thead>
  );
}
