import { Box } from "@mantine/core";
import type { FindingDetail } from "#shared/contract/schemas.ts";
import { cx } from "../../parts/cx.ts";
import { numbered } from "../../parts/numbered.ts";
import { Scroller } from "../../parts/Scroller.tsx";
import classes from "./Sides.module.css";

type Side = FindingDetail["sides"][number];

/** What is short stays on one line: a date or a code is not to be broken. */
const SHORT = 14;

/** Figures line up at their last digit; words at their first letter. */
function isFigure(text: string): boolean {
  return /^[-–($]*[\d.,]+[)%]?$/.test(text.trim());
}

/** What was paid beside what happened; the columns that decided are marked. */
export function Sides({ sides }: { readonly sides: FindingDetail["sides"] }) {
  // The side with more columns gets more room.
  const widths = sides.map(({ columns }) => `minmax(0, ${columns.length + 2}fr)`);
  return (
    <Box className={classes.sides ?? ""} __vars={{ "--widths": widths.join(" ") }}>
      {sides.map((side) => (
        <SideTable key={side.title} side={side} />
      ))}
    </Box>
  );
}

function SideTable({ side }: { readonly side: Side }) {
  const { title, columns, rows, marked } = side;
  const short = columns.map((_, column) => rows.every((row) => (row[column] ?? "").length <= SHORT));
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
                      className={cx(
                        figures[index] && classes.figure,
                        short[index] && classes.short,
                        marked.includes(index) && classes.marked,
                      )}
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
