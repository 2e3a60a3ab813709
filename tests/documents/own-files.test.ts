import { describe, expect, it } from "vitest";
import { csv, facts, problems } from "./support.ts";

describe("stations", () => {
  const header = "Station,Name,State,Time Zone,DSP Short Code";

  it("have a code, a state and a time zone", () => {
    expect(facts("station", csv(header, "dna4,Memphis,tn,America/Chicago,ABCD"))).toEqual([
      { station: "DNA4", name: "Memphis", state: "TN", timeZone: "America/Chicago", dspCode: "ABCD" },
    ]);
  });

  it.each([
    ["DNA4,Memphis,Tennessee,America/Chicago,A", 'State: "Tennessee" is not a state; write its two letters.'],
    ["DNA4,Memphis,TN,America/Memphis,A", 'Time Zone: "America/Memphis" is not a time zone such as America/Chicago.'],
    ["DNA4,Memphis,TN,EST,A", 'Time Zone: "EST" is not a time zone such as America/Chicago.'],
    ["Memphis,Memphis,TN,America/Chicago,A", 'Station: "Memphis" is not a station; its code looks like DNA4.'],
    ["DNA4,Memphis,,America/Chicago,A", "State: State is blank."],
  ])("with %s are a problem", (line, reason) => {
    expect(problems(csv(header, line))).toEqual([`2 ${reason}`]);
  });
});

describe("rate card", () => {
  const header = "Station,Item,Service Type,Block Hours,Rate,Effective From,Effective To";

  it("has a price per item, type, block and stretch of time", () => {
    const content = csv(
      header,
      "DNA4,Route,Standard Parcel,10,325.00,2026-01-01,",
      "DNA4,route,Standard Parcel,9.25,300.63,1/1/2026,12/31/2026",
      "DNA4,package,,,0.0625,2026-01-01,",
    );
    expect(facts("rate", content)).toEqual([
      {
        station: "DNA4",
        item: "route",
        serviceType: "Standard Parcel",
        blockMinutes: 600,
        rate: 3_250_000,
        effectiveFrom: "2026-01-01",
        effectiveTo: null,
      },
      expect.objectContaining({ blockMinutes: 555, rate: 3_006_300, effectiveTo: "2026-12-31" }),
      expect.objectContaining({ item: "package", serviceType: "", blockMinutes: null, rate: 625 }),
    ]);
  });

  it.each([
    ["DNA4,bonus,,,1,2026-01-01,", 'Item: "bonus" is none of route, training, late cancel'],
    ["DNA4,route,,10,1,2026-01-01,", "Service Type: Service Type is blank."],
    ["DNA4,route,Standard,,1,2026-01-01,", "Block Hours: Block Hours is blank."],
    ["DNA4,route,Standard,ten,1,2026-01-01,", 'Block Hours: "ten" is not a number of hours.'],
    ["DNA4,package,,,0.06255,2026-01-01,", 'Rate: "0.06255" is not a price with at most four decimals.'],
    ["DNA4,package,,,,2026-01-01,", "Rate: Rate is blank."],
    ["DNA4,package,,,1,,", "Effective From: Effective From is blank."],
    ["DNA4,package,,,1,2026-02-01,2026-01-31", "Effective To: The price ends before it begins."],
  ])("refuses the row %s", (line, reason) => {
    expect(problems(csv(header, line))).toEqual([expect.stringContaining(`2 ${reason}`)]);
  });
});

describe("staff roster", () => {
  const header = "Employee ID,Transporter ID,Name,State,Station,Department,Pay Rate,Hire Date,Termination Date";

  it("has a person a row; pay, transporter and dates may be missing", () => {
    const content = csv(
      header,
      "000126,AYLKB3,Brígida Nakamura,CA,DNA4,210401,$22.79,2024-08-08,9/1/2026",
      '000127,,"O\'Neil, Sam",CA,DNA4,,,,',
    );
    expect(facts("person", content)).toEqual([
      {
        employeeId: "000126",
        transporterId: "AYLKB3",
        name: "Brígida Nakamura",
        state: "CA",
        station: "DNA4",
        department: "210401",
        payRate: 227_900,
        hireDate: "2024-08-08",
        terminationDate: "2026-09-01",
      },
      {
        employeeId: "000127",
        transporterId: null,
        name: "O'Neil, Sam",
        state: "CA",
        station: "DNA4",
        department: "",
        payRate: null,
        hireDate: null,
        terminationDate: null,
      },
    ]);
  });

  it("makes a pay rate that cannot be read a problem, never an unpaid person", () => {
    expect(problems(csv(header, "1,,Ann,CA,DNA4,,see contract,,"))).toEqual([
      '2 Pay Rate: "see contract" is not a price with at most four decimals.',
    ]);
    expect(problems(csv(header, "1,,Ann,CA,DNA4,,-5.00,,"))).toEqual(["2 Pay Rate: A pay rate cannot be negative."]);
  });
});

