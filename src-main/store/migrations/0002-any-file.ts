/** Schema 2: the kinds of document an office gets beside the first ones, how a file was read, and the mappings people made. */
import { factTable } from "./fact-table.ts";
import type { Migration } from "./index.ts";

const HEAD = `"station" TEXT NOT NULL, "invoiceNumber" TEXT NOT NULL, "invoiceType" TEXT NOT NULL, "issuedOn" TEXT NOT NULL,
  "periodStart" TEXT NOT NULL, "periodEnd" TEXT NOT NULL, "status" TEXT NOT NULL, "disputeCloses" TEXT, "totalCents" INTEGER,
  "form" TEXT NOT NULL CHECK ("form" IN ('detail', 'export')), "currency" TEXT NOT NULL`;

const LINE = `"station" TEXT NOT NULL, "invoiceNumber" TEXT NOT NULL, "section" TEXT NOT NULL, "date" TEXT, "periodStart" TEXT NOT NULL,
  "periodEnd" TEXT NOT NULL, "description" TEXT NOT NULL, "serviceType" TEXT NOT NULL, "rate" INTEGER, "quantity" INTEGER,
  "amountCents" INTEGER NOT NULL, "form" TEXT NOT NULL CHECK ("form" IN ('detail', 'export')), "paymentType" TEXT NOT NULL`;

