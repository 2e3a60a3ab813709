import { describe, expect, it } from "vitest";
import type { Interpretation } from "#main/documents/interpretation.ts";
import { csv, interpret, refusal, xlsx } from "./support.ts";

const NAMED = "Itineraries_2026-09-08_11_30.xlsx";
const TITLES = [
  "Transporter Id",
  "Driver name",
  "DSP",
  "Route code",
  "Progress Status",
  "Delivery Service Type",
  "cortex_vin_number",
  "All stops",
  "Stops complete",
  "total packages",
  "App sign in",
  "App sign out",
];
const ROW: Record<string, string> = {
  "Transporter Id": "A1B2C3",
  "Driver name": "Ann Lee",
  DSP: "HLIN",
  "Route code": "CX101|CX102",
  "Progress Status": "Complete",
  "Delivery Service Type": "Standard Parcel",
  cortex_vin_number: "1FTEW3LP3SKE46696",
  "All stops": "182",
  "Stops complete": "180",
  "total packages": "1,304",
  "App sign in": "9:38 AM",
  "App sign out": "8:01 PM",
};
const FACT = {
  date: "2026-09-08",
  station: null,
  transporterId: "A1B2C3",
  driver: "Ann Lee",
  dspCode: "HLIN",
  routeCodes: "CX101|CX102",
  progress: "Complete",
  serviceType: "Standard Parcel",
  vin: "1FTEW3LP3SKE46696",
  stops: 182,
  stopsComplete: 180,
  packages: 1304,
  signIn: "2026-09-08T09:38",
  signOut: "2026-09-08T20:01",
};

const quoted = (cell: string) => `"${cell}"`;
function table(changes: Record<string, string> = {}, more: string[] = []): Uint8Array {
  const titles = [...TITLES, ...more];
  const row = titles.map((title) => ({ ...ROW, ...changes })[title] ?? "");
  return csv(titles.map(quoted).join(","), row.map(quoted).join(","));
}
const values = ({ facts }: Interpretation) => facts.map((draft) => draft.values);
const read = (content: Uint8Array, name = NAMED) => values(interpret(content, name));

describe("itineraries", () => {
  it("tell who drove which van on which routes", () => {
    expect(read(table())).toEqual([FACT]);
    expect(interpret(table(), NAMED)).toMatchObject({ kind: "itineraries", problems: [] });
  });

  it("are the same as a workbook with its columns moved, in upper case and under a title", () => {
    const titles = [...TITLES].reverse();
    const cells = titles.map((title): unknown => (/stops/i.test(title) ? Number(ROW[title]) : ROW[title]));
    const shown = titles.map((title) => title.toUpperCase().replaceAll(" ", "\u00a0"));
    expect(read(xlsx({ Itineraries: [["Station DXA4"], [], shown, cells] }))).toEqual([FACT]);
  });

  it("join the routes of one row without spaces", () => {
    expect(read(table({ "Route code": " CX101 | CX102 |" }))[0]).toMatchObject({ routeCodes: "CX101|CX102" });
    expect(read(table({ "Route code": "" }))[0]).toMatchObject({ routeCodes: "" });
  });

  it("may leave stops, van and sign out open", () => {
    const open = { "Stops complete": "", cortex_vin_number: "", "App sign out": "" };
    expect(read(table(open))[0]).toMatchObject({ stopsComplete: null, vin: "", signOut: null });
  });

  it("may name their station", () => {
    expect(read(table({ Station: "DXA4" }, ["Station"]))[0]).toMatchObject({ station: "DXA4" });
  });
});

describe("the day of an itinerary", () => {
  it("is that of its column Date before any other", () => {
    const dated = table({ Date: "9/7/2026", "App sign in": "2026-09-08 09:38" }, ["Date"]);
    expect(read(dated)[0]).toMatchObject({ date: "2026-09-07", signIn: "2026-09-08T09:38" });
  });

  it("else that of the sign in", () => {
    const dated = table({ "App sign in": "9/9/2026 9:38 AM", "App sign out": "9/10/2026 1:01 AM" });
    expect(read(dated)[0]).toMatchObject({ date: "2026-09-09", signOut: "2026-09-10T01:01" });
  });

  it("else that of the document's name; a sign out past midnight is on the next day", () => {
    const night = table({ "App sign in": "16:00", "App sign out": "01:10" });
    expect(read(night)[0]).toMatchObject({ date: "2026-09-08", signOut: "2026-09-09T01:10" });
    expect(read(table({ "App sign in": "", "App sign out": "" }))[0]).toMatchObject({
      date: "2026-09-08",
      signIn: null,
    });
  });

  it("is not guessed: where nothing says it the document is refused", () => {
    const sentence = "These itineraries do not say of which day they are.";
    expect(refusal(table(), "Itineraries.xlsx")).toContain(sentence);
    expect(refusal(table(), "Itineraries 2026-09-06 2026-09-07.xlsx")).toContain(sentence);
  });

  it("is missing from a row that says nothing while others do", () => {
    const [titles = "", dated = ""] = new TextDecoder().decode(table({ "App sign in": "2026-09-08 9:38" })).split("\n");
    const undated = dated.replace("2026-09-08 9:38", "9:38");
    const { facts, problems } = interpret(csv(titles, dated, undated), "Itineraries.csv");
    expect(facts).toHaveLength(1);
    expect(problems).toMatchObject([{ row: 3, reason: "This row does not say of which day it is.", day: null }]);
  });
});

describe("a row of itineraries that cannot be read", () => {
  it.each([
    [{ "Transporter Id": "", "Driver name": "" }, "This row names no driver."],
    [{ "All stops": "many" }, '"many" is not a whole number.'],
    [{ "App sign in": "2026-09-08 20:01", "App sign out": "2026-09-08 09:38" }, "The sign out is before the sign in."],
    [{ "App sign in": "soon" }, '"soon" is not a time; write it as 9:08 AM or 9/20/2026 9:08 AM.'],
  ])("%j is a problem", (changes, reason) => {
    const { facts, problems } = interpret(table(changes), NAMED);
    expect(facts).toEqual([]);
    expect(problems.map((problem) => problem.reason)).toEqual([reason]);
    expect(problems[0]?.day).toBe("2026-09-08");
  });

  it("but a driver without an id is one by name", () => {
    expect(read(table({ "Transporter Id": "" }))[0]).toMatchObject({ transporterId: "", driver: "Ann Lee" });
  });
});
