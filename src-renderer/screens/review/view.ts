/** What the queue shows, read from the address and written back to it. */
import { DIRECTIONS, FAMILIES, type Family, isCheckCode } from "#shared/catalogue.ts";
import type { FindingFilter, FindingStatus } from "#shared/contract/schemas.ts";
import { linkTo } from "../../app/route.ts";

/** Columns the engine sorts by. */
const SORTS = ["amount", "deadline", "period", "code", "station", "status"] as const;
export type Sort = (typeof SORTS)[number];

/** Every state but `cleared`: what has been cleared is not there any more. */
const ALL = "open,confirmed,dismissed";

const STATUSES: readonly FindingStatus[] = ["open", "confirmed", "dismissed", "cleared"];

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
  readonly sort: Sort;
  readonly descending: boolean;
}

/** What a queue begins with: what is still to be decided, the largest amount first. */
const DEFAULT_STATUS = "open";

/** Reads the address. */
export function readView(params: URLSearchParams): View {
  const get = (key: string) => params.get(key) ?? "";
  const sort = SORTS.find((known) => known === get("sort")) ?? "amount";
  return {
    list: get("view") === "unverified" ? "unverified" : "findings",
    status: get("status") === "all" ? ALL : get("status") || DEFAULT_STATUS,
    direction: get("direction"),
    family: get("family"),
    code: get("code"),
    station: get("station"),
    period: get("period"),
    search: get("search"),
    sort,
    descending: params.has("order") ? get("order") === "down" : startsDescending(sort),
  };
}

/** Writes the address; what is as it begins is left out. */
export function viewLink(view: View): string {
  return linkTo("review", {
    view: view.list === "unverified" ? "unverified" : null,
    status: view.status === DEFAULT_STATUS ? null : view.status === ALL ? "all" : view.status,
    direction: view.direction,
    family: view.family,
    code: view.code,
    station: view.station,
    period: view.period,
    search: view.search,
    sort: view.sort === "amount" ? null : view.sort,
    order: view.descending === startsDescending(view.sort) ? null : view.descending ? "down" : "up",
  });
}

/** Amounts and weeks are looked at from the top, everything else from the beginning. */
export function startsDescending(sort: Sort): boolean {
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
  };
}

/** Whether anything but the state narrows the list. */
export function isNarrowed(view: View): boolean {
  return Boolean(view.direction || view.family || view.code || view.station || view.period || view.search);
}
