/** The checks of the monthly fleet invoice, in the order of the catalogue. */
import type { Check } from "../../check.ts";
import { C01 } from "./C01-vans-paid-short.ts";
import { C02 } from "./C02-last-month-reconciled.ts";
import { C03 } from "./C03-rental-forecast.ts";
import { C04 } from "./C04-invoice-missing.ts";

/** Checks C01 to C04. */
export const fleetChecks: readonly Check[] = [C01, C02, C03, C04];
