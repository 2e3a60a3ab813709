/** The ways in which offices, spreadsheet programs and exports change a file without changing what it says. */
import type { FieldSpec } from "#main/documents/interpretation.ts";
import { csv, xlsx } from "../documents/support.ts";
import type { PlainFile } from "./disguises.ts";

/** A file in bytes, with the name it is dropped under. */
export interface Dressed {
  readonly name: string;
  readonly content: Uint8Array;
}

type Rows = readonly (readonly string[])[];

const quoted = (cell: string) => (/[",;\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const line = (cells: readonly string[], by = ",") => cells.map(quoted).join(by);

/** The row with the total, its words first. */
function totalOf({ total, titles }: PlainFile): Rows {
  if (!total) return [];
  return [titles.map((title, column) => (title === total.column ? total.amount : column === 0 ? total.words : ""))];
}

/** All rows as they stand in the file. */
export function rowsOf(file: PlainFile): Rows {
  const blank = file.labels.length > 0 ? [[]] : [];
  return [...file.labels, ...blank, file.titles, ...file.rows, ...totalOf(file)];
}

/** Rows as a CSV. */
export function asCsv(name: string, rows: Rows): Dressed {
  return { name: `${name}.csv`, content: csv(...rows.map((row) => line(row))) };
}

/** The same columns in the order of their indices; the total's words need a column before its amount. */
export function inOrder(file: PlainFile, order: readonly number[]): PlainFile {
  const [first = 0, second = 0, ...others] = order;
  const stuck = file.total !== undefined && file.titles[first] === file.total.column;
  const columns = stuck ? [second, first, ...others] : order;
  const pick = (cells: readonly string[]) => columns.map((column) => cells[column] ?? "");
  return { ...file, titles: pick(file.titles), rows: file.rows.map(pick) };
}

const retitled = (file: PlainFile, change: (title: string) => string): PlainFile => ({
  ...file,
  labels: file.labels.map(([label, value]) => [change(label), value] as const),
  titles: file.titles.map(change),
  ...(file.total && { total: { ...file.total, column: change(file.total.column) } }),
});

const words = (title: string) => title.split(/(?<=[a-z])(?=[A-Z])|[\s_]+/);
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

function split(file: PlainFile): Rows {
  const parts = file.titles.map((title) => title.split(" "));
  const upper = parts.map(([first = "", ...rest]) => (rest.length > 0 ? first : ""));
  const lower = parts.map(([first = "", ...rest]) => (rest.length > 0 ? rest.join(" ") : first));
  const blank = file.labels.length > 0 ? [[]] : [];
  return [...file.labels, ...blank, upper, lower, ...file.rows, ...totalOf(file)];
}

/** A spreadsheet's typed cells: numbers and dates by the shape of their column, all else as text. */
function typed(file: PlainFile, shapeOf: (title: string) => FieldSpec["shape"] | undefined): unknown[][] {
  const cell = (text: string, title: string | undefined): unknown => {
    const shape = title === undefined ? undefined : shapeOf(title);
    const isNumber = (shape === "money" || shape === "number") && /^-?\d[\d,]*(?:\.\d+)?$/.test(text);
    if (isNumber) return Number(text.replaceAll(",", ""));
    return shape === "date" && /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00Z`) : text;
  };
  const blank = file.labels.length > 0 ? [[]] : [];
  const rows = file.rows.map((row) => row.map((text, column) => cell(text, file.titles[column])));
  const [total = []] = totalOf(file);
  const below = total.length > 0 ? [total.map((text, column) => cell(text, file.titles[column]))] : [];
  return [...file.labels.map((pair) => [...pair]), ...blank, [...file.titles], ...rows, ...below];
}

/** Every disguise by its name. */
export const COSTUMES: Readonly<
  Record<string, (file: PlainFile, shapeOf: (title: string) => FieldSpec["shape"] | undefined) => Dressed>
> = {
  "columns in another order": (file) => {
    const order = file.titles.map((_, column) => column).reverse();
    return asCsv(file.name, rowsOf(inOrder(file, [...order.slice(1), ...order.slice(0, 1)])));
  },
  "upper case with hard spaces and soft hyphens": (file) =>
    asCsv(
      file.name,
      rowsOf(retitled(file, (title) => `\u00a0${title.toUpperCase().replaceAll(" ", "\u00a0 ")}\u00ad `)),
    ),
  "title rows above and a totals row below": (file) =>
    asCsv(file.name, [
      ["Harbor Line LLC"],
      ["Weekly file", "", "page 1"],
      [],
      ...rowsOf(file),
      ["Total", ...file.titles.slice(1).map(() => "")],
      [],
      ["Printed by the office"],
    ]),
  "extra columns": (file) => {
    const rows = rowsOf(file);
    const head = rows.indexOf(file.titles);
    return asCsv(
      file.name,
      rows.map((row, index) =>
        index < head ? row : index === head ? ["Office mark", ...row, "Seen by"] : ["", ...row, "DW"],
      ),
    );
  },
  "a workbook of texts": ({ name, ...file }) => ({
    name: `${name}.xlsx`,
    content: xlsx({ Cover: [["Dear all"]], Data: rowsOf({ name, ...file }).map((row) => [...row]) }),
  }),
  "a workbook with typed cells": (file, shapeOf) => ({
    name: `${file.name}.xlsx`,
    content: xlsx({ Data: typed(file, shapeOf) }),
  }),
  "a CSV with semicolons and a byte-order mark": (file) => {
    const [first = "", ...lines] = rowsOf(file).map((row) => line(row, ";"));
    return { name: `${file.name}.csv`, content: csv(`\ufeff${first}`, ...lines) };
  },
  "titles with underscores": (file) =>
    asCsv(file.name, rowsOf(retitled(file, (title) => words(title).join("_").toLowerCase()))),
  "titles in camel case": (file) =>
    asCsv(file.name, rowsOf(retitled(file, (title) => words(title).map(capital).join("")))),
  "titles with colons and asterisks": (file) => asCsv(file.name, rowsOf(retitled(file, (title) => `${title} *:`))),
  "a header in two rows": (file) => asCsv(file.name, split(file)),
  "its header once more in the middle": (file) => {
    const [first = [], ...rest] = file.rows;
    return asCsv(file.name, rowsOf({ ...file, rows: [first, file.titles, ...rest] }));
  },
};
