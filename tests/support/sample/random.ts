/** A small seeded generator of pseudo-random choices: the same seed and label give the same choices on every machine. */
export interface Random {
  /** A whole number from `min` to `max`, both included. */
  int(min: number, max: number): number;
  /** True in `percent` of a hundred cases. */
  chance(percent: number): boolean;
  /** One of the items. Throws RangeError for an empty list. */
  pick<T>(items: readonly T[]): T;
  /** The items in another order; the list itself is left alone. */
  shuffled<T>(items: readonly T[]): T[];
}

/** FNV-1a over the seed and the label, so that every part of the company draws from a stream of its own. */
function hash(seed: number, label: string): number {
  let state = 0x811c9dc5;
  for (const char of `${seed}:${label}`) {
    state = Math.imul(state ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return state;
}

/** Starts the stream named `label` of a seed. Streams do not disturb one another: adding leaks changes nobody's name. */
export function createRandom(seed: number, label: string): Random {
  let state = hash(seed, label);
  const next = (): number => {
    // mulberry32
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const int = (min: number, max: number): number => min + (next() % (max - min + 1));
  return {
    int,
    chance: (percent) => int(1, 100) <= percent,
    pick<T>(items: readonly T[]): T {
      const item = items[int(0, items.length - 1)];
      if (item === undefined) throw new RangeError("nothing to pick from");
      return item;
    },
    shuffled<T>(items: readonly T[]): T[] {
      return items
        .map((item) => ({ item, order: next() }))
        .sort((a, b) => a.order - b.order)
        .map(({ item }) => item);
    },
  };
}
