/** What holds of any history of small documents: versions of weeks, invoices, timecards and lists that overlap in every way. */
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Plan, RowState } from "#shared/contract/schemas.ts";
import { type Bench, openBench } from "../support/engine.ts";
import {
  at,
  commit,
  contents,
  fileOf,
  type HeldRow,
  heldRows,
  importEach,
  importTogether,
  invoice,
  preview,
  roster,
  rowsOf,
  summary,
  type TimedFile,
  timecard,
} from "../support/imports.ts";

let bench: Bench;
let number = 0;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(async () => bench.close());

/** A new workspace in place of the one before. */
async function anew(): Promise<void> {
  number += 1;
  await bench.engine.session.open(`${bench.root}/workspace ${number}`);
}

const day = fc.integer({ min: 3, max: 5 });
const lines = (line: fc.Arbitrary<string>) => fc.uniqueArray(line, { minLength: 1, maxLength: 5 });
const tally = fc.tuple(day, fc.constantFrom("Standard Parcel", "Nursery"), fc.integer({ min: 1, max: 2 }));
const shift = fc.tuple(day, fc.constantFrom("000101", "000102"), fc.constantFrom("05:30 PM", "06:00 PM"));
const person = fc.tuple(fc.constantFrom("000101", "000102"), fc.constantFrom("20.00", "21.00"));
const unreadable = fc.tuple(day, fc.constant("Standard Parcel"), fc.constant("many"));

const text = fc.oneof(
  lines(tally.map((cells) => cells.join(" "))).map((rows) => summary(...rows)),
  lines(
    fc.oneof({ weight: 4, arbitrary: tally }, { weight: 1, arbitrary: unreadable }).map((cells) => cells.join(" ")),
  ).map((rows) => summary(...rows)),
  fc
    .tuple(fc.constantFrom("INV-1", "INV-2"), lines(tally.map((cells) => cells.join(" "))))
    .map(([which, rows]) => invoice(which, ...rows)),
  lines(shift.map(([date, id, end]) => `${date} ${id} 09:00 AM ${end}`)).map((rows) => timecard(...rows)),
  lines(person.map((cells) => cells.join(" "))).map((rows) => roster(...rows)),
);

/** Files of different contents; now and then two have the same time. */
const history = fc
  .uniqueArray(text, { minLength: 2, maxLength: 6 })
  .chain((texts) =>
    fc.tuple(
      fc.constant(texts),
      fc.array(fc.integer({ min: 0, max: 6 }), { minLength: texts.length, maxLength: texts.length }),
    ),
  )
  .map(([texts, minutes]) =>
    texts.map((each, index): TimedFile => ({ path: `file ${index}.csv`, text: each, at: at(minutes[index] ?? 0) })),
  );
const shuffled = <T>(list: readonly T[]) => fc.shuffledSubarray([...list], { minLength: list.length });
const historyAndOrder = history.chain((files) => fc.tuple(fc.constant(files), shuffled(files)));

const RUNS = { numRuns: 25, seed: 20_260_802, endOnFailure: true };

async function undo(names: readonly string[]): Promise<void> {
  const documents = await bench.client.documents.history({});
  const documentIds = documents.filter(({ name }) => names.includes(name)).map(({ id }) => id);
  await bench.client.documents.undo({ documentIds });
}

