/** A small document of each payroll layout, and the disguises in which such documents come. Everybody in them is invented. */
import { describe, expect, it } from "vitest";
import type { FactType, FactValues } from "#main/documents/facts.ts";
import type { Interpretation } from "#main/documents/interpretation.ts";
import { bytes, interpret, xlsx } from "./support.ts";

/** One layout as a table. */
export interface Layout {
  readonly layout: string;
  /** A file name from which the layout takes what it needs. */
  readonly file: string;
  readonly titles: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A table as a CSV, each cell quoted. */
export function table(rows: readonly (readonly string[])[]): Uint8Array {
  return bytes(rows.map((row) => `${row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")}\r\n`).join(""));
}

/** A layout as a CSV, its rows replaced where others are given. */
export function csvOf({ titles, rows }: Layout, ...others: readonly (readonly string[])[]): Uint8Array {
  return table([titles, ...(others.length > 0 ? others : rows)]);
}

/** The layout's first row with some cells changed, by title. */
export function rowOf({ titles, rows }: Layout, changes: Readonly<Record<string, string>>): string[] {
  for (const title of Object.keys(changes)) if (!titles.includes(title)) throw new Error(`no column ${title}`);
  return titles.map((title, column) => changes[title] ?? rows[0]?.[column] ?? "");
}

/** What is made of a layout's file. */
export function read(layout: Layout, content: Uint8Array): Interpretation {
  return interpret(content, layout.file);
}

/** The values of a layout's facts of one type, read from changed rows. */
export function valuesOf<T extends FactType>(
  type: T,
  layout: Layout,
  ...rows: readonly (readonly string[])[]
): FactValues<T>[] {
  const { facts, problems } = read(layout, csvOf(layout, ...rows));
  expect(problems).toEqual([]);
  return facts.flatMap((draft) => (draft.type === type ? [draft.values as unknown as FactValues<T>] : []));
}

/** Problems of changed rows as `row column: reason`. */
export function problemsOf(layout: Layout, ...rows: readonly (readonly string[])[]): string[] {
  return read(layout, csvOf(layout, ...rows)).problems.map(({ row, column, reason }) => `${row} ${column}: ${reason}`);
}

const reversed = (cells: readonly string[]) => cells.toReversed();
const hardSpaces = (cells: readonly string[]) => cells.map((cell) => `\u00a0${cell.replaceAll(" ", "\u00a0")} `);
/** A number as a spreadsheet keeps it when a file was opened and saved. */
const typed = (cell: string): string | number => (/^(?:0|[1-9]\d*)(?:\.\d+)?$/.test(cell) ? Number(cell) : cell);

const DISGUISES: readonly (readonly [string, (layout: Layout) => Uint8Array])[] = [
  ["columns in another order", ({ titles, rows }) => table([titles, ...rows].map(reversed))],
  ["upper case titles", ({ titles, rows }) => table([titles.map((title) => title.toUpperCase()), ...rows])],
  ["hard spaces around and inside", ({ titles, rows }) => table([titles, ...rows].map(hardSpaces))],
  [
    "more columns",
    ({ titles, rows }) =>
      table([["Seq", ...titles, "Comment"], ...rows.map((row, index) => [`${index}`, ...row, "x"])]),
  ],
  [
    "titles above, a total and a remark below",
    ({ titles, rows }) => {
      const total = titles.map((_, column) => (column === 0 ? "Total" : column === titles.length - 1 ? "123.45" : ""));
      return table([
        ["Harbor Line LLC"],
        [],
        ["Report", "1"],
        titles,
        [],
        ...rows,
        total,
        [],
        ["Printed for the office"],
      ]);
    },
  ],
  ["a byte-order mark", ({ titles, rows }) => new Uint8Array([0xef, 0xbb, 0xbf, ...table([titles, ...rows])])],
  ["a workbook of texts", ({ titles, rows }) => xlsx({ Data: [[...titles], ...rows.map((row) => [...row])] })],
  [
    "a workbook of numbers",
    ({ titles, rows }) => xlsx({ Data: [[], [...titles], ...rows.map((row) => row.map(typed))] }),
  ],
  [
    "its header once more in the middle",
    ({ titles, rows }) => table([titles, ...rows.slice(0, 1), titles, ...rows.slice(1)]),
  ],
];

/** Tests that a layout reads the same in every disguise. */
export function describeDisguises(layout: Layout): void {
  describe(`${layout.layout} is read alike`, () => {
    const values = ({ facts }: Interpretation) => facts.map((draft) => [draft.type, draft.values]);
    it("as it comes", () => {
      const plain = read(layout, csvOf(layout));
      expect(plain.problems).toEqual([]);
      expect(plain.layout).toBe(layout.layout);
      expect(plain.facts.length).toBeGreaterThan(1);
    });
    it.each(DISGUISES)("with %s", (_, disguise) => {
      const disguised = read(layout, disguise(layout));
      expect([disguised.layout, disguised.problems]).toEqual([layout.layout, []]);
      expect(values(disguised)).toEqual(values(read(layout, csvOf(layout))));
    });
  });
}

const lines = (...texts: string[]): string[][] => texts.map((text) => text.split("|"));

export const ADP: Layout = {
  layout: "ADP Workforce Now",
  file: "Timecard.csv",
  titles:
    lines(
      "Company Code|Last Name|First Name|Position ID|Worked Department|State|In time|Out time|Out Punch Type|Hours|Pay Code",
    )[0] ?? [],
  rows: lines(
    "HLN|QUILL|NORA|HLN000187|210401|TN|09/20/2026 09:08 AM|09/20/2026 02:12 PM|Meal Punch|5.07|Regular",
    "HLN|QUILL|NORA|HLN000187|210401|TN|09/20/2026 02:42 PM|09/20/2026 07:20 PM||4.63|Regular",
    "HLN|BRANNIGAN|OTIS|HLN000201|210401|TN|09/20/2026 10:00 PM|09/21/2026 06:15 AM||8.25| ",
  ),
};

export const ADP_DATED: Layout = {
  layout: "ADP Workforce Now",
  file: "Timecard.csv",
  titles: [...ADP.titles, "Date"],
  rows: lines(
    "HLN|QUILL|NORA|HLN000187|210401|TN|09:08 AM|02:12 PM|LP|5.07|Regular|09/20/2026",
    "HLN|QUILL|NORA|HLN000187|210401|TN||||8.00|PTO|09/21/2026",
  ),
};

export const ADP_WORKED_STATE: Layout = {
  layout: "ADP Workforce Now",
  file: "Timecard.csv",
  titles:
    lines(
      "Company Code|Last Name|First Name|Position ID|Worked Department|Worked State|Pay Date|Time In|Time Out|Out Punch Type|Hours|Pay Code",
    )[0] ?? [],
  rows: lines(
    "HLN|QUILL|NORA|HLN000187|000013|TN|9/20/2026|08/05/2026 03:01:00 AM|08/05/2026 07:01:00 AM||4.00|Regular",
    "HLN|QUILL|NORA|HLN000187|13|TN|9/20/2026|7/29/2026 2:48|7/29/2026 14:48||12.00|Regular",
  ),
};

export const PAYCOM: Layout = {
  layout: "Paycom Punch Audit",
  file: "Punch Audit.xlsx",
  titles:
    lines(
      "EE Code|Last Name|First Name|Punch Date|Punch Type|Time|Deleted|Last Modified|Modified By|Punch Source|Delivery Station Code",
    )[0] ?? [],
  rows: lines(
    "A1B2|QUILL|NORA|09/20/2026|ID|09:08 AM|No|||Kiosk|DXA4",
    "A1B2|QUILL|NORA|09/20/2026|OL|02:12 PM|No|||Kiosk|DXA4",
    "A1B2|QUILL|NORA|09/20/2026|IL|02:30 PM|Yes|09/21/2026 08:15 AM|DELACROIX, IMANI|Kiosk|DXA4",
    "A1B2|QUILL|NORA|09/20/2026|IL|02:42 PM|No|09/21/2026 08:16 AM|DELACROIX, IMANI|Manual|DXA4",
    "A1B2|QUILL|NORA|09/20/2026|OD|07:20 PM|No|||Kiosk|DXA4",
  ),
};

export const HOMEBASE: Layout = {
  layout: "Homebase",
  file: "timesheets.csv",
  titles:
    lines(
      "Name|Clock in date|Clock in time|Clock out date|Clock out time|Break start|Break end|Break length|Break type|Payroll ID|Role|Wage|Scheduled|Regular|Unpaid Breaks|Overtime|Est. Wages|Issues",
    )[0] ?? [],
  rows: lines(
    "Nora Quill|09/20/2026|9:08 AM|09/20/2026|7:20 PM|2:12 PM|2:42 PM|30 min|Unpaid|187|Driver|$21.50|10.00|8.00|0.50|1.70|$219.00|",
    "Nora Quill|09/21/2026|9:00 AM|09/21/2026|5:00 PM|||||187|Driver|$21.50|8.00|8.00|0.00|0.00|$172.00|",
    "Otis Brannigan|09/20/2026|10:00 PM|09/21/2026|6:15 AM|||||201|Driver|$20.00|8.00|8.25|0.00|0.00|$165.00|",
  ),
};

export const QUICKBOOKS: Layout = {
  layout: "QuickBooks Time",
  file: "timesheet_report.csv",
  titles:
    lines(
      "username|payroll_id|fname|lname|number|group|local_date|local_day|local_start_time|local_end_time|tz|hours|jobcode_1|notes|approved_status",
    )[0] ?? [],
  rows: lines(
    "nquill|187|Nora|Quill|12|Drivers|2026-09-20|Sun|9:08 AM|2:12 PM|-5|5.07|Delivery||approved",
    "nquill|187|Nora|Quill|12|Drivers|2026-09-20|Sun|2:42 PM|7:20 PM|-5|4.63|Delivery||approved",
    "nquill|187|Nora|Quill|12|Drivers|2026-09-21|Mon|||-5|8.00|PTO||approved",
  ),
};

export const EPI: Layout = {
  layout: "ADP pay data (EPI)",
  file: "PRHLNEPI 2026-08-02_2026-08-15.csv",
  titles:
    lines(
      "Co Code|Batch ID|File #|Reg Hours|O/T Hours|Hours 3 Code|Hours 3 Amount|Hours 4 Code|Hours 4 Amount|Earnings 3 Code|Earnings 3 Amount|Temp Dept",
    )[0] ?? [],
  rows: lines("HLN|B1|187|80.00|4.25|PTO|8.00|ZZ|1.50|BON|150.00|000013", "HLN|B1|201|72.00|0.00||||0|||13"),
};

export const RUN: Layout = {
  layout: "RUN Powered by ADP",
  file: "Weekly.csv",
  titles:
    lines(
      "Company Code|Pay Frequency|Pay Period Start Date|Pay Period End Date|Employee ID|Earnings Code|Pay Hours|Dollars|Separate Check|Worked In Dept|Rate Code",
    )[0] ?? [],
  rows: lines(
    "R1HLN|B|08/02/2026|08/15/2026|187|REG|80.00||0|210401|BASE",
    "R1HLN|B|08/02/2026|08/15/2026|187|BON||150.00|0|210401|BASE",
    "R1HLN|B|08/02/2026|08/15/2026|201|OVT|4.25|0.00|0||BASE",
  ),
};

export const PAYCHEX: Layout = {
  layout: "Paychex Flex",
  file: "paychex 2026-08-02 to 2026-08-15.csv",
  titles:
    lines(
      "Client ID|Worker ID|Org|Job Number|Pay Component|Rate|Rate Number|Hours|Units|Line Date|Amount|Check Seq Number|Override State",
    )[0] ?? [],
  rows: lines(
    "12345678|187|13||Hourly|21.50|1|80.00|||1720.00||",
    "12345678|187|13||Overtime|32.25|1|4.25|||137.06||",
    "12345678|201|13||PTO|||8.00|||||",
  ),
};

export const GUSTO: Layout = {
  layout: "Gusto",
  file: "gusto 2026-08-02 to 2026-08-15.csv",
  titles: lines("last_name|first_name|title|Regular hours|Overtime hours|Vacation hours|Bonus")[0] ?? [],
  rows: lines("Quill|Nora|Driver|80.00|4.25|8.00|150.00", "Brannigan|Otis|Driver|72.00||0|"),
};

export const REGISTER: Layout = {
  layout: "Payroll register",
  file: "register.csv",
  titles: lines("Employee ID|Name|Period Start|Period End|Regular Hours|OT Hours|DT Hours|Rate|Bonus|Gross")[0] ?? [],
  rows: lines(
    "187|Nora Quill|2026-08-02|2026-08-15|80.00|4.25|0.50|21.50|150.00|2,050.06",
    "201|Otis Brannigan|2026-08-02|2026-08-15|72.00|0|0|20.00|0.00|1440.00",
  ),
};

/** One of each, the three headers of ADP's timecard apart. */
export const LAYOUTS: readonly Layout[] = [
  ADP,
  ADP_DATED,
  ADP_WORKED_STATE,
  PAYCOM,
  HOMEBASE,
  QUICKBOOKS,
  EPI,
  RUN,
  PAYCHEX,
  GUSTO,
  REGISTER,
];
