/** Small documents with a time of their own, planned and imported step by step, and what the store then holds. */
import { mkdir, utimes, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { CompiledQuery } from "kysely";
import { follow } from "#main/cli/command.ts";
import { FACT_TYPES } from "#main/documents/facts.ts";
import type { ReadHandle } from "#main/store/schema.ts";
import type { Plan, PlannedFile, PlanRow } from "#shared/contract/schemas.ts";
import type { Bench } from "./engine.ts";
import { twoPlaces } from "./sample/decimal.ts";

/** A file to import; `at` is the file's own time, an ISO instant. */
export interface TimedFile {
  readonly path: string;
  readonly text: string;
  readonly at: string;
}

/** An instant of the day the tests' files were downloaded. */
export const at = (minute: number): string => `2026-08-10T08:${String(minute).padStart(2, "0")}:00.000Z`;

/** A work summary of some days at DXA4: `3 Standard Parcel 4` is four completed routes on August 3. */
export function summary(...rows: string[]): string {
  return [
    "Date,Station,DSP Short Code,Service Type,Planned Duration,Total Distance Planned,Total Distance Allowance,Planned Distance Unit,AMZL late cancel,DSP late cancel,Quick coverage,accepted,completed routes",
    ...rows.map((row) => {
      const [, day = "", type = "", completed = ""] = /^(\d) (.+) (\S+)$/.exec(row) ?? [];
      return `2026-08-0${day},Memphis (DXA4)- Amazon.com,HLNE,${type},10 hr,80,0,mi,0,0,0,0,${completed}`;
    }),
    "",
  ].join("\n");
}

/** An invoice of Amazon's for the week of August 2: `3 Standard Parcel 4` bills four routes of $300.00 on August 3. */
export function invoice(number: string, ...rows: string[]): string {
  let cents = 0;
  const lines = rows.map((row) => {
    const [, day = "", type = "", quantity = ""] = /^(\d) (.+) (\d+)$/.exec(row) ?? [];
    cents += 30_000 * Number(quantity);
    return `Routes,2026-08-0${day},${type} - Block of 10 Hours,${type},300.00,${quantity},${300 * Number(quantity)}.00`;
  });
  return [
    `Invoice Number,${number}`,
    "Invoice Date,2026-08-08",
    "Station,DXA4",
    "Period Start,2026-08-02",
    "Period End,2026-08-08",
    "Invoice Type,Variable",
    "Status,New",
    "Dispute Window Closes,2026-08-22",
    "Section,Date,Description,Service Type,Rate,Quantity,Amount",
    ...lines,
    `Total Due,,,,,,${twoPlaces(cents)}`,
    "",
  ].join("\n");
}

/** A timecard: `3 000101 09:00 AM 05:30 PM` is one shift on August 3. */
export function timecard(...rows: string[]): string {
  return [
    "Company Code,Last Name,First Name,Position ID,Worked Department,State,In time,Out time,Out Punch Type,Hours,Pay Code",
    ...rows.map((row) => {
      const [, day = "", id = "", start = "", end = ""] = /^(\d) (\d+) (\S+ \S+) (\S+ \S+)$/.exec(row) ?? [];
      return `HLN,Rivers,Sam${id},${id},Drivers,TN,08/0${day}/2026 ${start},08/0${day}/2026 ${end},,8.50,Regular`;
    }),
    "",
  ].join("\n");
}

/** A staff roster: `000101 20.00` is a driver with that hourly pay. */
export function roster(...rows: string[]): string {
  return [
    "Employee ID,Transporter ID,Name,State,Station,Department,Pay Rate,Hire Date,Termination Date",
    ...rows.map((row) => {
      const [id = "", pay = ""] = row.split(" ");
      return `${id},A${id},Sam${id} Rivers,TN,DXA4,Drivers,${pay},2024-01-02,`;
    }),
    "",
  ].join("\n");
}

/** Writes files with their times into a folder and returns their paths. */
export async function writeTimed(folder: string, files: readonly TimedFile[]): Promise<string[]> {
  const paths: string[] = [];
  for (const { path, text, at: time } of files) {
    const target = join(folder, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, text);
    await utimes(target, new Date(time), new Date(time));
    paths.push(target);
  }
  return paths;
}

/** Writes files with their times and says what importing them together would do. */
export async function preview(bench: Bench, files: readonly TimedFile[]): Promise<Plan> {
  const paths = await writeTimed(join(bench.root, "inbox"), files);
  return follow(await bench.client.documents.plan({ files: paths.map((path) => bench.files.offer(path)) }));
}

/** Imports what was previewed. */
export async function commit(bench: Bench, { planId, hash }: Plan): Promise<void> {
  await follow(await bench.client.documents.commit({ planId, hash }));
}

/** Imports files as one. */
export async function importTogether(bench: Bench, files: readonly TimedFile[]): Promise<void> {
  await commit(bench, await preview(bench, files));
}

/** Imports files one by one. */
export async function importEach(bench: Bench, files: readonly TimedFile[]): Promise<void> {
  for (const file of files) await importTogether(bench, [file]);
}

/** The file of a plan by its name. Throws when there is none. */
export function fileOf(plan: Plan, name: string): PlannedFile {
  const file = plan.files.find((each) => each.name === basename(name));
  if (!file) throw new Error(`the plan has no ${name}`);
  return file;
}

/** All rows of a planned file. */
export async function rowsOf(bench: Bench, plan: Plan, name: string): Promise<PlanRow[]> {
  const { sha256 } = fileOf(plan, name);
  const page = await bench.client.documents.planRows({ planId: plan.planId, sha256, offset: 0, limit: 1000 });
  return page.rows;
}

/** A stored row as it is compared: where it came from, whether it counts, and what it says. */
export interface HeldRow {
  readonly type: string;
  readonly sha256: string;
  readonly asOf: string;
  readonly row: number;
  readonly scope: string;
  readonly key: string;
  readonly current: number;
  /** Its own values as one text. */
  readonly values: string;
}

async function all<T>(db: ReadHandle, query: string): Promise<readonly T[]> {
  const { rows } = await db.executeQuery<T>(CompiledQuery.raw(query));
  return rows;
}

type Stored = Record<string, unknown> & HeldRow;

/** Every stored row, in an order of its own. */
export async function heldRows(bench: Bench): Promise<HeldRow[]> {
  return bench.engine.session.workspace.store.read(async (db) => {
    const held: HeldRow[] = [];
    for (const type of FACT_TYPES) {
      const rows = await all<Stored>(
        db,
        `select f.*, d."sha256", d."asOf" from "${type}" f
         join "documentSheet" s on s."id" = f."sheetId" join "document" d on d."id" = s."documentId"
         order by d."sha256", f."row", f."scope", f."key"`,
      );
      for (const { id: _, sheetId: __, sha256, asOf, row, scope, key, current, cells, day, ...values } of rows)
        held.push({ type, sha256, asOf, row, scope, key, current, values: JSON.stringify(values) });
    }
    return held;
  });
}

/** All that imports put into the store, without what tells when: rows with whether they count, days, problems, documents. */
export async function contents(bench: Bench): Promise<unknown> {
  const rows = await heldRows(bench);
  return bench.engine.session.workspace.store.read(async (db) => ({
    rows,
    days: await all(
      db,
      `select d."sha256", c."kind", c."station", c."day", c."state" from "coveredDay" c
       join "document" d on d."id" = c."documentId" order by 1, 2, 3, 4, 5`,
    ),
    problems: await all(
      db,
      `select d."sha256", p."sheet", p."row", p."column", p."text", p."reason" from "documentProblem" p
       join "document" d on d."id" = p."documentId" order by 1, 2, 3, 4`,
    ),
    documents: await all(
      db,
      `select "name", "sha256", "bytes", "asOf", "fromDay", "toDay", "stations", "rows" from "document" order by "sha256"`,
    ),
  }));
}
