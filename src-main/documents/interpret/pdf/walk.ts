/** Walks down the rows of a printed invoice and tells its lines from sections, dates, sums and remarks. */
import type { IsoDate } from "#shared/week.ts";
import { knownSection } from "../amazon-invoice-types.ts";
import { type Column, isNumeric, learn, placed } from "./columns.ts";
import { cellOf, type PrintedLine, type Reading } from "./line.ts";
import { unmerged } from "./merged.ts";
import { isDash, isNumber } from "./numbers.ts";
import type { PrintedRow } from "./pages.ts";
import { sumAt, sumLine } from "./sums.ts";
import { capacityOf, goesOn, joined, standsUnder } from "./wrapped.ts";

/** The state of the walk: what the rows above say of the next one. */
export class Walk {
  readonly lines: PrintedLine[] = [];
  readonly #reading: Reading;
  readonly #vocabulary: string;
  /** The lines as they stand. */
  readonly #printed: readonly PrintedRow[];
  #columns: readonly Column[] | undefined;
  /** Letters of the longest description that stands on one line. */
  #capacity = 0;
  #section = "";
  /** Whether the open section has its sums printed beside its title. */
  #summed = false;
  /** The open section's sums as a line of their own, for as long as no line stands under them. */
  #alone: PrintedLine | undefined;
  #day: IsoDate | null = null;
  /** Whether the first date stands within a section, so that dates end with their sections. */
  #dated: "in sections" | "above sections" | undefined;
  /** Below the total, a figure beside words need be no money (`Net terms 14`). */
  #summedUp = false;
  /** The line that a row of words may go on, with the last words of it. */
  #open: { readonly line: PrintedLine; readonly words: string } | undefined;
  /** A row of words that belongs to no line above it: a section's title, or the beginning of the next line. */
  #waiting: PrintedRow | undefined;

  constructor(printed: readonly PrintedRow[], reading: Reading) {
    this.#printed = printed;
    this.#reading = reading;
    this.#vocabulary = printed.flatMap(({ cells }) => cells.map(({ text }) => text.toLowerCase())).join("\n");
  }

  /** Takes the column titles of the rows below. A page that repeats them may go on in the middle of a line. */
  begin(columns: readonly Column[], below: readonly PrintedRow[]): void {
    learn(columns, below);
    const described = columns.find(({ field }) => field === "description")?.from ?? 0;
    this.#capacity = capacityOf(this.#printed, described);
    this.#summedUp = false;
    const before = this.#columns?.map(({ title }) => title).join("|");
    if (before !== columns.map(({ title }) => title).join("|")) this.#close();
    this.#columns = columns;
  }

  read(row: PrintedRow): void {
    const columns = this.#columns;
    const sum = sumAt(row, columns);
    if (sum && (columns || sum === "all")) {
      this.endSection();
      this.lines.push(sumLine(row, columns ?? [], sum));
      this.#close();
      this.#summedUp = sum === "all";
    }
    if (sum || !columns) return;
    const cells = placed(row.cells, columns);
    const isFilled = (text = "") => text !== "" && !isDash(text);
    const figures = columns.filter((column, place) => isNumeric(column) && isFilled(cells[place]));
    const words = row.cells.flatMap(({ text }) => (isNumber(text) || isDash(text) ? [] : [text]));
    const isPriced = figures.some(({ field }) => field === "rate");
    const [title = ""] = words;
    if (words.length === 1 && !isPriced && this.#opensSection(title, figures.length > 0)) {
      if (figures.length > 0 && !this.lines.some(({ section }) => section === this.#section)) {
        this.#alone = this.#lineOf(row, columns, cells);
      }
      return;
    }
    const isMoney = figures.length > 1 || row.cells.some(({ text }) => /[.,]\d\d\b/.test(text));
    if (figures.length === 0 || (this.#summedUp && !isMoney)) this.#readWords(row, cells, words);
    else this.#add(row, columns, unmerged(row, columns, this.#reading.german) ?? cells);
  }

  /** Ends a section. One of which only the sums are printed is a line itself: its money must not be lost. */
  endSection(): void {
    if (this.#alone && /[1-9]/.test(cellOf(this.#alone, "amount"))) this.lines.push(this.#alone);
    this.#alone = undefined;
  }

  #close(): void {
    this.#open = undefined;
    this.#waiting = undefined;
  }

  /** A title that opens a section or repeats the open one below its lines. A line of the same name has figures where the title has none. */
  #opensSection(title: string, hasFigures: boolean): boolean {
    const section = knownSection(title);
    if (section === undefined) return false;
    const isEmpty = this.lines.at(-1)?.section !== section;
    if (section === this.#section && !this.#summed && hasFigures && isEmpty) return false;
    this.endSection();
    this.#summedUp = false;
    this.#enter(section, hasFigures);
    this.#close();
    return true;
  }

  #enter(section: string, summed: boolean): void {
    if (this.#dated === "in sections" && section !== this.#section) this.#day = null;
    this.#section = section;
    this.#summed = summed;
  }

  #readWords(row: PrintedRow, cells: readonly string[], words: readonly string[]): void {
    const date = this.#reading.dateOf(words.join(" "));
    const open = this.#open;
    const [first = ""] = words;
    if (date !== undefined) {
      this.#day = date;
      this.#dated ??= this.#section === "" ? "above sections" : "in sections";
      this.#close();
    } else if (open && !row.apart && standsUnder(row, open.line.row) && goesOn(open.words, first, this.#capacity)) {
      for (const field of ["description", "serviceType"] as const) {
        const more = cells[open.line.columns.findIndex((column) => column.field === field)] ?? "";
        if (more !== "") open.line[field] = joined(open.line[field], more, this.#seen);
      }
      this.#open = { line: open.line, words: first };
    } else {
      this.#open = undefined;
      this.#waiting = row;
    }
  }

  #add(row: PrintedRow, columns: readonly Column[], cells: readonly string[]): void {
    const waiting = this.#waiting;
    const begun = waiting?.cells[0]?.text ?? "";
    const described = this.#lineOf(row, columns, cells).description;
    const follows = waiting && !row.apart && standsUnder(waiting, row) && goesOn(begun, described, this.#capacity);
    const goes = waiting && (described === "" || follows);
    // Words between a section's sums and its lines are no section of their own.
    if (waiting && !goes && !this.#alone) this.#enter(begun.toLowerCase(), false);
    const line = this.#lineOf(row, columns, cells);
    if (goes) line.description = joined(begun, described, this.#seen).trim();
    this.#waiting = undefined;
    this.#alone = undefined;
    this.lines.push(line);
    this.#open = { line, words: described };
  }

  #lineOf(row: PrintedRow, columns: readonly Column[], cells: readonly string[]): PrintedLine {
    const line = { row, columns, cells, section: this.#section, day: this.#day, description: "", serviceType: "" };
    const bare = { ...line, sum: undefined };
    return { ...bare, description: cellOf(bare, "description"), serviceType: cellOf(bare, "serviceType") };
  }

  readonly #seen = (text: string): boolean => this.#vocabulary.includes(text.toLowerCase());
}
