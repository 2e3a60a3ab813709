import { describe, expect, it } from "vitest";
import { csv, facts, interpret, problems, xlsx } from "./support.ts";

const MEMPHIS = "Memphis (DNA4)- Amazon.com";

describe("route summary", () => {
  const header =
    "Date,Station,DSP Short Code,Service Type,Planned Duration,Total Distance Planned,Total Distance Allowance,Planned Distance Unit,AMZL late cancel,DSP late cancel,Quick coverage,accepted,completed routes";
  const row = (station: string, duration: string, completed: string) =>
    `2026-09-12,${station},ABCD,Standard Parcel,${duration},"1,204",1300,mi,1,0,2,7,${completed}`;

  it("counts completed, cancelled and quick-coverage routes by day, type and block", () => {
    expect(facts("dayTally", csv(header, row(MEMPHIS, "9 hr 15 min", "10")))).toEqual([
      {
        station: "DNA4",
        date: "2026-09-12",
        serviceType: "Standard Parcel",
        blockMinutes: 555,
        completed: 10,
        amazonLateCancel: 1,
        dspLateCancel: 0,
        quickCoverage: 2,
        isRoute: true,
      },
    ]);
  });

  it("takes the station's code out of its name, never the postal code", () => {
    const station = "Portsmouth (DPO1) - Amazon Logistics (PO9 2NG)";
    expect(facts("dayTally", csv(header, row(station, "10 hr", "1")))[0]?.station).toBe("DPO1");
  });

  it("may keep the comma of quick coverage inside one title", () => {
    const titles = header.replace("Quick coverage,accepted", '"Quick coverage, accepted"');
    const content = csv(titles, `2026-09-12,${MEMPHIS},ABCD,Standard Parcel,10 hr,1,1,mi,0,0,3,5`);
    expect(facts("dayTally", content)[0]).toMatchObject({ quickCoverage: 3, completed: 5 });
  });

  it.each([
    ['"10,436"', 10_436],
    ["10436.0", 10_436],
    ["10 436", 10_436],
    ["10.436", 10_436],
    ["0", 0],
  ])("reads the count %s", (printed, count) => {
    expect(facts("dayTally", csv(header, row(MEMPHIS, "10 hr", printed)))[0]?.completed).toBe(count);
  });

  it.each([
    ["", "completed routes is blank."],
    ["ten", '"ten" is not a whole number.'],
    ["10.000", '"10.000" is not a whole number.'],
    ["10.5", '"10.5" is not a whole number.'],
    ["-1", '"-1" is not a whole number.'],
  ])("makes the count %j a problem, never a zero", (printed, reason) => {
    const content = csv(header, row(MEMPHIS, "10 hr", "4"), row(MEMPHIS, "10 hr", printed));
    expect(facts("dayTally", content)).toHaveLength(1);
    expect(problems(content)).toEqual([`3 completed routes: ${reason}`]);
  });

  it("says of a problem where and when the row belongs, as far as the rest of it can be read", () => {
    const [problem] = interpret(csv(header, row(MEMPHIS, "soon", "4"))).problems;
    expect(problem).toEqual({
      sheet: null,
      row: 2,
      column: "Planned Duration",
      text: "soon",
      reason: '"soon" is not a duration such as 9 hr 15 min.',
      station: "DNA4",
      day: "2026-09-12",
    });
    const [lost] = interpret(csv(header, row("Memphis", "10 hr", "4"))).problems;
    expect(lost).toMatchObject({ station: null, day: "2026-09-12" });
  });

  it("names every unreadable cell of a row", () => {
    expect(problems(csv(header, row("Memphis", "soon", "x"))).length).toBe(3);
  });
});

