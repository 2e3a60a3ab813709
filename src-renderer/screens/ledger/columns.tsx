import type { ReactNode } from "react";
import type { LedgerRow, LedgerRowOf, LedgerTable } from "#shared/contract/ledger.ts";
import { formatClock, formatMinutes } from "#shared/hours.ts";
import { group, plainCents } from "#shared/money.ts";
import { formatDate, formatWeekday } from "#shared/week.ts";
import { DaysLeft } from "../../parts/DaysLeft.tsx";
import { Money } from "../../parts/Money.tsx";
import { formatRange } from "../../parts/range.ts";
import classes from "./LedgerGrid.module.css";
import { PersonMark } from "./PersonMark.tsx";
import type { PagedTab } from "./view.ts";

/** A column of a table of the ledger. */
export interface Column {
  readonly title: string;
  /** Its track of the grid. */
  readonly width: string;
  readonly cell: (row: LedgerRow) => ReactNode;
  readonly right?: boolean;
  /** Left out where the window is narrow. */
  readonly wideOnly?: boolean;
}

function isOf<T extends LedgerTable>(row: LedgerRow, table: T): row is LedgerRowOf<T> {
  return row.table === table;
}

type More = Pick<Column, "right" | "wideOnly">;

/** Makes columns of one table; the rows of another stay empty while it changes. */
function columnsFor<T extends LedgerTable>(table: T) {
  return (title: string, width: string, cell: (row: LedgerRowOf<T>) => ReactNode, more: More = {}): Column => ({
    title,
    width,
    cell: (row) => (isOf(row, table) ? cell(row) : null),
    ...more,
  });
}

const RIGHT = { right: true };
const WIDE = { wideOnly: true };
const none = (
  <span className={classes.none}>
    <span aria-hidden="true">–</span>
    <span className="sr-only">none</span>
  </span>
);
const clock = (wall: string | null) => (wall === null ? none : formatClock(wall));
const text = (value: string | null) => (value === null || value === "" ? none : value);

const invoice = columnsFor("invoices");
const route = columnsFor("routes");
const punch = columnsFor("timecards");
const person = columnsFor("people");
const payment = columnsFor("payments");

/** The columns of each table. */
export const COLUMNS: Record<PagedTab, readonly Column[]> = {
  invoices: [
    invoice("Invoice", "minmax(0, 1.3fr)", (row) => <strong className={classes.name}>{row.invoiceNumber}</strong>),
    invoice("Type", "minmax(0, 0.8fr)", (row) => row.type),
    invoice("From", "minmax(0, 0.8fr)", (row) => row.provider ?? `Amazon, ${row.station ?? "all"}`),
    invoice("Period", "176px", (row) => formatRange(row.periodStart, row.periodEnd)),
    invoice("Issued", "104px", (row) => formatDate(row.issuedOn), WIDE),
    invoice("Total", "120px", (row) => <Money cents={row.totalCents} />, RIGHT),
    invoice("Status", "minmax(0, 0.9fr)", (row) => text(row.status || (row.dueOn && `Due ${formatDate(row.dueOn)}`))),
    invoice("Dispute closes", "104px", (row) => <DaysLeft deadline={row.disputeCloses} daysLeft={row.daysLeft} />),
  ],
  routes: [
    route("Day", "104px", (row) => formatWeekday(row.date)),
    route("Station", "64px", (row) => row.station),
    route("Route", "84px", (row) => <strong className={classes.name}>{text(row.routeCode)}</strong>),
    route("Associate", "minmax(0, 1.1fr)", (row) => row.associate),
    route("Service type", "minmax(0, 1.9fr)", (row) => (
      <span title={row.serviceType}>
        {row.excluded && <em className={classes.lacking}>Excluded · </em>}
        {row.serviceType}
      </span>
    )),
    route("Block", "76px", (row) => formatMinutes(row.blockMinutes), RIGHT),
    route("Log in", "76px", (row) => clock(row.logIn), { right: true, wideOnly: true }),
    route("Log out", "76px", (row) => clock(row.logOut), { right: true, wideOnly: true }),
    route("Delivered", "76px", (row) => group(row.delivered), RIGHT),
    route("Returned", "72px", (row) => group(row.returned), { right: true, wideOnly: true }),
  ],
  timecards: [
    punch("Day", "104px", (row) => formatWeekday(row.date)),
    punch("Station", "64px", (row) => text(row.station)),
    punch("Employee", "minmax(0, 1.4fr)", (row) => <strong className={classes.name}>{row.name}</strong>),
    punch("Employee ID", "minmax(0, 0.9fr)", (row) => row.employeeId),
    punch(
      "In",
      "84px",
      (row) => (row.in === null ? <em className={classes.lacking}>missing</em> : clock(row.in)),
      RIGHT,
    ),
    punch(
      "Out",
      "84px",
      (row) => (row.out === null ? <em className={classes.lacking}>missing</em> : clock(row.out)),
      RIGHT,
    ),
    punch("Out punch", "minmax(0, 0.8fr)", (row) => text(row.outPunchType)),
    punch("Hours printed", "96px", (row) => (row.hours === null ? none : plainCents(row.hours)), RIGHT),
    punch("Pay code", "minmax(0, 0.7fr)", (row) => text(row.payCode)),
  ],
  people: [
    person("State", "128px", (row) => <PersonMark state={row.state} />),
    person("Name", "minmax(0, 1.2fr)", (row) => <strong className={classes.name}>{row.name}</strong>),
    person("Employee ID", "minmax(0, 0.7fr)", (row) => text(row.employeeId)),
    person("Transporter ID", "minmax(0, 0.9fr)", (row) => text(row.transporterId), WIDE),
    person("Station", "64px", (row) => text(row.station)),
    person("Written as", "minmax(0, 2fr)", (row) => (
      <span title={row.writtenAs.join("\n")}>{text(row.writtenAs.join(" · "))}</span>
    )),
    person("Last record", "104px", (row) => (row.lastSeen === null ? none : formatDate(row.lastSeen))),
    person("Left", "104px", (row) => (row.terminationDate === null ? none : formatDate(row.terminationDate)), WIDE),
  ],
  payments: [
    payment("Day", "112px", (row) => formatDate(row.date)),
    payment("From", "112px", (row) => (row.sort === "bank" ? "Bank" : "Amazon")),
    payment("Payment", "minmax(0, 1fr)", (row) => <strong className={classes.name}>{text(row.paymentNumber)}</strong>),
    payment("Invoice", "minmax(0, 1.2fr)", (row) => text(row.invoiceNumber)),
    payment("Description", "minmax(0, 1.4fr)", (row) => text(row.description)),
    payment("Amount", "128px", (row) => <Money cents={row.amountCents} />, RIGHT),
  ],
};
