import type { ReactNode } from "react";
import type { ClaimRow } from "#shared/contract/claims.ts";
import { SortTitle } from "../../parts/grid/SortTitle.tsx";
import { VirtualGrid } from "../../parts/grid/VirtualGrid.tsx";
import classes from "./ClaimGrid.module.css";
import { ClaimCells } from "./ClaimRow.tsx";
import type { Sort, View } from "./view.ts";

const ROW = 52;

interface Props {
  readonly view: View;
  readonly total: number;
  readonly loading: boolean;
  readonly active: number;
  readonly rowAt: (index: number) => ClaimRow | undefined;
  readonly onSeen: (from: number, to: number) => void;
  readonly onMove: (index: number) => void;
  readonly onOpen: () => void;
  readonly onSort: (sort: Sort) => void;
  readonly children: ReactNode;
}

/** The list of claims. */
export function ClaimGrid({ view, total, loading, active, rowAt, onSeen, onMove, onOpen, onSort, children }: Props) {
  const title = (sort: Sort, text: string, className: string | undefined, right = false) => (
    <SortTitle
      title={text}
      sorted={view.sort === sort}
      descending={view.descending}
      className={className}
      right={right}
      onSort={() => onSort(sort)}
    />
  );
  return (
    <VirtualGrid
      label="Claims"
      name="claim"
      rowHeight={ROW}
      total={total}
      active={active}
      loading={loading}
      columns={classes.columns}
      head={
        <>
          {title("number", "Claim", classes.number)}
          {title("counterparty", "Counterparty", classes.whom)}
          {title("status", "State", classes.state)}
          {title("deadline", "Deadline", classes.due)}
          {title("age", "Age", classes.age)}
          {title("claimed", "Claimed", classes.claimed, true)}
          <th scope="col" className={classes.recovered}>
            Recovered
          </th>
          {title("outstanding", "Outstanding", classes.outstanding, true)}
        </>
      }
      cells={(index) => {
        const row = rowAt(index);
        return row && <ClaimCells row={row} />;
      }}
      onMove={onMove}
      onOpen={onOpen}
      onSeen={onSeen}
    >
      {children}
    </VirtualGrid>
  );
}
