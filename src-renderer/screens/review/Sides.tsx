import type { FindingDetail } from "#shared/contract/schemas.ts";
import { cx } from "../../parts/cx.ts";
import { numbered } from "../../parts/numbered.ts";
import { Scroller } from "../../parts/Scroller.tsx";
import classes from "./Sides.module.css";

type Side = FindingDetail["sides"][number];

/** Figures line up at their last digit; words at their first letter. */
function isFigure(text: string): boolean {
  return /^[-–($]*[\d.,]+[)%]?$/.test(text.trim());
}

/** What was paid beside what happened; the columns that decided are marked. */
export function Sides({ sides }: { readonly sides: FindingDetail["sides"] }) {
  return (
    <div className={classes.sides}>
      {sides.map((side) => (
        <SideTable key={side.title} side={side} />
      ))}
    </div>
  );
}

function SideTable({ side }: { readonly side: Side }) {
  const { title, columns, rows, marked } = side;
  const figures = columns.map((_, column) => rows.length > 0 && rows.every((row) => isFigure(row[column] ?? "")));
  return (
    <section className={classes.side} aria-label={title}>
      <h3 className={classes.title}>{title}</h3>
      {rows.length === 0 ? (
        <p className={classes.none}>Nothing recorded.</p>
      ) : (
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
                      {marked.includes(index) ? <mark>{row[index] || "–"}</mark> : row[index] || "–"}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Scroller>
      )}
    </section>
  );
}
