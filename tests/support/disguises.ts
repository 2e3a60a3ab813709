/**
 * One small plain file of every kind and layout, for the test that disguises them. A kind without one fails that test by its name: whoever
 * adds a kind adds its file here.
 */
import type { DocumentKind } from "#shared/catalogue.ts";

/** A document as anybody would write it: labels, a header, rows, perhaps a row with the total. */
export interface PlainFile {
  readonly kind: DocumentKind;
  /** Empty for a kind with one layout. */
  readonly layout: string;
  /** The file's name without its ending, which may carry its date. */
  readonly name: string;
  /** Labels above the table, one a row, with their values. */
  readonly labels: readonly (readonly [string, string])[];
  readonly titles: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The row below the table that some kinds must have: its words, and the column its amount stands in. */
  readonly total?: { readonly words: string; readonly column: string; readonly amount: string };
}

/** A header and rows in the shortest way to write them: cells parted by `|`, which is `\\|` within a cell. */
function file(
  kind: DocumentKind,
  layout: string,
  titles: string,
  rows: readonly string[],
  more: Partial<Pick<PlainFile, "name" | "labels" | "total">> = {},
): PlainFile {
  const cells = (line: string) => line.split(/(?<!\\)\|/).map((cell) => cell.replaceAll("\\|", "|").trim());
  return { kind, layout, name: "export", labels: [], titles: cells(titles), rows: rows.map(cells), ...more };
}

const amazonLabels = (type: string): PlainFile["labels"] => [
  ["Invoice Number", "INV-DXA4-0000000614"],
  ["Invoice Date", "2026-09-12"],
  ["Station", "DXA4"],
  ["Period Start", "2026-09-06"],
  ["Period End", "2026-09-12"],
  ["Invoice Type", type],
];
const INVOICE = "Section|Date|Description|Service Type|Rate|Quantity|Amount";
const totalDue = (amount: string) => ({ words: "Total Due", column: "Amount", amount });

const LEASE_LABELS: PlainFile["labels"] = [
  ["Invoice Number", "ELM-202608-01"],
  ["Invoice Date", "8/31/2026"],
  ["Due Date", "9/30/2026"],
  ["Provider", "Element"],
  ["Billing Period Start", "8/1/2026"],
  ["Billing Period End", "8/31/2026"],
];

