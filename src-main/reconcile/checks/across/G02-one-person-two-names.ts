/** G02: a name or id that the roster does not settle: it asks who that is, and never merges two people by itself. */
import { displayName } from "../../../matching/people.ts";
import { defineCheck } from "../../check.ts";
import type { FindingDraft } from "../../finding.ts";
import { allProof, proof } from "../../proof.ts";
import { answered, counted, rosterProof } from "../payroll/payroll-finding.ts";
import { peopleSeen, type Unsettled } from "./people-seen.ts";

/** Titles under which documents write names and ids. */
const NAME_COLUMNS = [
  ...["Delivery Associate", "Date", "Route", "Station", "Driver name", "Transporter ID", "Transporter Id"],
  ...["Delivery Associate Name", "Delivery Associate ID", "Last Name", "First Name", "Name", "Employee Name"],
  ...["Position ID", "EE Code", "Employee ID", "File #", "Payroll ID", "username", "fname", "lname", "payroll_id"],
  ...["first_name", "last_name", "Worker Name", "Worker ID", "Payroll Name", "Employee"],
];

/** Rows of one writing that stand for all of them in the evidence. */
const SHOWN = 5;

export const G02 = defineCheck({
  code: "G02",
  version: 2,
  cadence: "week",
  needs: ["person"],
  uses: ["punch", "route", "training", "scorecard", "itinerary", "payLine"],
  parameters: {},
  evaluate({ scope, facts, company }) {
    const { mentions, unsettled } = peopleSeen(facts.person, company, scope.from);
    const here = unsettled.filter((each) => stationOf(each) === scope.station);
    const nobody = unsettled.filter(
      ({ station, candidates }) => candidates.length === 0 && (station === null || station === scope.station),
    );
    const doubts = new Map<"staff roster", string>();
    if (nobody.length > 0) {
      const shown = nobody.slice(0, 3).map(({ text }) => displayName(text));
      const more = nobody.length > shown.length ? ` and ${nobody.length - shown.length} more` : "";
      doubts.set("staff roster", `nobody on the roster is called like ${shown.join(", ")}${more}`);
    }
    return answered(here.map(draft), doubts, mentions > 0);
  },
  sentence: (each) => {
    const { text, kind, candidates, isShared } = each;
    const who = `${displayName(text)} in the ${kind}${idText(each)}`;
    const [first, ...others] = candidates;
    if (!first) return `${who} is nobody on the staff roster.`;
    if (isShared)
      return `${who} fits ${counted(candidates.length, "person", "people")} on the staff roster; say which one it is.`;
    const more = others.length > 0 ? `, or ${counted(others.length, "other person", "other people")}` : "";
    return `${who} is not on the staff roster under that name; it may be ${personText(first)} (${first.reasons.join("; ")})${more}.`;
  },
  formula: ({ rows, kind, candidates }) =>
    `${counted(rows.length, "row")} of the ${kind}, ${counted(candidates.length, "candidate")} on the roster`,
});

/** The station that is asked: where the document has the name, else where the nearest candidate belongs. */
function stationOf({ station, candidates }: Unsettled): string | null {
  const [first] = candidates;
  return first ? (station ?? first.person.station) : null;
}

function idText({ payrollId }: Unsettled): string {
  return payrollId === null || payrollId === "" ? "" : ` (${payrollId})`;
}

function personText({ person }: Unsettled["candidates"][number]): string {
  return `${displayName(person.name)} (${person.employeeId})`;
}

function draft(each: Unsettled): FindingDraft<Unsettled> {
  const { key, text, kind, payrollId, rows, candidates } = each;
  return {
    subject: key,
    subjectLabel: `${displayName(text)} · ${kind}`,
    direction: "watch",
    amountCents: null,
    estimated: false,
    values: each,
    sides: [
      {
        title: `The ${kind} says`,
        columns: ["Name", "Payroll ID", "Rows"],
        rows: [[text, payrollId ?? "", String(rows.length)]],
        marked: [0],
      },
      {
        title: "The staff roster has",
        columns: ["Name", "Employee ID", "Station", "Why"],
        rows: candidates.map(({ person, reasons }) => [
          person.name,
          person.employeeId,
          person.station,
          reasons.join("; "),
        ]),
        marked: [0, 3],
      },
    ],
    evidence: allProof(proof(rows.slice(0, SHOWN), NAME_COLUMNS), rosterProof(candidates.map(({ person }) => person))),
    notes: [
      "Nothing was merged: until somebody says who this is, checks of these rows stay not verified.",
      ...(rows.length > SHOWN ? [`${counted(rows.length, "row")} have this name; the first ${SHOWN} are shown.`] : []),
    ],
    explains: [],
    deadline: null,
    counterparty: null,
    invoiceNumber: null,
  };
}
