import { useId } from "react";
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import type { Trend } from "#shared/contract/schemas.ts";
import { formatCents } from "#shared/money.ts";
import { formatWeek, weekNumber } from "#shared/week.ts";
import { Pattern } from "./Pattern.tsx";
import type { Series } from "./series.ts";
import classes from "./Trend.module.css";

interface Props {
  readonly weeks: Trend["weeks"];
  readonly series: readonly Series[];
  /** One bar a week made of the series, instead of one bar each. */
  readonly stacked: boolean;
}

/** The trend as bars. Each series has a pattern of its own beside its color, and its figures stand in the table. */
export function TrendChart({ weeks, series, stacked }: Props) {
  const id = useId();
  const rows = weeks.map(({ week }, index) => ({
    week,
    ...Object.fromEntries(series.map(({ key, cents }) => [key, cents[index] ?? 0])),
  }));
  const reduced = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  return (
    <figure className={classes.figure}>
      <svg width="0" height="0" className={classes.patterns} aria-hidden="true">
        <defs>
          {series.map(({ key, fill, color }) => (
            <Pattern key={key} id={`${id}-${key}`} fill={fill} color={`var(${color})`} />
          ))}
        </defs>
      </svg>
      <div className={classes.chart} role="img" aria-label={described(weeks, series)}>
        <ResponsiveContainer width="100%" height={210}>
          <BarChart data={rows} margin={{ top: 8, right: 8, bottom: 0, left: 8 }} barGap={1} accessibilityLayer={false}>
            <CartesianGrid vertical={false} stroke="var(--bh-line)" />
            <XAxis
              dataKey="week"
              tickFormatter={(week: string) => `W${weekNumber(week).week}`}
              tickLine={false}
              axisLine={{ stroke: "var(--bh-line-strong)" }}
              tick={{ fill: "var(--bh-muted)", fontSize: 12 }}
            />
            <YAxis
              width={64}
              tickFormatter={dollars}
              tickLine={false}
              axisLine={false}
              tick={{ fill: "var(--bh-muted)", fontSize: 12 }}
            />
            <Tooltip
              isAnimationActive={false}
              cursor={{ fill: "var(--bh-line)", opacity: 0.4 }}
              content={({ active, label }) =>
                active && typeof label === "string" ? <Tip weeks={weeks} series={series} week={label} /> : null
              }
            />
            {series.map(({ key, title, color }) => (
              <Bar
                key={key}
                dataKey={key}
                name={title}
                {...(stacked ? { stackId: "all" } : {})}
                fill={`url(#${id}-${key})`}
                stroke={`var(${color})`}
                maxBarSize={stacked ? 34 : 14}
                isAnimationActive={!reduced}
                animationDuration={250}
              />
            ))}
          </BarChart>
        </ResponsiveContainer>
      </div>
      <figcaption className={classes.legend}>
        {series.map(({ key, title, color, cents }) => (
          <span key={key} className={classes.entry}>
            <svg width="14" height="14" aria-hidden="true">
              <rect
                x="0.5"
                y="0.5"
                width="13"
                height="13"
                rx="2"
                fill={`url(#${id}-${key})`}
                stroke={`var(${color})`}
              />
            </svg>
            {title} <strong>{formatCents(sum(cents))}</strong>
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

function Tip({
  weeks,
  series,
  week,
}: {
  readonly weeks: Trend["weeks"];
  readonly series: readonly Series[];
  readonly week: string;
}) {
  const index = weeks.findIndex((each) => each.week === week);
  return (
    <div className={classes.tip}>
      <strong>{formatWeek(week)}</strong>
      {series.map(({ key, title, cents }) => (
        <span key={key} className={classes.tipLine}>
          {title} <span>{formatCents(cents[index] ?? 0)}</span>
        </span>
      ))}
    </div>
  );
}

const sum = (cents: readonly number[]) => cents.reduce((total, value) => total + value, 0);

/** Whole dollars for the axis; the figures to the cent stand in the table. */
const dollars = (cents: number) => formatCents(Math.round(cents / 100) * 100).replace(/\.00(?=\)?$)/, "");

/** What somebody who cannot see the chart is told; the table has the rest. */
function described(weeks: Trend["weeks"], series: readonly Series[]): string {
  const first = weeks[0]?.week;
  const last = weeks.at(-1)?.week;
  const span = first && last ? `from ${formatWeek(first)} to ${formatWeek(last)}` : "";
  return `Bar chart ${span}. ${series.map(({ title, cents }) => `${title} ${formatCents(sum(cents))}`).join(", ")}. The table shows each week.`;
}
