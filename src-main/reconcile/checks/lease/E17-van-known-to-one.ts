import { type Cents, formatCents, plainCents } from "#shared/money.ts";
import { normaliseVin } from "#shared/vin.ts";
import { formatDate, type IsoDate } from "#shared/week.ts";
import type { LeaseTermFact, VehicleFact } from "../../../documents/facts.ts";
import { sameLessor } from "../../../matching/lessors.ts";
import { FleetIndex } from "../../../matching/vehicles.ts";
import { defineCheck } from "../../check.ts";
import type { FindingDraft, Side } from "../../finding.ts";
import { answerWith } from "./doubts.ts";
import { monthLines, READS } from "./lease-finding.ts";
import { lineProof, termProof, vehicleProof } from "./lease-proof.ts";
import { billedSide } from "./lease-sides.ts";
import type { JudgedLine } from "./line-shares.ts";
import { vanText } from "./line-words.ts";
import { isRent } from "./lines.ts";
import { ownFinding, TOLD, type Told } from "./own-finding.ts";
import { stillOwed } from "./still-owed.ts";

/** E17: a van that a lessor bills and Amazon's vehicle list does not have, or one of that lessor's on the list that nobody bills. */
export const E17 = defineCheck({
  code: "E17",
  version: 2,
  cadence: "month",
  needs: ["leaseLine"],
  ...READS,
  parameters: {},
  evaluate: (input) => {
    const { vehicle, leaseTerm } = input.facts;
    const month = monthLines(input);
    const rents = month.filter((line) => isRent(line) && line.van.kind === "ours");
    if (vehicle.length === 0)
      return rents.length === 0
        ? { outcome: "not-applicable" }
        : { outcome: "cannot-verify", missing: ["vehicles"], why: "Amazon's vehicle list is not there" };
    const fleet = new FleetIndex(vehicle.map(({ vin, plate }) => ({ vin, unit: "", plate })));
    const unlisted = [
      ...Map.groupBy(
        rents.filter((line) => line.vehicle === null && isStillOurs(line, input.today)),
        byVan,
      ),
    ];
    const billed = new Set(month.map(({ vanKey }) => vanKey));
    const bills = ({ provider }: VehicleFact) =>
      provider.trim() !== "" && rents.some(({ fact }) => sameLessor(fact.provider, provider));
    const unbilled = vehicle.filter(
      (van) => bills(van) && !billed.has(normaliseVin(van.vin)) && isHeldAll(van, input.scope),
    );
    const findings = [
      ...unlisted.map(([van, lines]) => unlistedDraft(van, lines, vehicle, fleet)),
      ...unbilled.map((van) => unbilledDraft(van, rents, leaseTerm, input.scope)),
    ];
    return answerWith(findings, [], rents.length > 0);
  },
  ...TOLD,
});

const byVan = ({ vanKey }: JudgedLine) => vanKey ?? "";

/** A van that went back since may have left the list, which is of today. */
function isStillOurs({ contracts }: JudgedLine, today: IsoDate): boolean {
  return (
    contracts.length === 0 ||
    contracts.some(({ offLease, returnedOn = offLease }) => returnedOn === null || returnedOn >= today)
  );
}

/** Ours on the whole month as far as Amazon's list says, and not one Amazon owns. */
function isHeldAll(van: VehicleFact, { from, to }: { from: IsoDate; to: IsoDate }): boolean {
  const { ownershipStart, ownershipEnd, ownershipType } = van;
  if (/owned/i.test(ownershipType) || ownershipStart === null) return false;
  return ownershipStart <= from && (ownershipEnd === null || ownershipEnd >= to);
}

function unlistedDraft(
  van: string,
  lines: readonly JudgedLine[],
  vehicles: readonly VehicleFact[],
  fleet: FleetIndex,
): FindingDraft<Told> {
  const [line] = lines;
  if (!line) throw new Error("a van that is billed has a line");
  const cents = lines.reduce((sum, each) => sum + stillOwed(each), 0);
  const match = fleet.match({ vin: van, unit: "", plate: line.fact.plate });
  const near = match.kind === "unknown" ? match.nearest : null;
  const row = near === null ? undefined : vehicles.find(({ vin }) => normaliseVin(vin) === near.vin);
  const hint = near === null ? "" : ` The nearest VIN there is ${near.vin}.`;
  const right: Side = {
    title: "Amazon's vehicle list",
    columns: ["VIN", "Provider", "Ownership"],
    rows: row ? [[row.vin, row.provider, row.ownershipType]] : [["not on the list", "", ""]],
    marked: [0],
  };
  return ownFinding({
    subject: `${van}|unlisted`,
    label: `${line.fact.unit.trim() || van} · not on Amazon's list`,
    direction: "watch",
    amountCents: cents,
    sentence: `${line.fact.provider} billed ${formatCents(cents)} for ${vanText(line)}, which is not on Amazon's vehicle list.${hint}`,
    formula: `rent ${lines.map((each) => plainCents(stillOwed(each))).join(" + ")} = ${plainCents(cents)}`,
    sides: [billedSide(lines.map(({ fact }) => fact)), right],
    evidence: [
      lineProof(lines.map(({ fact }) => fact)),
      termProof(lines.flatMap(({ chain }) => chain)),
      vehicleProof(row ? [row] : []),
    ],
    notes: [
      `None of the ${vehicles.length} vans on Amazon's list has this VIN. What other checks claim of the rent is left out.`,
    ],
    provider: line.fact.provider,
    invoiceNumber: line.fact.invoiceNumber,
  });
}

function unbilledDraft(
  van: VehicleFact,
  rents: readonly JudgedLine[],
  terms: readonly LeaseTermFact[],
  { from, to }: { from: IsoDate; to: IsoDate },
): FindingDraft<Told> {
  const vin = normaliseVin(van.vin);
  const held = terms.filter(
    (term) => normaliseVin(term.vin) === vin && term.onLease <= to && (term.offLease === null || term.offLease >= from),
  );
  const cents: Cents | null = held[0]?.monthlyRentCents ?? null;
  const since = van.ownershipStart === null ? "" : ` since ${formatDate(van.ownershipStart)}`;
  const others = rents.filter(({ fact }) => sameLessor(fact.provider, van.provider)).slice(0, 1);
  const right: Side = {
    title: "Amazon's vehicle list",
    columns: ["VIN", "Name", "Provider", "Ownership", "Status"],
    rows: [[van.vin, van.name, van.provider, van.ownershipType, van.operationalStatus]],
    marked: [0, 2],
  };
  return ownFinding({
    subject: `${vin}|unbilled`,
    label: `${van.name.trim() || vin} · billed by nobody`,
    direction: "watch",
    amountCents: cents,
    sentence: `Amazon's vehicle list has van ${vin} from ${van.provider}${since}, but no lessor billed it this month. A bill for it may follow, or the list is wrong.`,
    formula: cents === null ? "no rent is known for it" : `monthly rent ${plainCents(cents)} = ${plainCents(cents)}`,
    sides: [
      billedSide(
        others.map(({ fact }) => fact),
        "That lessor billed other vans",
      ),
      right,
    ],
    evidence: [vehicleProof([van]), termProof(held), lineProof(others.map(({ fact }) => fact))],
    notes: [],
    provider: van.provider,
    invoiceNumber: null,
  });
}
