import { memo } from "react";
import type { ClaimRow } from "#shared/contract/claims.ts";
import { formatCents } from "#shared/money.ts";
import { formatPeriod } from "#shared/week.ts";
import { ClaimMark } from "../../parts/claimMarks.tsx";
import { DaysLeft } from "../../parts/DaysLeft.tsx";
import { Icon } from "../../parts/Icon.tsx";
import { Money } from "../../parts/Money.tsx";
import { plural } from "../../parts/plural.ts";
import classes from "./ClaimGrid.module.css";

/** What a claim is about, in one line: invoice and period. */
function aboutOf({ invoiceNumber, period }: ClaimRow): string {
  return [invoiceNumber, period && formatPeriod(period)].filter(Boolean).join(" · ") || "Several periods";
}

/** An amount where there is one; nothing is a dash. */
const some = (cents: number) => (cents === 0 ? null : cents);

/** One claim of the list. */
export const ClaimCells = memo(function ClaimCells({ row }: { readonly row: ClaimRow }) {
  const about = aboutOf(row);
  return (
    <>
      <th scope="row" className={classes.number}>
        {row.label}
      </th>
      <td className={classes.whom}>
        <span className={classes.first} title={row.counterparty}>
          {row.counterparty}
          {row.station !== null && <span className={classes.station}> {row.station}</span>}
        </span>
        <span className={classes.second} title={about}>
          {about}
        </span>
      </td>
      <td className={classes.state}>
        <ClaimMark status={row.status} />
        <Below row={row} />
      </td>
      <td className={classes.due}>
        {row.status === "draft" ? (
          <DaysLeft deadline={row.deadline} daysLeft={row.daysLeft} />
        ) : (
          <>
            <span className={classes.wideOnly}>
              <None text="sent" />
            </span>
            <span className={classes.narrowOnly}>
              <Age row={row} />
            </span>
          </>
        )}
      </td>
      <td className={classes.age}>
        <Age row={row} />
      </td>
      <td className={classes.claimed}>
        <Money cents={row.claimedCents} />
      </td>
      <td className={classes.recovered}>
        <Money cents={some(row.recoveredCents)} />
        {row.writtenOffCents > 0 && <span className={classes.second}>{formatCents(row.writtenOffCents)} off</span>}
      </td>
      <td className={classes.outstanding}>
        <Money cents={some(row.outstandingCents)} />
      </td>
    </>
  );
});

function Age({ row: { age, ageDays } }: { readonly row: ClaimRow }) {
  if (ageDays === null || age === null) return <None text="not waiting" />;
  if (ageDays === 0)
    return (
      <span>
        <span className={classes.wideOnly}>Today</span>
        <span className={classes.narrowOnly}>Sent today</span>
      </span>
    );
  return (
    <span title={`Submitted ${plural(ageDays, "day", "days")} ago`}>
      {plural(ageDays, "day", "days")}
      <span className={classes.narrowOnly}> old</span>
    </span>
  );
}

function None({ text }: { readonly text: string }) {
  return (
    <span className={classes.none}>
      <span aria-hidden="true">–</span>
      <span className="sr-only">{text}</span>
    </span>
  );
}

/** What deserves to be known of a claim before it is opened. */
function Below({ row: { proposals, assignee, findings } }: { readonly row: ClaimRow }) {
  if (proposals > 0)
    return (
      <span className={classes.proposal}>
        <Icon name="owed" size={13} />
        {proposals === 1 ? "Payment found" : `${proposals} payments found`}
      </span>
    );
  return <span className={classes.second}>{assignee ?? plural(findings, "finding", "findings")}</span>;
}
