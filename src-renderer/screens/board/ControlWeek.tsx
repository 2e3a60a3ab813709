import { KIND_HELP } from "#shared/catalogue.ts";
import type { ControlRow } from "#shared/contract/schemas.ts";
import { hundredthsOfHours } from "#shared/hours.ts";
import { formatCents, group, plainCents } from "#shared/money.ts";
import { formatWeek } from "#shared/week.ts";
import { linkTo } from "../../app/route.ts";
import { cx } from "../../parts/cx.ts";
import { Icon } from "../../parts/Icon.tsx";
import { Money } from "../../parts/Money.tsx";
import classes from "./ControlPanel.module.css";

/** A week of the control sheet: a line for each station, and below it in words what could not be verified. */
export function ControlWeek({ rows }: { readonly rows: readonly ControlRow[] }) {
  return (
    <tbody className={classes.week}>
      {rows.map((row, index) => {
        const note = noteOf(row);
        return [
          <tr key={row.station} className={cx(index === 0 && classes.first)}>
            <th scope="row">
              <span className={cx(index > 0 && "sr-only")}>{formatWeek(row.week)}</span>
            </th>
            <td>{row.station}</td>
            <Figures row={row} family="A" of={row.invoice} />
            <Figures row={row} family="B" of={row.incentive} />
            <td className={classes.number}>{row.routes === null ? <None /> : group(row.routes)}</td>
            <td className={classes.number}>{row.packages === null ? <None /> : group(row.packages)}</td>
            <td className={classes.number}>
              <Hours minutes={row.paidMinutes} />
            </td>
            <td className={classes.number}>
              <Hours minutes={row.clockedMinutes} />
            </td>
          </tr>,
          note !== "" && (
            <tr key={`${row.station} note`} className={classes.noteRow}>
              <td />
              <td colSpan={11}>
                <Icon name="info" size={14} /> {note}
              </td>
            </tr>
          ),
        ];
      })}
    </tbody>
  );
}

interface FiguresProps {
  readonly row: ControlRow;
  readonly family: "A" | "B";
  readonly of: ControlRow["invoice"];
}

/** Expected, paid, difference. What could not be verified is said so, never shown as equal. */
function Figures({ row: { station, week }, family, of }: FiguresProps) {
  const { state, paidCents, expectedCents, differenceCents, estimated } = of;
  const paid = paidCents === null ? <None /> : <Money cents={paidCents} />;
  if (expectedCents === null || differenceCents === null) {
    const word = state === "none" ? "none" : "not verified";
    return (
      <>
        <td className={cx(classes.number, classes.open)}>{word}</td>
        <td className={classes.number}>{paid}</td>
        <td className={cx(classes.number, classes.open)}>{word}</td>
      </>
    );
  }
  const link = linkTo("review", { status: "open,confirmed", family, station, period: week });
  return (
    <>
      <td className={classes.number}>
        <Money cents={expectedCents} />
      </td>
      <td className={classes.number}>{paid}</td>
      <td className={cx(classes.number, differenceCents !== 0 && classes.differs)}>
        {differenceCents === 0 ? (
          <Money cents={0} />
        ) : (
          <a href={link} aria-label={`${formatCents(differenceCents)} difference, ${station}: see its findings`}>
            <Money cents={differenceCents} estimated={estimated} />
          </a>
        )}
        {state === "in part" && <span className={classes.part}>in part</span>}
      </td>
    </>
  );
}

function Hours({ minutes }: { readonly minutes: number | null }) {
  if (minutes === null) return <None />;
  const [whole = "", rest = ""] = plainCents(hundredthsOfHours(minutes)).split(".");
  return `${group(Number(whole))}.${rest}`;
}

function None() {
  return (
    <span className={classes.open}>
      <span aria-hidden="true">–</span>
      <span className="sr-only">not known</span>
    </span>
  );
}

/** Why a line is not verified, or only in part; empty where it is whole. */
function noteOf({ invoice, incentive, partial, checked }: ControlRow): string {
  const named = (kinds: readonly ControlRow["partial"][number][]) =>
    kinds.map((kind) => KIND_HELP[kind].title.toLowerCase()).join(", ");
  const lacking = [...new Set([...invoice.missing, ...incentive.missing])].filter((kind) => !partial.includes(kind));
  const notes = [
    !checked && "Documents changed since this week was checked.",
    lacking.length > 0 && `Not verified for want of: ${named(lacking)}.`,
    partial.length > 0 && `Does not cover the whole week: ${named(partial)}.`,
  ];
  return notes.filter(Boolean).join(" ");
}
