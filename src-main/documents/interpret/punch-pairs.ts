/** Single punches to pairs. */
import { minutesBetween } from "#shared/hours.ts";
import type { PunchFact } from "../facts.ts";
import type { FactDraft } from "../interpretation.ts";

type Punch = Extract<FactDraft, { readonly type: "punch" }>;

/** Longest stretch (minutes by the clock) from a punch in to the punch out that ends it; beyond it one of each is missing. */
const LONGEST_STRETCH = 16 * 60;

/**
 * Joins drafts of one punch each (an `in` or an `out`) to pairs, person by person in the order of the clock, across midnight too:
 *
 * - An in is ended by the next punch if that is an out at most 16 hours later. The pair keeps the row of the in.
 * - Two ins in a row: the first stays open (no out). An out without an in before it stays open (no in).
 * - Of an in and an out at the same minute the one comes first that ends what is open.
 *
 * The pairs come back in the order of their rows.
 */
export function pairPunches(drafts: readonly Punch[]): Punch[] {
  const people = new Map<string, Punch[]>();
  for (const draft of drafts) {
    const key = `${draft.values.companyCode}|${draft.values.employeeId}`;
    const known = people.get(key);
    if (known) known.push(draft);
    else people.set(key, [draft]);
  }
  return [...people.values()].flatMap(pairsOfPerson).sort((a, b) => a.row - b.row);
}

function pairsOfPerson(punches: readonly Punch[]): Punch[] {
  const waiting = punches.toSorted((a, b) => (timeOf(a) < timeOf(b) ? -1 : timeOf(a) > timeOf(b) ? 1 : 0));
  const pairs: Punch[] = [];
  let open: Punch | undefined;
  for (let index = 0; index < waiting.length; index += 1) {
    const next = takeNext(waiting, index, open !== undefined);
    const end = next?.values.out ?? null;
    if (!next) break;
    if (end !== null && open?.values.in && minutesBetween(open.values.in, end, "UTC") <= LONGEST_STRETCH) {
      pairs.push({ ...open, values: joined(open.values, next.values) });
      open = undefined;
      continue;
    }
    if (open) pairs.push(open);
    open = end === null ? next : undefined;
    if (end !== null) pairs.push(next);
  }
  return open ? [...pairs, open] : pairs;
}

/** Brings the next punch to `index`; of several at the same minute one of the wanted direction. */
function takeNext(waiting: Punch[], index: number, wantsOut: boolean): Punch | undefined {
  const first = waiting[index];
  if (!first) return undefined;
  for (let at = index; at < waiting.length; at += 1) {
    const punch = waiting[at];
    if (!punch || timeOf(punch) !== timeOf(first)) break;
    if ((punch.values.out !== null) !== wantsOut) continue;
    waiting[at] = first;
    waiting[index] = punch;
    return punch;
  }
  return first;
}

const timeOf = ({ values }: Punch): string => values.in ?? values.out ?? "";

function joined(start: Punch["values"], end: Pick<PunchFact, "out" | "outPunchType" | "station">): Punch["values"] {
  return { ...start, out: end.out, outPunchType: end.outPunchType, station: start.station ?? end.station };
}
