/** Every check this version runs, in the order of the catalogue. */
import type { Check } from "./check.ts";
import { acrossChecks } from "./checks/across/index.ts";
import { amazonChecks } from "./checks/amazon/index.ts";
import { cashChecks } from "./checks/cash/index.ts";
import { fleetChecks } from "./checks/fleet/index.ts";
import { incentiveChecks } from "./checks/incentive/index.ts";
import { leaseChecks } from "./checks/lease/index.ts";
import { payrollChecks } from "./checks/payroll/index.ts";

/** The checks of this version. A new check is one file and one line in its family's list. */
export const CHECKS: readonly Check[] = [
  ...amazonChecks,
  ...incentiveChecks,
  ...fleetChecks,
  ...cashChecks,
  ...leaseChecks,
  ...payrollChecks,
  ...acrossChecks,
];
