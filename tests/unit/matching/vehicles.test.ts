import { describe, expect, it } from "vitest";
import { FleetIndex, vinDoubt } from "#main/matching/vehicles.ts";

const FORD = "1FTBW2CM9KKA00412";
const RAM = "3C6LRVDG9NE100233";
const fleet = new FleetIndex([
  { vin: FORD, unit: "EL-1042" },
  { vin: RAM, unit: "0077" },
]);

describe("a van that is ours", () => {
  it.each([
    ["its VIN", FORD, ""],
    ["its VIN in groups", `1ftb w2cm-9kka 00412`, ""],
    ["its VIN with another unit", FORD, "77"],
    ["its last eight characters", FORD.slice(-8), ""],
    ["its unit where no VIN is printed", "", "el 1042"],
    ["its unit where the VIN cell holds a dash", "-", "EL1042"],
    ["its unit where the VIN cell says so", "N/A", "EL-1042"],
  ])("by %s", (_, vin, unit) => {
    expect(fleet.match({ vin, unit })).toEqual({ kind: "ours", vin: FORD });
  });
  it("by a unit with or without leading zeros", () => {
    expect(fleet.match({ vin: "", unit: "77" })).toEqual({ kind: "ours", vin: RAM });
  });
});

describe("a van that is not", () => {
  const nearest = (vin: string, unit = "") => {
    const match = fleet.match({ vin, unit });
    return match.kind === "unknown" ? match.nearest : match;
  };
  it("suggests the VIN one slip away", () => {
    expect(nearest("1FTBW2CM9KKA00413")).toMatchObject({ vin: FORD, edits: 1, sameUnit: false });
    expect(nearest("1FTBW2CM9KKA0041")).toMatchObject({ vin: FORD, edits: 1 });
    expect(nearest("1FTBW2CM9KKA04012", "EL-1042")).toMatchObject({ vin: FORD, edits: 1, sameUnit: true });
  });
  it("does not count letters that no VIN has", () => {
    expect(fleet.match({ vin: "IFTBW2CM9KKAOQ412", unit: "" })).toEqual({ kind: "ours", vin: FORD });
    expect(nearest("IFTBW2CM9KKAOQ413")).toMatchObject({ vin: FORD, edits: 1 });
  });
  it("suggests nothing three slips away", () => {
    expect(nearest("1FTBW2CM9KKA00999")).toBeNull();
  });
  it("suggests none of two equally near vans, unless the unit tells", () => {
    const twins = new FleetIndex([
      { vin: "1FTBW2CM9KKA00411", unit: "1" },
      { vin: "1FTBW2CM9KKA00412", unit: "2" },
    ]);
    expect(twins.match({ vin: "1FTBW2CM9KKA00413", unit: "" })).toMatchObject({ nearest: null });
    expect(twins.match({ vin: "1FTBW2CM9KKA00413", unit: "2" })).toMatchObject({ nearest: { unit: "2" } });
  });
  it("may be known by a unit only", () => {
    expect(fleet.match({ vin: "", unit: "9999" })).toEqual({ kind: "unknown", name: "unit 9999", nearest: null });
  });
});

it("cannot look up what names no van", () => {
  expect(fleet.match({ vin: "", unit: " ", plate: "-" })).toEqual({ kind: "unnamed" });
});

describe("a unit or plate of several vans", () => {
  const shared = new FleetIndex([
    { vin: FORD, unit: "7", plate: "1HX 234A" },
    { vin: RAM, unit: "7", plate: "9TN-876K" },
  ]);
  it("names the candidates", () => {
    expect(shared.match({ vin: "", unit: "7" })).toEqual({
      kind: "ambiguous",
      name: "unit 7",
      candidates: [FORD, RAM],
    });
  });
  it("is settled by the plate", () => {
    expect(shared.match({ vin: "", unit: "7", plate: "9tn876k" })).toEqual({ kind: "ours", vin: RAM });
  });
  it("stays open where the plate is nobody's", () => {
    expect(shared.match({ vin: "", unit: "7", plate: "0AA000A" })).toMatchObject({ kind: "ambiguous" });
  });
  it("is no van where unit and plate name different ones", () => {
    const apart = new FleetIndex([
      { vin: FORD, unit: "1", plate: "A1" },
      { vin: RAM, unit: "2", plate: "B2" },
    ]);
    expect(apart.match({ vin: "", unit: "1", plate: "B2" })).toMatchObject({ candidates: [FORD, RAM] });
    expect(apart.match({ vin: "", unit: "", plate: "b-2" })).toEqual({ kind: "ours", vin: RAM });
    expect(apart.match({ vin: "", unit: "", plate: "C3" })).toMatchObject({ kind: "unknown", name: "plate C3" });
  });
  it("tells of two equally near VINs the one with the plate", () => {
    const twins = new FleetIndex([
      { vin: "1FTBW2CM9KKA00411", unit: "", plate: "A1" },
      { vin: "1FTBW2CM9KKA00412", unit: "", plate: "B2" },
    ]);
    const match = twins.match({ vin: "1FTBW2CM9KKA00413", unit: "", plate: "B2" });
    expect(match).toMatchObject({ nearest: { vin: "1FTBW2CM9KKA00412", samePlate: true } });
  });
});

it("knows a van leased twice under one unit as one van", () => {
  const twice = new FleetIndex([
    { vin: FORD, unit: "7" },
    { vin: FORD, unit: "7" },
  ]);
  expect(twice.match({ vin: "", unit: "7" })).toEqual({ kind: "ours", vin: FORD });
});

describe("a VIN's own shape", () => {
  it("says nothing of a sound one", () => expect(vinDoubt("1M8GDM9AXKP042788")).toBeUndefined());
  it("tells a failing check digit", () => expect(vinDoubt("1M8GDM9A1KP042788")).toContain("49 CFR 565.15"));
  it("only warns of a European one", () => expect(vinDoubt("WF0EXXTTRELA12345")).toContain("need not"));
  it("tells a malformed one", () => expect(vinDoubt("1M8GDM9AXKPO42788")).toContain("well-formed"));
});
