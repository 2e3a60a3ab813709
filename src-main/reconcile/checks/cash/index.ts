/** The checks of cash, in the order of the catalogue. D01 looks at the bank, D02 and D03 share the invoices, D04 has none to share. */
import type { Check } from "../../check.ts";
import { D01 } from "./D01-deposit-differs.ts";
import { D02 } from "./D02-invoice-unpaid.ts";
import { D03 } from "./D03-paid-twice-or-in-part.ts";
import { D04 } from "./D04-invoice-never-issued.ts";

/** Checks D01 to D04. */
export const cashChecks: readonly Check[] = [D01, D02, D03, D04];
