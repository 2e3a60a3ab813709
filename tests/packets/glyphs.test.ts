/** Every character that is printed is in the bundled type; what is not is printed by its code and said so. */
import { describe, expect, test } from "vitest";
import { readMetrics } from "#main/packets/fonts.ts";
import { packetModel } from "#main/packets/model.ts";
import { makePrintable } from "#main/packets/pdf/pen.ts";
import { packetPdf } from "#main/packets/pdf.ts";
import { flawsOf, pagesOf, squeezed } from "./reading.ts";
import { drained, FONTS, finding, packetInput, sampleFindings } from "./support.ts";

const metrics = await Promise.all([FONTS.regular, FONTS.medium, FONTS.mono].map(readMetrics));
const VIETNAMESE =
  "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđAÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬEÈẺẼÉẸÊỀỂỄẾỆIÌỈĨÍỊOÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢUÙỦŨÚỤƯỪỬỮỨỰYỲỶỸÝỴĐ";
const POLISH = "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ";
const SPANISH = "áéíóúüñ¿¡ÁÉÍÓÚÜÑ";

describe("the bundled type", () => {
  test.each([
    ["Vietnamese", VIETNAMESE],
    ["Polish", POLISH],
    ["Spanish", SPANISH],
    ["our own signs", "·…–—“”‘’×÷§€$%()[]{}<>=+-/\\|@#&*^~`\"'"],
  ])("has all of %s in its three faces", (_, alphabet) => {
    for (const { advances } of metrics)
      expect([...alphabet].filter((char) => !advances.has(char.codePointAt(0) ?? 0))).toEqual([]);
  });

  test("draws every character that a packet prints: none is a hollow box", async () => {
    const names = [finding({ code: "F01", id: "x", subject: `${VIETNAMESE} ${POLISH}`, sentence: SPANISH })];
    const { bytes } = await drained(
      packetPdf(packetModel(packetInput([...sampleFindings(), ...names])), { fonts: FONTS }),
    );
    const printed = new Set(pagesOf(bytes).join("").replace(/\s/g, ""));
    const [regular] = metrics;
    expect([...printed].filter((char) => !regular?.advances.has(char.codePointAt(0) ?? 0))).toEqual([]);
    expect(squeezed(pagesOf(bytes).join(""))).toContain(POLISH);
  });
});

test("names it cannot draw are printed by their codes, and the packet says why", async () => {
  const names = ["דנה לוי", "محمد علي", "Zoë 🚚👩‍🔧", "李小龙", "e\u0301\u0302\u0303", "\ud800 half", "\u202etxt.exe"];
  const findings = names.map((subject, index) => finding({ code: "F01", id: `n${index}`, subject, sentence: subject }));
  const { bytes } = await drained(packetPdf(packetModel(packetInput(findings)), { fonts: FONTS }));
  expect(flawsOf(bytes)).toBe("");
  const text = squeezed(pagesOf(bytes).join(""));
  expect(text).toContain("Zoë[U+1F69A][U+1F469][U+200D][U+1F527]");
  expect(text).toContain("[U+5D3]".replace("5D3", "05D3"));
  expect(text).toContain("[U+202E]txt.exe");
  expect(text).toContain("Charactersthatthetypeofthispacketdoesnothaveareprintedbytheircode");
  const plain = await drained(packetPdf(packetModel(packetInput(sampleFindings())), { fonts: FONTS }));
  expect(squeezed(pagesOf(plain.bytes).join(""))).not.toContain("printedbytheircode");
});

test("what is told of a code is told once for each character that has none", () => {
  let told = 0;
  const print = makePrintable(metrics, () => {
    told += 1;
  });
  expect(print("plain")).toBe("plain");
  expect(told).toBe(0);
  expect(print("李李 → 龙")).toBe("[U+674E][U+674E] -> [U+9F99]");
  expect(told).toBe(2);
});
