/** The control sheet as a file, for the owner's own tables. */
import { basename, join } from "node:path";
import type { IsoDate } from "#shared/week.ts";
import { controlWorkbook } from "../packets/control-workbook.ts";
import { placeFile } from "../packets/write.ts";
import { controlSheet } from "./control.ts";
import { refusal } from "./errors.ts";
import type { Session } from "./session.ts";

/**
 * Writes the sheet to `path`, or into the workspace's packets folder where that is null, and says its name (without the folder) and how
 * many lines it has. Throws REFUSED where there is no week to write.
 */
export async function exportControl(
  session: Session,
  which: { readonly station: string | null; readonly week: IsoDate | null; readonly weeks: number },
  path: string | null,
): Promise<{ file: string; lines: number }> {
  const { store, packets } = session.workspace;
  const rows = await store.read((db) => controlSheet(db, which));
  const [newest] = rows;
  if (newest === undefined) throw refusal("There is no week to put into a control sheet yet.");
  const name = ["Control sheet", newest.week, ...(which.station === null ? [] : [newest.station])].join(" ");
  const file = path ?? join(packets, `${name}.xlsx`);
  await placeFile(file, controlWorkbook(rows));
  return { file: basename(file), lines: rows.length };
}
