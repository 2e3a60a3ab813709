/** The calendar day of an instant where this machine is. */
import type { IsoDate } from "#shared/week.ts";

/** `2026-09-12` of a clock reading, in local time: deadlines are the user's days. */
export function today(now: Date): IsoDate {
  const pad = (value: number) => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}
