/** Schema 3: claims with their findings, steps and payments; comments and attachments; saved views; who uses the app. */
import type { Migration } from "./index.ts";

/** What the search looks at. A line break stands between the parts: nobody types one, so no match runs across two of them. */
const words = (row: string) =>
  `${row}."code" || char(10) || ${row}."subjectLabel" || char(10) || coalesce(${row}."invoiceNumber", '') || char(10) || ${row}."sentence"`;

/** What lets a queue of a hundred thousand findings be sorted, grouped and searched at once. */
const REVIEW = [
  // Everything the queue shows, filters and sorts by, so that it reads this and not the wide rows with their evidence.
  `ALTER TABLE "finding" ADD COLUMN "number" INTEGER`,
  `UPDATE "finding" SET "number" = "rowid"`,
  `CREATE UNIQUE INDEX "finding_number" ON "finding" ("number")`,
  `DROP INDEX "finding_status"`,
  `CREATE INDEX "finding_queue" ON "finding" ("status", "direction", "code", "station", "period", "amountCents", "deadline",
    "counterparty", "invoiceNumber", "assignee", "subjectLabel", "estimated", "reopened", "number", "id")`,
  `CREATE VIEW "findingWords" AS SELECT "number", ${words('"finding"')} AS "words" FROM "finding"`,
  // Every three characters in a row, without the texts themselves: a part of a word is found, accents and case aside.
  `CREATE VIRTUAL TABLE "findingSearch" USING fts5("words", content="findingWords", content_rowid="number",
    tokenize="trigram remove_diacritics 1")`,
  `INSERT INTO "findingSearch" ("findingSearch") VALUES ('rebuild')`,
  `CREATE TRIGGER "finding_found" AFTER INSERT ON "finding" BEGIN
    UPDATE "finding" SET "number" = (SELECT coalesce(max("number"), 0) + 1 FROM "finding") WHERE "id" = NEW."id";
    INSERT INTO "findingSearch" ("rowid", "words") SELECT "number", "words" FROM "findingWords"
      WHERE "number" = (SELECT "number" FROM "finding" WHERE "id" = NEW."id");
  END`,
  `CREATE TRIGGER "finding_reworded" AFTER UPDATE OF "code", "subjectLabel", "invoiceNumber", "sentence" ON "finding"
    WHEN ${words("OLD")} IS NOT ${words("NEW")} BEGIN
    INSERT INTO "findingSearch" ("findingSearch", "rowid", "words") VALUES ('delete', OLD."number", ${words("OLD")});
    INSERT INTO "findingSearch" ("rowid", "words") VALUES (NEW."number", ${words("NEW")});
  END`,
];

