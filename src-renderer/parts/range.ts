import { formatDate, formatDay, formatWeek, weekEnd, weekStart } from "#shared/week.ts";

/** The days a document speaks of: a whole week by its number, otherwise its first and last day. */
export function formatRange(from: string | null, to: string | null): string {
  if (from === null || to === null) return "–";
  if (from === to) return formatDate(from);
  if (weekStart(from) === from && weekEnd(from) === to) return formatWeek(from);
  return from.slice(0, 4) === to.slice(0, 4)
    ? `${formatDay(from)} – ${formatDate(to)}`
    : `${formatDate(from)} – ${formatDate(to)}`;
}
