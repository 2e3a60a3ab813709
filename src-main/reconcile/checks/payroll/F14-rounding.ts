import type { DocumentKind } from "#shared/catalogue.ts";
import { formatMinutes } from "#shared/hours.ts";
import { type Cents, formatCents, plainCents } from "#shared/money.ts";
import { formatWeek } from "#shared/week.ts";
import type { PersonFact } from "../../../documents/facts.ts";
import { displayName } from "../../../matching/people.ts";
import { roundingTest } from "../../../wages/index.ts";
import { defineCheck } from "../../check.ts";
import type { FindingDraft } from "../../finding.ts";
import { allProof } from "../../proof.ts";
import { answered, counted, punchProof, rosterProof } from "./payroll-finding.ts";
import { A_NIGHT_AROUND, personDays, strangersAt } from "./person-days.ts";
import { stateOf, type Workplace } from "./work-hours.ts";
import { ruleNotes } from "./work-law.ts";
import { rateNote, rateOf, rateText } from "./work-pay.ts";
import { incrementOf, type RoundedPunch, roundedPunches, roundingSides } from "./work-rounding.ts";
import { ruleBookOf } from "./work-rules.ts";

interface Values {
  readonly person: PersonFact;
  readonly punches: readonly RoundedPunch[];
  readonly test: ReturnType<typeof roundingTest>;
  readonly week: string;
  readonly amount: Cents | null;
}

/** F14: printed hours that are shorter than the punches again and again: rounding is accepted only if it evens out. */
export const F14 = defineCheck({
  code: "F14",
  version: 1,
  cadence: "week",
  needs: ["punch", "person", "station"],
  around: A_NIGHT_AROUND,
  parameters: {},
  evaluate({ scope, facts, company, around }) {
    const home = facts.station.find((each) => each.station === scope.station);
    if (!home) return { outcome: "cannot-verify", missing: ["stations"] };
    const place: Workplace = { home, stations: facts.station };
    const book = ruleBookOf();
    const people = personDays({ scope, facts, company, around });
    const times = new Map<PersonFact, RoundedPunch[]>();
    for (const day of people.days) {
      const known = times.get(day.person) ?? [];
      times.set(day.person, [...known, ...roundedPunches(day.punches, home.timeZone)]);
    }
    const findings: FindingDraft<Values>[] = [];
    let tested = 0;
    for (const [person, punches] of times) {
      const [first] = punches;
      if (!first) continue;
      const rule = book.on(stateOf(first.punch, place), scope.from).punchRounding;
      if (!rule) continue;
      tested += 1;
      const rate = rateOf({ person, punches: punches.map(({ punch }) => punch) });
      const test = roundingTest(punches, incrementOf(punches, rule.increments), rate, rule);
      if (test.verdict !== "against" && test.mealsRounded === 0) continue;
      const amount = test.cents === null || test.verdict !== "against" ? null : -test.cents;
      findings.push(draft({ person, punches, test, week: scope.period, amount }));
    }
    const doubts = new Map<DocumentKind, string>();
    const strangers = strangersAt(home, people).filter((punch) => punch.hours !== null);
    if (strangers.length > 0)
      doubts.set("staff roster", `${counted(strangers.length, "timecard row")} of people on no roster`);
    return answered(findings, doubts, tested > 0);
  },
  sentence: ({ person, test, week, amount }) =>
    test.verdict === "against"
      ? `The printed hours of ${displayName(person.name)} are shorter than the punches by ${formatMinutes(-test.netMinutes)} in ${formatWeek(week)} ` +
        `(${test.lost} of ${test.lost + test.gained + test.exact} rounded down, ${test.gained} up)${amount === null ? "." : `: ${formatCents(amount)}.`}`
      : `${counted(test.mealsRounded, "punch", "punches")} of ${displayName(person.name)} around meals in ${formatWeek(week)} ` +
        `${test.mealsRounded === 1 ? "was" : "were"} rounded, which ${test.rule.state} does not accept.`,
  formula: ({ test, person, punches, amount }) => {
    const rate = rateText(rateOf({ person, punches: punches.map(({ punch }) => punch) }));
    return (
      `${test.lostMinutes} lost - ${test.gainedMinutes} gained = ${counted(-test.netMinutes, "minute")}` +
      `${amount === null ? ", no amount" : ` / 60 x ${rate} = ${plainCents(amount)}`}`
    );
  },
});

function draft(values: Values): FindingDraft<Values> {
  const { person, punches, test, amount } = values;
  const rounded = punches.filter(({ actualMinutes, paidMinutes }) => actualMinutes !== paidMinutes);
  const rows = rounded.map(({ punch }) => punch);
  return {
    subject: person.employeeId,
    subjectLabel: displayName(person.name),
    direction: "exposure",
    amountCents: amount,
    estimated: false,
    values,
    sides: roundingSides(rounded),
    evidence: allProof(punchProof(rows), rosterProof([person])),
    notes: [
      "Printed hours have two decimals, so that a difference of less than a minute is none. Called one-sided from five times on in one direction only, or beyond three standard deviations of fair rounding.",
      ...(test.mealsRounded > 0 ? [`${counted(test.mealsRounded, "rounding")} next to a meal.`] : []),
      rateNote({ person, punches: rows }),
      ...ruleNotes([test.rule], ruleBookOf()),
    ],
    explains: [],
    deadline: null,
    counterparty: null,
    invoiceNumber: null,
  };
}
