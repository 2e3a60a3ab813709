import { useQueries } from "@tanstack/react-query";
import type { LedgerQuery, LedgerRow } from "#shared/contract/ledger.ts";
import { api } from "../../client/api.ts";
import { PAGE, rowIn, usePages } from "../../parts/grid/usePages.ts";

/** Which rows of which table. */
export type LedgerAsk = Omit<LedgerQuery, "offset" | "limit">;

/** Rows through a window: only the pages that `from` to `to` touch are fetched. A row on its way is undefined. */
export function useLedgerRows(ask: LedgerAsk, from: number, to: number) {
  const pages = usePages(from, to);
  const results = useQueries({
    queries: pages.map((page) => ({
      ...api.ledger.rows.queryOptions({ input: { ...ask, offset: page * PAGE, limit: PAGE } }),
      gcTime: 60_000,
    })),
  });
  const byPage = new Map(pages.map((page, index) => [page, results[index]?.data?.rows]));
  return {
    /** The first page, which also says how many rows there are. */
    head: results[0]?.data,
    error: results.find(({ error }) => error !== null)?.error ?? null,
    rowAt: (index: number): LedgerRow | undefined => rowIn(byPage, index),
  };
}
