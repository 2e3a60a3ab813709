/** Which backups are kept. Pure: today is an argument. */
import { addDays, type IsoDate } from "#shared/week.ts";

/** Why a backup was made: at the first opening of a day, before an update, an undo or a restore, or because someone asked for it. */
export const BACKUP_REASONS = ["day", "update", "undo", "restore", "asked"] as const;
export type BackupReason = (typeof BACKUP_REASONS)[number];

/** What thinning looks at. */
export interface Thinnable {
  readonly name: string;
  /** Instant, ISO with Z. */
  readonly madeAt: string;
  /** The day it was made, where it was made. */
  readonly day: IsoDate;
  readonly reason: BackupReason;
}

const OF_TODAY = 3;
const DAYS = 10;
const MONTHS = 12;

/**
 * Names of the backups that may go. The newest three of today stay, the newest of each of the ten days before, the newest of each of
 * twelve months, the newest of all, and every one that was made before an update or because someone asked for it.
 */
export function thinned(backups: readonly Thinnable[], today: IsoDate): string[] {
  const newestFirst = [...backups].sort((a, b) => compare(b.madeAt, a.madeAt) || compare(b.name, a.name));
  const kept = new Set(newestFirst.slice(0, 1));
  const automatic = newestFirst.filter(({ reason }) => reason !== "update" && reason !== "asked");
  for (const backup of automatic.filter(({ day }) => day === today).slice(0, OF_TODAY)) kept.add(backup);
  const firstDay = addDays(today, -DAYS);
  const firstMonth = monthsBefore(today, MONTHS - 1);
  const days = new Set<string>([today]);
  const months = new Set<string>();
  for (const backup of automatic) {
    const month = backup.day.slice(0, 7);
    if (backup.day >= firstDay && !days.has(backup.day)) kept.add(backup);
    if (month >= firstMonth && !months.has(month)) kept.add(backup);
    days.add(backup.day);
    months.add(month);
  }
  return automatic.filter((backup) => !kept.has(backup)).map(({ name }) => name);
}

/** `2026-08` some months earlier. */
function monthsBefore(day: IsoDate, count: number): string {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - count;
  return `${String(Math.floor(months / 12)).padStart(4, "0")}-${String((months % 12) + 1).padStart(2, "0")}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
