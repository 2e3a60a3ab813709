/** Limits of the programme that were passed, in words. Pure. */
import { formatMinutes } from "#shared/hours.ts";
import { formatWeekday } from "#shared/week.ts";
import type { limitsOf } from "../../../wages/index.ts";
import type { Side } from "../../finding.ts";
import { counted } from "./payroll-finding.ts";

/** A limit that was passed on a day. */
export type Breach = ReturnType<typeof limitsOf>["breaches"][number];

/** The limits in the order in which they are reported. */
export const LIMITS = [
  "hours a day",
  "hours in seven days",
  "rest",
  "days in a row",
] as const satisfies Breach["limit"][];

function amount(limit: Breach["limit"], value: number): string {
  return limit === "days in a row" ? counted(value, "day") : formatMinutes(value);
}

/** What happened and what the limit is, to follow a name: `worked 12 h 40 min on Mon, Aug 3; the programme's limit is 12 h a day`. */
export function breachText({ limit, date, since, value, allowed }: Breach): string {
  const [was, most] = [amount(limit, value), amount(limit, allowed)];
  const span = `from ${formatWeekday(since)} to ${formatWeekday(date)}`;
  switch (limit) {
    case "hours a day":
      return `worked ${was} on ${formatWeekday(date)}; the programme's limit is ${most} a day`;
    case "hours in seven days":
      return `worked ${was} ${span}; the programme's limit is ${most} in seven days`;
    case "rest":
      return `had ${was} of rest before the shift of ${formatWeekday(date)}; the programme asks for ${most}`;
    case "days in a row":
      return `worked ${was} in a row ${span}; the programme's limit is ${most}`;
  }
}

/** `Mon, Aug 3: 12 h 40 min > 12 h`. */
export function breachFormula({ limit, date, value, allowed }: Breach): string {
  const sign = limit === "rest" ? "<" : ">";
  return `${formatWeekday(date)}: ${amount(limit, value)} ${sign} ${amount(limit, allowed)}`;
}

/** The limit beside what was counted, day by day. */
export function limitSide(breaches: readonly Breach[]): Side {
  return {
    title: "The programme allows",
    columns: ["Date", "Since", "Limit", "Counted", "Allowed"],
    rows: breaches.map(({ limit, date, since, value, allowed }) => [
      formatWeekday(date),
      formatWeekday(since),
      limit,
      amount(limit, value),
      amount(limit, allowed),
    ]),
    marked: [3, 4],
  };
}
