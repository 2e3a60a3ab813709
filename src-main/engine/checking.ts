/** The check command: every period whose documents, checks or parameters changed since it was last checked, and no other. */
import { createHash } from "node:crypto";
import type { CheckResult, Progress } from "#shared/contract/schemas.ts";
import { addDays, formatPeriod, type IsoDate, periodRange } from "#shared/week.ts";
import type { FactType } from "../documents/facts.ts";
import { CHECKS } from "../reconcile/catalogue.ts";
import type { Check, Scope } from "../reconcile/check.ts";
import { isList, LIST_TYPES } from "../reconcile/days-of-facts.ts";
import { type CompanyFacts, noFacts } from "../reconcile/facts.ts";
import { comparedVersions, reachOf } from "../reconcile/reach.ts";
import { type Crash, type ParameterLookup, run, scopesOf } from "../reconcile/run.ts";
import { appendAudit } from "../store/audit.ts";
import { coveredPeriods, loadCoveredDays } from "../store/documents.ts";
import { loadFacts } from "../store/facts.ts";
import { storeScope } from "../store/findings-scopes.ts";
import { countOpen } from "../store/findings-sums.ts";
import { allLinks } from "../store/links.ts";
import { allParameters, type StoredParameter } from "../store/parameters.ts";
import type { ReadHandle } from "../store/schema.ts";
import { checkedScopes, forgetScope, leaseMonths, markChecked, scopeKey, scopeOfKey } from "../store/scopes.ts";
import { allVanLinks } from "../store/van-links.ts";
import { breathe } from "./breathe.ts";
import type { Event } from "./importing.ts";
import type { Session } from "./session.ts";
import { today } from "./today.ts";

/** Mark of a period in which a check threw: every run tries it again. */
export const CRASHED = "";

/** Checks what changed. Each period is stored when it is done, so a cancelled run keeps what it finished. */
export async function* check(
  session: Session,
  signal?: AbortSignal,
  checks: readonly Check[] = CHECKS,
): AsyncGenerator<Event<CheckResult>> {
  const { store } = session.workspace;
  const day = today(session.options.now());
  const { periods, vanished, lists, links, vanLinks, parameters, fingerprint } = await store.read((db) =>
    prepare(db, checks, day),
  );
  const crashes: Crash[] = [];
  const sum = { found: 0, changed: 0, cleared: 0, checksRun: 0, periods: 0 };
  const { at, actor } = session.stamp();
  if (vanished.length > 0) {
    await store.write(async (db) => {
      for (const scope of vanished) {
        sum.cleared += (
          await storeScope(db, { scope, outcomes: [], findings: [], crashes: [], holdsUntil: null }, at, actor)
        ).cleared;
        await forgetScope(db, scope.station, scope.period);
      }
    });
  }
  let done = 0;
  for (const [period, scopes] of periods) {
    yield { type: "progress", stage: "Checking", done, total: periods.size, detail: formatPeriod(period) };
    await breathe(signal);
    const loaded = await store.read((db) => load(db, period, lists, checks));
    const results = run({ checks, ...loaded, links, vanLinks, scopes, parameters, today: day });
    await store.write(async (db) => {
      for (const result of results) {
        const change = await storeScope(db, result, at, actor);
        const { holdsUntil } = result;
        const mark = result.crashes.length > 0 ? CRASHED : fingerprint;
        await markChecked(db, result.scope.station, period, { fingerprint: mark, holdsUntil });
        if (change.found + change.changed + change.cleared > 0) {
          await appendAudit(db, {
            at,
            actor,
            command: "check",
            subject: scopeKey(result.scope.station, period),
            before: null,
            after: change,
          });
        }
        crashes.push(...result.crashes);
        sum.found += change.found;
        sum.changed += change.changed;
        sum.cleared += change.cleared;
        sum.checksRun += result.outcomes.length;
        sum.periods += 1;
      }
    });
    done += 1;
  }
  const open = await store.read(countOpen);
  yield {
    type: "done",
    result: {
      complete: crashes.length === 0,
      periodsChecked: sum.periods,
      checksRun: sum.checksRun,
      findingsOpen: open,
      findingsNew: sum.found,
      findingsChanged: sum.changed,
      findingsCleared: sum.cleared,
      crashes,
    },
  };
}

