import type { DocumentKind } from "#shared/catalogue.ts";
import { formatClock, formatMinutes } from "#shared/hours.ts";
import { type Cents, formatCents, plainCents } from "#shared/money.ts";
import { formatWeekday } from "#shared/week.ts";
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
  routeProof,
  unclear,
} from "./payroll-finding.ts";
import { A_NIGHT_AROUND, type PersonDay, personDays, strangersAt } from "./person-days.ts";
import { deductedMinutes, deductedOfDay, minutesWithin, spanOf } from "./work-clock.ts";
import { type WorkEvidence, workOf } from "./work-evidence.ts";
import { stateOf, type Workplace } from "./work-hours.ts";
import { seesShift } from "./work-idle.ts";
import { ruleNotes } from "./work-law.ts";
import { payOf, rateNote, rateOf, rateText } from "./work-pay.ts";
import { ruleBookOf } from "./work-rules.ts";
import { timecardSide, workSide } from "./work-sides.ts";

interface Values {
  readonly day: PersonDay;
  readonly work: WorkEvidence;
  readonly deducted: number;
  /** Minutes on the clock while the app did not see the person: there the break may have been. */
  readonly unseen: number;
  readonly overlap: number;
  readonly amount: Cents | null;
}

/** F08: minutes taken off for a meal without punches, more than there is room for outside of the app's log-in and log-out. */
export const F08 = defineCheck({
  code: "F08",
  version: 1,
  cadence: "week",
  needs: ["punch", "person", "station"],
  uses: ["route"],
  around: A_NIGHT_AROUND,
  parameters: {
    tolerance: { title: "Deducted minutes that may lie within the app's hours", unit: "minutes", value: 0 },
  },
  evaluate({ scope, facts, company, around, parameters, coverage }) {
    const home = facts.station.find((each) => each.station === scope.station);
    if (!home) return { outcome: "cannot-verify", missing: ["stations"] };
    const place: Workplace = { home, stations: facts.station };
    const zone = home.timeZone;
    const people = personDays({ scope, facts, company, around });
    const taken = people.days.filter((day) => spanOf(day) !== null && deductedOfDay(day, zone) > 0);
    if (taken.length > 0 && coverage.presence("service details") === "missing")
      return { outcome: "cannot-verify", missing: ["service details"] };
    const [blind, uncovered]: [PersonDay[], PersonDay[]] = [[], []];
    const findings: FindingDraft<Values>[] = [];
    let compared = 0;
    for (const day of taken) {
      const work = workOf(day);
      const span = spanOf(day);
      if (work.rows.length === 0 || !span) {
        if (!coverage.covers("service details", day.date)) uncovered.push(day);
        continue;
      }
      if (work.logIn === null || work.logOut === null || !seesShift(day, work.logIn, work.logOut)) {
        blind.push(day);
        continue;
      }
      compared += 1;
      const deducted = deductedOfDay(day, zone);
      const unseen = minutesWithin(day, span.in, work.logIn, zone) + minutesWithin(day, work.logOut, span.out, zone);
      const overlap = deducted - unseen;
      if (overlap > parameters.tolerance)
        findings.push(draft({ day, work, deducted, unseen, overlap }, place, parameters));
    }
    const doubts = new Map<DocumentKind, string>();
    const unsure = [
      ...(blind.length > 0
        ? [unclear(blind, "the log-in or log-out is missing or is not of the shift", compared)]
        : []),
      ...(uncovered.length > 0 ? [unclear(uncovered, "no service details cover the day", compared)] : []),
    ];
    if (unsure.length > 0) doubts.set("service details", unsure.join("; "));
    const strangers = strangersAt(home, people).filter((punch) => deductedMinutes(punch, zone) > 0);
    if (strangers.length > 0)
      doubts.set("staff roster", `${counted(strangers.length, "deduction")} of people on no roster`);
    return answered(findings, doubts, compared > 0);
  },
  sentence: ({ day, work, deducted, overlap, amount }) =>
    `${formatMinutes(deducted)} were taken off for ${nameOf(day)} on ${formatWeekday(day.date)} without punches, and the app shows them at work from ` +
    `${work.logIn === null ? "" : formatClock(work.logIn)} to ${work.logOut === null ? "" : formatClock(work.logOut)}: at least ` +
    `${formatMinutes(overlap)} of it fell into that time${amount === null ? "." : `, ${formatCents(amount)}.`}`,
  formula: ({ day, deducted, unseen, overlap, amount }) =>
    `${deducted} deducted - ${unseen} outside the app's hours = ${counted(overlap, "minute")} / 60 x ${rateText(rateOf(day))}` +
    `${amount === null ? "" : ` = ${plainCents(amount)}`}`,
});

function draft(
  about: Omit<Values, "amount">,
  place: Workplace,
  { tolerance }: { readonly tolerance: number },
): FindingDraft<Values> {
  const { day, work, overlap } = about;
  const amount = payOf(day, overlap);
  const book = ruleBookOf();
  const [punch] = day.punches;
  const rule = punch && book.on(stateOf(punch, place), day.date).unpaidMeal;
  return {
    ...aboutDay(day),
    direction: "exposure",
    amountCents: amount,
    values: { ...about, amount },
    sides: [timecardSide(day.punches, day.date, place.home.timeZone), workSide(work.rows, [], day.date)],
    evidence: allProof(punchProof(day.punches), routeProof(work.rows), rosterProof([day.person])),
    notes: [
      `Nobody knows when the break was: all minutes on the clock outside the app's hours are taken to be it first. ${counted(tolerance, "minute")} within them agree.`,
      "The app's log-in and log-out do not show breaks in between; ask whether the meal was taken.",
      rateNote(day),
      ...ruleNotes(rule ? [rule] : [], book),
    ],
  };
}