/** Every kind and layout that is read from a table. */
export const PLAIN_FILES: readonly PlainFile[] = [
  file("stations", "", "Station|Name|State|Time Zone|DSP Short Code", [
    "DXA4|Memphis|TN|America/Chicago|HBLN",
    "DXB7|Fort Worth|TX|America/Chicago|HBLN",
  ]),
  file("rate card", "", "Station|Item|Service Type|Block Hours|Rate|Effective From|Effective To", [
    "DXA4|route|Standard Parcel|10|325.00|2026-01-01|",
    "DXA4|package|||0.06|2026-01-01|2026-12-31",
  ]),
  file(
    "staff roster",
    "",
    "Employee ID|Transporter ID|Name|State|Station|Department|Pay Rate|Hire Date|Termination Date",
    ["E104|AX7LKB3|Dana Whitlock|TN|DXA4|Drivers|21.50|2024-08-08|", "E105||Sam Ortiz|TX|DXB7||20.00||2026-09-01"],
  ),
  file(
    "lease schedule",
    "",
    "VIN|Unit|Provider|Contract|Monthly Rent|On-Lease Date|Off-Lease Date|Proration|Mileage Allowance|Overage Rate|Tax Rate|Allowed Fees|Warranty End",
    [
      "1FTEW3LP3SKE46696|EL-1|Element|C-1|1084.47|2024-01-16||actual|2500|0.18|8.25%|MGMT_FEE:12.50; TOLL_FEE:5.00|2027-01-16",
      "1FTBR2C82RKA10021|KB-7|Kingbee|C-2|990.00|2025-02-01|2026-09-30|30|||||",
    ],
  ),
  file(
    "route summary",
    "",
    "Date|Station|DSP Short Code|Service Type|Planned Duration|Total Distance Planned|Total Distance Allowance|Planned Distance Unit|AMZL late cancel|DSP late cancel|Quick coverage accepted|completed routes",
    ["2026-09-08|Memphis (DXA4)- Amazon.com|HBLN|Standard Parcel|10 hr|64.20|70.62|mi|1|0|0|12"],
  ),
  file(
    "service details",
    "",
    "Date|Station|DSP short code|Delivery Associate|Route|Service Type|Planned Duration|Log in|Log out|Total Distance Planned|Total Distance Allowance|Distance unit|Shipments Delivered|Shipments Returned|Pickup Packages|Excluded?",
    [
      "2026-09-08|Memphis (DXA4)- Amazon.com|HBLN|Dana Whitlock|CX101|Standard Parcel|10 hr|09:08|19:10|64.20|70.62|mi|188|2|4|no",
      "2026-09-08|Memphis (DXA4)- Amazon.com|HBLN|Sam Ortiz|CX101|Standard Parcel|10 hr|09:15|18:58|||mi|21|0|0|no",
    ],
  ),
  file("delivered packages", "", "Date|Station|DSP short code|Package count|Package details|Package type", [
    "2026-09-08|DXA4|HBLN|2310|Delivered|Delivery",
    "2026-09-08|DXA4|HBLN|41|Picked up|Customer pickup",
  ]),
  file(
    "training",
    "",
    "Assignment Date|Payment Date|Station|DSP Short Code|Delivery Associate|Service Type|Course Name|Chapter Name|Total Duration|DSP Payment Eligible",
    ["2026-09-07|2026-09-08|DXA4|HBLN|Dana Whitlock|Training|Road safety|Day 1|8 hr|Yes"],
  ),
  file(
    "unplanned delay",
    "",
    "Date|Station|DSP Short Code|unplanned delay|total delay in minutes|Impacted routes|Notes",
    ["2026-09-08|DXA4|HBLN|Pad congestion|22|CX101|late trailer"],
  ),
  file(
    "variable invoice",
    "",
    INVOICE,
    [
      "Routes|2026-09-08|Standard Parcel - Block of 10 Hours|Standard Parcel|325.00|12|3900.00",
      "Unplanned delay|2026-09-08|Unplanned Delay||32.49|0.37|12.02",
    ],
    { labels: amazonLabels("Variable"), total: totalDue("3912.02") },
  ),
  file(
    "variable invoice",
    "Amazon export",
    "Station|Invoice Number|Invoice Date|Invoice Type|Payment Type|Service Type Category|Service Type|Transaction Amount",
    [
      "DXA4|INV-DXA4-0000000614|2026-09-12 00:00:00|ORIGINAL|Weekly|Routes|Standard Parcel - Block of 10 Hours|3900.00",
      "DXA4|INV-DXA4-0000000614|2026-09-12 00:00:00|ORIGINAL|Weekly|Unplanned Delay|Unplanned Delay|12.02",
    ],
  ),
  file("incentive invoice", "", INVOICE, ["Incentive|2026-09-12|Fantastic Plus|Delivery Complete|0.15|10436|1565.40"], {
    labels: amazonLabels("Incentive"),
    total: totalDue("1565.40"),
  }),
  file(
    "fleet invoice",
    "",
    INVOICE,
    ["Prepayment|2026-09-01|Branded vans||750.00|20|15000.00", "Weekly high counts|2026-09-06|Branded vans|||19|"],
    { labels: amazonLabels("Fleet"), total: totalDue("15000.00") },
  ),
  file("scorecard tier", "", "Week|Station|Tier", ["2026-W37|DXA4|Fantastic Plus", "2026-09-06|DXB7|Great"]),
  file("scorecard", "", "Week|Station|Delivery Associate|Transporter ID|Overall Standing|Delivered", [
    "2026-W37|DXA4|Dana Whitlock|AX7LKB3|Fantastic Plus|812",
  ]),
  file(
    "concessions",
    "",
    "Week|Station|Delivery Associate Name|Delivery Associate ID|Delivered Packages|Packages Delivered Not Received (DNR)",
    ["2026-W37|DXA4|Dana Whitlock|AX7LKB3|812|3"],
  ),
  file("payments", "", "Payment Date|Payment Number|Invoice Number|Amount", [
    "2026-09-25|PAY-7001|INV-DXA4-0000000614|3912.02",
    "2026-09-25|PAY-7001|INV-DXA4-0000000615|1565.40",
  ]),
  file("bank statement", "", "Date|Description|Amount", [
    "2026-09-25|AMAZON DES PAYMENTS 7001|5477.42",
    "2026-09-26|ELEMENT FLEET|-1084.47",
  ]),
  file(
    "vehicles",
    "",
    "vin|serviceType|vehicleName|licensePlateNumber|make|model|subModel|status|statusReasonMessage|operationalStatus|vehicleProvider|vehicleRegistrationType|year|type|ownershipType|ownershipStartDate|ownershipEndDate|registrationExpiryDate|registeredState|serviceTier|stationCode",
    [
      "1FTEW3LP3SKE46696|Standard Parcel|EV 12|9TN664A|Ford|Transit|T250|ACTIVE||OPERATIONAL|ELEMENT|PERMANENT|2025|CARGO_VAN|LEASE|2024-01-16||2027-01-31|TN|MEDIUM|DXA4",
    ],
  ),
  file(
    "itineraries",
    "",
    "Transporter Id|Driver name|DSP|Route code|Progress Status|Delivery Service Type|cortex_vin_number|All stops|Stops complete|total packages|App sign in|App sign out",
    [
      "AX7LKB3|Dana Whitlock|HBLN|CX101 \\| CX102|COMPLETED|Standard Parcel|1FTEW3LP3SKE46696|160|160|190|9:08 AM|7:10 PM",
    ],
    { name: "Itineraries_2026-09-08" },
  ),
  file(
    "rental rates",
    "",
    "Provider|Contract|VIN|Class|Day Rate|Week Rate|Month Rate|Month Days|Effective From|Effective To",
    [
      "Enterprise|RA-1042|1FTBR2C82RKA10021||65.00|350.00|1200.00|30|2026-01-01|2026-06-30",
      "Kingbee|||Cargo Van||325.00|1150.00||2026-01-01|",
    ],
  ),
  file("charge words", "", "Lessor's Words|Charge Code|Provider", [
    "Connected vehicle program|MGMT_FEE|Element",
    "Keys|OTHER|",
  ]),
  file("service aliases", "", "Invoice Description|Service Type", [
    "Std Parcel Electric - Block of 10 Hours|Standard Parcel Electric",
  ]),
  file("cancellations", "", "Date|Station|Service Type|Cancelled By|Time|Note", [
    "2026-09-08|DXA4|Standard Parcel|Amazon|6:40 AM|called at the pad",
  ]),
  file(
    "timecard",
    "ADP Workforce Now",
    "Company Code|Last Name|First Name|Position ID|Worked Department|State|In time|Out time|Out Punch Type|Hours|Pay Code",
    [
      "HBL|Whitlock|Dana|HBL000104|Drivers|TN|09/08/2026 09:08 AM|09/08/2026 01:30 PM|Meal Punch|4.37|Regular",
      "HBL|Whitlock|Dana|HBL000104|Drivers|TN|09/08/2026 02:00 PM|09/08/2026 07:10 PM||5.17|Regular",
    ],
  ),
  file(
    "timecard",
    "Paycom Punch Audit",
    "EE Code|Last Name|First Name|Punch Date|Punch Type|Time|Deleted|Last Modified|Modified By|Delivery Station Code",
    [
      "E104|Whitlock|Dana|09/08/2026|ID|09:08 AM|No|||DXA4",
      "E104|Whitlock|Dana|09/08/2026|OD|07:10 PM|No|09/09/2026 08:00 AM|R. Manager|DXA4",
    ],
  ),
  file(
    "timecard",
    "Homebase",
    "Name|Clock in date|Clock in time|Clock out date|Clock out time|Break start|Break end|Break length|Break type|Payroll ID|Role|Wage|Actual hours|Regular|Overtime",
    [
      "Dana Whitlock|09/08/2026|9:08 AM|09/08/2026|7:10 PM|1:30 PM|2:00 PM|0.5|Unpaid|E104|Driver|21.50|9.53|8|1.53",
      "Sam Ortiz|09/08/2026|9:15 AM|09/08/2026|5:00 PM|||||E105|Driver|20.00|7.75|7.75|",
    ],
  ),
  file(
    "timecard",
    "QuickBooks Time",
    "username|payroll_id|fname|lname|number|group|local_date|local_day|local_start_time|local_end_time|tz|hours|jobcode_1|notes|approved_status",
    [
      "dana.w|E104|Dana|Whitlock|104|Drivers|2026-09-08|Tue|9:08 AM|1:30 PM|-5|4.37|Delivery||approved",
      "dana.w|E104|Dana|Whitlock|104|Drivers|2026-09-08|Tue|2:00 PM|7:10 PM|-5|5.17|Delivery||approved",
    ],
  ),
  file(
    "payroll register",
    "ADP pay data (EPI)",
    "Co Code|Batch ID|File #|Reg Hours|O/T Hours|Hours 3 Code|Hours 3 Amount",
    ["HBL|B1|000104|78.50|4.25|PTO|8", "HBL|B1|000105|80|||"],
    { name: "epi 2026-08-30 to 2026-09-12" },
  ),
  file(
    "payroll register",
    "RUN Powered by ADP",
    "Company Code|Pay Frequency|Pay Period Start Date|Pay Period End Date|Employee ID|Earnings Code|Pay Hours|Dollars|Separate Check|Worked In Dept|Rate Code",
    [
      "HBL|B|08/30/2026|09/12/2026|104|REG|78.50||0|Drivers|BASE",
      "HBL|B|08/30/2026|09/12/2026|104|BONUS||150.00|0|Drivers|",
    ],
  ),
  file(
    "payroll register",
    "Paychex Flex",
    "Client ID|Worker ID|Org|Job Number|Pay Component|Rate|Rate Number|Hours|Units|Line Date|Amount",
    ["0041|104|Drivers||Hourly|21.50|1|78.50||09/12/2026|1687.75"],
    { name: "paychex 2026-08-30 to 2026-09-12" },
  ),
  file(
    "payroll register",
    "Gusto",
    "first_name|last_name|title|Regular hours|Overtime hours|Vacation hours",
    ["Dana|Whitlock|Driver|78.50|4.25|8"],
    { name: "gusto 2026-08-30 to 2026-09-12" },
  ),
  file(
    "payroll register",
    "Payroll register",
    "Employee ID|Name|Period Start|Period End|Regular Hours|Rate|OT Hours|DT Hours|Bonus|Gross",
    ["E104|Dana Whitlock|2026-08-30|2026-09-12|78.50|21.50|4.25|0|150.00|1974.81"],
  ),
  file(
    "lease invoice",
    "",
    "VIN|Unit|Plate|Contract|Charge Code|Description|Service From|Service To|Quantity|Rate|Amount|Tax|Total|Odometer|Reference Invoice",
    [
      "1FTEW3LP3SKE46696|EL-1|9TN664A|C-1|PRORATE|Prorated rental|8/1/2026|8/10/2026|1|349.83|349.83|28.86|378.69|12034|",
      "1FTEW3LP3SKE46696|EL-1|9TN664A|C-1|CREDIT|Credit for July|7/1/2026|7/31/2026|||-50.00|-4.13|-54.13||ELM-202607-01",
    ],
    { labels: LEASE_LABELS },
  ),
  file(
    "lease invoice",
    "Letterhead or unit numbers",
    "Unit|Plate|Contract|Description|Service From|Service To|Amount|Tax|Total",
    ["UH-20|8TX112C|R-9|Cargo van rental|8/1/2026|8/31/2026|980.00|80.85|1060.85"],
    { labels: LEASE_LABELS.map(([label, value]) => [label, value === "Element" ? "U-Haul" : value] as const) },
  ),
];
