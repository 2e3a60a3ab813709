import { useState } from "react";
import type { LedgerRow } from "#shared/contract/ledger.ts";
import { cx } from "../../parts/cx.ts";
import { VirtualGrid } from "../../parts/grid/VirtualGrid.tsx";
import type { Column } from "./columns.tsx";
import classes from "./LedgerGrid.module.css";

const ROW = 36;

interface Props {
  readonly label: string;
  readonly columns: readonly Column[];
  readonly total: number;
  readonly rowAt: (index: number) => LedgerRow | undefined;
  /** Tells which rows are about to be seen, so that they are fetched. */
  readonly onSeen: (from: number, to: number) => void;
  readonly onOpen: (row: LedgerRow) => void;
}

/** A table of the ledger of which only what can be seen is there, however long it is. Enter or a click opens a row. */
export function LedgerGrid({ label, columns, total, rowAt, onSeen, onOpen }: Props) {
  const [active, setActive] = useState(0);
  const tracks = (some: readonly Column[]) => some.map(({ width }) => width).join(" ");
  return (
    <VirtualGrid
      label={label}
      name="ledger"
      rowHeight={ROW}
      total={total}
      active={active}
      columns={classes.columns}
      vars={{ "--wide": tracks(columns), "--narrow": tracks(columns.filter(({ wideOnly }) => !wideOnly)) }}
      head={columns.map(({ title, ...column }) => (
        <th key={title} scope="col" className={cellClass(column)}>
          {title}
        </th>
      ))}
      cells={(index) => {
        const row = rowAt(index);
        return (
          row &&
          columns.map(({ title, cell, ...column }) => (
            <td key={title} className={cellClass(column)}>
              {cell(row)}
            </td>
          ))
        );
      }}
      choosing
      onMove={setActive}
      onOpen={(index) => {
        const row = rowAt(index);
        if (row) onOpen(row);
      }}
      onSeen={onSeen}
    />
  );
}

function cellClass({ right, wideOnly }: Pick<Column, "right" | "wideOnly">): string {
  return cx(classes.cell, right && classes.right, wideOnly && classes.wideOnly);
}
