import { describe, expect, test } from "vitest";
import type { MappingProfile, MappingSuggestion } from "#shared/contract/schemas.ts";
import {
  draftOf,
  finished,
  openQuestions,
  rivalsOf,
  sourceOf,
  withSign,
  withSource,
} from "../../../src-renderer/screens/inbox/mapping/draft.ts";

const profile: MappingProfile = {
  name: "Clock export",
  kind: "timecard",
  layout: "",
  fingerprint: "0".repeat(64),
  columns: { employeeId: "Badge", rate: "Pay" },
  constants: {},
  dates: "month first",
  numbers: "1,234.56",
  reversed: ["rate"],
};

const suggestion: MappingSuggestion = {
  table: {
    sheet: null,
    headerRow: 1,
    titles: ["Badge", "Pay"],
    samples: [],
    above: [{ title: "Site", value: "DXA4" }],
    rows: 0,
    fingerprint: profile.fingerprint,
  },
  candidates: [],
  fields: [
    { field: "employeeId", label: "Employee ID", required: true, shape: "text", above: false },
    { field: "station", label: "Station", required: true, shape: "station", above: true },
    { field: "rate", label: "Rate", required: false, shape: "money", above: false },
  ],
  profile,
  guessed: ["rate"],
  datesAmbiguous: true,
  numbersAmbiguous: false,
};

describe("the first draft", () => {
  test("chooses nothing that can be read in two ways", () => {
    const draft = draftOf(suggestion);
    expect(draft.dates).toBeNull();
    expect(draft.numbers).toBe("1,234.56");
    expect(finished(draft)).toBeNull();
    expect(finished({ ...draft, dates: "day first" })).toMatchObject({ dates: "day first" });
  });

  test("marks a guess whether it is named by its field or by its column", () => {
    expect([...draftOf(suggestion).guessed]).toEqual(["rate"]);
    expect([...draftOf({ ...suggestion, guessed: ["Pay"] }).guessed]).toEqual(["rate"]);
  });

  test("asks for the date order and for every field that is needed", () => {
    const draft = draftOf(suggestion);
    expect(openQuestions(draft, suggestion.fields)).toEqual([
      "Choose how this file writes dates.",
      "Say where “Station” comes from.",
    ]);
    const said = { ...draft, dates: "day first" as const, profile: withStation("DXA4") };
    expect(openQuestions(said, suggestion.fields)).toEqual([]);
    expect(openQuestions({ ...said, profile: withStation(" ") }, suggestion.fields)).toHaveLength(1);
  });
});

describe("which kind it is", () => {
  const candidate = (title: string, score: number) => ({ kind: "timecard" as const, layout: title, title, score });

  test("is asked where several fit as a whole, or equally well", () => {
    const titles = (...scores: readonly number[]) =>
      rivalsOf(scores.map((score, index) => candidate(`${index}`, score))).map(({ title }) => title);
    expect(titles(90, 60, 59)).toEqual(["0", "1"]);
    expect(titles(40, 40, 12)).toEqual(["0", "1"]);
  });

  test("is not asked where one stands out, or none is near", () => {
    expect(rivalsOf([candidate("a", 90), candidate("b", 59)])).toEqual([]);
    expect(rivalsOf([])).toEqual([]);
  });
});

describe("a field", () => {
  test("comes from one place only", () => {
    const constant = withSource(profile, "employeeId", { from: "constant", text: "7" });
    expect(constant.columns).toEqual({ rate: "Pay" });
    expect(sourceOf(constant, "employeeId")).toEqual({ from: "constant", text: "7" });
    const nowhere = withSource(constant, "employeeId", { from: "nowhere" });
    expect(sourceOf(nowhere, "employeeId")).toEqual({ from: "nowhere" });
  });

  test("that has no column any more has no sign either", () => {
    expect(withSource(profile, "rate", { from: "nowhere" }).reversed).toEqual([]);
    expect(withSource(profile, "rate", { from: "column", title: "Badge" }).reversed).toEqual(["rate"]);
    expect(withSign(profile, "rate", false).reversed).toEqual([]);
    expect(withSign(profile, "rate", true).reversed).toEqual(["rate"]);
  });

  test("with an empty constant is left out of what is sent", () => {
    const draft = { ...draftOf(suggestion), dates: "day first" as const, profile: withStation("  ") };
    expect(finished(draft)?.constants).toEqual({});
  });
});

function withStation(text: string): MappingProfile {
  return withSource(profile, "station", { from: "constant", text });
}
