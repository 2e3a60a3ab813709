/** What the queue shows, read from the address and written back to it. */
import { DIRECTIONS, FAMILIES, type Family, isCheckCode } from "#shared/catalogue.ts";
import { type GroupBy, groupBy, type QueueSort, queueSort, type SavedView } from "#shared/contract/review.ts";
import type { FindingFilter, FindingStatus } from "#shared/contract/schemas.ts";
import { linkTo } from "../../app/route.ts";

/** Every state but `cleared`: what has been cleared is not there any more. */
export const ALL = "open,confirmed,dismissed";

const STATUSES: readonly FindingStatus[] = ["open", "confirmed", "dismissed", "cleared"];

/** Stands in the address for nobody, as an empty parameter is left out of it. */
export const NOBODY = "-";

/** The parameters of the review screen, as they stand in the address. Empty means: not filtered. */
export interface View {
  readonly list: "findings" | "unverified";
  /** Statuses joined by commas. */
  readonly status: string;
  /** Directions joined by commas. */
  readonly direction: string;
  readonly family: string;
  readonly code: string;
  readonly station: string;
  readonly period: string;
  readonly search: string;
  readonly counterparty: string;
  readonly invoice: string;
  /** A name, or `-` for nobody. */
  readonly assignee: string;
  /** `yes` in a claim, `no` in none. */
  readonly claimed: string;
  readonly group: GroupBy | "";
  readonly sort: QueueSort;
  readonly descending: boolean;
}

/** What a queue begins with: what is still to be decided, the largest amount first. */
const DEFAULT_STATUS = "open";

/** Every filter but the state, open again. */
export const WIDE = {
  direction: "",
  family: "",
  code: "",
  station: "",
  period: "",
  search: "",
  counterparty: "",
  invoice: "",
  assignee: "",
  claimed: "",
} as const satisfies Partial<View>;

const FILTERS = Object.keys(WIDE) as (keyof typeof WIDE)[];

/** Reads the address. */
export function readView(params: URLSearchParams): View {
  const get = (key: string) => params.get(key) ?? "";
  const sort = queueSort.safeParse(get("sort")).data ?? "amount";
  const filters = Object.fromEntries(FILTERS.map((key) => [key, get(key)])) as Record<(typeof FILTERS)[number], string>;
  return {
    ...filters,
    list: get("view") === "unverified" ? "unverified" : "findings",
    status: get("status") === "all" ? ALL : get("status") || DEFAULT_STATUS,
    group: groupBy.safeParse(get("group")).data ?? "",
    sort,
    descending: params.has("order") ? get("order") === "down" : startsDescending(sort),
  };
}

/** Writes the address; what is as it begins is left out. */
export function viewLink(view: View): string {
  return linkTo("review", {
    view: view.list === "unverified" ? "unverified" : null,
    status: view.status === DEFAULT_STATUS ? null : view.status === ALL ? "all" : view.status,
    ...Object.fromEntries(FILTERS.map((key) => [key, view[key]])),
    group: view.group,
    sort: view.sort === "amount" ? null : view.sort,
    order: view.descending === startsDescending(view.sort) ? null : view.descending ? "down" : "up",
  });
}

/** Amounts and weeks are looked at from the top, everything else from the beginning. */
export function startsDescending(sort: QueueSort): boolean {
  return sort === "amount" || sort === "period";
}

/** The filter as the engine takes it. */
export function filterOf(view: View): FindingFilter {
  const status = STATUSES.filter((known) => view.status.split(",").includes(known));
  const direction = DIRECTIONS.filter((known) => view.direction.split(",").includes(known));
  const search = view.search.trim();
  return {
    ...(isCheckCode(view.code) ? { code: view.code } : {}),
    ...(Object.hasOwn(FAMILIES, view.family) ? { family: view.family as Family } : {}),
    ...(view.station ? { station: view.station } : {}),
    ...(/^\d{4}-\d{2}(-\d{2})?$/.test(view.period) ? { period: view.period } : {}),
    ...(direction.length > 0 ? { direction } : {}),
    ...(status.length > 0 ? { status } : {}),
    ...(search ? { search: search.slice(0, 200) } : {}),
    ...(view.counterparty ? { counterparty: view.counterparty } : {}),
    ...(view.invoice ? { invoiceNumber: view.invoice } : {}),
    ...(view.assignee ? { assignee: view.assignee === NOBODY ? "" : view.assignee } : {}),
    ...(view.claimed === "yes" || view.claimed === "no" ? { claimed: view.claimed === "yes" } : {}),
  };
}

/** Whether anything but the state narrows the list. */
export function isNarrowed(view: View): boolean {
  return FILTERS.some((key) => view[key] !== "");
}

/** What is shown now, to be kept under a name. */
export function keptAs(name: string, view: View): SavedView {
  return { name, filter: filterOf(view), sort: view.sort, descending: view.descending, group: view.group || null };
}

/** A view that was kept, as it stands in the address. */
export function opened({ filter, sort, descending, group }: SavedView): View {
  return {
    list: "findings",
    status: filter.status?.join(",") ?? ALL,
    direction: filter.direction?.join(",") ?? "",
    family: filter.family ?? "",
    code: filter.code ?? "",
    station: filter.station ?? "",
    period: filter.period ?? "",
    search: filter.search ?? "",
    counterparty: filter.counterparty ?? "",
    invoice: filter.invoiceNumber ?? "",
    assignee: filter.assignee === "" ? NOBODY : (filter.assignee ?? ""),
    claimed: filter.claimed === undefined ? "" : filter.claimed ? "yes" : "no",
    group: group ?? "",
    sort,
    descending,
  };
}
