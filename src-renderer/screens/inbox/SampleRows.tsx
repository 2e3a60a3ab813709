import type { PlannedFile } from "#shared/contract/schemas.ts";
import { cx } from "../../parts/cx.ts";
import { Scroller } from "../../parts/Scroller.tsx";
import classes from "./FileDetail.module.css";

type Sample = PlannedFile["sample"];

/** Titles in the order they first appear over all rows. */
function titles(rows: readonly Readonly<Record<string, string>>[]): string[] {
  return [...new Set(rows.flatMap((row) => Object.keys(row)))];
}

/** A few rows as they stand in the file, beside the same rows as they were understood; the lines of both meet. */
export function SampleRows({ sample }: { readonly sample: Sample }) {
  return (
    <div className={classes.pair}>
      <Half title="As it stands in the file" sample={sample} pick="cells" />
      <Half title="As it was understood" sample={sample} pick="understood" />
    </div>
  );
}

function Half({ title, sample, pick }: { title: string; sample: Sample; pick: "cells" | "understood" }) {
  const columns = titles(sample.map((row) => row[pick]));
  return (
    <section>
      <h3 className={classes.subtitle}>{title}</h3>
      <Scroller className={classes.frame} label={title}>
        <table className={cx(classes.table, classes.even, pick === "understood" && classes.understood)}>
          <thead>
            <tr>
              <th scope="col" className={classes.number}>
                Row
              </th>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sample.map((row) => (
              <tr key={row.row}>
                <th scope="row" className={classes.number}>
                  {row.row}
                </th>
                {columns.map((column) => (
                  <td key={column}>{row[pick][column] || <span className={classes.blank}>–</span>}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
    </section>
  );
}
