import type { DocumentKind } from "#shared/catalogue.ts";
import { addDays, formatWeekday, type IsoDate } from "#shared/week.ts";
import type { PersonFact, PunchEditFact } from "../../../documents/facts.ts";
import { displayName } from "../../../matching/people.ts";
import { defineCheck } from "../../check.ts";
import type { FindingDraft } from "../../finding.ts";
import { allProof } from "../../proof.ts";
import { answered, counted, punchProof, rosterProof } from "./payroll-finding.ts";
import { A_NIGHT_AROUND, type PersonDay, personDays } from "./person-days.ts";
import { editorOf, editProof, editSide, editText, recordsEdits } from "./work-edits.ts";
import { timecardSide } from "./work-sides.ts";

interface Values {
  readonly person: PersonFact;
  readonly date: IsoDate;
  readonly edits: readonly PunchEditFact[];
  /** Of these the ones made after the timecards were closed. */
  readonly late: readonly PunchEditFact[];
}

/** F15: punches that somebody added, changed or deleted by hand, and those that were touched after the week was closed. */
export const F15 = defineCheck({
  code: "F15",
  version: 1,
  cadence: "week",
  needs: ["punch", "person"],
  uses: ["punchEdit"],
  around: A_NIGHT_AROUND,
  parameters: {
    closing: { title: "Days after the week's last day until timecards are closed", unit: "count", value: 1 },
  },
  evaluate({ scope, facts, company, around, parameters }) {
    const people = personDays({ scope, facts, company, around });
    const editor = editorOf(facts.person, company.punch);
    const closed = addDays(scope.to, parameters.closing);
    const groups = new Map<string, { person: PersonFact; date: IsoDate; edits: PunchEditFact[] }>();
    let nobodys = 0;
    for (const edit of company.punchEdit) {
      const match = editor(edit);
      if (!("person" in match)) {
        if (edit.station === null || edit.station === scope.station) nobodys += 1;
      } else if (match.person.station === scope.station) {
        const key = `${edit.date}|${match.person.employeeId}`;
        const group = groups.get(key) ?? { person: match.person, date: edit.date, edits: [] };
        group.edits.push(edit);
        groups.set(key, group);
      }
    }
    const findings = [...groups.values()].map((group) =>
      draft(
        {
          ...group,
          late: group.edits.filter(({ modifiedAt }) => modifiedAt !== null && modifiedAt.slice(0, 10) > closed),
        },
        people.days.find(({ person, date }) => person === group.person && date === group.date),
        parameters.closing,
      ),
    );
    const punches = people.days.flatMap((day) => day.punches);
    const doubts = new Map<DocumentKind, string>();
    const silent = punches.filter((punch) => !recordsEdits(punch));
    if (silent.length > 0)
      doubts.set("timecard", "the timecard does not say which punches were edited; a punch audit does");
    if (nobodys > 0)
      doubts.set("staff roster", `${counted(nobodys, "edited punch", "edited punches")} of people on no roster`);
    return answered(findings, doubts, punches.length > 0);
  },
  sentence: ({ person, date, edits, late }) => {
    const after =
      late.length > 0
        ? `, ${late.length === edits.length ? "" : `${late.length} of them `}after the week was closed`
        : "";
    return `${counted(edits.length, "punch", "punches")} of ${displayName(person.name)} on ${formatWeekday(date)} ${edits.length === 1 ? "was" : "were"} edited by hand${after}: ${edits.map(editText).join("; ")}.`;
  },
  formula: ({ edits }) => {
    const deleted = edits.filter((edit) => edit.deleted).length;
    return `${deleted} deleted + ${edits.length - deleted} added or changed = ${edits.length}, no amount`;
  },
});

function draft(values: Values, day: PersonDay | undefined, closing: number): FindingDraft<Values> {
  const { person, date, edits } = values;
  return {
    subject: `${date}|${person.employeeId}`,
    subjectLabel: `${formatWeekday(date)} · ${displayName(person.name)}`,
    direction: "watch",
    amountCents: null,
    estimated: false,
    values,
    sides: [timecardSide(day?.punches ?? [], date, null), editSide(edits)],
    evidence: allProof(editProof(edits), punchProof(day?.punches ?? []), rosterProof([person])),
    notes: [
      `Timecards count as closed ${counted(closing, "day")} after the week's last day. An edit is no mistake in itself; keep the reason for it on file.`,
    ],
    explains: [],
    deadline: null,
    counterparty: null,
    invoiceNumber: null,
  };
}
