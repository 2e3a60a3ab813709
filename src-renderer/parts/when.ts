const formatter = new Intl.DateTimeFormat("en-US", {
  month: "short",
  day: "numeric",
  year: "numeric",
  hour: "numeric",
  minute: "2-digit",
});

/** An instant as this computer’s clock shows it: `Sep 12, 2026, 3:04 PM`. */
export function formatWhen(instant: string): string {
  const time = Date.parse(instant);
  return Number.isNaN(time) ? instant : formatter.format(time);
}
