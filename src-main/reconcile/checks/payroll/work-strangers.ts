/** Whether somebody nobody could match may be a person after all: a doubt, never a match. Pure. */
import type { IsoDate } from "#shared/week.ts";
import type { PersonFact, PunchFact } from "../../../documents/facts.ts";
import { mayBe } from "../../../matching/people.ts";
import type { PersonDays } from "./person-days.ts";

/** Work of a day that an unmatched associate did and that may be this person's under another spelling. */
export function possibleWork(days: PersonDays, person: PersonFact, date: IsoDate): PersonDays["unknownWork"] {
  return days.unknownWork.filter(
    (row) => ("assignmentDate" in row ? row.assignmentDate : row.date) === date && mayBe(row.associate, person),
  );
}

/** Punches of a day of somebody unmatched who may be this person under another spelling or number. */
export function possiblePunches(days: PersonDays, person: PersonFact, date: IsoDate): PunchFact[] {
  return days.strangers.filter(
    (punch) => punch.date === date && mayBe(`${punch.lastName}, ${punch.firstName}`, person),
  );
}
