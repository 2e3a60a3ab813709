/**
 * `npm run bench -- fleet`: three years of 300 leased vans of three lessors, imported and checked from scratch; then one month's invoice more.
 * What matters is the time a line, and that a month costs the same however many years lie before it.
 */
import { tmpdir } from "node:os";
import { openBench } from "../support/engine.ts";
import { fleetDocuments, leasedFleet } from "../support/leased-fleet.ts";

const VANS = Number(process.env.BENCH_VANS ?? "300");
const MONTHS = Number(process.env.BENCH_MONTHS ?? "36");
const FIRST = "2023-01";

const say = (line: string) => process.stdout.write(`${line}\n`);
const ms = (value: number) => `${Math.round(value)} ms`;

/** Processor time: other programs of the machine do not show in it. */
async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; result: T }> {
  globalThis.gc?.();
  const start = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(start);
  return { ms: (user + system) / 1000, result };
}

/** Imports and checks the first months, then the last one. */
async function measure(months: number) {
  const fleet = leasedFleet(1, VANS, FIRST, months);
  const last = fleet.months.at(-1) ?? FIRST;
  const lines = [...fleet.invoices.values()].reduce((sum, each) => sum + each.length, 0);
  const ofLast = [...fleet.invoices].reduce((sum, [key, each]) => sum + (key.endsWith(last) ? each.length : 0), 0);
  const files = fleetDocuments(fleet).map(({ name, content }) => ({ path: name, bytes: content }));
  const bench = await openBench({ today: "2026-08-18" });
  try {
    const paths = await bench.put(files);
    const later = paths.filter((path) => path.includes(last));
    const importing = await timed(() => bench.importPaths(paths.filter((path) => !later.includes(path))));
    const checking = await timed(() => bench.check());
    await bench.importPaths(later);
    const added = await timed(() => bench.check());
    return { lines, ofLast, importing, checking, added };
  } finally {
    await bench.close();
  }
}

say(`${MONTHS} months x ${VANS} vans, Node ${process.versions.node}, in ${tmpdir()}`);
const long = await measure(MONTHS);
const short = await measure(Math.min(MONTHS, 14));
const before = long.lines - long.ofLast;
const perLine = (spent: number, lines: number) => `${((spent * 1000) / lines).toFixed(0)} µs a line`;
say(`${long.lines} lines, times of the processor`);
say(`import               ${ms(long.importing.ms)}, ${perLine(long.importing.ms, before)}`);
say(
  `check from scratch   ${ms(long.checking.ms)}, ${perLine(long.checking.ms, before)}, ${long.checking.result.periodsChecked} months, ${long.checking.result.findingsNew} findings`,
);
say(
  `check one month more ${ms(long.added.ms)}, ${perLine(long.added.ms, long.ofLast)}, ${long.added.result.periodsChecked} months`,
);
say("");
say("ratio                                                measured   aim");
const ratio = (long.added.ms / short.added.ms).toFixed(2).padStart(8);
say(`one month more after ${MONTHS} months / after 14           ${ratio}   at most 1.5`);
say(
  `peak memory                                          ${`${Math.round(process.resourceUsage().maxRSS / 1024)} MB`.padStart(8)}`,
);
