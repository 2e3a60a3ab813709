/** The queue of many findings: what is filtered, sorted, searched and grouped, and that every page belongs to the same order. */
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CATALOGUE, type CheckCode, type Direction, isClaimable } from "#shared/catalogue.ts";
import type { GroupBy, QueueSort } from "#shared/contract/review.ts";
import type { FindingFilter, FindingRow, FindingStatus } from "#shared/contract/schemas.ts";
import { type Bench, openBench } from "../support/engine.ts";
import { fillFindings, putIntoClaim } from "../support/many-findings.ts";

const COUNT = 400;

let bench: Bench;
let all: Awaited<ReturnType<typeof stored>>;

beforeAll(async () => {
  bench = await openBench();
  await fillFindings(bench.engine.session.workspace.store, COUNT);
  const ids = (await stored()).map(({ id }) => id);
  await bench.engine.session.workspace.store.write((db) => putIntoClaim(db, ids.slice(0, 40)));
  all = await stored();
});
afterAll(async () => bench.close());

const stored = () =>
  bench.engine.session.workspace.store.read((db) =>
    db
      .selectFrom("finding")
      .leftJoin("claimItem", "claimItem.findingId", "finding.id")
      .selectAll("finding")
      .select("claimItem.claimNumber")
      .orderBy("id")
      .execute(),
  );
type Stored = (typeof all)[number];

/** Case and accents aside, as people read. */
const folded = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** What a filter means, said a second time in plain code. */
function matches(row: Stored, filter: FindingFilter): boolean {
  const same = (asked: string | undefined, value: string | null) => asked === undefined || asked === (value ?? "");
  const search = filter.search === undefined ? "" : folded(filter.search.trim());
  const named = [row.code, row.subjectLabel, row.invoiceNumber ?? ""];
  const spoken = search.length < 3 ? named : [...named, row.sentence];
  const title = CATALOGUE[row.code as CheckCode].title;
  return (
    (filter.status ? filter.status.includes(row.status as FindingStatus) : row.status !== "cleared") &&
    same(filter.code, row.code) &&
    same(filter.family, row.code.slice(0, 1)) &&
    same(filter.station, row.station) &&
    same(filter.period, row.period) &&
    same(filter.counterparty, row.counterparty) &&
    same(filter.invoiceNumber, row.invoiceNumber) &&
    same(filter.assignee, row.assignee) &&
    (filter.direction === undefined || filter.direction.includes(row.direction as Direction)) &&
    (!filter.withAmount || row.amountCents !== null) &&
    (filter.claimed === undefined || filter.claimed === (row.claimNumber !== null)) &&
    (search === "" || [...spoken, title].some((text) => folded(text).includes(search)))
  );
}

const COLUMNS = {
  amount: "amountCents",
  deadline: "deadline",
  period: "period",
  code: "code",
  station: "station",
  status: "status",
  subject: "subjectLabel",
  assignee: "assignee",
} as const satisfies Record<QueueSort, keyof Stored>;

/** Texts by their bytes, as SQLite compares them. */
const bytes = (text: string) => Buffer.from(text).toString("hex");

function compare(one: Stored, other: Stored, sort: QueueSort, descending: boolean): number {
  const [a, b] = [one[COLUMNS[sort]], other[COLUMNS[sort]]];
  if ((a === null) !== (b === null)) return a === null ? 1 : -1;
  if (typeof a === "number" && typeof b === "number" && a !== b) return descending ? b - a : a - b;
  if (typeof a === "string" && typeof b === "string" && a !== b) return bytes(a) < bytes(b) === descending ? 1 : -1;
  return one.id < other.id ? -1 : 1;
}

const sort = fc.constantFrom(...(Object.keys(COLUMNS) as QueueSort[]));
const someOf = (column: "station" | "period" | "counterparty" | "invoiceNumber" | "assignee") =>
  fc.integer({ min: 0, max: COUNT - 1 }).map((index) => all[index]?.[column] ?? "");
