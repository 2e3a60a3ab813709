import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EmptyPacketError, PacketTotalsError } from "#main/packets/errors.ts";
import { packetModel } from "#main/packets/model.ts";
import type { PacketFinding, PacketModel } from "#main/packets/packet.ts";
import { assertTotals } from "#main/packets/totals.ts";
import { CHECK_CODES, DIRECTIONS, isClaimable } from "#shared/catalogue.ts";
import { amazonClaim, finding, packetInput, sampleFindings, sha, sourceRow } from "./support.ts";

const anyFinding = fc.record({
  code: fc.constantFrom(...CHECK_CODES),
  direction: fc.constantFrom(...DIRECTIONS),
  amountCents: fc.option(fc.integer({ min: -50_000, max: 5_000_000 }), { freq: 4 }),
  status: fc.constantFrom("open", "confirmed", "dismissed", "cleared"),
  estimated: fc.boolean(),
  counterparty: fc.constantFrom("Amazon", "Crestline", "Łódź Rentals", null),
  invoiceNumber: fc.constantFrom("INV-1", "INV-2", "INV-3", null),
  station: fc.constantFrom("DXA4", "DNA4", null),
  period: fc.constantFrom("2026-09-06", "2026-08-30", "2026-09"),
  deadline: fc.constantFrom("2026-09-10", "2026-09-30", null),
});

const anyFindings = fc
  .array(anyFinding, { minLength: 1, maxLength: 40 })
  .map((drafts) => drafts.map((draft, index) => finding({ ...draft, id: `f${index}`, subject: `subject ${index}` })));

const counts = (one: PacketFinding) => one.status === "open" || one.status === "confirmed";
const sum = (findings: readonly PacketFinding[]) => findings.reduce((total, one) => total + (one.amountCents ?? 0), 0);
const claimed = (findings: readonly PacketFinding[]) => findings.filter((one) => isClaimable(one.direction));
const entriesOf = (model: PacketModel) => model.sections.flatMap((section) => section.entries);

