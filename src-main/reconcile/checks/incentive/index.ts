/** The checks of the weekly incentive, in the order of the catalogue. B01, B02 and B04 share one partition of its dollars. */
import type { Check } from "../../check.ts";
import { B01 } from "./B01-wrong-tier.ts";
import { B02 } from "./B02-package-base-short.ts";
import { B03 } from "./B03-paid-without-tier.ts";
import { B04 } from "./B04-pickups-mismatched.ts";
import { B05 } from "./B05-invoice-missing.ts";

/** Checks B01 to B05. */
export const incentiveChecks: readonly Check[] = [B01, B02, B03, B04, B05];
