import type { PlannedFile } from "#shared/contract/schemas.ts";
import { numbered } from "../../parts/numbered.ts";
import { plural } from "../../parts/plural.ts";
import { Scroller } from "../../parts/Scroller.tsx";
import classes from "./FileDetail.module.css";

const ROWS = 4;

/** The tables of a file that nobody could name, a few rows each: enough to remember what it was. */
export function TablesGlance({ tables }: { readonly tables: NonNullable<PlannedFile["mapping"]>["tables"] }) {
  return numbered(tables).map(({ key, item: { sheet, headerRow, titles, samples, rows } }) => {
    const name = sheet === null ? "The table in this file" : `Sheet ${sheet}`;
    return (
      <section key={key}>
        <h3 className={classes.subtitle}>
          {name} <span>{plural(rows, "row", "rows")}</span>
        </h3>
        <Scroller className={classes.frame} label={`${name}, row ${headerRow}`}>
          <table className={classes.table}>
            <thead>
              <tr>
                {numbered(titles).map((title) => (
                  <th key={title.key} scope="col">
                    {title.item}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {numbered(samples.slice(0, ROWS)).map((line) => (
                <tr key={line.key}>
                  {numbered(line.item).map((cell) => (
                    <td key={cell.key} className={classes.mono}>
                      {cell.item}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Scroller>
      </section>
    );
  });
}
