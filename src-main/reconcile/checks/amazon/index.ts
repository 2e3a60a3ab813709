/** The checks of Amazon's variable invoice, in the order of the catalogue. */
import type { Check } from "../../check.ts";
import { A01 } from "./A01-route-unpaid.ts";
import { A02 } from "./A02-route-not-driven.ts";
import { A03 } from "./A03-wrong-block-paid.ts";
import { A04 } from "./A04-rate-differs.ts";
import { A05 } from "./A05-hourly-rates.ts";
import { A06 } from "./A06-line-arithmetic.ts";
import { A07 } from "./A07-total.ts";
import { A08 } from "./A08-ride-along-paid-standard.ts";
import { A09 } from "./A09-training-unpaid.ts";
import { A10 } from "./A10-training-ineligible.ts";
import { A11 } from "./A11-late-cancel-unpaid.ts";
import { A12 } from "./A12-cancel-without-record.ts";
import { A13 } from "./A13-unplanned-delay-short.ts";
import { A14 } from "./A14-delivered-packages-short.ts";
import { A15 } from "./A15-branding-packages-short.ts";
import { A16 } from "./A16-package-counts.ts";
import { A17 } from "./A17-pickups-short.ts";
import { A18 } from "./A18-excluded-route.ts";
import { A19 } from "./A19-quick-coverage.ts";
import { A20 } from "./A20-duplicate-line.ts";
import { A21 } from "./A21-line-elsewhere.ts";
import { A22 } from "./A22-unknown-description.ts";
import { A23 } from "./A23-amended-invoice.ts";
import { A24 } from "./A24-summary-changed.ts";
import { A25 } from "./A25-deduction-without-record.ts";

/** Checks A01 to A25. */
export const amazonChecks: readonly Check[] = [
  A01,
  A02,
  A03,
  A04,
  A05,
  A06,
  A07,
  A08,
  A09,
  A10,
  A11,
  A12,
  A13,
  A14,
  A15,
  A16,
  A17,
  A18,
  A19,
  A20,
  A21,
  A22,
  A23,
  A24,
  A25,
];
