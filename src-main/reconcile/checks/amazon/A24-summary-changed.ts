/** A24: the work summary says something else than when we captured it. */
import { serviceKey } from "#main/matching/services.ts";
import { formatMinutes } from "#shared/hours.ts";
import { type Cents, formatQuantity, formatRate, plainCents, group as thousands } from "#shared/money.ts";
import { formatWeekday } from "#shared/week.ts";
import type { DayTallyFact, InvoiceFact, RouteFact } from "../../../documents/facts.ts";
import { defineCheck, type Scope } from "../../check.ts";
import type { FindingDraft, Side } from "../../finding.ts";
import { allProof, proof } from "../../proof.ts";
import { conclude } from "./answers.ts";
import { excludedMoney } from "./excluded-routes.ts";
import { claimOn, headFor } from "./invoice.ts";
import { cardProof, lineProof } from "./proof.ts";
import { describeRow } from "./rates.ts";
import { openRoutes, tallyProof } from "./routes.ts";
import { type ChangedPackages, changedPackages } from "./snapshot-packages.ts";
import { type ChangedRoutes, changedRoutes } from "./snapshot-routes.ts";
import { snapshotsOf } from "./snapshots.ts";
import { counted, dayText, onDay } from "./wording.ts";

type Values =
  | { readonly routes: ChangedRoutes; readonly scope: Scope }
  | { readonly packages: ChangedPackages; readonly lost: Cents; readonly scope: Scope };

/**
 * Snapshot against snapshot: due by the earlier one less what is due by this one or was paid, whichever is more. What is due by this one
 * and unpaid stands under A01 and A14, so that no dollar is claimed twice.
 */
export const A24 = defineCheck({
  code: "A24",
  version: 1,
  cadence: "week",
  needs: ["dayTally", "invoiceLine", "invoice"],
  uses: ["route", "packageCount", "rate", "alias"],
  superseded: ["dayTally", "route", "packageCount"],
  parameters: {},
  evaluate({ scope, facts, superseded, coverage }) {
    const open = openRoutes(facts);
    const own = <F extends { readonly station: string }>(rows: readonly F[]) =>
      rows.filter(({ station }) => station === scope.station);
    const earlier = {
      dayTally: own(superseded.dayTally),
      route: own(superseded.route),
      packageCount: own(superseded.packageCount),
    };
    const covered = coverage.activeDays.filter(
      (day) => coverage.covers("route summary", day) && coverage.covers("variable invoice", day),
    );
    const days = snapshotsOf(earlier, facts, covered);
    const packageDays = covered.filter((day) => coverage.covers("delivered packages", day));
    // A route that the work summary dropped because it is excluded now is A18's.
    const routes = changedRoutes(days, facts.dayTally, open, excludedMoney(facts.route, open, scope));
    const packages = changedPackages(earlier.packageCount, facts.packageCount, packageDays, open);
    const findings: FindingDraft<Values>[] = [
      ...routes.map((change) => routeFinding(change, scope, facts.invoice)),
      ...packages.map((change) => packageFinding(change, scope, facts.invoice)),
    ];
    const compared = days.size > 0 || earlier.packageCount.some(({ date }) => packageDays.includes(date));
    return conclude({ exists: compared, findings, missing: [] });
  },
  sentence: (values: Values) => {
    if ("packages" in values) {
      const { date, countBefore, countNow } = values.packages;
      return `The work summary had ${thousands(countBefore)} packages delivered on ${formatWeekday(date)} and now has ${thousands(countNow)}.`;
    }
    const { date, name, completedBefore, completedNow, removed, added } = values.routes;
    const codes = (title: string, routes: readonly RouteFact[]) =>
      routes.length > 0 ? [`${title} ${routes.map(({ routeCode }) => routeCode).join(", ")}`] : [];
    const changes = [...codes("gone:", removed), ...codes("new:", added)].join("; ");
    const counts = `${completedBefore} ${name} ${counted(completedBefore, "route")} ${onDay(date, values.scope)} and now has ${completedNow}`;
    return `The work summary had ${counts}${changes === "" ? "" : ` (${changes})`}.`;
  },
  formula: (values: Values) => {
    if ("packages" in values) {
      const { fees, countBefore, countNow } = values.packages;
      if (fees.length === 0) return `${thousands(countNow)} now - ${thousands(countBefore)} before`;
      const products = fees.map(({ row, quantity }) => `${formatQuantity(quantity)} x ${formatRate(row.fact.rate)}`);
      return `${products.join(" + ")} = ${plainCents(values.lost)}`;
    }
    const { dueBefore, dueNow, paid, lost, completedBefore, completedNow } = values.routes;
    if (dueBefore === null || dueNow === null || paid === null || lost === null) {
      return `${completedNow} now - ${completedBefore} before, no known rate`;
    }
    const kept = dueNow >= paid ? `${plainCents(dueNow)} due now` : `${plainCents(paid)} paid`;
    const { excluded } = values.routes;
    const less = excluded > 0 ? ` - ${plainCents(excluded)} excluded (A18)` : "";
    return lost > 0
      ? `${plainCents(dueBefore)} due before - ${kept}${less} = ${plainCents(lost)}`
      : `${plainCents(dueBefore)} due before, ${plainCents(dueNow)} due now, ${plainCents(paid)} paid: the change lost nothing`;
  },
});

