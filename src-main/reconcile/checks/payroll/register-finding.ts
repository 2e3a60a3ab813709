/** What findings on a person's pay of a period share: both sides, evidence, notes and the answer. Pure. */
import type { Direction, DocumentKind } from "#shared/catalogue.ts";
import { formatMinutes } from "#shared/hours.ts";
import { type Cents, divideHalfUp, formatRate, plainCents } from "#shared/money.ts";
import { formatDay } from "#shared/week.ts";
import type { PayLineFact } from "../../../documents/facts.ts";
import { displayName } from "../../../matching/people.ts";
import type { Answer } from "../../check.ts";
import type { Evidence, FindingDraft, Side } from "../../finding.ts";
import { proof } from "../../proof.ts";
import { answered, punchProof, rosterProof } from "./payroll-finding.ts";
import { type Doubt, listed, type PayRecord } from "./register-record.ts";
import { UNITS_A_HUNDREDTH, UNITS_A_MINUTE, type Units } from "./register-shares.ts";
import type { RegisterWeek } from "./register-week.ts";

/** `Maria Garcia Lopez`. */
export function payeeOf({ person }: Pick<PayRecord, "person">): string {
  return displayName(person.name);
}

/** `Aug 2 to Aug 15`. */
export function periodText({ period }: Pick<PayRecord, "period">): string {
  return `${formatDay(period.from)} to ${formatDay(period.to)}`;
}

/** Identity of a person's period, the same for every check on it. `part` tells two findings of one check apart. */
export function subjectOf({ person, period }: Pick<PayRecord, "person" | "period">, part?: string): string {
  return [period.from, period.to, person.employeeId, ...(part === undefined ? [] : [part])].join("|");
}

/** The parts of a finding that follow from whose pay it is. */
export function aboutPay(
  record: PayRecord,
  part?: string,
): Pick<
  FindingDraft<never>,
  "subject" | "subjectLabel" | "estimated" | "explains" | "deadline" | "counterparty" | "invoiceNumber"
> {
  return {
    subject: subjectOf(record, part),
    subjectLabel: `${payeeOf(record)} · ${periodText(record)}`,
    estimated: false,
    explains: [],
    deadline: null,
    counterparty: null,
    invoiceNumber: null,
  };
}

/** Direction and amount of a share: too much was paid by us, too little is a risk of ours. */
export function sideOfMoney(cents: Cents): { readonly direction: Direction; readonly amountCents: Cents } {
  return cents >= 0 ? { direction: "overpaid", amountCents: cents } : { direction: "exposure", amountCents: -cents };
}

/** Hours as the register prints them: `40.50 h`. */
export function hoursText(units: Units): string {
  return `${plainCents(divideHalfUp(units, UNITS_A_HUNDREDTH))} h`;
}

/** Hours exactly: to the hundredth where they are whole ones, else in minutes. */
export function exactHours(units: Units): string {
  if (units % UNITS_A_HUNDREDTH === 0) return hoursText(units);
  if (units % UNITS_A_MINUTE === 0) return formatMinutes(units / UNITS_A_MINUTE);
  const minutes = Math.trunc(units / UNITS_A_MINUTE);
  return `${formatMinutes(minutes)} ${Math.round(((units - minutes * UNITS_A_MINUTE) * 60) / UNITS_A_MINUTE)} s`;
}

/** The register's lines of a person, gross included. */
export function paidSide({ paid }: PayRecord, marked: readonly number[]): Side {
  return {
    title: "The register paid",
    columns: ["Pay code", "Sort", "Hours", "Rate", "Amount"],
    rows: paid.lines.map((line) => [
      line.payCode,
      line.category,
      line.hours === null ? "" : plainCents(line.hours),
      line.rate === null ? "" : formatRate(line.rate),
      line.amountCents === null ? "" : plainCents(line.amountCents),
    ]),
    marked,
  };
}

/** What the timecard earned. */
export function earnedSide({ earned, punches, person }: PayRecord): Side {
  const hours = earned?.hours;
  const rate = earned?.rate ?? person.payRate;
  return {
    title: "The timecard earned",
    columns: ["What", "Hours", "Rate"],
    rows:
      hours === undefined
        ? [["Punches", String(punches.length), rate === null ? "" : formatRate(rate)]]
        : [
            ["Hours worked", exactHours(hours.worked), rate === null ? "not known" : formatRate(rate)],
            ["Overtime among them", exactHours(hours.overtime), ""],
            ["Double time among them", exactHours(hours.doubleTime), ""],
          ],
    marked: [1],
  };
}

