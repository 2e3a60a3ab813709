/** What Setup asks: names and descriptions that nobody settled yet, each until it is answered. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Bench, openBench } from "../support/engine.ts";

const ROUTES =
  "Date,Station,DSP short code,Delivery Associate,Route,Service Type,Planned Duration,Log in,Log out,Total Distance Planned,Total Distance Allowance,Distance unit,Shipments Delivered,Shipments Returned,Pickup Packages,Excluded?\n";
const drove = (day: string) =>
  `${day},Memphis (DXA4)- Amazon.com,ABCD,Marya Garica Lopez,CX101,Standard Parcel,10 hr,${day} 10:05,${day} 19:50,61.2,,mi,182,0,0,no\n`;
const FILES = [
  { path: "stations.csv", bytes: "Station,Name,State,Time Zone\nDXA4,Memphis,TN,America/Chicago\n" },
  {
    path: "staff-roster.csv",
    bytes:
      "Employee ID,Transporter ID,Name,State,Station,Department,Pay Rate,Hire Date,Termination Date\n" +
      "000101,A1B2C3,Maria Garcia Lopez,TN,DXA4,Drivers,20.00,2024-03-01,\n" +
      "000102,D4E5F6,John Smith,TN,DXA4,Drivers,21.00,2024-03-01,\n",
  },
  { path: "ABCD Service Details Report-2026-08-08.csv", bytes: `${ROUTES}${drove("2026-08-03")}` },
  { path: "ABCD Service Details Report-2026-08-15.csv", bytes: `${ROUTES}${drove("2026-08-10")}` },
  {
    path: "Timecard 2026-08-08.csv",
    bytes:
      "Company Code,Last Name,First Name,Position ID,Worked Department,State,In time,Out time,Out Punch Type,Hours,Pay Code\n" +
      "ABC,SMITH,JOHN,000909,Drivers,TN,08/03/2026 10:00 AM,08/03/2026 02:00 PM,,,Regular\n" +
      "ABC,SMITH,JOHN,000102,Drivers,TN,08/04/2026 10:00 AM,08/04/2026 02:00 PM,,,Regular\n",
  },
  {
    path: "ABCD Weekly Report-2026-08-08.csv",
    bytes:
      "Date,Station,DSP Short Code,Service Type,Planned Duration,Total Distance Planned,Total Distance Allowance,Planned Distance Unit,AMZL late cancel,DSP late cancel,Quick coverage,accepted,completed routes\n" +
      "2026-08-03,Memphis (DXA4)- Amazon.com,ABCD,Standard Parcel,10 hr,88.4,0,mi,0,0,0,0,2\n",
  },
  {
    path: "INV-ABCDEF-0000000614.csv",
    bytes:
      "Invoice Number,INV-ABCDEF-0000000614\nInvoice Date,2026-08-08\nStation,DXA4\nPeriod Start,2026-08-02\n" +
      "Period End,2026-08-08\nInvoice Type,Variable\nStatus,New\nDispute Window Closes,2026-08-26\n" +
      "Section,Date,Description,Service Type,Rate,Quantity,Amount\n" +
      "Routes,2026-08-03,Standard Parcel - Block of 10 Hours,Standard Parcel,325.00,1,325.00\n" +
      "Routes,2026-08-03,Big Blue Van - Block of 10 Hours,Big Blue Van,325.00,1,325.00\nTotal Due,,,,,,650.00\n",
  },
];

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
  await bench.importPaths(await bench.put(FILES));
  await bench.check();
});
afterEach(() => bench.close());

const names = () => bench.client.reference.nameMatches({});
const asked = async () => (await bench.client.reference.aliases({})).asked;

describe("a name that the roster does not settle", () => {
  it("is asked once for all its weeks, with whom it may mean", async () => {
    const marya = (await names()).find(({ link }) => link.kind === "name");
    expect(marya).toMatchObject({
      link: { kind: "name", text: "Marya Garica Lopez" },
      candidates: [{ name: "Maria Garcia Lopez", employeeId: "000101", station: "DXA4" }],
    });
    expect(marya?.findings).toHaveLength(2);
  });

  it("with a payroll id is asked by that, as two people may have the name", async () => {
    expect((await names()).map(({ link }) => link)).toContainEqual({ kind: "payroll id", text: "000909" });
  });

  it("is asked no more once it is answered, even before the next check", async () => {
    await bench.client.reference.linkPeople({ kind: "name", text: "GARICA LOPEZ, MARYA", employeeId: "101" });
    expect((await names()).map(({ link }) => link.kind)).toEqual(["payroll id"]);
    const [john] = await names();
    await bench.client.findings.decide({ ids: john?.findings ?? [], decision: "dismiss", reason: "Not the same" });
    expect(await names()).toEqual([]);
    await bench.check();
    expect(await names()).toEqual([]);
  });
});

describe("a description that nobody named", () => {
  it("is asked with the services of its week, until it is taught", async () => {
    expect(await asked()).toMatchObject([
      { description: "Big Blue Van - Block of 10 Hours", named: ["Standard Parcel"] },
    ]);
    const alias = { description: "big blue van – block of 10 hours", serviceType: "Standard Parcel" };
    expect(await bench.client.reference.teachAlias(alias)).toEqual({ changed: true });
    expect(await asked()).toEqual([]);
    await bench.check();
    expect(await bench.client.findings.list({ code: "A22", status: ["open"] })).toEqual([]);
  });

  it("is offered every service type that documents name", async () => {
    expect((await bench.client.reference.aliases({})).serviceTypes).toEqual(["Standard Parcel"]);
  });
});

describe("the wage rules", () => {
  it("each say something, name their source, and whether it was looked up", async () => {
    const { rules, programme } = await bench.client.reference.wageRules({});
    expect(programme).toHaveLength(4);
    expect(rules.filter(({ says, citation }) => says.includes("undefined") || citation === "")).toEqual([]);
    expect(rules.find(({ id }) => id === "us-weekly-overtime")).toMatchObject({
      says: "One and a half times the regular rate after 40 h in a week.",
      confirmed: true,
    });
    expect(rules.some(({ confirmed }) => !confirmed)).toBe(true);
  });
});
