/** How the columns of our own lists are written, shown and typed. */

import { CHARGE_CODES, CHARGE_TITLES } from "#shared/charges.ts";
import type { ListKind } from "#shared/contract/reference.ts";
import { formatMinutes, parseDuration } from "#shared/hours.ts";
import { formatRate, group, parseCents, parseCount, parseTenThousandths, scaled } from "#shared/money.ts";
import { formatDate, isIsoDate } from "#shared/week.ts";
import { STATES, ZONES } from "../start/states.ts";

export const LIST_TITLES: Record<ListKind, string> = {
  stations: "Stations",
  "rate card": "Rate card",
  "lease schedule": "Lease schedule",
  "rental rates": "Rental rates",
  "charge words": "Charge words",
  "staff roster": "Staff",
  "service aliases": "Aliases",
};

/** What one entry of a list is called. */
export const ENTRY_WORDS: Record<ListKind, string> = {
  stations: "station",
  "rate card": "price",
  "lease schedule": "lease",
  "rental rates": "rental rate",
  "charge words": "charge word",
  "staff roster": "person",
  "service aliases": "alias",
};

/** The columns that say what an entry is about: one with other words in them is another entry. */
export const KEYS: Record<ListKind, readonly string[]> = {
  stations: ["Station"],
  "rate card": ["Station", "Item", "Service Type", "Block Hours", "Effective From"],
  "lease schedule": ["VIN", "Contract", "On-Lease Date"],
  "rental rates": ["Provider", "Contract", "VIN", "Class", "Effective From"],
  "charge words": ["Lessor's Words", "Provider"],
  "staff roster": ["Employee ID"],
  "service aliases": ["Invoice Description"],
};

/** Columns that no entry can do without. */
export const REQUIRED: Record<ListKind, readonly string[]> = {
  stations: ["Station", "State", "Time Zone"],
  "rate card": ["Station", "Item", "Rate", "Effective From"],
  "lease schedule": ["VIN", "Provider", "Monthly Rent", "On-Lease Date", "Proration"],
  "rental rates": ["Provider", "Effective From"],
  "charge words": ["Lessor's Words", "Charge Code"],
  "staff roster": ["Employee ID", "Name"],
  "service aliases": ["Invoice Description", "Service Type"],
};

type Shape = "text" | "money" | "price" | "date" | "hours" | "miles" | "days" | "percent";

const SHAPES: Readonly<Record<string, Shape>> = {
  "Monthly Rent": "money",
  Rate: "price",
  "Pay Rate": "price",
  "Overage Rate": "price",
  "Block Hours": "hours",
  "Mileage Allowance": "miles",
  "Tax Rate": "percent",
  "Effective From": "date",
  "Effective To": "date",
  "Hire Date": "date",
  "Termination Date": "date",
  "On-Lease Date": "date",
  "Off-Lease Date": "date",
  "Warranty End": "date",
  "Warranty Miles": "miles",
  "Day Rate": "money",
  "Week Rate": "money",
  "Month Rate": "money",
  "Month Days": "days",
};

/** What a column holds. */
export function shapeOf(title: string): Shape {
  return SHAPES[title] ?? "text";
}

/** Whether a column is read from the right: numbers are. */
export function isNumber(title: string): boolean {
  return !["text", "date"].includes(shapeOf(title));
}

/** Columns whose words may run over several lines, so that the figures beside them stay in sight. */
const LONG: ReadonlySet<string> = new Set([
  "Service Type",
  "Invoice Description",
  "Allowed Fees",
  "Item",
  "Lessor's Words",
]);

/** Whether the words of a column may run over several lines. */
export function isLong(title: string): boolean {
  return LONG.has(title);
}

const ITEMS = [
  "route",
  "training",
  "late cancel",
  "unplanned delay hour",
  "package",
  "branding package",
  "pickup",
  "incentive fantastic plus",
  "incentive fantastic",
  "van month",
];

/** The few words a column takes; undefined where it takes any. */
export const CHOICES: Readonly<Record<string, readonly { value: string; label: string }[]>> = {
  State: STATES,
  "Time Zone": ZONES,
  Item: ITEMS.map((value) => ({ value, label: value })),
  "Return Day Billed": [
    { value: "yes", label: "yes" },
    { value: "no", label: "no: the rent ends the day before" },
  ],
  "Charge Code": CHARGE_CODES.map((value) => ({ value, label: CHARGE_TITLES[value] })),
  Proration: [
    { value: "actual", label: "actual days of the month" },
    { value: "30", label: "30 days" },
    { value: "none", label: "none" },
  ],
};

/** How a column is typed, said under its field. */
export const FORMS: Readonly<Record<string, string>> = {
  Station: "Like DXA4",
  "Monthly Rent": "In dollars, like 1,084.47",
  Rate: "In dollars, at most four decimals",
  "Pay Rate": "In dollars an hour",
  "Overage Rate": "In dollars a mile",
  "Block Hours": "Like 10 or 9 hr 15 min",
  "Tax Rate": "Like 8.25%",
  "On-Lease Date": "Terms that change on a day are a new entry from that day on",
  "Warranty Miles": "The odometer reading up to which the warranty holds",
  "Registered State": "Two letters, like TN",
  Class: "Like Cargo Van",
  "Month Days": "How many days a month of the agreement has",
  "Lessor's Words": "As they stand on the invoice; numbers and dates do not matter",
  "Allowed Fees": "Code and cap, like MGMT_FEE:12.50; TOLL_FEE:5.00",
};

const WRONG: Record<Exclude<Shape, "text">, readonly [(text: string) => boolean, string]> = {
  money: [(text) => parseCents(text) !== undefined, "Write an amount in dollars and cents, like 1,084.47"],
  price: [(text) => parseTenThousandths(text) !== undefined, "Write a price with at most four decimals, like 32.49"],
  date: [isIsoDate, "Choose a day of the calendar"],
  hours: [
    (text) => (scaled(text, 2) ?? parseDuration(text) ?? 0) > 0,
    "Write hours, like 10, or hours and minutes, like 9 hr 15 min",
  ],
  days: [(text) => (parseCount(text) ?? 0) > 0, "Write a whole number of days, like 30"],
  miles: [(text) => parseCount(text) !== undefined, "Write a whole number of miles"],
  percent: [(text) => scaled(text.replace(/%$/, ""), 4) !== undefined, "Write a percentage, like 8.25%"],
};

/** What is wrong with a cell of a list, as a sentence; null where nothing is. */
export function wrongWith(kind: ListKind, title: string, text: string): string | null {
  if (text.trim() === "") return REQUIRED[kind].includes(title) ? `${title} is missing` : null;
  const shape = shapeOf(title);
  return shape === "text" || WRONG[shape][0](text.trim()) ? null : WRONG[shape][1];
}

/** A cell as it is read: money as money, a day as a day. */
export function shown(title: string, text: string): string {
  if (text === "") return "";
  switch (shapeOf(title)) {
    case "money":
    case "price": {
      const value = parseTenThousandths(text);
      return value === undefined ? text : `$${formatRate(value)}`;
    }
    case "date":
      return isIsoDate(text) ? formatDate(text) : text;
    case "hours": {
      const hundredths = scaled(text, 2);
      const minutes = hundredths === undefined ? parseDuration(text) : (hundredths * 60) / 100;
      return minutes === undefined ? text : formatMinutes(minutes);
    }
    case "miles": {
      const value = parseCount(text);
      return value === undefined ? text : group(value);
    }
    default:
      return text;
  }
}
