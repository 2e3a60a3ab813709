/** What stands above the table of a printed invoice: a label with its value behind it, in the next cell or below it. */
import { normaliseTitle } from "../../recognise/titles.ts";
import type { PrintedRow } from "./pages.ts";
import { LABELS, type LabelField } from "./words.ts";

/** A label's value where it stands. */
export interface FoundLabel {
  readonly label: string;
  readonly value: string;
  readonly row: PrintedRow;
  /** False where the words behind the label may as well belong to it. */
  readonly sure: boolean;
}

const ALL: readonly string[] = Object.values(LABELS).flat();
const isLabel = (text: string) => ALL.includes(normaliseTitle(text));

/** Every place where the label may have a value, the surest first. */
export function labelled(rows: readonly PrintedRow[], field: LabelField): FoundLabel[] {
  const titles: readonly string[] = LABELS[field];
  const beside: FoundLabel[] = [];
  const behind: FoundLabel[] = [];
  rows.forEach((row, index) => {
    row.cells.forEach(({ text, x }, place) => {
      const [, title = "", rest = ""] = /^([^:]{2,40}?)\s*:\s*(\S.*)$/.exec(text) ?? [];
      if (titles.includes(normaliseTitle(title))) beside.push({ label: title, value: rest, row, sure: true });
      else if (titles.includes(normaliseTitle(text))) {
        const next = row.cells[place + 1]?.text;
        const below = rows[index + 1]?.cells.find((cell) => Math.abs(cell.x - x) < 25)?.text;
        const value = next === undefined || isLabel(next.replace(/:.*$/, "")) ? below : next;
        if (value !== undefined && !isLabel(value)) beside.push({ label: text, value, row, sure: true });
      } else if (!isLabel(text) && !isLabel(title)) {
        // `Invoice # INV-ABC`, in one cell and without a colon; a long title must not be taken for a short one.
        const words = text.split(" ");
        for (let count = words.length - 1; count > 0; count -= 1) {
          const start = words.slice(0, count).join(" ");
          if (!isLabel(start)) continue;
          if (titles.includes(normaliseTitle(start))) {
            behind.push({ label: start, value: words.slice(count).join(" "), row, sure: false });
          }
          break;
        }
      }
    });
  });
  return [...beside, ...behind];
}

/** The first value of a label that can be read; its first value as it stands where none can. */
export function labelValue<T>(
  rows: readonly PrintedRow[],
  field: LabelField,
  read: (value: string) => T | undefined,
): { readonly value: T; readonly found: FoundLabel } | { readonly unreadable: FoundLabel | undefined } {
  const places = labelled(rows, field);
  for (const found of places) {
    const value = read(found.value);
    if (value !== undefined) return { value, found };
  }
  return { unreadable: places.find(({ sure }) => sure) };
}
