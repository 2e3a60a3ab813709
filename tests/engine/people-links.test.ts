/** Links between people: asked about, confirmed once, remembered, checked again, and taken back. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { brokenAuditEntry } from "#main/store/audit.ts";
import { type Bench, openBench } from "../support/engine.ts";

const FILES = [
  {
    path: "stations.csv",
    bytes: "Station,Name,State,Time Zone,DSP Short Code\nDXA4,Memphis,TN,America/Chicago,ABCD\n",
  },
  {
    path: "staff-roster.csv",
    bytes:
      "Employee ID,Transporter ID,Name,State,Station,Department,Pay Rate,Hire Date,Termination Date\n" +
      "000101,A1B2C3,Maria Garcia Lopez,TN,DXA4,Drivers,20.00,2024-03-01,\n" +
      "000102,D4E5F6,John Smith,TN,DXA4,Drivers,21.00,2024-03-01,\n",
  },
  {
    path: "ABCD Service Details Report-2026-08-08.csv",
    bytes:
      "Date,Station,DSP short code,Delivery Associate,Route,Service Type,Planned Duration,Log in,Log out,Total Distance Planned,Total Distance Allowance,Distance unit,Shipments Delivered,Shipments Returned,Pickup Packages,Excluded?\n" +
      "2026-08-03,Memphis (DXA4)- Amazon.com,ABCD,Marya Garica Lopez,CX101,Standard Parcel,10 hr,2026-08-03 10:05,2026-08-03 19:50,61.2,,mi,182,0,0,no\n",
  },
  {
    path: "Timecard 2026-08-08.csv",
    bytes:
      "Company Code,Last Name,First Name,Position ID,Worked Department,State,In time,Out time,Out Punch Type,Hours,Pay Code\n" +
      "ABC,GARCIA LOPEZ,MARIA,000101,Drivers,TN,08/03/2026 10:00 AM,08/03/2026 02:00 PM,Meal Punch,,Regular\n" +
      "ABC,GARCIA LOPEZ,MARIA,000101,Drivers,TN,08/03/2026 02:30 PM,08/03/2026 08:00 PM,,,Regular\n" +
      "ABC,SMITH,JOHN,000909,Drivers,TN,08/03/2026 10:00 AM,08/03/2026 02:00 PM,,,Regular\n" +
      "ABC,SMITH,JOHN,000102,Drivers,TN,08/04/2026 10:00 AM,08/04/2026 02:00 PM,,,Regular\n",
  },
];
const MARYA = { kind: "name", text: "Marya Garica Lopez", employeeId: "000101" } as const;

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
  await bench.importPaths(await bench.put(FILES));
  await bench.check();
});
afterEach(async () => bench.close());

const asked = async () =>
  (await bench.client.findings.list({ code: "G02", status: ["open"] })).map((each) => each.subject);
const outcomeOf = async (code: string) =>
  (await bench.client.findings.coverage({ station: "DXA4" })).find((each) => each.code === code)?.outcome;

describe("a name that nobody could be matched to", () => {
  it("is asked about until somebody says whose it is, and then goes by that", async () => {
    expect(await asked()).toHaveLength(2);
    expect(await outcomeOf("F04")).toBe("cannot-verify");
    await bench.client.reference.linkPeople(MARYA);
    expect((await bench.check()).periodsChecked).toBeGreaterThan(0);
    expect(await asked()).toHaveLength(1);
    expect(await outcomeOf("F04")).toBe("agrees");
    expect((await bench.client.reference.links({})).map(({ text, name }) => [text, name])).toEqual([
      ["Marya Garica Lopez", "Maria Garcia Lopez"],
    ]);
  });

  it("is asked about again once the link is taken back", async () => {
    await bench.client.reference.linkPeople(MARYA);
    await bench.check();
    await bench.client.reference.unlinkPeople({ kind: "name", text: "GARICA LOPEZ, MARYA" });
    await bench.check();
    expect(await asked()).toHaveLength(2);
    expect(await bench.client.reference.links({})).toEqual([]);
  });

  it("goes by a payroll id as well", async () => {
    await bench.client.reference.linkPeople({ kind: "payroll id", text: "909", employeeId: "102" });
    await bench.check();
    expect(await asked()).toHaveLength(1);
  });
});

describe("links", () => {
  it("are one for a writing: the later takes the place of the earlier", async () => {
    await bench.client.reference.linkPeople(MARYA);
    await bench.client.reference.linkPeople({ ...MARYA, text: "MARYA GARICA LOPEZ", employeeId: "000102" });
    expect((await bench.client.reference.links({})).map(({ employeeId }) => employeeId)).toEqual(["000102"]);
  });

  it("are refused for an id that the roster does not have, and not found where there is none", async () => {
    await expect(bench.client.reference.linkPeople({ ...MARYA, employeeId: "777" })).rejects.toMatchObject({
      code: "REFUSED",
    });
    await expect(bench.client.reference.unlinkPeople({ kind: "name", text: "Nobody" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("stand in the audit trail with what was before", async () => {
    await bench.client.reference.linkPeople(MARYA);
    await bench.client.reference.unlinkPeople({ kind: "name", text: MARYA.text });
    const { store } = bench.engine.session.workspace;
    const trail = await store.read((db) =>
      db
        .selectFrom("audit")
        .select(["command", "before", "after"])
        .where("command", "in", ["link people", "unlink people"])
        .orderBy("seq")
        .execute(),
    );
    expect(trail.map(({ command }) => command)).toEqual(["link people", "unlink people"]);
    expect(trail[0]?.before).toBe("null");
    expect(trail[1]?.before).toBe(trail[0]?.after);
    expect(await store.read(brokenAuditEntry)).toBeNull();
  });
});
