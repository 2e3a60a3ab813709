/** The same packet is the same file, and another day changes nothing but the day. */
import { expect, test } from "vitest";
import { packetModel } from "#main/packets/model.ts";
import { makeFile } from "#main/packets/write.ts";
import { bookmarksOf, infoOf, pagesOf, structureOf } from "./reading.ts";
import { drained, FONTS, packetInput, sampleFindings, sha } from "./support.ts";

const originals = [
  { document: "Timecard.csv", sha256: sha("Timecard.csv"), bytes: new TextEncoder().encode("Hours\n4.38\n") },
];
const delivered = new Map([[sha("Timecard.csv"), { delivery: "embedded" as const, name: "Timecard.csv" }]]);
const file = (format: "pdf" | "zip" | "xlsx" | "csv", preparedAt = "2026-09-14", reversed = false) => {
  const findings = reversed ? [...sampleFindings()].reverse() : sampleFindings();
  const model = packetModel(packetInput(findings, { preparedAt, originals: delivered }));
  return drained(makeFile(model, format, originals, { fonts: FONTS }));
};

test.each(["pdf", "zip", "xlsx", "csv"] as const)(
  "two runs make the same %s, whatever order the findings come in",
  async (format) => {
    const first = await file(format);
    const again = await file(format, "2026-09-14", true);
    expect(again.sha256).toBe(first.sha256);
    expect(Buffer.compare(first.bytes, again.bytes)).toBe(0);
  },
);

test("on another day only what says the day differs", async () => {
  const [first, later] = [await file("pdf"), await file("pdf", "2026-09-15")];
  expect(later.sha256).not.toBe(first.sha256);
  const plain = (text: string) =>
    text
      .replaceAll(/(?:ABCD · prepared |Date\s+)Sep 1[45], 2026/g, "DAY")
      .replaceAll(/1 day after this packet was prepared|closes on the day this packet was prepared/g, "LEFT")
      .replaceAll(/[ \t]+/g, " ");
  expect(pagesOf(later.bytes).map(plain)).toEqual(pagesOf(first.bytes).map(plain));
  expect(bookmarksOf(later.bytes).map(({ title }) => title)).toEqual(
    bookmarksOf(first.bytes).map(({ title }) => title),
  );
  expect(structureOf(later.bytes).split("\n")).toHaveLength(structureOf(first.bytes).split("\n").length);
  expect(infoOf(first.bytes)).toMatch(/CreationDate:\s+2026-09-14T12:00:00Z/);
  expect(infoOf(later.bytes)).toMatch(/CreationDate:\s+2026-09-15T12:00:00Z/);
});

test("the file's identity follows from what is in it", async () => {
  const idOf = (bytes: Uint8Array) => /\/ID \[<([0-9a-f]+)>/.exec(Buffer.from(bytes).toString("latin1"))?.[1];
  const model = packetModel(packetInput(sampleFindings(), { originals: delivered }));
  const other = originals.map((one) => ({ ...one, bytes: new TextEncoder().encode("Hours\n4.39\n") }));
  const changed = await drained(makeFile(model, "pdf", other, { fonts: FONTS }));
  expect(idOf((await file("pdf")).bytes)).toMatch(/^[0-9a-f]{32}$/);
  expect(idOf(changed.bytes)).not.toBe(idOf((await file("pdf")).bytes));
});
