/**
 * `npm run bench -- review`: the queue of 100,000 findings, asked through the router as the window asks it. Aim: an answer within 100 ms,
 * whatever is filtered, sorted, searched or grouped, and however far down.
 */
import type { GroupBy, QueueSort } from "#shared/contract/review.ts";
import type { FindingFilter } from "#shared/contract/schemas.ts";
import { openBench } from "../support/engine.ts";
import { fillFindings } from "../support/many-findings.ts";

const COUNT = Number(process.env.BENCH_FINDINGS ?? "100000");
const TIMES = 5;
const AIM = 100;

const say = (line: string) => process.stdout.write(`${line}\n`);

/** Processor time in milliseconds: other programs of the machine do not show in it. */
async function cpuOf(work: () => Promise<unknown>): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** The slowest of some runs that each begin where nothing is kept of the one before. */
async function report(what: string, work: () => Promise<unknown>): Promise<void> {
  const spent: number[] = [];
  for (let run = 0; run < TIMES; run += 1) {
    bench.engine.session.queueOrders.clear();
    spent.push(await cpuOf(work));
  }
  const slowest = Math.max(...spent);
  say(`${what.padEnd(46)} ${slowest.toFixed(0).padStart(5)} ms${slowest > AIM ? `   aim ${AIM}` : ""}`);
}

const bench = await openBench();
const { findings } = bench.client;
const filled = await cpuOf(() => fillFindings(bench.engine.session.workspace.store, COUNT));
say(
  `${COUNT.toLocaleString("en-US")} findings, filled in ${(filled / 1000).toFixed(1)} s; processor time, slowest of ${TIMES}`,
);

const page = (filter: FindingFilter, sort: QueueSort = "amount", offset = 0, limit = 200) =>
  findings.queue({ filter, sort, descending: sort === "amount", offset, limit });
await report("first page, by amount", () => page({}));
for (const sort of ["amount", "deadline", "period", "station", "subject", "assignee"] as const)
  await report(`first look at the middle, by ${sort}`, () => page({}, sort, Math.trunc(COUNT / 2)));
await page({}, "subject", 200);
say(
  `${"scrolling on from there".padEnd(46)} ${(await cpuOf(() => page({}, "subject", COUNT - 5000))).toFixed(0).padStart(5)} ms`,
);
await report("open ones of a family", () => page({ status: ["open"], family: "A" }));
await report("of a station and a direction", () => page({ station: "DXA4", direction: ["owed"] }));
await report("in no claim", () => page({ claimed: false }));
for (const search of ["Wojc", "marisol ångström", "INV-DXA4-2403", "paid", "CX", "no such thing"])
  await report(`search "${search}"`, () => page({ search }));
for (const by of ["code", "period", "invoice", "assignee"] as const satisfies GroupBy[])
  await report(`grouped by ${by}`, () => findings.groups({ filter: {}, by }));
await report("grouped by invoice, of a search", () => findings.groups({ filter: { search: "paid" }, by: "invoice" }));

const { rows } = await page({ status: ["open"] }, "amount", 0, 5000);
const ids = rows.map(({ id }) => id);
const decide = (decision: "confirm" | "dismiss" | "undo") =>
  cpuOf(() => findings.decide({ ids, decision, reason: "Bench" }));
say(`${`dismiss ${ids.length} at once`.padEnd(46)} ${(await decide("dismiss")).toFixed(0).padStart(5)} ms`);
say(`${"take that back".padEnd(46)} ${(await decide("undo")).toFixed(0).padStart(5)} ms`);
say(`${"confirm them into their claims".padEnd(46)} ${(await decide("confirm")).toFixed(0).padStart(5)} ms`);
await bench.close();
