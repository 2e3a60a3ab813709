import type { DocumentKind } from "#shared/catalogue.ts";
import { type Cents, formatCents } from "#shared/money.ts";
import { formatWeekday } from "#shared/week.ts";
import { payWeek, premiumsOf, type Workweek } from "../../../wages/index.ts";
import { defineCheck } from "../../check.ts";
import type { FindingDraft } from "../../finding.ts";
import { allProof } from "../../proof.ts";
import {
  aboutDay,
  answered,
  counted,
  nameOf,
  punchProof,
  rosterProof,
  TIMES_MISSING,
  unclear,
} from "./payroll-finding.ts";
import { A_NIGHT_AROUND, type PersonDay, personDays, strangersAt } from "./person-days.ts";
import { recordOf, type Workplace } from "./work-hours.ts";
import { ruleNotes } from "./work-law.ts";
import { isShort, type Meal, mealSide, mealText, premiumFormula } from "./work-meals.ts";
import { payOf, rateNote } from "./work-pay.ts";
import { isPremiumPaid, PREMIUM_PAID } from "./work-register.ts";
import { ruleBookOf } from "./work-rules.ts";
import { timecardSide } from "./work-sides.ts";

interface Values {
  readonly day: PersonDay;
  readonly meals: readonly Meal[];
  readonly state: string;
  readonly formula: string;
  readonly amount: Cents | null;
}

type Workday = Workweek["days"][number];

/** F07: a meal that the law of the state asks for and the punches do not show as asked. */
export const F07 = defineCheck({
  code: "F07",
  version: 2,
  cadence: "week",
  needs: ["punch", "person", "station"],
  uses: ["payLine"],
  around: A_NIGHT_AROUND,
  parameters: {
    firstWaived: {
      title: "First meal waived in writing where the state allows it (1 yes, 0 no)",
      unit: "count",
      value: 0,
    },
    secondWaived: {
      title: "Second meal waived in writing where the state allows it (1 yes, 0 no)",
      unit: "count",
      value: 0,
    },
  },
  evaluate({ scope, facts, company, around, parameters }) {
    const home = facts.station.find((each) => each.station === scope.station);
    if (!home) return { outcome: "cannot-verify", missing: ["stations"] };
    const place: Workplace = { home, stations: facts.station };
    const waivers = { first: parameters.firstWaived > 0, second: parameters.secondWaived > 0 };
    const people = personDays({ scope, facts, company, around });
    const findings: FindingDraft<Values>[] = [];
    const [unknown, deducted]: [PersonDay[], PersonDay[]] = [[], []];
    let judged = 0;
    for (const days of weeksOf(people.days)) {
      const [first] = days;
      if (!first) continue;
      const punches = days.flatMap((day) => day.punches);
      for (const week of recordOf(punches, first.person, place, { waivers }).weeks) {
        for (const workday of week.days) {
          const day = days.find(({ date }) => date === workday.date);
          if (!day) continue;
          if (workday.meals === null) {
            if (asksForMeals(day, place)) unknown.push(day);
          } else if (workday.meals.some(isShort))
            findings.push(draft(day, workday, week, home.timeZone, isPremiumPaid(day, company.payLine)));
          else if (workday.meals.some(({ status }) => status === "no times")) deducted.push(day);
          else if (workday.meals.length > 0) judged += 1;
        }
      }
    }
    const doubts = new Map<DocumentKind, string>();
    const unsure = [
      ...(unknown.length > 0 ? [unclear(unknown, TIMES_MISSING, judged)] : []),
      ...(deducted.length > 0 ? [unclear(deducted, "the meal was taken off without punches", judged)] : []),
    ];
    if (unsure.length > 0) doubts.set("timecard", unsure.join("; "));
    const strangers = strangersAt(home, people);
    const lawless = ruleBookOf().on(home.state, scope.from).meal === null;
    if (strangers.length > 0 && !lawless)
      doubts.set("staff roster", `${counted(strangers.length, "timecard row")} of people on no roster`);
    return answered(findings, doubts, judged > 0);
  },
  sentence: ({ day, meals, state, amount }) =>
    `The punches of ${nameOf(day)} on ${formatWeekday(day.date)} show ${meals.filter(isShort).map(mealText).join(" and ")} (${state})` +
    `${amount === null ? "." : `: a premium of ${formatCents(amount)} may be due.`}`,
  formula: ({ formula }) => formula,
});

/** The days of each person, in order. */
function weeksOf(days: readonly PersonDay[]): PersonDay[][] {
  const people = new Map<PersonDay["person"], PersonDay[]>();
  for (const day of days) {
    if (day.punches.length === 0) continue;
    const known = people.get(day.person);
    if (known) known.push(day);
    else people.set(day.person, [day]);
  }
  return [...people.values()];
}

/** Whether a day that cannot be judged lies where the law asks for meals at all. */
function asksForMeals(day: PersonDay, { home }: Workplace): boolean {
  const state = day.punches.find((punch) => punch.state !== "")?.state ?? home.state;
  return ruleBookOf().on(state, day.date).meal !== null;
}

function draft(day: PersonDay, workday: Workday, week: Workweek, zone: string, isPaid: boolean): FindingDraft<Values> {
  const meals = workday.meals ?? [];
  const book = ruleBookOf();
  const pay = payWeek(week, {}, book);
  const regularRate = pay.known ? pay.regularRate : null;
  const premium = premiumsOf(week, { regularRate, flatSumCents: 0, missedRests: [] }, book).find(
    (each) => each.date === day.date && each.what === "meal",
  );
  // Where another day of the week leaves the regular rate open, the plain rate is the least that it can be.
  const amount = premium && !isPaid ? (premium.cents ?? payOf(day, premium.minutes)) : null;
  const formula = premiumFormula(day, meals, premium, amount);
  const several =
    workday.states.length > 1
      ? [`Worked in ${workday.states.join(" and ")}; the rule of ${workday.state} was used.`]
      : [];
  return {
    ...aboutDay(day),
    direction: premium ? "exposure" : "watch",
    amountCents: amount,
    estimated: amount !== null && premium?.cents === null,
    values: { day, meals, state: workday.state, formula, amount },
    sides: [timecardSide(day.punches, day.date, zone), mealSide(day.date, meals)],
    evidence: allProof(punchProof(day.punches), rosterProof([day.person])),
    notes: [
      ...several,
      ...(premium
        ? [
            ...(isPaid ? [PREMIUM_PAID] : []),
            "One premium a day, however many meals. Bonuses of the week would raise the rate and are not counted.",
            rateNote(day),
          ]
        : []),
      ...ruleNotes(
        meals.map(({ rule }) => rule),
        book,
      ),
    ],
  };
}