/** Titles of the registers and pay-data files of every program. */
const REGISTER_COLUMNS = [
  ...["Employee ID", "Emp ID", "Name", "Employee Name", "Last Name", "First Name", "Period Start", "Period End"],
  ...["Pay Period Start Date", "Pay Period End Date", "Regular Hours", "Regular Pay", "Reg Hours", "Reg Earnings"],
  ...["OT Hours", "OT Pay", "O/T Hours", "O/T Earnings", "Overtime Hours", "DT Hours", "DT Pay", "Rate", "Bonus"],
  ...["PTO Hours", "PTO Pay", "Vacation Hours", "Sick Hours", "Holiday Hours", "Gross", "Gross Pay", "Department"],
  ...["File #", "Hours 3 Code", "Hours 3 Amount", "Earnings 3 Code", "Earnings 3 Amount", "Earnings Code"],
  ...["Pay Hours", "Dollars", "Worked In Dept", "Worker ID", "Worker Name", "Pay Component", "Hours", "Amount"],
  ...["Double overtime hours", "first_name", "last_name", "Org", "Line Date"],
];

/** Register rows as evidence. */
function registerProof(lines: readonly PayLineFact[]): Evidence[] {
  return proof(lines, REGISTER_COLUMNS);
}

/** Rows from both sides: the register's, the timecard's and the roster's. */
export function payProof(record: PayRecord, lines: readonly PayLineFact[] = record.paid.lines): Evidence[] {
  return [...registerProof(lines), ...punchProof(record.punches), ...rosterProof([record.person])];
}

/** What every comparison of a period rests on. */
export function basisNotes({ paid, earned }: PayRecord): string[] {
  return [
    ...(earned?.basis === "printed hours"
      ? ["The hours that the timecard prints were taken: they are nearer to the register than the punches are."]
      : []),
    ...(earned?.basis === "punches cut at midnight"
      ? [
          "A night shift was cut at midnight of the period's edge: the register is nearer to that than to the whole shift.",
        ]
      : []),
    ...(paid.pay?.from === "the gross"
      ? ["The file prints no amount for each sort of pay; pay for work is the gross less everything else."]
      : []),
    ...(paid.alsoIn.length > 0 ? [`Reported again in ${listed(paid.alsoIn)}, which was not counted.`] : []),
  ];
}

/** The rate by which hours were valued and where it comes from. */
export function valueNote({ earned, person, punches }: PayRecord): string {
  const rate = earned?.rate ?? null;
  if (rate === null) return "Neither roster nor timecard names a rate; no amount can be stated.";
  const printed = punches.some((punch) => punch.rate !== null);
  const from = printed ? "the timecard" : person.payRate === null ? "the register" : "the staff roster";
  return `Hours are valued at ${formatRate(rate)} an hour, from ${from}. The roster does not say since when it holds. Taxes are not counted.`;
}

/** The answer to a week. `doubts` are those of the check itself. */
export function answeredWeek<V>(
  week: RegisterWeek,
  findings: readonly FindingDraft<V>[],
  {
    doubts = [],
    applies,
    skip = () => false,
  }: { doubts?: readonly Doubt[]; applies: boolean; skip?: (record: PayRecord) => boolean },
): Answer<V> {
  const all = [
    ...week.doubts,
    ...week.records.flatMap((record) => (record.doubt && !record.outside && !skip(record) ? [record.doubt] : [])),
    ...doubts,
  ];
  const byKind = new Map<DocumentKind, string[]>();
  for (const { kind, why } of all) {
    const list = byKind.get(kind);
    if (!list) byKind.set(kind, [why]);
    else if (!list.includes(why)) list.push(why);
  }
  const said = new Map([...byKind].map(([kind, list]) => [kind, joined(list)]));
  return answered(findings, said, applies);
}

function joined(reasons: readonly string[]): string {
  const shown = reasons.slice(0, 3).join("; ");
  return reasons.length > 3 ? `${shown}; and ${reasons.length - 3} more` : shown;
}