describe("service details", () => {
  const titles =
    "Date,Station,DSP short code,Delivery Associate,Route,Service Type,Planned Duration,Log in,Log out,Total Distance Planned,Total Distance Allowance,Distance unit,Shipments Delivered,Shipments Returned,Pickup Packages,Excluded?";
  const row = (cells: Record<string, string> = {}) =>
    Object.entries({
      date: "2026-09-12",
      station: MEMPHIS,
      dsp: "ABCD",
      associate: "Maria  van der Berg",
      route: "CX101",
      service: "Standard Parcel Electric - Rivian MEDIUM",
      duration: "10 hr",
      in: "2026-09-12 09:38:07",
      out: "2026-09-12 20:01:55",
      distance: "66.5",
      allowance: "70",
      unit: "mi",
      delivered: "157",
      returned: "2",
      pickups: "1",
      excluded: "no",
      ...cells,
    })
      .map(([, cell]) => cell)
      .join(",");

  it("has one associate on one route", () => {
    expect(facts("route", csv(titles, row()))).toEqual([
      {
        station: "DNA4",
        date: "2026-09-12",
        associate: "Maria van der Berg",
        routeCode: "CX101",
        serviceType: "Standard Parcel Electric - Rivian MEDIUM",
        blockMinutes: 600,
        logIn: "2026-09-12T09:38",
        logOut: "2026-09-12T20:01",
        distance: 6650,
        distanceUnit: "mi",
        delivered: 157,
        returned: 2,
        pickups: 1,
        excluded: false,
      },
    ]);
  });

  it("leaves a helper's blank distance unknown and keeps the row", () => {
    const [fact] = facts("route", csv(titles, row({ distance: "", allowance: "", unit: "" })));
    expect(fact).toMatchObject({ distance: null, distanceUnit: null });
  });

  it.each([
    ["clocks on the row's date", "9:38 AM", "8:01 PM", "2026-09-12T09:38", "2026-09-12T20:01"],
    ["a log out after midnight", "21:38", "05:01", "2026-09-12T21:38", "2026-09-13T05:01"],
    ["US dates with clocks", "9/12/2026 9:38 PM", "9/13/2026 5:01 AM", "2026-09-12T21:38", "2026-09-13T05:01"],
    ["a missing log out", "9:38", "", "2026-09-12T09:38", null],
    ["a missing log in", "", "20:01", null, "2026-09-12T20:01"],
    ["neither", "", "", null, null],
  ])("reads log in and log out as %s", (_, logIn, logOut, from, to) => {
    expect(facts("route", csv(titles, row({ in: logIn, out: logOut })))[0]).toMatchObject({ logIn: from, logOut: to });
  });

  it("does not take a dated log out before the log in for a shift", () => {
    const content = csv(titles, row({ out: "2026-09-12 08:00:00" }));
    expect(problems(content)).toEqual(["2 Log out: The log out is before the log in."]);
  });

  it("reads Excluded as yes or no and nothing else", () => {
    expect(facts("route", csv(titles, row({ excluded: "Yes" })))[0]?.excluded).toBe(true);
    expect(problems(csv(titles, row({ excluded: "maybe" })))).toEqual(['2 Excluded?: "maybe" is neither yes nor no.']);
  });

  it("of the older export counts deliveries instead of shipments and no pickups", () => {
    const older = titles.replace(
      "Shipments Delivered,Shipments Returned,Pickup Packages",
      "Deliveries performed,Deliveries returned",
    );
    const content = csv(older, row().replace("157,2,1,no", "157,2,no"));
    expect(facts("route", content)[0]).toMatchObject({ delivered: 157, returned: 2, pickups: null });
  });

  it("saved as a workbook gives the same facts", () => {
    const typed: unknown[] = row().split(",");
    typed[0] = new Date("2026-09-12T00:00:00Z");
    typed[7] = new Date("2026-09-12T09:38:07Z");
    typed[8] = new Date("2026-09-12T20:01:55Z");
    typed[9] = 66.5;
    typed[12] = 157;
    const content = xlsx({ Report: [titles.split(","), typed] }, (sheet) => {
      for (const cell of ["H2", "I2"]) Object.assign(sheet[cell] ?? {}, { z: "yyyy-mm-dd hh:mm:ss" });
    });
    expect(facts("route", content)).toEqual(facts("route", csv(titles, row())));
  });
});

