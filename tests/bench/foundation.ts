/**
 * `npm run bench -- foundation`: how import and check compare with the least work that could be done, as ratios within this one run.
 * Absolute times depend on the machine and are only printed beside them.
 */
import { mkdir, rm, writeFile } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Parser } from "#main/documents/read/parser.ts";
import { findFiles } from "#main/engine/files.ts";
import { openBench } from "../support/engine.ts";
import { companyFiles } from "../support/sample/company.ts";

const WEEKS = Number(process.env.BENCH_WEEKS ?? "52");
const STATIONS = Number(process.env.BENCH_STATIONS ?? "5");
const ROUTES = Number(process.env.BENCH_ROUTES ?? "40");
const FIRST = "2025-08-03";

interface Spent {
  readonly wallMs: number;
  readonly cpuMs: number;
}

/** Runs some work and says what it took. */
async function measure<T>(work: () => Promise<T>): Promise<Spent & { result: T }> {
  globalThis.gc?.();
  const cpu = process.cpuUsage();
  const start = performance.now();
  const result = await work();
  const wallMs = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  return { wallMs, cpuMs: (user + system) / 1000, result };
}

const ms = (value: number) => `${Math.round(value)} ms`;
const say = (line: string) => process.stdout.write(`${line}\n`);

/** Writes the company to disk week by week; returns the folder and the number of bytes. */
async function generate(root: string): Promise<number> {
  let bytes = 0;
  for (const file of companyFiles({
    seed: 1,
    stations: STATIONS,
    weeks: WEEKS,
    routesPerDay: ROUTES,
    firstSunday: FIRST,
    leaks: true,
  })) {
    const path = join(root, file.path);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, file.bytes);
    bytes += file.bytes.length;
  }
  return bytes;
}

const root = join(tmpdir(), `backhaul-bench-${process.pid}`);
try {
  say(
    `${WEEKS} weeks x ${STATIONS} stations x ${ROUTES} routes a day, ${availableParallelism()} cores, Node ${process.versions.node}`,
  );
  const bytes = await generate(root);
  const all = (await findFiles([root])).map((file) => file.path);
  const lastFolder = join(root, lastWeek());
  const earlier = all.filter((path) => !path.startsWith(lastFolder));
  const last = all.filter((path) => path.startsWith(lastFolder));
  const lists = all.filter((path) => path.startsWith(join(root, "company")));
  const month = lastWeek().slice(0, 7).replace("-", "");
  const lease = all.filter((path) => path.startsWith(join(root, "lease")) && path.includes(month));
  say(`${all.length} files, ${Math.round(bytes / 1_000_000)} MB`);

  const parser = new Parser(new URL("../../src-main/documents/read/worker.ts", import.meta.url));
  await parser.read("warm-up", all[0] ?? "");
  const parsing = await measure(async () => {
    for (const path of all) await parser.read(path, path);
  });
  await parser.close();
  say(`parse only            ${ms(parsing.wallMs)} (${ms(parsing.cpuMs)} CPU)`);

  const full = await openBench();
  const importing = await measure(async () => full.importPaths(earlier));
  const rows = importing.result.imported.reduce((sum, file) => sum + file.rows, 0);
  const checking = await measure(() => full.check());
  await full.importPaths(last);
  const added = await measure(() => full.check());
  say(
    `import                ${ms(importing.wallMs)} (${ms(importing.cpuMs)} CPU), ${rows} rows, ${Math.round(rows / (importing.wallMs / 1000))} rows/s`,
  );
  say(
    `check from scratch    ${ms(checking.wallMs)} (${ms(checking.cpuMs)} CPU), ${checking.result.periodsChecked} periods, ${checking.result.findingsNew} findings`,
  );
  say(`check one added week  ${ms(added.wallMs)} (${ms(added.cpuMs)} CPU), ${added.result.periodsChecked} periods`);
  await full.close();

  const alone = await openBench();
  await alone.importPaths([...lists, ...lease, ...last]);
  const single = await measure(() => alone.check());
  say(
    `the same in an empty store ${ms(single.wallMs)} (${ms(single.cpuMs)} CPU), ${single.result.periodsChecked} periods`,
  );
  await alone.close();

  say("");
  say("ratio                                              measured   aim");
  say(
    `import / parsing the same files                    ${(importing.wallMs / parsing.wallMs).toFixed(2).padStart(8)}   at most 2`,
  );
  say(
    `one added week / the same week in an empty store   ${(added.cpuMs / single.cpuMs).toFixed(2).padStart(8)}   under 2`,
  );
  say(`CPU of checking one added week, a station          ${ms(added.cpuMs / STATIONS).padStart(8)}   under 300 ms`);
  say(
    `peak memory                                        ${`${Math.round(process.resourceUsage().maxRSS / 1024)} MB`.padStart(8)}`,
  );
} finally {
  await rm(root, { recursive: true, force: true });
}

/** Folder name of the last week. */
function lastWeek(): string {
  return new Date(Date.parse(`${FIRST}T00:00:00Z`) + (WEEKS - 1) * 7 * 86_400_000).toISOString().slice(0, 10);
}
