/** Schema 4: what a lessor's invoice prints of itself, more of the contracts' terms, charge words, and which van a unit or a plate is. */
import { factTable } from "./fact-table.ts";
import type { Migration } from "./index.ts";

/** Widens what is known of leased and rented vans. */
export const leaseTerms: Migration = {
  version: 4,
  name: "lease terms",
  statements: [
    `ALTER TABLE "leaseTerm" ADD COLUMN "warrantyMiles" INTEGER CHECK ("warrantyMiles" IS NULL OR "warrantyMiles" >= 0)`,
    `ALTER TABLE "leaseTerm" ADD COLUMN "registeredState" TEXT NOT NULL DEFAULT ''`,
    `ALTER TABLE "leaseTerm" ADD COLUMN "plate" TEXT NOT NULL DEFAULT ''`,
    `ALTER TABLE "leaseTerm" ADD COLUMN "returnDayBilled" INTEGER NOT NULL DEFAULT 1 CHECK ("returnDayBilled" IN (0, 1))`,
    ...factTable(
      "leaseInvoice",
      `"provider" TEXT NOT NULL, "invoiceNumber" TEXT NOT NULL, "issuedOn" TEXT NOT NULL, "dueOn" TEXT, "serviceFrom" TEXT NOT NULL,
       "periodStart" TEXT NOT NULL, "periodEnd" TEXT NOT NULL CHECK ("periodEnd" >= "periodStart"), "section" TEXT NOT NULL,
       "lines" INTEGER NOT NULL, "subtotalCents" INTEGER, "taxCents" INTEGER, "totalCents" INTEGER,
       "unreadRows" INTEGER NOT NULL CHECK ("unreadRows" >= 0), "currency" TEXT NOT NULL`,
      true,
    ),
    ...factTable(
      "rentalRate",
      `"provider" TEXT NOT NULL, "contract" TEXT NOT NULL, "vin" TEXT NOT NULL, "vanClass" TEXT NOT NULL, "dayCents" INTEGER,
       "weekCents" INTEGER, "monthCents" INTEGER, "monthDays" INTEGER CHECK ("monthDays" IS NULL OR "monthDays" > 0),
       "effectiveFrom" TEXT NOT NULL, "effectiveTo" TEXT CHECK ("effectiveTo" IS NULL OR "effectiveTo" >= "effectiveFrom")`,
      false,
    ),
    ...factTable("chargeWord", `"words" TEXT NOT NULL, "chargeCode" TEXT NOT NULL, "provider" TEXT NOT NULL`, false),
    `CREATE TABLE "vanLink" (
      "key" TEXT PRIMARY KEY, "provider" TEXT NOT NULL, "unit" TEXT NOT NULL, "plate" TEXT NOT NULL,
      "vin" TEXT NOT NULL CHECK ("vin" <> ''), "linkedAt" TEXT NOT NULL
    ) STRICT`,
  ],
};
