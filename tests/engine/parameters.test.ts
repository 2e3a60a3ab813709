/** The owner's own values: from which day they hold, what they change, and that nothing of it goes unwritten. */
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { brokenAuditEntry } from "#main/store/audit.ts";
import { formatParameter, mostOf, PARAMETER_UNITS, parseParameter } from "#shared/parameters.ts";
import { type Bench, openBench } from "../support/engine.ts";

/** 52 minutes of delay are 0.87 hours, of which 0.50 were paid: 0.37 hours at $32.49 are missing. */
const FILES = [
  { path: "stations.csv", bytes: "Station,Name,State,Time Zone\nDXA4,Memphis,TN,America/Chicago\n" },
  {
    path: "ABCD Unplanned Delay Report-2026-08-08.csv",
    bytes:
      "Station,Date,DSP Short Code,Unplanned Delay,Total Delay in Minutes,Impacted Routes,Notes\n" +
      "Memphis (DXA4)- Amazon.com,2026-08-03,ABCD,Late trailer,52,CX101,\n",
  },
  {
    path: "INV-ABCDEF-0000000614.csv",
    bytes:
      "Invoice Number,INV-ABCDEF-0000000614\nInvoice Date,2026-08-08\nStation,DXA4\nPeriod Start,2026-08-02\n" +
      "Period End,2026-08-08\nInvoice Type,Variable\nStatus,New\nDispute Window Closes,2026-08-26\n" +
      "Section,Date,Description,Service Type,Rate,Quantity,Amount\n" +
      "Unplanned Delay,2026-08-03,Unplanned Delay,,32.49,0.5,16.25\nTotal Due,,,,,,16.25\n",
  },
];

/** The week, and the company's month. */
const PERIODS = 2;

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
  await bench.importPaths(await bench.put(FILES));
  await bench.check();
});
afterEach(() => bench.close());

const short = async () =>
  (await bench.client.findings.list({ code: "A13", status: ["open"] })).map(({ amountCents }) => amountCents);
const set = (value: number, effectiveFrom = "2026-08-02", name = "tolerance") =>
  bench.client.reference.setParameter({ code: "A13", name, effectiveFrom, value });
const tolerance = async () =>
  (await bench.client.reference.checks({}))
    .find(({ code }) => code === "A13")
    ?.parameters.find(({ name }) => name === "tolerance");

describe("a tolerance", () => {
  it("hides a difference of its own size and no larger one", async () => {
    expect(await short()).toHaveLength(1);
    await set(37);
    expect((await bench.check()).periodsChecked).toBe(PERIODS);
    expect(await short()).toEqual([]);
    await set(36);
    await bench.check();
    expect(await short()).toHaveLength(1);
  });

  it("holds for the weeks that begin on its day or later", async () => {
    await set(100, "2026-08-03");
    await bench.check();
    expect(await short()).toHaveLength(1);
    await set(100, "2026-08-02");
    await bench.check();
    expect(await short()).toEqual([]);
  });

  it("goes back to the value before it when it is taken back", async () => {
    await set(100);
    await bench.check();
    await bench.client.reference.removeParameter({ code: "A13", name: "tolerance", effectiveFrom: "2026-08-02" });
    expect((await bench.check()).periodsChecked).toBe(PERIODS);
    expect(await short()).toHaveLength(1);
    expect(await tolerance()).toMatchObject({ usual: 2, inForce: 2, values: [] });
  });

  it("is listed with what holds today and every value, the newest first", async () => {
    await set(5, "2026-08-19");
    await set(4, "2026-08-18");
    await set(3, "2026-08-02");
    expect(await tolerance()).toMatchObject({
      usual: 2,
      inForce: 4,
      values: [
        { effectiveFrom: "2026-08-19", value: 5 },
        { effectiveFrom: "2026-08-18", value: 4 },
        { effectiveFrom: "2026-08-02", value: 3 },
      ],
    });
  });

  it("is checked again once only, and not at all when nothing changed", async () => {
    await set(3);
    expect((await bench.check()).periodsChecked).toBe(PERIODS);
    await set(3);
    expect((await bench.check()).periodsChecked).toBe(0);
  });
});

