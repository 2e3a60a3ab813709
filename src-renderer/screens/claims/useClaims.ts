import { keepPreviousData, useQueries } from "@tanstack/react-query";
import type { ClaimRow } from "#shared/contract/claims.ts";
import { api } from "../../client/api.ts";
import { PAGE, rowIn, usePages } from "../../parts/grid/usePages.ts";
import { filterOf, type View } from "./view.ts";

function pageOptions(view: View, page: number) {
  const { sort, descending } = view;
  return api.claims.list.queryOptions({
    input: { filter: filterOf(view), sort, descending, offset: page * PAGE, limit: PAGE },
    // While one types, the rows before stay until the new ones are there.
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  });
}

/** The claims that match, through a window: only the pages that rows `from` to `to` touch are fetched. */
export function useClaims(view: View, from: number, to: number) {
  const pages = usePages(from, to);
  const results = useQueries({ queries: pages.map((page) => pageOptions(view, page)) });
  const byPage = new Map(pages.map((page, index) => [page, results[index]?.data?.rows]));
  const indexOf = (number: number): number => {
    for (const [page, rows] of byPage) {
      const at = rows?.findIndex((row) => row.number === number) ?? -1;
      if (at >= 0) return page * PAGE + at;
    }
    return -1;
  };
  return {
    /** The first page, which also says how many claims there are and what they come to. */
    head: results[0]?.data,
    error: results.find(({ error }) => error !== null)?.error ?? null,
    rowAt: (index: number): ClaimRow | undefined => rowIn(byPage, index),
    /** Place of a claim among the rows that are there; -1 where it is not among them. */
    indexOf,
  };
}
