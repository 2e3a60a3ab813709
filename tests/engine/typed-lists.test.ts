/** The company's own lists: what is typed has a source, and what is written back says the same when it is read again. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type FactValues, PRORATIONS, RATE_ITEMS } from "#main/documents/facts.ts";
import { type ListFact, listCsv } from "#main/engine/typed-lists.ts";
import { CHARGE_CODES } from "#shared/charges.ts";
import { bytes, facts } from "../documents/support.ts";
import { type Bench, openBench } from "../support/engine.ts";

/** Whatever a cell can hold once it was read: single spaces, nothing at its ends; often what a spreadsheet would take for a formula. */
const words = fc
  .tuple(fc.constantFrom("", "=", "+", "-", "@", "'", "'=", "''-"), fc.string({ unit: "grapheme", maxLength: 12 }))
  .map(([start, text]) =>
    `${start}${text}a`
      .normalize("NFKC")
      .replace(/[\p{C}\s]+/gu, " ")
      .trim(),
  );
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const station = fc.constantFrom("DXA4", "DXB7");
const price = fc.integer({ min: 0, max: 9_999_999 });
const [early, late] = ["2024-02-29", "2026-12-31"];
const days = fc.constantFrom(early, "2025-03-04", late);

const LISTS: { readonly [T in ListFact]: fc.Arbitrary<FactValues<T>> } = {
  station: fc.record({
    station,
    name: words,
    state: fc.constantFrom("TN", "TX"),
    timeZone: fc.constant("America/Chicago"),
    dspCode: fc.constant("ABCD"),
  }),
  rate: fc.record({
    station,
    item: fc.constantFrom(...RATE_ITEMS),
    serviceType: words,
    blockMinutes: fc.integer({ min: 1, max: 900 }),
    rate: price,
    effectiveFrom: fc.constant(early),
    effectiveTo: maybe(fc.constant(late)),
  }),
  person: fc.record({
    employeeId: fc.stringMatching(/^[0-9A-Z]{1,8}$/),
    transporterId: maybe(words),
    name: words,
    state: fc.constantFrom("", "TN"),
    station: fc.constantFrom("", "DXA4"),
    department: words,
    payRate: maybe(price),
    hireDate: maybe(days),
    terminationDate: maybe(days),
  }),
  leaseTerm: fc.record({
    vin: fc.stringMatching(/^[A-HJ-NPR-Z0-9]{17}$/),
    unit: words,
    provider: words,
    contract: words,
    monthlyRentCents: fc.integer({ min: 0, max: 10_000_000 }),
    onLease: fc.constant(early),
    offLease: maybe(fc.constant(late)),
    proration: fc.constantFrom(...PRORATIONS),
    mileageAllowance: maybe(fc.integer({ min: 0, max: 100_000 })),
    overageRate: maybe(price),
    taxRate: maybe(fc.integer({ min: 0, max: 250_000 })),
    allowedFees: fc.constantFrom("", "MGMT_FEE:12.50; TOLL_FEE:5.00"),
    warrantyEnd: maybe(days),
    warrantyMiles: maybe(fc.integer({ min: 0, max: 200_000 })),
    registeredState: fc.constantFrom("", "TN"),
    plate: words,
    returnDayBilled: fc.boolean(),
  }),
  rentalRate: fc.record({
    provider: words,
    contract: words,
    vin: fc.constantFrom("", "1FTBR2C82RKA10021"),
    vanClass: words,
    dayCents: fc.integer({ min: 1, max: 1_000_000 }),
    weekCents: maybe(fc.integer({ min: 1, max: 1_000_000 })),
    monthCents: maybe(fc.integer({ min: 1, max: 10_000_000 })),
    monthDays: maybe(fc.integer({ min: 1, max: 31 })),
    effectiveFrom: fc.constant(early),
    effectiveTo: maybe(fc.constant(late)),
  }),
  chargeWord: fc.record({ words, chargeCode: fc.constantFrom(...CHARGE_CODES), provider: words }),
  alias: fc.record({ description: words, serviceType: words }),
};

