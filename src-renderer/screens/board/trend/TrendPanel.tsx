import { SegmentedControl, Skeleton } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { api } from "../../../client/api.ts";
import { sentenceOf } from "../../../client/errors.ts";
import { Empty } from "../../../parts/Empty.tsx";
import { Panel } from "../../../parts/Panel.tsx";
import { type Measure, seriesOf } from "./series.ts";
import classes from "./Trend.module.css";
import { TrendTable } from "./TrendTable.tsx";

// The chart library is the largest single part of the window, and the board is useful before it is there.
const TrendChart = lazy(async () => ({ default: (await import("./TrendChart.tsx")).TrendChart }));

/** Weeks the trend looks back. */
const WEEKS = 12;

interface Props {
  readonly week: string;
  readonly station: string | null;
}

/** Twelve weeks of money found, handed in and received, or found by area; as a chart or as the table behind it. */
export function TrendPanel({ week, station }: Props) {
  const [measure, setMeasure] = useState<Measure>("road");
  const [asTable, setAsTable] = useState(false);
  const { data, error } = useQuery(
    api.findings.trend.queryOptions({ input: { station, week, weeks: WEEKS }, placeholderData: keepPreviousData }),
  );
  const series = data && seriesOf(data, measure);
  const nothing = data?.weeks.every(({ foundCents }) => foundCents === 0);
  return (
    <Panel
      title="Trend"
      hint="Claimable money by the week it was found in. A month’s invoices count in the week the month begins."
      aside={
        <div className={classes.controls} data-print="no">
          <SegmentedControl
            size="xs"
            aria-label="What to show"
            data={[
              { value: "road", label: "Found to recovered" },
              { value: "family", label: "By area" },
            ]}
            value={measure}
            onChange={(value) => setMeasure(value === "family" ? "family" : "road")}
          />
          <SegmentedControl
            size="xs"
            aria-label="How to show it"
            data={[
              { value: "chart", label: "Chart" },
              { value: "table", label: "Table" },
            ]}
            value={asTable ? "table" : "chart"}
            onChange={(value) => setAsTable(value === "table")}
          />
        </div>
      }
    >
      {error ? (
        <p role="alert" className={classes.message}>
          {sentenceOf(error)}
        </p>
      ) : !data || !series ? (
        <Skeleton height={220} m={18} />
      ) : nothing ? (
        <Empty icon="check" title="Nothing found in these twelve weeks">
          <p>As soon as a check finds money that can be claimed, its week shows here.</p>
        </Empty>
      ) : asTable ? (
        <TrendTable weeks={data.weeks} series={series} station={station} />
      ) : (
        <Suspense fallback={<Skeleton height={220} m={18} />}>
          <TrendChart weeks={data.weeks} series={series} stacked={measure === "family"} />
        </Suspense>
      )}
    </Panel>
  );
}
