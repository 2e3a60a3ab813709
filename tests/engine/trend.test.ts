/** The trend and the tiles follow a dollar from found to handed in to recovered, and never count it in two places. */
import { afterEach, beforeEach, expect, it } from "vitest";
import { isClaimable } from "#shared/catalogue.ts";
import { type Bench, openBench } from "../support/engine.ts";

const SAMPLE = new URL("../../resources/sample-company/", import.meta.url).pathname;
const WEEK = "2026-08-09";

let bench: Bench;
beforeEach(async () => {
  bench = await openBench({ today: "2026-08-18" });
  await bench.importPaths([SAMPLE]);
  await bench.check();
});
afterEach(async () => bench.close());

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const trend = () => bench.client.findings.trend({ station: null, week: null, weeks: 12 });
const tiles = async () => (await bench.client.findings.board({ station: null, week: null })).tiles;

it("has twelve weeks up to the newest, and the sum of what was found is what the tiles say can be claimed", async () => {
  const { weeks, families } = await trend();
  expect(weeks.map(({ week }) => week)).toHaveLength(12);
  expect(weeks.at(-1)?.week).toBe(WEEK);
  expect(sum(weeks.map(({ foundCents }) => foundCents))).toBe((await tiles()).claimable.cents);
  for (const week of weeks) expect(sum(week.families.map(({ foundCents }) => foundCents))).toBe(week.foundCents);
  expect(families.map(({ family }) => family)).toContain("A");
  expect(weeks.every(({ claimedCents, recoveredCents }) => claimedCents === 0 && recoveredCents === 0)).toBe(true);
});

it("counts a month's findings in the week in which the month begins, and in no other", async () => {
  const lease = (await bench.client.findings.list({ period: "2026-08" })).filter(({ direction }) =>
    isClaimable(direction),
  );
  const cents = sum(lease.map(({ amountCents }) => amountCents ?? 0));
  expect(cents).toBeGreaterThan(0);
  // August 1, 2026 is the Saturday of that week.
  const begins = await bench.client.findings.trend({ station: null, week: "2026-07-26", weeks: 1 });
  expect(begins.weeks).toMatchObject([{ week: "2026-07-26", foundCents: cents }]);
  const ends = await bench.client.findings.trend({ station: null, week: "2026-08-30", weeks: 2 });
  expect(ends.weeks.map(({ foundCents }) => foundCents)).toEqual([0, 0]);
});

it("moves a dollar from claimable to submitted to recovered", async () => {
  const before = await tiles();
  const [finding] = (await bench.client.findings.list({ code: "A01" })).filter(({ period }) => period === WEEK);
  if (finding?.amountCents === undefined || finding.amountCents === null)
    throw new Error("the sample has an unpaid route");
  const { amountCents } = finding;
  await bench.client.findings.decide({ ids: [finding.id], decision: "confirm", reason: "" });
  expect(await tiles()).toMatchObject({
    claimable: before.claimable,
    confirmed: { cents: amountCents, count: 1 },
    submitted: { cents: 0, count: 0 },
  });
  const { rows } = await bench.client.claims.list({
    filter: {},
    sort: "number",
    descending: false,
    offset: 0,
    limit: 10,
  });
  const number = rows[0]?.number ?? 0;
  await bench.client.claims.step({ number, to: "submitted", on: "2026-08-18", reference: "CASE 1" });
  expect(await tiles()).toMatchObject({
    claimable: { cents: before.claimable.cents - amountCents, count: before.claimable.count - 1 },
    confirmed: { cents: 0, count: 0 },
    submitted: { cents: amountCents, count: 1 },
  });
  const found = (await trend()).weeks.at(-1);
  expect(found).toMatchObject({ claimedCents: amountCents, recoveredCents: 0 });
  await bench.client.claims.pay({ number, kind: "paid", receivedOn: "2026-08-18", cents: amountCents - 100, note: "" });
  expect(await tiles()).toMatchObject({
    submitted: { cents: 100, count: 1 },
    recovered: { cents: amountCents - 100, count: 1 },
  });
  const after = (await trend()).weeks.at(-1);
  expect(after).toEqual({ ...found, recoveredCents: amountCents - 100 });
});

it("leaves money of last year out of what was recovered this year", async () => {
  const [finding] = await bench.client.findings.list({ code: "A01" });
  await bench.client.findings.decide({ ids: [finding?.id ?? ""], decision: "confirm", reason: "" });
  await bench.client.claims.step({ number: 1, to: "submitted", on: "2025-12-20", reference: "CASE 2" });
  await bench.client.claims.pay({ number: 1, kind: "paid", receivedOn: "2025-12-31", cents: 100, note: "" });
  expect((await tiles()).recovered).toEqual({ cents: 0, count: 0 });
  await bench.client.claims.pay({ number: 1, kind: "paid", receivedOn: "2026-01-01", cents: 200, note: "" });
  expect((await tiles()).recovered).toEqual({ cents: 200, count: 1 });
});
