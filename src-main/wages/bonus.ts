/** Overtime on bonuses: what a bonus adds to the overtime of the week in which it was earned. */
import { formatMinutes } from "#shared/hours.ts";
import { type Cents, divideHalfUp, plainCents } from "#shared/money.ts";
import type { IsoDate } from "#shared/week.ts";
import type { Minutes } from "./day-figures.ts";
import { fraction, roundHalfUp, sum, times } from "./fraction.ts";
import type { PayLine } from "./lines.ts";
import type { RuleBook } from "./rule-book.ts";
import type { RuleOf, WageRule } from "./rules.ts";
import type { Workweek } from "./workweek.ts";

/** A bonus whose overtime is asked for. */
export interface BonusShare {
  readonly kind: "flat sum" | "production";
  readonly cents: Cents;
  /** The part of `cents` that falls to the week: 12 / 52 for a month's commission (29 CFR 778.120). All of it unless said. */
  readonly share?: { readonly of: number; readonly parts: number };
}

/**
 * The overtime that a bonus adds in a week. Federal: half (for double time the whole) of bonus / all hours for each overtime hour. A flat
 * sum in a state with a rule for it: one and a half times (twice) bonus / straight-time hours. Null where the week's hours are not known.
 */
export function overtimeOnBonus(
  week: Pick<Workweek, "minutes" | "law">,
  bonus: BonusShare,
  book: RuleBook,
): PayLine | null {
  if (week.minutes === null) return null;
  const { minutes, law } = week;
  const { of, parts } = bonus.share ?? { of: 1, parts: 1 };
  const amount = fraction(bonus.cents * of, parts);
  const text = bonus.share ? `${plainCents(bonus.cents)} x ${of} / ${parts}` : plainCents(bonus.cents);
  const flat = bonus.kind === "flat sum" && minutes.regular > 0 ? law.flatSum : null;
  return flat
    ? line(amount, text, minutes, minutes.regular, [150, 200], flat)
    : line(amount, text, minutes, minutes.worked, [50, 100], book.method("bonus"));
}

function line(
  amount: ReturnType<typeof fraction>,
  text: string,
  minutes: Minutes,
  over: number,
  [overtime, double]: readonly [number, number],
  rule: WageRule,
): PayLine {
  const shares = [
    { minutes: minutes.overtime, percent: overtime },
    { minutes: minutes.doubleTime, percent: double },
  ].filter((each) => each.minutes > 0);
  const cents =
    over === 0 ? 0 : roundHalfUp(sum(...shares.map((each) => times(amount, each.minutes * each.percent, over * 100))));
  const formula = shares.map(
    (each) => `${formatMinutes(each.minutes)} x ${each.percent / 100} x ${text} / ${formatMinutes(over)}`,
  );
  return {
    what: "overtime on bonus",
    cents,
    rules: [rule],
    formula: `${formula.join(" + ") || "no overtime"} = ${plainCents(cents)}`,
    terms: [
      { label: "bonus", value: roundHalfUp(amount), unit: "cents" },
      { label: "overtime", value: minutes.overtime, unit: "minutes" },
      { label: "double time", value: minutes.doubleTime, unit: "minutes" },
      { label: "hours it was earned in", value: over, unit: "minutes" },
    ],
  };
}

/** One week's part of a bonus that was earned over several. */
export interface BonusPart {
  readonly week: IsoDate;
  readonly cents: Cents;
  readonly rule: RuleOf<"pay method">;
}

/**
 * Apportions a bonus back to the weeks in which it was earned (29 CFR 778.209): an equal sum a week, or by the hours of each. Each
 * part is its share of what the weeks before it left, rounded half up, so that the parts add up to the bonus. Null where it goes by hours and a week's hours are not known or all are zero.
 */
export function apportionBonus(
  cents: Cents,
  weeks: readonly { readonly start: IsoDate; readonly minutes: { readonly worked: number } | null }[],
  by: "week" | "hour",
  book: RuleBook,
): BonusPart[] | null {
  const shares = weeks.map(({ minutes }) => (by === "week" ? 1 : minutes?.worked));
  let [left, leftOver] = [cents, 0];
  for (const share of shares) {
    if (share === undefined) return null;
    leftOver += share;
  }
  if (leftOver === 0) return null;
  const rule = book.method("bonus for several weeks");
  return weeks.map(({ start }, index) => {
    const share = shares[index] ?? 0;
    const part = share === 0 ? 0 : divideHalfUp(left * share, leftOver);
    left -= part;
    leftOver -= share;
    return { week: start, cents: part, rule };
  });
}
