/** What a number in a spreadsheet cell is, by the format it is shown in. */
import { SSF } from "xlsx";
import type { Cell } from "../table.ts";

type Shape = "number" | "percent" | "date" | "clock" | "moment" | "elapsed";

const shapes = new Map<string, Shape>();

function shapeOf(format: string): Shape {
  let shape = shapes.get(format);
  if (shape === undefined) {
    shape = findShape(format);
    if (shapes.size > 2_000) shapes.clear();
    shapes.set(format, shape);
  }
  return shape;
}

function findShape(format: string): Shape {
  const [first = ""] = format.split(";");
  // Literal texts, fill characters, colours and locales are no part of the pattern.
  const pattern = first.replace(/"[^"]*"|\\.|_.|\*./g, "");
  if (/\[(?:h+|m+|s+)\]/i.test(pattern)) return "elapsed";
  const bare = pattern.replace(/\[[^\]]*\]/g, "");
  if (!SSF.is_date(format)) return bare.includes("%") ? "percent" : "number";
  const clock = /[hs]/i.test(bare);
  if (!clock) return "date";
  return /[yd]/i.test(bare) ? "moment" : "clock";
}

/**
 * A cell's number as interpreters want it: dates and times as ISO text, elapsed hours as `36:05`, percentages with their sign, everything
 * else unchanged. A time of day that also carries a date keeps it.
 */
export function typedNumber(value: number, format: string, date1904: boolean): Cell {
  const shape = shapeOf(format);
  if (shape === "number") return value;
  if (shape === "percent") return `${Number((value * 100).toPrecision(15))}%`;
  if (shape === "elapsed") {
    const minutes = Math.round(Math.abs(value) * 1440);
    return `${value < 0 ? "-" : ""}${Math.trunc(minutes / 60)}:${two(minutes % 60)}`;
  }
  const read: unknown = SSF.parse_date_code(value, { date1904 });
  if (!isDateCode(read)) return value;
  const date = `${String(read.y).padStart(4, "0")}-${two(read.m)}-${two(read.d)}`;
  const clock = `${two(read.H)}:${two(read.M)}${read.S > 0 ? `:${two(read.S)}` : ""}`;
  // Below two days a serial is a bare time of day (25:00 counts on from midnight); no document speaks of January 1900.
  if (shape === "clock" && value < 2) return clock;
  return shape === "date" && clock === "00:00" ? date : `${date}T${clock}`;
}

interface DateCode {
  y: number;
  m: number;
  d: number;
  H: number;
  M: number;
  S: number;
}

function isDateCode(value: unknown): value is DateCode {
  return typeof value === "object" && value !== null && "y" in value && "S" in value;
}

function two(value: number): string {
  return String(Math.trunc(value)).padStart(2, "0");
}