const search = fc.oneof(
  fc.constantFrom(
    "Ångström",
    "angstrom",
    "CX31",
    "inv-dxa4",
    "paid",
    "TRẦN",
    "o'neal",
    "Zo",
    "x",
    "lease",
    "no such thing",
  ),
  fc
    .tuple(fc.integer({ min: 0, max: COUNT - 1 }), fc.nat(120), fc.integer({ min: 1, max: 12 }))
    .map(([index, from, length]) => (all[index]?.sentence ?? "").slice(from, from + length)),
);
const filter = () =>
  fc
    .record(
      {
        code: fc.constantFrom<CheckCode>("A01", "E03", "F06"),
        family: fc.constantFrom("A", "E", "F", "G"),
        station: someOf("station"),
        period: someOf("period").filter((period) => period !== ""),
        direction: fc.subarray<Direction>(["owed", "overcharged", "exposure", "watch"], { minLength: 1 }),
        status: fc.subarray<FindingStatus>(["open", "confirmed", "dismissed", "cleared"], { minLength: 1 }),
        search,
        withAmount: fc.boolean(),
        counterparty: someOf("counterparty"),
        invoiceNumber: someOf("invoiceNumber"),
        assignee: someOf("assignee"),
        claimed: fc.boolean(),
      },
      { requiredKeys: [] },
    )
    // Most findings match few of twelve conditions at once.
    .chain((full) =>
      fc.subarray(Object.entries(full), { maxLength: 2 }).map((some) => Object.fromEntries(some) as FindingFilter),
    );

const queue = (
  filter: FindingFilter,
  rest: { sort?: QueueSort; descending?: boolean; offset?: number; limit?: number } = {},
) => bench.client.findings.queue({ filter, sort: "amount", descending: true, offset: 0, limit: 1000, ...rest });
const claimable = (rows: readonly { direction: string; amountCents: number | null }[]) =>
  rows.reduce((sum, row) => sum + (isClaimable(row.direction as Direction) ? (row.amountCents ?? 0) : 0), 0);
const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);

describe("the queue", () => {
  it("holds exactly what a filter means, in order, with its size and claimable sum", async () => {
    await fc.assert(
      fc.asyncProperty(filter(), sort, fc.boolean(), async (asked, by, descending) => {
        const expected = all.filter((row) => matches(row, asked)).sort((a, b) => compare(a, b, by, descending));
        const page = await queue(asked, { sort: by, descending });
        expect(idsOf(page.rows)).toEqual(idsOf(expected));
        expect([page.total, page.totalCents]).toEqual([expected.length, claimable(expected)]);
      }),
      { numRuns: 150 },
    );
  });

  it("is the same whichever pages it is read in", async () => {
    await fc.assert(
      fc.asyncProperty(
        filter(),
        sort,
        fc.boolean(),
        fc.integer({ min: 7, max: 150 }),
        async (asked, by, descending, limit) => {
          const whole = await queue(asked, { sort: by, descending });
          const pages: FindingRow[] = [];
          for (let offset = 0; offset < whole.total; offset += limit)
            pages.push(...(await queue(asked, { sort: by, descending, offset, limit })).rows);
          expect(pages).toEqual(whole.rows);
          expect((await queue(asked, { sort: by, descending, offset: whole.total })).rows).toEqual([]);
        },
      ),
      { numRuns: 40 },
    );
  });

  it("puts rows without a value last in both directions", async () => {
    for (const descending of [true, false]) {
      const amounts = (await queue({}, { descending })).rows.map(({ amountCents }) => amountCents);
      const first = amounts.indexOf(null);
      expect(first).toBeGreaterThan(0);
      expect(amounts.slice(first).every((cents) => cents === null)).toBe(true);
    }
  });

  it("says of each row who looks after it and which claim it is in", async () => {
    const { rows } = await queue({ claimed: true });
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every(({ claim }) => claim === 1)).toBe(true);
    expect(new Set(rows.map(({ assignee }) => assignee))).toEqual(new Set(["Dana", "Luis", null]));
    expect((await queue({ claimed: false })).rows.every(({ claim }) => claim === null)).toBe(true);
  });
});

