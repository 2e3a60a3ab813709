/** The partition that A01, A02, A03 and A08 share: whatever the invoice looks like, each dollar belongs to one finding. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DayTallyFact, InvoiceFact, InvoiceLineFact, RateFact, Source } from "#main/documents/facts.ts";
import type { Answer, Check, Rendered } from "#main/reconcile/check.ts";
import { A01 } from "#main/reconcile/checks/amazon/A01-route-unpaid.ts";
import { A02 } from "#main/reconcile/checks/amazon/A02-route-not-driven.ts";
import { A03 } from "#main/reconcile/checks/amazon/A03-wrong-block-paid.ts";
import { A04 } from "#main/reconcile/checks/amazon/A04-rate-differs.ts";
import { A08 } from "#main/reconcile/checks/amazon/A08-ride-along-paid-standard.ts";
import type { FindingDraft } from "#main/reconcile/finding.ts";
import type { DocumentKind } from "#shared/catalogue.ts";

const DATE = "2026-08-03";
const SUNDAY = "2026-08-02";
const RIVIAN = "Standard Parcel Electric - Rivian MEDIUM";
/** Whole dollars by type and block, as the card has them. */
const SERVICES = [
  { type: RIVIAN, minutes: 600, dollars: 325 },
  { type: RIVIAN, minutes: 540, dollars: 292 },
  { type: RIVIAN, minutes: 480, dollars: 260 },
  { type: `${RIVIAN} w/ Ride Along`, minutes: 600, dollars: 579 },
  { type: `${RIVIAN} - On-Road Experience: Driver`, minutes: 600, dollars: 579 },
  { type: "Standard Parcel - Extra Large Van - US", minutes: 600, dollars: 310 },
] as const;

let row = 0;
function source(kind: DocumentKind): Source {
  row += 1;
  const document = { name: `${kind}.csv`, sha256: kind, kind };
  return { document, sheet: null, row, columns: ["Date", "Rate"], cells: '["a","b"]' };
}

function tally(service: (typeof SERVICES)[number], completed: number): DayTallyFact {
  return {
    source: source("route summary"),
    station: "DXA4",
    date: DATE,
    serviceType: service.type,
    blockMinutes: service.minutes,
    isRoute: true,
    completed,
    amazonLateCancel: 0,
    dspLateCancel: 0,
    quickCoverage: 0,
  };
}

const HEAD = { station: "DXA4", invoiceNumber: "INV-1", periodStart: SUNDAY, periodEnd: "2026-08-08" };

function line(service: (typeof SERVICES)[number], count: number, offDollars: number): InvoiceLineFact {
  return {
    ...HEAD,
    source: source("variable invoice"),
    section: "routes",
    date: DATE,
    description: `${service.type} - Block of ${service.minutes / 60} Hours`,
    serviceType: service.type,
    rate: (service.dollars + offDollars) * 10_000,
    quantity: count * 10_000,
    amountCents: (service.dollars + offDollars) * count * 100,
    form: "detail",
    paymentType: "",
  };
}

function head(disputeCloses: string | null): InvoiceFact {
  return {
    ...HEAD,
    source: source("variable invoice"),
    invoiceType: "Variable",
    issuedOn: "2026-08-08",
    status: "New",
    disputeCloses,
    totalCents: null,
    form: "detail",
    currency: "USD",
  };
}

const CARD: readonly RateFact[] = SERVICES.map(({ type, minutes, dollars }) => ({
  source: source("rate card"),
  station: "DXA4",
  item: "route",
  serviceType: type,
  blockMinutes: minutes,
  rate: dollars * 10_000,
  effectiveFrom: "2026-01-01",
  effectiveTo: null,
}));

interface Week {
  readonly dayTally: readonly DayTallyFact[];
  readonly invoiceLine: readonly InvoiceLineFact[];
  readonly invoice?: readonly InvoiceFact[];
}

function findings(check: Check, { dayTally, invoiceLine, invoice = [head("2026-08-26")] }: Week) {
  const facts = { dayTally, invoiceLine, invoice, rate: CARD, alias: [] };
  const input = {
    scope: { station: "DXA4", period: SUNDAY, from: SUNDAY, to: "2026-08-08" },
    facts,
    company: facts,
    parameters: Object.fromEntries(Object.entries(check.parameters).map(([name, { value }]) => [name, value])),
    coverage: { activeDays: [DATE], covers: () => true, presence: () => "present" as const },
  };
  // The run hands a check its own types only; here the few it declares are all there is.
  const answer: Answer<Rendered> = check.evaluate(input as unknown as Parameters<Check["evaluate"]>[0]);
  return answer.outcome === "finding" ? answer.findings : [];
}

