import { describe, expect, test } from "vitest";
import type { MappingProfile } from "#shared/contract/schemas.ts";
import { profilesFrom, textOfProfiles } from "../../../src-renderer/screens/inbox/profiles/profileText.ts";

const profile: MappingProfile = {
  name: "Clock export",
  kind: "timecard",
  layout: "",
  fingerprint: "a1".repeat(32),
  columns: { employeeId: "Badge" },
  constants: { station: "DXA4" },
  dates: "day first",
  numbers: "1.234,56",
  reversed: ["rate"],
};

describe("mappings as text", () => {
  test("come back as they were, one or several", () => {
    expect(profilesFrom(textOfProfiles([profile, { ...profile, name: "Other" }]))).toEqual([
      profile,
      { ...profile, name: "Other" },
    ]);
    expect(profilesFrom(JSON.stringify(profile))).toEqual([profile]);
  });

  test("keep nothing that a mapping does not have", () => {
    expect(profilesFrom(JSON.stringify({ ...profile, note: "mine" }))).toEqual([profile]);
  });

  test.each([
    ["", /not the text of a mapping/],
    ["[]", /no mapping in this text/],
    ["{}", /no whole mapping/],
    [JSON.stringify({ ...profile, kind: "poem" }), /no whole mapping/],
    [JSON.stringify({ ...profile, fingerprint: "short" }), /no whole mapping/],
    [JSON.stringify({ ...profile, columns: { employeeId: 7 } }), /no whole mapping/],
    [JSON.stringify([profile, { ...profile, name: " " }]), /none was taken/],
  ])("that are not whole are refused with a sentence: %s", (text, sentence) => {
    expect(profilesFrom(text)).toMatch(sentence);
  });
});
