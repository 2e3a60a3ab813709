/** Punches edited by hand: whose they are, who touched them and when. Pure. */
import { formatClock, type WallTime } from "#shared/hours.ts";
import { formatDay, formatWeekday } from "#shared/week.ts";
import type { PersonFact, PunchEditFact, PunchFact } from "../../../documents/facts.ts";
import { employeeIds, type PersonMatch } from "../../../matching/people.ts";
import { rosterIndex } from "../../../matching/people-roster.ts";
import type { Evidence, Side } from "../../finding.ts";
import { proof } from "../../proof.ts";

/** Whose punch was edited: a deleted one is in no timecard row, so it is looked up like one. */
export function editorOf(
  people: readonly PersonFact[],
  punches: readonly PunchFact[],
): (edit: PunchEditFact) => PersonMatch {
  const index = rosterIndex(people);
  const ids = employeeIds(punches);
  const asPunch = (edit: PunchEditFact): PunchFact => ({
    ...{ source: edit.source, employeeId: edit.employeeId, lastName: edit.lastName, firstName: edit.firstName },
    ...{ date: edit.date, in: edit.time, out: null, station: edit.station, outPunchType: "", payCode: "" },
    ...{ companyCode: "", department: "", state: "", hours: null, rate: null, deductedMinutes: null },
  });
  return (edit) => index.ofPunch(asPunch(edit), ids);
}

/** Whether the file a punch is from says of each punch who changed it last. */
export function recordsEdits({ source }: PunchFact): boolean {
  return source.columns.some((column) =>
    /^(?:deleted\??|is deleted|last modified.*|modified (?:by|date))$/i.test(column.trim()),
  );
}

const KINDS: Readonly<Record<string, string>> = {
  id: "in for the day",
  ol: "out to lunch",
  il: "in from lunch",
  od: "out for the day",
};

function kindOf(edit: PunchEditFact): string {
  return KINDS[edit.punchType.trim().toLowerCase()] ?? edit.punchType;
}

const stamp = (wall: WallTime | null) => (wall === null ? "" : `${formatDay(wall.slice(0, 10))}, ${formatClock(wall)}`);

/** `out for the day at 8:30 PM deleted by P. Lane on Aug 10, 9:15 AM`. */
export function editText(edit: PunchEditFact): string {
  const at = edit.time === null ? "" : ` at ${formatClock(edit.time)}`;
  const by = edit.modifiedBy.trim() === "" ? "" : ` by ${edit.modifiedBy.trim()}`;
  const when = edit.modifiedAt === null ? "" : ` on ${stamp(edit.modifiedAt)}`;
  return `${kindOf(edit)}${at} ${edit.deleted ? "deleted" : "added or changed"}${by}${when}`;
}

/** Edits as evidence. */
export function editProof(edits: readonly PunchEditFact[]): Evidence[] {
  return proof(edits, [
    ...["EE Code", "Employee Code", "Last Name", "First Name", "Punch Date", "Punch Type", "Time", "Punch Time"],
    ...[
      "Deleted",
      "Deleted?",
      "Is Deleted",
      "Last Modified",
      "Last Modified Date",
      "Modified Date",
      "Last Modified On",
    ],
    ...["Modified By", "Last Modified By"],
  ]);
}

/** What was edited, by whom and when. */
export function editSide(edits: readonly PunchEditFact[]): Side {
  return {
    title: "Edited by hand",
    columns: ["Date", "Punch", "Time", "What", "By", "When"],
    rows: edits.map((edit) => [
      formatWeekday(edit.date),
      kindOf(edit),
      edit.time === null ? "" : formatClock(edit.time),
      edit.deleted ? "deleted" : "added or changed",
      edit.modifiedBy,
      stamp(edit.modifiedAt),
    ]),
    marked: [3, 4, 5],
  };
}
