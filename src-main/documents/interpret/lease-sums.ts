/**
 * The sums a lessor prints among and below the lines of its invoice, each with the lines it sums up. Lessors do not say which those are, so of
 * the readings that are possible the one is taken that differs least: what is claimed on it is never too much.
 */
import type { Cents } from "#shared/money.ts";
import { keyOf, type LineDraft, sumsOf } from "./lease-line-sums.ts";
import type { SumRow } from "./lease-sum-rows.ts";

/** What a row sums up: the figures it prints, and the first of its lines. */
export interface ReadSum {
  readonly section: string;
  /** How many lines: those right above it, or all of the invoice's. */
  readonly lines: number;
  readonly row: number;
  readonly cells: Readonly<Record<string, string>>;
  readonly subtotalCents: Cents | null;
  readonly taxCents: Cents | null;
  readonly totalCents: Cents | null;
}

/** The sums of one invoice: of its sections, and its own, which are null where it prints none. */
export interface SumsOfInvoice {
  readonly lines: readonly LineDraft[];
  readonly sections: readonly ReadSum[];
  readonly whole: ReadSum | null;
}

/** The invoices of a table with their sums. `titles` are rows at which a group of lines begins. */
export function sumsOfInvoices(
  lines: readonly LineDraft[],
  rows: readonly SumRow[],
  titles: readonly number[],
): SumsOfInvoice[] {
  const invoices = [...Map.groupBy(lines, ({ values }) => keyOf(values)).values()];
  const blocks = blocksOf(lines, rows);
  const read = invoices.map((own) => readInvoice(own, blocks, titles));
  // Below several invoices a last sum may be that of all of them, unless each has its own.
  const last = lines.at(-1);
  const alone = invoices.length === 1 || read.every(({ whole }) => whole !== null);
  return alone ? read : read.map((each) => (each.lines.at(-1) === last ? { ...each, whole: null } : each));
}

/** Sums that stand below each other, with no line between. */
interface Block {
  readonly above: LineDraft;
  readonly rows: readonly SumRow[];
}

function blocksOf(lines: readonly LineDraft[], rows: readonly SumRow[]): Block[] {
  const above = (row: number) => lines.findLast((line) => line.row < row);
  return [...Map.groupBy(rows, ({ row }) => above(row))].flatMap(([line, group]) =>
    line === undefined ? [] : [{ above: line, rows: group }],
  );
}

function readInvoice(own: readonly LineDraft[], blocks: readonly Block[], titles: readonly number[]): SumsOfInvoice {
  const sections: ReadSum[] = [];
  let whole: ReadSum | null = null;
  let previous = 0;
  for (const { above, rows } of blocks) {
    if (!own.includes(above)) continue;
    const starts = startsOf(own, above.row, [previous, ...titles.filter((row) => row < above.row)]);
    const isLast = above === own.at(-1);
    let [first] = rows;
    if (first && isOfSection(first, isLast, own, starts)) {
      sections.push(closest(first, own, starts));
    } else first = undefined;
    if (isLast)
      whole = wholeOf(
        rows.filter((row) => row !== first && row.kind !== "named"),
        own,
      );
    previous = rows.at(-1)?.row ?? previous;
  }
  return { lines: own, sections, whole };
}

/** The first lines after some rows, and the invoice's first, the nearest first. */
function startsOf(own: readonly LineDraft[], end: number, after: readonly number[]): LineDraft[][] {
  const above = own.filter((line) => line.row <= end);
  const stretches = [0, ...after]
    .map((row) => above.filter((line) => line.row > row))
    .filter(({ length }) => length > 0);
  const byStart = new Map(stretches.map((stretch) => [stretch[0]?.row ?? 0, stretch]));
  return [...byStart].sort(([a], [b]) => b - a).map(([, stretch]) => stretch);
}

/** Between lines every sum is a section's; below them one that is nearer to a section's lines than to the invoice's. */
function isOfSection(sum: SumRow, isLast: boolean, own: readonly LineDraft[], starts: readonly LineDraft[][]): boolean {
  if (sum.kind === "tax" || sum.kind === "balance") return false;
  if (!isLast || sum.kind === "named") return true;
  if (sum.kind === "invoice") return false;
  const [nearest] = starts;
  return nearest !== undefined && nearest.length < own.length && offBy(sum, nearest) < offBy(sum, own);
}

/** How far a sum is from lines, in the reading that is nearest. */
function offBy(sum: SumRow, lines: readonly LineDraft[]): Cents {
  const read = figures(sum, lines);
  const of = sumsOf(lines.map(({ values }) => values));
  const differences = [
    read.subtotalCents === null ? null : read.subtotalCents - of.amount,
    read.totalCents === null ? null : read.totalCents - of.total,
  ].flatMap((each) => (each === null ? [] : Math.abs(each)));
  return differences.length === 0 ? Number.MAX_SAFE_INTEGER : Math.min(...differences);
}

function closest(sum: SumRow, own: readonly LineDraft[], starts: readonly LineDraft[][]): ReadSum {
  const [best = own] = [...starts].sort((a, b) => offBy(sum, a) - offBy(sum, b));
  return {
    section: sum.words,
    lines: best.length,
    row: sum.row,
    cells: sum.cells,
    ...figures(sum, best),
  };
}

/** The figures of a sum as what they are: its only one is a total, unless its words or the lines say that it is before tax. */
function figures(sum: SumRow, lines: readonly LineDraft[]) {
  const { amount, tax, total, only } = sum;
  if (only === null) return { subtotalCents: amount, taxCents: tax, totalCents: total };
  const bare = { subtotalCents: null, taxCents: null, totalCents: null };
  if (sum.kind === "tax") return { ...bare, taxCents: only };
  const of = sumsOf(lines.map(({ values }) => values));
  const isBefore = Math.abs(only - of.amount) < Math.abs(only - of.total);
  const asks = sum.kind === "invoice" || sum.kind === "balance" || (total !== null && amount === null);
  const subtotal = sum.kind === "subtotal" ? isBefore || of.amount === of.total : isBefore && !asks;
  return subtotal ? { ...bare, subtotalCents: only } : { ...bare, totalCents: only };
}

/** What is left to pay may count payments and earlier invoices: it is this invoice's total where it is about what the lines come to. */
const ROUNDING: Cents = 100;

const RANK = ["invoice", "total", "balance", "subtotal", "tax", "named"] as const;

/** What the rows below an invoice's last line say of it together. */
function wholeOf(rows: readonly SumRow[], own: readonly LineDraft[]): ReadSum | null {
  const ranked = [...rows].sort((a, b) => RANK.indexOf(a.kind) - RANK.indexOf(b.kind));
  const read = ranked
    .filter((sum) => sum.kind !== "balance" || offBy(sum, own) <= ROUNDING)
    .map((sum) => ({ sum, ...figures(sum, own) }));
  const take = (field: "subtotalCents" | "taxCents" | "totalCents") => read.find((each) => each[field] !== null);
  const [total, subtotal, tax] = [take("totalCents"), take("subtotalCents"), take("taxCents")];
  const [first] = [total, subtotal, tax].filter((each) => each !== undefined);
  if (first === undefined) return null;
  const used = new Set([subtotal, tax, total].flatMap((each) => (each === undefined ? [] : each.sum)));
  return {
    section: "",
    lines: own.length,
    row: first.sum.row,
    cells: Object.assign({}, ...rows.filter((row) => used.has(row)).map(({ cells }) => cells)),
    subtotalCents: subtotal?.subtotalCents ?? null,
    taxCents: tax?.taxCents ?? null,
    totalCents: total?.totalCents ?? null,
  };
}
