/** Plausible findings for the packet's tests: invented people and numbers, in the layouts of the real documents. */
import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { fontsIn } from "#main/packets/fonts.ts";
import type { PacketClaim, PacketFinding, PacketInput, SourceRow } from "#main/packets/packet.ts";
import type { SettingProgress } from "#main/packets/pdf/setting.ts";
import { TEMPLATES } from "#main/packets/templates.ts";
import { CATALOGUE, type CheckCode } from "#shared/catalogue.ts";
import { formatCents } from "#shared/money.ts";

/** The fonts as they lie in the repository. */
export const FONTS = fontsIn(fileURLToPath(new URL("../../resources/fonts", import.meta.url)));

/** A stand-in for a file's hash. */
export const sha = (text: string): string => createHash("sha256").update(text).digest("hex");

const INVOICE = "INV-DXA400-0000000614.xlsx";
const INVOICE_COLUMNS = ["Section", "Date", "Description", "Service Type", "Rate", "Quantity", "Amount"];
const SUMMARY = "ABCD Weekly Report-2026-09-12.csv";
const SUMMARY_COLUMNS = [
  "Date",
  "Station",
  "DSP Short Code",
  "Service Type",
  "Planned Duration",
  "Total Distance Planned",
  "Total Distance Allowance",
  "Planned Distance Unit",
  "AMZL late cancel",
  "DSP late cancel",
  "Quick coverage",
  "accepted",
  "completed routes",
];
const TIMECARD_COLUMNS = [
  "Company Code",
  "Last Name",
  "First Name",
  "Position ID",
  "Worked Department",
  "State",
  "In time",
  "Out time",
  "Out Punch Type",
  "Hours",
  "Pay Code",
];
const DETAILS_COLUMNS = [
  "Date",
  "Station",
  "DSP short code",
  "Delivery Associate",
  "Route",
  "Service Type",
  "Planned Duration",
  "Log in",
  "Log out",
  "Total Distance Planned",
  "Total Distance Allowance",
  "Distance unit",
  "Shipments Delivered",
  "Shipments Returned",
  "Pickup Packages",
  "Excluded?",
];

/** One source row. */
export function sourceRow(
  document: string,
  sheet: string | null,
  row: number,
  columns: readonly string[],
  cells: readonly string[],
  marked: readonly string[],
): SourceRow {
  return { document, sha256: sha(document), sheet, row, columns: [...columns], cells: [...cells], marked: [...marked] };
}

type Draft = Partial<Omit<PacketFinding, "code" | "sourceRows">> & {
  code: CheckCode;
  sourceRows?: readonly SourceRow[];
};

/** A finding from the parts a test cares about. */
export function finding(draft: Draft): PacketFinding {
  const rows = draft.sourceRows ?? [
    sourceRow(
      INVOICE,
      "Invoice",
      14,
      INVOICE_COLUMNS,
      ["Routes", "2026-09-07", "x", "x", "325.00", "1", "325.00"],
      ["Quantity"],
    ),
  ];
  const base: Omit<PacketFinding, "sourceRows"> = {
    id: `${draft.code}-${draft.subject ?? "subject"}`,
    code: draft.code,
    title: CATALOGUE[draft.code].title,
    station: "DXA4",
    period: "2026-09-06",
    subject: "Mon, Sep 7 · Rivian MEDIUM · 10 h",
    direction: CATALOGUE[draft.code].direction,
    amountCents: 32_500,
    estimated: false,
    status: "confirmed",
    sentence: "A sentence.",
    formula: "1 x 325.00 = 325.00",
    evidence: rows.map((row) => ({
      document: row.document,
      sha256: row.sha256,
      sheet: row.sheet,
      row: row.row,
      cells: Object.fromEntries(row.marked.map((title) => [title, row.cells[row.columns.indexOf(title)] ?? ""])),
    })),
    explains: [],
    deadline: "2026-09-30",
    daysLeft: 16,
    counterparty: "Amazon",
    invoiceNumber: "INV-DXA400-0000000614",
    sides: [
      { title: "Amazon paid", columns: ["Quantity"], rows: [["1"]], marked: [0] },
      { title: "The work summary says", columns: ["Completed routes"], rows: [["2"]], marked: [0] },
    ],
    notes: [],
    takesPlaceOf: [],
    sources: [],
    history: [],
    related: [],
    assignee: null,
    claim: null,
  };
  return { ...base, ...draft, sourceRows: rows };
}

