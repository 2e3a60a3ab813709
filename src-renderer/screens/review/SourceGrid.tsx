import type { RefObject } from "react";
import { cx } from "../../parts/cx.ts";
import { Scroller } from "../../parts/Scroller.tsx";
import classes from "./SourceDialog.module.css";

interface Grid {
  readonly firstRow: number;
  readonly rows: readonly (readonly string[])[];
}

interface Props {
  readonly frame: RefObject<HTMLElement | null>;
  readonly grid: Grid;
  /** The beginning of the sheet, where the titles are. */
  readonly top: Grid | undefined;
  readonly row: number;
  /** The deciding cells by the title of their column. */
  readonly cells: Readonly<Record<string, string>>;
}

/** `A`, `B` … `Z`, `AA`, as a spreadsheet names its columns. */
function letter(index: number): string {
  const rest = String.fromCharCode(65 + (index % 26));
  return index < 26 ? rest : letter(Math.floor(index / 26) - 1) + rest;
}

/** The last row before `row` that holds every title, and where each of them stands. */
function titleColumns(
  top: Grid | undefined,
  row: number,
  titles: readonly string[],
): { at: number; columns: Set<number> } | null {
  for (const [index, line] of [...(top?.rows ?? []).entries()].reverse()) {
    const at = (top?.firstRow ?? 1) + index;
    const columns = titles.map((title) => line.findIndex((cell) => cell.trim() === title.trim()));
    if (at < row && columns.length > 0 && columns.every((column) => column >= 0))
      return { at, columns: new Set(columns) };
  }
  return null;
}

/** A sheet as a spreadsheet shows it, with one row lit and its deciding cells marked. */
export function SourceGrid({ frame, grid, top, row, cells }: Props) {
  const width = Math.max(1, ...grid.rows.map((line) => line.length));
  const columns = Array.from({ length: width }, (_, index) => index);
  const titles = titleColumns(top, row, Object.keys(cells));
  const titleLine = titles ? top?.rows[titles.at - (top?.firstRow ?? 1)] : undefined;
  return (
    <Scroller ref={frame} className={classes.frame} label="Original rows">
      <table className={classes.grid}>
        <thead>
          <tr>
            <th scope="col" className={classes.corner}>
              <span className="sr-only">Row</span>
            </th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {letter(column)}
              </th>
            ))}
          </tr>
          {titleLine && titles && (
            <tr className={classes.titles}>
              <th scope="row">{titles.at}</th>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {titleLine[column] ?? ""}
                </th>
              ))}
            </tr>
          )}
        </thead>
        <tbody>
          {grid.rows.map((line, index) => {
            const number = grid.firstRow + index;
            const here = number === row;
            return (
              <tr
                key={number}
                data-here={here}
                aria-current={here ? "true" : undefined}
                className={cx(here && classes.here)}
              >
                <th scope="row">{number}</th>
                {columns.map((column) => (
                  <td key={column} className={cx(here && titles?.columns.has(column) && classes.marked)}>
                    {line[column] ?? ""}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scroller>
  );
}
