import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { packetModel } from "#main/packets/model.ts";
import type { PacketFinding, PacketInput } from "#main/packets/packet.ts";
import { packetPdf } from "#main/packets/pdf.ts";
import { formatCents } from "#shared/money.ts";
import { infoOf, pagesOf, squeezed, wordsOf } from "./reading.ts";
import { drained, FONTS, finding, manyFindings, packetInput, sampleFindings, sha, sourceRow } from "./support.ts";

const make = (findings: readonly PacketFinding[], more: Partial<PacketInput> = {}) =>
  drained(packetPdf(packetModel(packetInput(findings, more)), { fonts: FONTS }));

describe("the sample week's packet", async () => {
  const { bytes, pages } = await make(sampleFindings());
  const texts = pagesOf(bytes);
  const all = texts.join("\n");

  test("the cover carries number, company, total, deadline and author", () => {
    const [cover = ""] = texts;
    for (const part of [
      "AUDIT PACKET",
      "2026-0007",
      "Sunrise Parcel Logistics LLC",
      "$1,337.94",
      "3 confirmed, $1,083.94; 1 open, $254.00",
      "Estimated rates: $12.02",
      "Amazon, $916.02",
      "Crestline Fleet Leasing LLC, $421.92",
      "INV-DXA400-0000000614",
      "Week 37 · Sep 6 – 12, 2026",
      "Sep 15, 2026 · 1 day after this packet was prepared",
      "Renée Okafor",
      "Sep 14, 2026",
    ])
      expect(cover).toContain(part);
    expect(cover).toMatch(/Paid too much by us\s+1 finding\s+\$21\.38/);
    expect(cover).toMatch(/Watch\s+1 finding\s+No amount/);
  });

  test("page x of y and the packet's number stand on every page", () => {
    expect(texts).toHaveLength(pages);
    for (const [index, text] of texts.entries()) {
      expect(text).toContain(`Page ${index + 1} of ${pages}`);
      expect(text).toMatch(/Backhaul audit packet\s+2026-0007/);
    }
  });

  test("the summary adds up by check and by invoice", () => {
    const summary = texts[1] ?? "";
    expect(summary).toMatch(/A01\s+Route completed but not paid\s+1\s+\$650\.00/);
    expect(summary).toMatch(/E02\s+Billed after return\s+1\s+\$421\.92/);
    expect(summary).toMatch(/Total claimable\s+4\s+\$1,337\.94/);
    expect(summary).toMatch(/CFL-2026-09-3381\s+Crestline Fleet Leasing LLC\s+Sep 15, 2026\s+1\s+\$421\.92/);
    expect(summary).toMatch(/Total, not part of the claim\s+1\s+\$21\.38/);
  });

  test("the page named for a finding is the page it is on", () => {
    const rows = [...(texts[1] ?? "").matchAll(/^\s+(\d+)\s+([A-Z]\d\d)\s.*?(\d+)$/gm)];
    expect(rows).toHaveLength(6);
    for (const [, number, code, page] of rows)
      expect(texts[Number(page) - 1]).toMatch(new RegExp(`^\\s*${number}\\s+${code}\\s`, "m"));
  });

  test("each finding brings sentence, formula, both sides, notes and what it takes the place of", () => {
    for (const { sentence, formula, sides, notes, takesPlaceOf } of sampleFindings()) {
      const parts = [sentence, formula, ...notes, ...takesPlaceOf.map((other) => other.label)];
      for (const side of sides) parts.push(side.title, ...side.columns.flatMap((title) => title.split(" ")));
      for (const part of parts) expect(squeezed(all)).toContain(squeezed(part));
    }
    expect(all).toContain("(14 completed - 12 invoiced) x 325.00 = 2 x 325.00 = 650.00");
  });

  test("evidence names file, hash, sheet and row and shows every cell", () => {
    for (const { sourceRows } of sampleFindings()) {
      for (const row of sourceRows) {
        const page = squeezed(texts.slice(2).join(" "));
        expect(page).toContain(squeezed(row.document));
        expect(page).toContain(`SHA-256${row.sha256}`);
        if (row.sheet !== null) expect(page).toContain(`sheet${row.sheet}`);
        for (const word of [...row.columns, ...row.cells].flatMap((cell) => cell.split(/[\s-]+/)))
          expect(page).toContain(word);
      }
    }
    expect(all).toMatch(/14\s+Routes\s+2026-09-07/);
    expect(all).toContain("Row 118");
  });

  test("names keep their accents", () => {
    for (const name of ["Nguyễn Thị Hường", "Łukasz Żółć", "Ángel Muñoz Íñiguez"]) expect(all).toContain(name);
    expect(squeezed(all)).toContain("MaximilianaKonstantinopoulou-Featherstonehaugh");
  });

  test("the index and the audit trail close it", () => {
    const last = texts.slice(-2).join("\n");
    for (const part of [
      "Source files",
      sha("Timecard.csv"),
      "402, 403, 511",
      "Sheet Invoice: 14, 21",
      "Audit trail",
      sha("head"),
      "9 files, 1,204 rows",
    ])
      expect(last).toContain(part);
  });

  test("the file knows what it is", () => {
    const info = infoOf(bytes);
    expect(info).toMatch(/Title:\s+Backhaul packet 2026-0007/);
    expect(info).toMatch(/Author:\s+Backhaul/);
    expect(info).toMatch(/CreationDate:\s+2026-09-14T/);
    expect(info).toMatch(/Page size:\s+612 x 792 pts \(letter\)/);
    const raw = Buffer.from(bytes).toString("latin1");
    expect(raw).toContain("/Lang (en-US)");
    expect(raw).toContain("/Outlines");
  });
});

