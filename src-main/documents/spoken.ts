/** Stored rows as they are compared with those of a plan. */
import type { StoredScopeRow } from "../store/facts.ts";
import type { SpokenRow } from "./row-states.ts";
import { fingerprint, sayingOf } from "./saying.ts";

/** A stored row with the fingerprints of its key and of what it says. */
export function spoken(row: StoredScopeRow): SpokenRow {
  return {
    key: fingerprint(row.key),
    day: row.day,
    version: row.version,
    says: sayingOf(row.values),
    document: row.document,
    counts: row.current === 1,
  };
}