describe("totals", () => {
  test("the cover is the sum of the findings, of the checks, of the sections and of the invoices", () => {
    fc.assert(
      fc.property(anyFindings, (findings) => {
        fc.pre(findings.some(counts));
        const model = packetModel(packetInput(findings));
        const open = findings.filter(counts);
        const total = sum(claimed(open));
        expect(model.cover.claimable.cents).toBe(total);
        expect(model.cover.claimable.count).toBe(claimed(open).length);
        expect(model.sections.reduce((all, section) => all + section.claimable.cents, 0)).toBe(total);
        expect(model.invoices.reduce((all, invoice) => all + invoice.cents, 0)).toBe(total);
        const rows = model.summary.filter((row) => isClaimable(row.direction));
        expect(rows.reduce((all, row) => all + row.cents, 0)).toBe(total);
        for (const direction of DIRECTIONS.filter((each) => !isClaimable(each))) {
          const own = open.filter((one) => one.direction === direction);
          const shown = model.cover.others.find((other) => other.direction === direction);
          expect(shown?.cents ?? 0).toBe(sum(own));
          expect(shown?.count ?? 0).toBe(own.length);
          expect(shown?.unpriced ?? 0).toBe(own.filter((one) => one.amountCents === null).length);
        }
      }),
    );
  });

  test("each counterparty's section holds its own findings and no other's", () => {
    fc.assert(
      fc.property(anyFindings, (findings) => {
        fc.pre(findings.some(counts));
        const model = packetModel(packetInput(findings));
        expect(new Set(model.sections.map((section) => section.counterparty)).size).toBe(model.sections.length);
        for (const section of model.sections) {
          const own = findings.filter((one) => counts(one) && one.counterparty === section.counterparty);
          expect(section.entries.map((entry) => entry.finding.id).sort()).toEqual(own.map((one) => one.id).sort());
          expect(section.claimable.cents).toBe(sum(claimed(own)));
        }
      }),
    );
  });

  test("no finding is lost or shown twice, numbers run from 1, and the order of the input does not matter", () => {
    fc.assert(
      fc.property(anyFindings, fc.infiniteStream(fc.nat()), (findings, keys) => {
        const statuses = ["open", "confirmed", "dismissed", "cleared"] as const;
        const model = packetModel(packetInput(findings, { statuses }));
        const entries = entriesOf(model);
        expect(entries.map((entry) => entry.finding.id).sort()).toEqual(findings.map((one) => one.id).sort());
        expect(entries.map((entry) => entry.number)).toEqual(findings.map((_, index) => index + 1));
        const shuffled = findings
          .map((one) => ({ one, key: keys.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one);
        expect(packetModel(packetInput(shuffled, { statuses }))).toEqual(model);
      }),
    );
  });

  test("a model whose parts were changed is refused", () => {
    const model = packetModel(packetInput(sampleFindings()));
    const cover = { ...model.cover, claimable: { ...model.cover.claimable, cents: model.cover.claimable.cents + 1 } };
    expect(() => assertTotals({ ...model, cover })).toThrow(PacketTotalsError);
    expect(() => assertTotals({ ...model, summary: model.summary.slice(1) })).toThrow(PacketTotalsError);
    expect(() => assertTotals({ ...model, sections: model.sections.slice(1) })).toThrow(PacketTotalsError);
    expect(() => assertTotals({ ...model, invoices: [] })).toThrow(/invoices add up to 0 cents/);
  });

  test("one dollar is never counted twice", () => {
    const taken = finding({ code: "A01", id: "taken", subject: "x" });
    const taker = finding({ code: "A03", id: "taker", takesPlaceOf: [{ id: "taken", code: "A01", label: "x" }] });
    expect(() => packetModel(packetInput([taken, taker]))).toThrow(
      "A03 takes the place of A01 (x), and both carry an amount",
    );
    expect(packetModel(packetInput([{ ...taken, amountCents: null }, taker])).cover.claimable.cents).toBe(32_500);
    expect(() => packetModel(packetInput([taken, taken]))).toThrow("finding taken is in it twice");
  });

  test("what was claimed side by side stays so, although a later check sees one in the place of the other", () => {
    const taken = finding({ code: "A01", id: "taken", subject: "x", status: "cleared" });
    const taker = finding({ code: "A03", id: "taker", takesPlaceOf: [{ id: "taken", code: "A01", label: "x" }] });
    const claim = amazonClaim([taken, taker], {
      claimed: new Map([
        ["taken", 6_000],
        ["taker", 4_000],
      ]),
    });
    expect(packetModel(packetInput([taken, taker], { claim })).cover.claimable).toMatchObject({
      cents: 10_000,
      count: 2,
    });
  });
});

describe("what goes in", () => {
  test("an empty packet is refused in words", () => {
    expect(() => packetModel(packetInput([]))).toThrow(EmptyPacketError);
    const dismissed = finding({ code: "A01", status: "dismissed" });
    expect(() => packetModel(packetInput([dismissed]))).toThrow(/at least one finding/);
  });

  test("dismissed and cleared findings stay out, or are shown without being counted", () => {
    const findings = [
      finding({ code: "A01", id: "a", amountCents: 100 }),
      finding({ code: "A04", id: "b", amountCents: 1_000, status: "dismissed" }),
      finding({ code: "A06", id: "c", amountCents: 10_000, status: "cleared" }),
    ];
    expect(entriesOf(packetModel(packetInput(findings)))).toHaveLength(1);
    const asked = packetModel(packetInput(findings, { statuses: ["open", "confirmed", "dismissed", "cleared"] }));
    expect(asked.cover.claimable).toEqual({ cents: 100, count: 1, unpriced: 0 });
    expect(asked.cover.settled).toBe(2);
    expect(entriesOf(asked).map(({ finding: { id, settled } }) => [id, settled])).toEqual([
      ["a", false],
      ["b", true],
      ["c", true],
    ]);
  });

  test("findings without an amount are listed, not summed", () => {
    const model = packetModel(packetInput(sampleFindings()));
    expect(model.cover.others).toEqual([
      { direction: "overpaid", cents: 2_138, count: 1, unpriced: 0 },
      { direction: "watch", cents: 0, count: 1, unpriced: 1 },
    ]);
    expect(entriesOf(model)).toHaveLength(6);
  });

  test("the cover says who, where, when and until when", () => {
    const { cover, sections } = packetModel(packetInput(sampleFindings()));
    expect(cover).toMatchObject({
      stations: ["DXA4"],
      periods: ["2026-09", "2026-09-06"],
      counterparties: ["Amazon", "Crestline Fleet Leasing LLC"],
      invoiceNumbers: ["CFL-2026-09-3381", "INV-DXA400-0000000614"],
      claimable: { cents: 133_794, count: 4 },
      confirmed: { cents: 108_394, count: 3 },
      open: { cents: 25_400, count: 1 },
      estimated: { cents: 1_202, count: 1 },
      deadline: { date: "2026-09-15", daysLeft: 1, state: "urgent" },
    });
    expect(sections.map((section) => section.counterparty)).toEqual(["Amazon", "Crestline Fleet Leasing LLC", null]);
  });
});

describe("evidence", () => {
  test("rows of one table stand together, in row order, and name every cell", () => {
    const row = (number: number, cells: string[], marked: string[]) =>
      sourceRow("t.csv", null, number, ["A", "B"], cells, marked);
    const rows = [row(9, ["1", "2", "3"], ["A"]), row(4, ["5", ""], ["B"]), row(4, ["5", ""], ["A"])];
    const [entry] = entriesOf(packetModel(packetInput([finding({ code: "A01", sourceRows: rows })])));
    expect(entry?.evidence).toEqual([
      {
        document: "t.csv",
        sha256: sha("t.csv"),
        sheet: null,
        columns: ["A", "B", "Column 3"],
        marked: [true, true, false],
        rows: [
          { row: 4, cells: ["5", "", ""] },
          { row: 9, cells: ["1", "2", "3"] },
        ],
      },
    ]);
  });

  test("an evidence item without its source row keeps the cells the finding knows", () => {
    const item = { document: "gone.csv", sha256: sha("gone"), sheet: null, row: 3, cells: { Hours: "7.5" } };
    const bare = finding({ code: "F03", sourceRows: [], evidence: [item] });
    const model = packetModel(packetInput([bare]));
    expect(entriesOf(model)[0]?.evidence[0]).toMatchObject({
      document: "gone.csv",
      columns: ["Hours"],
      rows: [{ row: 3, cells: ["7.5"] }],
    });
    expect(model.files).toEqual([
      {
        document: "gone.csv",
        sha256: sha("gone"),
        delivery: "kept",
        attachedAs: null,
        rows: 1,
        sheets: [{ sheet: null, rows: [3] }],
      },
    ]);
  });

  test("the index names each file once with all rows used from it", () => {
    const model = packetModel(packetInput(sampleFindings()));
    expect(model.files.map((file) => [file.document.slice(0, 12), file.rows])).toEqual([
      ["ABCD Service", 1],
      ["ABCD Unplann", 1],
      ["ABCD Weekly ", 1],
      ["Crestline in", 1],
      ["INV-DXA400-0", 2],
      ["Timecard.csv", 3],
      ["lease-schedu", 1],
    ]);
    expect(model.files.find((file) => file.document === "Timecard.csv")?.sheets).toEqual([
      { sheet: null, rows: [402, 403, 511] },
    ]);
  });
});
