/** A lessor's invoice as PDF: its pages become one table, which is read like a spreadsheet of the same titles. */
import type { Interpretation, PrintedDefinition } from "../../interpretation.ts";
import { detectFormat } from "../../recognise/detect-format.ts";
import { type Fit, findHeader } from "../../recognise/header.ts";
import type { Table } from "../../table.ts";
import { leaseInvoice, leaseInvoiceByUnit } from "../lease-invoice.ts";
import { printedKind } from "./kind.ts";
import { type LeaseGrid, leaseGrid } from "./lease-grid.ts";

const KINDS = [leaseInvoice, leaseInvoiceByUnit];
const LAYOUT = "Invoice (PDF)";

const NO_HEAD =
  "This PDF looks like a lessor's invoice, but its number, its date or the lessor's name was not found above its lines. Drop its spreadsheet instead.";

/** The invoice of any lessor, printed. */
export const printedLease: PrintedDefinition = {
  kind: "lease invoice",
  layout: LAYOUT,
  fits: (pages) =>
    fitOf("", pages) !== undefined || (leaseGrid(pages) !== undefined && printedKind(pages) === undefined),
  interpret: (document, pages) => {
    const found = fitOf(document, pages);
    if (found === undefined) return { refusal: NO_HEAD };
    const { grid, fit } = found;
    const format = detectFormat(fit.recognised, fit.definition);
    if ("contradiction" in format) return { refusal: format.contradiction };
    const recognised = { ...fit.recognised, format };
    const refusal = fit.definition.refuse?.(recognised) ?? null;
    if (refusal !== null) return { refusal };
    return { interpretations: byPage(fit.definition.interpret(recognised), grid, pages) };
  },
};

function fitOf(document: string, pages: readonly Table[]): { grid: LeaseGrid; fit: Fit } | undefined {
  const grid = leaseGrid(pages);
  const [fit] = grid === undefined ? [] : findHeader(document, grid.table, KINDS).fits;
  return grid && fit && { grid, fit };
}

/** What was read, on the page and the line where each row stands. */
function byPage(read: Interpretation, { places }: LeaseGrid, pages: readonly Table[]): Interpretation[] {
  const placeOf = (row: number | null) => places[(row ?? 1) - 1];
  return pages.flatMap(({ sheet }): Interpretation[] => {
    const facts = read.facts.flatMap((draft) => {
      const place = placeOf(draft.row);
      return place?.page === sheet ? [{ ...draft, row: place.line }] : [];
    });
    const problems = read.problems.flatMap((problem) => {
      const place = placeOf(problem.row);
      return place?.page === sheet ? [{ ...problem, sheet, row: place.line }] : [];
    });
    return facts.length + problems.length === 0 ? [] : [{ ...read, layout: LAYOUT, sheet, facts, problems }];
  });
}
