/** How far a change of what is stored reaches: the windows of the checks that the app runs. */
import { CHECKS } from "../reconcile/catalogue.ts";
import { staleBy } from "../reconcile/reach.ts";
import type { Reach } from "../store/scopes.ts";

const reaches = { week: staleBy(CHECKS, "week"), month: staleBy(CHECKS, "month") };

/** How far beyond its own days a scope of some cadence looks for facts of a type; null where no check of the sort reads it. */
export const reach: Reach = (cadence, type) => reaches[cadence].get(type) ?? null;
