/**
 * `npm run bench -- import`: a million timecard rows as CSV and a hundred thousand as XLSX, against the bare parser reading the same file.
 * Each measurement runs in a process of its own, so that its peak memory is its own.
 */
import { spawnSync } from "node:child_process";
import { createWriteStream, readFileSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Papa from "papaparse";
import { read, utils, write } from "xlsx";
import { Parser } from "#main/documents/read/parser.ts";
import { openBench } from "../support/engine.ts";

const CSV_ROWS = Number(process.env.BENCH_CSV_ROWS ?? "1000000");
const XLSX_ROWS = Number(process.env.BENCH_XLSX_ROWS ?? "100000");
const DRIVERS = 450;
const HEADER = [
  "Company Code",
  "Last Name",
  "First Name",
  "Position ID",
  "Worked Department",
  "State",
  "In time",
  "Out time",
  "Out Punch Type",
  "Hours",
  "Pay Code",
];

/** What one measurement says of itself. */
interface Measured {
  readonly ms: number;
  readonly rows: number;
  readonly peakMb: number;
}

const two = (value: number) => String(value).padStart(2, "0");

/** Two segments a driver and day, with a meal between them. */
function* timecard(rows: number): Generator<string[]> {
  for (let index = 0; index < rows; index += 1) {
    const driver = Math.floor(index / 2) % DRIVERS;
    const day = new Date(Date.UTC(2024, 0, 7 + Math.floor(index / 2 / DRIVERS)));
    const date = `${two(day.getUTCMonth() + 1)}/${two(day.getUTCDate())}/${day.getUTCFullYear()}`;
    const minute = two((driver * 7) % 60);
    const morning = index % 2 === 0;
    yield [
      "HLN",
      `Driver${driver}`,
      "Sam",
      `HLN${String(driver).padStart(6, "0")}`,
      "210401",
      "TX",
      `${date} ${morning ? "09" : "02"}:${minute} ${morning ? "AM" : "PM"}`,
      `${date} ${morning ? "01" : "07"}:${minute} PM`,
      morning ? "Meal Punch" : "",
      morning ? "4.00" : "5.00",
      "Regular",
    ];
  }
}

async function writeCsv(path: string): Promise<void> {
  const out = createWriteStream(path);
  let lines = [HEADER.join(",")];
  for (const row of timecard(CSV_ROWS)) {
    lines.push(row.join(","));
    if (lines.length < 20_000) continue;
    if (!out.write(`${lines.join("\n")}\n`)) await new Promise<void>((resolve) => out.once("drain", () => resolve()));
    lines = [];
  }
  await new Promise<void>((resolve) => out.end(`${lines.join("\n")}\n`, () => resolve()));
}

async function writeXlsx(path: string): Promise<void> {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([HEADER, ...timecard(XLSX_ROWS)]), "Timecards");
  await writeFile(path, write(book, { type: "buffer", bookType: "xlsx", bookSST: true, compression: true }) as Buffer);
}

/** What a measuring process does. */
const TASKS: Record<string, (path: string) => Promise<number>> = {
  "parse CSV": async (path) => Papa.parse(readFileSync(path, "utf8"), { newline: "\n" }).data.length,
  "parse XLSX": async (path) => read(readFileSync(path), { dense: true }).SheetNames.length,
  understand: async (path) => {
    const parser = new Parser(new URL("../../src-main/documents/read/worker.ts", import.meta.url));
    const { documents } = await parser.understand(path, path, []);
    await parser.close();
    return documents
      .flatMap(({ outcome }) => ("sheets" in outcome ? outcome.sheets : []))
      .reduce((sum, { rows }) => sum + rows.count, 0);
  },
  import: async (path) => {
    const bench = await openBench();
    const { imported } = await bench.importPaths([path]);
    await bench.close();
    return imported.reduce((sum, file) => sum + file.rows, 0);
  },
};

function measure(task: string, path: string): Measured {
  const run = spawnSync(process.execPath, [import.meta.filename, task, path], { encoding: "utf8" });
  if (run.status !== 0) throw new Error(`${task}: ${run.stderr}`);
  return JSON.parse(run.stdout) as Measured;
}

const [task, path] = process.argv.slice(2);
const work = task === undefined ? undefined : TASKS[task];
if (work && path !== undefined) {
  const start = performance.now();
  const rows = await work(path);
  const ms = Math.round(performance.now() - start);
  process.stdout.write(JSON.stringify({ ms, rows, peakMb: Math.round(process.resourceUsage().maxRSS / 1024) }));
} else await compare();

async function compare(): Promise<void> {
  const csv = join(tmpdir(), `backhaul-bench-${process.pid}.csv`);
  const xlsx = join(tmpdir(), `backhaul-bench-${process.pid}.xlsx`);
  const say = (line: string) => process.stdout.write(`${line}\n`);
  try {
    await writeCsv(csv);
    await writeXlsx(xlsx);
    for (const [title, file, bare] of [
      [`${CSV_ROWS} timecard rows as CSV`, csv, "parse CSV"],
      [`${XLSX_ROWS} timecard rows as XLSX`, xlsx, "parse XLSX"],
    ] as const) {
      const parsed = measure(bare, file);
      const understood = measure("understand", file);
      const imported = measure("import", file);
      const per = ({ rows, ms }: Measured) => `${Math.round(rows / (ms / 1000))} rows/s`;
      say(title);
      say(`  bare parser              ${parsed.ms} ms, peak ${parsed.peakMb} MB`);
      say(`  read and understood      ${understood.ms} ms, ${per(understood)}, peak ${understood.peakMb} MB`);
      say(`  imported                 ${imported.ms} ms, ${per(imported)}, peak ${imported.peakMb} MB (aim under 600)`);
      say(`  import / bare parser     ${(imported.ms / parsed.ms).toFixed(2)} (aim at most 2)`);
    }
  } finally {
    await rm(csv, { force: true });
    await rm(xlsx, { force: true });
  }
}
