/**
 * The console's export of a variable invoice: a category, a service type and an amount for each line, no quantity, rate or day. Categories
 * as they were seen (documents page, section 2). What a category leaves open is read from the line's words. Pure.
 */
import { lateCancelService, normalise, serviceKey, variantWords } from "#main/matching/services.ts";
import type { RateItem } from "../../../documents/facts.ts";
import type { NamedLine } from "./names.ts";

/** Payments that are no routes, sessions, hours or packages of the work summary. */
const EXTRAS = /^(?:delivery[- ]excellence incentive|peak seasonal route payment|thank my driver)s?$/;

/** The rate-card item that an export's line pays for; null where its category and its words name none. */
export function itemOfExport(
  line: NamedLine,
  words: string,
  packageItem: (text: string) => RateItem | null,
): RateItem | null {
  const category = normalise(line.section);
  if (/^(?:nursery )?routes?$/.test(category)) return "route";
  if (/^training ride[ -]?alongs?$/.test(category)) {
    if (namesNothing(line)) return null;
    return isTraining(words) ? "training" : "route";
  }
  if (/^training(?: sessions?)?$/.test(category)) return "training";
  if (/^(?:late cancel\w*(?: amzl)?|amzl late cancel\w*)$/.test(category)) return "late cancel";
  if (/^unplanned delays?$/.test(category)) return "unplanned delay hour";
  if (/^variable per shipments?$/.test(category)) return packageItem(`${category} ${words}`);
  if (EXTRAS.test(category) || category === "per piece incentive") return null;
  return itemOfWords(line, words, packageItem);
}

/** What a line of an unknown category (`Other`) says it is, and what the office calls it. */
function itemOfWords(line: NamedLine, words: string, packageItem: (text: string) => RateItem | null): RateItem | null {
  const text = normalise(line.calledService ?? line.description);
  if (isTraining(text)) return "training";
  if (lateCancelService(text) !== null) return "late cancel";
  if (/^unplanned delay\b/.test(text)) return "unplanned delay hour";
  return packageItem(words) ?? (line.calledService === undefined ? null : "route");
}

function isTraining(text: string): boolean {
  return /^training\b/.test(text) && !/\bride[ -]?along\b/.test(text);
}

/** Whether an export's line has no service type of its own, only its category. */
export function namesNothing(line: NamedLine): boolean {
  return line.form === "export" && line.calledService === undefined && line.serviceType.trim() === "";
}

/**
 * Whether a line's service cannot be told from its service type alone: its category names a variant (nursery route, ride along) that the
 * service type leaves out. It must not be counted as the type it names.
 */
export function isVague(line: NamedLine): boolean {
  if (line.form !== "export" || line.calledService !== undefined) return false;
  if (namesNothing(line)) return true;
  const category = normalise(line.section);
  const own = variantWords(serviceKey(line.serviceType).key);
  if (category.startsWith("nursery")) return !own.some((word) => word.startsWith("nursery"));
  return category.startsWith("training ride") && !own.some((word) => /^(?:ride along|on-road)/.test(word));
}

/** Whether an export pays a line that nobody can tell the purpose of: what seems unpaid may stand there. */
export function isUnexplained(line: NamedLine, item: RateItem | null): boolean {
  return line.form === "export" && item === null && line.amountCents > 0 && !EXTRAS.test(normalise(line.section));
}
