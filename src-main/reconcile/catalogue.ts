/** Every check this version runs, in the order of the catalogue. */
import type { Check } from "./check.ts";
import { amazonChecks } from "./checks/amazon/index.ts";
import { leaseChecks } from "./checks/lease/index.ts";
import { payrollChecks } from "./checks/payroll/index.ts";

/** The checks of this version. A new check is one file and one line in its family's list. */
export const CHECKS: readonly Check[] = [...amazonChecks, ...leaseChecks, ...payrollChecks];
