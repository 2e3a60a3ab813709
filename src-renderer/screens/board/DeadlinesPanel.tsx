import { Button } from "@mantine/core";
import { useState } from "react";
import type { Board } from "#shared/contract/schemas.ts";
import { group } from "#shared/money.ts";
import { formatDate } from "#shared/week.ts";
import { linkTo } from "../../app/route.ts";
import { DaysLeft } from "../../parts/DaysLeft.tsx";
import { Money } from "../../parts/Money.tsx";
import { Panel } from "../../parts/Panel.tsx";
import classes from "./LedgerTable.module.css";

/** The nearest ones; the rest on request. */
const FIRST = 4;

/** Invoices whose time to dispute runs out soonest. */
export function DeadlinesPanel({ deadlines }: { readonly deadlines: Board["deadlines"] }) {
  const [all, setAll] = useState(false);
  return (
    <Panel title="Deadlines" hint={deadlines.length > 0 ? "Last day to dispute each invoice." : undefined}>
      {deadlines.length === 0 ? (
        <p className={classes.quiet}>No invoice has money at stake before a deadline.</p>
      ) : (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">Invoice</th>
              <th scope="col" className={classes.due}>
                Due
              </th>
              <th scope="col" className={classes.number}>
                Findings
              </th>
              <th scope="col" className={classes.money}>
                At stake
              </th>
            </tr>
          </thead>
          <tbody>
            {(all ? deadlines : deadlines.slice(0, FIRST)).map(
              ({ station, invoiceNumber, deadline, daysLeft, cents, count }) => (
                <tr key={`${station} ${invoiceNumber}`} className={classes.row}>
                  <th scope="row">
                    <a
                      href={linkTo("review", {
                        status: "open,confirmed",
                        direction: "owed,overcharged",
                        search: invoiceNumber,
                      })}
                    >
                      {invoiceNumber}
                      {station !== null && <span className={classes.aside}> {station}</span>}
                    </a>
                  </th>
                  <td title={formatDate(deadline)}>
                    <DaysLeft deadline={deadline} daysLeft={daysLeft} />
                  </td>
                  <td className={classes.number}>{group(count)}</td>
                  <td className={classes.money}>
                    <Money cents={cents} />
                  </td>
                </tr>
              ),
            )}
          </tbody>
        </table>
      )}
      {!all && deadlines.length > FIRST && (
        <Button mx={10} mb={10} size="compact-sm" variant="subtle" onClick={() => setAll(true)}>
          Show {deadlines.length - FIRST} more
        </Button>
      )}
    </Panel>
  );
}
