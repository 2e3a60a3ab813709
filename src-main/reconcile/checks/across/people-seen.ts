/** Names and ids of a week's documents that the roster does not settle. Pure. */
import type { DocumentKind } from "#shared/catalogue.ts";
import {
  KIND_OF_FACT,
  type PersonFact,
  type PunchFact,
  type RouteFact,
  type Source,
} from "../../../documents/facts.ts";
import { employeeIds, type PersonMatch } from "../../../matching/people.ts";
import { linkKey } from "../../../matching/people-links.ts";
import { type Proposal, proposalsFor } from "../../../matching/people-proposals.ts";
import { rosterIndex } from "../../../matching/people-roster.ts";
import type { FactsOf } from "../../check.ts";
import { isWorkedTime } from "../payroll/pay-codes.ts";

/** Facts that name people. */
export type Named = "punch" | "route" | "training" | "scorecard" | "itinerary" | "payLine";

/** A writing that is nobody's on the roster, or several people's. */
export interface Unsettled {
  /** Identity of the writing within a week. */
  readonly key: string;
  readonly text: string;
  /** The payroll id beside it, where the document has one. */
  readonly payrollId: string | null;
  readonly kind: DocumentKind;
  /** Where the document has it; null where it names no station. */
  readonly station: string | null;
  readonly rows: readonly { readonly source: Source }[];
  /** Who it may be, the nearest first. */
  readonly candidates: readonly Proposal[];
  /** Whether the roster has the very name, of several people. */
  readonly isShared: boolean;
}

/** What the week's documents call people, and which of it is unsettled. */
export interface PeopleSeen {
  /** How many rows name somebody. */
  readonly mentions: number;
  readonly unsettled: readonly Unsettled[];
}

interface Mention {
  readonly text: string;
  readonly payrollId: string | null;
  readonly transporterId: string | null;
  readonly station: string | null;
  readonly kind: DocumentKind;
  readonly row: { readonly source: Source };
  readonly match: PersonMatch;
}

const known = new WeakMap<
  readonly RouteFact[],
  { readonly people: readonly PersonFact[]; readonly seen: PeopleSeen }
>();

/**
 * Looks every name of some facts up. `from` is the first day that matters: people who left before it are no candidates. The stations of a
 * week ask the same of the same lists, so the answer is kept with them.
 */
export function peopleSeen(people: readonly PersonFact[], facts: FactsOf<Named>, from: string): PeopleSeen {
  const last = known.get(facts.route);
  if (last?.people === people) return last.seen;
  const seen = lookUp(people, facts, from);
  known.set(facts.route, { people, seen });
  return seen;
}

function lookUp(people: readonly PersonFact[], facts: FactsOf<Named>, from: string): PeopleSeen {
  const present = people.filter(({ terminationDate }) => terminationDate === null || terminationDate >= from);
  const index = rosterIndex(people);
  const groups = new Map<string, Mention[]>();
  const all = mentions(people, facts);
  for (const mention of all) {
    if ("person" in mention.match) continue;
    const key = [mention.kind, linkKey("name", mention.text), mention.payrollId ?? ""].join("|");
    const group = groups.get(key);
    if (group) group.push(mention);
    else groups.set(key, [mention]);
  }
  const unsettled = [...groups].flatMap(([key, group]): Unsettled[] => {
    const [first] = group;
    if (!first) return [];
    const { text, payrollId, kind, station, match } = first;
    const isShared = "ambiguous" in match;
    const same = isShared
      ? match.ambiguous.map((person) => ({ person, cost: 0, reasons: ["the same name"] }))
      : proposalsFor(text, present);
    const ids = new Set(group.flatMap(({ transporterId }) => transporterId ?? []));
    const byId = present
      .filter(({ transporterId }) => transporterId !== null && ids.has(transporterId))
      .map((person) => ({ person, cost: 0, reasons: [`the transporter ID ${person.transporterId} is theirs`] }));
    const numbered = payrollId === null ? { none: true } : index.byEmployeeId(payrollId);
    if ("person" in numbered && !byId.some(({ person }) => person === numbered.person))
      byId.push({ person: numbered.person, cost: 0, reasons: [`the payroll ID ${payrollId} is theirs`] });
    const others = same.filter(({ person }) => !byId.some((each) => each.person === person));
    return [
      {
        key,
        text,
        payrollId,
        kind,
        station,
        rows: group.map(({ row }) => row),
        candidates: [...byId, ...others],
        isShared,
      },
    ];
  });
  return { mentions: all.length, unsettled: unsettled.sort((a, b) => (a.key < b.key ? -1 : 1)) };
}

function mentions(people: readonly PersonFact[], facts: FactsOf<Named>): Mention[] {
  const index = rosterIndex(people);
  const ids = employeeIds(facts.punch);
  const nameOf = ({ lastName, firstName }: PunchFact) => (lastName === "" ? firstName : `${lastName}, ${firstName}`);
  const none = { payrollId: null, transporterId: null, station: null };
  const named = <T extends Named>(
    type: T,
    row: { readonly source: Source },
    text: string | null,
    more: Partial<Mention>,
  ) =>
    text === null || text.trim() === ""
      ? []
      : [{ ...none, kind: KIND_OF_FACT[type], row, text, match: index.byName(text), ...more }];
  return [
    ...facts.punch.filter(isWorkedTime).flatMap((row) =>
      named("punch", row, nameOf(row), {
        payrollId: row.employeeId,
        station: row.station,
        match: index.ofPunch(row, ids),
      }),
    ),
    ...facts.payLine.flatMap((row) =>
      named("payLine", row, row.name, { payrollId: row.employeeId || null, match: index.ofPayLine(row) }),
    ),
    ...facts.route.flatMap((row) => named("route", row, row.associate, { station: row.station })),
    ...facts.training.flatMap((row) => named("training", row, row.associate, { station: row.station })),
    ...facts.scorecard.flatMap(({ transporterId, station, associate, ...row }) =>
      named("scorecard", row, associate, { transporterId, station }),
    ),
    ...facts.itinerary.flatMap(({ transporterId, station, driver, ...row }) =>
      named("itinerary", row, driver, { transporterId, station }),
    ),
  ];
}
