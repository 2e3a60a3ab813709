import { describe, expect, it } from "vitest";
import type { ChargeWordFact, LeaseLineFact, Source } from "#main/documents/facts.ts";
import { chargeKey, inTaughtWords, TaughtCharges } from "#main/matching/charge-words.ts";

const source: Source = {
  document: { name: "charge-words.csv", sha256: "a".repeat(64), kind: "charge words" },
  sheet: null,
  row: 2,
  columns: [],
  cells: "[]",
};
const word = (words: string, chargeCode: string, provider = ""): ChargeWordFact => ({
  words,
  chargeCode,
  provider,
  source,
});
const line = (description: string, over: Partial<LeaseLineFact> = {}) => ({
  description,
  provider: "Element",
  amountCents: 1_900,
  chargeCode: "OTHER",
  ...over,
});
const taught = new TaughtCharges([
  word("Connected vehicle", "OTHER"),
  word("Connected vehicle program", "MGMT_FEE"),
  word("Keys", "OTHER", "Element"),
  word("Keys", "DAMAGE"),
  word("Goodwill", "CREDIT"),
]);

describe("words that were taught", () => {
  it.each([
    ["Connected Vehicle Program 08/2026 - unit 1042", "MGMT_FEE"],
    ["CONNECTED  VEHICLE", "OTHER"],
    ["Connected vehicles program", undefined],
    ["Program for a connected vehicle", "OTHER"],
    ["Turnkeys", undefined],
    ["Tolls", undefined],
    ["", undefined],
  ])("say of %j that it is %s: the longest that stands in it as whole words", (description, code) => {
    expect(taught.codeOf(line(description))).toBe(code);
  });

  it("of one lessor come before those of any, its name written as it may be", () => {
    expect(taught.codeOf(line("Keys"))).toBe("OTHER");
    expect(taught.codeOf(line("Keys", { provider: "  ELEMENT " }))).toBe("OTHER");
    expect(taught.codeOf(line("Keys", { provider: "Ryder" }))).toBe("DAMAGE");
  });

  it("never turn money around: a credit stays one, and no charge becomes one", () => {
    expect(taught.codeOf(line("Keys", { chargeCode: "CREDIT", amountCents: -1_900 }))).toBeUndefined();
    expect(taught.codeOf(line("Goodwill"))).toBeUndefined();
    expect(taught.codeOf(line("Goodwill", { amountCents: -1_900 }))).toBe("CREDIT");
  });

  it("leave lines they say nothing of as the same objects", () => {
    const lines = [line("Keys"), line("Tolls")].map((each) => ({ ...each, source }) as unknown as LeaseLineFact);
    const read = inTaughtWords(lines, [word("Keys", "DAMAGE")]);
    expect([read[0]?.chargeCode, read[1]]).toEqual(["DAMAGE", lines[1]]);
    expect(read[1]).toBe(lines[1]);
  });

  it("are compared without case, numbers and marks", () => {
    expect(chargeKey(" Telematics — 24/7, Unit #1042 ")).toBe("telematics unit");
  });
});