/** Widens the road from twelve kinds to all of them. */
export const anyFile: Migration = {
  version: 2,
  name: "any file",
  statements: [
    `ALTER TABLE "documentSheet" ADD COLUMN "layout" TEXT NOT NULL DEFAULT ''`,
    `ALTER TABLE "documentSheet" ADD COLUMN "profile" TEXT`,
    `ALTER TABLE "invoice" ADD COLUMN "form" TEXT NOT NULL DEFAULT 'detail' CHECK ("form" IN ('detail', 'export'))`,
    `ALTER TABLE "invoice" ADD COLUMN "currency" TEXT NOT NULL DEFAULT 'USD'`,
    `ALTER TABLE "invoiceLine" ADD COLUMN "form" TEXT NOT NULL DEFAULT 'detail' CHECK ("form" IN ('detail', 'export'))`,
    `ALTER TABLE "invoiceLine" ADD COLUMN "paymentType" TEXT NOT NULL DEFAULT ''`,
    `ALTER TABLE "punch" ADD COLUMN "station" TEXT`,
    `ALTER TABLE "punch" ADD COLUMN "rate" INTEGER`,
    `ALTER TABLE "punch" ADD COLUMN "deductedMinutes" INTEGER CHECK ("deductedMinutes" IS NULL OR "deductedMinutes" >= 0)`,
    ...factTable("incentiveInvoice", HEAD, true),
    ...factTable("incentiveLine", LINE, true),
    ...factTable("fleetInvoice", HEAD, true),
    ...factTable(
      "fleetLine",
      `"station" TEXT NOT NULL, "invoiceNumber" TEXT NOT NULL, "section" TEXT NOT NULL, "date" TEXT, "periodStart" TEXT NOT NULL,
       "periodEnd" TEXT NOT NULL, "description" TEXT NOT NULL, "rate" INTEGER, "quantity" INTEGER, "amountCents" INTEGER`,
      true,
    ),
    ...factTable(
      "tier",
      `"week" TEXT NOT NULL, "station" TEXT NOT NULL,
       "tier" TEXT NOT NULL CHECK ("tier" IN ('Fantastic Plus', 'Fantastic', 'Great', 'Fair', 'Poor'))`,
      true,
    ),
    ...factTable(
      "scorecard",
      `"week" TEXT NOT NULL, "station" TEXT, "associate" TEXT NOT NULL, "transporterId" TEXT NOT NULL, "standing" TEXT NOT NULL,
       "delivered" INTEGER`,
      true,
    ),
    ...factTable(
      "concession",
      `"week" TEXT NOT NULL, "station" TEXT, "associate" TEXT NOT NULL, "associateId" TEXT NOT NULL, "delivered" INTEGER NOT NULL,
       "notReceived" INTEGER NOT NULL`,
      true,
    ),
    ...factTable(
      "payment",
      `"paidOn" TEXT NOT NULL, "paymentNumber" TEXT NOT NULL, "invoiceNumber" TEXT NOT NULL, "amountCents" INTEGER NOT NULL`,
      true,
    ),
    ...factTable("bankLine", `"date" TEXT NOT NULL, "description" TEXT NOT NULL, "amountCents" INTEGER NOT NULL`, true),
    ...factTable(
      "vehicle",
      `"vin" TEXT NOT NULL, "name" TEXT NOT NULL, "plate" TEXT NOT NULL, "make" TEXT NOT NULL, "model" TEXT NOT NULL,
       "subModel" TEXT NOT NULL, "year" TEXT NOT NULL, "type" TEXT NOT NULL, "serviceType" TEXT NOT NULL, "serviceTier" TEXT NOT NULL,
       "status" TEXT NOT NULL, "statusReason" TEXT NOT NULL, "operationalStatus" TEXT NOT NULL, "provider" TEXT NOT NULL,
       "registrationType" TEXT NOT NULL, "ownershipType" TEXT NOT NULL, "ownershipStart" TEXT, "ownershipEnd" TEXT,
       "registrationExpires" TEXT, "registeredState" TEXT NOT NULL, "station" TEXT`,
      false,
    ),
    ...factTable(
      "itinerary",
      `"date" TEXT NOT NULL, "station" TEXT, "transporterId" TEXT NOT NULL, "driver" TEXT NOT NULL, "dspCode" TEXT NOT NULL,
       "routeCodes" TEXT NOT NULL, "progress" TEXT NOT NULL, "serviceType" TEXT NOT NULL, "vin" TEXT NOT NULL, "stops" INTEGER,
       "stopsComplete" INTEGER, "packages" INTEGER, "signIn" TEXT, "signOut" TEXT`,
      true,
    ),
    ...factTable("alias", `"description" TEXT NOT NULL, "serviceType" TEXT NOT NULL`, false),
    ...factTable(
      "cancellation",
      `"date" TEXT NOT NULL, "station" TEXT NOT NULL, "serviceType" TEXT NOT NULL, "cancelledBy" TEXT NOT NULL, "time" TEXT,
       "note" TEXT NOT NULL`,
      true,
    ),
    ...factTable(
      "punchEdit",
      `"employeeId" TEXT NOT NULL, "lastName" TEXT NOT NULL, "firstName" TEXT NOT NULL, "station" TEXT, "date" TEXT NOT NULL,
       "time" TEXT, "punchType" TEXT NOT NULL, "deleted" INTEGER NOT NULL CHECK ("deleted" IN (0, 1)), "modifiedAt" TEXT,
       "modifiedBy" TEXT NOT NULL`,
      true,
    ),
    ...factTable(
      "payLine",
      `"system" TEXT NOT NULL, "companyCode" TEXT NOT NULL, "employeeId" TEXT NOT NULL, "name" TEXT NOT NULL,
       "department" TEXT NOT NULL, "periodStart" TEXT NOT NULL,
       "periodEnd" TEXT NOT NULL CHECK ("periodEnd" >= "periodStart"), "payCode" TEXT NOT NULL, "category" TEXT NOT NULL,
       "hours" INTEGER, "rate" INTEGER, "amountCents" INTEGER`,
      true,
    ),
    `ALTER TABLE "scopeState" ADD COLUMN "holdsUntil" TEXT`,
    `CREATE TABLE "profile" (
      "name" TEXT PRIMARY KEY CHECK ("name" <> ''), "fingerprint" TEXT NOT NULL, "kind" TEXT NOT NULL, "body" TEXT NOT NULL,
      "savedAt" TEXT NOT NULL
    ) STRICT`,
    `CREATE INDEX "profile_fingerprint" ON "profile" ("fingerprint")`,
    `CREATE TABLE "personLink" (
      "kind" TEXT NOT NULL CHECK ("kind" IN ('name', 'payroll id')), "key" TEXT NOT NULL, "text" TEXT NOT NULL CHECK ("text" <> ''),
      "employeeId" TEXT NOT NULL, "linkedAt" TEXT NOT NULL, PRIMARY KEY ("kind", "key")
    ) STRICT`,
  ],
};
