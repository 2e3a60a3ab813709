/** What a packet is beneath its looks: bookmarks, structure, language, embedded files. Read with qpdf and poppler. */
import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { packetModel } from "#main/packets/model.ts";
import { type Original, originalNames } from "#main/packets/originals.ts";
import { setPages } from "#main/packets/pdf/setting.ts";
import { makeFile } from "#main/packets/write.ts";
import { attachmentsOf, type Bookmark, bookmarksOf, flawsOf, objectsOf, pagesOf, structureOf } from "./reading.ts";
import { drained, FONTS, finding, packetInput, sampleFindings, sha, sourceRow } from "./support.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const hashOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** The sample with every original at hand. */
function withOriginals() {
  const findings = sampleFindings();
  const documents = [...new Set(findings.flatMap(({ evidence }) => evidence.map(({ document }) => document)))];
  const originals: Original[] = documents.map((document) => ({
    document,
    sha256: sha(document),
    bytes: bytesOf(`Original of ${document}\n`),
  }));
  const names = originalNames(originals);
  const delivered = new Map(
    originals.map(({ sha256 }) => [sha256, { delivery: "embedded" as const, name: names.get(sha256) ?? null }]),
  );
  return { model: packetModel(packetInput(findings, { originals: delivered })), originals };
}

describe("the sample week's packet", async () => {
  const { model, originals } = withOriginals();
  const { bytes } = await drained(makeFile(model, "pdf", originals, { fonts: FONTS }));

  test("is a sound file", () => {
    expect(flawsOf(bytes)).toBe("");
  });

  test("has bookmarks for every part, check and finding, which lead to its page", () => {
    const marks = bookmarksOf(bytes);
    expect(marks.map(({ title }) => title)).toEqual([
      "Summary",
      "Amazon",
      "Crestline Fleet Leasing LLC",
      "Internal findings",
      "Source files",
      "Audit trail",
    ]);
    expect(marks[1]?.kids.map(({ title, kids }) => [title, kids.map((kid) => kid.title)])).toEqual([
      [
        "A01  Route completed but not paid (1)",
        ["1. A01 Mon, Sep 7 · Standard Parcel Electric - Rivian MEDIUM · 10 h"],
      ],
      [
        "A08  Ride-along or on-road experience paid as a standard route (1)",
        ["2. A08 Wed, Sep 9 · On-Road Experience: Driver · 10 h"],
      ],
      ["A13  Unplanned delay short (1)", ["3. A13 Thu, Sep 10 · unplanned delay"]],
    ]);
    const pages = pagesOf(bytes);
    const all = (mark: Bookmark): Bookmark[] => [mark, ...mark.kids.flatMap(all)];
    for (const { title, destpageposfrom1: page } of marks.flatMap(all)) {
      const [, number, code] = /^(\d+)\. (\w\d\d) /.exec(title) ?? [];
      if (code) expect(pages[(page ?? 0) - 1]).toMatch(new RegExp(`^\\s*${number}\\s+${code}\\s`, "m"));
      else expect(page).toBeGreaterThan(0);
    }
  });

  test("says its language, shows its title and keeps reading order", () => {
    const objects = Object.values(objectsOf(bytes)).map(({ value }) => value as Record<string, unknown> | undefined);
    const catalog = objects.find((value) => value?.["/Type"] === "/Catalog");
    expect(catalog?.["/Lang"]).toBe("u:en-US");
    expect(catalog).toHaveProperty(["/StructTreeRoot"]);
    expect(objects).toContainEqual({ "/DisplayDocTitle": true });
    expect(objects).toContainEqual({ "/Marked": true });
    const structure = structureOf(bytes);
    const order = [
      "AUDIT PACKET",
      "Total claimable",
      "Claimable, by check",
      "On Mon, Sep 7 the work summary",
      "The files as they were",
      "Every change is written",
    ];
    const places = order.map((text) => structure.indexOf(text));
    expect(places.every((place, index) => place > (places[index - 1] ?? -1))).toBe(true);
  });

  test("has headings in levels and tables with titles, rows and cells", () => {
    const structure = structureOf(bytes);
    const count = (element: string) => structure.match(new RegExp(`^\\s*${element}(?: \\(|:|$)`, "gm"))?.length ?? 0;
    expect(count("H1")).toBe(1);
    expect(count("H4")).toBe(6);
    expect(count("Table")).toBeGreaterThan(20);
    expect(count("TR")).toBeGreaterThan(50);
    expect(structure).toMatch(/TH:?\s+\/Scope \/Column\s+"Completed "\s+"routes"/);
    expect(structure).toMatch(/TD\s+"14"/);
    expect(structure).toMatch(/Caption[\s\S]*?"EVIDENCE, AS IT STANDS IN THE SOURCE"/);
    expect(structure).toMatch(/Link \(inline\)\s+"3"\s+Object/);
  });

  test("has every word of its pages in the structure, once; heads and feet of the pages stay out", () => {
    const words = (text: string) => text.split(/\s+/).filter(Boolean).sort();
    const told = [...structureOf(bytes).matchAll(/^\s*"(.*)"$/gm)].map(([, text]) => text).join(" ");
    const printed = pagesOf(bytes)
      .flatMap((page) =>
        page.split("\n").filter((line) => !/^\s*(?:Backhaul audit packet\s|ABCD · prepared )/.test(line)),
      )
      .join(" ");
    expect(words(told).join("").length).toBe(words(printed).join("").length);
    expect(told).not.toContain("Page 1 of");
  });

  test("embeds every original, the rows and the manifest, and says of each what it is", () => {
    const attached = attachmentsOf(bytes);
    for (const { document, sha256, bytes: original } of originals) {
      expect(hashOf(attached.get(document) ?? new Uint8Array())).toBe(hashOf(original));
      expect(pagesOf(bytes).join("").replace(/\s/g, "")).toContain(sha256);
    }
    expect(new TextDecoder().decode(attached.get("findings.csv"))).toContain("650.00");
    const manifest = JSON.parse(new TextDecoder().decode(attached.get("backhaul-packet.json")));
    expect(manifest).toMatchObject({ format: "backhaul packet 1", packet: "2026-0007", totalCents: 133_794 });
    expect(manifest.sources).toHaveLength(originals.length);
    const specs = Object.values(objectsOf(bytes)).flatMap(({ value }) =>
      (value as { "/Type"?: string })?.["/Type"] === "/Filespec" ? [value as Record<string, string>] : [],
    );
    expect(specs.filter((spec) => spec["/AFRelationship"] === "/Source")).toHaveLength(originals.length);
    expect(specs.filter((spec) => spec["/AFRelationship"] === "/Data")).toHaveLength(2);
    const types = Object.values(objectsOf(bytes)).flatMap(({ stream }) => {
      const dict = stream?.dict as Record<string, string> | undefined;
      return dict?.["/Type"] === "/EmbeddedFile" ? [dict["/Subtype"]] : [];
    });
    expect(types).toContain("/text/csv");
    expect(types).toContain("/application/json");
  });
});

