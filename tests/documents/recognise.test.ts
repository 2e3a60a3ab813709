import { describe, expect, it } from "vitest";
import { recognise } from "#main/documents/recognise/recognise.ts";
import { csv, document, interpret, refusal, sheets, xlsx } from "./support.ts";

const TITLES = [
  "Date",
  "Station",
  "DSP Short Code",
  "unplanned delay",
  "total delay in minutes",
  "Impacted routes",
  "Notes",
];
const ROW = ["2026-09-12", "Memphis (DNA4)- Amazon.com", "ABCD", "Pad congestion", "22", "CX1", "late"];
const VALUES = {
  station: "DNA4",
  date: "2026-09-12",
  reason: "Pad congestion",
  minutes: 22,
  impactedRoutes: "CX1",
  notes: "late",
};

function only(content: Uint8Array) {
  const { kind, facts, problems } = interpret(content);
  expect(problems).toEqual([]);
  return { kind, values: facts.map((draft) => draft.values) };
}

describe("a document is recognised by its header, however it is disguised", () => {
  const expected = { kind: "unplanned delay", values: [VALUES] };

  it("with its columns in another order and others added", () => {
    const order = [6, 3, 0, 4, 1, 5, 2];
    const shuffled = (cells: readonly string[]) => ["x", ...order.map((index) => cells[index] ?? "")].join(",");
    expect(only(csv(shuffled(TITLES), shuffled(ROW)))).toEqual(expected);
  });

  it("in upper case, with hard spaces, doubled spaces and full-width letters", () => {
    const odd = TITLES.map((title) => `\u00a0${title.toUpperCase().replaceAll(" ", "\u00a0 ")} `);
    odd[0] = "\uff24\uff41\uff54\uff45";
    expect(only(csv(odd.join(","), ROW.join(",")))).toEqual(expected);
  });

  it("under title rows and blank rows, above a totals row and a remark", () => {
    const content = csv(
      "Unplanned Delay Report",
      "",
      "Week 37,,,",
      TITLES.join(","),
      "",
      ROW.join(","),
      "Total,,,,22,,",
      "",
      "Printed by WST",
    );
    expect(only(content)).toEqual(expected);
    expect(interpret(content).facts[0]?.row).toBe(6);
  });

  it("as a workbook whose dates and numbers are typed", () => {
    const row: unknown[] = [...ROW];
    row[0] = new Date("2026-09-12T00:00:00Z");
    row[4] = 22;
    expect(only(xlsx({ Delay: [[], TITLES, row] }))).toEqual(expected);
  });

  it("with its header once more in the middle, as exports pasted together have it", () => {
    expect(only(csv(TITLES.join(","), ROW.join(","), TITLES.join(","), ROW.join(","))).values).toEqual([
      VALUES,
      VALUES,
    ]);
  });

  it("with its titles split over two rows", () => {
    const upper = ["", "", "DSP Short", "unplanned", "total delay", "Impacted", ""];
    const lower = ["Date", "Station", "Code", "delay", "in minutes", "routes", "Notes"];
    const content = csv("Delay report", "", upper.join(","), lower.join(","), ROW.join(","), "Total,,,,22,,");
    expect(only(content)).toEqual(expected);
    expect(interpret(content)).toMatchObject({ columns: TITLES, facts: [{ row: 5 }] });
  });

  it("with titles merged downwards or over several columns, whose cells beside them are blank", () => {
    const upper = ["Date", "Station", "DSP Short Code", "unplanned delay", "total", "", "Notes"];
    const lower = ["", "", "", "", "delay in minutes", "Impacted routes", ""];
    expect(only(xlsx({ Delay: [upper, lower, ROW] }))).toEqual(expected);
  });

  it("with its header of two rows once more in the middle", () => {
    const head = ["Date,Station,DSP,unplanned,total delay,Impacted,Notes", ",,Short Code,delay,in minutes,routes,"];
    const content = csv(...head, ROW.join(","), ...head, ROW.join(","));
    expect(only(content).values).toEqual([VALUES, VALUES]);
    expect(interpret(content).facts.map(({ row }) => row)).toEqual([3, 6]);
  });

  it("under a row of groups, which is no part of its titles", () => {
    const groups = ["Where", "", "", "Delay", "", "", ""];
    const content = csv(groups.join(","), TITLES.join(","), ROW.join(","));
    expect(interpret(content)).toMatchObject({ columns: TITLES, facts: [{ row: 3 }] });
  });

  it.each([
    ["underscores", (title: string) => title.replaceAll(" ", "_")],
    ["camel case", (title: string) => title.replace(/ (\w)/g, (_, letter: string) => letter.toUpperCase())],
    [
      "a byte-order mark, soft hyphens, colons and asterisks",
      (title: string) => `\ufeff* ${title.replace("e", "e\u00ad")} : *`,
    ],
  ])("with %s in its titles", (_, disguise) => {
    expect(only(csv(TITLES.map(disguise).join(","), ROW.join(",")))).toEqual(expected);
  });

  it("on whichever sheet it stands; other sheets are passed over", () => {
    const content = xlsx({ Cover: [["Dear all"]], Empty: [], Data: [TITLES, ROW] });
    expect(sheets(content).map(({ sheet, kind }) => [sheet, kind])).toEqual([["Data", "unplanned delay"]]);
  });

  it("together with other kinds in one workbook", () => {
    const stations = [
      ["Station", "Name", "State", "Time Zone", "DSP Short Code"],
      ["DNA4", "Memphis", "TN", "America/Chicago", "ABCD"],
    ];
    expect(sheets(xlsx({ A: stations, B: [TITLES, ROW] })).map(({ kind }) => kind)).toEqual([
      "stations",
      "unplanned delay",
    ]);
  });

  it("knows its header row, the columns of its fields and the labels above", () => {
    const outcome = recognise(document(csv("Week,37", "", TITLES.join(","), ROW.join(","))));
    const [table] = "tables" in outcome ? outcome.tables : [];
    expect(table?.definition.kind).toBe("unplanned delay");
    expect(table?.recognised).toMatchObject({ document: "file.csv", headerRow: 2 });
    expect(table?.recognised.columns.get("minutes")).toBe(4);
    expect(table?.recognised.labels.get("week")).toEqual({ value: "37", row: 0 });
  });

  it("keeps the titles and the row's cells as they stand", () => {
    const content = xlsx({ A: [TITLES, [...ROW.slice(0, 4), 22, "CX1", " late"]] });
    const { columns, facts } = interpret(content);
    expect(columns).toEqual(TITLES);
    expect(JSON.parse(facts[0]?.cells ?? "")).toEqual([...ROW.slice(0, 6), " late"]);
  });
});