const RIVIAN = "Standard Parcel Electric - Rivian MEDIUM";

function a01(): PacketFinding {
  return finding({
    code: "A01",
    subject: "Mon, Sep 7 · Standard Parcel Electric - Rivian MEDIUM · 10 h",
    amountCents: 65_000,
    sentence:
      "On Mon, Sep 7 the work summary shows 14 completed routes of Standard Parcel Electric - Rivian MEDIUM with 10 hours at DXA4; the invoice pays 12. Two routes were driven and not paid.",
    formula: "(14 completed - 12 invoiced) x 325.00 = 2 x 325.00 = 650.00",
    sides: [
      {
        title: "Amazon paid",
        columns: ["Description", "Rate", "Quantity", "Amount"],
        rows: [[`${RIVIAN} - Block of 10 Hours`, "325.00", "12", "3,900.00"]],
        marked: [2],
      },
      {
        title: "The work summary says",
        columns: ["Service type", "Planned", "Completed routes"],
        rows: [[RIVIAN, "10 hr", "14"]],
        marked: [2],
      },
    ],
    sourceRows: [
      sourceRow(
        INVOICE,
        "Invoice",
        14,
        INVOICE_COLUMNS,
        ["Routes", "2026-09-07", `${RIVIAN} - Block of 10 Hours`, RIVIAN, "325.00", "12", "3900.00"],
        ["Date", "Description", "Quantity"],
      ),
      sourceRow(
        SUMMARY,
        null,
        6,
        SUMMARY_COLUMNS,
        [
          "2026-09-07",
          "Los Angeles (DXA4)- Amazon.com",
          "ABCD",
          RIVIAN,
          "10 hr",
          "1284.6",
          "1320",
          "mi",
          "0",
          "0",
          "0",
          "0",
          "14",
        ],
        ["Date", "Service Type", "Planned Duration", "completed routes"],
      ),
    ],
    notes: [
      "Rate of the invoice's own line for this service and block: 325.00 a route, equal to the rate card in force from Sep 1, 2026.",
      "Tolerance: 0 routes.",
    ],
  });
}

function a08(): PacketFinding {
  return finding({
    code: "A08",
    subject: "Wed, Sep 9 · On-Road Experience: Driver · 10 h",
    amountCents: 25_400,
    status: "open",
    sentence:
      "On Wed, Sep 9 one on-road experience route was paid as a standard route: the work summary shows an On-Road Experience: Driver block of 10 hours, the invoice pays it at the base rate.",
    formula: "1 x (579.00 - 325.00) = 1 x 254.00 = 254.00",
    sides: [
      {
        title: "Amazon paid",
        columns: ["Description", "Rate", "Quantity"],
        rows: [
          [`${RIVIAN} - Block of 10 Hours`, "325.00", "13"],
          [`${RIVIAN} - On-Road Experience: Driver - Block of 10 Hours`, "579.00", "0"],
        ],
        marked: [1, 2],
      },
      {
        title: "The work summary says",
        columns: ["Service type", "Planned", "Completed routes"],
        rows: [
          [RIVIAN, "10 hr", "12"],
          [`${RIVIAN} - On-Road Experience: Driver`, "10 hr", "1"],
        ],
        marked: [2],
      },
    ],
    sourceRows: [
      sourceRow(
        INVOICE,
        "Invoice",
        21,
        INVOICE_COLUMNS,
        ["Routes", "2026-09-09", `${RIVIAN} - Block of 10 Hours`, RIVIAN, "325.00", "13", "4225.00"],
        ["Rate", "Quantity"],
      ),
      sourceRow(
        "ABCD Service Details Report-2026-09-12.csv",
        null,
        118,
        DETAILS_COLUMNS,
        [
          "2026-09-09",
          "Los Angeles (DXA4)- Amazon.com",
          "ABCD",
          "Nguyễn Thị Hường",
          "CX118",
          `${RIVIAN} - On-Road Experience: Driver`,
          "10 hr",
          "2026-09-09 09:41",
          "2026-09-09 19:12",
          "94.2",
          "96",
          "mi",
          "182",
          "1",
          "0",
          "no",
        ],
        ["Delivery Associate", "Service Type"],
      ),
    ],
    notes: ["Rate card: on-road experience 579.00, standard route 325.00, both in force from Sep 1, 2026."],
    takesPlaceOf: [
      { id: "A01-ore", code: "A01", label: "Wed, Sep 9 · On-Road Experience: Driver · 10 h" },
      { id: "A02-ore", code: "A02", label: "Wed, Sep 9 · Standard Parcel Electric - Rivian MEDIUM · 10 h" },
    ],
  });
}

