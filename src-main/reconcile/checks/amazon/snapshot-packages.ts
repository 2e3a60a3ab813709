/** Packages of the work summary as we captured them first, against those it has now and those that were paid (A24). Pure. */
import { type Cents, extend, type Quantity, TEN_THOUSAND } from "#shared/money.ts";
import type { IsoDate } from "#shared/week.ts";
import type { PackageCountFact } from "../../../documents/facts.ts";
import { linesFor, quantityOf } from "./invoice.ts";
import type { NamedLine } from "./names.ts";
import { type CardRow, plainRow, type RateCard } from "./rates.ts";
import { versionBefore } from "./versions.ts";

/** Delivered packages of a day in both snapshots. */
export interface ChangedPackages {
  readonly date: IsoDate;
  readonly before: readonly PackageCountFact[];
  readonly now: readonly PackageCountFact[];
  readonly countBefore: number;
  readonly countNow: number;
  /** What each fee lost; only where the invoice says what it paid for on that day. */
  readonly fees: readonly { readonly row: CardRow; readonly quantity: Quantity; readonly cents: Cents }[];
  readonly lines: readonly NamedLine[];
}

/** Days on which the count of delivered packages changed. */
export function changedPackages(
  superseded: readonly PackageCountFact[],
  current: readonly PackageCountFact[],
  days: readonly IsoDate[],
  { card, lines }: { readonly card: RateCard; readonly lines: readonly NamedLine[] },
): ChangedPackages[] {
  return days.flatMap((date): ChangedPackages[] => {
    const on = (rows: readonly PackageCountFact[]) =>
      rows.filter((row) => row.date === date && row.kind === "delivered");
    const now = on(current);
    const before = versionBefore(on(superseded), now, ({ packageType }) => packageType);
    if (before === null) return [];
    const [countBefore, countNow] = [count(before), count(now)];
    if (countBefore === countNow) return [];
    const fees = FEES.flatMap((item) => {
      const own = linesFor(lines, item);
      const quantities = own.filter((line) => line.date === date).map((line) => quantityOf(line));
      const row = plainRow(card, item, date);
      if (row === null || own.some((line) => line.date === null)) return [];
      // Branding is paid only where it is billed at all.
      if (own.length === 0 && item === "branding package") return [];
      const paid = quantities.reduce<number>((sum, quantity) => sum + (quantity ?? Number.NaN), 0);
      const quantity = countBefore * TEN_THOUSAND - Math.max(countNow * TEN_THOUSAND, paid);
      return quantity > 0 ? [{ row, quantity, cents: extend(row.fact.rate, quantity) }] : [];
    });
    return [
      {
        date,
        before,
        now,
        countBefore,
        countNow,
        fees,
        lines: FEES.flatMap((item) => linesFor(lines, item).filter((line) => line.date === date)),
      },
    ];
  });
}

const FEES = ["package", "branding package"] as const;
const count = (rows: readonly PackageCountFact[]) => rows.reduce((sum, row) => sum + row.count, 0);