test("a head that is repeated on the next page is in the structure once", async () => {
  const rows = Array.from({ length: 150 }, (_, row) =>
    sourceRow(
      "long.csv",
      null,
      row + 2,
      ["Left title", "Right title"],
      [`left ${row}`, `right ${row}`],
      ["Left title"],
    ),
  );
  const model = packetModel(packetInput([finding({ code: "A06", sourceRows: rows })]));
  const { bytes } = await drained(makeFile(model, "pdf", [], { fonts: FONTS }));
  const onPages = pagesOf(bytes).filter((page) => page.includes("Left title")).length;
  expect(onPages).toBeGreaterThan(2);
  const structure = structureOf(bytes);
  expect(structure.match(/"Left title"/g)).toHaveLength(1);
  for (const row of rows.keys()) expect(structure).toContain(`"left ${row}"`);
});

test("names of attachments are safe and each is used once", () => {
  const names = originalNames([
    { document: "a.zip/week.csv", sha256: "1" },
    { document: "b.zip/week.csv", sha256: "2" },
    { document: "b.zip/Week.csv", sha256: "3" },
    { document: "../..\\evil:7.xlsx", sha256: "4" },
    { document: "Łódź ".repeat(60), sha256: "5" },
  ]);
  expect([...names.values()].slice(0, 4)).toEqual(["week.csv", "week (2).csv", "Week (3).csv", "evil-7.xlsx"]);
  expect([...(names.get("5") ?? "")].length).toBeLessThanOrEqual(150);
});

test("a block that does not fit its page is an error, never half a document", async () => {
  const lines = Array.from({ length: 90 }, (_, at) => ({ text: `line ${at}` }));
  const setting = {
    parts: [[{ stack: lines, unbreakable: true }]],
    footer: () => "",
    info: {},
    made: new Date(0),
    fonts: FONTS,
  };
  await expect(drained(setPages(setting))).rejects.toThrow(/lines of the document found no place on its pages/);
});
