/** From timecard rows to the wage engine: whose law holds where, and what the engine makes of a person's week. Pure. */
import type { PersonFact, PunchFact, StationFact } from "../../../documents/facts.ts";
import { type Segment, usualPolicy, type WorkPolicy, type WorkRecord, workRecord } from "../../../wages/index.ts";
import { deductedMinutes } from "./work-clock.ts";
import { ruleBookOf } from "./work-rules.ts";

/** Punches out that begin a meal, as ADP and others mark them. */
const MEAL = /\b(?:meal|lunch|lp)\b/i;

/** Where a person's punches were worked. */
export interface Workplace {
  /** The station the person belongs to. */
  readonly home: StationFact;
  readonly stations: readonly StationFact[];
}

/** The state whose law holds for a punch: the one printed on it, else that of the station it was worked at. */
export function stateOf(punch: PunchFact, place: Workplace): string {
  const printed = punch.state.trim().toUpperCase();
  return printed !== "" ? printed : stationOf(punch, place).state.trim().toUpperCase();
}

/** The station a punch was worked at: the one it names, else the person's own. */
function stationOf(punch: PunchFact, { home, stations }: Workplace): StationFact {
  return stations.find((each) => each.station === punch.station) ?? home;
}

/** Whether a meal follows a punch. */
export function endsInMeal(punch: PunchFact): boolean {
  return MEAL.test(punch.outPunchType);
}

/** Rows as the wage engine takes them; a row's id is its place in the list. */
export function segmentsOf(punches: readonly PunchFact[], person: PersonFact, place: Workplace): Segment[] {
  return punches.map((punch, index) => {
    const zone = stationOf(punch, place).timeZone;
    return {
      id: String(index),
      date: punch.date,
      in: punch.in,
      out: punch.out,
      zone,
      state: stateOf(punch, place) || null,
      endsInMeal: endsInMeal(punch),
      deductedMinutes: deductedMinutes(punch, zone),
      rate: punch.rate ?? person.payRate,
    };
  });
}

/** Workdays by the shift that begins on them, as everywhere in the payroll checks; a break of over two hours begins a new shift. */
export function policyOf({ home }: Workplace, more: Partial<WorkPolicy> = {}): WorkPolicy {
  return { ...usualPolicy(home.timeZone), daysBy: "shift", ...more };
}

/** A person's punches as the wage engine reckons them. */
export function recordOf(
  punches: readonly PunchFact[],
  person: PersonFact,
  place: Workplace,
  more: Partial<WorkPolicy> = {},
): WorkRecord {
  return workRecord(segmentsOf(punches, person, place), policyOf(place, more), ruleBookOf());
}
