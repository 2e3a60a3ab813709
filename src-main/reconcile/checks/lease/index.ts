/** The checks of lease and rental invoices. */
import type { Check } from "../../check.ts";
import { C05 } from "./C05-van-costs-more.ts";
import { E01 } from "./E01-billed-twice.ts";
import { E02 } from "./E02-billed-after-return.ts";
import { E03 } from "./E03-billed-before-delivery.ts";
import { E04 } from "./E04-rent-differs.ts";
import { E05 } from "./E05-proration-wrong.ts";
import { E06 } from "./E06-vin-not-ours.ts";
import { E07 } from "./E07-fee-not-agreed.ts";
import { E08 } from "./E08-mileage-wrong.ts";
import { E09 } from "./E09-repair-not-owed.ts";
import { E10 } from "./E10-damage-without-record.ts";
import { E11 } from "./E11-toll-not-ours.ts";
import { E12 } from "./E12-tax-wrong.ts";
import { E13 } from "./E13-late-fee-not-owed.ts";
import { E14 } from "./E14-registration-not-owed.ts";
import { E15 } from "./E15-dearer-rate.ts";
import { E16 } from "./E16-rental-idle.ts";
import { E17 } from "./E17-van-known-to-one.ts";
import { E18 } from "./E18-credit-not-received.ts";
import { E19 } from "./E19-invoice-arithmetic.ts";
import { E20 } from "./E20-charge-jumped.ts";

/** In the order of the catalogue. What a van earns is told by the lines of its lessor, so C05 stands here. */
export const leaseChecks: readonly Check[] = [
  C05,
  E01,
  E02,
  E03,
  E04,
  E05,
  E06,
  E07,
  E08,
  E09,
  E10,
  E11,
  E12,
  E13,
  E14,
  E15,
  E16,
  E17,
  E18,
  E19,
  E20,
];