function signed(list: readonly FindingDraft<Rendered>[]): number {
  return list.reduce((sum, { direction, amountCents }) => {
    if (amountCents === null) throw new Error("the card prices everything here");
    return sum + (direction === "exposure" ? -amountCents : amountCents);
  }, 0);
}

/** Counts completed, counts paid and how many dollars each line's rate is off. */
const weeks = fc
  .array(fc.record({ completed: fc.nat(5), paid: fc.nat(5), off: fc.integer({ min: -9, max: 9 }) }), {
    minLength: SERVICES.length,
    maxLength: SERVICES.length,
  })
  .map((counts) =>
    SERVICES.flatMap((service, index) => {
      const count = counts[index];
      return count === undefined ? [] : [{ service, ...count }];
    }),
  );

describe("the partition of shortages and surpluses", () => {
  test("what is claimed and what was paid beyond add up to what is owed, to the cent", () => {
    fc.assert(
      fc.property(weeks, (counts) => {
        const dayTally = counts.map(({ service, completed }) => tally(service, completed));
        const invoiceLine = counts
          .filter(({ paid }) => paid > 0)
          .map(({ service, paid, off }) => line(service, paid, off));
        const week = { dayTally, invoiceLine };
        const claimed = [A01, A02, A03, A04, A08].reduce((sum, check) => sum + signed(findings(check, week)), 0);
        const due = counts.reduce((sum, { service, completed }) => sum + completed * service.dollars * 100, 0);
        const paid = invoiceLine.reduce((sum, { amountCents }) => sum + amountCents, 0);
        expect(claimed).toBe(due - paid);
      }),
      { numRuns: 300 },
    );
  });

  test("no subject is reported twice and the order of the facts does not show", () => {
    fc.assert(
      fc.property(weeks, (counts) => {
        const dayTally = counts.map(({ service, completed }) => tally(service, completed));
        const invoiceLine = counts.map(({ service, paid, off }) => line(service, paid, off));
        for (const check of [A01, A02, A03, A08]) {
          const forwards = findings(check, { dayTally, invoiceLine });
          const backwards = findings(check, {
            dayTally: [...dayTally].reverse(),
            invoiceLine: [...invoiceLine].reverse(),
          });
          const said = (list: typeof forwards) => list.map(({ subject, amountCents }) => [subject, amountCents]).sort();
          expect(said(backwards)).toEqual(said(forwards));
          expect(new Set(forwards.map(({ subject }) => subject)).size).toBe(forwards.length);
        }
      }),
    );
  });

  test("a substitution names the places it takes, and only those that nobody reports", () => {
    const [ten, , eight] = SERVICES;
    const swapped = { dayTally: [tally(ten, 1)], invoiceLine: [line(eight, 1, 0)] };
    const key = RIVIAN.toLowerCase();
    expect(findings(A03, swapped)[0]?.explains).toMatchObject([
      { code: "A01", subject: `${DATE}|${key}|600` },
      { code: "A02", subject: `${DATE}|${key}|480` },
    ]);
    const alsoUnpaid = { dayTally: [tally(ten, 2)], invoiceLine: [line(eight, 1, 0)] };
    expect(findings(A03, alsoUnpaid)[0]?.explains).toMatchObject([{ code: "A02" }]);
    expect(findings(A01, alsoUnpaid)[0]?.subject).toBe(`${DATE}|${key}|600`);
  });
});

describe("the evidence of an unpaid route", () => {
  const [ten, , , , , van] = SERVICES;

  test("holds both sides and the price where a part was paid", () => {
    const [finding] = findings(A01, { dayTally: [tally(ten, 2)], invoiceLine: [line(ten, 1, 0)] });
    const kinds = finding?.evidence.map(({ source: { document } }) => document.kind);
    expect(kinds).toEqual(["route summary", "variable invoice", "rate card"]);
  });

  test("holds the invoice's head and the day's other lines where nothing was paid", () => {
    const invoice = [head(null)];
    const other = line(van, 1, 0);
    const [finding] = findings(A01, { dayTally: [tally(ten, 1), tally(van, 1)], invoiceLine: [other], invoice });
    const rows = finding?.evidence.filter((item) => item.source.document.kind === "variable invoice");
    expect(rows?.map((item) => item.source.row)).toEqual([invoice[0]?.source.row, other.source.row]);
    expect(finding?.invoiceNumber).toBe("INV-1");
  });

  test("the invoice's own dispute window is the deadline, else 14 days after its issue", () => {
    const week = { dayTally: [tally(ten, 1)], invoiceLine: [] };
    expect(findings(A01, week)[0]?.deadline).toBe("2026-08-26");
    expect(findings(A01, { ...week, invoice: [head(null)] })[0]?.deadline).toBe("2026-08-22");
  });
});