function routeFinding(change: ChangedRoutes, scope: Scope, heads: readonly InvoiceFact[]): FindingDraft<Values> {
  const { date, base, name, before, now, removed, added, lines, rows } = change;
  const lost = change.lost === null || change.lost === 0 ? null : change.lost;
  const columns = ["Date", "Route", "Delivery Associate", "Service Type", "Planned Duration", "Excluded?"];
  return {
    subject: `${date ?? "week"}|${base}|routes`,
    subjectLabel: `${dayText(date, scope)} · ${name} · Work summary changed`,
    direction: lost === null ? "watch" : "owed",
    amountCents: lost,
    estimated: false,
    values: { routes: change, scope },
    sides: [tallies("The work summary now", now), tallies("As we captured it", before)],
    evidence: allProof(
      tallyProof([...before, ...now], "completed routes"),
      proof([...removed, ...added], columns),
      lineProof(lines),
      cardProof(rows),
    ),
    notes: [...rows.map(describeRow), VERSIONS],
    explains: [],
    ...claimOn(headFor(heads, lines, date), lines),
  };
}

function packageFinding(change: ChangedPackages, scope: Scope, heads: readonly InvoiceFact[]): FindingDraft<Values> {
  const { date, before, now, fees, lines } = change;
  const lost = fees.reduce((sum, { cents }) => sum + cents, 0);
  const side = (title: string, rows: typeof now): Side => ({
    title,
    columns: ["Date", "Package type", "Delivered"],
    rows: rows.map((row) => [formatWeekday(row.date), row.packageType, thousands(row.count)]),
    marked: [2],
  });
  const rows = fees.map(({ row }) => row);
  return {
    subject: `${date}|packages`,
    subjectLabel: `${dayText(date, scope)} · Packages · Work summary changed`,
    direction: lost > 0 ? "owed" : "watch",
    amountCents: lost > 0 ? lost : null,
    estimated: false,
    values: { packages: change, lost, scope },
    sides: [side("The work summary now", now), side("As we captured it", before)],
    evidence: allProof(
      proof([...before, ...now], ["Date", "Package count", "delivered packages", "Package type"]),
      lineProof(lines),
      cardProof(rows),
    ),
    notes: [...rows.map(describeRow), VERSIONS],
    explains: [],
    ...claimOn(headFor(heads, lines, date), lines),
  };
}

const VERSIONS =
  "Both downloads are kept. Only what the earlier one shows beyond the later one and beyond what was paid is counted here. Tolerance: none.";

function tallies(title: string, rows: readonly DayTallyFact[]): Side {
  return {
    title,
    columns: ["Date", "Service type", "Planned duration", "Completed routes"],
    rows: rows
      .filter((row) => serviceKey(row.serviceType).key !== "")
      .map((row) => [formatWeekday(row.date), row.serviceType, formatMinutes(row.blockMinutes), String(row.completed)]),
    marked: [3],
  };
}
