import { Button } from "@mantine/core";
import type { ListPage } from "#shared/contract/reference.ts";
import { cx } from "../../parts/cx.ts";
import { Scroller } from "../../parts/Scroller.tsx";
import { isLong, isNumber, shown } from "./lists.ts";
import classes from "./Setup.module.css";

type Row = ListPage["rows"][number];

interface Props {
  readonly label: string;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  readonly onEdit: (row: Row) => void;
  readonly onSource: (row: Row) => void;
}

/** The entries of a list, each with its source and a way to change it. */
export function ListTable({ label, columns, rows, onEdit, onSource }: Props) {
  return (
    <Scroller label={`${label}, table`} className={classes.scroll}>
      <table className={classes.table}>
        <caption className="sr-only">{label}</caption>
        <thead>
          <tr>
            {columns.map((title) => (
              <th key={title} scope="col" className={cx(isNumber(title) && classes.number)}>
                {title}
              </th>
            ))}
            <th scope="col" className={classes.rowActions}>
              <span className="sr-only">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Line
              key={`${row.source.documentId} ${row.source.sheet} ${row.source.row}`}
              {...{ columns, row, onEdit, onSource }}
            />
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}

function Line({ columns, row, onEdit, onSource }: Omit<Props, "label" | "rows"> & { readonly row: Row }) {
  const name = row.cells.filter(Boolean).slice(0, 3).join(", ");
  return (
    <tr>
      {columns.map((title, index) => {
        const text = shown(title, row.cells[index] ?? "");
        return index === 0 ? (
          <th key={title} scope="row" className={cx(isLong(title) && classes.long)}>
            {text}
          </th>
        ) : (
          <td key={title} className={cx(isNumber(title) && classes.number, isLong(title) && classes.long)}>
            {text}
          </td>
        );
      })}
      <td className={classes.rowActions}>
        <Button size="compact-xs" variant="subtle" aria-label={`Source of ${name}`} onClick={() => onSource(row)}>
          Source
        </Button>
        <Button size="compact-xs" variant="subtle" aria-label={`Change ${name}`} onClick={() => onEdit(row)}>
          Change
        </Button>
      </td>
    </tr>
  );
}
