/** What a lessor's invoice says once, above its table. */
import type { IsoDate } from "#shared/week.ts";
import type { RecognisedTable } from "../interpretation.ts";
import { hasUnlikeTwin } from "../recognise/columns.ts";
import { titleKey } from "../recognise/titles.ts";
import { isBlank } from "./blank.ts";
import { labelProblem, labelValue, severalInvoices } from "./labels.ts";
import { periodReader } from "./lease-days.ts";
import { HEAD } from "./lease-fields.ts";
import { letterheadOf } from "./lease-lessors.ts";
import { MONEY } from "./lease-money.ts";
import { date, type Reader, text } from "./readers.ts";

const READ_AS = {
  invoiceNumber: text,
  issuedOn: date,
  dueOn: date,
  provider: text,
  periodStart: date,
  periodEnd: date,
} as const;

/** What holds for every line that says nothing else; null where nothing stands above the table. */
interface Head {
  readonly invoiceNumber: string | null;
  readonly issuedOn: IsoDate | null;
  readonly dueOn: IsoDate | null;
  readonly provider: string | null;
  /** `Credit Memo`, empty where it is not named. */
  readonly documentType: string;
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
}

/** Reads what stands above the table; what cannot be read there is null, as `refuse` has complained of it. */
export function headOf(recognised: RecognisedTable): Head {
  const above = <T>(field: keyof typeof HEAD, reader: Reader<T>) => labelValue(recognised, HEAD, field, reader);
  const billed = above("period", periodReader(recognised.format));
  return {
    invoiceNumber: above("invoiceNumber", text),
    issuedOn: above("issuedOn", date),
    dueOn: above("dueOn", date),
    provider: above("provider", text) ?? letterheadOf(recognised),
    documentType: above("documentType", text) ?? "",
    from: above("periodStart", date) ?? billed?.from ?? null,
    to: above("periodEnd", date) ?? billed?.to ?? null,
  };
}

/** Whether a column or a label names the lessor, or somebody said who it is. */
export function namesProvider(recognised: RecognisedTable): boolean {
  const { columns, constants } = recognised;
  const said = columns.has("provider") || constants?.has("provider") === true;
  return said || labelValue(recognised, HEAD, "provider", text) !== null || standsAbove(recognised);
}

const PROVIDER = new Set(HEAD.provider.titles.map(titleKey));

/** Whether the label stands right above the header, where it may have been taken for the header's upper row. */
function standsAbove({ table, headerRow }: RecognisedTable): boolean {
  const [first = "", second = ""] = (table.rows[headerRow - 1] ?? []).filter((cell) => !isBlank(cell)).map(String);
  return PROVIDER.has(titleKey(first)) && second !== "";
}

/** Why the invoice cannot be taken, as a sentence; null where it can. */
export function refuse(recognised: RecognisedTable): string | null {
  const { table, headerRow, columns, constants, format } = recognised;
  const money = MONEY.flatMap((field) => columns.get(field) ?? []);
  if (money.length === 0) {
    return "This looks like a lessor's invoice, but it has no column with the amount of a line.";
  }
  const twin = money.find((column) => hasUnlikeTwin(recognised, column));
  if (twin !== undefined) {
    const title = String(table.rows[headerRow]?.[twin]).trim();
    return `Two columns are called "${title}" and do not agree. Remove the one that does not count.`;
  }
  if (!namesProvider(recognised) && letterheadOf(recognised) === null) {
    return "This invoice does not say who the lessor is. Write Provider above its table and the lessor's name beside it.";
  }
  for (const [field, reader] of Object.entries({ ...READ_AS, period: periodReader(format) })) {
    const said = columns.has(field) || constants?.has(field) === true;
    const problem = said ? null : labelProblem<unknown>(recognised, HEAD, field, reader);
    if (problem !== null) return problem;
  }
  return severalInvoices(recognised, HEAD);
}
