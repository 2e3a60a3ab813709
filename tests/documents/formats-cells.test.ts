import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blockHours, cents, count, date, moment, percent, rate } from "#main/documents/interpret/readers.ts";
import { type TableFormat, US_FORMAT } from "#main/documents/interpretation.ts";
import { typedNumber } from "#main/documents/read/number-format.ts";
import { inUsualForm } from "#main/documents/recognise/format.ts";
import { dateInName, parseWrittenDate } from "#main/documents/recognise/written-dates.ts";
import { group } from "#shared/money.ts";
import { addDays, formatDate } from "#shared/week.ts";

const GERMAN: TableFormat = { dates: "day first", numbers: "1.234,56" };
const dates = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays("1990-01-01", days));
const parts = (iso: string) => ({ year: iso.slice(0, 4), month: Number(iso.slice(5, 7)), day: Number(iso.slice(8)) });

/** Ten-thousandths as a document of either style prints them. */
function printed(value: number, style: TableFormat["numbers"], decimals: number): string {
  const abs = Math.abs(value);
  const [thousands, point] = style === "1,234.56" ? [",", "."] : [".", ","];
  const whole = group(Math.trunc(abs / 10_000)).replaceAll(",", thousands);
  const fraction = String(abs % 10_000)
    .padStart(4, "0")
    .slice(0, decimals);
  return `${value < 0 ? "-" : ""}${whole}${fraction === "" ? "" : point}${fraction}`;
}

describe("a number printed in either style", () => {
  const amounts = fc.integer({ min: -9_999_999_999, max: 9_999_999_999 });

  it("is read as the number it was", () => {
    fc.assert(
      fc.property(amounts, fc.constantFrom(US_FORMAT, GERMAN), (value, format) => {
        const cell = inUsualForm(printed(value, format.numbers, 4), "number", format);
        expect(rate.read(cell)).toBe(value);
        const money = inUsualForm(printed(value * 100, format.numbers, 2), "money", format);
        expect(cents.read(money)).toBe(value);
      }),
    );
  });

  it("is a count when it is whole", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (value) => {
        expect(count.read(inUsualForm(printed(value * 10_000, "1.234,56", 0), "number", GERMAN))).toBe(value);
        expect(count.read(inUsualForm(printed(value * 10_000, "1,234.56", 0), "number", US_FORMAT))).toBe(value);
      }),
    );
  });

  it.each([
    ["1.234,56", 12_345_600],
    ["-1.234,56", -12_345_600],
    ["(45,00)", -450_000],
    ["45,00-", -450_000],
    ["$ 1 234", 12_340_000],
    ["€ 1.234", 12_340_000],
    ["1.234,5 €", 12_345_000],
    ["1\u202f234,5", 12_345_000],
    ["0,0625", 625],
    ["10436.0", 104_360_000],
  ])("in German: %s", (cell, value) => {
    expect(rate.read(inUsualForm(cell, "number", GERMAN))).toBe(value);
  });

  it.each(["1,234.56", "66.5", "12.34.56", "1,23,4", "n/a"])("in German %s is none", (cell) => {
    expect(rate.read(inUsualForm(cell, "number", GERMAN))).toBeUndefined();
  });

  it("may be a percentage or hours", () => {
    expect(percent.read(inUsualForm("8,25 %", "percent", GERMAN))).toBe(82_500);
    expect(blockHours.read(inUsualForm("8,5", "duration", GERMAN))).toBe(510);
    expect(blockHours.read(inUsualForm("9 Std. 15 Min.", "duration", GERMAN))).toBe(555);
  });

  it("of three decimals is not taken for thousands on the way", () => {
    expect(count.read(inUsualForm("1,234", "number", GERMAN))).toBeUndefined();
    expect(rate.read(inUsualForm("1,234", "number", GERMAN))).toBe(12_340);
  });

  it("of a typed cell is left alone, and so are words and blanks", () => {
    for (const cell of [10.436, "", "CX101"]) expect(inUsualForm(cell, "number", GERMAN)).toBe(cell);
    expect(inUsualForm("1.234,56", "text", GERMAN)).toBe("1.234,56");
  });
});

describe("a count in an American document", () => {
  it.each([
    ["10436", 10_436],
    ["10,436", 10_436],
    ["10 436", 10_436],
    ["10436.0", 10_436],
    // Nothing is counted in thousandths, so that this can only be a German ten thousand.
    ["10.436", 10_436],
    ["10.000", undefined],
    ["0.500", undefined],
    ["10.43", undefined],
  ])("written %s is %s", (cell, value) => {
    expect(count.read(cell)).toBe(value);
  });
});