describe("a search", () => {
  it.each([
    '"',
    "''",
    "%",
    "_",
    "*",
    "CX*",
    "NEAR(a b)",
    "a AND b",
    "a OR *",
    "^paid",
    "-paid",
    "words:paid",
    "\\",
    "{x}",
    "\0\0\0",
    "🚚🚚🚚",
    ')"; DROP TABLE finding; --',
  ])("takes %j as it stands", async (text) => {
    const expected = all.filter((row) => matches(row, { search: text }));
    expect(idsOf((await queue({ search: text })).rows).sort()).toEqual(idsOf(expected).sort());
  });

  it("does not run from one part of a finding into the next", async () => {
    const [row] = all;
    expect((await queue({ search: `${row?.code}${row?.subjectLabel.slice(0, 3)}` })).total).toBe(0);
  });

  it("finds a finding under its new words once a check rewords it, and no longer under the old", async () => {
    const { store } = bench.engine.session.workspace;
    const id = all.find(({ status }) => status === "open")?.id ?? "";
    const before = all.find((row) => row.id === id)?.sentence ?? "";
    const say = (sentence: string) =>
      store.write((db) => db.updateTable("finding").set({ sentence }).where("id", "=", id).execute());
    await say("Quixotic wording of Pawełczyk.");
    expect(idsOf((await queue({ search: "xotic wor" })).rows)).toEqual([id]);
    expect(idsOf((await queue({ search: "PAWEŁCZYK" })).rows)).toEqual([id]);
    await say(before);
    expect((await queue({ search: "xotic wor" })).total).toBe(0);
  });
});

describe("groups", () => {
  const BY: GroupBy[] = [
    "code",
    "family",
    "station",
    "period",
    "direction",
    "status",
    "counterparty",
    "invoice",
    "assignee",
  ];

  it("are disjoint, hold everything the filter matches and add up to it; each one's filter matches exactly its findings", async () => {
    await fc.assert(
      fc.asyncProperty(filter(), fc.constantFrom(...BY), async (asked, by) => {
        const whole = await queue(asked);
        const groups = await bench.client.findings.groups({ filter: asked, by });
        const seen: string[] = [];
        for (const group of groups) {
          const { rows, total, totalCents } = await queue(group.filter);
          expect([total, totalCents]).toEqual([group.count, group.claimableCents]);
          expect(rows.filter(({ status }) => status === "open")).toHaveLength(group.open);
          seen.push(...idsOf(rows));
        }
        expect(seen.sort()).toEqual(idsOf(whole.rows).sort());
        expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length);
      }),
      { numRuns: 25 },
    );
  });

  it("come with the most claimable money first and a label people read", async () => {
    const groups = await bench.client.findings.groups({ filter: {}, by: "station" });
    const cents = groups.map(({ claimableCents }) => claimableCents);
    expect(cents).toEqual(cents.toSorted((a, b) => b - a));
    expect(groups.find(({ key }) => key === "")?.label).toBe("Whole company");
    for (const { key, label } of await bench.client.findings.groups({ filter: {}, by: "code" }))
      expect(label).toBe(`${key} ${CATALOGUE[key as CheckCode].title}`);
  });
});

describe("pages of an order that was kept", () => {
  it("follow what is decided in between", async () => {
    const view = { sort: "amount", descending: true, offset: 5, limit: 5 } as const;
    const before = await queue({ status: ["open"] }, view);
    const [first] = (await queue({ status: ["open"] })).rows;
    await bench.client.findings.decide({ ids: [first?.id ?? ""], decision: "dismiss", reason: "Too old" });
    const after = await queue({ status: ["open"] }, view);
    expect(after.total).toBe(before.total - 1);
    expect(idsOf(after.rows).slice(0, 4)).toEqual(idsOf(before.rows).slice(1));
    await bench.client.findings.decide({ ids: [first?.id ?? ""], decision: "undo", reason: "" });
    expect(await queue({ status: ["open"] }, view)).toEqual(before);
  });
});
