import { describe, expect, it } from "vitest";
import { bytes, csv, facts, interpret, problems, refusal, xlsx } from "./support.ts";

const HEADER = "Week,Delivery Associate,Transporter ID,Overall Standing,Delivered";
const card = (week: string) => csv(HEADER, `"${week}",Ann Lee,A1B2C3,Fantastic Plus,"1,204"`);
const weeks = (content: Uint8Array, name = "file.csv") =>
  interpret(content, name).facts.map(({ values }) => ("week" in values ? values.week : undefined));

describe("a scorecard", () => {
  it("has one associate a row", () => {
    expect(facts("scorecard", card("2026-W37"))).toEqual([
      {
        week: "2026-09-06",
        station: null,
        associate: "Ann Lee",
        transporterId: "A1B2C3",
        standing: "Fantastic Plus",
        delivered: 1204,
      },
    ]);
  });

  it("may name the station and leave out what was delivered", () => {
    const content = csv(
      "Overall Standing,Station,Transporter ID,Delivery Associate,Week,Tenure",
      "Great,DXA4,,Bo Diaz,2026-W37,12",
    );
    expect(facts("scorecard", content)).toMatchObject([
      { station: "DXA4", transporterId: "", standing: "Great", delivered: null },
    ]);
  });

  it("is the same as a workbook in upper case under title rows, with a totals row below", () => {
    const titles = HEADER.split(",").map((title) => `\u00a0${title.toUpperCase()}`);
    const rows = [
      ["Scorecard", "Harbor Line LLC"],
      [],
      titles,
      ["2026-W37", "Ann Lee", "A1B2C3", "Fantastic Plus", 1204],
      ["Total", "", "", "", 1204],
    ];
    expect(facts("scorecard", xlsx({ Card: rows }))).toEqual(facts("scorecard", card("2026-W37")));
  });

  it("whose standing or associate is missing is a problem", () => {
    const content = csv(HEADER, "2026-W37,,A1B2C3,Great,1", "2026-W37,Ann Lee,A1B2C3,,1");
    expect(problems(content)).toEqual([
      "2 Delivery Associate: Delivery Associate is blank.",
      "3 Overall Standing: Overall Standing is blank.",
    ]);
    expect(interpret(content).problems[0]?.day).toBe("2026-09-06");
  });

  it("that counts concessions too stays a scorecard", () => {
    const content = csv(
      "Week,Delivery Associate,Transporter ID,Overall Standing,Packages Delivered,DNR",
      "2026-W37,Ann Lee,A1B2C3,Great,1204,2",
    );
    expect(interpret(content)).toMatchObject({ kind: "scorecard", problems: [] });
  });

  it("without a row is refused", () => {
    expect(refusal(bytes(`${HEADER}\n`))).toContain("no row stands below them");
  });
});

describe("the week of a weekly report", () => {
  it.each(["2026-W37", "2026 Week 37", "Week 37, 2026", "9/6/2026", "2026-09-12", "Sep 8, 2026"])(
    "%s is that of September 6",
    (week) => {
      expect(weeks(card(week))).toEqual(["2026-09-06"]);
    },
  );

  it.each([
    ["37", "Concessions 2026-09-16.csv", "2026-09-06"],
    ["Week 37", "Scorecard_Week37_2026.csv", "2026-09-06"],
    ["37", "Scorecard 2026-W37.csv", "2026-09-06"],
    // The week must have begun by the date in the name.
    ["52", "Concessions 2027-01-05.csv", "2026-12-20"],
    ["1", "Concessions 2026-12-28.csv", "2026-12-27"],
    ["38", "Concessions 2026-09-12.csv", "2025-09-14"],
  ])("%s gets its year from the name %s", (week, name, sunday) => {
    expect(weeks(card(week), name)).toEqual([sunday]);
  });

  it.each([
    ["37", "Concessions.csv"],
    ["Week 37", "Scorecard_Week37.csv"],
    ["36", "Scorecard_Week37_2026.csv"],
    ["2026-W53", "Concessions.csv"],
    ["2026-37", "Concessions.csv"],
    ["soon", "Concessions.csv"],
  ])("%s in %s is of no known year and a problem", (week, name) => {
    const { facts: none, problems: found } = interpret(card(week), name);
    expect(none).toEqual([]);
    expect(found.map(({ column, reason }) => [column, reason])).toEqual([
      ["Week", `"${week}" is not a week of a known year; write it as 2026-W37 or as its Sunday, 2026-09-06.`],
    ]);
  });

  it("may be a number or a date of a typed cell", () => {
    const titles = HEADER.split(",");
    const rest = ["Ann Lee", "A1B2C3", "Great", 1];
    const content = xlsx({ A: [titles, [37, ...rest], [new Date("2026-09-06T00:00:00Z"), ...rest]] });
    expect(weeks(content, "Scorecard 2026-09-16.xlsx")).toEqual(["2026-09-06", "2026-09-06"]);
  });

  it("is a date with the day first where the document writes them so", () => {
    const content = csv(HEADER, "13/09/2026,Ann Lee,A1,Great,1", "06/09/2026,Ann Lee,A1,Great,1");
    expect(weeks(content)).toEqual(["2026-09-13", "2026-09-06"]);
  });
});

describe("a concessions report", () => {
  const header =
    "Week,Delivery Associate Name,Delivery Associate ID,Delivered Packages,Packages Delivered Not Received (DNR)";

  it("has one associate a row", () => {
    expect(facts("concession", csv(header, '2026-W37,Ann Lee,A1B2C3,"1,204",2'))).toEqual([
      {
        week: "2026-09-06",
        station: null,
        associate: "Ann Lee",
        associateId: "A1B2C3",
        delivered: 1204,
        notReceived: 2,
      },
    ]);
  });

  it("has no guessed counts", () => {
    expect(problems(csv(header, "2026-W37,Ann Lee,A1B2C3,1204,"))).toEqual([
      "2 Packages Delivered Not Received (DNR): Packages Delivered Not Received (DNR) is blank.",
    ]);
  });

  it("of a week without any is a document without facts", () => {
    expect(interpret(csv(header))).toMatchObject({ kind: "concessions", facts: [], problems: [] });
  });
});

describe("the station's tier", () => {
  const tiers = (...rows: string[]) => csv("Week,Station,Tier", ...rows);

  it.each([
    ["Fantastic Plus", "Fantastic Plus"],
    ["FANTASTIC  PLUS", "Fantastic Plus"],
    ["Fantastic+", "Fantastic Plus"],
    ["fantastic", "Fantastic"],
    ["Great", "Great"],
    ["Fair", "Fair"],
    ["Poor", "Poor"],
  ])("written %s is %s", (written, tier) => {
    expect(facts("tier", tiers(`2026-W37,DXA4,${written}`))).toEqual([{ week: "2026-09-06", station: "DXA4", tier }]);
  });

  it("holds for its station and week, written as number or Sunday", () => {
    expect(facts("tier", tiers("2026-W37,DXA4,Great", "2026-09-06,DXB7,Fair"))).toMatchObject([
      { week: "2026-09-06", station: "DXA4" },
      { week: "2026-09-06", station: "DXB7" },
    ]);
  });

  it("of another name is a problem", () => {
    expect(problems(tiers("2026-W37,DXA4,Super"))).toEqual([
      '2 Tier: "Super" is none of Fantastic Plus, Fantastic, Great, Fair, Poor.',
    ]);
  });
});
