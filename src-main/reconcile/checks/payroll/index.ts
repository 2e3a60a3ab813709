/** The checks of payroll and timecards. */
import type { Check } from "../../check.ts";
import { F01 } from "./F01-missing-punch.ts";
import { F02 } from "./F02-duplicate-punches.ts";
import { F03 } from "./F03-hours-without-work.ts";
import { F04 } from "./F04-route-without-timecard.ts";
import { F05 } from "./F05-beyond-block.ts";
import { F06 } from "./F06-idle-on-the-clock.ts";
import { F07 } from "./F07-meal.ts";
import { F08 } from "./F08-meal-deducted.ts";
import { F09 } from "./F09-overtime-differs.ts";
import { F10 } from "./F10-bonus-left-out.ts";
import { F11 } from "./F11-wrong-pay-code.ts";
import { F12 } from "./F12-wrong-place.ts";
import { F13 } from "./F13-programme-limits.ts";
import { F14 } from "./F14-rounding.ts";
import { F15 } from "./F15-punch-edited.ts";
import { F16 } from "./F16-paid-outside-employment.ts";
import { F17 } from "./F17-training-paid-by-us.ts";
import { F18 } from "./F18-help-against-revenue.ts";
import { F19 } from "./F19-hours-paid-differ.ts";
import { F20 } from "./F20-rate-not-on-file.ts";

/** In the order of the catalogue. */
export const payrollChecks: readonly Check[] = [
  F01,
  F02,
  F03,
  F04,
  F05,
  F06,
  F07,
  F08,
  F09,
  F10,
  F11,
  F12,
  F13,
  F14,
  F15,
  F16,
  F17,
  F18,
  F19,
  F20,
];