test("the same model gives the same bytes, another number another file identity", async () => {
  const first = await make(sampleFindings());
  const again = await make([...sampleFindings()].reverse());
  expect(Buffer.compare(first.bytes, again.bytes)).toBe(0);
  const idOf = (bytes: Uint8Array) => /\/ID \[<([0-9a-f]+)>/.exec(Buffer.from(bytes).toString("latin1"))?.[1];
  const other = await make(sampleFindings(), { packetNumber: "2026-0008" });
  expect(idOf(first.bytes)).toBeDefined();
  expect(idOf(other.bytes)).not.toBe(idOf(first.bytes));
});

test("two packets at once do not disturb each other", async () => {
  const seen: number[][] = [[], []];
  const both = await Promise.all(
    ["2026-0011", "2026-0012"].map((packetNumber, at) =>
      drained(
        packetPdf(packetModel(packetInput(manyFindings(6 + 12 * at), { packetNumber })), { fonts: FONTS }),
        ({ stage, total }) => stage === "writing" && seen[at]?.push(total),
      ),
    ),
  );
  for (const [at, { bytes, pages }] of both.entries()) {
    expect(pagesOf(bytes)[0]).toContain(`2026-001${at + 1}`);
    expect(new Set(seen[at])).toEqual(new Set([pages]));
  }
});

describe("wide and long evidence", () => {
  const columns = Array.from({ length: 60 }, (_, index) => `Column title ${index + 1}`);
  const wide = (cells: string[]) =>
    finding({ code: "E04", sourceRows: [sourceRow("wide.xlsx", "All", 77, columns, cells, ["Column title 3"])] });

  test("a row of 60 columns keeps every cell", async () => {
    const { bytes } = await make([wide(columns.map((_, index) => (index % 7 === 6 ? "" : `value-${index + 1}-end`)))]);
    const text = squeezed(pagesOf(bytes).join(" "));
    for (const index of columns.keys()) {
      expect(text).toContain(`Columntitle${index + 1}`);
      if (index % 7 !== 6) expect(text).toContain(`value-${index + 1}-end`);
    }
    expect(text).toContain("EmptyinthesourceColumntitle7,Columntitle14".replace("source", "source:"));
  });

  test("a cell longer than a page is continued, not dropped", async () => {
    const words = Array.from({ length: 4_000 }, (_, index) => `w${index}`);
    const { bytes } = await make([wide(["a", "b", words.join(" "), ...columns.slice(3).map(() => "c")])]);
    const found = new Set(wordsOf(bytes).map((word) => word.text));
    expect(words.filter((word) => !found.has(word))).toEqual([]);
    expect(found).toContain("(continued)");
  });

  test("no row is cut in the middle by the end of a page", async () => {
    const rows = Array.from({ length: 80 }, (_, row) =>
      sourceRow("tall.csv", null, row + 2, ["A", "B"], [`r${row}a\nr${row}b\nr${row}c`, "x"], ["A"]),
    );
    const { bytes } = await make([finding({ code: "A06", sourceRows: rows })]);
    const texts = pagesOf(bytes).map((text) => new Set(text.split(/\s+/)));
    for (const row of rows.keys()) {
      const [page] = texts.filter((words) => words.has(`r${row}a`));
      expect(page?.has(`r${row}b`) && page.has(`r${row}c`)).toBe(true);
    }
  });

  test("whatever the sizes, no word is lost and none leaves the page", async () => {
    const cell = fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 400 }), fc.boolean());
    const shape = fc.record({
      columns: fc.integer({ min: 1, max: 30 }),
      rows: fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 12 }),
      sides: fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 60 })),
      sentence: fc.integer({ min: 1, max: 1_500 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(shape, { minLength: 1, maxLength: 3 }), async (shapes) => {
        let next = 0;
        const written: string[] = [];
        const word = () => {
          next += 1;
          written.push(`q${next}z`);
          return `q${next}z`;
        };
        const text = (words: number, lines = false) => Array.from({ length: words }, word).join(lines ? "\n" : " ");
        const findings = shapes.map((one, at) => {
          const titles = Array.from({ length: one.columns }, (_, index) => `T${index}`);
          const grid = one.rows.map((cells) =>
            titles.map((_, index) => {
              const [few, many, lines] = cells[index % cells.length] ?? [0, 0, false];
              return text(index < cells.length && many > 350 ? many : few, lines);
            }),
          );
          const side = Array.from({ length: one.sides[0] }, (_, index) => `S${index}`);
          return finding({
            code: "A01",
            id: `f${at}`,
            subject: `subject ${at}`,
            sentence: text(one.sentence),
            formula: text(one.sentence % 200),
            notes: [text(one.sentence % 300)],
            sides: [0, 1].map((half) => ({
              title: `side ${half}`,
              columns: side,
              rows: Array.from({ length: half === 0 ? one.sides[1] : 1 }, () => side.map(() => text(2))),
              marked: [0],
            })),
            sourceRows: grid.map((cells, row) => sourceRow(`f${at}.csv`, null, row + 2, titles, cells, ["T0"])),
          });
        });
        const { bytes } = await make(findings);
        const words = wordsOf(bytes);
        const found = new Set(words.map((one) => one.text));
        expect(written.filter((one) => !found.has(one))).toEqual([]);
        const outside = words.filter((one) => one.left < 53.5 || one.right > 558.5 || one.top < 24 || one.bottom > 768);
        expect(outside).toEqual([]);
        const empty = pagesOf(bytes).filter((page) => page.split("\n").filter((line) => line.trim() !== "").length < 3);
        expect(empty).toEqual([]);
      }),
      { numRuns: 12, endOnFailure: true },
    );
  }, 60_000);
});

