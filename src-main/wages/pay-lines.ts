/** The lines of a week's recomputed pay. */
import { formatMinutes } from "#shared/hours.ts";
import { type Cents, divideHalfUp, plainCents } from "#shared/money.ts";
import type { HoursRule, Part } from "./classify.ts";
import type { Minutes } from "./day-figures.ts";
import type { Bonus, Straight } from "./earnings.ts";
import type { PayLine, Term } from "./lines.ts";
import { extraPay, extraText, type RegularRate, type RoundingOrder } from "./regular-rate.ts";
import type { RuleBook } from "./rule-book.ts";

/** Overtime and double time beyond straight time, for the minutes of each class. */
export function overtimeLines(
  rate: RegularRate,
  minutes: Minutes,
  parts: readonly Part[],
  order: RoundingOrder,
): PayLine[] {
  const classes = [
    { what: "overtime" as const, worked: minutes.overtime, percent: 150 },
    { what: "double time" as const, worked: minutes.doubleTime, percent: 200 },
  ];
  return classes.flatMap(({ what, worked, percent }): PayLine[] => {
    if (worked === 0) return [];
    const cents = extraPay(rate, worked, percent, order);
    const rules = new Set(
      parts.flatMap((part): HoursRule[] => (part.percent === percent && part.rule ? [part.rule] : [])),
    );
    const terms: Term[] = [
      { label: what, value: worked, unit: "minutes" },
      { label: "beyond straight time", value: percent - 100, unit: "percent" },
      { label: "regular rate", value: rate.rate, unit: "rate" },
    ];
    const formula = `${formatMinutes(worked)} x ${extraText(rate, percent, order)} = ${plainCents(cents)}`;
    return [{ what, cents, rules: [...rules], formula, terms }];
  });
}

/** Straight-time pay of one sort. */
export function straightLine({ what, cents, formula, rule }: Straight): PayLine {
  const text = plainCents(cents);
  return plain(what, cents, formula === text ? text : `${formula} = ${text}`, [rule]);
}

/** A bonus of a known amount. */
export function bonusLine(bonus: Exclude<Bonus, { kind: "percentage of total pay" }>, book: RuleBook): PayLine {
  const method = bonus.kind === "discretionary" ? "discretionary bonus" : "bonus";
  return plain("bonus", bonus.cents, plainCents(bonus.cents), [book.method(method)]);
}

/** A bonus that is a share of everything else earned for work: overtime is in it already (29 CFR 778.210). Rounded half up once. */
export function percentageLine(
  { basisPoints }: Extract<Bonus, { kind: "percentage of total pay" }>,
  earned: Cents,
  book: RuleBook,
): PayLine {
  const cents = divideHalfUp(earned * basisPoints, 10_000);
  const formula = `${basisPoints / 100} % x ${plainCents(earned)} = ${plainCents(cents)}`;
  return plain("bonus", cents, formula, [book.method("percentage of total pay")]);
}

/** Extra pay for certain days, and its credit against the overtime that is due (29 CFR 778.203, 778.205): never more than that. */
export function extraForDays(extra: Cents | undefined, overtime: Cents, book: RuleBook): PayLine[] {
  if (extra === undefined) return [];
  const rules = [book.method("extra pay for certain days")];
  const credit = Math.min(extra, overtime);
  const formula = `the lesser of ${plainCents(extra)} and ${plainCents(overtime)}`;
  return [
    plain("extra pay for certain days", extra, plainCents(extra), rules),
    ...(credit > 0 ? [plain("credit for extra pay", -credit, formula, rules)] : []),
  ];
}

/** Holidays, vacation and the like (29 CFR 778.219). */
export function notForWork(cents: Cents, book: RuleBook): PayLine {
  return plain("pay not for hours worked", cents, plainCents(cents), [book.method("pay not for hours worked")]);
}

function plain(what: PayLine["what"], cents: Cents, formula: string, rules: PayLine["rules"]): PayLine {
  return { what, cents, rules, formula, terms: [{ label: what, value: cents, unit: "cents" }] };
}
