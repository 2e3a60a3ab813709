/** Sheets that are nearly of ours and stand beside one that is. */
import type { Interpretation } from "../interpretation.ts";
import { notRead } from "../mapping/asking.ts";
import type { Table } from "../table.ts";
import type { Findings } from "./header.ts";

/** A table that is none of ours. */
export interface Stranger {
  readonly table: Table;
  readonly findings: Findings;
}

/** The problem that a sheet was not read although it is nearly of ours: nobody would miss it. Nothing for any other sheet. */
export function unread({ table, findings }: Stranger): Interpretation[] {
  const reason = notRead(table, findings);
  const kind = findings.near?.definition.kind;
  if (reason === undefined || kind === undefined) return [];
  const { sheet } = table;
  const problem = { sheet, row: null, column: null, text: "", reason, station: null, day: null };
  return [{ kind, sheet, columns: findings.seen, facts: [], problems: [problem] }];
}