test("characters the fonts lack are shown by their code, never as an empty box", async () => {
  const { bytes } = await make([
    finding({ code: "F01", sentence: "Driver 你好 moved A → B, N\u0303andu\u0301, bell \u0007." }),
  ]);
  expect(squeezed(pagesOf(bytes).join(""))).toContain("Driver[U+4F60][U+597D]movedA->B,Ñandú,bell[U+0007].");
});

test("dismissed findings that were asked for are labelled and not counted", async () => {
  const dismissed = finding({
    code: "A04",
    status: "dismissed",
    history: [
      {
        at: "2026-09-13T10:00",
        actor: "renee",
        action: "dismissed",
        reason: "Rate letter arrived late",
        amountCents: 32_500,
      },
    ],
  });
  const { bytes } = await make([dismissed, finding({ code: "A01", amountCents: 100 })], {
    statuses: ["open", "confirmed", "dismissed"],
  });
  const text = pagesOf(bytes).join("\n");
  expect(text).toContain("Dismissed, not counted");
  expect(text).toContain("Dismissed by renee: Rate letter arrived late");
  expect(text).toMatch(/Total claimable\s+1\s+\$1\.00/);
});

test("the cover stays one page however many are claimed from", async () => {
  const findings = Array.from({ length: 40 }, (_, at) =>
    finding({
      code: "A06",
      id: `f${at}`,
      counterparty: `Counterparty ${at} with a rather long name, Incorporated`,
      invoiceNumber: `INV-DXA400-00000000${at}`,
      station: `DX${at}`,
      period: ["2026-09-06", "2026-08-30", "2026-08-23", "2026-08"][at % 4] ?? "",
    }),
  );
  const { bytes } = await make([...findings, ...sampleFindings()], {
    workspace: "A company with a long name ".repeat(4).trim(),
  });
  const [cover = "", summary = ""] = pagesOf(bytes);
  expect(cover).toContain("Aug 1 – Sep 30, 2026 (3 weeks, 2 months)");
  expect(cover).toContain("and 40 more, in the bookmarks");
  expect(summary).toContain("Claimable, by check");
});