function a13(): PacketFinding {
  return finding({
    code: "A13",
    subject: "Thu, Sep 10 · unplanned delay",
    amountCents: 1_202,
    estimated: true,
    sentence:
      "On Thu, Sep 10 the work summary shows 22 minutes of unplanned delay at DXA4; the invoice pays no hours for it.",
    formula: "(round(22 / 60, 2) - 0.00) x 32.49 = 0.37 x 32.49 = 12.02",
    sides: [
      { title: "Amazon paid", columns: ["Line", "Hours"], rows: [], marked: [] },
      {
        title: "The work summary says",
        columns: ["Unplanned delay", "Minutes", "Impacted routes"],
        rows: [["Station late start", "22", "31"]],
        marked: [1],
      },
    ],
    sourceRows: [
      sourceRow(
        "ABCD Unplanned Delay Weekly Report-2026-09-12.csv",
        null,
        4,
        ["Date", "Station", "DSP Short Code", "unplanned delay", "total delay in minutes", "Impacted routes", "Notes"],
        [
          "2026-09-10",
          "Los Angeles (DXA4)- Amazon.com",
          "ABCD",
          "Station late start",
          "22",
          "31",
          "Conveyor down at wave 2 – reported by Łukasz Żółć",
        ],
        ["total delay in minutes"],
      ),
    ],
    notes: [
      "No delay was paid in this week, so the rate is the lowest hourly rate of the rate card, 32.49: an estimate.",
    ],
  });
}

