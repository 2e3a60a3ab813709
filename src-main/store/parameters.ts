/** The owner's own values for the checks' parameters, each in force from a day. */
import type { ReadHandle } from "./schema.ts";

export interface StoredParameter {
  readonly code: string;
  readonly name: string;
  readonly effectiveFrom: string;
  readonly value: number;
}

/** Every value that was set, in a steady order. */
export async function allParameters(db: ReadHandle): Promise<StoredParameter[]> {
  return db.selectFrom("parameter").selectAll().orderBy("code").orderBy("name").orderBy("effectiveFrom").execute();
}
