import { group } from "#shared/money.ts";

/** A count with its word: `1 row`, `1,204 rows`. */
export function plural(count: number, one: string, many: string): string {
  return `${group(count)} ${count === 1 ? one : many}`;
}

/** A list in a sentence: `A`, `A and B`, `A, B and C`; beyond three, how many more there are. */
export function listed(names: readonly string[]): string {
  if (names.length > 3) return `${names.slice(0, 2).join(", ")} and ${group(names.length - 2)} others`;
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`;
}
