import type { FindingDetail } from "#shared/contract/schemas.ts";
import { cx } from "../../parts/cx.ts";
import { numbered } from "../../parts/numbered.ts";
import { Scroller } from "../../parts/Scroller.tsx";
import classes from "./Sides.module.css";

type Side = FindingDetail["sides"][number];

/** A side of so few rows and so many columns reads better as a list: title at the left, value at the right. */
function isRecord({ columns, rows }: Side): boolean {
  return rows.length <= 2 && columns.length > 3;
}

/** A side too wide to stand beside another one. */
function isWide(side: Side): boolean {
  return !isRecord(side) && side.columns.length > 4;
}

/** Figures line up at their last digit; words at their first letter. */
function isFigure(text: string): boolean {
  return /^[-–($]*[\d.,]+[)%]?$/.test(text.trim());
}

/** What was paid beside what happened; the columns that decided are marked. */
export function Sides({ sides }: { readonly sides: FindingDetail["sides"] }) {
  return (
    <div className={cx(classes.sides, sides.some(isWide) && classes.stacked)}>
      {sides.map((side) => (
        <section key={side.title} className={classes.side} aria-label={side.title}>
          <h3 className={classes.title}>{side.title}</h3>
          {side.rows.length === 0 ? (
            <p className={classes.none}>Nothing recorded.</p>
          ) : isRecord(side) ? (
            <RecordTable side={side} />
          ) : (
            <RowsTable side={side} />
          )}
        </section>
      ))}
    </div>
  );
}

function Value({ text, marked }: { readonly text: string | undefined; readonly marked: boolean }) {
  return marked ? <mark>{text || "–"}</mark> : text || "–";
}

function RecordTable({ side: { columns, rows, marked } }: { readonly side: Side }) {
  return (
    <table className={cx(classes.table, classes.record)}>
      <tbody>
        {columns.map((column, index) => (
          <tr key={column} className={cx(marked.includes(index) && classes.marked)}>
            <th scope="row">{column}</th>
            {numbered(rows).map(({ key, item: row }) => (
              <td key={key}>
                <Value text={row[index]} marked={marked.includes(index)} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function RowsTable({ side: { title, columns, rows, marked } }: { readonly side: Side }) {
  const figures = columns.map((_, column) => rows.every((row) => isFigure(row[column] ?? "")));
  return (
    <Scroller className={classes.scroll} label={`${title}, table`}>
      <table className={classes.table}>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th key={column} scope="col" className={cx(figures[index] && classes.figure)}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {numbered(rows).map(({ key, item: row }) => (
            <tr key={key}>
              {columns.map((column, index) => (
                <td
                  key={column}
                  className={cx(figures[index] && classes.figure, marked.includes(index) && classes.marked)}
                >
                  <Value text={row[index]} marked={marked.includes(index)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}
