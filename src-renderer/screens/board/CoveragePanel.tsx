import type { Board } from "#shared/contract/schemas.ts";
import { datesFrom, formatWeekday, weekEnd } from "#shared/week.ts";
import { cx } from "../../parts/cx.ts";
import { Icon } from "../../parts/Icon.tsx";
import type { IconName } from "../../parts/icons.ts";
import { Panel } from "../../parts/Panel.tsx";
import { CoverageKind } from "./CoverageKind.tsx";
import classes from "./CoveragePanel.module.css";

type Row = Board["coverage"][number];
type Presence = Row["days"][number];

const WORDS: Record<Presence, string> = {
  present: "Present",
  partial: "Partial",
  missing: "Missing",
  quiet: "Nothing expected",
};
const SIGNS: Record<Presence, IconName> = { present: "check", partial: "partial", missing: "missing", quiet: "quiet" };

interface Props {
  readonly rows: readonly Row[];
  readonly week: string;
}

/** Which documents the week has, day by day, and what their absence prevents. */
export function CoveragePanel({ rows: all, week }: Props) {
  const days = datesFrom(week, weekEnd(week));
  // What is not here and keeps no check from being made is only named: a wall of crosses would hide those that matter.
  const spare = all.filter(({ state, prevents }) => state === "missing" && prevents.length === 0);
  const rows = all.filter((row) => !spare.includes(row));
  const lacking = rows.filter(({ state }) => state !== "present").length;
  return (
    <Panel
      title="Coverage"
      hint={
        lacking === 0
          ? "Every document that the checks wait for is here."
          : "Choose a document to see what it is needed for."
      }
      aside={<Legend />}
    >
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col" className={classes.kindHead}>
              Document
            </th>
            {days.map((date) => (
              <th key={date} scope="col" className={classes.day}>
                <span className={classes.weekday}>{formatWeekday(date).slice(0, 3)}</span> {Number(date.slice(8))}
              </th>
            ))}
            <th scope="col" className={classes.preventsHead}>
              Prevents
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.kind}>
              <th scope="row">
                <CoverageKind row={row} days={days} />
              </th>
              {row.days.map((presence, index) => (
                <td key={days[index]} className={cx(classes.cell, classes[presence])} title={WORDS[presence]}>
                  <Icon name={SIGNS[presence]} size={15} label={WORDS[presence]} />
                </td>
              ))}
              <td className={classes.prevents}>{row.state === "present" ? "" : preventsText(row.prevents.length)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {spare.length > 0 && (
        <div className={classes.spare}>
          <p>Not here, and no check of this week waits for them:</p>
          {spare.map((row) => (
            <CoverageKind key={row.kind} row={row} days={days} />
          ))}
        </div>
      )}
    </Panel>
  );
}

function preventsText(count: number): string {
  if (count === 0) return "–";
  return `${count} ${count === 1 ? "check" : "checks"}`;
}

function Legend() {
  return (
    <ul className={classes.legend} aria-label="Signs">
      {(["present", "partial", "missing", "quiet"] as const).map((presence) => (
        <li key={presence} className={classes[presence]}>
          <Icon name={SIGNS[presence]} size={14} />
          <span>{presence === "quiet" ? "Quiet" : WORDS[presence]}</span>
        </li>
      ))}
    </ul>
  );
}
