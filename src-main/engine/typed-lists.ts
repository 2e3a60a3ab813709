/**
 * The lists the office keeps itself, as the files they come from and are exported to: the same headers both ways, so that what was typed
 * in the app, exported and dropped again says the same.
 */
import type { ListKind } from "#shared/contract/reference.ts";
import { formatRate, plainCents, TEN_THOUSAND } from "#shared/money.ts";
import type { FactTypes, FactValues } from "../documents/facts.ts";

/** The facts of each list. */
export const LIST_FACTS = {
  stations: "station",
  "rate card": "rate",
  "lease schedule": "leaseTerm",
  "rental rates": "rentalRate",
  "charge words": "chargeWord",
  "staff roster": "person",
  "service aliases": "alias",
} as const satisfies Record<ListKind, keyof FactTypes>;
export type ListFact = (typeof LIST_FACTS)[ListKind];

interface Column<T extends ListFact> {
  readonly title: string;
  /** Words, which a spreadsheet program must not take for a formula; others are numbers and dates. */
  readonly isText: boolean;
  readonly cell: (values: FactValues<T>) => string;
}

const words = <T extends ListFact>(title: string, cell: Column<T>["cell"]): Column<T> => ({
  title,
  isText: true,
  cell,
});
const figure = <T extends ListFact>(title: string, cell: Column<T>["cell"]): Column<T> => ({
  title,
  isText: false,
  cell,
});

const COLUMNS: { readonly [T in ListFact]: readonly Column<T>[] } = {
  station: [
    words("Station", ({ station }) => station),
    words("Name", ({ name }) => name),
    words("State", ({ state }) => state),
    words("Time Zone", ({ timeZone }) => timeZone),
    words("DSP Short Code", ({ dspCode }) => dspCode),
  ],
  rate: [
    words("Station", ({ station }) => station),
    words("Item", ({ item }) => item),
    words("Service Type", ({ serviceType }) => serviceType),
    figure("Block Hours", ({ blockMinutes }) => hours(blockMinutes)),
    figure("Rate", ({ rate }) => price(rate)),
    figure("Effective From", ({ effectiveFrom }) => effectiveFrom),
    figure("Effective To", ({ effectiveTo }) => effectiveTo ?? ""),
  ],
  person: [
    words("Employee ID", ({ employeeId }) => employeeId),
    words("Transporter ID", ({ transporterId }) => transporterId ?? ""),
    words("Name", ({ name }) => name),
    words("State", ({ state }) => state),
    words("Station", ({ station }) => station),
    words("Department", ({ department }) => department),
    figure("Pay Rate", ({ payRate }) => price(payRate)),
    figure("Hire Date", ({ hireDate }) => hireDate ?? ""),
    figure("Termination Date", ({ terminationDate }) => terminationDate ?? ""),
  ],
  leaseTerm: [
    words("VIN", ({ vin }) => vin),
    words("Unit", ({ unit }) => unit),
    words("Provider", ({ provider }) => provider),
    words("Contract", ({ contract }) => contract),
    figure("Monthly Rent", ({ monthlyRentCents }) => plainCents(monthlyRentCents)),
    figure("On-Lease Date", ({ onLease }) => onLease),
    figure("Off-Lease Date", ({ offLease }) => offLease ?? ""),
    words("Proration", ({ proration }) => proration),
    figure("Mileage Allowance", ({ mileageAllowance }) => (mileageAllowance === null ? "" : String(mileageAllowance))),
    figure("Overage Rate", ({ overageRate }) => price(overageRate)),
    figure("Tax Rate", ({ taxRate }) => (taxRate === null ? "" : `${price(taxRate)}%`)),
    words("Allowed Fees", ({ allowedFees }) => allowedFees),
    figure("Warranty End", ({ warrantyEnd }) => warrantyEnd ?? ""),
    figure("Warranty Miles", ({ warrantyMiles }) => (warrantyMiles === null ? "" : String(warrantyMiles))),
    words("Registered State", ({ registeredState }) => registeredState),
    words("License Plate", ({ plate }) => plate),
    words("Return Day Billed", ({ returnDayBilled }) => (returnDayBilled ? "yes" : "no")),
  ],
  rentalRate: [
    words("Provider", ({ provider }) => provider),
    words("Contract", ({ contract }) => contract),
    words("VIN", ({ vin }) => vin),
    words("Class", ({ vanClass }) => vanClass),
    figure("Day Rate", ({ dayCents }) => money(dayCents)),
    figure("Week Rate", ({ weekCents }) => money(weekCents)),
    figure("Month Rate", ({ monthCents }) => money(monthCents)),
    figure("Month Days", ({ monthDays }) => (monthDays === null ? "" : String(monthDays))),
    figure("Effective From", ({ effectiveFrom }) => effectiveFrom),
    figure("Effective To", ({ effectiveTo }) => effectiveTo ?? ""),
  ],
  chargeWord: [
    words("Lessor's Words", ({ words: said }) => said),
    words("Charge Code", ({ chargeCode }) => chargeCode),
    words("Provider", ({ provider }) => provider),
  ],
  alias: [
    words("Invoice Description", ({ description }) => description),
    words("Service Type", ({ serviceType }) => serviceType),
  ],
};

