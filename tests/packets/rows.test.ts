/** Rows for portals: the same findings and totals as the pages, and no text that could become a formula. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { read, utils } from "xlsx";
import { packetModel } from "#main/packets/model.ts";
import type { PacketModel } from "#main/packets/packet.ts";
import { packetCsv, packetWorkbook } from "#main/packets/rows.ts";
import { TEMPLATES } from "#main/packets/templates.ts";
import { CHECK_CODES, DIRECTIONS } from "#shared/catalogue.ts";
import { parseCents } from "#shared/money.ts";
import { amazonClaim, finding, packetInput, sampleFindings } from "./support.ts";

/** Reads CSV as a program does that knows nothing of ours. */
function parsed(bytes: Uint8Array): string[][] {
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const rows: string[][] = [[]];
  let cell = "";
  let quoted = false;
  const body = text.slice(1);
  for (let at = 0; at < body.length; at += 1) {
    const char = body[at] ?? "";
    if (quoted && char === '"' && body[at + 1] === '"') {
      cell += char;
      at += 1;
    } else if (char === '"') quoted = !quoted;
    else if (!quoted && (char === "," || char === "\r")) {
      rows.at(-1)?.push(cell);
      cell = "";
    } else if (!quoted && char === "\n") rows.push([]);
    else cell += char;
  }
  return rows.slice(0, -1);
}

const sheetOf = (model: PacketModel) => {
  const sheet = read(packetWorkbook(model)).Sheets.Findings ?? {};
  return utils.sheet_to_json<(string | number | null)[]>(sheet, { header: 1, raw: true, defval: null });
};

const amounts = fc.array(
  fc.record({
    code: fc.constantFrom(...CHECK_CODES),
    direction: fc.constantFrom(...DIRECTIONS),
    amountCents: fc.option(fc.integer({ min: 1, max: 90_000_000 }), { freq: 5 }),
    status: fc.constantFrom("open", "confirmed"),
    counterparty: fc.constantFrom("Amazon", "Crestline", null),
  }),
  { minLength: 1, maxLength: 30 },
);

describe("totals", () => {
  test("the column Claimed sums to the total on the cover, in CSV and XLSX, chosen or claimed", () => {
    fc.assert(
      fc.property(amounts, fc.boolean(), (drafts, isClaim) => {
        const findings = drafts.map((draft, index) =>
          finding({ ...draft, id: `f${index}`, subject: `subject ${index}` }),
        );
        const claim = isClaim ? { claim: amazonClaim(findings) } : {};
        const model = packetModel(packetInput(findings, claim));
        const [titles = [], ...rows] = parsed(packetCsv(model));
        const column = titles.indexOf("Claimed");
        const total = rows.reduce((sum, row) => sum + (parseCents(row[column] || "0") ?? Number.NaN), 0);
        expect(total).toBe(model.cover.claimable.cents);
        expect(rows).toHaveLength(findings.length);
        const cells = sheetOf(model)
          .slice(1)
          .map((row) => row[column]);
        const cents = cells.reduce<number>((sum, cell) => sum + Math.round(Number(cell ?? 0) * 100), 0);
        expect(cents).toBe(model.cover.claimable.cents);
        expect(cells.every((cell) => cell === null || typeof cell === "number")).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

describe("a row", () => {
  const findings = sampleFindings().filter(({ counterparty }) => counterparty === "Amazon");
  const model = packetModel(packetInput(findings, { template: TEMPLATES.amazon, claim: amazonClaim(findings) }));

  test("says claim, check, subject, day, invoice, amount, formula and where the evidence stands", () => {
    const [titles = [], first = []] = parsed(packetCsv(model));
    expect(Object.fromEntries(titles.map((title, index) => [title, first[index]]))).toEqual({
      Claim: "C-0012",
      Packet: "2026-0007",
      "No.": "1",
      Check: "A01",
      Title: "Route completed but not paid",
      "Claimed from": "Amazon",
      Invoice: "INV-DXA400-0000000614",
      Station: "DXA4",
      From: "2026-09-06",
      To: "2026-09-12",
      Day: "2026-09-07",
      Subject: "Mon, Sep 7 · Standard Parcel Electric - Rivian MEDIUM · 10 h",
      Claimed: "650.00",
      Estimated: "no",
      Sentence: findings[0]?.sentence,
      Formula: "(14 completed - 12 invoiced) x 325.00 = 2 x 325.00 = 650.00",
      Evidence: "INV-DXA400-0000000614.xlsx, sheet Invoice, row 14; ABCD Weekly Report-2026-09-12.csv, row 6",
    });
  });

  test("money is a number with its format in the workbook", () => {
    const sheet = read(packetWorkbook(model), { cellNF: true }).Sheets.Findings ?? {};
    expect(sheet.M2).toMatchObject({ t: "n", v: 650, z: "#,##0.00" });
  });

  test("a file for Excel begins with its mark and ends lines as it expects", () => {
    const bytes = packetCsv(model);
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(bytes).split("\r\n")).toHaveLength(findings.length + 2);
  });

  test("the day is left out where the cells name several", () => {
    const twoDays = findings.map((one) => ({
      ...one,
      evidence: one.evidence.map((item, index) => ({ ...item, cells: { Date: `2026-09-0${7 + index}` } })),
    }));
    const [titles = [], first = []] = parsed(packetCsv(packetModel(packetInput(twoDays))));
    expect(first[titles.indexOf("Day")]).toBe("");
  });
});

test("no text of a finding becomes a formula, in either format", () => {
  const dangerous = fc
    .tuple(fc.constantFrom("=", "+", "-", "@", " =", "\t="), fc.string({ maxLength: 30 }))
    .map(([start, rest]) => `${start}${rest}`);
  fc.assert(
    fc.property(dangerous, dangerous, (subject, formula) => {
      const model = packetModel(packetInput([finding({ code: "A01", id: "f", subject, formula })]));
      const cells = [...parsed(packetCsv(model)).flat(), ...sheetOf(model).flat()].filter(
        (cell) => typeof cell === "string",
      );
      expect(cells.filter((cell) => /^\s*[=+@-]/.test(cell) && !/^-?\d/.test(cell))).toEqual([]);
    }),
  );
});
