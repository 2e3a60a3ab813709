import type { Check } from "../../check.ts";

/** Being written. */
export const payrollChecks: readonly Check[] = [];
