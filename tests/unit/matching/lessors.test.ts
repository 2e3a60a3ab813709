import { describe, expect, it } from "vitest";
import { sameLessor } from "#main/matching/lessors.ts";

describe("two names of a lessor", () => {
  it.each([
    ["LP", "LeasePlan USA", true],
    ["LeasePlan", "Ayvens", true],
    ["ELEMENT", "Element Fleet Management", true],
    ["U Haul", "U-Haul International", true],
    ["Enterprise", "Enterprise Rent-A-Truck", true],
    ["Kingbee", "Zeeba", false],
    ["LPG Vans", "LeasePlan", false],
    ["Bluegrass Vans", "bluegrass  vans", true],
    ["Bluegrass Vans", "Bluegrass", false],
    ["", "Element", true],
  ])("%j and %j: %s", (a, b, same) => {
    expect([sameLessor(a, b), sameLessor(b, a)]).toEqual([same, same]);
  });
});
