import { describe, expect, it } from "vitest";
import { csv, facts, interpret, problems, refusal, xlsx } from "./support.ts";

const TITLES =
  "vin,serviceType,vehicleName,licensePlateNumber,make,model,subModel,status,statusPriority,statusReasonCode,statusReasonMessage,operationalStatus,statusSearchValue,subcontractorName,vehicleProvider,vehicleRegistrationType,year,type,ownershipType,ownershipStartDate,ownershipEndDate,pmStats,registrationExpiryDate,registeredState,serviceTier,stationCode,payload,cubicCapacity".split(
    ",",
  );
const VAN: Record<string, string> = {
  vin: "1FTEW3LP3SKE46696",
  serviceType: "Standard Parcel Electric - Rivian MEDIUM",
  vehicleName: "EDV 12",
  licensePlateNumber: "9TN664A",
  make: "Rivian",
  model: "EDV",
  subModel: "700",
  status: "INACTIVE",
  statusPriority: "2",
  statusReasonCode: "BODY_DAMAGE",
  statusReasonMessage: "Body damage",
  operationalStatus: "GROUNDED",
  statusSearchValue: "grounded",
  subcontractorName: "Harbor Line LLC",
  vehicleProvider: "LP",
  vehicleRegistrationType: "Standard",
  year: "2025",
  type: "Electric van",
  ownershipType: "AMAZON_LEASED",
  ownershipStartDate: "2025-03-01",
  ownershipEndDate: "2028-02-29",
  pmStats: "",
  registrationExpiryDate: "2027-03-31",
  registeredState: "TN",
  serviceTier: "Prime",
  stationCode: "DXA4",
  payload: "1000",
  cubicCapacity: "660",
};
const FACT = {
  vin: "1FTEW3LP3SKE46696",
  name: "EDV 12",
  plate: "9TN664A",
  make: "Rivian",
  model: "EDV",
  subModel: "700",
  year: "2025",
  type: "Electric van",
  serviceType: "Standard Parcel Electric - Rivian MEDIUM",
  serviceTier: "Prime",
  status: "INACTIVE",
  statusReason: "Body damage",
  operationalStatus: "GROUNDED",
  provider: "LP",
  registrationType: "Standard",
  ownershipType: "AMAZON_LEASED",
  ownershipStart: "2025-03-01",
  ownershipEnd: "2028-02-29",
  registrationExpires: "2027-03-31",
  registeredState: "TN",
  station: "DXA4",
};
const row = (changes: Record<string, string> = {}, titles = TITLES) =>
  titles.map((title) => ({ ...VAN, ...changes })[title] ?? "").join(",");
const list = (changes: Record<string, string> = {}) => csv(TITLES.join(","), row(changes));

describe("Amazon's list of vans", () => {
  it("has one van a row", () => {
    expect(facts("vehicle", list())).toEqual([FACT]);
    expect(interpret(list())).toMatchObject({ kind: "vehicles", problems: [] });
  });

  it("is the same with its columns in another order, in upper case, with title rows and blanks, and typed", () => {
    const titles = [...TITLES].reverse();
    const cells = titles.map((title): unknown => {
      if (/Date$/.test(title)) return new Date(`${VAN[title]}T00:00:00Z`);
      return ["year", "payload", "cubicCapacity"].includes(title) ? Number(VAN[title]) : VAN[title];
    });
    const shown = titles.map((title) => `\u00a0${title.toUpperCase()} `);
    const content = xlsx({ Sheet1: [["Vehicles of Harbor Line LLC"], [], shown, cells, []] });
    expect(facts("vehicle", content)).toEqual([FACT]);
  });

  it("may lack most of its columns", () => {
    const titles = ["vehicleName", "vin", "ownershipType", "operationalStatus"];
    const [van] = facts("vehicle", csv(titles.join(","), row({}, titles)));
    expect(van).toMatchObject({ vin: FACT.vin, name: "EDV 12", station: null, ownershipEnd: null, provider: "" });
  });

  it("says why a van has its status in words, else by a code", () => {
    expect(facts("vehicle", list({ statusReasonMessage: "" }))[0]?.statusReason).toBe("BODY_DAMAGE");
  });

  it("writes VINs as they are compared", () => {
    expect(facts("vehicle", list({ vin: " 1ftew-3lp3 ske46696 " }))[0]?.vin).toBe(FACT.vin);
  });

  it("takes dates however programs write them", () => {
    const dates = { ownershipStartDate: "2025-03-01T00:00:00.000Z", ownershipEndDate: "2/29/2028" };
    expect(facts("vehicle", list(dates))).toEqual([FACT]);
  });

  it.each([
    [{ vin: "" }, "2 vin: vin is blank."],
    [
      { ownershipEndDate: "2027-02-29" },
      '2 ownershipEndDate: "2027-02-29" is not a date; write it as 2026-09-12 or 9/12/2026.',
    ],
    [{ stationCode: "Memphis" }, '2 stationCode: "Memphis" is not a station; its code looks like DNA4.'],
  ])("makes %j a problem of its row", (changes, problem) => {
    expect(problems(list(changes))).toEqual([problem]);
    expect(facts("vehicle", list(changes))).toEqual([]);
  });

  it("without a van says nothing and is refused", () => {
    expect(refusal(csv(TITLES.join(",")))).toContain("no row stands below them");
  });
});