function e02(): PacketFinding {
  return finding({
    code: "E02",
    subject: "VIN 7FCEHEB78PN012345 · Unit 2087",
    station: null,
    period: "2026-09",
    amountCents: 42_192,
    counterparty: "Crestline Fleet Leasing LLC",
    invoiceNumber: "CFL-2026-09-3381",
    deadline: "2026-09-15",
    sentence:
      "Van 2087 went back on Sep 11, 2026; Crestline Fleet Leasing LLC bills it through Sep 30. 19 days are billed after the return.",
    formula: "19 days x (624.00 / 30 days) = 395.20; tax 395.20 x 6.7611 % = 26.72; 395.20 + 26.72 = 421.92",
    sides: [
      {
        title: "The lessor billed",
        columns: ["Charge", "Service period", "Amount"],
        rows: [["RENT", "Sep 1 – Sep 30", "624.00"]],
        marked: [1],
      },
      {
        title: "The lease schedule says",
        columns: ["Term", "Value"],
        rows: [
          ["On lease", "Mar 2, 2024"],
          ["Off lease", "Sep 11, 2026"],
          ["Monthly rent", "624.00"],
          ["Proration", "30"],
        ],
        marked: [1],
      },
    ],
    sourceRows: [
      sourceRow(
        "Crestline invoice September 2026 (final, corrected) – DSP ABCD – Los Angeles and Nashville.xlsx",
        "Charges",
        212,
        [
          "Unit No",
          "VIN #",
          "Charge",
          "Description",
          "Service From",
          "Service To",
          "Rate",
          "Qty",
          "Amount",
          "Tax",
          "Total Charge",
        ],
        [
          "2087",
          "7FCEHEB78PN012345",
          "RENT",
          "Monthly Rental",
          "09/01/2026",
          "09/30/2026",
          "624.00",
          "1",
          "624.00",
          "42.19",
          "666.19",
        ],
        ["Service To", "Amount", "Tax"],
      ),
      sourceRow(
        "lease-schedule.csv",
        null,
        31,
        [
          "VIN",
          "Unit",
          "Provider",
          "Contract",
          "Monthly Rent",
          "On-Lease Date",
          "Off-Lease Date",
          "Proration",
          "Mileage Allowance",
          "Overage Rate",
          "Tax Rate",
          "Allowed Fees",
          "Warranty End",
        ],
        [
          "7FCEHEB78PN012345",
          "2087",
          "Crestline Fleet Leasing LLC",
          "CFL-88-1204",
          "624.00",
          "2024-03-02",
          "2026-09-11",
          "30",
          "2500",
          "0.22",
          "6.7611",
          "MGMT_FEE:12.50; TOLL_FEE:5.00",
          "2027-03-02",
        ],
        ["Off-Lease Date", "Monthly Rent", "Proration"],
      ),
    ],
    notes: [
      "Contract CFL-88-1204: rent is prorated on a 30-day month; the day of return is paid for.",
      "The amount holds the tax that was billed on the wrong part, as a separate term.",
    ],
    takesPlaceOf: [{ id: "E01-2087", code: "E01", label: "VIN 7FCEHEB78PN012345 · RENT Sep 12 – Sep 30" }],
  });
}

function f05(): PacketFinding {
  return finding({
    code: "F05",
    subject: "Tue, Sep 8 · Maximiliana Konstantinopoulou-Featherstonehaugh",
    amountCents: 2_138,
    status: "open",
    counterparty: null,
    invoiceNumber: null,
    deadline: null,
    sentence:
      "On Tue, Sep 8 Maximiliana Konstantinopoulou-Featherstonehaugh was clocked in for 11 h 27 min on a 10 h block: 57 minutes beyond the block and its allowance of 30 minutes.",
    formula: "(687 min clocked - 600 min block - 30 min allowance) x 22.50 / 60 = 57 x 22.50 / 60 = 21.38",
    sides: [
      {
        title: "The timecard pays",
        columns: ["In", "Out", "Hours"],
        rows: [
          ["9:08 AM", "1:31 PM", "4.38"],
          ["2:01 PM", "9:05 PM", "7.07"],
        ],
        marked: [2],
      },
      {
        title: "The route pays for",
        columns: ["Route", "Block", "Log in", "Log out"],
        rows: [["CX104", "10 h", "9:22 AM", "8:41 PM"]],
        marked: [1],
      },
    ],
    sourceRows: [
      sourceRow(
        "Timecard.csv",
        null,
        402,
        TIMECARD_COLUMNS,
        [
          "ABC",
          "Konstantinopoulou-Featherstonehaugh",
          "Maximiliana",
          "ABC000231",
          "Driver DXA4",
          "CA",
          "09/08/2026 09:08 AM",
          "09/08/2026 01:31 PM",
          "Meal Punch",
          "4.38",
          "REG",
        ],
        ["In time", "Out time", "Hours"],
      ),
      sourceRow(
        "Timecard.csv",
        null,
        403,
        TIMECARD_COLUMNS,
        [
          "ABC",
          "Konstantinopoulou-Featherstonehaugh",
          "Maximiliana",
          "ABC000231",
          "Driver DXA4",
          "CA",
          "09/08/2026 02:01 PM",
          "09/08/2026 09:05 PM",
          "",
          "7.07",
          "REG",
        ],
        ["In time", "Out time", "Hours"],
      ),
    ],
    notes: [
      "Allowance beyond the block: 30 minutes (parameter of check F05).",
      "The unplanned delay of Sep 8 (15 minutes) could be claimed for it.",
    ],
  });
}