describe("a list written as a CSV", () => {
  it.each(Object.keys(LISTS) as ListFact[])("says the same of every %s when it is read again", (type) => {
    expectSame(type);
  });

  it("leaves no text that a spreadsheet program would run", () => {
    fc.assert(
      fc.property(fc.array(LISTS.alias, { minLength: 1, maxLength: 4 }), (entries) => {
        for (const line of listCsv("alias", entries).split("\r\n").slice(1, -1)) {
          expect(line).not.toMatch(/(?:^|",)"[=+\-@]/);
        }
      }),
    );
  });

  it("writes prices so that no decimals can be taken for thousands", () => {
    const rate = { station: "DXA4", item: "package", serviceType: "", blockMinutes: null } as const;
    const at = (price: number) => ({ ...rate, rate: price, effectiveFrom: "2026-01-01", effectiveTo: null });
    expect(
      listCsv("rate", [at(12_500), at(625), at(3_250_000), at(12_505)])
        .split("\r\n")
        .slice(1, 5),
    ).toEqual([
      '"DXA4","package",,,1.25,2026-01-01,',
      '"DXA4","package",,,0.0625,2026-01-01,',
      '"DXA4","package",,,325.00,2026-01-01,',
      '"DXA4","package",,,1.2505,2026-01-01,',
    ]);
    expect(listCsv("rate", [at(12_550)])).toContain(",1.2550,");
  });
});

function expectSame<T extends ListFact>(type: T): void {
  fc.assert(
    fc.property(fc.array(LISTS[type], { minLength: 1, maxLength: 4 }), (entries) => {
      expect(facts(type, bytes(listCsv(type, entries)))).toEqual(entries);
    }),
  );
}

const STATION = { Station: "DXB7", Name: "Fort Worth", State: "TX", "Time Zone": "America/Chicago" };
const ALIAS = { description: "Big Blue Van - Block of 10 Hours", serviceType: "Standard Parcel" };

describe("an entry that is typed", () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await openBench();
    await bench.importPaths(
      await bench.put([
        { path: "stations.csv", bytes: "Station,Name,State,Time Zone\nDXA4,Memphis,TN,America/Chicago\n" },
      ]),
    );
  });
  afterEach(() => bench.close());

  const save = (cells: Record<string, string>) => bench.client.reference.saveEntry({ kind: "stations", cells });
  const page = (search = "") => bench.client.reference.list({ kind: "stations", search, offset: 0, limit: 10 });
  const names = async () => (await page()).rows.map(({ cells }) => cells[1]);

  it("is in the list with the document it stands in, and the audit trail has its import", async () => {
    expect(await save(STATION)).toEqual({ changed: true });
    const { rows, total } = await page("fort");
    expect(total).toBe(1);
    const source = rows[0]?.source;
    expect(source?.document).toMatch(/^Stations typed 20\d\d-\d\d-\d\d\.csv$/);
    const grid = await bench.client.documents.source({
      documentId: source?.documentId ?? 0,
      sheet: null,
      row: source?.row ?? 1,
      around: 2,
    });
    expect(grid.rows.map((row) => row[1])).toEqual(["Name", "Fort Worth"]);
    const { store } = bench.engine.session.workspace;
    const trail = await store.read((db) => db.selectFrom("audit").select(["actor", "command"]).execute());
    expect(trail).toEqual([
      { actor: "tester", command: "import" },
      { actor: "tester", command: "import" },
    ]);
  });

  it("takes the place of the entry for the same thing, as often as it is typed, and gives it back when undone", async () => {
    await save({ ...STATION, Station: "DXA4", Name: "Memphis North" });
    await save({ ...STATION, Station: "DXA4", Name: "Memphis" });
    await save({ ...STATION, Station: "DXA4", Name: "Memphis North" });
    expect(await names()).toEqual(["Memphis North"]);
    const newest = (await page()).rows[0]?.source.documentId ?? 0;
    await bench.client.documents.undo({ documentIds: [newest] });
    expect(await names()).toEqual(["Memphis"]);
  });

  it("changes nothing where the list says so already", async () => {
    expect(await save({ ...STATION, Name: "=cmd" })).toEqual({ changed: true });
    const before = (await bench.client.documents.history({})).length;
    expect(await save({ ...STATION, Name: "=cmd" })).toEqual({ changed: false });
    expect(await bench.client.documents.history({})).toHaveLength(before);
    expect(await names()).toContain("=cmd");
  });

  it.each([
    [{ ...STATION, State: "Texas" }, /"Texas" is not a state; write its two letters/],
    [{ ...STATION, "Time Zone": "" }, /Time Zone is blank/],
    [{ ...STATION, Stat: "TX" }, /has no column "Stat"/],
    [{}, /./],
  ])("is refused with what is wrong, and nothing is stored", async (cells, sentence) => {
    await expect(save(cells)).rejects.toThrow(sentence);
    expect(await bench.client.documents.history({})).toHaveLength(1);
  });

  it("as an alias is known at once, and its list counted", async () => {
    await bench.client.reference.teachAlias(ALIAS);
    expect((await bench.client.reference.aliases({})).known).toEqual([ALIAS]);
    const list = (await bench.client.reference.lists({})).find(({ kind }) => kind === "service aliases");
    expect(list).toMatchObject({ rows: 1, documents: 1, from: null });
    expect(list?.newest?.name).toMatch(/^Service aliases typed/);
  });

  it("comes back the same from a file the list was exported to", async () => {
    await save({ ...STATION, Name: '-North, "Dock" 5' });
    const before = (await page()).rows.map(({ cells }) => cells);
    const file = join(bench.root, "out.csv");
    const { rows } = await bench.client.reference.exportList({ kind: "stations", to: bench.files.offer(file) });
    expect(rows).toBe(2);
    expect(await readFile(file, "utf8")).toContain('"\'-North, ""Dock"" 5"');
    const imported = await bench.importPaths([file]);
    expect(imported.refused).toEqual([]);
    expect((await page()).rows.map(({ cells }) => cells)).toEqual(before);
    await expect(bench.client.reference.exportList({ kind: "rate card" })).rejects.toThrow(/no entry in the rate card/);
  });
});
