/** The morning after: what needs a look, by part; a day without anything; and what cannot be told. */
import { describe, expect, it } from "vitest";
import type { PersonLink } from "#main/matching/people-links.ts";
import { exceptionsOf } from "#main/reconcile/exceptions.ts";
import type { DayExceptions } from "#shared/contract/schemas.ts";
import { factsOf } from "../support/workbench.ts";

const PUNCHES =
  "Company Code,Last Name,First Name,Position ID,Worked Department,State,In time,Out time,Out Punch Type,Hours,Pay Code\n";
const ROUTES =
  "Date,Station,DSP short code,Delivery Associate,Route,Service Type,Planned Duration,Log in,Log out,Total Distance Planned,Total Distance Allowance,Distance unit,Shipments Delivered,Shipments Returned,Pickup Packages,Excluded?\n";
const TRAINING =
  "Assignment Date,Payment Date,Station,DSP Short Code,Delivery Associate,Service Type,Course Name,Chapter Name,Total Duration,DSP Payment Eligible\n";

const us = (day: string) => `${day.slice(5, 7)}/${day.slice(8)}/${day.slice(0, 4)}`;
const maria = { id: "000101", last: "GARCIA LOPEZ", first: "MARIA" };
const john = { id: "000102", last: "SMITH", first: "JOHN" };

/** A row of punches; clock readings as `10:00 AM`. */
function punch(who: typeof maria, day: string, from: string, to: string | null, state = "TN"): string {
  const out = to === null ? "" : `${us(day)} ${to}`;
  return `ABC,${who.last},${who.first},${who.id},Drivers,${state},${us(day)} ${from},${out},,,Regular\n`;
}

function route(day: string, who = "Maria Garcia Lopez", code = "CX101"): string {
  return `${day},Memphis (DXA4)- Amazon.com,ABCD,${who},${code},Standard Parcel,10 hr,${day} 10:05,${day} 19:50,61.2,,mi,182,0,0,no\n`;
}

interface Week {
  readonly punches: string;
  readonly routes: string;
  readonly state?: string;
  readonly training?: boolean;
}

function report(day: string, week: Week, links: readonly PersonLink[] = []): DayExceptions {
  const state = week.state ?? "TN";
  const zone = state === "CA" ? "America/Los_Angeles" : "America/Chicago";
  const documents = [
    {
      name: "stations.csv",
      content: `Station,Name,State,Time Zone,DSP Short Code\nDXA4,Memphis,${state},${zone},ABCD\n`,
    },
    {
      name: "staff-roster.csv",
      content:
        "Employee ID,Transporter ID,Name,State,Station,Department,Pay Rate,Hire Date,Termination Date\n" +
        `000101,A1B2C3,Maria Garcia Lopez,${state},DXA4,Drivers,20.00,2024-03-01,\n` +
        `000102,D4E5F6,John Smith,${state},DXA4,Drivers,21.00,2024-03-01,\n`,
    },
    { name: "Timecard 2026-08-08.csv", content: PUNCHES + week.punches },
    { name: "ABCD Service Details Report-2026-08-08.csv", content: ROUTES + week.routes },
    ...(week.training === false ? [] : [{ name: "ABCD Training Weekly Report-2026-08-08.csv", content: TRAINING }]),
  ];
  return exceptionsOf({ day, station: null, links, ...factsOf(documents) });
}

function part(made: DayExceptions, kind: DayExceptions["parts"][number]["kind"]) {
  const found = made.parts.find((each) => each.kind === kind);
  if (!found) throw new Error(`the report has no part ${kind}`);
  return found;
}
const whats = (made: DayExceptions, kind: Parameters<typeof part>[1]) => part(made, kind).rows.map((row) => row.what);

const MONDAY = "2026-08-03";
const WEEK = ["2026-08-02", "2026-08-03", "2026-08-04", "2026-08-05"];
const full = (who: typeof maria, day: string, to = "08:00 PM") => punch(who, day, "10:00 AM", to);

