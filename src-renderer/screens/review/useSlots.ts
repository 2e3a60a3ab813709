import { useRef } from "react";

/**
 * Keys for lines that come and go as the list moves. A line that leaves lends its elements to one that comes in, and after a leap none of
 * them changes its place among the others: what is moved in the page has to be styled anew, which costs more than writing its texts.
 */
export function useSlots(first: number, last: number): (index: number) => number {
  const at = useRef({ base: 0, size: 1, first: 0, last: -1 });
  const before = at.current;
  const size = Math.max(before.size, last - first + 1);
  const leapt = first > before.last || last < before.first;
  // As many lines before the leap's first one as there were before the last leap's: the same keys in the same order.
  const base = leapt ? first - mod(before.first - before.base, before.size) : before.base;
  at.current = { base, size, first, last };
  return (index) => mod(index - base, size);
}

function mod(value: number, size: number): number {
  return ((value % size) + size) % size;
}
