/** Deadlines that come near are told once each: of drafts, and of invoices nobody has put into a claim. */
import { afterEach, beforeEach, expect, it } from "vitest";
import { addDays } from "#shared/week.ts";
import { type Bench, openBench } from "../support/engine.ts";
import { draftOf, putFindings, trail } from "./support/claims.ts";

const DEADLINE = "2026-08-22";
let bench: Bench;
const clock = { today: "2026-08-01" };
beforeEach(async () => {
  bench = await openBench(clock);
});
afterEach(async () => bench.close());

/** What is told so many days before the deadline. */
async function toldAt(left: number) {
  clock.today = addDays(DEADLINE, -left);
  return bench.client.claims.warnings({});
}
const days = async (left: number) => (await toldAt(left)).map((warning) => warning.days);

it("of a draft: seven, three and one day before, each once", async () => {
  await draftOf(bench, 20_000, 12_500);
  const spoken: [number, number[]][] = [];
  for (const left of [9, 8, 7, 7, 6, 4, 3, 2, 1, 1, 0, -1]) spoken.push([left, await days(left)]);
  expect(spoken.filter(([, told]) => told.length > 0)).toEqual([
    [7, [7]],
    [3, [3]],
    [1, [1]],
  ]);
  expect((await trail(bench)).filter((entry) => entry.startsWith("warn"))).toHaveLength(3);
});

it("says what is at stake, and which claim", async () => {
  await draftOf(bench, 20_000, 12_500);
  expect(await toldAt(5)).toEqual([
    {
      subject: "C-0001",
      text: "Claim C-0001 with Amazon is still a draft: $325.00, 5 days left to submit it (Aug 22, 2026).",
      ...{ deadline: DEADLINE, days: 7, cents: 32_500, claim: 1 },
    },
  ]);
});

it("is only the nearest where the app was closed for days", async () => {
  await draftOf(bench, 100);
  expect(await days(2)).toEqual([3]);
  expect(await days(2)).toEqual([]);
  expect(await days(0)).toEqual([1]);
});

it("of an invoice: its open and confirmed findings that can be claimed and are in no claim", async () => {
  await putFindings(
    bench,
    { id: "a", status: "open", cents: 100 },
    { id: "b", cents: 50 },
    { id: "dismissed", status: "dismissed", cents: 1 },
    { id: "exposure", direction: "exposure", cents: 1 },
    { id: "lowers", status: "open", cents: -1 },
    { id: "other", station: "DXB7", status: "open", cents: 7 },
    { id: "lessor", code: "E01", station: null, counterparty: "Element", invoice: "ELM-1", cents: 9 },
  );
  const told = await toldAt(3);
  expect(told.map(({ text, claim }) => [text, claim])).toEqual([
    ["Invoice ELM-1 of Element: $0.09, 3 days left to claim it (Aug 22, 2026).", null],
    ["Invoice INV-HLN4-0000000614 of Amazon for DXA4: $1.50, 3 days left to claim it (Aug 22, 2026).", null],
    ["Invoice INV-HLN4-0000000614 of Amazon for DXB7: $0.07, 3 days left to claim it (Aug 22, 2026).", null],
  ]);
  await bench.client.claims.join({ ids: ["b", "lessor"] });
  expect((await toldAt(1)).map(({ subject, cents }) => [subject, cents])).toEqual([
    ["C-0001", 50],
    ["C-0002", 9],
    ["invoice Amazon|DXA4|INV-HLN4-0000000614", 100],
    ["invoice Amazon|DXB7|INV-HLN4-0000000614", 7],
  ]);
});

it("is silent about claims that were submitted, and about what has no deadline", async () => {
  const number = await draftOf(bench, 100);
  clock.today = "2026-08-18";
  await bench.client.claims.step({ number, to: "submitted", on: "2026-08-18" });
  await putFindings(bench, { id: "x", cents: 5, deadline: null, invoice: "INV-9" });
  expect(await days(1)).toEqual([]);
});

it("is told anew of a deadline that moved", async () => {
  await draftOf(bench, 100);
  expect(await days(7)).toEqual([7]);
  await bench.engine.session.workspace.store.write((db) =>
    db.updateTable("finding").set({ deadline: "2026-08-21" }).execute(),
  );
  expect(await days(7)).toEqual([7]);
});
