/** The texts of a page, each where it stands, to lines and cells: what a person sees as a row of a table becomes a row. */

/** A piece of text on a page: where its baseline begins, how long it is and how tall its letters are, in points. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  /** From the top of the page. */
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Lines from top to bottom, cells from left to right, with where each line stands and each cell begins. */
interface PageLines {
  readonly rows: string[][];
  readonly positions: number[][];
  readonly tops: number[];
}

/** Baselines closer than this part of a letter's height are one line; two lines that overlap are further apart. */
const SAME_LINE = 0.35;
/** A gap wider than this part of a letter's height stands between two columns, a narrower one between two words. */
const COLUMN_GAP = 0.75;
/** A gap wider than this is a space; a narrower one is left by letters set one by one. */
const WORD_GAP = 0.12;

/** Groups texts into lines by their baselines and into cells by the gaps between them. */
export function linesOf(texts: readonly PlacedText[]): PageLines {
  const rows: string[][] = [];
  const positions: number[][] = [];
  const tops: number[] = [];
  for (const line of byBaseline(texts)) {
    const cells = cellsOf(line);
    rows.push(cells.map((cell) => tidy(cell.text)));
    positions.push(cells.map((cell) => tenths(cell.x)));
    tops.push(tenths(line[0]?.y ?? 0));
  }
  return { rows, positions, tops };
}

/** A cell of a line: its text, where it begins and ends, and the baseline and height of its letters, in points. */
export interface PlacedCell {
  readonly text: string;
  readonly x: number;
  readonly end: number;
  readonly y: number;
  readonly height: number;
}

/** The cells of one line, counted from 1 as `linesOf` has them; null where the page has no such line. */
export function lineAt(texts: readonly PlacedText[], row: number): PlacedCell[] | null {
  const line = byBaseline(texts)[row - 1];
  if (!line) return null;
  const y = line[0]?.y ?? 0;
  const height = Math.max(...line.map((text) => text.height));
  return cellsOf(line).map(({ text, x, end }) => ({ text: tidy(text), x, end, y, height }));
}

const tenths = (points: number) => Math.round(points * 10) / 10;

function byBaseline(texts: readonly PlacedText[]): PlacedText[][] {
  const ordered = [...texts].sort((a, b) => a.y - b.y || a.x - b.x);
  const lines: { y: number; height: number; texts: PlacedText[] }[] = [];
  for (const text of ordered) {
    const line = lines.at(-1);
    // Measured from the line's first baseline, so that many small steps cannot join two lines.
    if (line && text.y - line.y <= SAME_LINE * Math.min(line.height, text.height)) line.texts.push(text);
    else lines.push({ y: text.y, height: text.height, texts: [text] });
  }
  return lines.map((line) => withoutEchoes(line.texts.sort((a, b) => a.x - b.x)));
}

/** Bold type is sometimes the same text printed twice, a hair apart. */
function withoutEchoes(line: readonly PlacedText[]): PlacedText[] {
  return line.filter(
    (text, index) =>
      !line
        .slice(0, index)
        .some((other) => other.text === text.text && Math.abs(other.x - text.x) < 0.15 * text.height),
  );
}

function cellsOf(line: readonly PlacedText[]): { text: string; x: number; end: number }[] {
  const cells: { text: string; x: number; end: number }[] = [];
  for (const { text, x, width, height } of line) {
    const cell = cells.at(-1);
    const gap = cell ? x - cell.end : 0;
    if (!cell || gap > COLUMN_GAP * height) {
      cells.push({ text, x, end: x + width });
      continue;
    }
    cell.text += gap > WORD_GAP * height ? ` ${text}` : text;
    cell.end = Math.max(cell.end, x + width);
  }
  return cells;
}

/** Ligatures as letters, every kind of space as one ordinary space. */
function tidy(text: string): string {
  return text
    .replace(/[\ufb00-\ufb06]/g, (letters) => letters.normalize("NFKC"))
    .replace(/[\s\u00a0\u2000-\u200b\u202f\u205f\u3000]+/g, " ")
    .trim();
}
