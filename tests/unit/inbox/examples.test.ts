import { describe, expect, test } from "vitest";
import {
  ambiguousDate,
  ambiguousNumber,
  dateIn,
  numberIn,
} from "../../../src-renderer/screens/inbox/mapping/examples.ts";

describe("a printed date in words", () => {
  test("means another day in each order", () => {
    expect(dateIn("03/04/2026", "month first")).toBe("Mar 4, 2026");
    expect(dateIn("03/04/2026", "day first")).toBe("Apr 3, 2026");
    expect(dateIn("3.4.26 08:15", "day first")).toBe("Apr 3, 2026");
  });

  test("is none where the calendar has no such day", () => {
    expect(dateIn("13/04/2026", "month first")).toBeNull();
    expect(dateIn("2026-04-03", "month first")).toBeNull();
    expect(dateIn("soon", "day first")).toBeNull();
  });

  test("only one that both orders read, and read differently, shows the difference", () => {
    expect(ambiguousDate(["2026-04-03", "25/04/2026", "04/04/2026", "05/04/2026"])).toBe("05/04/2026");
    expect(ambiguousDate(["25/04/2026"])).toBeUndefined();
  });
});

describe("a printed number", () => {
  test("is another number in each style", () => {
    expect(numberIn("$1.234", "1,234.56")).toBe("1.234");
    expect(numberIn("$1.234", "1.234,56")).toBe("1,234");
  });

  test("only three digits after one mark can be read in two ways", () => {
    expect(ambiguousNumber(["12.50", "1,234.56", "1.234"])).toBe("1.234");
    expect(ambiguousNumber(["12.50", "1234"])).toBeUndefined();
  });
});
