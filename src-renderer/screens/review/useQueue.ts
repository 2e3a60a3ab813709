import { keepPreviousData, queryOptions, useQueries, useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo } from "react";
import type { FindingFilter, FindingRow } from "#shared/contract/schemas.ts";
import { api, queryClient } from "../../client/api.ts";
import { engine } from "../../client/engine.ts";
import { groupedLines, type LinePlace, type Lines, placeOf, plainLines, type Stretch, stretches } from "./lines.ts";
import { filterOf, type View } from "./view.ts";

/** Rows fetched at a time: a few screens’ worth, small enough to arrive in a blink. */
const PAGE = 200;
/** The most one question may ask for. */
const LARGEST = 5000;

type Order = Pick<View, "sort" | "descending">;

function inputOf(filter: FindingFilter, { sort, descending }: Order, offset: number, limit: number) {
  return { filter, sort, descending, offset, limit };
}

/**
 * A page of the list as it was when it was opened. Rows that were decided since may not match any more, but they stay where they are; what
 * the engine lists has moved up by as many, and a page that is fetched late has to be asked for there, or findings would be passed over.
 */
function pageOptions(filter: FindingFilter, order: Order, page: number) {
  const input = inputOf(filter, order, page * PAGE, PAGE);
  const queryKey = api.findings.queue.queryKey({ input });
  return queryOptions({
    queryKey,
    queryFn: ({ signal }) => {
      const isFirst = queryClient.getQueryData(queryKey) === undefined;
      const offset = input.offset - (isFirst ? movedUp(filter, order, page) : 0);
      return engine.findings.queue({ ...input, offset: Math.max(0, offset) }, { signal });
    },
    // As long as the screen is there: a page that was forgotten would come back without what was decided on it.
    gcTime: Number.POSITIVE_INFINITY,
  });
}

/** Rows on the pages before that were listed and do not match any more. */
function movedUp(filter: FindingFilter, order: Order, page: number): number {
  let count = 0;
  for (let before = 0; before < page; before += 1) {
    const { queryKey } = pageOptions(filter, order, before);
    for (const row of queryClient.getQueryData(queryKey)?.rows ?? []) if (!stillMatches(row, filter)) count += 1;
  }
  return count;
}

/** Whether a row matches as far as it can be changed on this screen. */
function stillMatches({ status, assignee, claim }: FindingRow, filter: FindingFilter): boolean {
  return (
    (filter.status?.includes(status) ?? status !== "cleared") &&
    (filter.assignee === undefined || filter.assignee === (assignee ?? "")) &&
    (filter.claimed === undefined || filter.claimed === (claim !== null))
  );
}

/** The lines of the queue as they were listed: decisions change rows, and move none. */
export function useLines(view: View, isOpen: (key: string) => boolean) {
  const filter = useMemo(() => filterOf(view), [view]);
  const by = view.group === "" ? undefined : view.group;
  const head = useQuery({ ...pageOptions(filter, view, 0), enabled: by === undefined });
  const groups = useQuery({
    ...api.findings.groups.queryOptions({ input: { filter, by: by ?? "code" } }),
    enabled: by !== undefined,
  });
  // A row that was decided stays where it is until one comes back to the screen: nothing jumps away under the eye.
  useEffect(() => forgetLines, []);
  const total = head.data?.total ?? 0;
  const lines = useMemo(
    () => (by === undefined ? plainLines(filter, total) : groupedLines(groups.data ?? [], isOpen)),
    [by, filter, total, groups.data, isOpen],
  );
  const asked = by === undefined ? head : groups;
  return { lines, loading: asked.isPending, error: asked.error };
}

function forgetLines(): void {
  queryClient.removeQueries({ queryKey: api.findings.queue.key() });
  queryClient.removeQueries({ queryKey: api.findings.groups.key() });
}

/** Lists anew: what was decided and does not match any more goes. */
export async function listAgain(): Promise<void> {
  await Promise.all([
    // Emptied first: where a page begins is reckoned from those before it.
    queryClient.resetQueries({ queryKey: api.findings.queue.key() }),
    queryClient.invalidateQueries({ queryKey: api.findings.groups.key() }),
  ]);
}

/** Rows through a window: only the pages that `from` to `to` touch are fetched. A row on its way is undefined. */
export function useRows(
  lines: Lines,
  order: Order,
  from: number,
  to: number,
): (place: LinePlace) => FindingRow | undefined {
  const { sort, descending } = order;
  const wanted = useMemo(
    () =>
      stretches(lines, from, to).flatMap(({ section: { filter }, from: first, to: last }) => {
        const page = Math.floor(first / PAGE);
        const count = Math.floor((last - 1) / PAGE) - page + 1;
        return Array.from({ length: count }, (_, index) => pageOptions(filter, { sort, descending }, page + index));
      }),
    [lines, from, to, sort, descending],
  );
  useQueries({ queries: wanted, combine: arrivals });
  return (place) => cachedRow(place, order);
}

/** Draws anew when a page has come or a row has changed, and not for each state in between. */
function arrivals(results: readonly { readonly data: unknown }[]): unknown[] {
  return results.map(({ data }) => data);
}

/** The finding at a place, as far as it has arrived. Read at once, so that a key never acts on the row before. */
export function cachedRow({ section, row }: LinePlace, order: Order): FindingRow | undefined {
  if (row < 0) return undefined;
  const page = queryClient.getQueryData(pageOptions(section.filter, order, Math.floor(row / PAGE)).queryKey);
  return page?.rows[row % PAGE];
}

/** The finding on a line, as far as it has arrived. */
export function rowOnLine(lines: Lines, order: Order, line: number): FindingRow | undefined {
  const place = placeOf(lines, line);
  return place && cachedRow(place, order);
}

/** How many findings match and what they come to, kept up to date with every decision. */
export function useQueueTotals(view: View) {
  const input = inputOf(filterOf(view), view, 0, 1);
  return useQuery(api.findings.queue.queryOptions({ input, placeholderData: keepPreviousData }));
}

/** Counts again what matches, leaving the rows on the screen alone. */
export function useRecount(view: View): () => void {
  return useCallback(() => {
    const queryKey = api.findings.queue.queryKey({ input: inputOf(filterOf(view), view, 0, 1) });
    void queryClient.invalidateQueries({ queryKey, exact: true });
  }, [view]);
}

/** Gives findings piece by piece. Rejects with the signal’s reason when aborted. */
export type Source = (onPiece: (rows: readonly FindingRow[]) => void, signal: AbortSignal) => Promise<void>;

/** Everything that matches a filter now. */
export function allMatching(filter: FindingFilter, order: Order): Source {
  return async (onPiece, signal) => {
    for (let offset = 0; ; offset += LARGEST) {
      signal.throwIfAborted();
      const { rows } = await engine.findings.queue(inputOf(filter, order, offset, LARGEST), { signal });
      onPiece(rows);
      if (rows.length < LARGEST) return;
    }
  };
}

/** The rows of some stretches of the list as it stands on the screen. */
export function listed(parts: readonly Stretch[], order: Order): Source {
  return async (onPiece, signal) => {
    for (const { section, from, to } of parts)
      for (let page = Math.floor(from / PAGE); page * PAGE < to; page += 1) {
        signal.throwIfAborted();
        const { rows } = await queryClient.fetchQuery(pageOptions(section.filter, order, page));
        onPiece(rows.slice(Math.max(0, from - page * PAGE), to - page * PAGE));
      }
  };
}
