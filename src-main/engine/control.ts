/** The owner's control sheet of some weeks: facts, outcomes and findings of each, a week at a time. */
import type { ControlRow } from "#shared/contract/schemas.ts";
import { addDays, type IsoDate, weekStart } from "#shared/week.ts";
import { prepareRoster } from "../matching/people-roster.ts";
import { CONTROL_FACTS, controlRow } from "../reconcile/control-sheet.ts";
import { CoverageMap } from "../reconcile/coverage.ts";
import { FactIndex, noFacts } from "../reconcile/facts.ts";
import { OPENS_WEEK, scopeOf } from "../reconcile/run.ts";
import { listStations } from "../store/company.ts";
import { coveredPeriods, loadCoveredDays } from "../store/documents.ts";
import { loadFacts } from "../store/facts.ts";
import { listFindings } from "../store/findings.ts";
import { listOutcomes } from "../store/findings-outcomes.ts";
import { allLinks } from "../store/links.ts";
import type { ReadHandle } from "../store/schema.ts";
import { checkedScopes, scopeKey } from "../store/scopes.ts";

/** The newest weeks up to `week` (null: of all), newest first, each with its stations in order. */
export async function controlSheet(
  db: ReadHandle,
  input: { readonly station: string | null; readonly week: IsoDate | null; readonly weeks: number },
): Promise<ControlRow[]> {
  const covered = (await coveredPeriods(db)).filter((entry) => OPENS_WEEK.has(entry.kind));
  const last = input.week === null ? null : weekStart(input.week);
  const weeks = [...new Set(covered.map((entry) => weekStart(entry.day)))]
    .filter((week) => last === null || week <= last)
    .sort()
    .reverse()
    .slice(0, input.weeks);
  const listed = (await listStations(db)).map(({ station }) => station);
  const stations = [...new Set([...listed, ...covered.flatMap((entry) => entry.station ?? [])])]
    .filter((station) => input.station === null || station === input.station)
    .sort();
  const checked = await checkedScopes(db);
  const rows: ControlRow[] = [];
  for (const week of weeks) rows.push(...(await weekRows(db, week, stations, checked)));
  return rows;
}

async function weekRows(
  db: ReadHandle,
  week: IsoDate,
  stations: readonly string[],
  checked: Awaited<ReturnType<typeof checkedScopes>>,
): Promise<ControlRow[]> {
  // A night shift reaches into the days beside the week.
  const loaded = await loadFacts(db, CONTROL_FACTS, { from: addDays(week, -1), to: addDays(week, 7) });
  const index = new FactIndex({ ...noFacts(), ...loaded });
  prepareRoster(index.company.person, await allLinks(db));
  const coverage = new CoverageMap(index, await loadCoveredDays(db, week, addDays(week, 6)));
  const outcomes = await listOutcomes(db, { period: week });
  const findings = await listFindings(db, { period: week, status: ["open", "confirmed"] });
  return stations.map((station) => {
    const row = controlRow({
      scope: { ...scopeOf(station, week), station },
      index,
      coverage,
      outcomes: outcomes.filter((each) => each.station === station),
      findings: findings.filter((each) => each.station === station),
    });
    const fingerprint = checked.get(scopeKey(station, week))?.fingerprint ?? null;
    const copy = (money: typeof row.invoice) => ({ ...money, missing: [...money.missing] });
    return {
      ...row,
      invoice: copy(row.invoice),
      incentive: copy(row.incentive),
      partial: [...row.partial],
      checked: fingerprint !== null,
    };
  });
}
