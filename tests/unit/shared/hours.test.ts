import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  formatClock,
  formatMinutes,
  hundredthsOfHours,
  instantOf,
  minutesBetween,
  parseClock,
  parseDuration,
  wallTime,
} from "#shared/hours.ts";
import { addDays } from "#shared/week.ts";

const CHICAGO = "America/Chicago";

describe("durations", () => {
  it.each([
    ["9 hr", 540],
    ["9 hr 15 min", 555],
    ["10 hr", 600],
    ["0 hr", 0],
    ["30 min", 30],
    ["9h15m", 555],
    ["8 hours", 480],
    ["1 hour 30 minutes", 90],
    ["9\u00a0hr", 540],
    ["9 hrs", 540],
    ["9 Std. 15 Min.", 555],
    ["10 Std", 600],
    ["0 Std.", 0],
    ["1 Stunde 30 Minuten", 90],
  ])("%s are %i minutes", (text, minutes) => {
    expect(parseDuration(text)).toBe(minutes);
  });

  it.each(["", " ", "hr", "9", "9.5 hr", "nine hr", "-9 hr", "9 hr 15", "9 Stück"])("%j is none", (text) => {
    expect(parseDuration(text)).toBeUndefined();
  });

  it("come back from how they are written", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 50_000 }), (minutes) => {
        expect(parseDuration(formatMinutes(minutes))).toBe(minutes);
        const [hours, rest] = [Math.trunc(minutes / 60), minutes % 60];
        expect(parseDuration(`${hours} Std. ${rest} Min.`)).toBe(minutes);
        expect(parseDuration(`${hours} hr ${rest} min`)).toBe(minutes);
      }),
    );
  });

  it("in hundredths of an hour are rounded half up: 22 minutes are 0.37", () => {
    expect([22, 52, 45, 3, 0].map(hundredthsOfHours)).toEqual([37, 87, 75, 5, 0]);
  });
});

describe("clocks", () => {
  it.each([
    ["09:08 AM", 548],
    ["9:08", 548],
    ["12:00 AM", 0],
    ["12:30 pm", 750],
    ["21:08:59", 1268],
    ["24:00", 1440],
    ["9:08a", 548],
    ["9:08 P.M.", 1268],
    ["12:59 PM", 779],
    ["03:01:00 AM", 181],
    ["2:48", 168],
    ["14:30 Uhr", 870],
  ])("%s is %i minutes after midnight", (text, minutes) => {
    expect(parseClock(text)).toBe(minutes);
  });

  it.each([
    "",
    "9",
    "25:00",
    "24:01",
    "24:00:01",
    "24:00 PM",
    "13:00 PM",
    "0:10 AM",
    "9:60",
    "9:08 XM",
    "09:08 AM CDT",
  ])("%j is none", (text) => {
    expect(parseClock(text)).toBeUndefined();
  });

  it("come back from how they are written", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_439 }), (minutes) => {
        expect(parseClock(formatClock(wallTime("2026-09-12", minutes)))).toBe(minutes);
      }),
    );
  });

  it("beyond midnight fall on the next day", () => {
    expect(wallTime("2026-09-12", 1440 + 312)).toBe("2026-09-13T05:12");
    expect(wallTime("2026-12-31", 1440)).toBe("2027-01-01T00:00");
  });
});

describe("minutes worked in a station's time zone", () => {
  it("are seven hours in the night the clocks go forward and nine in the night they go back", () => {
    expect(minutesBetween("2026-03-07T22:00", "2026-03-08T06:00", CHICAGO)).toBe(7 * 60);
    expect(minutesBetween("2026-10-31T22:00", "2026-11-01T06:00", CHICAGO)).toBe(9 * 60);
    expect(minutesBetween("2026-03-07T22:00", "2026-03-08T06:00", "America/Phoenix")).toBe(8 * 60);
  });

  it("are so in every zone that changes its clocks, on its own nights", () => {
    expect(minutesBetween("2026-03-07T22:00", "2026-03-08T06:00", "America/New_York")).toBe(7 * 60);
    expect(minutesBetween("2026-10-31T22:00", "2026-11-01T06:00", "America/New_York")).toBe(9 * 60);
    expect(minutesBetween("2026-03-28T22:00", "2026-03-29T06:00", "Europe/Berlin")).toBe(7 * 60);
    expect(minutesBetween("2026-10-24T22:00", "2026-10-25T06:00", "Europe/Berlin")).toBe(9 * 60);
    // America's nights are ordinary ones in Berlin.
    expect(minutesBetween("2026-10-31T22:00", "2026-11-01T06:00", "Europe/Berlin")).toBe(8 * 60);
  });

  it("take a doubled reading as the first and a missing one as what the clock jumped to", () => {
    expect(instantOf("2026-11-01T01:30", CHICAGO)).toBe(Date.parse("2026-11-01T06:30:00Z") / 60_000);
    expect(instantOf("2026-11-01T02:00", CHICAGO)).toBe(Date.parse("2026-11-01T08:00:00Z") / 60_000);
    expect(instantOf("2026-03-08T02:30", CHICAGO)).toBe(instantOf("2026-03-08T03:30", CHICAGO));
  });

  it("around the hour that is missing or doubled", () => {
    expect(minutesBetween("2026-03-08T01:59", "2026-03-08T03:00", CHICAGO)).toBe(1);
    expect(minutesBetween("2026-11-01T00:30", "2026-11-01T01:30", CHICAGO)).toBe(60);
    expect(minutesBetween("2026-11-01T00:30", "2026-11-01T02:00", CHICAGO)).toBe(150);
    // 02:30 never was: it is read as half an hour after the jump.
    expect(minutesBetween("2026-03-08T01:30", "2026-03-08T02:30", CHICAGO)).toBe(60);
  });

  it("agree with the zone's own clock at every instant but the doubled hour", () => {
    const zones = fc.constantFrom(
      CHICAGO,
      "America/Los_Angeles",
      "America/New_York",
      "America/Phoenix",
      "America/Denver",
    );
    const days = fc.integer({ min: 0, max: 364 }).map((day) => addDays("2026-01-01", day));
    fc.assert(
      fc.property(zones, days, fc.integer({ min: 0, max: 1_439 }), (zone, date, minutes) => {
        const instant = instantOf(wallTime(date, minutes), zone);
        const shown = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "short" })
          .format(instant * 60_000)
          .replace(" ", "T");
        const skipped = date === "2026-03-08" && minutes >= 120 && minutes < 180 && zone !== "America/Phoenix";
        expect(shown).toBe(wallTime(date, skipped ? minutes + 60 : minutes));
      }),
    );
  });

  it("of a day without a clock change are the minutes between the readings", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_439 }), fc.integer({ min: 0, max: 1_439 }), (from, to) => {
        const read = (minutes: number) => wallTime("2026-09-12", minutes);
        expect(minutesBetween(read(from), read(to), CHICAGO)).toBe(to - from);
      }),
    );
  });

  it("need a zone that exists", () => {
    expect(() => minutesBetween("2026-09-12T00:00", "2026-09-12T01:00", "America/Memphis")).toThrow(RangeError);
  });
});
