import { describe, expect, it } from "vitest";
import { baseService, lateCancelService, serviceKey, variantWords } from "#main/matching/services.ts";

const RIVIAN = "standard parcel electric - rivian medium";

describe("a service type as the work summary and the invoice are joined", () => {
  it.each([
    ["Standard Parcel Electric - Rivian MEDIUM - Block of 10 Hours", RIVIAN, 600],
    ["Standard Parcel Electric - Rivian MEDIUM", RIVIAN, null],
    ["  STANDARD\u00a0PARCEL  Electric – Rivian\u202fMedium — block of 8 hours.", RIVIAN, 480],
    ["Standard Parcel Electric -Rivian MEDIUM- Block of 9 Hours 15 min", RIVIAN, 555],
    ["Standard Parcel Electric - Rivian MEDIUM (10 hr)", RIVIAN, 600],
    ["Standard Parcel Electric - Rivian MEDIUM - 9.25 hrs", RIVIAN, 555],
    ["Training - Block of 8 hours", "training", 480],
    ["Block of 10 Hours", "", 600],
    ["", "", null],
  ])("%j is %j of %s minutes", (text, key, blockMinutes) => {
    expect(serviceKey(text)).toEqual({ key, blockMinutes });
  });

  it("is the same key when normalised again", () => {
    for (const text of ["Standard Parcel w/Ride Along - Block of 10 Hours", "On-Road Experience: Driver", "A – B. "]) {
      const { key } = serviceKey(text);
      expect(serviceKey(key).key).toBe(key);
    }
  });

  it.each(["w/ Ride Along", "w/Ride-Along", "W / RIDE  ALONG", "with ride along", "- w/ Ride Along", "- Ride Along"])(
    "writes the ride along in one way: %s",
    (spelling) => {
      expect(serviceKey(`Standard Parcel ${spelling} - Block of 10 Hours`)).toEqual({
        key: "standard parcel w/ ride along",
        blockMinutes: 600,
      });
    },
  );

  it("keeps variants apart from their base and from each other", () => {
    const variants = [
      "Standard Parcel",
      "Standard Parcel - Recycle",
      "Standard Parcel w/ Ride Along",
      "Standard Parcel - On-Road Experience: Driver",
      "Standard Parcel Electric",
      "Standard Parcel - Helper",
      "Nursery Route Level 1",
      "Nursery Route Level 2",
      "Nursery Route Level 1 - Electric",
    ];
    expect(new Set(variants.map((text) => serviceKey(`${text} - Block of 10 Hours`).key)).size).toBe(variants.length);
  });
});

describe("the standard type under a variant", () => {
  it.each([
    ["Standard Parcel w/ Ride Along", "standard parcel", "ride along"],
    [`${RIVIAN} - On-Road Experience: Driver`, RIVIAN, "on-road experience"],
    [`${RIVIAN} - On Road Experience - Driver`, RIVIAN, "on-road experience"],
    ["Standard Parcel - Recycle", "standard parcel - recycle", null],
    ["Standard Parcel", "standard parcel", null],
  ])("of %s is %s", (text, base, variant) => {
    expect(baseService(serviceKey(text).key)).toEqual({ base, variant });
  });
});

describe("the words that make a service another than its base type", () => {
  it.each([
    ["Standard Parcel", []],
    ["Standard Parcel - Recycle", ["recycle"]],
    ["Standard Parcel Electric w/Ride-Along", ["electric", "ride along"]],
    ["Standard Parcel - On Road Experience - Driver", ["on-road experience"]],
    ["Nursery Route Level 2 - Helper", ["helper", "nursery route level 2"]],
    ["Nursery Route", ["nursery route"]],
  ])("of %j are %j", (text, words) => {
    expect(variantWords(serviceKey(text).key)).toEqual(words);
  });
});

describe("the service type of a late cancellation", () => {
  it.each([
    ["AMZL Late Cancel- weekday Standard Parcel Electric - Rivian MEDIUM", RIVIAN],
    ["AMZL Late Cancel - weekend - Standard Parcel Electric – Rivian MEDIUM", RIVIAN],
    ["AMZL Late Cancel- weekend", ""],
    ["amzl late cancellation weekday Standard Parcel", "standard parcel"],
    ["DSP Late Cancel- weekday Standard Parcel", null],
    ["Unplanned Delay", null],
  ])("in %j is %j", (description, service) => {
    expect(lateCancelService(description)).toBe(service);
  });
});
