/** The ledger through the contract: which rows it lists, in what order and pages, and where each stands. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { LedgerQuery, LedgerRowOf, LedgerTable } from "#shared/contract/ledger.ts";
import { type Bench, openBench } from "../support/engine.ts";
import { generateCompany } from "../support/sample/company.ts";

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(async () => bench.close());

const EVERYTHING = { station: null, from: null, to: null, search: "", offset: 0, limit: 1000 };

/** A page of a table, its rows typed by it. */
async function rows<T extends LedgerTable>(table: T, ask: Partial<LedgerQuery> = {}) {
  const page = await bench.client.ledger.rows({ ...EVERYTHING, ...ask, table });
  const own = page.rows.filter((row): row is LedgerRowOf<T> => row.table === table);
  return { ...page, rows: own };
}

const put = async (...files: { path: string; bytes: string }[]) => bench.importPaths(await bench.put(files));
const csv = (path: string, ...lines: string[]) => ({ path, bytes: lines.join("\n") });

const STATIONS = csv(
  "stations.csv",
  "Station,Name,State,Time Zone,DSP Short Code",
  "DXA4,Memphis,TN,America/Chicago,HBLN",
  "DXB7,Fort Worth,TX,America/Chicago,HBLN",
);
const ROSTER = csv(
  "staff-roster.csv",
  "Employee ID,Transporter ID,Name,State,Station,Department,Pay Rate,Hire Date,Termination Date",
  "E104,AX7LKB3,Dana Whitlock,TN,DXA4,Drivers,21.50,2024-08-08,",
  "E105,,Sam Ortiz,TX,DXB7,Drivers,20.00,,",
  "E106,,Sam Ortiz,TX,DXB7,Drivers,20.00,,",
  "E107,,Lee Novak,TX,DXB7,Drivers,20.00,,2026-01-31",
);
const SERVICE =
  "Date,Station,DSP short code,Delivery Associate,Route,Service Type,Planned Duration,Log in,Log out,Total Distance Planned,Total Distance Allowance,Distance unit,Shipments Delivered,Shipments Returned,Pickup Packages,Excluded?";
const route = (day: string, associate: string, code: string) =>
  `${day},Memphis (DXA4)- Amazon.com,HBLN,${associate},${code},Standard Parcel - Large Van,10 hr,${day} 10:00:00,${day} 20:00:00,60,60,mi,100,1,0,no`;
const ROUTES = csv(
  "service-details.csv",
  SERVICE,
  route("2026-08-03", "Dana Whitlock", "CX1"),
  route("2026-08-04", "Sam Ortiz", "CX2"),
  route("2026-08-05", "Robin Vale", "CX3"),
);
const TIMECARD = csv(
  "timecard.csv",
  "Company Code,Last Name,First Name,Position ID,Worked Department,State,In time,Out time,Out Punch Type,Hours,Pay Code",
  "HBL,WHITLOCK,DANA,E104,100,TN,08/03/2026 09:30 AM,08/03/2026 08:00 PM,,10.50,Regular",
  "HBL,ORTIZ,SAM,E105,100,TX,08/04/2026 09:30 AM,,,,Regular",
);
const invoice = (number: string, from: string, to: string, total: string) =>
  csv(
    `${number}.csv`,
    `Invoice Number,${number}`,
    `Invoice Date,${to}`,
    "Station,DXA4",
    `Period Start,${from}`,
    `Period End,${to}`,
    "Invoice Type,Variable",
    "Section,Date,Description,Service Type,Rate,Quantity,Amount",
    `Other,${from},Weekly support payment,,,1,${total}`,
    `Total Due,,,,,,${total}`,
  );
const LEASE = csv(
  "lease.csv",
  "Invoice Number,ELM-202608-01",
  "Invoice Date,8/31/2026",
  "Due Date,9/30/2026",
  "Provider,Element",
  "Billing Period Start,8/1/2026",
  "Billing Period End,8/31/2026",
  "VIN,Unit,Plate,Contract,Charge Code,Description,Service From,Service To,Quantity,Rate,Amount,Tax,Total,Odometer,Reference Invoice",
  "1FTBR1C85PKA12345,EL-1,TN1,C-1,RENT,Monthly rental,8/1/2026,8/31/2026,1,1000.00,1000.00,97.50,1097.50,,",
  "1FTBR1C86PKA12346,EL-2,TN2,C-2,RENT,Monthly rental,8/1/2026,8/31/2026,1,900.00,900.00,87.75,987.75,,",
);

