import { keepPreviousData, useQueries, useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo } from "react";
import type { FindingRow } from "#shared/contract/schemas.ts";
import { api, queryClient } from "../../client/api.ts";
import { filterOf, type View } from "./view.ts";

/** Rows fetched at a time: a few screens’ worth, small enough to arrive in a blink. */
const PAGE = 200;

function inputOf(view: View, offset: number, limit: number) {
  return { filter: filterOf(view), sort: view.sort, descending: view.descending, offset, limit };
}

function pageOptions(view: View, page: number) {
  return { ...api.findings.queue.queryOptions({ input: inputOf(view, page * PAGE, PAGE) }), gcTime: 60_000 };
}

/** The first page, which also says how many rows there are in all. */
export function useQueueHead(view: View) {
  // A row that was decided stays where it is until one comes back to the screen: nothing jumps away under the eye.
  useEffect(() => () => queryClient.removeQueries({ queryKey: api.findings.queue.key() }), []);
  return useQuery(pageOptions(view, 0));
}

/** Rows through a window: only the pages that `from` to `to` touch are fetched. A row on its way is undefined. */
export function useQueueRows(view: View, from: number, to: number): (index: number) => FindingRow | undefined {
  const first = Math.floor(Math.max(0, from) / PAGE);
  const last = Math.floor(Math.max(0, to) / PAGE);
  const pages = useMemo(() => {
    const wanted = [0];
    for (let page = Math.max(1, first); page <= last; page += 1) wanted.push(page);
    return wanted;
  }, [first, last]);
  const results = useQueries({ queries: pages.map((page) => pageOptions(view, page)) });
  const byPage = new Map(pages.map((page, index) => [page, results[index]?.data?.rows]));
  return (index) => byPage.get(Math.floor(index / PAGE))?.[index % PAGE];
}

/** The finding at a place of the queue, as far as it has arrived. Read at once, so that a key never acts on the row before. */
export function idAt(view: View, index: number): string | undefined {
  const page = queryClient.getQueryData(pageOptions(view, Math.floor(index / PAGE)).queryKey);
  return page?.rows[index % PAGE]?.id;
}

/** How many findings match and what they come to, kept up to date with every decision. */
export function useQueueTotals(view: View) {
  return useQuery(api.findings.queue.queryOptions({ input: inputOf(view, 0, 1), placeholderData: keepPreviousData }));
}

/** Counts again what matches, leaving the rows on the screen alone. */
export function useRecount(view: View): () => void {
  return useCallback(() => {
    const queryKey = api.findings.queue.queryKey({ input: inputOf(view, 0, 1) });
    void queryClient.invalidateQueries({ queryKey, exact: true });
  }, [view]);
}

/** Ids of the findings that match, as many as one command takes. */
export async function matchingIds(view: View, limit: number): Promise<string[]> {
  const page = await queryClient.fetchQuery({
    ...api.findings.queue.queryOptions({ input: inputOf(view, 0, limit) }),
    staleTime: 0,
    gcTime: 0,
  });
  return page.rows.map(({ id }) => id);
}
