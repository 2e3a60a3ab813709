/** How wide the columns of a table are that shows only some of its rows at a time, so that scrolling moves none of them. */

/** In characters. */
const NARROWEST = 5;
const WIDEST = 26;

/** A column and its width in characters. */
export interface Column {
  readonly title: string;
  readonly width: number;
}

/** Columns in the order their titles first appear, each as wide as what stands in it. */
export function columnsOf(rows: readonly Readonly<Record<string, string>>[]): Column[] {
  const widths = new Map<string, number>();
  for (const row of rows)
    for (const [title, text] of Object.entries(row))
      widths.set(title, Math.max(widths.get(title) ?? title.length, text.length));
  return [...widths].map(([title, longest]) => ({
    title,
    width: Math.min(WIDEST, Math.max(NARROWEST, longest)) + 3,
  }));
}
