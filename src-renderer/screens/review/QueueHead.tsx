import { UnstyledButton } from "@mantine/core";
import { useEffect, useRef } from "react";
import { cx } from "../../parts/cx.ts";
import { Icon } from "../../parts/Icon.tsx";
import classes from "./QueueGrid.module.css";
import type { Sort, View } from "./view.ts";

interface Props {
  readonly view: View;
  readonly total: number;
  readonly selected: ReadonlySet<string>;
  readonly allSelected: boolean;
  readonly onSelectAll: () => void;
  readonly onSort: (sort: Sort) => void;
}

/** Titles of the queue’s columns; those the engine can sort by are buttons. */
export function QueueHead({ view, total, selected, allSelected, onSelectAll, onSort }: Props) {
  const all = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (all.current) all.current.indeterminate = selected.size > 0 && !allSelected;
  }, [selected, allSelected]);
  const column = (sort: Sort, label: string, className: string | undefined) => {
    const sorted = view.sort === sort;
    return (
      <th
        scope="col"
        className={className}
        aria-sort={sorted ? (view.descending ? "descending" : "ascending") : "none"}
      >
        <UnstyledButton className={cx(classes.sort, sorted && classes.sorted)} onClick={() => onSort(sort)}>
          {label}
          <Icon name={sorted && !view.descending ? "arrowUp" : "arrowDown"} size={12} className={classes.arrow} />
        </UnstyledButton>
      </th>
    );
  };
  return (
    <thead className={classes.head}>
      <tr aria-rowindex={1} className={classes.headRow}>
        <th scope="col" className={classes.select}>
          <input
            ref={all}
            type="checkbox"
            aria-label="Select all that match"
            disabled={total === 0}
            checked={allSelected && total > 0}
            onChange={onSelectAll}
          />
        </th>
        <th scope="col" className={classes.direction}>
          <span className="sr-only">Kind of money</span>
        </th>
        {column("code", "Check", classes.check)}
        <th scope="col" className={classes.subject}>
          Subject
        </th>
        {column("period", "Week", classes.week)}
        {column("station", "Station", classes.station)}
        {column("amount", "Amount", classes.amount)}
        {column("deadline", "Deadline", classes.deadline)}
        {column("status", "State", classes.state)}
      </tr>
    </thead>
  );
}
