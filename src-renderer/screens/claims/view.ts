/** What the claims screen shows, read from the address and written back to it. */
import { AGES, CLAIM_STATES, type ClaimFilter, type ClaimState } from "#shared/contract/claims.ts";
import { linkTo } from "../../app/route.ts";

/** Columns the engine sorts by. */
const SORTS = ["status", "number", "counterparty", "deadline", "age", "claimed", "outstanding"] as const;
export type Sort = (typeof SORTS)[number];

/** `open`: every claim that is not closed; what one begins with. */
export type Stage = ClaimState | "open" | "all";

/** The parameters of the screen, as they stand in the address. Empty means: not filtered. */
export interface View {
  readonly list: "claims" | "outcomes";
  readonly stage: Stage;
  readonly counterparty: string;
  readonly age: string;
  readonly assignee: string;
  readonly search: string;
  readonly sort: Sort;
  readonly descending: boolean;
  /** Number of the claim in hand; null for the first one of the list. */
  readonly claim: number | null;
}

/** Reads the address. */
export function readView(params: URLSearchParams): View {
  const get = (key: string) => params.get(key) ?? "";
  const sort = SORTS.find((known) => known === get("sort")) ?? "status";
  return {
    list: get("view") === "outcomes" ? "outcomes" : "claims",
    stage: get("status") === "all" ? "all" : (CLAIM_STATES.find((known) => known === get("status")) ?? "open"),
    counterparty: get("counterparty").slice(0, 200),
    age: AGES.find((known) => known === get("age")) ?? "",
    assignee: get("assignee").slice(0, 80),
    search: get("search").slice(0, 200),
    sort,
    descending: params.has("order") ? get("order") === "down" : startsDescending(sort),
    claim: /^[1-9]\d{0,8}$/.test(get("claim")) ? Number(get("claim")) : null,
  };
}

/** Writes the address; what is as it begins is left out. */
export function viewLink(view: View): string {
  return linkTo("claims", {
    view: view.list === "outcomes" ? "outcomes" : null,
    status: view.stage === "open" ? null : view.stage,
    counterparty: view.counterparty,
    age: view.age,
    assignee: view.assignee,
    search: view.search,
    sort: view.sort === "status" ? null : view.sort,
    order: view.descending === startsDescending(view.sort) ? null : view.descending ? "down" : "up",
    claim: view.claim === null ? null : String(view.claim),
  });
}

/** Money and age are looked at from the top, everything else from the beginning. */
export function startsDescending(sort: Sort): boolean {
  return sort === "claimed" || sort === "outstanding" || sort === "age";
}

/** The filter as the engine takes it. */
export function filterOf({ stage, counterparty, age, assignee, search }: View): ClaimFilter {
  const known = AGES.find((each) => each === age);
  return {
    ...(stage === "open" && { status: CLAIM_STATES.filter((state) => state !== "closed") }),
    ...(stage !== "open" && stage !== "all" && { status: [stage] }),
    ...(counterparty && { counterparty }),
    ...(known && { age: known }),
    ...(assignee && { assignee }),
    ...(search.trim() && { search: search.trim() }),
  };
}

/** Nothing but the state narrows the list with these. */
export const NOT_NARROWED = { counterparty: "", age: "", assignee: "", search: "" } as const;

/** Whether anything but the state narrows the list. */
export function isNarrowed(view: View): boolean {
  return Boolean(view.counterparty || view.age || view.assignee || view.search);
}
