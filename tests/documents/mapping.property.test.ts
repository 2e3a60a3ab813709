/** Whatever a program calls its columns, in whatever order and format: a right mapping reads the facts the kind's own layout would give. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { definitionOf, fieldsOf } from "#main/documents/mapping/definitions.ts";
import { fingerprintOf } from "#main/documents/mapping/fingerprint.ts";
import { suggestionFor } from "#main/documents/mapping/suggest.ts";
import { tryTable } from "#main/documents/mapping/trial.ts";
import { interpretDocument } from "#main/documents/recognise/recognise.ts";
import type { Cell, ReadDocument } from "#main/documents/table.ts";
import type { DocumentKind } from "#shared/catalogue.ts";
import { type MappingProfile, mappingSuggestion, mappingTrial } from "#shared/contract/schemas.ts";
import { addDays } from "#shared/week.ts";

const day = fc.integer({ min: 0, max: 700 }).map((days) => addDays("2025-01-05", days));
const cents = fc.integer({ min: -9_999_999, max: 9_999_999 });
const word = fc.stringMatching(/^[A-Z][a-z]{2,8}$/);

/** A value, so that each document can write it its own way. */
type Value = { readonly day: string } | { readonly cents: number } | { readonly text: string };
const text = (arbitrary: fc.Arbitrary<string>) => arbitrary.map((written): Value => ({ text: written }));
const days = day.map((date): Value => ({ day: date }));
const money = cents.map((amount): Value => ({ cents: amount }));
const clock = fc
  .tuple(fc.integer({ min: 0, max: 11 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`);

/** A row of each kind, field by field. */
const KINDS: readonly { kind: DocumentKind; layout: string; row: Record<string, fc.Arbitrary<Value>> }[] = [
  { kind: "bank statement", layout: "", row: { date: days, description: text(word), amount: money } },
  {
    kind: "payments",
    layout: "",
    row: { paidOn: days, paymentNumber: text(word), invoiceNumber: text(word), amount: money },
  },
  {
    kind: "staff roster",
    layout: "",
    row: {
      employeeId: text(word),
      name: text(word),
      state: text(fc.constantFrom("TN", "TX")),
      station: text(fc.constantFrom("DXA4", "DXB7")),
      hireDate: days,
    },
  },
  {
    kind: "timecard",
    layout: "ADP Workforce Now",
    row: {
      employeeId: text(word),
      lastName: text(word),
      firstName: text(word),
      date: days,
      in: text(clock),
      out: text(clock.map((reading) => `${Number(reading.slice(0, 2)) + 12}${reading.slice(2)}`)),
      hours: fc.integer({ min: 0, max: 1400 }).map((hundredths): Value => ({ cents: hundredths })),
    },
  },
];

interface Way {
  readonly dates: MappingProfile["dates"];
  readonly numbers: MappingProfile["numbers"];
}

function written(value: Value, { dates, numbers }: Way, reversed: boolean): string {
  if ("text" in value) return value.text;
  if ("day" in value) {
    const [year, month, date] = value.day.split("-").map(Number);
    return dates === "month first" ? `${month}/${date}/${year}` : `${date}/${month}/${year}`;
  }
  const amount = reversed ? -value.cents : value.cents;
  const [group, point] = numbers === "1,234.56" ? [",", "."] : [".", ","];
  const whole = String(Math.trunc(Math.abs(amount) / 100)).replace(/\B(?=(\d{3})+$)/g, group);
  return `${amount < 0 ? "-" : ""}${whole}${point}${String(Math.abs(amount) % 100).padStart(2, "0")}`;
}

function documentOf(rows: readonly (readonly Cell[])[]): ReadDocument {
  const tables = [{ sheet: null, rows }];
  return { name: "export.csv", sha256: "a".repeat(64), bytes: 1, container: null, format: "text", tables };
}

function valuesOf(document: ReadDocument, profiles: readonly MappingProfile[]) {
  const outcome = interpretDocument(document, { answers: [], profiles });
  if (!("interpretations" in outcome))
    throw new Error("refusal" in outcome ? outcome.refusal : outcome.mapping.message);
  return outcome.interpretations.map(({ facts, problems }) => ({
    facts: facts.map(({ type, values }) => ({ type, values })),
    problems: problems.length,
  }));
}

describe("a mapped table reads as the kind's own layout", () => {
  for (const { kind, layout, row } of KINDS) {
    it(`of ${kind}`, () => {
      const names = Object.keys(row);
      const definition = definitionOf(kind, layout);
      if (!definition) throw new Error(`no ${kind}`);
      const known = new Map(fieldsOf(definition).map((field) => [field.field, field]));
      const scenario = fc.record({
        rows: fc.array(fc.record(row), { minLength: 1, maxLength: 12 }),
        // Words no kind knows.
        titles: fc.uniqueArray(fc.stringMatching(/^[zq][a-z]{3,9}x$/), {
          minLength: names.length,
          maxLength: names.length,
        }),
        order: fc.shuffledSubarray(names, { minLength: names.length }),
        dates: fc.constantFrom("month first" as const, "day first" as const),
        numbers: fc.constantFrom("1,234.56" as const, "1.234,56" as const),
        reversed: fc.boolean(),
      });
      fc.assert(
        fc.property(scenario, ({ rows, titles, order, dates, numbers, reversed }) => {
          const titleOf = (field: string) => titles[names.indexOf(field)] ?? "";
          const signs = reversed ? names.filter((field) => known.get(field)?.shape === "money") : [];
          const profile: MappingProfile = {
            name: "Mapped",
            kind,
            layout,
            fingerprint: fingerprintOf(titles),
            columns: Object.fromEntries(names.map((field) => [field, titleOf(field)])),
            constants: {},
            dates,
            numbers,
            reversed: signs,
          };
          const own = [
            names.map((field) => known.get(field)?.titles[0] ?? field),
            ...rows.map((values) =>
              names.map((field) => {
                const value = values[field];
                if (!value) return "";
                return "day" in value
                  ? value.day
                  : written(value, { dates: "month first", numbers: "1,234.56" }, false);
              }),
            ),
          ];
          const theirs = [
            order.map(titleOf),
            ...rows.map((values) =>
              order.map((field) => {
                const value = values[field];
                return value ? written(value, { dates, numbers }, signs.includes(field)) : "";
              }),
            ),
          ];
          expect(valuesOf(documentOf(theirs), [profile])).toEqual(valuesOf(documentOf(own), []));
        }),
        { numRuns: 150 },
      );
    });
  }
});

describe("any table at all", () => {
  const cell = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom("", " ", "Date", "Amount", "9/13/2026", "1,234", "DXA4", "No", "-", "08:10 AM", "x".repeat(400)),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
  );
  const table = fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 15 });

  it("is asked about, refused or read, and whatever is suggested can be sent to the window", () => {
    fc.assert(
      fc.property(table, (rows) => {
        const outcome = interpretDocument(documentOf(rows));
        const suggestion = suggestionFor("export.csv", { sheet: null, rows }, {}, []);
        if ("mapping" in outcome) expect(suggestion).not.toBeNull();
        if (suggestion === null) return;
        expect(mappingSuggestion.safeParse(suggestion).error).toBeUndefined();
        const { profile, table: unknown } = suggestion;
        const answer = { sheet: null, headerRow: unknown.headerRow, profile };
        expect(mappingTrial.safeParse(tryTable(documentOf(rows), answer)).error).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });
});
