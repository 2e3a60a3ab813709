/** Lessors under the names that papers give them: Amazon's list writes `LP` for LeasePlan, which is Ayvens today. Pure. */
const SAME: readonly RegExp[] = [
  /^(?:lp|lease ?plan|ayvens)\b/,
  /^element\b/,
  /^merchants\b/,
  /^enterprise\b/,
  /^ryder\b/,
  /^u ?-?haul\b/,
  /^kingbee\b/,
  /^zeeba\b/,
  /^budget\b/,
];

/** Lessors' names as they are compared letter by letter. */
export function lessorKey(provider: string): string {
  return provider.normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase();
}

/** Whether two names mean one lessor. A name that is not written means any. */
export function sameLessor(a: string, b: string): boolean {
  const [one, other] = [nameOf(a), nameOf(b)];
  return one === "" || other === "" || one === other;
}

function nameOf(name: string): string {
  const words = lessorKey(name).replaceAll("_", " ");
  const index = SAME.findIndex((pattern) => pattern.test(words));
  return index < 0 ? words : `#${index}`;
}
