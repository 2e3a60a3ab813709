import type { Trend } from "#shared/contract/schemas.ts";
import { formatWeek } from "#shared/week.ts";
import { linkTo } from "../../../app/route.ts";
import { cx } from "../../../parts/cx.ts";
import { Money } from "../../../parts/Money.tsx";
import { Scroller } from "../../../parts/Scroller.tsx";
import table from "../LedgerTable.module.css";
import type { Series } from "./series.ts";

interface Props {
  readonly weeks: Trend["weeks"];
  readonly series: readonly Series[];
  readonly station: string | null;
}

/** The trend in figures, the newest week first; each week leads to its findings. */
export function TrendTable({ weeks, series, station }: Props) {
  return (
    <Scroller label="Trend as a table">
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">Week</th>
            {series.map(({ key, title }) => (
              <th key={key} scope="col" className={table.money}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks
            .map(({ week }, index) => (
              <tr key={week} className={table.row}>
                <th scope="row">
                  <a href={linkTo("board", { week, station })}>{formatWeek(week)}</a>
                </th>
                {series.map(({ key, cents, link }) => (
                  <td key={key} className={table.money}>
                    <a href={linkTo("review", { ...link, direction: "owed,overcharged", period: week, station })}>
                      <Money cents={cents[index] ?? 0} />
                    </a>
                  </td>
                ))}
              </tr>
            ))
            .reverse()}
          <tr className={cx(table.row, table.family)}>
            <th scope="row">Together</th>
            {series.map(({ key, cents }) => (
              <td key={key} className={table.money}>
                <Money cents={cents.reduce((sum, value) => sum + value, 0)} />
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </Scroller>
  );
}
