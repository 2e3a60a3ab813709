/** Minutes of a day that several checks could count: each minute is counted at most once, and never more than was clocked. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { payrollChecks } from "#main/reconcile/checks/payroll/index.ts";
import { hundredthsOfHours, wallTime } from "#shared/hours.ts";
import { payFor } from "#shared/money.ts";
import { reconcile } from "../../support/workbench.ts";

const DAY = "2026-08-03";
const CODES = ["F02", "F03", "F05", "F06"];
const at = (minutes: number) => wallTime(DAY, minutes).slice(11);

interface Shift {
  readonly start: number;
  readonly length: number;
  readonly logIn: number;
  readonly logOut: number;
  readonly block: number;
}

function amounts({ start, length, logIn, logOut, block }: Shift): Map<string, number> {
  const results = reconcile(
    [
      {
        name: "stations.csv",
        content: "Station,Name,State,Time Zone,DSP Short Code\nDXA4,Fort Worth,TX,America/Chicago,HLNE\n",
      },
      {
        name: "staff-roster.csv",
        content:
          "Employee ID,Transporter ID,Name,State,Station,Department,Pay Rate,Hire Date,Termination Date\n000101,T1,Maria Lopez,TX,DXA4,Drivers,60.00,2024-03-01,\n",
      },
      {
        name: "Service Details Report.csv",
        content: `Date,Station,DSP short code,Delivery Associate,Route,Service Type,Planned Duration,Log in,Log out,Total Distance Planned,Total Distance Allowance,Distance unit,Shipments Delivered,Shipments Returned,Pickup Packages,Excluded?\n${DAY},Fort Worth (DXA4)- Amazon.com,HLNE,Maria Lopez,CX101,Standard Parcel,${block} hr,${DAY} ${at(logIn)},${DAY} ${at(logOut)},50,50,mi,180,0,0,no\n`,
      },
      {
        name: "Training Weekly Report.csv",
        content: `Assignment Date,Payment Date,Station,DSP Short Code,Delivery Associate,Service Type,Course Name,Chapter Name,Total Duration,DSP Payment Eligible\n`,
      },
      {
        name: "Timecard.csv",
        content: `Company Code,Last Name,First Name,Position ID,Worked Department,State,In time,Out time,Out Punch Type,Hours,Pay Code\nHLN,LOPEZ,MARIA,000101,Drivers,TX,08/03/2026 ${at(start)},08/03/2026 ${at(start + length)},,${hundredthsOfHours(length) / 100},Regular\n`,
      },
    ],
    payrollChecks.filter(({ code }) => CODES.includes(code)),
  );
  const found = new Map<string, number>();
  for (const { code, direction, amountCents } of results.flatMap(({ findings }) => findings))
    if (direction === "overpaid") found.set(code, (found.get(code) ?? 0) + (amountCents ?? 0));
  return found;
}

it("never counts a minute twice", () => {
  const shift = fc
    .record({
      start: fc.integer({ min: 300, max: 600 }),
      length: fc.integer({ min: 60, max: 800 }),
      early: fc.nat({ max: 1000 }),
      seen: fc.nat({ max: 1000 }),
      block: fc.constantFrom(8, 10),
    })
    .map(({ start, length, early, seen, block }): Shift => {
      const logIn = start + Math.floor((early * (length - 2)) / 1000);
      return {
        start,
        length,
        logIn,
        logOut: logIn + 1 + Math.floor((seen * (start + length - logIn - 1)) / 1000),
        block,
      };
    });
  fc.assert(
    fc.property(shift, (each) => {
      const { start, length, logIn, logOut, block } = each;
      const found = amounts(each);
      const over = Math.max(0, length - block * 60 - 30);
      const idle = Math.max(0, logIn - start - 10) + Math.max(0, start + length - logOut - 15);
      // At 60 an hour a minute is a dollar.
      expect(found.get("F05") ?? 0).toBe(payFor(over, 600_000));
      expect(found.get("F06") ?? 0).toBe(payFor(Math.max(0, idle - over), 600_000));
      expect([...found.values()].reduce((sum, cents) => sum + cents, 0)).toBe(payFor(Math.max(idle, over), 600_000));
    }),
    { numRuns: 60 },
  );
});