describe("a date written in any way", () => {
  const ways: ((iso: string) => [string, "day first" | "month first"])[] = [
    (iso) => [iso, "day first"],
    (iso) => [iso, "month first"],
    (iso) => [`${iso}T00:00:00.000Z`, "month first"],
    (iso) => [formatDate(iso), "month first"],
    (iso) => [formatDate(iso), "day first"],
    (iso) => [`${parts(iso).month}/${parts(iso).day}/${parts(iso).year}`, "month first"],
    (iso) => [`${parts(iso).day}/${parts(iso).month}/${parts(iso).year} 0:00`, "day first"],
    (iso) => [`${iso.slice(8)}.${iso.slice(5, 7)}.${iso.slice(0, 4)}`, "day first"],
    (iso) => [`${iso.slice(5, 7)}-${iso.slice(8)}-${iso.slice(0, 4)}`, "month first"],
  ];

  it("is the date it was", () => {
    fc.assert(
      fc.property(dates, fc.constantFrom(...ways), (iso, way) => {
        const [text, order] = way(iso);
        expect(parseWrittenDate(text, order)?.date).toBe(iso);
        expect(date.read(inUsualForm(text, "date", { ...US_FORMAT, dates: order }))).toBe(iso);
      }),
    );
  });

  it("with the day first and a clock keeps its clock", () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 1_439 }), (iso, minutes) => {
        const { day, month, year } = parts(iso);
        const clock = `${Math.trunc(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
        const cell = inUsualForm(`${day}/${month}/${year} ${clock}`, "clock", GERMAN);
        expect(moment.read(cell)).toEqual({ date: iso, minutes });
      }),
    );
  });

  it.each([
    ["Sat, Sep 12, 2026", "2026-09-12"],
    ["September 12 2026", "2026-09-12"],
    ["12 September 2026", "2026-09-12"],
    ["12. März 2026", "2026-03-12"],
    ["12 Dez. 2026", "2026-12-12"],
    ["Samstag, 12. September 2026", "2026-09-12"],
    ["2026/9/12", "2026-09-12"],
    ["2/29/2028", "2028-02-29"],
  ])("%s", (text, iso) => {
    expect(parseWrittenDate(text, "month first")?.date).toBe(iso);
  });

  it.each([
    "2/29/2026",
    "9/31/2026",
    "Sep 31, 2026",
    "9/12/26",
    "12.09.26",
    "9/12",
    "Sep 12",
    "12 Foo 2026",
    "12.09.2026",
    "9/12-2026",
    "2026-09-12x",
    "2026-09-12 25:00",
    // An instant in UTC is not a reading of the station's clock.
    "2026-09-12T05:00:00Z",
    "46277",
    "",
  ])("%j is none where the month stands first", (text) => {
    expect(parseWrittenDate(text, "month first")).toBeUndefined();
  });

  it("in the other order than its document's is a problem, not another day", () => {
    const cell = inUsualForm("9/13/2026", "date", GERMAN);
    expect(cell).toBe("9/13/2026 (this document writes the day first)");
    expect(date.read(cell)).toBeUndefined();
    expect(moment.read(inUsualForm("9/13/2026 9:08", "clock", GERMAN))).toBeUndefined();
  });
});

describe("a time of day", () => {
  it.each([
    ["7/29/2025 2:48", { date: "2025-07-29", minutes: 168 }],
    ["09/20/2026 09:08 AM", { date: "2026-09-20", minutes: 548 }],
    ["9/20/2026 24:00", { date: "2026-09-20", minutes: 1440 }],
    ["2026-09-20T03:01:00.500", { date: "2026-09-20", minutes: 181 }],
    ["03:01:00 AM", { date: null, minutes: 181 }],
    ["12:00 AM", { date: null, minutes: 0 }],
    ["12:59 PM", { date: null, minutes: 779 }],
  ])("%s", (cell, value) => {
    expect(moment.read(cell)).toEqual(value);
  });

  it.each(["7/29/25 2:48", "7/29 2:48", "2026-09-20T03:01:00Z", "9:08 CDT"])("%s is none", (cell) => {
    expect(moment.read(cell)).toBeUndefined();
  });
});

describe("the number of a spreadsheet's date cell", () => {
  const shown = (serial: number, date1904 = false) => typedNumber(serial, "yyyy-mm-dd", date1904);

  it.each([
    [46_277, "2026-09-12"],
    [45_351, "2024-02-29"],
    [61, "1900-03-01"],
    [59, "1900-02-28"],
  ])("%i counts from 1900: %s", (serial, iso) => {
    expect(shown(serial)).toBe(iso);
  });

  it.each([
    [44_815, "2026-09-12"],
    [43_889, "2024-02-29"],
    [0, "1904-01-01"],
  ])("%i counts from 1904: %s", (serial, iso) => {
    expect(shown(serial, true)).toBe(iso);
  });

  it("60 is February 29, 1900, a day that never was and no date is read from", () => {
    expect(date.read(shown(60))).toBeUndefined();
  });

  it("keeps its time of day to the second", () => {
    expect(typedNumber(46_277.5 + 1 / 86_400, "m/d/yyyy h:mm:ss", false)).toBe("2026-09-12T12:00:01");
    expect(typedNumber(0.380_555_555_555_556, "h:mm AM/PM", false)).toBe("09:08");
  });

  it("counts four years and a day less in the 1904 system", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_462, max: 80_000 }), (serial) => {
        expect(shown(serial - 1_462, true)).toBe(shown(serial));
        expect(shown(serial)).toBe(addDays("1899-12-30", serial));
      }),
    );
  });
});

describe("the date in a document's name", () => {
  it.each([
    ["Itineraries_2026-09-08.xlsx", "2026-09-08"],
    ["week.zip/Itineraries_DXA4_20260908_1130.xlsx", "2026-09-08"],
    ["2026_09_08 itineraries.xlsx", "2026-09-08"],
    ["2026-09-08 (2026-09-08).xlsx", "2026-09-08"],
    ["2026-09-01/Itineraries.xlsx", null],
    ["Itineraries_2026-09-06_2026-09-12.xlsx", null],
    ["Itineraries_09-08-2026.xlsx", null],
    ["Itineraries_2026-13-08.xlsx", null],
    ["INV-120260908123.xlsx", null],
  ])("%s is %s", (name, iso) => {
    expect(dateInName(name)).toBe(iso);
  });
});
