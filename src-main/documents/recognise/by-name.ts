/** Which of several kinds a document's name tells. */
import type { DocumentKind } from "#shared/catalogue.ts";
import type { Fit } from "./header.ts";

/** `weekly report` stands last because two of the other names contain it. */
const NAMES: readonly (readonly [string, DocumentKind])[] = [
  ["service details report", "service details"],
  ["delivered packages report", "delivered packages"],
  ["training weekly report", "training"],
  ["unplanned delay weekly report", "unplanned delay"],
  ["timecard", "timecard"],
  ["timesheet", "timecard"],
  ["punch audit", "timecard"],
  ["payroll", "payroll register"],
  ["roster", "staff roster"],
  ["schedule", "lease schedule"],
  ["weekly report", "route summary"],
];

/** Of kinds that fit the same header the one the document's name tells; undefined where it tells none. */
export function decide(name: string, fits: readonly Fit[]): Fit | undefined {
  const [first, ...others] = fits;
  if (others.length === 0) return first;
  // Two tables below one another: a name can stand for one of them only, and the other would be lost.
  if (others.some(({ recognised }) => recognised.headerRow !== first?.recognised.headerRow)) return undefined;
  const base = name.slice(name.lastIndexOf("/") + 1).toLowerCase();
  const named = NAMES.find(([part]) => base.includes(part))?.[1];
  return fits.find(({ definition }) => definition.kind === named);
}
