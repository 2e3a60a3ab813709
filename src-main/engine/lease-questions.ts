/** What lessors' papers leave open: which van a unit is, what a charge is for, and where two of our papers disagree. */
import type { LeaseQuestions } from "#shared/contract/reference.ts";
import { normaliseVin } from "#shared/vin.ts";
import type { LeaseTermFact, RentalRateFact, VehicleFact } from "../documents/facts.ts";
import { chargeKey, TaughtCharges } from "../matching/charge-words.ts";
import { type VanLink, type VanName, vanNameKey } from "../matching/van-links.ts";
import { FleetIndex, type FleetVan } from "../matching/vehicles.ts";
import { fleetConflicts } from "../reconcile/fleet-conflicts.ts";
import { loadFacts } from "../store/facts.ts";
import { unitsWithoutVin, unknownCharges } from "../store/lease-names.ts";
import type { ReadHandle, WriteHandle } from "../store/schema.ts";
import { unmark } from "../store/scopes.ts";
import { allVanLinks, removeVanLink, saveVanLink } from "../store/van-links.ts";
import { notFound, refusal } from "./errors.ts";
import { reach } from "./reach.ts";
import type { Session } from "./session.ts";
import { today } from "./today.ts";

const ALWAYS = { from: "0000-01-01", to: "9999-12-31" };

/** Everything that waits for an answer, and what was answered. */
export async function leaseQuestions(session: Session): Promise<LeaseQuestions> {
  const day = today(session.options.now());
  return session.workspace.store.read(async (db) => {
    const { leaseTerm, vehicle, rentalRate, chargeWord } = await fleetFacts(db);
    const fleet = fleetOf(leaseTerm, vehicle, rentalRate);
    const links = await allVanLinks(db);
    return {
      vans: await openVans(db, fleet, links),
      links,
      charges: openCharges(await unknownCharges(db), new TaughtCharges(chargeWord)),
      conflicts: fleetConflicts(leaseTerm, vehicle, day).map(({ rows: _, ...conflict }) => conflict),
      fleet: known(fleet).map(({ vin, unit }) => ({ vin, unit })),
    };
  });
}

/** Says which van a name means. Throws REFUSED for a van that no list has, and for a name without a unit and a plate. */
export async function linkVan(session: Session, link: VanLink): Promise<void> {
  if (link.unit.trim() === "" && link.plate.trim() === "") throw refusal("Name the unit or the plate that is meant.");
  await session.workspace.store.write(async (db) => {
    const { leaseTerm, vehicle, rentalRate } = await fleetFacts(db);
    const vin = normaliseVin(link.vin);
    if (!fleetOf(leaseTerm, vehicle, rentalRate).some((van) => normaliseVin(van.vin) === vin))
      throw refusal(`Neither the lease schedule nor another list has a van with the VIN ${vin}.`);
    await saveVanLink(db, { ...link, vin }, session.stamp());
    await checkAgain(db);
  });
}

/** Takes a link back. Throws NOT_FOUND where there is none. */
export async function unlinkVan(session: Session, name: VanName): Promise<void> {
  await session.workspace.store.write(async (db) => {
    if (!(await removeVanLink(db, name, session.stamp())))
      throw notFound(`Nobody said which van ${name.unit || name.plate} is.`);
    await checkAgain(db);
  });
}

async function fleetFacts(db: ReadHandle) {
  return loadFacts(db, ["leaseTerm", "vehicle", "rentalRate", "chargeWord"], ALWAYS);
}

/** A link matters wherever the lease schedule does. */
async function checkAgain(db: WriteHandle): Promise<void> {
  await unmark(db, { days: [], lists: [{ type: "leaseTerm", station: null }] }, reach);
}

/** The vans of every list, as the checks know them: the lease schedule by unit, Amazon's list by plate, rental rates by VIN. */
function fleetOf(
  terms: readonly LeaseTermFact[],
  vehicles: readonly VehicleFact[],
  rates: readonly RentalRateFact[],
): FleetVan[] {
  return [
    ...terms.map(({ vin, unit, plate }) => ({ vin, unit, plate })),
    ...vehicles.map(({ vin, plate }) => ({ vin, unit: "", plate })),
    ...rates.filter(({ vin }) => vin.trim() !== "").map(({ vin }) => ({ vin, unit: "", plate: "" })),
  ];
}

/** Each van once, with what the lists together say of it. */
function known(fleet: readonly FleetVan[]): { vin: string; unit: string; plate: string }[] {
  const byVin = Map.groupBy(fleet, ({ vin }) => normaliseVin(vin));
  return [...byVin]
    .map(([vin, vans]) => ({
      vin,
      unit: vans.find(({ unit }) => unit.trim() !== "")?.unit ?? "",
      plate: vans.find(({ plate = "" }) => plate.trim() !== "")?.plate ?? "",
    }))
    .sort((a, b) => (a.vin < b.vin ? -1 : 1));
}

/** Names of lines without a VIN that no list settles and nobody has. Without a schedule every unit stands for itself. */
async function openVans(
  db: ReadHandle,
  fleet: readonly FleetVan[],
  links: readonly VanLink[],
): Promise<LeaseQuestions["vans"]> {
  if (fleet.length === 0) return [];
  const said = new Set(links.map(vanNameKey));
  const index = new FleetIndex(fleet);
  const vans = new Map(known(fleet).map((van) => [van.vin, van]));
  return (await unitsWithoutVin(db)).flatMap((name) => {
    if (said.has(vanNameKey(name))) return [];
    const match = index.match({ vin: "", unit: name.unit, plate: name.plate });
    if (match.kind !== "ambiguous" && match.kind !== "unknown") return [];
    const candidates = match.kind === "ambiguous" ? match.candidates.flatMap((vin) => vans.get(vin) ?? []) : [];
    return [{ ...name, candidates }];
  });
}

/** Words that nobody has taught, those of one lessor that differ in numbers only as one. */
function openCharges(
  found: Awaited<ReturnType<typeof unknownCharges>>,
  taught: TaughtCharges,
): LeaseQuestions["charges"] {
  const open = found.filter(
    ({ description, provider, cents }) =>
      chargeKey(description) !== "" &&
      taught.codeOf({ description, provider, amountCents: cents, chargeCode: "OTHER" }) === undefined,
  );
  const groups = Map.groupBy(open, ({ description, provider }) => JSON.stringify([provider, chargeKey(description)]));
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    return [
      {
        provider: first.provider,
        words: first.description,
        lines: group.reduce((sum, { lines }) => sum + lines, 0),
        cents: group.reduce((sum, { cents }) => sum + cents, 0),
        from: group.map(({ from }) => from).sort()[0] ?? first.from,
        to:
          group
            .map(({ to }) => to)
            .sort()
            .at(-1) ?? first.to,
      },
    ];
  });
}
