/** Schema 1: documents, the facts read from them, findings with their history, parameters, packets and the audit trail. */
import { factTable } from "./fact-table.ts";
import type { Migration } from "./index.ts";

/** Creates everything. */
export const foundation: Migration = {
  version: 1,
  name: "foundation",
  statements: [
    `CREATE TABLE "meta" ("key" TEXT PRIMARY KEY, "value" TEXT NOT NULL) STRICT`,
    `CREATE TABLE "document" (
      "id" INTEGER PRIMARY KEY,
      "name" TEXT NOT NULL CHECK ("name" <> ''),
      "sha256" TEXT NOT NULL UNIQUE CHECK (length("sha256") = 64),
      "bytes" INTEGER NOT NULL CHECK ("bytes" >= 0),
      "container" TEXT CHECK ("container" IS NULL OR length("container") = 64),
      "asOf" TEXT NOT NULL,
      "importedAt" TEXT NOT NULL,
      "fromDay" TEXT,
      "toDay" TEXT,
      "stations" TEXT NOT NULL,
      "rows" INTEGER NOT NULL CHECK ("rows" >= 0)
    ) STRICT`,
    `CREATE TABLE "documentSheet" (
      "id" INTEGER PRIMARY KEY,
      "documentId" INTEGER NOT NULL REFERENCES "document"("id") ON DELETE CASCADE,
      "sheet" TEXT,
      "kind" TEXT NOT NULL,
      "columns" TEXT NOT NULL
    ) STRICT`,
    `CREATE INDEX "documentSheet_document" ON "documentSheet" ("documentId")`,
    `CREATE TABLE "coveredDay" (
      "documentId" INTEGER NOT NULL REFERENCES "document"("id") ON DELETE CASCADE,
      "kind" TEXT NOT NULL,
      "station" TEXT,
      "day" TEXT NOT NULL CHECK ("day" GLOB '????-??-??'),
      "state" TEXT NOT NULL CHECK ("state" IN ('covered', 'unreadable'))
    ) STRICT`,
    `CREATE INDEX "coveredDay_day" ON "coveredDay" ("day")`,
    `CREATE INDEX "coveredDay_document" ON "coveredDay" ("documentId")`,
    `CREATE TABLE "documentProblem" (
      "documentId" INTEGER NOT NULL REFERENCES "document"("id") ON DELETE CASCADE,
      "sheet" TEXT, "row" INTEGER, "column" TEXT, "text" TEXT NOT NULL, "reason" TEXT NOT NULL
    ) STRICT`,
    `CREATE INDEX "documentProblem_document" ON "documentProblem" ("documentId")`,
    ...factTable(
      "station",
      `"station" TEXT NOT NULL, "name" TEXT NOT NULL, "state" TEXT NOT NULL, "timeZone" TEXT NOT NULL, "dspCode" TEXT NOT NULL`,
      false,
    ),
    ...factTable(
      "rate",
      `"station" TEXT NOT NULL, "item" TEXT NOT NULL, "serviceType" TEXT NOT NULL, "blockMinutes" INTEGER, "rate" INTEGER NOT NULL,
       "effectiveFrom" TEXT NOT NULL, "effectiveTo" TEXT CHECK ("effectiveTo" IS NULL OR "effectiveTo" >= "effectiveFrom")`,
      false,
    ),
    ...factTable(
      "person",
      `"employeeId" TEXT NOT NULL, "transporterId" TEXT, "name" TEXT NOT NULL, "state" TEXT NOT NULL, "station" TEXT NOT NULL,
       "department" TEXT NOT NULL, "payRate" INTEGER CHECK ("payRate" IS NULL OR "payRate" >= 0), "hireDate" TEXT, "terminationDate" TEXT`,
      false,
    ),
    ...factTable(
      "leaseTerm",
      `"vin" TEXT NOT NULL, "unit" TEXT NOT NULL, "provider" TEXT NOT NULL, "contract" TEXT NOT NULL, "monthlyRentCents" INTEGER NOT NULL,
       "onLease" TEXT NOT NULL, "offLease" TEXT, "proration" TEXT NOT NULL CHECK ("proration" IN ('actual', '30', 'none')),
       "mileageAllowance" INTEGER, "overageRate" INTEGER, "taxRate" INTEGER, "allowedFees" TEXT NOT NULL, "warrantyEnd" TEXT`,
      false,
    ),
    ...factTable(
      "dayTally",
      `"station" TEXT NOT NULL, "date" TEXT NOT NULL, "serviceType" TEXT NOT NULL, "blockMinutes" INTEGER NOT NULL,
       "isRoute" INTEGER NOT NULL CHECK ("isRoute" IN (0, 1)), "completed" INTEGER NOT NULL, "amazonLateCancel" INTEGER NOT NULL, "dspLateCancel" INTEGER NOT NULL, "quickCoverage" INTEGER NOT NULL`,
      true,
    ),
    ...factTable(
      "route",
      `"station" TEXT NOT NULL, "date" TEXT NOT NULL, "associate" TEXT NOT NULL, "routeCode" TEXT NOT NULL, "serviceType" TEXT NOT NULL,
       "blockMinutes" INTEGER NOT NULL, "logIn" TEXT, "logOut" TEXT, "distance" INTEGER, "distanceUnit" TEXT,
       "delivered" INTEGER NOT NULL, "returned" INTEGER NOT NULL, "pickups" INTEGER, "excluded" INTEGER NOT NULL CHECK ("excluded" IN (0, 1))`,
      true,
    ),
    ...factTable(
      "packageCount",
      `"station" TEXT NOT NULL, "date" TEXT NOT NULL, "kind" TEXT NOT NULL CHECK ("kind" IN ('delivered', 'pickup')),
       "count" INTEGER NOT NULL, "packageType" TEXT NOT NULL`,
      true,
    ),
    ...factTable(
      "training",
      `"station" TEXT NOT NULL, "assignmentDate" TEXT NOT NULL, "paymentDate" TEXT NOT NULL, "associate" TEXT, "serviceType" TEXT NOT NULL,
       "courseName" TEXT NOT NULL, "minutes" INTEGER NOT NULL, "eligible" INTEGER NOT NULL CHECK ("eligible" IN (0, 1))`,
      true,
    ),
    ...factTable(
      "delay",
      `"station" TEXT NOT NULL, "date" TEXT NOT NULL, "reason" TEXT NOT NULL, "minutes" INTEGER NOT NULL,
       "impactedRoutes" TEXT NOT NULL, "notes" TEXT NOT NULL`,
      true,
    ),
    ...factTable(
      "invoice",
      `"station" TEXT NOT NULL, "invoiceNumber" TEXT NOT NULL, "invoiceType" TEXT NOT NULL, "issuedOn" TEXT NOT NULL,
       "periodStart" TEXT NOT NULL, "periodEnd" TEXT NOT NULL, "status" TEXT NOT NULL, "disputeCloses" TEXT, "totalCents" INTEGER`,
      true,
    ),
    ...factTable(
      "invoiceLine",
      `"station" TEXT NOT NULL, "invoiceNumber" TEXT NOT NULL, "section" TEXT NOT NULL, "date" TEXT, "periodStart" TEXT NOT NULL,
       "periodEnd" TEXT NOT NULL, "description" TEXT NOT NULL, "serviceType" TEXT NOT NULL, "rate" INTEGER, "quantity" INTEGER,
       "amountCents" INTEGER NOT NULL`,
      true,
    ),
    ...factTable(
      "punch",
      `"companyCode" TEXT NOT NULL, "employeeId" TEXT NOT NULL, "lastName" TEXT NOT NULL, "firstName" TEXT NOT NULL,
       "department" TEXT NOT NULL, "state" TEXT NOT NULL, "date" TEXT NOT NULL, "in" TEXT, "out" TEXT, "outPunchType" TEXT NOT NULL,
       "hours" INTEGER, "payCode" TEXT NOT NULL`,
      true,
    ),
    ...factTable(
      "leaseLine",
      `"provider" TEXT NOT NULL, "invoiceNumber" TEXT NOT NULL, "issuedOn" TEXT NOT NULL, "dueOn" TEXT, "serviceFrom" TEXT NOT NULL,
       "serviceTo" TEXT NOT NULL, "contract" TEXT NOT NULL, "unit" TEXT NOT NULL, "vin" TEXT NOT NULL, "plate" TEXT NOT NULL,
       "chargeCode" TEXT NOT NULL, "description" TEXT NOT NULL, "quantity" INTEGER, "rate" INTEGER, "amountCents" INTEGER NOT NULL,
       "taxCents" INTEGER NOT NULL, "totalCents" INTEGER NOT NULL, "odometer" INTEGER, "referenceInvoice" TEXT NOT NULL`,
      true,
    ),
    `CREATE TABLE "scopeState" (
      "station" TEXT NOT NULL, "period" TEXT NOT NULL, "fingerprint" TEXT, PRIMARY KEY ("station", "period")
    ) STRICT`,
    `CREATE TABLE "outcome" (
      "station" TEXT NOT NULL, "period" TEXT NOT NULL, "code" TEXT NOT NULL,
      "outcome" TEXT NOT NULL CHECK ("outcome" IN ('agrees', 'finding', 'cannot-verify', 'not-applicable')),
      "missing" TEXT NOT NULL, "why" TEXT NOT NULL, PRIMARY KEY ("station", "period", "code")
    ) STRICT`,
    `CREATE TABLE "finding" (
      "id" TEXT PRIMARY KEY,
      "code" TEXT NOT NULL, "station" TEXT, "period" TEXT NOT NULL, "subject" TEXT NOT NULL, "subjectLabel" TEXT NOT NULL,
      "direction" TEXT NOT NULL CHECK ("direction" IN ('owed', 'overcharged', 'overpaid', 'exposure', 'watch')),
      "amountCents" INTEGER, "estimated" INTEGER NOT NULL CHECK ("estimated" IN (0, 1)),
      "status" TEXT NOT NULL CHECK ("status" IN ('open', 'confirmed', 'dismissed', 'cleared')),
      "reopened" INTEGER NOT NULL CHECK ("reopened" IN (0, 1)),
      "sentence" TEXT NOT NULL, "formula" TEXT NOT NULL, "sides" TEXT NOT NULL, "notes" TEXT NOT NULL,
      "explains" TEXT NOT NULL, "evidence" TEXT NOT NULL CHECK ("evidence" <> '[]'),
      "deadline" TEXT, "counterparty" TEXT, "invoiceNumber" TEXT
    ) STRICT`,
    `CREATE INDEX "finding_scope" ON "finding" ("period", "station", "code")`,
    `CREATE INDEX "finding_status" ON "finding" ("status", "direction")`,
    `CREATE TABLE "findingEvent" (
      "id" INTEGER PRIMARY KEY,
      "findingId" TEXT NOT NULL REFERENCES "finding"("id"),
      "at" TEXT NOT NULL, "actor" TEXT NOT NULL,
      "action" TEXT NOT NULL CHECK ("action" IN ('found', 'confirmed', 'dismissed', 'reopened', 'cleared', 'changed', 'undone')),
      "reason" TEXT NOT NULL, "amountCents" INTEGER, "statusBefore" TEXT
    ) STRICT`,
    `CREATE INDEX "findingEvent_finding" ON "findingEvent" ("findingId")`,
    `CREATE TABLE "parameter" (
      "code" TEXT NOT NULL, "name" TEXT NOT NULL, "effectiveFrom" TEXT NOT NULL, "value" INTEGER NOT NULL,
      PRIMARY KEY ("code", "name", "effectiveFrom")
    ) STRICT`,
    `CREATE TABLE "packet" (
      "number" INTEGER PRIMARY KEY, "file" TEXT NOT NULL, "sha256" TEXT NOT NULL, "findings" INTEGER NOT NULL,
      "totalCents" INTEGER NOT NULL, "madeAt" TEXT NOT NULL, "actor" TEXT NOT NULL
    ) STRICT`,
    `CREATE TABLE "audit" (
      "seq" INTEGER PRIMARY KEY, "at" TEXT NOT NULL, "actor" TEXT NOT NULL, "command" TEXT NOT NULL, "subject" TEXT NOT NULL,
      "before" TEXT NOT NULL, "after" TEXT NOT NULL, "previousHash" TEXT NOT NULL, "hash" TEXT NOT NULL UNIQUE
    ) STRICT`,
    `CREATE TRIGGER "audit_keep_update" BEFORE UPDATE ON "audit" BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END`,
    `CREATE TRIGGER "audit_keep_delete" BEFORE DELETE ON "audit" BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END`,
  ],
};