describe("a check that is switched off", () => {
  it("says nothing from that day on, its findings are cleared with that reason, and on again they are back", async () => {
    const [finding] = await bench.client.findings.list({ code: "A13" });
    await set(0, "2026-08-02", "on");
    await bench.check();
    expect(await bench.client.findings.list({ code: "A13" })).toEqual([]);
    const outcome = async () =>
      (await bench.client.findings.coverage({ period: "2026-08-02" })).find(({ code }) => code === "A13");
    expect(await outcome()).toMatchObject({
      outcome: "not-applicable",
      missing: [],
      why: "the check is switched off in Setup",
    });
    const { status, history } = await bench.client.findings.get({ id: finding?.id ?? "" });
    expect([status, history.at(-1)?.reason]).toEqual(["cleared", "The check was switched off in Setup."]);
    await set(1, "2026-08-02", "on");
    await bench.check();
    expect(await short()).toHaveLength(1);
    expect((await outcome())?.outcome).toBe("finding");
  });

  it("still looks at the weeks before", async () => {
    await set(0, "2026-08-09", "on");
    await bench.check();
    expect(await short()).toHaveLength(1);
  });

  it("is on or off and nothing else", async () => {
    await expect(set(2, "2026-08-02", "on")).rejects.toThrow("A value lies between off and on.");
  });
});

describe("what cannot be", () => {
  it.each([
    [
      "a parameter the check does not have",
      () => set(1, "2026-08-02", "constructor"),
      /has no parameter "constructor"/,
    ],
    ["a day that no calendar has", () => set(1, "2026-02-30"), /no day of the calendar/],
    ["a value below zero", () => set(-1), /lies between/],
    ["a value beyond all sense", () => set(mostOf("cents") + 1), /lies between/],
    [
      "a check without parameters",
      () => bench.client.reference.setParameter({ code: "A22", name: "x", effectiveFrom: "2026-08-02", value: 1 }),
      /A22 has no parameter/,
    ],
    [
      "taking back what was never set",
      () => bench.client.reference.removeParameter({ code: "A13", name: "money", effectiveFrom: "2026-08-02" }),
      /has no value from Aug 2, 2026/,
    ],
  ])("%s is refused with a sentence", async (_, attempt, sentence) => {
    await expect(attempt()).rejects.toThrow(sentence);
    expect((await bench.check()).periodsChecked).toBe(0);
  });
});

describe("the audit trail", () => {
  it("has who changed which value from what to what, and holds", async () => {
    await set(5);
    await set(5);
    await set(6);
    await bench.client.reference.removeParameter({ code: "A13", name: "tolerance", effectiveFrom: "2026-08-02" });
    const { store } = bench.engine.session.workspace;
    const trail = await store.read((db) =>
      db
        .selectFrom("audit")
        .select(["actor", "command", "subject", "before", "after"])
        .where("command", "like", "% parameter")
        .orderBy("seq")
        .execute(),
    );
    const subject = "A13 tolerance 2026-08-02";
    expect(trail).toEqual([
      { actor: "tester", command: "set parameter", subject, before: "null", after: '{"value":5}' },
      { actor: "tester", command: "set parameter", subject, before: '{"value":5}', after: '{"value":6}' },
      { actor: "tester", command: "remove parameter", subject, before: '{"value":6}', after: "null" },
    ]);
    expect(await store.read(brokenAuditEntry)).toBeNull();
  });
});

describe("values as they are written", () => {
  it("are read as they are printed, whatever the unit", () => {
    fc.assert(
      fc.property(fc.constantFrom(...PARAMETER_UNITS), fc.integer({ min: 0, max: 59_999 }), (unit, some) => {
        const value = Math.min(some, mostOf(unit));
        expect(parseParameter(unit, formatParameter(unit, value))).toBe(value);
      }),
    );
  });

  it.each([
    ["cents", "1.50", 150],
    ["cents", "$1,000", 100_000],
    ["switch", "Off", 0],
    ["switch", "perhaps", undefined],
    ["switch", "constructor", undefined],
    ["cents", "1.505", undefined],
    ["cents", "(1.00)", undefined],
    ["minutes", "90", 90],
    ["minutes", "1 h 30 min", 90],
    ["minutes", "1.5", undefined],
    ["count", "7", 7],
    ["count", "7.5", undefined],
    ["count", "seven", undefined],
    ["count", "", undefined],
    ["hundredths of an hour", "0.02", 2],
    ["hundredths of an hour", "0.02 h", 2],
    ["hundredths of an hour", "0.025", undefined],
  ] as const)("%s: %s", (unit, text, value) => {
    expect(parseParameter(unit, text)).toBe(value);
  });
});