describe("a document is not guessed", () => {
  it("when no kind has its columns: they are named", () => {
    expect(refusal(csv("Fruit,Price", "Apple,1"))).toContain(
      "No document that is read has these columns: Fruit, Price.",
    );
  });

  it("when a column it needs is missing: the column is named", () => {
    const without = TITLES.filter((title) => title !== "total delay in minutes");
    expect(refusal(csv(without.join(","), ROW.slice(0, 6).join(",")))).toContain(
      'This looks like unplanned delay, but it has no "total delay in minutes".',
    );
  });

  it("when a column it needs is there twice with different values", () => {
    const titles = [...TITLES, "Total Delay In Minutes"].join(",");
    expect(refusal(csv(titles, [...ROW, "99"].join(",")))).toContain('Two columns are called "total delay in minutes"');
    expect(refusal(csv(titles, [...ROW, "22"].join(",")))).toBe("taken");
  });

  const both = ["Date", "Station", "DSP Short Code", "Package count", "unplanned delay", "total delay in minutes"];
  const union = csv(both.join(","), "2026-09-12,DNA4,ABCD,5,Pad congestion,22");
  const sentence = "This table has the columns of delivered packages and unplanned delay, so it cannot be told";

  it("when two kinds fit alike and the name tells nothing: both are named", () => {
    expect(refusal(union, "export.csv")).toContain(sentence);
  });

  it("but by its name when two kinds fit alike", () => {
    expect(interpret(union, "week.zip/ABCD Delivered Packages Report-2026-09-12.csv").kind).toBe("delivered packages");
    expect(interpret(union, "ABCD Unplanned Delay Weekly Report-2026-09-12.csv").kind).toBe("unplanned delay");
  });

  it("when a blank cell above a title may or may not belong to the cell merged before it", () => {
    const upper = "Employee,,Period,Period,Regular,OT,,Gross";
    const lower = "ID,Name,Start,End,Hours,Hours,Rate,Pay";
    const row = "E104,Dana Whitlock,2026-08-30,2026-09-12,78.50,4.25,21.50,1824.81";
    expect(refusal(csv(upper, lower, row))).not.toBe("taken");
    const [wide, whole] = [
      "Employee,,Period,Period,Regular,OT,OT,Gross",
      "Employee,,Period,Period,Regular,OT,Pay,Gross",
    ];
    expect([refusal(csv(wide, lower, row)), refusal(csv(whole, lower, row))]).toEqual(["taken", "taken"]);
  });

  it("by what is left of an invoice: its labels say that it is one", () => {
    const labels = ["Invoice Number,INV-1", "Invoice Date,2026-09-12", "Station,DXA4", "Period Start,2026-09-06"];
    const more = ["Period End,2026-09-12", "Invoice Type,Variable"];
    const content = csv(...labels, ...more, "", "Station,Name,State,Time Zone", "DXA4,Memphis,TN,America/Chicago");
    expect(refusal(content)).not.toBe("taken");
  });

  it("when the table above it is an invoice, whose header is no label", () => {
    const lease = "VIN,Invoice Number,Invoice Date,Provider,Service From,Service To,Amount";
    const row = "1FTEW3LP3SKE46696,E-1,2026-08-31,Element,2026-08-01,2026-08-31,100";
    const stations = ["Station,Name,State,Time Zone", "DXA4,Memphis,TN,America/Chicago"];
    expect(refusal(csv(lease, row, "", ...stations))).not.toBe("taken");
  });

  it("but for a kind whose columns are some of another's, which needs more: that one sees all of it", () => {
    const titles = "VIN,Unit,Description,Amount,Date,Invoice Number,Invoice Date,Provider,Service From,Service To";
    const row = "1FTEW3LP3SKE46696,EL-1,Rent,100,2026-08-31,E-1,2026-08-31,Element,2026-08-01,2026-08-31";
    expect(interpret(csv(titles, row)).kind).toBe("lease invoice");
  });

  it("when two tables of different kinds stand below one another", () => {
    const packages = ["Date,Station,DSP Short Code,delivered packages", "2026-09-12,DNA4,ABCD,5"];
    const stacked = csv(...packages, "", TITLES.join(","), ROW.join(","));
    expect(refusal(stacked, "ABCD Delivered Packages Report.csv")).toContain(sentence);
  });

  it("when the workbook is empty", () => {
    expect(refusal(xlsx({ A: [] }))).toBe("There is no table in this file.");
  });
});
