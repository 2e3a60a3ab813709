/** C04: a month without its fleet invoice, or with one that came late. */
import { type Cents, formatCents, plainCents } from "#shared/money.ts";
import { addDays, formatDate, formatPeriod, type IsoDate, monthOf } from "#shared/week.ts";
import type { FleetLineFact, InvoiceFact } from "../../../documents/facts.ts";
import { type Answer, defineCheck, type Scope } from "../../check.ts";
import { allProof, proof } from "../../proof.ts";
import { GRACE_TO_APPEAR, HISTORY, lagNotes, lagOf, lastDay, type UsualLag, usualLag } from "../cash/usual-lag.ts";
import { headsOf, type StationFleet, stationFleets } from "./fleet-month.ts";
import { fleetLabel, fleetProof, fleetSide } from "./fleet-proof.ts";
import { together } from "./stations.ts";

interface Values {
  readonly sentence: string;
  readonly formula: string;
}

interface Due {
  readonly fleet: StationFleet;
  readonly scope: Scope;
  readonly lag: UsualLag;
  readonly due: IsoDate;
  readonly grace: number;
}

/** A station that had fleet invoices has one every month. The amount is the smallest advance of the months before, estimated. */
export const C04 = defineCheck({
  code: "C04",
  version: 1,
  cadence: "month",
  needs: [],
  around: {
    fleetInvoice: { before: 124, after: 62 },
    fleetLine: { before: 124, after: 62 },
    invoice: { before: 0, after: 14 },
    incentiveInvoice: { before: 0, after: 14 },
  },
  parameters: {
    usual: { title: "Days from the month's end to its fleet invoice", unit: "count", value: 10 },
    grace: GRACE_TO_APPEAR,
    history: HISTORY,
  },
  evaluate({ scope, around, today, parameters }) {
    const others = [...around.invoice, ...around.incentiveInvoice];
    return together<Values>(
      stationFleets(around.fleetInvoice, around.fleetLine).map((fleet) => {
        const earlier = fleet.heads.filter((head) => monthOf(head.periodEnd) < scope.period);
        const lag = usualLag(
          earlier.flatMap((head) => lagOf(head.periodEnd, head.issuedOn)),
          parameters,
        );
        const due = lastDay(scope.to, lag, parameters.grace);
        const judged = { fleet, scope, lag, due, grace: parameters.grace };
        const [head] = headsOf(fleet, scope.period);
        if (head) return head.issuedOn <= due ? { outcome: "agrees" } : late(judged, head);
        if (earlier.length === 0) return { outcome: "not-applicable" };
        if (today <= due) return { outcome: "not-applicable", holdsUntil: due };
        const after = [...others, ...fleet.heads].filter(
          (each) =>
            each.station === fleet.station && each.periodEnd >= addDays(scope.to, -6) && each.issuedOn >= scope.to,
        );
        return missing(judged, earlier, after);
      }),
    );
  },
  sentence: (values) => values.sentence,
  formula: (values) => values.formula,
});

/** It came, but late: nothing to claim. */
function late({ fleet, scope, lag, due, grace }: Due, head: InvoiceFact): Answer<Values> {
  const date = formatDate(head.issuedOn);
  return {
    outcome: "finding",
    findings: [
      {
        subject: `${fleet.station}|late`,
        subjectLabel: `${fleetLabel(fleet, scope.period)} · Fleet invoice`,
        direction: "watch",
        amountCents: null,
        estimated: false,
        values: {
          sentence: `The fleet invoice of ${fleet.station} for ${formatPeriod(scope.period)} is dated ${date}, after ${formatDate(due)}.`,
          formula: "a date, no amount",
        },
        sides: [
          { title: "The invoice", columns: ["Invoice", "Date"], rows: [[head.invoiceNumber, date]], marked: [1] },
          { title: "Usual", columns: ["Late after"], rows: [[formatDate(due)]], marked: [0] },
        ],
        evidence: allProof(proof([head], ["Invoice Number", "Invoice Date", "Period End"])),
        notes: lagNotes(lag, grace, due),
        explains: [],
        deadline: null,
        counterparty: "Amazon",
        invoiceNumber: head.invoiceNumber,
      },
    ],
  };
}

/** None by the usual day, although later papers of the station's are here. */
function missing(judged: Due, earlier: readonly InvoiceFact[], after: readonly InvoiceFact[]): Answer<Values> {
  const { fleet, scope, lag, due, grace } = judged;
  if (after.length === 0) {
    const why = `No later invoice of ${fleet.station} is here, so one that was never issued and one not dropped in look alike.`;
    return { outcome: "cannot-verify", missing: ["fleet invoice"], why };
  }
  const advances = earlier.flatMap((head) => advanceOf(fleet, head) ?? []);
  const least = advances.reduce<Advance | null>(
    (best, each) => (best === null || each.cents < best.cents ? each : best),
    null,
  );
  const amountCents = least?.cents ?? null;
  return {
    outcome: "finding",
    findings: [
      {
        subject: `${fleet.station}|missing`,
        subjectLabel: `${fleetLabel(fleet, scope.period)} · Fleet invoice`,
        direction: "owed",
        amountCents,
        estimated: amountCents !== null,
        values: {
          sentence: `${fleet.station} has no fleet invoice for ${formatPeriod(scope.period)} by ${formatDate(due)}, although it had one before.`,
          formula:
            amountCents === null
              ? "no known advance"
              : `${plainCents(amountCents)} expected - 0.00 invoiced = ${plainCents(amountCents)} (estimated)`,
        },
        sides: [
          { title: "Amazon paid", columns: ["Fleet invoice"], rows: [["None on file"]], marked: [0] },
          fleetSide("Paid before", least?.lines ?? []),
        ],
        evidence: allProof(
          fleetProof(least?.lines ?? []),
          proof([...earlier, ...after], ["Invoice Number", "Invoice Date", "Period Start", "Period End"]),
        ),
        notes: [
          ...(least === null
            ? []
            : [`Estimate: the smallest advance of the months before, ${formatCents(least.cents)}.`]),
          ...lagNotes(lag, grace, due),
          "If the invoice is in the payments console, drop it in and this finding clears.",
        ],
        explains: [],
        deadline: null,
        counterparty: "Amazon",
        invoiceNumber: null,
      },
    ],
  };
}

interface Advance {
  readonly cents: Cents;
  readonly lines: readonly FleetLineFact[];
}

/** What an invoice paid in advance; undefined where it shows no such line. */
function advanceOf(fleet: StationFleet, head: InvoiceFact): Advance | undefined {
  const lines = fleet.lines.filter(
    (line) => line.invoiceNumber === head.invoiceNumber && line.section === "prepayment" && line.amountCents !== null,
  );
  if (lines.length === 0) return undefined;
  return { cents: lines.reduce((sum, line) => sum + (line.amountCents ?? 0), 0), lines };
}
