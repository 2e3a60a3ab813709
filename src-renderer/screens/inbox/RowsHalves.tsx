import type { ReactNode, RefObject, UIEvent } from "react";
import type { PlanRow } from "#shared/contract/schemas.ts";
import { cx } from "../../parts/cx.ts";
import { RowStateMark } from "../../parts/rowStates.tsx";
import { Scroller } from "../../parts/Scroller.tsx";
import type { Column } from "./columns.ts";
import classes from "./FileDetail.module.css";

interface Half {
  readonly frame: RefObject<HTMLElement | null>;
  readonly rows: readonly { readonly index: number; readonly row: PlanRow | undefined }[];
  readonly columns: readonly Column[];
  readonly total: number;
  /** Pixels of the rows that are not drawn above and below. */
  readonly before: number;
  readonly after: number;
  /** Pixels of the frame. */
  readonly height: number;
  readonly onScroll: (event: UIEvent<HTMLElement>) => void;
}

/** The row's number, what becomes of it, and why, in characters. */
const NUMBER: Column = { title: "Row", width: 8 };
const STATE: Column = { title: "State", width: 15 };
const WHY: Column = { title: "Why", width: 34 };

/** Rows as they stand in the file. */
export function CellsHalf({ columns, ...half }: Half) {
  return (
    <HalfTable
      {...half}
      title="As it stands in the file"
      columns={[NUMBER, ...columns]}
      line={(row) => columns.map(({ title }) => <Cell key={title} text={row.cells[title]} mono />)}
    />
  );
}

/** The same rows as they were understood, with what is stored where they change it. */
export function UnderstoodHalf({ columns, reasons, ...half }: Half & { readonly reasons: boolean }) {
  return (
    <HalfTable
      {...half}
      title="As it was understood"
      columns={[NUMBER, STATE, ...(reasons ? [WHY] : []), ...columns]}
      line={(row) => (
        <>
          <td>
            <RowStateMark state={row.state} />
          </td>
          {reasons && <Cell text={row.reason} />}
          {columns.map(({ title }) => {
            const now = row.understood[title] ?? "";
            const was = row.before?.[title] ?? "";
            return row.before === null || now === was ? (
              <Cell key={title} text={now} />
            ) : (
              <td key={title} className={classes.marked} title={`${now || "nothing"}, was ${was || "nothing"}`}>
                {now || "–"} <span className={classes.was}>was {was || "nothing"}</span>
              </td>
            );
          })}
        </>
      )}
    />
  );
}

function Cell({ text = "", mono = false }: { readonly text?: string | undefined; readonly mono?: boolean }) {
  return (
    <td className={cx(mono && classes.mono)} title={text}>
      {text || <span className={classes.blank}>–</span>}
    </td>
  );
}

interface HalfProps extends Half {
  readonly title: string;
  readonly line: (row: PlanRow) => ReactNode;
}

function HalfTable({ title, frame, rows, columns, total, before, after, height, onScroll, line }: HalfProps) {
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  const space = (height: number) =>
    height > 0 && (
      <tr className={classes.space}>
        <td colSpan={columns.length} style={{ height }} />
      </tr>
    );
  return (
    <section>
      <h3 className={classes.subtitle}>{title}</h3>
      <Scroller ref={frame} label={title} className={classes.rows} height={height} onScroll={onScroll}>
        <table
          className={cx(classes.table, classes.measured)}
          style={{ width: `max(100%, ${width}ch)` }}
          aria-rowcount={total + 1}
        >
          <colgroup>
            {columns.map((column) => (
              <col key={column.title} style={{ width: `${column.width}ch` }} />
            ))}
          </colgroup>
          <thead>
            <tr>
              {columns.map((column, index) => (
                <th key={column.title} scope="col" title={column.title} className={cx(index === 0 && classes.number)}>
                  {column.title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {space(before)}
            {rows.map(({ index, row }) => (
              <tr key={index} aria-rowindex={index + 2}>
                <th scope="row" className={classes.number} title={row?.sheet ?? undefined}>
                  {row?.row ?? "…"}
                </th>
                {row ? line(row) : <td colSpan={columns.length - 1} />}
              </tr>
            ))}
            {space(after)}
          </tbody>
        </table>
      </Scroller>
    </section>
  );
}
