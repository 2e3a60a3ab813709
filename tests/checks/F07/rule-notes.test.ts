/** A finding names the rule it rests on, and says so where nobody has checked the rule yet. */
import { describe, expect, it } from "vitest";
import { payrollChecks } from "#main/reconcile/checks/payroll/index.ts";
import { reconcile } from "../../support/workbench.ts";

/** The notes of a day of eight hours without a meal. */
function notesIn(state: string, zone: string): readonly string[] {
  const results = reconcile(
    [
      {
        name: "stations.csv",
        content: `Station,Name,State,Time Zone,DSP Short Code\nDXA4,Main Yard,${state},${zone},HLNE\n`,
      },
      {
        name: "staff-roster.csv",
        content: `Employee ID,Transporter ID,Name,State,Station,Department,Pay Rate,Hire Date,Termination Date\n000101,T1,Maria Lopez,${state},DXA4,Drivers,20.00,2024-03-01,\n`,
      },
      {
        name: "Timecard.csv",
        content: `Company Code,Last Name,First Name,Position ID,Worked Department,State,In time,Out time,Out Punch Type,Hours,Pay Code\nHLN,LOPEZ,MARIA,000101,Drivers,${state},08/03/2026 09:00,08/03/2026 17:00,,8.00,Regular\n`,
      },
    ],
    payrollChecks.filter(({ code }) => code === "F07"),
  );
  return results.flatMap(({ findings }) => findings.flatMap(({ notes }) => notes));
}

describe("the notes of a missing meal", () => {
  it("cite a confirmed rule, and say that it is no legal advice", () => {
    const notes = notesIn("CA", "America/Los_Angeles");
    expect(notes).toContain("Rule: Cal. Lab. Code 512, 226.7 (CA).");
    expect(notes.some((note) => note.includes("not legal advice"))).toBe(true);
  });

  it("say of a rule that nobody has checked that it is not confirmed", () => {
    const notes = notesIn("TN", "America/Chicago");
    expect(notes.filter((note) => note.includes("(TN). It is not confirmed"))).toHaveLength(1);
  });
});