describe("a day", () => {
  it("with nothing to say has no rows and no doubts", () => {
    const punches = punch(maria, MONDAY, "10:00 AM", "02:00 PM") + punch(maria, MONDAY, "02:30 PM", "07:00 PM");
    const made = report(MONDAY, { punches, routes: route(MONDAY) });
    expect(made.parts.map(({ kind, rows, unverified }) => [kind, rows.length, unverified])).toEqual([
      ["missing punches", 0, []],
      ["ghost hours", 0, []],
      ["meals", 0, []],
      ["overtime", 0, []],
      ["people", 0, []],
    ]);
  });

  it("names a missing punch, and leaves other days of the week alone", () => {
    const punches = punch(maria, MONDAY, "10:00 AM", null) + punch(john, "2026-08-04", "10:00 AM", null);
    const made = report(MONDAY, { punches, routes: route(MONDAY) + route("2026-08-04", "John Smith") });
    expect(part(made, "missing punches").rows).toMatchObject([
      { station: "DXA4", who: "Maria Garcia Lopez", amountCents: null },
    ]);
    expect(part(made, "overtime").unverified).toEqual([
      "DXA4: a punch of Maria Garcia Lopez is missing this week; their hours are at least what is counted.",
    ]);
  });

  it("names hours without a route with what they cost", () => {
    const made = report(MONDAY, {
      punches: full(maria, MONDAY, "07:00 PM") + punch(john, MONDAY, "10:00 AM", "02:00 PM"),
      routes: route(MONDAY),
    });
    expect(part(made, "ghost hours").rows).toMatchObject([{ who: "John Smith", amountCents: 8_400 }]);
  });

  it("cannot tell about hours without a route where a report is missing", () => {
    const made = report(MONDAY, { punches: full(maria, MONDAY, "07:00 PM"), routes: route(MONDAY), training: false });
    expect(part(made, "ghost hours").unverified).toEqual(["DXA4: training of Mon, Aug 3 missing."]);
  });

  it("cannot tell anything without a timecard of the day", () => {
    const made = report("2026-08-04", { punches: full(maria, MONDAY), routes: route(MONDAY) + route("2026-08-04") });
    expect(part(made, "missing punches").unverified).toEqual(["DXA4: timecard of Tue, Aug 4 missing."]);
  });

  it("names a meal that the state asks for", () => {
    const made = report(MONDAY, {
      punches: punch(maria, MONDAY, "10:00 AM", "05:00 PM", "CA"),
      routes: route(MONDAY),
      state: "CA",
    });
    expect(part(made, "meals").rows).toMatchObject([{ who: "Maria Garcia Lopez", amountCents: 2_000 }]);
  });
});

describe("overtime that is building up", () => {
  const days = (count: number, to: string) =>
    WEEK.slice(0, count)
      .map((day) => full(maria, day, to))
      .join("");
  const routes = WEEK.map((day) => route(day)).join("");

  it("is said before it happens: another shift as long as the others passes forty hours", () => {
    expect(whats(report("2026-08-04", { punches: days(3, "08:01 PM"), routes }), "overtime")).toEqual([
      "30 h 3 min in 3 days; another shift of 10 h 1 min passes 40 h.",
    ]);
    expect(whats(report("2026-08-04", { punches: days(3, "08:00 PM"), routes }), "overtime")).toEqual([]);
  });

  it("is counted once it is there, from the first minute", () => {
    expect(whats(report("2026-08-05", { punches: days(4, "08:01 PM"), routes }), "overtime")).toEqual([
      "40 h 4 min this week, 4 min beyond 40 h.",
    ]);
    expect(whats(report("2026-08-05", { punches: days(4, "08:00 PM"), routes }), "overtime")).toEqual([
      "40 h in 4 days; another shift of 10 h passes 40 h.",
    ]);
  });

  it("knows nothing of the days after", () => {
    const made = report("2026-08-03", { punches: days(4, "08:01 PM"), routes });
    expect(whats(made, "overtime")).toEqual([]);
  });

  it("names the limits of the day: the state's and the program's", () => {
    const made = report(MONDAY, {
      punches: punch(maria, MONDAY, "06:00 AM", "06:30 PM", "CA"),
      routes: route(MONDAY),
      state: "CA",
    });
    expect(whats(made, "overtime")[0]).toMatch(
      /^12 h 30 min in the day, where the delivery program allows 12 h; 4 h beyond 8 h in the day; 30 min beyond 12 h in the day\.$/,
    );
  });

  it("is not announced on the last day of the week", () => {
    const saturday = ["2026-08-05", "2026-08-06", "2026-08-07", "2026-08-08"];
    const punches = saturday.map((day) => full(maria, day, "08:00 PM")).join("");
    const made = report("2026-08-08", { punches, routes: saturday.map((day) => route(day)).join("") });
    expect(whats(made, "overtime")).toEqual([]);
  });
});

describe("people nobody could match", () => {
  const week = {
    punches: full(maria, MONDAY, "07:00 PM"),
    routes: route(MONDAY) + route(MONDAY, "Jon Smyth", "CX102") + route(MONDAY, "Ned Nobody", "CX103"),
  };

  it("are asked about with the nearest candidate, or called unknown", () => {
    expect(part(report(MONDAY, week), "people").rows.map(({ who, ask }) => [who, ask])).toEqual([
      ["Jon Smyth", "Say who this is, once."],
      ["Ned Nobody", "Add the person to the staff roster."],
    ]);
  });

  it("are known once somebody said who they are", () => {
    const link = { kind: "name", text: "Jon Smyth", employeeId: "000102" } as const;
    expect(part(report(MONDAY, week, [link]), "people").rows.map(({ who }) => who)).toEqual(["Ned Nobody"]);
  });
});
