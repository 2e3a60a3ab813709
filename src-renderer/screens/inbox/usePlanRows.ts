import { useQueries } from "@tanstack/react-query";
import { useMemo } from "react";
import type { PlanRow, RowState } from "#shared/contract/schemas.ts";
import { api } from "../../client/api.ts";

/** Rows fetched at a time. */
const PAGE = 200;

/** Which rows of which planned file. */
export interface RowsOf {
  readonly planId: string;
  readonly sha256: string;
  /** Null for rows of every state. */
  readonly state: RowState | null;
}

function pageOptions({ planId, sha256, state }: RowsOf, page: number) {
  const states = state === null ? {} : { states: [state] };
  return {
    ...api.documents.planRows.queryOptions({ input: { planId, sha256, ...states, offset: page * PAGE, limit: PAGE } }),
    gcTime: 60_000,
  };
}

/** Rows through a window: only the pages that `from` to `to` touch are fetched. A row on its way is undefined. */
export function usePlanRows(of: RowsOf, from: number, to: number) {
  const first = Math.floor(Math.max(0, from) / PAGE);
  const last = Math.floor(Math.max(0, to) / PAGE);
  const pages = useMemo(() => {
    const wanted = [0];
    for (let page = Math.max(1, first); page <= last; page += 1) wanted.push(page);
    return wanted;
  }, [first, last]);
  const results = useQueries({ queries: pages.map((page) => pageOptions(of, page)) });
  const byPage = new Map(pages.map((page, index) => [page, results[index]?.data?.rows]));
  return {
    /** The first page, from which the columns are measured. */
    head: results[0]?.data,
    error: results.find(({ error }) => error !== null)?.error ?? null,
    rowAt: (index: number): PlanRow | undefined => byPage.get(Math.floor(index / PAGE))?.[index % PAGE],
  };
}
