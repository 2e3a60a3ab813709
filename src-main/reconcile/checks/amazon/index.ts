/** The checks of Amazon's variable invoice, in the order of the catalogue. */
import type { Check } from "../../check.ts";
import { A01 } from "./A01-route-unpaid.ts";
import { A03 } from "./A03-wrong-block-paid.ts";
import { A04 } from "./A04-rate-differs.ts";
import { A06 } from "./A06-line-arithmetic.ts";
import { A08 } from "./A08-ride-along-paid-standard.ts";
import { A09 } from "./A09-training-unpaid.ts";
import { A11 } from "./A11-late-cancel-unpaid.ts";
import { A13 } from "./A13-unplanned-delay-short.ts";
import { A14 } from "./A14-delivered-packages-short.ts";
import { A15 } from "./A15-branding-packages-short.ts";

/** Checks A01 to A15 as far as this version has them. */
export const amazonChecks: readonly Check[] = [A01, A03, A04, A06, A08, A09, A11, A13, A14, A15];
