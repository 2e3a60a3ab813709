/** A period on which hours, overtime, code, bonus and rate are wrong at once: each finding keeps its own share, and no dollar counts twice. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { extraWorth, sharesOf, worth } from "#main/reconcile/checks/payroll/register-shares.ts";
import { plainCents } from "#shared/money.ts";
import { reconcile } from "../../support/workbench.ts";

const hours = fc.record({
  worked: fc.integer({ min: 0, max: 600_000 }),
  overtime: fc.integer({ min: 0, max: 200_000 }),
  doubleTime: fc.integer({ min: 0, max: 50_000 }),
});
const cents = fc.integer({ min: 0, max: 2_000_000 });

describe("the shares of a difference", () => {
  it("sum exactly to it, whatever was wrong", () => {
    fc.assert(
      fc.property(
        fc.record({
          paid: hours,
          earned: hours,
          rate: fc.integer({ min: 1, max: 1_000_000 }),
          earnedCents: cents,
          bonusCents: fc.integer({ min: 0, max: 100_000 }),
          paidCents: cents,
          codeCents: fc.integer({ min: -50_000, max: 50_000 }),
        }),
        (compared) => {
          const shares = sharesOf(compared);
          expect(shares.hours + shares.overtime + shares.bonus + shares.code + shares.rate).toBe(shares.total);
          expect(shares.total).toBe(compared.paidCents - compared.earnedCents - compared.bonusCents);
          expect(shares.bonus).toBeLessThanOrEqual(0);
          expect(-shares.bonus).toBeLessThanOrEqual(compared.bonusCents);
        },
      ),
    );
  });

  it("say nothing of the rate where the register has hours only", () => {
    fc.assert(
      fc.property(hours, hours, (paid, earned) => {
        const rate = 200_000;
        const shares = sharesOf({ paid, earned, rate, earnedCents: 0, bonusCents: 900, paidCents: null, codeCents: 0 });
        expect(shares).toMatchObject({ bonus: 0, code: 0, rate: 0, total: shares.hours + shares.overtime });
      }),
    );
  });

  it("count a mistake of one sort in its own share alone", () => {
    const rate = 200_000;
    const right = { worked: 288_000, overtime: 48_000, doubleTime: 0 };
    const due = worth(right.worked, rate) + extraWorth(right, rate);
    const base = { paid: right, earned: right, rate, earnedCents: due, bonusCents: 0, paidCents: due, codeCents: 0 };
    const none = { hours: 0, overtime: 0, bonus: 0, code: 0, rate: 0, total: 0 };
    expect(sharesOf(base)).toEqual(none);
    expect(sharesOf({ ...base, paid: { ...right, worked: 294_000 }, paidCents: due + 2_000 })).toEqual({
      ...none,
      hours: 2_000,
      total: 2_000,
    });
    expect(sharesOf({ ...base, paid: { ...right, overtime: 0 }, paidCents: due - 8_000 })).toEqual({
      ...none,
      overtime: -8_000,
      total: -8_000,
    });
    expect(sharesOf({ ...base, paidCents: due + 500 })).toEqual({ ...none, rate: 500, total: 500 });
    expect(sharesOf({ ...base, paidCents: due + 500, codeCents: 500 })).toEqual({ ...none, code: 500, total: 500 });
    expect(sharesOf({ ...base, bonusCents: 800 })).toEqual({ ...none, bonus: -800, total: -800 });
    expect(sharesOf({ ...base, bonusCents: 800, paidCents: due + 300 })).toEqual({ ...none, bonus: -500, total: -500 });
  });
});

describe("a register with three mistakes", () => {
  it("is three findings whose amounts make up the whole difference", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_200 }),
        fc.integer({ min: 0, max: 1_200 }),
        fc.integer({ min: 1_500, max: 3_000 }),
        (extraHours, overtime, rateCents) => {
          const regular = 4_000 + extraHours;
          const straight = Math.round((regular * rateCents) / 100);
          const paid = straight + Math.round((overtime * rateCents * 3) / 200);
          const findings = reconcile(documents(regular, overtime, rateCents, paid))
            .flatMap((result) => result.findings)
            .filter(({ code }) => ["F09", "F19", "F20"].includes(code));
          const sum = findings.reduce(
            (total, each) => total + (each.direction === "overpaid" ? 1 : -1) * (each.amountCents ?? 0),
            0,
          );
          // 48 hours at 20.00 and half as much again for eight of them.
          const difference = paid - 104_000;
          // Below their tolerances (0.02 h, a cent a line and hour of overtime) the checks let a share pass.
          expect(Math.abs(sum - difference)).toBeLessThanOrEqual(100);
          if (findings.length === 3) expect(sum).toBe(difference);
        },
      ),
      { numRuns: 60 },
    );
  });
});

function documents(regular: number, overtime: number, rateCents: number, paid: number) {
  const days = ["08/03", "08/04", "08/05", "08/06", "08/07"];
  const punches = days.map(
    (day) => `ABC,REED,DANA,000200,Drivers,TN,${day}/2026 10:00 AM,${day}/2026 07:36 PM,,,Regular\n`,
  );
  const cells = [regular, overtime, 0, rateCents, 0, paid].map(plainCents).join(",");
  return [
    {
      name: "stations.csv",
      content: "Station,Name,State,Time Zone,DSP Short Code\nDXA4,Memphis,TN,America/Chicago,ABCD\n",
    },
    {
      name: "staff-roster.csv",
      content:
        "Employee ID,Transporter ID,Name,State,Station,Department,Pay Rate,Hire Date,Termination Date\n" +
        "000200,,Dana Reed,TN,DXA4,Drivers,20.00,2023-05-01,\n",
    },
    {
      name: "Timecard 2026-08-08.csv",
      content:
        "Company Code,Last Name,First Name,Position ID,Worked Department,State,In time,Out time,Out Punch Type,Hours,Pay Code\n" +
        punches.join(""),
    },
    {
      name: "payroll-register.csv",
      content:
        "Employee ID,Name,Period Start,Period End,Regular Hours,OT Hours,DT Hours,Rate,Bonus,Gross\n" +
        `000200,Dana Reed,2026-08-02,2026-08-08,${cells}\n`,
    },
  ];
}