describe("lease schedule", () => {
  const header =
    "VIN,Unit,Provider,Contract,Monthly Rent,On-Lease Date,Off-Lease Date,Proration,Mileage Allowance,Overage Rate,Tax Rate,Allowed Fees,Warranty End";
  const row = (cells: { rent?: string; proration?: string; tax?: string; off?: string } = {}) =>
    `1ftew 3lp3-ske46696,EL-1,Element,C-1,${cells.rent ?? '"1,084.47"'},2024-01-16,${cells.off ?? ""},${cells.proration ?? "Actual"},"2,500",0.18,${cells.tax ?? "8.25"},MGMT_FEE:12.50; TOLL_FEE:5.00,2027-01-16`;

  it("has the terms of a van's lease", () => {
    expect(facts("leaseTerm", csv(header, row()))).toEqual([
      {
        vin: "1FTEW3LP3SKE46696",
        unit: "EL-1",
        provider: "Element",
        contract: "C-1",
        monthlyRentCents: 108_447,
        onLease: "2024-01-16",
        offLease: null,
        proration: "actual",
        mileageAllowance: 2_500,
        overageRate: 1_800,
        taxRate: 82_500,
        allowedFees: "MGMT_FEE:12.50; TOLL_FEE:5.00",
        warrantyEnd: "2027-01-16",
        warrantyMiles: null,
        registeredState: "",
        plate: "",
        returnDayBilled: true,
      },
    ]);
  });

  it.each([
    ["8.25", 82_500],
    ["8.25%", 82_500],
    ["8.25 %", 82_500],
    ["0.0825", 82_500],
    ["0.5%", 5_000],
    ["0", 0],
    ["", null],
  ])("reads the tax rate %j", (tax, rate) => {
    expect(facts("leaseTerm", csv(header, row({ tax })))[0]?.taxRate).toBe(rate);
  });

  it.each([
    [{ tax: "0.5" }, 'Tax Rate: "0.5" is not a percentage; write it as 8.25%.'],
    [{ proration: "daily" }, 'Proration: "daily" is none of actual, 30, none.'],
    [{ rent: "" }, "Monthly Rent: Monthly Rent is blank."],
    [{ off: "2024-01-15" }, "Off-Lease Date: The lease ends before it begins."],
  ])("refuses %j", (cells, reason) => {
    expect(problems(csv(header, row(cells)))).toEqual([`2 ${reason}`]);
  });
});

describe("files of our own", () => {
  it("may call their columns by other names", () => {
    const stations = csv("Station Code,City,State,Timezone,DSP Code", "DXA4,Memphis,TN,America/Chicago,HBLN");
    expect(facts("station", stations)[0]).toMatchObject({ station: "DXA4", name: "Memphis", dspCode: "HBLN" });
    const card = csv("Station,Item,Service Type,Block Length,Price,Valid From", "DXA4,package,,,0.06,2026-01-01");
    expect(facts("rate", card)[0]).toMatchObject({ rate: 600, effectiveFrom: "2026-01-01" });
    const roster = csv(
      "Employee Number,Full Name,State,Station,Hourly Rate,Date of Hire",
      "E1,Dana W,TN,DXA4,21.5,2025-01-02",
    );
    expect(facts("person", roster)[0]).toMatchObject({ employeeId: "E1", payRate: 215_000, hireDate: "2025-01-02" });
    const terms = csv(
      "Serial Number,Lessor,Rent per Month,Lease Start,Return Date,Proration Method",
      "1FTEW3LP3SKE46696,Element,1084.47,2024-01-16,2026-09-30,30",
    );
    expect(facts("leaseTerm", terms)[0]).toMatchObject({
      monthlyRentCents: 108_447,
      offLease: "2026-09-30",
      proration: "30",
    });
  });
});
