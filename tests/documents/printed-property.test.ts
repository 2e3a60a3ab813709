import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Interpretation } from "#main/documents/interpretation.ts";
import { extend, formatQuantity, formatRate, group } from "#shared/money.ts";
import { factsIn, invoicePdf, pdfSheets, problemsIn } from "./pdf-support.ts";
import { csv, sheets, xlsx } from "./support.ts";

const LABELS = [
  ["Invoice Number", "INV-HARBOR-0000000614"],
  ["Invoice Date", "2026-09-12"],
  ["Station", "DXA4"],
  ["Period Start", "2026-09-06"],
  ["Period End", "2026-09-12"],
  ["Invoice Type", "Variable"],
] as const;
const SECTIONS = ["Routes", "Training sessions", "Late cancellations", "Unplanned delay", "Packages"] as const;
const WORDS = [
  "Standard Parcel Electric - Rivian MEDIUM",
  "Block of 10 Hours",
  "On-Road Experience: Driver",
  "Variable Per Shipment",
  "Delivery Complete",
  "AMZL Late Cancel- weekend",
  "w/ Ride Along",
  "Large Van",
] as const;

const line = fc.record({
  date: fc.constantFrom("", "2026-09-06", "2026-09-07", "2026-09-12"),
  description: fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 }).map((words) => words.join(" - ")),
  rate: fc.integer({ min: 1, max: 60_000 }).map((cents) => cents * 100),
  quantity: fc.integer({ min: 1, max: 1_200_000 }).map((hundredths) => hundredths * 100),
  /** What the printed amount is off by: a wrong line must be read as it is printed. */
  off: fc.constantFrom(0, 0, 0, 1, -1, 2_500),
  bare: fc.boolean(),
});
const invoice = fc.record({
  sections: fc
    .shuffledSubarray([...SECTIONS], { minLength: 1 })
    .chain((names) =>
      fc.tuple(
        ...names.map((name) =>
          fc.record({ name: fc.constant(name), lines: fc.array(line, { minLength: 1, maxLength: 12 }) }),
        ),
      ),
    ),
  order: fc.shuffledSubarray(["Description", "Rate", "Quantity", "Amount"], { minLength: 4 }),
  wide: fc.boolean(),
  sums: fc.boolean(),
  upper: fc.boolean(),
  align: fc.constantFrom("top", "middle", "bottom"),
});

const money = (cents: number) =>
  `${cents < 0 ? "-" : ""}${group(Math.trunc(Math.abs(cents) / 100))}.${String(Math.abs(cents) % 100).padStart(2, "0")}`;
const amountOf = (each: { rate: number; quantity: number; off: number }) => extend(each.rate, each.quantity) + each.off;

/** What was read, apart from where it stood. */
function valuesOf(read: readonly Interpretation[]) {
  return { problems: problemsIn(read), heads: factsIn("invoice", read), lines: factsIn("invoiceLine", read) };
}

describe("any invoice", () => {
  it("reads the same from its PDF, its workbook and its CSV, and its lines are what was printed", async () => {
    await fc.assert(
      fc.asyncProperty(invoice, async ({ sections, order, wide, sums, upper, align }) => {
        const rows = sections.flatMap(({ name, lines }) => lines.map((each) => ({ ...each, name })));
        const total = rows.reduce((sum, each) => sum + amountOf(each), 0);
        const texts = (each: (typeof rows)[number]): Record<string, string> => ({
          Date: each.date,
          Description: each.description,
          Rate: each.bare ? "" : formatRate(each.rate),
          Quantity: each.bare ? "" : formatQuantity(each.quantity),
          Amount: money(amountOf(each)),
        });
        const columns = ["Date", ...order];
        const turned = (cells: Record<string, string>) => columns.map((column) => cells[column] ?? "");
        const printed = await invoicePdf({
          labels: LABELS,
          align,
          header: columns.map((title) => (upper ? title.toUpperCase() : title)),
          widths: columns.map((column) => (column === "Description" ? (wide ? "*" : 120) : 70)),
          rows: [
            ...sections.flatMap(({ name, lines }) => {
              const sum = lines.reduce((all, each) => all + amountOf(each), 0);
              const heading = turned({
                Description: name,
                ...(sums ? { Quantity: String(lines.length), Amount: money(sum) } : {}),
              });
              return [heading, ...lines.map((each) => turned(texts({ ...each, name })))];
            }),
            turned({ Description: "Total Due", Amount: money(total) }),
          ],
        });
        const header = ["Section", "Date", "Description", "Rate", "Quantity", "Amount"];
        const table = [
          ...LABELS.map((pair) => [...pair]),
          header,
          ...rows.map((each) => header.map((column) => ({ ...texts(each), Section: each.name })[column] ?? "")),
          ["Total Due", "", "", "", "", money(total)],
        ];
        const quoted = table.map((row) => row.map((cell) => `"${cell}"`).join(","));
        const expected = valuesOf(sheets(csv(...quoted)));
        expect(expected.problems).toEqual([]);
        expect(expected.lines.map(({ amountCents }) => amountCents)).toEqual(rows.map(amountOf));
        expect(valuesOf(sheets(xlsx({ Invoice: table })))).toEqual(expected);
        expect(valuesOf(await pdfSheets(printed))).toEqual(expected);
      }),
      { numRuns: 25 },
    );
  });
});
