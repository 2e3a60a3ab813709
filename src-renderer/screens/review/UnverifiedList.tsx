import { Button, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { CATALOGUE, type DocumentKind, KIND_HELP } from "#shared/catalogue.ts";
import { group } from "#shared/money.ts";
import { formatPeriod, monthOf, weekEnd } from "#shared/week.ts";
import { linkTo } from "../../app/route.ts";
import { api } from "../../client/api.ts";
import { sentenceOf } from "../../client/errors.ts";
import { Empty } from "../../parts/Empty.tsx";
import { Scroller } from "../../parts/Scroller.tsx";
import classes from "./UnverifiedList.module.css";
import type { View } from "./view.ts";

/** As many as are drawn at once without being felt. */
const FIRST = 200;

/** A week shows its own checks and those of the months it lies in, as the board counts them. */
function belongs(period: string, chosen: string): boolean {
  if (chosen === "" || period === chosen) return true;
  return chosen.length === 10 && (period === monthOf(chosen) || period === monthOf(weekEnd(chosen)));
}

/** Why a document that is there does not suffice, or where to find the one that is missing. */
function needs(missing: readonly DocumentKind[], why: string): string {
  if (why !== "") return `${why.slice(0, 1).toUpperCase()}${why.slice(1).replace(/\.?$/, ".")}`;
  return `Drop the document. ${[...new Set(missing.map((kind) => KIND_HELP[kind].where))].join("; ")}`.trim();
}

interface Props {
  readonly view: View;
  readonly onChange: (part: Partial<View>) => void;
}

/** Checks that could not be made, and the document each of them waits for. */
export function UnverifiedList({ view, onChange }: Props) {
  const [all, setAll] = useState(false);
  const { data, error } = useQuery(
    api.findings.coverage.queryOptions({
      input: view.station ? { station: view.station } : {},
      select: (rows) =>
        rows
          .filter(({ outcome, period }) => outcome === "cannot-verify" && belongs(period, view.period))
          .sort(
            (a, b) =>
              b.period.localeCompare(a.period) ||
              (a.station ?? "").localeCompare(b.station ?? "") ||
              a.code.localeCompare(b.code),
          ),
    }),
  );
  if (error)
    return (
      <Empty icon="warning" title="The list could not be read">
        <p role="alert">{sentenceOf(error)}</p>
      </Empty>
    );
  if (!data) return <Skeleton height="100%" />;
  if (data.length === 0)
    return (
      <div className={classes.sheet}>
        <Empty icon="check" title="Everything that applies can be verified">
          <p>No check lacks a document{view.station || view.period ? " for this station and week" : ""}.</p>
        </Empty>
      </div>
    );
  const shown = all ? data : data.slice(0, FIRST);
  return (
    <Scroller className={classes.sheet} label="Checks that cannot be verified">
      <p className={classes.lead}>
        {group(data.length)} {data.length === 1 ? "check" : "checks"} could not be made, because a document is missing
        or incomplete. None of them counts as agreeing.
        {(view.station || view.period) && (
          <Button size="compact-xs" variant="subtle" onClick={() => onChange({ station: "", period: "" })}>
            Show all stations and weeks
          </Button>
        )}
      </p>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Week</th>
            <th scope="col">Station</th>
            <th scope="col">Check</th>
            <th scope="col">Document</th>
            <th scope="col">What it needs</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ station, period, code, missing, why }) => (
            <tr key={`${station} ${period} ${code}`}>
              <td>
                {period.length === 10 ? (
                  <a href={linkTo("board", { week: period, station })}>{formatPeriod(period)}</a>
                ) : (
                  formatPeriod(period)
                )}
              </td>
              <td>{station ?? "All"}</td>
              <td>
                <span className={classes.code}>{code}</span> {CATALOGUE[code].title}
              </td>
              <td>
                {missing.length === 0
                  ? "–"
                  : `${why === "" ? "Missing" : "Incomplete"}: ${missing.map((kind) => KIND_HELP[kind].title).join(", ")}`}
              </td>
              <td className={classes.where}>{needs(missing, why)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {data.length > shown.length && (
        <Button m="md" size="compact-sm" variant="default" onClick={() => setAll(true)}>
          Show all {group(data.length)}
        </Button>
      )}
    </Scroller>
  );
}