describe("invoices", () => {
  beforeEach(() =>
    put(
      invoice("INV-HBLN-1", "2026-08-02", "2026-08-08", "600.00"),
      invoice("INV-HBLN-2", "2026-08-09", "2026-08-15", "700.00"),
      LEASE,
    ),
  );

  it("lists Amazon's and the lessors' heads, issued last first, a lessor's with what its lines come to", async () => {
    const { rows: heads } = await rows("invoices");
    expect(heads.map((row) => [row.invoiceNumber, row.provider, row.totalCents])).toEqual([
      ["ELM-202608-01", "Element", 208_525],
      ["INV-HBLN-2", null, 70_000],
      ["INV-HBLN-1", null, 60_000],
    ]);
    expect(heads.map((row) => [row.dueOn, row.disputeCloses, row.daysLeft])).toEqual([
      ["2026-09-30", null, null],
      [null, "2026-08-29", 11],
      [null, "2026-08-22", 4],
    ]);
  });

  it.each([
    ["2026-08-08", "2026-08-08", ["ELM-202608-01", "INV-HBLN-1"]],
    ["2026-08-09", "2026-08-09", ["ELM-202608-01", "INV-HBLN-2"]],
    ["2026-09-01", null, []],
    [null, "2026-07-31", []],
  ])("from %s to %s lists those whose period meets it", async (from, to, numbers) => {
    const page = await rows("invoices", { from, to });
    expect(page.rows.map((row) => row.invoiceNumber)).toEqual(numbers);
    expect([page.total, page.stored]).toEqual([numbers.length, true]);
  });

  it("leaves lessors out for one station, and finds by a part of the number", async () => {
    expect((await rows("invoices", { station: "DXA4" })).rows.map((row) => row.invoiceNumber)).toEqual([
      "INV-HBLN-2",
      "INV-HBLN-1",
    ]);
    expect((await rows("invoices", { search: "elm" })).total).toBe(1);
    expect((await rows("invoices", { search: "100%_" })).total).toBe(0);
  });

  it("lists an invoice once where its export is here as well, and the export alone where it is all there is", async () => {
    await put(
      csv(
        "export.csv",
        "Station,Invoice Number,Invoice Date,Invoice Type,Payment Type,Service Type Category,Service Type,Transaction Amount",
        "DXA4,INV-HBLN-1,2026-08-08 00:00:00,ORIGINAL,Weekly,Routes,Standard Parcel - Block of 10 Hours,600.00",
        "DXA4,INV-HBLN-3,2026-08-22 00:00:00,ORIGINAL,Weekly,Routes,Standard Parcel - Block of 10 Hours,650.00",
      ),
    );
    const amazon = (await rows("invoices", { station: "DXA4" })).rows;
    expect(amazon.map((row) => [row.invoiceNumber, row.totalCents])).toEqual([
      ["INV-HBLN-3", 65_000],
      ["INV-HBLN-2", 70_000],
      ["INV-HBLN-1", 60_000],
    ]);
  });

  it("leads to the row that names it", async () => {
    const [head] = (await rows("invoices", { search: "INV-HBLN-1" })).rows;
    if (!head) throw new Error("nothing is listed");
    const source = await bench.client.ledger.source(head.ref);
    expect(source).toMatchObject({ document: "INV-HBLN-1.csv", sheet: null, row: 1 });
    expect(Object.values(source.cells)).toContain("INV-HBLN-1");
  });

  it("says of a row that was taken back that it is gone", async () => {
    const [head] = (await rows("invoices", { search: "INV-HBLN-1" })).rows;
    const stored = await bench.client.documents.history({});
    await bench.client.documents.undo({ documentIds: stored.map(({ id }) => id) });
    expect((await rows("invoices")).stored).toBe(false);
    await expect(bench.client.ledger.source(head?.ref ?? { type: "invoice", id: 1 })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("lists the lines of one van", async () => {
    const lines = await rows("leaseLines", { search: "1FTBR1C86PKA12346", from: "2026-08-01", to: "2026-08-31" });
    expect(lines.rows.map((row) => [row.unit, row.totalCents])).toEqual([["EL-2", 98_775]]);
  });
});

describe("people", () => {
  beforeEach(() => put(STATIONS, ROSTER, ROUTES, TIMECARD));

  it("shows first who could not be matched, then the roster with how documents write each", async () => {
    const { rows: people } = await rows("people");
    expect(people.map((row) => [row.name, row.employeeId, row.state])).toEqual([
      ["Robin Vale", "", "unmatched"],
      ["Sam Ortiz", "", "several"],
      ["Dana Whitlock", "E104", "matched"],
      ["Lee Novak", "E107", "no records"],
      ["Sam Ortiz", "E105", "matched"],
      ["Sam Ortiz", "E106", "no records"],
    ]);
    expect(people[1]?.writtenAs).toEqual([
      "Sam Ortiz (routes)",
      "could be Sam Ortiz, E105",
      "could be Sam Ortiz, E106",
    ]);
    expect(people[2]?.writtenAs).toEqual(["Dana Whitlock (routes)", "WHITLOCK, DANA (timecards)"]);
    expect(people[2]?.lastSeen).toBe("2026-08-03");
  });

  it("goes by what somebody said once", async () => {
    await bench.client.reference.linkPeople({ kind: "name", text: "Robin Vale", employeeId: "E107" });
    const { rows: people } = await rows("people", { search: "novak" });
    expect(people.map((row) => [row.state, row.writtenAs])).toEqual([["matched", ["Robin Vale (routes)"]]]);
  });

  it("gives a timecard without a station that of its person, also for choosing", async () => {
    const ask = async (station: string | null) =>
      (await rows("timecards", { station })).rows.map((row) => [row.name, row.station, row.out]);
    expect(await ask("DXA4")).toEqual([["Dana Whitlock", "DXA4", "2026-08-03T20:00"]]);
    expect(await ask("DXB7")).toEqual([["Sam Ortiz", "DXB7", null]]);
    expect(await ask("DXC1")).toEqual([]);
    expect(await ask(null)).toHaveLength(2);
  });
});

describe("payments", () => {
  it("lists remittances and the bank's lines together, the latest first", async () => {
    await put(
      csv("remittances.csv", "Payment Date,Payment Number,Invoice Number,Amount", "2026-08-14,PAY-1,INV-HBLN-1,600.00"),
      csv(
        "bank.csv",
        "Date,Description,Amount",
        "2026-08-17,AMAZON PAYMENTS,600.00",
        "2026-08-13,ELEMENT FLEET,-900.00",
      ),
    );
    const { rows: paid } = await rows("payments");
    expect(paid.map((row) => [row.date, row.sort, row.amountCents])).toEqual([
      ["2026-08-17", "bank", 60_000],
      ["2026-08-14", "remittance", 60_000],
      ["2026-08-13", "bank", -90_000],
    ]);
  });
});

describe("pages", () => {
  it("come to the whole table, each row once, whatever the size of a page", async () => {
    const { files } = generateCompany({
      seed: 3,
      stations: 1,
      weeks: 1,
      routesPerDay: 5,
      firstSunday: "2026-08-02",
      leaks: true,
    });
    await bench.importPaths(await bench.put(files));
    for (const table of ["routes", "timecards", "people"] as const) {
      const whole = (await rows(table)).rows.map(({ ref }) => `${ref.type} ${ref.id}`);
      expect(new Set(whole).size).toBe(whole.length);
      const parts: string[] = [];
      for (let offset = 0; offset < whole.length; offset += 7)
        parts.push(...(await rows(table, { offset, limit: 7 })).rows.map(({ ref }) => `${ref.type} ${ref.id}`));
      expect(parts).toEqual(whole);
    }
  });
});