describe("whatever the documents", () => {
  it("any order of imports, one by one or together, gives the same rows that count, days and problems", async () => {
    await fc.assert(
      fc.asyncProperty(historyAndOrder, async ([files, order]) => {
        await anew();
        await importEach(bench, files);
        const expected = await contents(bench);
        await anew();
        await importEach(bench, order);
        expect(await contents(bench)).toEqual(expected);
        await anew();
        await importTogether(bench, order);
        expect(await contents(bench)).toEqual(expected);
      }),
      RUNS,
    );
  });

  it("and the same findings, to the byte", async () => {
    await fc.assert(
      fc.asyncProperty(historyAndOrder, async ([files, order]) => {
        const findings: string[] = [];
        for (const list of [files, order]) {
          await anew();
          await importEach(bench, list);
          await bench.check();
          const found = await bench.client.findings.list({});
          findings.push(JSON.stringify([found, await bench.client.findings.coverage({})]));
        }
        expect(findings[1]).toBe(findings[0]);
      }),
      { ...RUNS, numRuns: 6 },
    );
  });

  it("importing twice is importing once", async () => {
    await fc.assert(
      fc.asyncProperty(historyAndOrder, async ([files, order]) => {
        await anew();
        await importTogether(bench, files);
        const once = await contents(bench);
        const plan = await preview(bench, order);
        expect(plan.files.map(({ state }) => state)).toEqual(files.map(() => "already"));
        await commit(bench, plan);
        expect(await contents(bench)).toEqual(once);
      }),
      RUNS,
    );
  });

  it("taking some back leaves what the others make, and importing them again what all make", async () => {
    const split = historyAndOrder.chain(([files, order]) =>
      fc.tuple(fc.constant(files), fc.constant(order), fc.integer({ min: 1, max: files.length - 1 })),
    );
    await fc.assert(
      fc.asyncProperty(split, async ([files, order, count]) => {
        const gone = order.slice(0, count);
        await anew();
        await importEach(
          bench,
          files.filter((file) => !gone.includes(file)),
        );
        const without = await contents(bench);
        await importTogether(bench, gone);
        const all = await contents(bench);
        await undo(gone.map(({ path }) => path));
        expect(await contents(bench)).toEqual(without);
        await importEach(bench, gone);
        expect(await contents(bench)).toEqual(all);
      }),
      RUNS,
    );
  });

  it("the plan says of every row what the import then does", async () => {
    const split = history.chain((files) => fc.tuple(fc.constant(files), fc.integer({ min: 0, max: files.length - 1 })));
    await fc.assert(
      fc.asyncProperty(split, async ([files, stored]) => {
        await anew();
        await importEach(bench, files.slice(0, stored));
        const before = await heldRows(bench);
        const plan = await preview(bench, files.slice(stored));
        const planned = await Promise.all(plan.files.map(({ name }) => rowsOf(bench, plan, name)));
        const differences = await Promise.all(plan.files.map(({ sha256 }) => differenceOf(plan, sha256)));
        await commit(bench, plan);
        const after = await heldRows(bench);
        for (const [index, file] of plan.files.entries()) {
          const states = planned[index] ?? [];
          for (const state of ["new", "changed", "already", "superseded", "conflict", "error"] as const)
            expect(states.filter((row) => row.state === state)).toHaveLength(file.rows[state]);
          const own = after.filter(({ sha256 }) => sha256 === file.sha256);
          const read = states.filter(({ state }) => state !== "error");
          expect(read.map(({ row }) => row).sort(byNumber)).toEqual(own.map(({ row }) => row).sort(byNumber));
          const expected = own.map((row) => `${row.row} ${expectedState(row, before, after)}`);
          expect(read.map(({ row, state }) => `${row} ${state}`).sort()).toEqual(expected.sort());
        }
        const documents = await bench.client.documents.history({});
        const latest = Math.max(...files.map(({ at: time }) => Date.parse(time)));
        for (const [index, { name }] of plan.files.entries()) {
          const file = files.find(({ path }) => path === name);
          const document = documents.find((each) => each.name === name);
          expect(document?.currentRows).toBe(
            after.filter(({ sha256, current }) => sha256 === document?.sha256 && current === 1).length,
          );
          // Only what no later file speaks of in part takes the same place now and ever after.
          const alone = files.filter(({ at: time }) => Date.parse(time) === latest).length === 1;
          if (Date.parse(file?.at ?? "") !== latest || !alone) continue;
          const difference = await bench.client.documents.difference({ documentId: document?.id ?? 0, limit: 5000 });
          expect(differences[index]).toEqual(difference);
          const { supersedes } = fileOf(plan, name);
          expect(supersedes.map((each) => each.document)).toEqual(difference.with);
          for (const change of ["added", "removed", "changed"] as const)
            expect(supersedes.reduce((sum, each) => sum + each[change], 0)).toBe(difference[change]);
        }
      }),
      { ...RUNS, numRuns: 60 },
    );
  });
});

const byNumber = (a: number, b: number) => a - b;

async function differenceOf({ planId }: Plan, sha256: string) {
  return bench.client.documents.planDifference({ planId, sha256, limit: 5000 });
}

/** What became of a row, told from the store alone: what counted before, and what counts now. */
function expectedState(row: HeldRow, before: readonly HeldRow[], after: readonly HeldRow[]): RowState {
  const inScope = (other: HeldRow) => other.type === row.type && other.scope === row.scope;
  const isSame = (other: HeldRow) => inScope(other) && other.key === row.key;
  const winner = after.find((other) => isSame(other) && other.current === 1);
  const stored = before.find((other) => isSame(other) && other.current === 1);
  const later = after
    .filter(
      (other) =>
        inScope(other) &&
        other.asOf + other.sha256 > row.asOf + row.sha256 &&
        (isWhole(row) || dayOf(other) === dayOf(row)),
    )
    .sort((a, b) => (a.asOf + a.sha256 < b.asOf + b.sha256 ? 1 : -1))[0];
  const ruler = winner ?? later;
  const rival = after.find(
    (other) => isSame(other) && other.sha256 !== row.sha256 && other.asOf === row.asOf && other.values !== row.values,
  );
  if (ruler?.asOf === row.asOf && (rival !== undefined || winner === undefined)) return "conflict";
  if (row.current === 0) return winner?.values === row.values ? "already" : "superseded";
  if (stored === undefined) return "new";
  return stored.values === row.values ? "already" : "changed";
}

const isWhole = ({ type }: HeldRow) => type === "invoice" || type === "invoiceLine" || type === "person";
const dayOf = ({ key }: HeldRow) => key.slice(0, 10);
