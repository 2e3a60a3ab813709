/**
 * The owner's control sheet (G04): for a station's week what Amazon's invoices should have paid and paid, and the hours it pays beside those
 * the drivers were paid. Expected is not computed a second time: it is what was paid plus what the checks of the invoice (families A and B)
 * found, what is owed less what may be taken back. So expected minus paid is the sum of those findings by construction, and what a check
 * could not verify is said to be so instead of being shown as equal.
 */
import type { DocumentKind } from "#shared/catalogue.ts";
import type { Scope } from "./check.ts";
import { clockedHours, paidHours } from "./checks/across/labor.ts";
import { amazonInvoices } from "./checks/cash/amazon-invoices.ts";
import { A_NIGHT_AROUND } from "./checks/payroll/person-days.ts";
import { type ControlFinding, type ControlMoney, type ControlOutcome, controlMoney } from "./control-money.ts";
import type { CoverageMap } from "./coverage.ts";
import type { FactIndex } from "./facts.ts";

/** The types of fact the sheet reads. */
export const CONTROL_FACTS = [
  "station",
  "person",
  "invoice",
  "incentiveInvoice",
  "invoiceLine",
  "dayTally",
  "packageCount",
  "route",
  "training",
  "punch",
] as const;

/** One line of the sheet. Counts and minutes are null where no document of theirs is here. */
export interface ControlRow {
  readonly station: string;
  readonly week: string;
  readonly invoice: ControlMoney;
  readonly incentive: ControlMoney;
  readonly routes: number | null;
  readonly packages: number | null;
  /** Minutes of the blocks of paid routes. */
  readonly paidMinutes: number | null;
  /** Minutes drivers clocked. */
  readonly clockedMinutes: number | null;
  /** Documents that are here but do not cover the week, so that a count or a sum of hours may be too low. */
  readonly partial: readonly DocumentKind[];
}

/** What a line is made of. */
export interface ControlInput {
  /** A station's week. */
  readonly scope: Scope & { readonly station: string };
  readonly index: FactIndex;
  readonly coverage: CoverageMap;
  readonly outcomes: readonly ControlOutcome[];
  readonly findings: readonly ControlFinding[];
}

/** One line of the sheet. */
export function controlRow(input: ControlInput): ControlRow {
  const { scope, index } = input;
  const facts = index.select(CONTROL_FACTS, scope, null);
  const invoices = amazonInvoices({ ...facts, fleetInvoice: [] }).filter(
    ({ head }) => head.periodEnd >= scope.from && head.periodEnd <= scope.to,
  );
  const totals = (sort: "Variable" | "Incentive") =>
    invoices.filter((invoice) => invoice.sort === sort).map(({ total }) => total);
  const partial = new Set<DocumentKind>();
  const where = input.coverage.of(scope, ["punch"]);
  const known = <T>(kind: DocumentKind, value: T): T | null => {
    const presence = where.presence(kind);
    if (presence === "partial") partial.add(kind);
    return presence === "missing" ? null : value;
  };
  const paid = paidHours(facts.invoiceLine);
  if (paid.unclear.length > 0) partial.add("variable invoice");
  return {
    station: scope.station,
    week: scope.period,
    invoice: controlMoney("A", totals("Variable"), input),
    incentive: controlMoney("B", totals("Incentive"), input),
    routes: known(
      "route summary",
      facts.dayTally.reduce((sum, tally) => sum + (tally.isRoute ? tally.completed : 0), 0),
    ),
    packages: known(
      "delivered packages",
      facts.packageCount.reduce((sum, count) => sum + (count.kind === "delivered" ? count.count : 0), 0),
    ),
    paidMinutes: known("variable invoice", paid.minutes),
    clockedMinutes: known("timecard", clockedIn(input, partial)),
    partial: [...partial].sort(),
  };
}

/** Minutes drivers clocked; null where the list of stations or the roster is absent, so that nobody's hours can be told apart. */
function clockedIn({ scope, index }: ControlInput, partial: Set<DocumentKind>): number | null {
  const facts = index.select(["station", "person", "punch"], scope, null);
  const station = facts.station.find((each) => each.station === scope.station);
  if (!station || !facts.person.some((person) => person.station === scope.station)) return null;
  const company = index.everywhere(["punch", "route", "training"], scope);
  const around = index.around(A_NIGHT_AROUND, scope);
  const { minutes, openDays, strangers } = clockedHours({ scope, station, facts, company, around });
  if (openDays > 0) partial.add("timecard");
  if (strangers > 0) partial.add("staff roster");
  return minutes;
}
