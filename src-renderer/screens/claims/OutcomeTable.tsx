import type { ReactNode } from "react";
import type { ClaimOutcomes } from "#shared/contract/claims.ts";
import { group } from "#shared/money.ts";
import { Money } from "../../parts/Money.tsx";
import classes from "./Outcomes.module.css";

interface TableProps {
  readonly title: string;
  readonly first: string;
  readonly empty: string;
  readonly children: readonly ReactNode[];
}

/** A table of outcomes; `first` names what its rows are. */
export function OutcomeTable({ title, first, empty, children }: TableProps) {
  return (
    <table className={classes.table}>
      <caption className="sr-only">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{first}</th>
          <th scope="col" className={classes.number}>
            Claims
          </th>
          <th scope="col" className={classes.money}>
            Claimed
          </th>
          <th scope="col" className={classes.money}>
            Approved
          </th>
          <th scope="col" className={classes.money}>
            Recovered
          </th>
          <th scope="col" className={classes.rate}>
            Success
          </th>
        </tr>
      </thead>
      <tbody>{children.length > 0 ? children : <Nothing columns={6} text={empty} />}</tbody>
    </table>
  );
}

/** The one row of a table that has none: why. */
export function Nothing({ columns, text }: { readonly columns: number; readonly text: string }) {
  return (
    <tr>
      <td colSpan={columns} className={classes.quiet}>
        {text}
      </td>
    </tr>
  );
}

type Row = Omit<ClaimOutcomes["byCheck"][number], "code" | "title">;

/** What came of the claims of a counterparty, or of a check. */
export function OutcomeLine({ row, children }: { readonly row: Row; readonly children: ReactNode }) {
  return (
    <tr>
      <th scope="row">{children}</th>
      <td className={classes.number}>{group(row.claims)}</td>
      <td className={classes.money}>
        <Money cents={row.claimedCents} />
      </td>
      <td className={classes.money}>
        <Money cents={row.answeredCents === 0 ? null : row.approvedCents} />
      </td>
      <td className={classes.money}>
        <Money cents={row.recoveredCents} />
      </td>
      <td className={classes.rate}>
        <Success rate={row.successRate} />
      </td>
    </tr>
  );
}

/** A share as a number, with a bar beside it that says nothing more. `rate` is in hundredths of a percent. */
function Success({ rate }: { readonly rate: number | null }) {
  if (rate === null) return <span className={classes.quiet}>no answer yet</span>;
  return (
    <span className={classes.success}>
      {Math.floor(rate / 100)}%
      <span className={classes.track} aria-hidden="true">
        <span className={classes.bar} style={{ width: `${Math.min(100, rate / 100)}%` }} />
      </span>
    </span>
  );
}
