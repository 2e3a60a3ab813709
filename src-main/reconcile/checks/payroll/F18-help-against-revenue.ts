import type { DocumentKind } from "#shared/catalogue.ts";
import { formatMinutes } from "#shared/hours.ts";
import { type Cents, extend, formatCents, formatRate, plainCents, type Rate, TEN_THOUSAND } from "#shared/money.ts";
import { formatWeekday, type IsoDate } from "#shared/week.ts";
import type { RouteFact } from "../../../documents/facts.ts";
import { serviceKey } from "../../../matching/services.ts";
import { defineCheck } from "../../check.ts";
import type { FindingDraft } from "../../finding.ts";
import { allProof } from "../../proof.ts";
import { cardProof } from "../amazon/proof.ts";
import { type CardRow, describeRow, rateCard, routeRow } from "../amazon/rates.ts";
import { answered, counted, nameOf, punchProof, rosterProof, routeProof, unclear } from "./payroll-finding.ts";
import { A_NIGHT_AROUND, everyPunch, type PersonDay, personDays } from "./person-days.ts";
import { type Help, helpOf } from "./work-help.ts";

interface Values {
  readonly route: RouteFact;
  readonly help: readonly Help[];
  readonly minutes: number;
  readonly wages: Cents;
  readonly revenue: Rate;
  /** Wages in hundredths of a percent of the price, rounded down. */
  readonly percent: number;
}

/** F18: the wages of people who only helped on a route, against what Amazon pays for the route. */
export const F18 = defineCheck({
  code: "F18",
  version: 1,
  cadence: "week",
  needs: ["route", "person", "station"],
  uses: ["punch", "rate"],
  around: A_NIGHT_AROUND,
  parameters: {
    percent: { title: "Percent of a route's price that its helpers' wages may reach", unit: "count", value: 50 },
  },
  evaluate({ scope, facts, company, around, parameters, coverage }) {
    const home = facts.station.find((each) => each.station === scope.station);
    if (!home) return { outcome: "cannot-verify", missing: ["stations"] };
    const people = personDays({ scope, facts: everyPunch(facts, company), company, around });
    const helped = helpOf(people.days, home.station, home.timeZone);
    const card = rateCard(facts.rate);
    const doubts = new Map<DocumentKind, string>();
    const open = new Set<PersonDay>();
    const findings: FindingDraft<Values>[] = [];
    let compared = 0;
    for (const help of helped) {
      const [first] = help;
      if (!first) continue;
      const route = facts.route.find((row) => row.distance !== null && isSame(row, first.row));
      const unclocked = help.filter(({ minutes }) => minutes === null);
      for (const { day } of unclocked)
        if (!coverage.covers("timecard", day.date) || day.punches.length > 0) open.add(day);
      const price = route && routeRow(card, serviceKey(route.serviceType).key, route.blockMinutes, route.date);
      if (!price)
        doubts.set(
          "rate card",
          `there is no price for route ${first.row.routeCode} of ${formatWeekday(first.row.date)}`,
        );
      else if (help.some(({ minutes, pay }) => minutes !== null && pay === null))
        doubts.set("staff roster", "a helper has no pay rate");
      else if (unclocked.length < help.length) {
        compared += 1;
        const wages = help.reduce((sum, { pay }) => sum + (pay ?? 0), 0);
        const revenue = price.fact.rate;
        // Wages in cents against a price in ten-thousandths of a dollar: a cent is a hundred of them.
        if (wages * 100 * 100 > revenue * parameters.percent)
          findings.push(
            draft({ route, help, wages, revenue, ...sums(help, wages, revenue) }, price, parameters.percent),
          );
      }
    }
    if (open.size > 0) doubts.set("timecard", unclear([...open], "the helper's time is not known", compared));
    const here = new Set<unknown>(facts.route);
    const unknown = people.unknownRoutes.filter((row) => here.has(row) && row.distance === null);
    if (unknown.length > 0)
      doubts.set(
        "staff roster",
        `${counted(unknown.length, "helper's row", "helpers' rows")} of associates nobody could be matched to`,
      );
    return answered(findings, doubts, compared > 0);
  },
  sentence: ({ route, help, minutes, wages, revenue, percent }) =>
    `${help.map(({ day }) => nameOf(day)).join(" and ")} helped ${formatMinutes(minutes)} on route ${route.routeCode} of ${formatWeekday(route.date)}: ` +
    `${formatCents(wages)} of wages against the ${formatCents(extend(revenue, TEN_THOUSAND))} that Amazon pays for the route, ${plainCents(percent)} percent.`,
  formula: ({ help, wages, revenue, percent }) =>
    `${help.map(({ pay }) => plainCents(pay ?? 0)).join(" + ")} = ${plainCents(wages)} of ${formatRate(revenue)}, ${plainCents(percent)} percent, no amount`,
});

function isSame(a: RouteFact, b: RouteFact): boolean {
  return a.station === b.station && a.date === b.date && a.routeCode === b.routeCode;
}

function sums(help: readonly Help[], wages: Cents, revenue: Rate) {
  return {
    minutes: help.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0),
    percent: Math.floor((wages * 100 * 100 * 100) / revenue),
  };
}

function draft(values: Values, price: CardRow, limit: number): FindingDraft<Values> {
  const { route, help } = values;
  const date: IsoDate = route.date;
  return {
    subject: `${date}|${route.routeCode}`,
    subjectLabel: `${formatWeekday(date)} · ${route.routeCode}`,
    direction: "watch",
    amountCents: null,
    estimated: false,
    values,
    sides: [
      {
        title: "Helpers were paid",
        columns: ["Date", "Helper", "Time on this route", "Wages"],
        rows: help.map(({ day, minutes, pay }) => [
          formatWeekday(date),
          nameOf(day),
          minutes === null ? "no timecard" : formatMinutes(minutes),
          pay === null ? "" : plainCents(pay),
        ]),
        marked: [2, 3],
      },
      {
        title: "Amazon pays for the route",
        columns: ["Date", "Route", "Service type", "Planned duration", "Price"],
        rows: [
          [
            formatWeekday(date),
            route.routeCode,
            route.serviceType,
            formatMinutes(route.blockMinutes),
            formatRate(values.revenue),
          ],
        ],
        marked: [4],
      },
    ],
    evidence: allProof(
      routeProof([route, ...help.map(({ row }) => row)]),
      punchProof(help.flatMap(({ day }) => day.punches)),
      cardProof([price]),
      rosterProof(help.map(({ day }) => day.person)),
    ),
    notes: [
      `Reported above ${limit} percent of the route's price.`,
      "Only people without a route of their own that day are counted, their time shared evenly among the routes they were on; a driver who came to the rescue is paid within their own block.",
      describeRow(price),
    ],
    explains: [],
    deadline: null,
    counterparty: null,
    invoiceNumber: null,
  };
}
