import { type Cents, divideHalfUp, formatCents, plainCents } from "#shared/money.ts";
import { normaliseVin } from "#shared/vin.ts";
import { datesFrom, type IsoDate } from "#shared/week.ts";
import type { ItineraryFact } from "../../../documents/facts.ts";
import { defineCheck } from "../../check.ts";
import { type Evidence, evidence, type FindingDraft, type Side } from "../../finding.ts";
import { counted } from "./contract-rent.ts";
import { answerWith, type Doubt } from "./doubts.ts";
import { monthLines, READS } from "./lease-finding.ts";
import { lineProof, vehicleProof } from "./lease-proof.ts";
import { billedSide } from "./lease-sides.ts";
import type { JudgedLine } from "./line-shares.ts";
import { periodText, vanText } from "./line-words.ts";
import { isRent } from "./lines.ts";
import { ownFinding, TOLD, type Told } from "./own-finding.ts";
import { stillOwed } from "./still-owed.ts";

/** E16: a rented van without a route for days on end, although the company drove. */
export const E16 = defineCheck({
  code: "E16",
  version: 1,
  cadence: "month",
  needs: ["leaseLine"],
  uses: [...READS.uses, "itinerary"],
  around: READS.around,
  parameters: { days: { title: "Driving days without a route that count as idle", unit: "count", value: 7 } },
  evaluate: (input) => {
    const rentals = Map.groupBy(monthLines(input).filter(isRental), ({ vanKey }) => vanKey);
    const driven = drivenDays(input.facts.itinerary);
    if (rentals.size > 0 && driven.size === 0)
      return { outcome: "cannot-verify", missing: ["itineraries"], why: "which vans drove is not known for the month" };
    const doubts: Doubt[] = [];
    const findings = [...rentals.values()].flatMap((lines) => {
      const idle = longestIdle(lines, driven);
      if (idle.unknown > 0)
        doubts.push({ missing: "itineraries", why: "of a rental on whose days some routes name no van" });
      return idle.days.length >= input.parameters.days ? [draft(lines, idle.days, input.facts.itinerary)] : [];
    });
    return answerWith(findings, doubts, rentals.size > 0);
  },
  ...TOLD,
});

/** Amazon's list says which vans are rentals; a van that is not on it is one where its rent is by the day or week, or called a rental. */
function isRental(line: JudgedLine): boolean {
  if (!isRent(line) || line.van.kind !== "ours" || line.duplicate !== null) return false;
  if (line.rental !== null) return true;
  const owned = line.vehicle?.ownershipType ?? "";
  return owned === "" ? /\brental\b/i.test(line.fact.description) : /rental/i.test(owned);
}

/** Vans by day; null for a day on which a route names no van, so that nobody can say which stood still. */
function drivenDays(itineraries: readonly ItineraryFact[]): Map<IsoDate, ReadonlySet<string> | null> {
  return new Map(
    [...Map.groupBy(itineraries, ({ date }) => date)].map(([date, rows]) => [
      date,
      rows.some(({ vin }) => vin.trim() === "") ? null : new Set(rows.map(({ vin }) => normaliseVin(vin))),
    ]),
  );
}

/** The longest run of driving days, within the days billed, on which the van had no route. */
function longestIdle(
  lines: readonly JudgedLine[],
  driven: ReadonlyMap<IsoDate, ReadonlySet<string> | null>,
): { days: IsoDate[]; unknown: number } {
  const billed = [...new Set(lines.flatMap(({ days }) => datesFrom(days.from, days.to)))].sort();
  let [best, run, unknown]: [IsoDate[], IsoDate[], number] = [[], [], 0];
  for (const day of billed) {
    const vans = driven.get(day);
    if (vans === undefined) continue;
    if (vans === null) unknown += 1;
    run = vans === null || vans.has(lines[0]?.vanKey ?? "") ? [] : [...run, day];
    if (run.length > best.length) best = run;
  }
  return { days: best, unknown };
}

function draft(
  lines: readonly JudgedLine[],
  idle: readonly IsoDate[],
  itineraries: readonly ItineraryFact[],
): FindingDraft<Told> {
  const [line] = lines;
  const [first, last] = [idle[0], idle.at(-1)];
  if (!line || first === undefined || last === undefined) throw new Error("an idle rental has lines and days");
  const stretch = { from: first, to: last };
  const days = new Set(lines.flatMap((each) => datesFrom(each.days.from, each.days.to)));
  const cost: Cents = lines.reduce((sum, each) => sum + stillOwed(each), 0);
  const idleDays = datesFrom(first, last).filter((day) => days.has(day)).length;
  const cents = divideHalfUp(cost * idleDays, days.size);
  const others: Evidence[] = [first, last].flatMap((day) => {
    const row = itineraries.find(({ date }) => date === day);
    return row ? [evidence(row.source, row.source.columns)] : [];
  });
  const right: Side = {
    title: "The itineraries say",
    columns: ["From", "To", "Driving days", "Routes of this van"],
    rows: [[first, last, String(idle.length), "0"]],
    marked: [2, 3],
  };
  const grounded = line.vehicle !== null && /ground/i.test(line.vehicle.operationalStatus);
  return ownFinding({
    subject: `${line.vanKey ?? ""}|idle`,
    label: `${line.fact.unit.trim() || line.fact.vin.trim()} · idle · ${periodText(stretch)}`,
    direction: "watch",
    amountCents: cents,
    sentence:
      `${vanText(line).replace(/^v/, "V")} of ${line.fact.provider} had no route on any of ${counted(idle.length, "driving day")} ` +
      `(${periodText(stretch)}) while its rent ran: ${formatCents(cents)}. Return it, or say why it is kept.`,
    formula: `${plainCents(cost)} x ${counted(idleDays, "day")} of ${counted(days.size, "day")} billed = ${plainCents(cents)}`,
    sides: [billedSide(lines.map(({ fact }) => fact)), right],
    evidence: [
      lineProof(lines.map(({ fact }) => fact)),
      vehicleProof(line.vehicle === null ? [] : [line.vehicle]),
      others,
    ],
    notes: [
      "Days without any itinerary of the company are not counted as idle; the rent of days off between idle days is.",
      "Nothing can be claimed: the rent is owed. What other checks claim of it is left out.",
      ...(grounded ? ["Amazon's vehicle list has the van grounded."] : []),
    ],
    provider: line.fact.provider,
    invoiceNumber: line.fact.invoiceNumber,
  });
}
