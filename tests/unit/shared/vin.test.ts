import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hasValidCheckDigit, isNorthAmerican, isWellFormedVin, normaliseVin, vinCheckDigit } from "#shared/vin.ts";

const VALID = [
  ["4S4SLDB69T3023252", true],
  ["1FTEW3LP3SKE46696", true],
  ["1FTEW2L57SFC06715", true],
  ["1FTFW1EV2AFB19783", true],
  ["1FT8W3DT0SEC32031", true],
  ["WBAVL1C5XFVY41004", false],
  ["3GNKDCRJ7RS147570", true],
  ["1FAGP8FF8S5112755", true],
  ["3GKALUEG5SL191305", true],
  ["2HKRS6H58TH224757", true],
  ["1C4RJKBG0S8730795", true],
  ["1C4PJMMBXPD109289", true],
  ["5XYP5DGC3SG621138", true],
  ["JM1NDAM79S0658829", false],
  ["4JGFD6BB8TB572566", true],
  ["1C6SRFETXKN545625", true],
  ["4S4GUHU63S3737318", true],
  ["JF2SLDRC5SH534153", false],
  ["JTDACACU8T3062569", false],
  ["3VV4C7B25TM032025", true],
  ["WBA3R5C57EK186393", false],
  ["2C4RC1L70PR614477", true],
  ["WP0AB2Y18LSA50759", false],
  ["4S4WX9JD2A4402717", true],
  ["4USBU53567LW92799", true],
  ["1GTGK13U83F214071", true],
  ["5LMPJ8KA4SJ919859", true],
  ["WAUM2AF27KN066221", false],
  ["SALYB2RV4JA756586", false],
  ["1C6RJTBG8TL161612", true],
  ["1C4PJMDX7KD188313", true],
  ["3KPFT4DE7SE200978", true],
  ["JF1VBAL68P9806699", false],
  ["JTHBA1D27G5004260", false],
  ["JH4KA96632C005859", false],
  ["KMHDU46D17U000000", false],
  ["KM8K2CAB4PU001140", false],
  ["1VWBH7A30DC104945", true],
] as const;

const INVALID = [
  ["TM912345678901234", "X", false],
  ["1M8GDM9AyKP042788", "X", true],
  ["200BL8EV9AX604020", "2", true],
  ["KF1SF08WJ8B257338", "4", false],
  ["6FPAAAJGAT4Z00001", "X", false],
  ["6FPAAAJGSW2Z00003", "3", false],
  ["XTAGFK330JY144213", "6", false],
  ["W0LPC6DB3CC123456", "1", false],
  ["VF1KG1PBE34488860", "3", false],
  ["WDDZF4KB1JA398744", "0", false],
  ["1FTFW1ET5DFC10312", "9", true],
  ["1FM5K8GC6LGA15889", "7", true],
  ["1GYS4NKL4KR237088", "3", true],
  ["JTDKARFU1J3073485", "0", false],
  ["5YJSA1E21HF186172", "9", true],
  ["5UXKR0C58H0V58774", "6", true],
  ["JN1AZ4EH9DM430111", "7", false],
  ["WAUFFAFL5CN002974", "1", false],
  ["KNDMC5C19J6036773", "1", false],
  ["JH2RC5004LM200291", "5", false],
  ["1XKAD49X9FJ458598", "6", true],
  ["1HGCM8263PA123456", "X", true],
  ["1HGCM8263AA123456", "0", true],
  ["ZFFXR48A000000000", "6", false],
  ["1M8GDM9A1KP042788", "X", true],
  ["WDDHF8HB1CA000000", "6", false],
  ["WBA3B5C59FF541902", "5", false],
  ["1G1ZD5ST0LF123456", "6", true],
  ["1M8GDM9AXKP042783", "0", true],
] as const;

describe("a VIN's check digit (49 CFR 565)", () => {
  it.each(VALID)("of %s holds; North American: %j", (vin, northAmerican) => {
    expect([isWellFormedVin(vin), hasValidCheckDigit(vin), isNorthAmerican(vin)]).toEqual([true, true, northAmerican]);
  });

  it.each(INVALID)("of %s should be %s and is not; North American: %j", (vin, digit, northAmerican) => {
    const read = normaliseVin(vin);
    expect([vinCheckDigit(read), hasValidCheckDigit(read), isNorthAmerican(read)]).toEqual([
      digit,
      false,
      northAmerican,
    ]);
  });

  it("notices any one wrong character of another value", () => {
    const letters = [..."0123456789"];
    fc.assert(
      fc.property(
        fc.constantFrom(...VALID.map(([vin]) => vin)),
        fc.integer({ min: 0, max: 16 }).filter((index) => index !== 8),
        fc.constantFrom(...letters),
        (vin, index, letter) => {
          fc.pre(/\d/.test(vin.charAt(index)) && vin.charAt(index) !== letter);
          expect(hasValidCheckDigit(vin.slice(0, index) + letter + vin.slice(index + 1))).toBe(false);
        },
      ),
    );
  });
});

describe("a VIN that is not well formed", () => {
  it.each([
    "tooshort",
    "1\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n1",
    "AAAAAAA:AAAAAAAAA",
    "1HGCM82633AOIQ352",
    "1HGCM82633A0043522",
    "1HGCM82633A12345I",
    "1VWBH7A30DC10494",
    "1VWBH7AI0DC104945",
    "1m8gdm9axkp-042788",
    "1M8GDM9AXKP0427\u200b88",
  ])("%j has no check digit", (text) => {
    const vin = text.toUpperCase();
    expect([isWellFormedVin(vin), vinCheckDigit(vin), hasValidCheckDigit(vin)]).toEqual([false, undefined, false]);
  });
});

describe("a VIN as it is compared", () => {
  it.each([
    " 1ftew3lp3ske46696 ",
    "1FTEW-3LP3-SKE46696",
    "1FTEW3LP3 SKE46696",
    "１FTEW3LP3SKE46696",
    "1FTEW3LP3\u00a0SKE46696",
  ])("is the same however it is typed: %j", (text) => {
    expect(normaliseVin(text)).toBe("1FTEW3LP3SKE46696");
  });
});