describe("delivered packages", () => {
  const header = "Date,Station,DSP short code,Package count,Package details,Package type";

  it("are told from pickups by their type", () => {
    const content = csv(
      header,
      `2026-09-12,${MEMPHIS},ABCD,"2,641",Delivered packages,Delivered`,
      `2026-09-12,${MEMPHIS},ABCD,31,Returns,Customer Pickup`,
    );
    expect(facts("packageCount", content)).toEqual([
      { station: "DNA4", date: "2026-09-12", kind: "delivered", count: 2641, packageType: "Delivered" },
      { station: "DNA4", date: "2026-09-12", kind: "pickup", count: 31, packageType: "Customer Pickup" },
    ]);
  });

  it("of the older export have one column for deliveries", () => {
    const content = csv("Date,Station,DSP Short Code,delivered packages", `9/12/2026,${MEMPHIS},ABCD,10436.0`);
    expect(facts("packageCount", content)).toEqual([
      { station: "DNA4", date: "2026-09-12", kind: "delivered", count: 10_436, packageType: "" },
    ]);
  });

  it("without a type, where the report has types, cannot be told from pickups", () => {
    expect(problems(csv(header, `2026-09-12,${MEMPHIS},ABCD,5,x,`))).toEqual([
      "2 Package type: Package type is blank.",
    ]);
  });
});

describe("training", () => {
  const header =
    "Assignment Date,Payment Date,Station,DSP Short Code,Delivery Associate,Service Type,Course Name,Chapter Name,Total Duration,DSP Payment Eligible";

  it("may name nobody, and may last nothing", () => {
    const content = csv(
      header,
      `2026-09-11,2026-09-12,${MEMPHIS},ABCD,,Training,Onboarding,Day 1,8 hr,yes`,
      `2026-09-11,2026-09-11,${MEMPHIS},ABCD,Ann Lee,Training,Refresher,Backing,0 hr,NO`,
    );
    expect(facts("training", content)).toEqual([
      {
        station: "DNA4",
        assignmentDate: "2026-09-11",
        paymentDate: "2026-09-12",
        associate: null,
        serviceType: "Training",
        courseName: "Onboarding",
        minutes: 480,
        eligible: true,
      },
      expect.objectContaining({ associate: "Ann Lee", minutes: 0, eligible: false }),
    ]);
  });

  it("of a week in which nobody trained is a document without facts", () => {
    expect(interpret(csv(header))).toMatchObject({ kind: "training", facts: [], problems: [] });
  });

  it("belongs to the day it is paid for, also when it cannot be read", () => {
    const content = csv(header, `2026-09-11,2026-09-12,${MEMPHIS},ABCD,,Training,x,y,long,yes`);
    expect(interpret(content).problems[0]?.day).toBe("2026-09-12");
  });
});

describe("dates of work summaries", () => {
  const header = "Date,Station,DSP Short Code,unplanned delay,total delay in minutes,Impacted routes,Notes";
  const read = (date: string) => csv(header, `${date},${MEMPHIS},ABCD,Late,22,,`);

  it.each(["2026-09-12", "2026-09-12 00:00:00", "2026-09-12T00:00", "9/12/2026", "09/12/2026", "9/12/2026 0:00"])(
    "may be written %s",
    (date) => {
      expect(facts("delay", read(date))[0]?.date).toBe("2026-09-12");
    },
  );

  it.each(["9/31/2026", "2026-02-29", "9/12/26", "Sep 12", "46277", "2026-09-12 25:00"])(
    "written %s are a problem",
    (date) => {
      expect(problems(read(date))).toEqual([`2 Date: "${date}" is not a date; write it as 2026-09-12 or 9/12/2026.`]);
    },
  );
});
