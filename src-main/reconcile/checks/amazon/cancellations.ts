/** Our own log of canceled routes, as A12 and A25 hold it against Amazon's. Pure. */
import { formatClock } from "#shared/hours.ts";
import { formatWeekday } from "#shared/week.ts";
import type { CancellationFact } from "../../../documents/facts.ts";
import type { Side } from "../../finding.ts";

/** Whether our log says that it was Amazon who canceled: then it supports no charge against us. */
export function isByAmazon(entry: CancellationFact): boolean {
  return /\b(?:amazon|amzl|station)\b/i.test(entry.cancelledBy);
}

/** Entries of our log as a table. */
export function cancellationSide(entries: readonly CancellationFact[]): Side {
  const rows = entries.map((entry) => [
    formatWeekday(entry.date),
    entry.serviceType,
    entry.cancelledBy,
    entry.time === null ? "" : formatClock(entry.time),
    entry.note,
  ]);
  return {
    title: "Our log says",
    columns: ["Date", "Service type", "Canceled by", "Time", "Note"],
    rows: rows.length > 0 ? rows : [["No entry", "", "", "", ""]],
    marked: [2],
  };
}
