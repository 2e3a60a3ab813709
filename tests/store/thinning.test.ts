/** Which backups are kept: few enough to afford, enough to go back. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BACKUP_REASONS, type BackupReason, type Thinnable, thinned } from "#main/store/thinning.ts";
import { addDays } from "#shared/week.ts";

const TODAY = "2026-08-18";

const made = (day: string, time = "12:00", reason: BackupReason = "day"): Thinnable => ({
  name: `${day} ${time} ${reason}`,
  madeAt: `${day}T${time}:00.000Z`,
  day,
  reason,
});

/** Days of the backups that are kept of some. */
function kept(backups: readonly Thinnable[], today = TODAY): string[] {
  const gone = new Set(thinned(backups, today));
  return backups.filter(({ name }) => !gone.has(name)).map(({ name }) => name);
}

describe("thinning", () => {
  it("keeps the newest three of today", () => {
    const today = ["08:00", "09:00", "10:00", "11:00"].map((time) => made(TODAY, time, "undo"));
    expect(thinned(today, TODAY)).toEqual([`${TODAY} 08:00 undo`]);
  });

  it("keeps the newest of each of the ten days before, and of the eleventh only what a month needs", () => {
    const days = [-1, -10, -11].map((days) => addDays(TODAY, days));
    const backups = days.flatMap((day) => [made(day, "08:00"), made(day, "17:00")]);
    expect(kept([...backups, made(TODAY)])).toEqual([
      "2026-08-17 17:00 day",
      "2026-08-08 17:00 day",
      "2026-08-18 12:00 day",
    ]);
  });

  it("keeps the newest of each of twelve months, this one included", () => {
    const backups = ["2025-08-31", "2025-09-01", "2025-09-30", "2026-06-02", "2026-06-03", TODAY].map((day) =>
      made(day),
    );
    expect(kept(backups)).toEqual(["2025-09-30", "2026-06-03", TODAY].map((day) => made(day).name));
  });

  it("keeps every backup made before an update or because someone asked for it, whatever its age", () => {
    const old = [made("2019-01-01", "12:00", "update"), made("2019-01-02", "12:00", "asked")];
    expect(thinned([...old, made("2019-01-03"), made(TODAY)], TODAY)).toEqual(["2019-01-03 12:00 day"]);
  });

  it("keeps the newest of all, even if it is years old", () => {
    expect(thinned([made("2019-01-01"), made("2019-01-02")], TODAY)).toEqual(["2019-01-01 12:00 day"]);
  });

  const backups = fc
    .uniqueArray(
      fc.tuple(
        fc.integer({ min: -800, max: 3 }),
        fc.integer({ min: 0, max: 1439 }),
        fc.constantFrom(...BACKUP_REASONS),
      ),
      { maxLength: 120 },
    )
    .map((list) =>
      list.map(([days, minute, reason]) => {
        const time = `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
        return made(addDays(TODAY, days), time, reason);
      }),
    );

  it("is the same in any order, changes nothing the second time, and never removes the newest", () => {
    fc.assert(
      fc.property(backups, (list) => {
        const gone = thinned(list, TODAY);
        expect(new Set(thinned([...list].reverse(), TODAY))).toEqual(new Set(gone));
        const left = list.filter(({ name }) => !gone.includes(name));
        expect(thinned(left, TODAY)).toEqual([]);
        const newest = [...list].sort((a, b) => (a.madeAt < b.madeAt ? 1 : -1))[0];
        if (newest) expect(gone).not.toContain(newest.name);
      }),
    );
  });

  it("done every day for two years never holds more than 25, and always one of each of the last eleven days", () => {
    let held: Thinnable[] = [];
    for (let days = -730; days <= 0; days += 1) {
      const today = addDays(TODAY, days);
      held.push(
        made(today, "08:00"),
        made(today, "12:00", "undo"),
        made(today, "13:00", "restore"),
        made(today, "18:00"),
      );
      const gone = thinned(held, today);
      held = held.filter(({ name }) => !gone.includes(name));
      expect(held.length).toBeLessThanOrEqual(25);
    }
    const days = new Set(held.map(({ day }) => day));
    for (let back = 0; back <= 10; back += 1) expect(days).toContain(addDays(TODAY, -back));
    expect(new Set(held.map(({ day }) => day.slice(0, 7))).size).toBe(12);
  });
});
