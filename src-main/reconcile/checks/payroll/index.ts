/** The checks of payroll and timecards. */
import type { Check } from "../../check.ts";
import { F01 } from "./F01-missing-punch.ts";
import { F03 } from "./F03-hours-without-work.ts";
import { F04 } from "./F04-route-without-timecard.ts";
import { F05 } from "./F05-beyond-block.ts";

/** In the order of the catalogue. */
export const payrollChecks: readonly Check[] = [F01, F03, F04, F05];
