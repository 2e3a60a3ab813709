/** Sums that are right are never a finding, however a lessor prints them; a total that is wrong by x is a finding of exactly x. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { E19 } from "#main/reconcile/checks/lease/E19-invoice-arithmetic.ts";
import { plainCents } from "#shared/money.ts";
import { reconcile } from "../../support/workbench.ts";

interface Line {
  readonly amount: number;
  readonly tax: number;
}

const COLUMNS = "VIN,Unit,Description,Service From,Service To,Amount,Tax,Total";
const VIN = "1FTBW2CM9KKA00412";

/** A sum as lessors print it: its figure in its own column, in the last one, or all three. */
const STYLES = ["total", "last", "all"] as const;
type Style = (typeof STYLES)[number];

const line = fc.record({ amount: fc.integer({ min: 1, max: 200_000 }), tax: fc.integer({ min: 0, max: 9_999 }) });
const invoice = fc.record({
  sections: fc.array(
    fc.record({ lines: fc.array(line, { minLength: 1, maxLength: 4 }), style: fc.constantFrom(...STYLES) }),
    {
      minLength: 1,
      maxLength: 4,
    },
  ),
  printsSections: fc.boolean(),
  words: fc.constantFrom("Total Due", "Grand Total", "Invoice Total", "Total"),
  below: fc.constantFrom<"total" | "block">("total", "block"),
  style: fc.constantFrom(...STYLES),
});
type Invoice = typeof invoice extends fc.Arbitrary<infer T> ? T : never;

const NAMES = ["Rent", "Fees", "Tolls", "Repairs"];
const sum = (lines: readonly Line[]) => ({
  amount: lines.reduce((all, { amount }) => all + amount, 0),
  tax: lines.reduce((all, { tax }) => all + tax, 0),
});

function row(words: string, { amount, tax }: Line, style: Style, more = 0): string {
  const total = plainCents(amount + tax + more);
  if (style === "all") return `${words},,,,,${plainCents(amount)},${plainCents(tax)},${total}`;
  return style === "total" ? `${words},,,,,,,${total}` : `${words},,,,,${total},,`;
}

/** The invoice's CSV, its own total wrong by `wrong` cents. */
function printed({ sections, printsSections, words, below, style }: Invoice, wrong: number): string {
  const rows = sections.flatMap(({ lines, style: own }, index) => [
    ...lines.map(
      ({ amount, tax }, at) =>
        `${VIN},1042,Charge ${index} ${"abcd".charAt(at)},2026-08-01,2026-08-31,${plainCents(amount)},${plainCents(tax)},${plainCents(amount + tax)}`,
    ),
    ...(printsSections ? [row(`${NAMES[index]} total`, sum(lines), own)] : []),
  ]);
  const all = sum(sections.flatMap(({ lines }) => lines));
  const block =
    below === "total"
      ? // A bare "Total" in the column of amounts may be that of the amounts.
        [row(words, all, words === "Total" && style === "last" ? "total" : style, wrong)]
      : [
          `Subtotal,,,,,${plainCents(all.amount)},,`,
          ...(all.tax > 0 ? [`Sales tax,,,,,,${plainCents(all.tax)},`] : []),
          row("Total Due", all, "total", wrong),
        ];
  const head = "Invoice Number,ELM-1\nInvoice Date,2026-08-31\nProvider,Element\n";
  return `${head}${[COLUMNS, ...rows, ...block].join("\n")}\n`;
}

const check = (content: string) =>
  reconcile([{ name: "Element ELM-1.csv", content }], [E19]).filter(({ scope }) => scope.station === null);

describe("the sums of an invoice", () => {
  it("agree where they are right", () => {
    fc.assert(
      fc.property(invoice, (made) => {
        const results = check(printed(made, 0));
        expect(results.flatMap(({ findings }) => findings.map(({ values }) => values.sentence))).toEqual([]);
        expect(results.flatMap(({ outcomes }) => outcomes.map(({ outcome }) => outcome))).toEqual(["agrees"]);
      }),
      { numRuns: 150 },
    );
  });

  it("differ by exactly what the total is wrong by", () => {
    const wrong = fc.oneof(fc.integer({ min: 101, max: 50_000 }), fc.integer({ min: -50_000, max: -101 }));
    fc.assert(
      fc.property(invoice, wrong, (made, by) => {
        const findings = check(printed(made, by)).flatMap((result) => result.findings);
        expect(findings.map(({ amountCents, direction }) => [amountCents, direction])).toEqual([
          [Math.abs(by), by > 0 ? "overcharged" : "exposure"],
        ]);
      }),
      { numRuns: 150 },
    );
  });
});
