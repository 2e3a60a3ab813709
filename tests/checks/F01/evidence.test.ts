/** The timecard of every program: its findings show the cells that decided, under the titles that stand in the file. */
import { describe, expect, it } from "vitest";
import { payrollChecks } from "#main/reconcile/checks/payroll/index.ts";
import { evidenceRecord } from "#main/reconcile/finding.ts";
import { reconcile } from "../../support/workbench.ts";

const STATIONS = {
  name: "stations.csv",
  content: "Station,Name,State,Time Zone,DSP Short Code\nDXA4,Memphis,TN,America/Chicago,HLNE\n",
};
const ROSTER = {
  name: "staff-roster.csv",
  content:
    "Employee ID,Transporter ID,Name,State,Station,Department,Pay Rate,Hire Date,Termination Date\n" +
    "000101,T1,Maria Lopez,TN,DXA4,Drivers,20.00,2024-03-01,\n",
};

/** A shift of Maria's that nobody clocked out of, as each program writes it. */
const TIMECARDS = [
  [
    "ADP Workforce Now",
    "Payroll Name,Position ID,Pay Date,Time In,Time Out,Hours,Pay Code\n" +
      '"Lopez, Maria",000101,08/03/2026,10:00 AM,,,Regular\n',
    {
      "Payroll Name": "Lopez, Maria",
      "Position ID": "000101",
      "Pay Date": "08/03/2026",
      "Time In": "10:00 AM",
      "Time Out": "",
      Hours: "",
      "Pay Code": "Regular",
    },
  ],
  [
    "Paycom",
    "EE Code,Last Name,First Name,Punch Date,Punch Type,Time,Deleted,Last Modified,Modified By\n" +
      "000101,LOPEZ,MARIA,08/03/2026,ID,10:00 AM,No,,\n",
    {
      "EE Code": "000101",
      "Last Name": "LOPEZ",
      "First Name": "MARIA",
      "Punch Date": "08/03/2026",
      "Punch Type": "ID",
      Time: "10:00 AM",
    },
  ],
  [
    "Homebase",
    "Name,Clock in date,Clock in time,Clock out date,Clock out time,Break length,Payroll ID\n" +
      "Maria Lopez,2026-08-03,10:00 AM,,,,000101\n",
    {
      Name: "Maria Lopez",
      "Clock in date": "2026-08-03",
      "Clock in time": "10:00 AM",
      "Clock out date": "",
      "Clock out time": "",
      "Break length": "",
      "Payroll ID": "000101",
    },
  ],
  [
    "QuickBooks Time",
    "username,payroll_id,fname,lname,local_date,local_start_time,local_end_time,hours,jobcode_1\n" +
      "mlopez,000101,Maria,Lopez,2026-08-03,2026-08-03 10:00,,,Delivery\n",
    {
      username: "mlopez",
      payroll_id: "000101",
      fname: "Maria",
      lname: "Lopez",
      local_date: "2026-08-03",
      local_start_time: "2026-08-03 10:00",
      local_end_time: "",
      hours: "",
      jobcode_1: "Delivery",
    },
  ],
] as const;

describe.each(TIMECARDS)("a missing punch out in %s", (name, content, cells) => {
  it("is found and proved by its own columns", () => {
    const checks = payrollChecks.filter(({ code }) => code === "F01");
    const results = reconcile([STATIONS, ROSTER, { name: `${name} timecard.csv`, content }], checks);
    const [finding, ...others] = results.flatMap(({ findings }) => findings);
    expect(others).toEqual([]);
    expect(finding?.values.sentence).toBe(
      "Maria Lopez punched in at 10:00 AM and never out on Mon, Aug 3; the day's hours cannot be checked.",
    );
    const [row] = finding?.evidence ?? [];
    expect(row && evidenceRecord(row).cells).toEqual(cells);
  });
});
