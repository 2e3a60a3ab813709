/** Backups that are made without being asked for. The clock is an argument. */
import { withDatabase } from "../store/backup.ts";
import { controlTotals } from "../store/totals.ts";
import { lastBackup } from "./backup-names.ts";
import { makeBackup, thinBackups, tidyBackups } from "./backups.ts";
import type { Rooms } from "./rooms.ts";

const A_DAY = 24 * 60 * 60 * 1000;

/**
 * Backs a workspace up when its last backup is over a day old, and tidies up after backups that were interrupted. Never throws: returns
 * what kept it from being done as a sentence, null when all is well. A workspace in which nothing was done yet needs none.
 */
export async function backUpWhenDue(rooms: Rooms, now: Date): Promise<string | null> {
  try {
    await tidyBackups(rooms);
    const last = lastBackup(rooms.backups, now);
    if (last !== null && now.getTime() - last.getTime() < A_DAY) return null;
    if (withDatabase(rooms.database, (db) => controlTotals(db).auditEntries, rooms.vault) === 0) return null;
    await makeBackup(rooms, rooms.backups, "day", now);
    await thinBackups(rooms, now);
    return null;
  } catch (error) {
    return `The daily backup could not be made: ${reasonOf(error)} Everything else works; make room or back up to another folder.`;
  }
}

function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return /[.!]$/.test(text) ? text : `${text}.`;
}