/** What is to be checked on a day, by period, and what every period needs. */
export async function prepare(db: ReadHandle, checks: readonly Check[], day: IsoDate) {
  const stored = await allParameters(db);
  const fingerprint = fingerprintOf(checks, stored);
  const range = { from: "0000-01-01", to: "9999-12-31" };
  const lists = await loadFacts(db, LIST_TYPES, range);
  const covered = (await coveredPeriods(db)).map((entry) => ({
    ...entry,
    state: "covered" as const,
    document: { sha256: "", name: "" },
  }));
  const months = await leaseMonths(db);
  const checked = await checkedScopes(db);
  const periods = new Map<string, Scope[]>();
  const vanished = new Set(checked.keys());
  for (const scope of scopesOf(lists, covered, months)) {
    vanished.delete(scopeKey(scope.station, scope.period));
    const known = checked.get(scopeKey(scope.station, scope.period));
    if (known?.fingerprint === fingerprint && (known.holdsUntil === null || day <= known.holdsUntil)) continue;
    const scopes = periods.get(scope.period);
    if (scopes) scopes.push(scope);
    else periods.set(scope.period, [scope]);
  }
  const links = await allLinks(db);
  const vanLinks = await allVanLinks(db);
  return {
    periods,
    checked,
    vanished: [...vanished].map(scopeOfKey),
    lists,
    links,
    vanLinks,
    parameters: lookup(stored),
    fingerprint,
  };
}

/** The facts and coverage one period needs: a handful of queries. */
async function load(db: ReadHandle, period: string, lists: CompanyFacts, checks: readonly Check[]) {
  const scope = periodRange(period);
  const cadence = period.length === 7 ? "month" : "week";
  const facts: { -readonly [T in FactType]: CompanyFacts[T] } = { ...noFacts() };
  for (const type of LIST_TYPES) Object.assign(facts, { [type]: lists[type] });
  // Types that are read over the same days are loaded together.
  const ranges = new Map<string, FactType[]>();
  for (const [type, { before, after }] of reachOf(checks, cadence)) {
    if (isList(type)) continue;
    const key = `${addDays(scope.from, -before)} ${addDays(scope.to, after)}`;
    ranges.set(key, [...(ranges.get(key) ?? []), type]);
  }
  for (const [key, types] of ranges) {
    const [from = "", to = ""] = key.split(" ");
    const loaded = await loadFacts(db, types, { from, to });
    for (const type of types) Object.assign(facts, { [type]: loaded[type] });
  }
  const versions = comparedVersions(checks, cadence);
  const superseded = versions.length === 0 ? noFacts() : await loadFacts(db, versions, scope, "superseded");
  // Whether earlier punches are complete is asked as far back as they are read.
  const { before } = reachOf(checks, cadence).get("punch") ?? { before: 0 };
  return { facts, superseded, covered: await loadCoveredDays(db, addDays(scope.from, -before), scope.to) };
}

/** Changes when a check's rule, its defaults or a parameter changes: then every period is checked again. */
function fingerprintOf(checks: readonly Check[], stored: readonly StoredParameter[]): string {
  const rules = checks.map(({ code, version, parameters }) => [code, version, parameters]);
  return createHash("sha256")
    .update(JSON.stringify([rules, stored]))
    .digest("hex");
}

/** The parameter in force on a day: the latest that was set by then, else the check's own. */
function lookup(stored: readonly StoredParameter[]): ParameterLookup {
  return (check, day) =>
    Object.fromEntries(
      Object.entries(check.parameters).map(([name, spec]) => {
        const set = stored
          .filter((row) => row.code === check.code && row.name === name && row.effectiveFrom <= day)
          .sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1))
          .at(-1);
        return [name, set?.value ?? spec.value];
      }),
    );
}

/** Runs a long command to its end, handing its progress on. */
export async function finish<T>(
  events: AsyncIterable<Event<T>>,
  onProgress?: (progress: Progress) => void,
): Promise<T> {
  for await (const event of events) {
    if (event.type === "done") return event.result;
    onProgress?.(event);
  }
  throw new Error("the command ended without a result");
}
