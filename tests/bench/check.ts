/**
 * `npm run bench -- check`: 52 weeks of five stations checked from scratch, against the bare SQL aggregation of the same tables (every
 * fact grouped by station, day and its main text, with its sums). And what one added week costs beside the same week alone.
 */
import { mkdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import Database from "better-sqlite3-multiple-ciphers";
import { FACT_TYPES } from "#main/documents/facts.ts";
import { findFiles } from "#main/engine/files.ts";
import { openBench } from "../support/engine.ts";
import { companyFiles } from "../support/sample/company.ts";

const WEEKS = Number(process.env.BENCH_WEEKS ?? "52");
const STATIONS = Number(process.env.BENCH_STATIONS ?? "5");
const ROUTES = Number(process.env.BENCH_ROUTES ?? "40");

const say = (line: string) => process.stdout.write(`${line}\n`);
const cpuMs = (start: NodeJS.CpuUsage) => {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
};

/** Groups every table of facts by its first columns and sums its numbers: the least a comparison would have to do. */
function aggregate(file: string): number {
  const db = new Database(file, { readonly: true });
  let groups = 0;
  for (const type of FACT_TYPES) {
    const columns = db.prepare(`select name, type from pragma_table_info(?)`).all(type) as {
      name: string;
      type: string;
    }[];
    const own = columns.slice(8);
    const texts = own.filter((column) => column.type === "TEXT").slice(0, 3);
    const numbers = own.filter((column) => column.type === "INTEGER");
    const by = ["day", ...texts.map((column) => column.name)].map((name) => `"${name}"`).join(", ");
    const sums = numbers.map((column) => `, sum("${column.name}")`).join("");
    groups += db
      .prepare(`select ${by}, count(*)${sums} from "${type}" where "current" = 1 group by ${by}`)
      .all().length;
  }
  db.close();
  return groups;
}

const root = join(tmpdir(), `backhaul-bench-check-${process.pid}`);
try {
  const options = {
    seed: 1,
    stations: STATIONS,
    weeks: WEEKS,
    routesPerDay: ROUTES,
    firstSunday: "2025-08-03",
    leaks: true,
  };
  for (const file of companyFiles(options)) {
    const path = join(root, file.path);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, file.bytes);
  }
  const bench = await openBench();
  await bench.importPaths((await findFiles([root])).map((file) => file.path));
  const database = join(bench.workspace, "backhaul.db");
  aggregate(database);
  const sql = process.cpuUsage();
  const groups = aggregate(database);
  const sqlMs = cpuMs(sql);
  const check = process.cpuUsage();
  const { periodsChecked, checksRun, findingsNew } = await bench.check();
  const checkMs = cpuMs(check);
  say(`${WEEKS} weeks x ${STATIONS} stations x ${ROUTES} routes a day`);
  say(`  bare SQL aggregation   ${Math.round(sqlMs)} ms CPU, ${groups} groups`);
  say(
    `  check from scratch     ${Math.round(checkMs)} ms CPU, ${periodsChecked} periods, ${checksRun} checks, ${findingsNew} findings`,
  );
  say(`  check / aggregation    ${(checkMs / sqlMs).toFixed(1)} (aim at most 5)`);
  say(`  a period               ${(checkMs / periodsChecked).toFixed(0)} ms CPU`);
  await bench.close();
} finally {
  await rm(root, { recursive: true, force: true });
}
