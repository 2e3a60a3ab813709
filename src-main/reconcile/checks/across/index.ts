/** The checks across documents, in the order of the catalogue. */
import type { Check } from "../../check.ts";
import { G01 } from "./G01-labor-per-route-hour.ts";
import { G02 } from "./G02-one-person-two-names.ts";

/** Checks of family G that run; coverage and the control sheet are views. */
export const acrossChecks: readonly Check[] = [G01, G02];