/** From a confirmed finding to money, and who did what. */
export const claimsAndPeople: Migration = {
  version: 3,
  name: "claims and people",
  statements: [
    `CREATE TABLE "appUser" (
      "name" TEXT PRIMARY KEY CHECK ("name" <> ''),
      "role" TEXT NOT NULL CHECK ("role" IN ('manager', 'owner', 'staff')),
      "pinSalt" TEXT, "pinHash" TEXT CHECK (("pinHash" IS NULL) = ("pinSalt" IS NULL)),
      "addedAt" TEXT NOT NULL, "removedAt" TEXT,
      -- Wrong PINs in a row, and when the last one was given: each makes the next attempt wait longer.
      "wrongPins" INTEGER NOT NULL DEFAULT 0 CHECK ("wrongPins" >= 0), "wrongPinAt" TEXT
    ) STRICT`,
    `CREATE TABLE "claim" (
      "number" INTEGER PRIMARY KEY,
      "kind" TEXT NOT NULL CHECK ("kind" IN ('amazon', 'lessor', 'payroll', 'internal')),
      "counterparty" TEXT NOT NULL CHECK ("counterparty" <> ''),
      "station" TEXT, "invoiceNumber" TEXT, "period" TEXT,
      "status" TEXT NOT NULL CHECK ("status" IN
        ('draft', 'submitted', 'acknowledged', 'approved', 'partly approved', 'rejected', 'paid', 'closed')),
      "reference" TEXT NOT NULL DEFAULT '',
      "deadline" TEXT, "submittedOn" TEXT, "closedOn" TEXT,
      "writtenOffCents" INTEGER NOT NULL DEFAULT 0 CHECK ("writtenOffCents" >= 0),
      "assignee" TEXT,
      "createdAt" TEXT NOT NULL, "createdBy" TEXT NOT NULL
    ) STRICT`,
    `CREATE INDEX "claim_status" ON "claim" ("status")`,
    // A finding is in one claim at most, so that no dollar is claimed twice.
    `CREATE TABLE "claimItem" (
      "findingId" TEXT PRIMARY KEY REFERENCES "finding"("id"),
      "claimNumber" INTEGER NOT NULL REFERENCES "claim"("number"),
      "claimedCents" INTEGER CHECK ("claimedCents" IS NULL OR "claimedCents" >= 0),
      "approvedCents" INTEGER CHECK ("approvedCents" IS NULL OR "approvedCents" >= 0),
      "reason" TEXT NOT NULL DEFAULT '',
      "addedAt" TEXT NOT NULL
    ) STRICT`,
    `CREATE INDEX "claimItem_claim" ON "claimItem" ("claimNumber")`,
    `CREATE TABLE "claimPayment" (
      "id" INTEGER PRIMARY KEY,
      "claimNumber" INTEGER NOT NULL REFERENCES "claim"("number"),
      "kind" TEXT NOT NULL CHECK ("kind" IN ('paid', 'credited')),
      "receivedOn" TEXT NOT NULL CHECK ("receivedOn" GLOB '????-??-??'),
      "cents" INTEGER NOT NULL CHECK ("cents" > 0),
      "note" TEXT NOT NULL,
      "sourceSha256" TEXT, "sourceSheet" TEXT, "sourceRow" INTEGER,
      "at" TEXT NOT NULL, "actor" TEXT NOT NULL
    ) STRICT`,
    `CREATE INDEX "claimPayment_claim" ON "claimPayment" ("claimNumber")`,
    `CREATE TABLE "claimEvent" (
      "id" INTEGER PRIMARY KEY,
      "claimNumber" INTEGER NOT NULL REFERENCES "claim"("number"),
      "at" TEXT NOT NULL, "actor" TEXT NOT NULL, "action" TEXT NOT NULL, "onDay" TEXT, "note" TEXT NOT NULL,
      "statusBefore" TEXT, "statusAfter" TEXT, "cents" INTEGER,
      -- What undoing the step has to put back, as JSON.
      "before" TEXT NOT NULL DEFAULT 'null'
    ) STRICT`,
    `CREATE INDEX "claimEvent_claim" ON "claimEvent" ("claimNumber")`,
    `CREATE TABLE "comment" (
      "id" INTEGER PRIMARY KEY,
      "findingId" TEXT REFERENCES "finding"("id"),
      "claimNumber" INTEGER REFERENCES "claim"("number"),
      "at" TEXT NOT NULL, "actor" TEXT NOT NULL, "text" TEXT NOT NULL CHECK ("text" <> ''), "removedAt" TEXT,
      CHECK (("findingId" IS NULL) <> ("claimNumber" IS NULL))
    ) STRICT`,
    `CREATE INDEX "comment_finding" ON "comment" ("findingId")`,
    `CREATE INDEX "comment_claim" ON "comment" ("claimNumber")`,
    `CREATE TABLE "attachment" (
      "id" INTEGER PRIMARY KEY,
      "findingId" TEXT REFERENCES "finding"("id"),
      "claimNumber" INTEGER REFERENCES "claim"("number"),
      "name" TEXT NOT NULL CHECK ("name" <> ''), "sha256" TEXT NOT NULL CHECK (length("sha256") = 64),
      "bytes" INTEGER NOT NULL CHECK ("bytes" >= 0),
      "at" TEXT NOT NULL, "actor" TEXT NOT NULL, "removedAt" TEXT,
      CHECK (("findingId" IS NULL) <> ("claimNumber" IS NULL))
    ) STRICT`,
    `CREATE INDEX "attachment_finding" ON "attachment" ("findingId")`,
    `CREATE INDEX "attachment_claim" ON "attachment" ("claimNumber")`,
    `CREATE TABLE "savedView" (
      "name" TEXT PRIMARY KEY CHECK ("name" <> ''), "body" TEXT NOT NULL, "savedAt" TEXT NOT NULL, "actor" TEXT NOT NULL
    ) STRICT`,
    // Each warning of a deadline is given once: seven, three and one days before it.
    `CREATE TABLE "deadlineWarning" (
      "subject" TEXT NOT NULL, "deadline" TEXT NOT NULL, "days" INTEGER NOT NULL CHECK ("days" IN (7, 3, 1)), "at" TEXT NOT NULL,
      PRIMARY KEY ("subject", "deadline", "days")
    ) STRICT`,
    `ALTER TABLE "finding" ADD COLUMN "assignee" TEXT`,
    // Whom a finding was given to, and by whom: part of its history, and no decision.
    `CREATE TABLE "assignment" (
      "id" INTEGER PRIMARY KEY, "findingId" TEXT NOT NULL REFERENCES "finding"("id"),
      "at" TEXT NOT NULL, "actor" TEXT NOT NULL, "assignee" TEXT
    ) STRICT`,
    `CREATE INDEX "assignment_finding" ON "assignment" ("findingId")`,
    ...REVIEW,
    `ALTER TABLE "packet" ADD COLUMN "claimNumber" INTEGER REFERENCES "claim"("number")`,
    `ALTER TABLE "packet" ADD COLUMN "format" TEXT NOT NULL DEFAULT 'pdf' CHECK ("format" IN ('pdf', 'zip', 'xlsx', 'csv'))`,
  ],
};
