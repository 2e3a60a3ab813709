/** The checks of lease and rental invoices. */
import type { Check } from "../../check.ts";
import { E01 } from "./E01-billed-twice.ts";
import { E02 } from "./E02-billed-after-return.ts";
import { E04 } from "./E04-rent-differs.ts";
import { E05 } from "./E05-proration-wrong.ts";
import { E06 } from "./E06-vin-not-ours.ts";

/** In the order of the catalogue. */
export const leaseChecks: readonly Check[] = [E01, E02, E04, E05, E06];
