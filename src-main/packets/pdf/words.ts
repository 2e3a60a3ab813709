/** How the packet words what the model holds. */
import { DIRECTION_LABELS } from "#shared/catalogue.ts";
import { formatCents, group } from "#shared/money.ts";
import { formatDate, formatDay, formatPeriod, type IsoDate, periodRange } from "#shared/week.ts";
import type { CountedFinding, PacketDeadline, PacketModel, Tally } from "../packet.ts";

/** `1 finding`, `12 findings`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${group(number)} ${number === 1 ? one : many}`;
}

/** A period with its year, which a reader outside the company needs: `Week 37 · Sep 6 – 12, 2026`. */
export function periodText(period: string): string {
  return period.length === 10 ? `${formatPeriod(period)}, ${periodRange(period).to.slice(0, 4)}` : formatPeriod(period);
}

/** A few periods by name, many as a range. */
export function periodsText(periods: readonly string[]): string {
  if (periods.length <= 3) return periods.map(periodText).join("\n");
  const ranges = periods.map(periodRange);
  const from = ranges.map((range) => range.from).reduce((a, b) => (a < b ? a : b));
  const to = ranges.map((range) => range.to).reduce((a, b) => (a > b ? a : b));
  const weeks = periods.filter((period) => period.length === 10).length;
  const parts = [
    weeks > 0 ? count(weeks, "week") : "",
    weeks < periods.length ? count(periods.length - weeks, "month") : "",
  ];
  const start = from.slice(0, 4) === to.slice(0, 4) ? formatDay(from) : formatDate(from);
  return `${start} – ${formatDate(to)} (${parts.filter(Boolean).join(", ")})`;
}

/** Up to `most` texts by name, the rest as a number. */
export function listText(items: readonly string[], most: number): string {
  if (items.length <= most) return items.join(", ");
  return `${items.slice(0, most).join(", ")} and ${group(items.length - most)} more`;
}

/** A deadline seen from the day the packet was prepared, or beside the day the claim was submitted. */
export function deadlineText({ date, daysLeft }: PacketDeadline, submittedOn: IsoDate | null): string {
  if (submittedOn !== null) return `${formatDate(date)} · submitted on ${formatDate(submittedOn)}`;
  if (daysLeft < 0) return `${formatDate(date)} · closed ${count(-daysLeft, "day")} before this packet was prepared`;
  if (daysLeft === 0) return `${formatDate(date)} · closes on the day this packet was prepared`;
  return `${formatDate(date)} · ${count(daysLeft, "day")} after this packet was prepared`;
}

/** The amount of a tally, or that none can be stated. */
export function tallyText(tally: Tally): string {
  return tally.count > 0 && tally.unpriced === tally.count ? "No amount" : formatCents(tally.cents);
}

/** Whether the packet claims or says what can be claimed. */
export function claimWord({ claim }: Pick<PacketModel, "claim">): "claimed" | "claimable" {
  return claim ? "claimed" : "claimable";
}

/** The amount of a finding, or that none can be stated. */
export function amountText(finding: CountedFinding): string {
  return finding.amountCents === null ? "No amount" : formatCents(finding.amountCents);
}

const STATUS = { open: "Open", confirmed: "Confirmed", dismissed: "Dismissed", cleared: "Cleared" } as const;

/** A finding's state in a word. */
export function statusText(finding: CountedFinding): string {
  return STATUS[finding.status];
}

/** Whose money it is, and whether its rate is an estimate. */
export function directionText(finding: CountedFinding): string {
  return `${DIRECTION_LABELS[finding.direction]}${finding.estimated ? " · estimated" : ""}`;
}
