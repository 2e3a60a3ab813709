/** Gives the items of a list that never changes its order keys of their own, for lists whose items may be the same. */
export function numbered<T>(items: readonly T[]): { key: string; item: T }[] {
  return items.map((item, index) => ({ key: String(index), item }));
}
