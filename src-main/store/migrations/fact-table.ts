/** Tables of facts. */

/** Columns every table of facts begins with: where the row came from, and whether it is the one that counts. */
const SOURCE = `
  "id" INTEGER PRIMARY KEY,
  "sheetId" INTEGER NOT NULL REFERENCES "documentSheet"("id") ON DELETE CASCADE,
  "row" INTEGER NOT NULL CHECK ("row" > 0),
  "cells" TEXT NOT NULL,
  "scope" TEXT NOT NULL,
  "key" TEXT NOT NULL,
  "current" INTEGER NOT NULL CHECK ("current" IN (0, 1)),
  "day" TEXT CHECK ("day" IS NULL OR "day" GLOB '????-??-??')`;

/** The statements that make a table of facts with its indexes. Released migrations use it: it never changes. */
export function factTable(name: string, columns: string, byDay: boolean): string[] {
  return [
    `CREATE TABLE "${name}" (${SOURCE}, ${columns}) STRICT`,
    `CREATE INDEX "${name}_scope" ON "${name}" ("scope")`,
    `CREATE INDEX "${name}_sheet" ON "${name}" ("sheetId")`,
    ...(byDay ? [`CREATE INDEX "${name}_day" ON "${name}" ("day")`] : []),
  ];
}