/** The header of a list. */
export function titlesOf(kind: ListKind): string[] {
  return COLUMNS[LIST_FACTS[kind]].map(({ title }) => title);
}

/** The cells of an entry as they are shown, in the order of the header. */
export function cellsOf<T extends ListFact>(type: T, values: FactValues<T>): string[] {
  return COLUMNS[type].map(({ cell }) => cell(values));
}

/** A list as a CSV with its header. Every text stands in quotation marks, so that no mark in it can be taken for a separator. */
export function listCsv<T extends ListFact>(type: T, entries: readonly FactValues<T>[]): string {
  const columns = COLUMNS[type];
  const lines = entries.map((values) =>
    columns.map(({ isText, cell }) => (isText ? quoted(harmless(cell(values))) : cell(values))),
  );
  return csv(
    columns.map(({ title }) => title),
    lines,
  );
}

/** One typed entry as a CSV. `stamp` is a column more, so that the same words typed again later are a document of their own. */
export function entryCsv(kind: ListKind, cells: Readonly<Record<string, string>>, stamp: string): string {
  const titles = titlesOf(kind);
  return csv([...titles, "Entered"], [[...titles.map((title) => quoted(harmless(cells[title] ?? ""))), stamp]]);
}

function csv(titles: readonly string[], lines: readonly (readonly string[])[]): string {
  return [titles, ...lines].map((cells) => `${cells.join(",")}\r\n`).join("");
}

function quoted(text: string): string {
  return text === "" ? "" : `"${text.replaceAll('"', '""')}"`;
}

/** A spreadsheet program runs what begins like a formula; an apostrophe before it says that it is text. Our reader takes it off again. */
function harmless(text: string): string {
  return /^'*[=+\-@]/.test(text) ? `'${text}` : text;
}

function money(cents: number | null): string {
  return cents === null ? "" : plainCents(cents);
}

/** Two or four decimals: with three, `1.250` could be read as a thousand. */
function price(tenThousandths: number | null): string {
  if (tenThousandths === null) return "";
  const [whole = "", fraction = ""] = formatRate(tenThousandths).replaceAll(",", "").split(".");
  return `${whole}.${fraction.length === 2 ? fraction : String(Math.abs(tenThousandths) % TEN_THOUSAND).padStart(4, "0")}`;
}

/** Hours with two decimals where that is exact, else hours and minutes in words. */
function hours(minutes: number | null): string {
  if (minutes === null) return "";
  if ((minutes * 100) % 60 !== 0) return `${Math.trunc(minutes / 60)} hr ${minutes % 60} min`;
  const hundredths = (minutes * 100) / 60;
  const rest = hundredths % 100;
  return `${Math.trunc(hundredths / 100)}${rest === 0 ? "" : `.${String(rest).padStart(2, "0")}`}`;
}