function f01(): PacketFinding {
  return finding({
    code: "F01",
    subject: "Fri, Sep 11 · Ángel Muñoz Íñiguez",
    amountCents: null,
    status: "open",
    counterparty: null,
    invoiceNumber: null,
    deadline: null,
    sentence:
      "On Fri, Sep 11 Ángel Muñoz Íñiguez has an in punch at 9:12 AM without an out punch. The day's other checks cannot be verified.",
    formula: "1 in punch, 0 out punches",
    sides: [
      { title: "The timecard has", columns: ["In", "Out"], rows: [["9:12 AM", ""]], marked: [1] },
      { title: "The route says", columns: ["Log in", "Log out"], rows: [["9:20 AM", "7:02 PM"]], marked: [] },
    ],
    sourceRows: [
      sourceRow(
        "Timecard.csv",
        null,
        511,
        TIMECARD_COLUMNS,
        ["ABC", "MUÑOZ ÍÑIGUEZ", "ÁNGEL", "ABC000198", "Driver DXA4", "CA", "09/11/2026 09:12 AM", "", "", "", "REG"],
        ["In time", "Out time"],
      ),
    ],
  });
}

/** A week's findings: Amazon, a lessor and payroll. */
export function sampleFindings(): PacketFinding[] {
  return [a01(), a08(), a13(), e02(), f05(), f01()];
}

/** A packet of the given findings. */
export function packetInput(findings: readonly PacketFinding[], more: Partial<PacketInput> = {}): PacketInput {
  return {
    packetNumber: "2026-0007",
    dspCode: "ABCD",
    workspace: "Sunrise Parcel Logistics LLC",
    preparedBy: "Renée Okafor",
    preparedAt: "2026-09-14",
    findings,
    template: TEMPLATES.internal,
    auditHead: sha("head"),
    auditExcerpt: [
      { at: "2026-09-14 08:58:12", actor: "renee", command: "import", subject: "9 files, 1,204 rows", hash: sha("1") },
      {
        at: "2026-09-14 08:58:40",
        actor: "renee",
        command: "check",
        subject: "Week 37, 2 stations: 6 findings",
        hash: sha("2"),
      },
      {
        at: "2026-09-14 09:12:03",
        actor: "renee",
        command: "confirm",
        subject: `A01 Mon, Sep 7: ${formatCents(65_000)}`,
        hash: sha("head"),
      },
    ],
    appVersion: "0.1.0",
    ...more,
  };
}

/** Runs a making to its end. */
export async function drained<T>(
  making: AsyncGenerator<SettingProgress, T>,
  onStep: (step: SettingProgress) => void = () => undefined,
): Promise<T> {
  for (;;) {
    const step = await making.next();
    if (step.done) return step.value;
    onStep(step.value);
  }
}

/** The sample's Amazon findings as a claim. */
export function amazonClaim(findings: readonly PacketFinding[], more: Partial<PacketClaim> = {}): PacketClaim {
  return {
    number: 12,
    label: "C-0012",
    counterparty: "Amazon",
    station: "DXA4",
    invoiceNumber: "INV-DXA400-0000000614",
    period: "2026-09-06",
    reference: "",
    deadline: "2026-09-30",
    submittedOn: null,
    claimed: new Map(findings.map(({ id, amountCents }) => [id, amountCents ?? 0])),
    ...more,
  };
}

/** The sample repeated with other subjects, for size. */
export function manyFindings(number: number): PacketFinding[] {
  const sample = sampleFindings();
  return Array.from({ length: number }, (_, index) => {
    const model = sample[index % sample.length] ?? a01();
    return {
      ...model,
      id: `${model.id}-${index}`,
      subject: `${model.subject} · ${index}`,
      sourceRows: model.sourceRows.map((row) => ({ ...row, row: row.row + index })),
      evidence: model.evidence.map((item) => ({ ...item, row: item.row + index })),
    };
  });
}
