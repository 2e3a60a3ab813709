/** What a payroll register says one person was paid in one period, sorted by what it was for. Pure. */
import type { Cents, Rate } from "#shared/money.ts";
import type { IsoDate } from "#shared/week.ts";
import type { PayCategory, PayLineFact } from "../../../documents/facts.ts";

/** First and last day of a pay period, both included. */
export interface PayPeriod {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** One person's pay of one period as one file has it. Hours are hundredths of an hour. */
export interface Paid {
  /** The lines that are counted. */
  readonly lines: readonly PayLineFact[];
  /** Lines for work: regular, overtime and double time. */
  readonly worked: readonly PayLineFact[];
  readonly timeOff: readonly PayLineFact[];
  readonly bonuses: readonly PayLineFact[];
  /** Bonuses that are listed without an amount: what they add to the overtime is not known. */
  readonly openBonuses: readonly PayLineFact[];
  readonly hours: { readonly worked: number; readonly overtime: number; readonly doubleTime: number };
  readonly timeOffHours: number;
  /** Pay for the worked hours without bonuses, and how it is known; null where the file does not say it. */
  readonly pay: { readonly cents: Cents; readonly from: "its lines" | "the gross" } | null;
  /** The hourly rate printed beside the regular hours; null where there is none, or more than one. */
  readonly rate: Rate | null;
  /** Codes with hours of which nobody can tell whether they are work. */
  readonly unknownCodes: readonly string[];
  /** Files of the same person and period that say it again and are left out. */
  readonly alsoIn: readonly string[];
}

const WORKED: ReadonlySet<PayCategory> = new Set(["regular", "overtime", "double time"]);
/** Bonuses that need not count for overtime: gifts and what the employer is free to give (29 CFR 778.211, 778.212). */
const DISCRETIONARY = /discretion|gift|referral|sign.?on|spot/i;
/** Holidays that were worked, and the codes of drivers' work that no sort of pay is named after. */
const WORK_CODE = /\b(?:work|worked|wkd|wrkd|train|training|driv|drive|driver|driving|deliver|delivery|dispatch)\b/i;

/** Sorts the lines of one person and period. Of two programs that report the same period the one with amounts counts. */
export function paidOf(all: readonly PayLineFact[]): Paid {
  const systems = [...new Set(all.map((line) => line.system))].sort();
  const chosen = systems.find((system) => all.some((line) => line.system === system && line.amountCents !== null));
  const lines = all.filter((line) => line.system === (chosen ?? systems[0]));
  const isWork = (line: PayLineFact) =>
    WORKED.has(line.category) || (line.category === "other" && line.hours !== null && WORK_CODE.test(line.payCode));
  const worked = lines.filter(isWork);
  const timeOff = lines.filter((line) => line.category === "time off" || line.category === "holiday");
  const rates = new Set(
    worked.flatMap((line) => (line.category === "regular" && line.rate !== null ? [line.rate] : [])),
  );
  const [rate = null] = rates;
  const whole = worked.filter((line) => !isOnTop(line, worked));
  const bonuses = lines.filter((line) => line.category === "bonus" && !DISCRETIONARY.test(line.payCode));
  return {
    lines,
    worked,
    timeOff,
    bonuses: bonuses.filter(({ amountCents }) => amountCents !== null),
    openBonuses: bonuses.filter(({ amountCents }) => amountCents === null),
    hours: {
      worked: hoursOf(whole),
      overtime: hoursOf(worked.filter((line) => line.category === "overtime")),
      doubleTime: hoursOf(worked.filter((line) => line.category === "double time")),
    },
    timeOffHours: hoursOf(timeOff),
    pay: payOfWork(lines, worked),
    rate: rates.size === 1 ? rate : null,
    unknownCodes: [
      ...new Set(
        lines.flatMap((line) => (line.category === "other" && line.hours && !isWork(line) ? [line.payCode] : [])),
      ),
    ],
    alsoIn: [...new Set(all.filter((line) => !lines.includes(line)).map((line) => line.source.document.name))].sort(),
  };
}

const HALF = /\b(?:prem|premium|half)\b/i;

/**
 * Whether a line pays only what overtime earns beyond the plain rate, whose hours stand among the regular ones already: its code says so, and
 * it pays less an hour than those do.
 */
function isOnTop({ category, payCode, hours, amountCents }: PayLineFact, worked: readonly PayLineFact[]): boolean {
  if (category !== "overtime" || !HALF.test(payCode.replace(/[_\-/.]+/g, " ")) || !hours) return false;
  const plain = worked.filter((line) => line.category === "regular");
  const [pay, plainHours] = [sumOf(plain), hoursOf(plain)];
  if (amountCents === null || pay === null) return true;
  return plainHours > 0 && amountCents * plainHours < pay * hours;
}

function hoursOf(lines: readonly PayLineFact[]): number {
  return lines.reduce((sum, line) => sum + (line.hours ?? 0), 0);
}

function sumOf(lines: readonly PayLineFact[]): Cents | null {
  return lines.reduce<Cents | null>(
    (sum, line) => (sum === null || line.amountCents === null ? null : sum + line.amountCents),
    0,
  );
}

/** Pay for work: the amounts of its lines, else the gross less everything else that has an amount. */
function payOfWork(lines: readonly PayLineFact[], worked: readonly PayLineFact[]): Paid["pay"] {
  const printed = worked.length === 0 ? null : sumOf(worked);
  if (printed !== null) return { cents: printed, from: "its lines" };
  const whole = withoutBonusChecks(lines);
  const [gross, ...more] = whole.filter((line) => line.category === "gross");
  const rest = sumOf(whole.filter((line) => line.category !== "gross" && !worked.includes(line)));
  if (gross?.amountCents == null || more.length > 0 || rest === null) return null;
  return { cents: gross.amountCents - rest, from: "the gross" };
}

/** The lines without the rows of checks that pay no work: a bonus by itself, whose gross is that bonus. */
function withoutBonusChecks(lines: readonly PayLineFact[]): PayLineFact[] {
  const rows = Map.groupBy(lines, ({ source }) => `${source.document.sha256} ${source.sheet ?? ""} ${source.row}`);
  return [...rows.values()].flatMap((row) => {
    const gross = sumOf(row.filter(({ category }) => category === "gross"));
    const others = row.filter(({ category }) => category !== "gross");
    const paid = others.reduce((sum, { amountCents }) => sum + (amountCents ?? 0), 0);
    const isApart = paid !== 0 && gross === paid && others.every(({ hours }) => hours === null || hours === 0);
    return isApart ? [] : row;
  });
}
