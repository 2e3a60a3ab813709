/** Invented tables for the mapping step. */
import { readFile } from "#main/documents/read/read.ts";
import type { ReadDocument, Table } from "#main/documents/table.ts";
import type { Header } from "./mapping-headers.ts";

/** Cells of a field in three rows; by its title where it is a field of nothing. */
function cellsFor(field: string | undefined, title: string): readonly string[] {
  for (const [pattern, cells] of SAMPLES) if (pattern.test(field ?? `- ${title}`)) return cells;
  return ["alpha one", "beta two", "gamma three"];
}

const SAMPLES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^- (?:net pay|fed tax|fed_tax|deductions)$/i, ["611.20", "580.00", "702.75"]],
  [/^- (?:check|terminal)/i, ["10441", "10442", "10443"]],
  [/^- (?:approved)$/i, ["yes", "yes", "no"]],
  [/^(?:employeeId)$/, ["40017", "40023", "40031"]],
  [/^transporterId$/, ["A1B2C3D4E5", "A2C3D4E5F6", "A3D4E5F6G7"]],
  [/^(?:name)$/, ["Lena Ames", "Tom Bell", "Ida Cole"]],
  [/^lastName$/, ["Ames", "Bell", "Cole"]],
  [/^firstName$/, ["Lena", "Tom", "Ida"]],
  [/^(?:department|role)$/, ["Driver", "Driver", "Dispatch"]],
  [/^(?:state)$/, ["TN", "TN", "TX"]],
  [/^(?:station|location)$/, ["DXA4", "DXA4", "DXB7"]],
  [/^(?:in)$/, ["08:10 AM", "08:02 AM", "08:31 AM"]],
  [/^(?:out)$/, ["06:00 PM", "05:48 PM", "06:15 PM"]],
  [/^(?:date|outDate|issuedOn|paidOn|hireDate|onLease)$/, ["9/13/2026", "9/14/2026", "9/15/2026"]],
  [/^(?:dueOn|terminationDate|offLease|warrantyEnd)$/, ["10/13/2026", "", "10/15/2026"]],
  [/^(?:serviceFrom|periodStart)$/, ["9/6/2026", "9/6/2026", "9/6/2026"]],
  [/^(?:serviceTo|periodEnd)$/, ["9/19/2026", "9/19/2026", "9/19/2026"]],
  [/Hours$|^hours$/, ["9.83", "8.50", "0.00"]],
  [/^(?:rate|wage|payRate)$/, ["22.50", "23.00", "21.75"]],
  [/^(?:amount|total|gross|regularPay|overtimePay|bonus|monthlyRent|balance|credit)$/, ["1,204.50", "980.00", "75.25"]],
  [/^debit$/, ["", "50.00", "12.25"]],
  [/^tax$/, ["99.37", "80.85", "6.21"]],
  [/^taxRate$/, ["8.25%", "8.25%", "8.25%"]],
  [/^(?:quantity)$/, ["1", "2", "1"]],
  [/^(?:mileageAllowance|odometer)$/, ["2,500", "12,034", "31,877"]],
  [/^overageRate$/, ["0.15", "0.15", "0.12"]],
  [/^vin$/, ["1FTEW3LP3SKE46696", "1M8GDM9AXKP042788", "5GZCZ43D13S812715"]],
  [/^unit$/, ["V-101", "V-102", "V-103"]],
  [/^plate$/, ["9TN664A", "9TN665B", "9TN666C"]],
  [/^(?:contract)$/, ["C-1", "C-2", "C-3"]],
  [/^(?:invoiceNumber|referenceInvoice)$/, ["HL-7701", "HL-7701", "HL-7702"]],
  [/^paymentNumber$/, ["P-55012", "P-55012", "P-55013"]],
  [/^provider$/, ["Harbor Leasing", "Harbor Leasing", "Harbor Leasing"]],
  [/^chargeCode$/, ["RENT", "TOLL", "RENT"]],
  [/^proration$/, ["actual", "30", "none"]],
  [/^payCode$/, ["Regular", "Regular", "Training"]],
  [/^breakLength$/, ["30 min", "30 min", "0 min"]],
  [/^companyCode$/, ["HRB", "HRB", "HRB"]],
];

/** A table of three rows under a header. */
export function tableOf({ columns }: Header): Table {
  const cells = columns.map(({ fields, title }) => cellsFor(fields[0], title));
  const rows = [0, 1, 2].map((row) => cells.map((column) => column[row] ?? ""));
  return { sheet: null, rows: [columns.map(({ title }) => title), ...rows] };
}

/** Lines of a CSV as the document they are. */
export function documentOf(name: string, ...lines: string[]): ReadDocument {
  const { documents, refused } = readFile(name, new TextEncoder().encode(lines.map((line) => `${line}\n`).join("")));
  const [only] = documents;
  if (!only) throw new Error(refused[0]?.reason ?? "nothing was read");
  return only;
}
