/** Where the lease schedule and Amazon's list disagree, on both sides of each boundary. */
import { describe, expect, it } from "vitest";
import { fleetConflicts } from "#main/reconcile/fleet-conflicts.ts";
import { factsOf } from "../../support/workbench.ts";

const VIN = "1FTBW2CM9KKA00412";
const TODAY = "2026-08-19";
const TERM =
  "VIN,Unit,Provider,Contract,Monthly Rent,On-Lease Date,Off-Lease Date,Proration,Registered State,License Plate";
const LISTED =
  "vin,vehicleName,licensePlateNumber,operationalStatus,vehicleProvider,ownershipType,ownershipStartDate,ownershipEndDate,registeredState";

interface Papers {
  readonly vin?: string;
  readonly provider?: string;
  readonly on?: string;
  readonly off?: string;
  readonly state?: string;
  readonly plate?: string;
}

function conflicts(schedule: readonly Papers[], list: readonly Papers[]) {
  const terms = schedule.map(
    ({ vin = VIN, provider = "Element", on = "2025-01-01", off = "", state = "TN", plate = "1HX234A" }, index) =>
      `${vin},1042,${provider},C-${index},850.00,${on},${off},actual,${state},${plate}`,
  );
  const vans = list.map(
    ({ vin = VIN, provider = "ELEMENT", on = "2025-01-01", off = "", state = "TN", plate = "1HX-234A" }) =>
      `${vin},Van 12,${plate},OPERATIONAL,${provider},LEASE,${on},${off},${state}`,
  );
  const { facts } = factsOf([
    { name: "lease-schedule.csv", content: [TERM, ...terms].join("\n") },
    { name: "VehiclesData.csv", content: [LISTED, ...vans].join("\n") },
  ]);
  return fleetConflicts(facts.leaseTerm, facts.vehicle, TODAY).map(({ of, schedule: own, list: theirs }) => [
    of,
    own,
    theirs,
  ]);
}

describe("the lease schedule and Amazon's list", () => {
  it("agree where they say the same, whatever the writing of lessor and plate", () => {
    expect(conflicts([{}], [{}])).toEqual([]);
    expect(conflicts([{ provider: "Ayvens" }], [{ provider: "LP" }])).toEqual([]);
  });

  it.each<[string, Papers, Papers, string[]]>([
    ["lessors", {}, { provider: "MERCHANTS" }, ["lessor", "Element", "MERCHANTS"]],
    ["delivery days", {}, { on: "2025-01-02" }, ["on-lease day", "Jan 1, 2025", "Jan 2, 2025"]],
    ["return days", { off: "2026-07-31" }, { off: "2026-07-30" }, ["off-lease day", "Jul 31, 2026", "Jul 30, 2026"]],
    [
      "a return the schedule does not know",
      {},
      { off: "2026-08-18" },
      ["off-lease day", "still on lease", "Aug 18, 2026"],
    ],
    ["plates", {}, { plate: "7OLD777" }, ["plate", "1HX234A", "7OLD777"]],
    ["states", {}, { state: "TX" }, ["state", "TN", "TX"]],
    ["a VIN with one letter misread", {}, { vin: "1FTBW2CM9KKA00417" }, ["VIN", VIN, "1FTBW2CM9KKA00417"]],
  ])("may disagree on %s", (_, schedule, list, expected) => {
    expect(conflicts([schedule], [list])).toEqual([expected]);
  });

  it.each<[string, Papers, Papers]>([
    ["the day a lease is to end", {}, { off: "2026-08-19" }],
    ["a return only the schedule knows", { off: "2026-07-31" }, {}],
    ["a plate or a state only one of them has", { plate: "", state: "" }, {}],
    ["a day of delivery the list leaves out", {}, { on: "" }],
    ["two vans of quite other VINs", {}, { vin: "3C6LRVDG9NE100233", plate: "" }],
  ])("do not disagree on %s", (_, schedule, list) => {
    expect(conflicts([schedule], [list])).toEqual([]);
  });

  it("compares the newest row of a van whose terms changed, and any of its rows for the delivery", () => {
    const rows = [{ on: "2024-05-01" }, { on: "2026-01-01", state: "TX" }];
    expect(conflicts(rows, [{ on: "2024-05-01", state: "TX" }])).toEqual([]);
    expect(conflicts(rows, [{ on: "2024-05-01" }])).toEqual([["state", "TX", "TN"]]);
  });
});