test("a packet of what nobody owes says so", async () => {
  const { bytes } = await make(sampleFindings().filter((one) => one.counterparty === null));
  const [cover = ""] = pagesOf(bytes);
  expect(cover).toContain("Nothing in this packet is claimed from anybody.");
  expect(cover).toContain("$0.00");
});

test("a cancelled packet stops with the signal's reason", async () => {
  const model = packetModel(packetInput(sampleFindings()));
  await expect(
    drained(packetPdf(model, { fonts: FONTS, signal: AbortSignal.abort(new Error("cancelled")) })),
  ).rejects.toThrow("cancelled");
  const controller = new AbortController();
  const late = drained(packetPdf(model, { fonts: FONTS, signal: controller.signal }), () =>
    controller.abort(new Error("enough")),
  );
  await expect(late).rejects.toThrow("enough");
});

test("a missing font is named", async () => {
  const model = packetModel(packetInput(sampleFindings()));
  await expect(drained(packetPdf(model, { fonts: { ...FONTS, mono: "/nowhere/Mono.ttf" } }))).rejects.toThrow(
    "/nowhere/Mono.ttf",
  );
});

test("200 findings are one packet whose parts add up on paper", async () => {
  const findings = manyFindings(200);
  const model = packetModel(packetInput(findings));
  const { bytes, pages } = await drained(packetPdf(model, { fonts: FONTS }));
  const texts = pagesOf(bytes);
  expect(texts).toHaveLength(pages);
  expect(texts[0]).toContain(formatCents(model.cover.claimable.cents));
  expect(texts.every((text, index) => text.includes(`Page ${index + 1} of ${pages}`))).toBe(true);
  const listed = [
    ...texts.join("\n").matchAll(/^\s+(\d+)\s+[A-Z]\d\d\s.*?(Confirmed|Open)\s+(\$[\d,.]+|No amount)\s+(\d+)$/gm),
  ];
  expect(listed).toHaveLength(200);
  const wrong = listed.filter(
    ([, number, , , page]) => !new RegExp(`^\\s*${number}\\s+[A-Z]\\d\\d\\s`, "m").test(texts[Number(page) - 1] ?? ""),
  );
  expect(wrong).toEqual([]);
});

test("no page is empty, wherever on its last page a table ends", async () => {
  for (const length of [12, 20, 21, 22, 58, 59]) {
    const rows = Array.from({ length }, (_, row) =>
      sourceRow("t.csv", null, row + 2, ["A", "B"], [`r${row}`, "x"], ["A"]),
    );
    const { bytes } = await make([finding({ code: "A06", sourceRows: rows }), finding({ code: "E04", id: "z" })]);
    const empty = pagesOf(bytes).filter((page) => page.split("\n").filter((line) => line.trim() !== "").length < 3);
    expect(empty).toEqual([]);
  }
});
