/** A planted mistake and what the product ought to say about it. */
export interface Leak {
  /** Code of the check that finds it. */
  code: string;
  station: string | null;
  /** The week's Sunday, or the month. */
  period: string;
  direction: "owed" | "overcharged" | "overpaid" | "exposure" | "watch";
  /** Null where the mistake has no amount of its own. */
  amountCents: number | null;
  what: string;
  where: { file: string; detail: string };
}
