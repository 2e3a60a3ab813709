/** Who is who: the roster beside the names and payroll ids in the documents, and the writings that mean nobody on it. */
import type { LedgerRowOf } from "#shared/contract/ledger.ts";
import type { IsoDate } from "#shared/week.ts";
import type { PersonFact } from "../documents/facts.ts";
import { displayName, employeeIds, PeopleIndex, type PersonMatch } from "../matching/people.ts";
import { peopleOfRoster, type Writing, writingsOfPeople } from "../store/ledger-lists.ts";
import { allLinks } from "../store/links.ts";
import type { ReadHandle } from "../store/schema.ts";

type Row = LedgerRowOf<"people">;

/** What the documents say of one person of the roster. */
interface Seen {
  readonly writtenAs: Set<string>;
  lastSeen: IsoDate | null;
}

/** Whom names and payroll ids mean, for showing the roster's own name and station beside a row. */
export interface Roster {
  onRoute(associate: string): PersonFact | null;
  /** By id alone: a row is not shown as somebody's because of a like name. */
  onTimecard(punch: Pick<Writing, "companyCode" | "employeeId">): PersonFact | null;
}

/** The roster with the links that were confirmed. */
export async function readRoster(db: ReadHandle): Promise<Roster> {
  const people = (await peopleOfRoster(db)).map(({ person }) => person);
  const index = new PeopleIndex(people, await allLinks(db));
  const personOf = (match: PersonMatch) => ("person" in match ? match.person : null);
  return {
    onRoute: (associate) => personOf(index.byName(associate)),
    onTimecard: ({ companyCode, employeeId }) => personOf(index.ofPayLine({ companyCode, employeeId, name: "" })),
  };
}

/** Payroll ids, as timecards write them, of the people of a station. */
export async function employeesAt(db: ReadHandle, roster: Roster, station: string): Promise<string[]> {
  const punches = (await writingsOfPeople(db)).filter(({ type }) => type === "punch");
  const theirs = punches.filter((punch) => roster.onTimecard(punch)?.station === station);
  return [...new Set(theirs.map(({ employeeId }) => employeeId))];
}

/** Everybody: first those who could not be matched, then the roster by name. */
export async function peopleRows(db: ReadHandle): Promise<Row[]> {
  const roster = await peopleOfRoster(db);
  const writings = await writingsOfPeople(db);
  const index = new PeopleIndex(
    roster.map(({ person }) => person),
    await allLinks(db),
  );
  const ids = employeeIds(writings.filter(({ type }) => type === "punch"));
  const seen = new Map<PersonFact, Seen>();
  const strangers: Row[] = [];
  for (const writing of writings) {
    const match = writing.type === "punch" ? index.ofPunch(writing, ids) : index.byName(writing.name);
    if ("person" in match) note(seen, match.person, writing);
    else strangers.push(strangerRow(writing, match));
  }
  const known = roster.map(({ id, person }): Row => {
    const { writtenAs, lastSeen } = seen.get(person) ?? { writtenAs: [], lastSeen: null };
    return {
      table: "people",
      ref: { type: "person", id },
      about: displayName(person.name),
      state: lastSeen === null ? "no records" : "matched",
      name: displayName(person.name),
      employeeId: person.employeeId,
      transporterId: person.transporterId,
      station: person.station,
      department: person.department,
      lastSeen,
      terminationDate: person.terminationDate,
      writtenAs: [...writtenAs].sort(),
    };
  });
  known.sort((a, b) => compare(a.name, b.name) || compare(a.employeeId, b.employeeId));
  return [...strangers, ...known];
}

function note(seen: Map<PersonFact, Seen>, person: PersonFact, writing: Writing): void {
  const before = seen.get(person);
  const lastSeen =
    before?.lastSeen !== undefined && before.lastSeen !== null && before.lastSeen > writing.lastDay
      ? before.lastSeen
      : writing.lastDay;
  seen.set(person, { writtenAs: (before?.writtenAs ?? new Set()).add(asWritten(writing, person)), lastSeen });
}

/** A writing with the sort of document it stands in, and with its payroll id where that is not the roster's. */
function asWritten({ type, name, employeeId }: Writing, person: PersonFact | null): string {
  if (type === "route") return `${name} (routes)`;
  const own = person !== null && person.employeeId === employeeId;
  return own ? `${name} (timecards)` : `${name}, ${employeeId} (timecards)`;
}

function strangerRow(writing: Writing, match: Exclude<PersonMatch, { readonly person: PersonFact }>): Row {
  const candidates = "ambiguous" in match ? match.ambiguous : [];
  return {
    table: "people",
    ref: { type: writing.type, id: writing.id },
    about: displayName(writing.name),
    state: candidates.length > 0 ? "several" : "unmatched",
    name: displayName(writing.name),
    employeeId: writing.employeeId,
    transporterId: null,
    station: writing.station,
    department: "",
    lastSeen: writing.lastDay,
    terminationDate: null,
    writtenAs: [
      asWritten(writing, null),
      ...candidates.map(({ name, employeeId }) => `could be ${displayName(name)}, ${employeeId}`),
    ],
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
