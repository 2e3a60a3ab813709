/** The trend: week by week what was found, how much of it was handed in, and how much of that came back. */
import { FAMILIES, type Family, familyOf } from "#shared/catalogue.ts";
import type { Trend } from "#shared/contract/schemas.ts";
import { addDays, type IsoDate, monthOf, monthStart, weekStart } from "#shared/week.ts";
import { sharesOf } from "../claims/shares.ts";
import { OPENS_WEEK } from "../reconcile/run.ts";
import { coveredPeriods } from "../store/documents.ts";
import { findingsOfPaidClaims, roadByPeriod } from "../store/money-road.ts";
import type { ReadHandle } from "../store/schema.ts";

/** `weeks` weeks up to one (null: the newest with documents), oldest first; amounts in cents. A month counts in the week it begins in, so that its money shows as soon as its invoice is here. */
export async function trend(
  db: ReadHandle,
  input: { station: string | null; week: IsoDate | null; weeks: number },
): Promise<Trend> {
  const last = input.week === null ? await newestWeek(db) : weekStart(input.week);
  if (last === null) return { weeks: [], families: [] };
  const weeks = Array.from({ length: input.weeks }, (_, index) => addDays(last, 7 * (index - input.weeks + 1)));
  const weekOf = new Map(weeks.flatMap((week) => periodsOf(week).map((period) => [period, week] as const)));
  const road = await roadByPeriod(db, { station: input.station, periods: [...weekOf.keys()] });
  const recovered = await recoveredByPeriod(db, input.station);
  const shown = new Set<Family>();
  const rows = weeks.map((week) => {
    const mine = road.filter((row) => weekOf.get(row.period) === week);
    const families = new Map<Family, number>();
    for (const { code, foundCents } of mine)
      families.set(familyOf(code), (families.get(familyOf(code)) ?? 0) + foundCents);
    for (const family of families.keys()) shown.add(family);
    return {
      week,
      foundCents: sum(mine.map((row) => row.foundCents)),
      claimedCents: sum(mine.map((row) => row.claimedCents)),
      recoveredCents: sum(periodsOf(week).map((period) => recovered.get(period) ?? 0)),
      families: [...families].sort().map(([family, foundCents]) => ({ family, foundCents })),
    };
  });
  return { weeks: rows, families: [...shown].sort().map((family) => ({ family, title: FAMILIES[family] })) };
}

/** The week itself, and the month that begins in it. */
function periodsOf(week: IsoDate): string[] {
  const month = monthOf(addDays(week, 6));
  return monthStart(month) >= week ? [week, month] : [week];
}

async function newestWeek(db: ReadHandle): Promise<IsoDate | null> {
  const days = (await coveredPeriods(db)).filter(({ kind }) => OPENS_WEEK.has(kind)).map(({ day }) => weekStart(day));
  return days.sort().at(-1) ?? null;
}

/** What came back, by the period of the findings it came back for. Money of a claim is shared among its findings as the claim itself shows it. */
async function recoveredByPeriod(db: ReadHandle, station: string | null): Promise<Map<string, number>> {
  const claims = Map.groupBy(await findingsOfPaidClaims(db), (row) => row.claimNumber);
  const recovered = new Map<string, number>();
  for (const rows of claims.values()) {
    const weights = rows.map(({ approvedCents, claimedCents }) => approvedCents ?? claimedCents ?? 0);
    const shares = sharesOf(rows[0]?.receivedCents ?? 0, weights);
    for (const [index, row] of rows.entries())
      if (station === null || row.station === null || row.station === station)
        recovered.set(row.period, (recovered.get(row.period) ?? 0) + (shares[index] ?? 0));
  }
  return recovered;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
