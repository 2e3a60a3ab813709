import type { RefObject } from "react";
import { cx } from "./cx.ts";
import { Scroller } from "./Scroller.tsx";
import classes from "./SourceDialog.module.css";

/** A row of a stored document. */
export interface SourcePlace {
  readonly documentId: number;
  readonly document: string;
  readonly sheet: string | null;
  readonly row: number;
  /** Titles by which the row of titles is found. */
  readonly titles: readonly string[];
  /** The deciding cells by the title of their column, or by the label beside them. */
  readonly cells: Readonly<Record<string, string>>;
}

interface Grid {
  readonly firstRow: number;
  readonly rows: readonly (readonly string[])[];
}

interface Props {
  readonly frame: RefObject<HTMLElement | null>;
  readonly grid: Grid;
  /** The beginning of the sheet, where the titles are. */
  readonly top: Grid | undefined;
  readonly place: SourcePlace;
  /** Leaves room for what is said above the rows. */
  readonly low: boolean;
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
): { at: number; columns: Map<string, number> } | null {
  for (const [index, line] of [...(top?.rows ?? []).entries()].reverse()) {
    const at = (top?.firstRow ?? 1) + index;
    const columns = titles.map((title) => line.findIndex((cell) => cell.trim() === title.trim()));
    if (at < row && columns.length > 0 && columns.every((column) => column >= 0))
      return { at, columns: new Map(titles.map((title, place) => [title, columns[place] ?? -1])) };
  }
  return null;
}

/** A sheet as a spreadsheet shows it, with one row lit and its deciding cells marked. */
export function SourceGrid({ frame, grid, top, place, low }: Props) {
  const { row, cells } = place;
  const width = Math.max(1, ...grid.rows.map((line) => line.length));
  const columns = Array.from({ length: width }, (_, index) => index);
  const titles = titleColumns(
    top,
    row,
    place.titles.filter((title) => title.trim() !== ""),
  );
  const deciding = Object.entries(cells);
  const isMarked = (column: number, text: string) =>
    deciding.some(([title, value]) => {
      const known = titles?.columns.get(title);
      // Of a label above the table only the value is known.
      return known === undefined ? value !== "" && text.trim() === value.trim() : known === column;
    });
  const titleLine = titles ? top?.rows[titles.at - (top?.firstRow ?? 1)] : undefined;
  return (
    <Scroller ref={frame} className={cx(classes.frame, low && classes.low)} label="Original rows">
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
                  <td key={column} className={cx(here && isMarked(column, line[column] ?? "") && classes.marked)}>
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
