import { useMemo } from "react";

/** Rows fetched at a time: a few screens' worth, small enough to arrive in a blink. */
export const PAGE = 200;

/** The pages that rows `from` to `to` touch, and always the first one, which also says how many rows there are. */
export function usePages(from: number, to: number): readonly number[] {
  const first = Math.floor(Math.max(0, from) / PAGE);
  const last = Math.floor(Math.max(0, to) / PAGE);
  return useMemo(() => {
    const wanted = [0];
    for (let page = Math.max(1, first); page <= last; page += 1) wanted.push(page);
    return wanted;
  }, [first, last]);
}

/** The row at a place, out of the pages that are there; undefined while it is on its way. */
export function rowIn<Row>(pages: ReadonlyMap<number, readonly Row[] | undefined>, index: number): Row | undefined {
  return pages.get(Math.floor(index / PAGE))?.[index % PAGE];
}
