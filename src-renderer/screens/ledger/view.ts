/** What the ledger shows, read from the address and written back to it. */
import type { DocumentKind } from "#shared/catalogue.ts";
import { isIsoDate, periodRange } from "#shared/week.ts";
import { linkTo } from "../../app/route.ts";

/** The tabs, in their order. */
export const TABS = ["invoices", "routes", "timecards", "vans", "people", "payments", "exceptions"] as const;
export type Tab = (typeof TABS)[number];

/** Tabs that are one long table, read in pages. */
export type PagedTab = Exclude<Tab, "vans" | "exceptions">;

export const TAB_TITLES: Record<Tab, string> = {
  invoices: "Invoices",
  routes: "Routes",
  timecards: "Timecards",
  vans: "Vans",
  people: "People",
  payments: "Payments",
  exceptions: "Daily exceptions",
};

/** The documents a tab is read from. */
export const TAB_KINDS: Record<Tab, readonly DocumentKind[]> = {
  invoices: ["variable invoice", "incentive invoice", "fleet invoice", "lease invoice"],
  routes: ["service details"],
  timecards: ["timecard"],
  vans: ["lease invoice", "fleet invoice", "lease schedule", "vehicles"],
  people: ["staff roster", "timecard", "service details"],
  payments: ["payments", "bank statement"],
  exceptions: ["timecard", "staff roster", "service details"],
};

/** The parameters of the screen, as they stand in the address. Empty means: not narrowed. */
export interface LedgerView {
  readonly tab: Tab;
  readonly station: string;
  /** A week’s Sunday or a month. */
  readonly period: string;
  readonly search: string;
  /** The month of the van table; empty for the newest. */
  readonly month: string;
  /** The day of the exceptions; empty for the last one with a timecard. */
  readonly day: string;
}

/** Reads the address. */
export function readLedgerView(params: URLSearchParams): LedgerView {
  const get = (key: string) => params.get(key) ?? "";
  const shaped = (key: string, shape: RegExp) => (shape.test(get(key)) ? get(key) : "");
  return {
    tab: TABS.find((known) => known === get("tab")) ?? "invoices",
    station: get("station"),
    period: shaped("period", /^\d{4}-\d{2}(-\d{2})?$/),
    search: get("search").slice(0, 200),
    month: shaped("month", /^\d{4}-\d{2}$/),
    day: isIsoDate(get("day")) ? get("day") : "",
  };
}

/** Writes the address; what is as it begins is left out. */
export function ledgerLink({ tab, ...rest }: LedgerView): string {
  return linkTo("ledger", { tab: tab === "invoices" ? null : tab, ...rest });
}

/** What is asked of a table: the view without its place in the rows. */
export function askOf({ tab, station, period, search }: LedgerView & { readonly tab: PagedTab }) {
  const days = period === "" ? null : periodRange(period);
  return {
    table: tab,
    station: station || null,
    from: days?.from ?? null,
    to: days?.to ?? null,
    search: search.trim(),
  };
}
