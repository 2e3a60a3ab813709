/** The filters that `findings` and `packet` share. */
import { isCheckCode } from "#shared/catalogue.ts";
import type { FindingFilter } from "#shared/contract/schemas.ts";
import { isIsoDate, weekStart } from "#shared/week.ts";
import { UsageError } from "./command.ts";

export const FILTER_OPTIONS = {
  code: { type: "string" },
  station: { type: "string" },
  period: { type: "string" },
} as const;
export const FILTER_USAGE = "[--code A01] [--station DXA4] [--period 2026-08-02]";

/** A filter from a call's options; any day of a week names that week. Throws UsageError. */
export function filterOf(values: {
  code?: string | undefined;
  station?: string | undefined;
  period?: string | undefined;
}): FindingFilter {
  const filter: FindingFilter = {};
  if (values.code !== undefined) {
    const code = values.code.toUpperCase();
    if (!isCheckCode(code)) throw new UsageError(`There is no check ${values.code}.`);
    filter.code = code;
  }
  if (values.station !== undefined) filter.station = values.station.toUpperCase();
  if (values.period !== undefined) filter.period = periodOf(values.period);
  return filter;
}

/** A week's Sunday or a month from what was typed. Throws UsageError. */
export function periodOf(text: string): string {
  if (isIsoDate(text)) return weekStart(text);
  if (/^\d{4}-(?:0[1-9]|1[0-2])$/.test(text)) return text;
  throw new UsageError(`${text} is neither a day (2026-08-02) nor a month (2026-08).`);
}
