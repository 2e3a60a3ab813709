/** The van table from what is stored: what each van earns and costs, month by month. */
import type { VanMonth } from "#shared/contract/schemas.ts";
import { addDays, type IsoMonth, monthEnd, monthStart } from "#shared/week.ts";
import { inTaughtWords } from "../matching/charge-words.ts";
import { prepareVans } from "../matching/van-links.ts";
import { READS } from "../reconcile/checks/lease/lease-finding.ts";
import { LEASE_LOOKBACK } from "../reconcile/facts.ts";
import { type VanTable, vanTable } from "../reconcile/van-table.ts";
import { loadFacts } from "../store/facts.ts";
import type { ReadHandle } from "../store/schema.ts";
import { leaseMonths } from "../store/scopes.ts";
import { allVanLinks } from "../store/van-links.ts";

/** The tables of a month, or of every month in which a lessor billed, the newest first. */
export async function vanMonths(db: ReadHandle, month: IsoMonth | null): Promise<VanMonth[]> {
  const months = month === null ? (await leaseMonths(db)).sort().reverse() : [month];
  const tables: VanMonth[] = [];
  for (const each of months) tables.push(asMonth(await tableOf(db, each)));
  return tables;
}

async function tableOf(db: ReadHandle, month: IsoMonth): Promise<VanTable> {
  const [from, to] = [monthStart(month), monthEnd(month)];
  const { before, after } = READS.around.leaseLine;
  const window = { from: addDays(from, -before), to: addDays(to, after) };
  const loaded = await loadFacts(db, ["leaseLine"], window);
  const facts = await loadFacts(db, ["leaseTerm", "rentalRate", "chargeWord", "vehicle", "fleetLine"], { from, to });
  const around = inTaughtWords(loaded.leaseLine, facts.chargeWord);
  prepareVans(facts.leaseTerm, await allVanLinks(db));
  const lookback = addDays(from, -LEASE_LOOKBACK);
  return vanTable({
    month,
    leaseLine: around.filter((line) => line.serviceFrom >= lookback && line.serviceFrom <= to),
    leaseTerm: facts.leaseTerm,
    rentalRate: facts.rentalRate,
    vehicle: facts.vehicle,
    fleetLine: facts.fleetLine,
    around,
  });
}

function asMonth({ month, rows, withoutVan, unshared }: VanTable): VanMonth {
  return {
    month,
    withoutVanCents: withoutVan,
    unsharedCents: unshared,
    rows: rows.map((row) => ({
      vin: row.vin,
      unit: row.unit,
      station: row.station,
      lessors: [...row.lessors],
      amazonCents: row.amazonCents,
      billedCents: row.billedCents,
      claimedCents: row.claimedCents,
      netCents: row.netCents,
      marginCents: row.marginCents,
    })),
  };
}
