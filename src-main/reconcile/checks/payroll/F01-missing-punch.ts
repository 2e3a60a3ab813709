import type { DocumentKind } from "#shared/catalogue.ts";
import { formatClock } from "#shared/hours.ts";
import { formatWeekday } from "#shared/week.ts";
import type { PunchFact } from "../../../documents/facts.ts";
import { defineCheck } from "../../check.ts";
import type { FindingDraft } from "../../finding.ts";
import { allProof } from "../../proof.ts";
import { aboutDay, answered, counted, nameOf, punchProof, routeProof } from "./payroll-finding.ts";
import { A_NIGHT_AROUND, type PersonDay, personDays, strangersAt } from "./person-days.ts";
import { openPunches } from "./work-clock.ts";
import { timecardSide, workSide } from "./work-sides.ts";

interface Values {
  readonly day: PersonDay;
  readonly open: readonly PunchFact[];
}

/** F01: a punch in without a punch out, or the reverse. Blocks the day for the checks that need its hours. */
export const F01 = defineCheck({
  code: "F01",
  version: 2,
  cadence: "week",
  needs: ["punch", "person"],
  uses: ["station"],
  around: A_NIGHT_AROUND,
  parameters: {},
  evaluate({ scope, facts, company, around }) {
    const people = personDays({ scope, facts, company, around });
    const findings: FindingDraft<Values>[] = people.days.flatMap((day) => {
      const open = openPunches(day);
      return open.length > 0 ? [draft({ day, open })] : [];
    });
    const station = facts.station.find((each) => each.station === scope.station);
    const strangers = strangersAt(station, people).filter((punch) => (punch.in === null) !== (punch.out === null));
    const doubts = new Map<DocumentKind, string>();
    if (strangers.length > 0)
      doubts.set("staff roster", `${counted(strangers.length, "open punch", "open punches")} of people on no roster`);
    return answered(
      findings,
      doubts,
      people.days.some((day) => day.punches.length > 0),
    );
  },
  sentence({ day, open }) {
    const texts = open.map((punch) =>
      punch.in !== null
        ? `punched in at ${formatClock(punch.in)} and never out`
        : `punched out at ${punch.out === null ? "?" : formatClock(punch.out)} and never in`,
    );
    return `${nameOf(day)} ${texts.join(" and ")} on ${formatWeekday(day.date)}; the day's hours cannot be checked.`;
  },
  formula({ day, open }) {
    const ins = day.punches.filter((punch) => punch.in !== null).length;
    const outs = day.punches.filter((punch) => punch.out !== null).length;
    return `${counted(ins, "punch in", "punches in")}, ${counted(outs, "punch out", "punches out")}: ${open.length} missing, no amount`;
  },
});

function draft(values: Values): FindingDraft<Values> {
  const { day } = values;
  return {
    ...aboutDay(day),
    direction: "watch",
    amountCents: null,
    values,
    sides: [timecardSide(day.punches, day.date, null), workSide([...day.routes, ...day.workOrders], [], day.date)],
    evidence: allProof(punchProof(day.punches), routeProof([...day.routes, ...day.workOrders])),
    notes: ["A day with a missing punch is left out of the checks of hours until the punch is corrected."],
  };
}
