/** The daily exception report: from the store to the window, the command line or a page of PDF. */
import { join } from "node:path";
import type { DayExceptions } from "#shared/contract/schemas.ts";
import { addDays, type IsoDate, weekEnd, weekStart } from "#shared/week.ts";
import { fontsIn } from "../packets/fonts.ts";
import { exceptionsPdf } from "../packets/pdf/exceptions.ts";
import { placeFile } from "../packets/write.ts";
import { LIST_TYPES } from "../reconcile/days-of-facts.ts";
import { EXCEPTION_FACTS, exceptionsOf } from "../reconcile/exceptions.ts";
import { noFacts } from "../reconcile/facts.ts";
import { loadCoveredDays } from "../store/documents.ts";
import { loadFacts } from "../store/facts.ts";
import { allLinks } from "../store/links.ts";
import type { Session } from "./session.ts";

/** Which report: a day, of one station or (null) of all. */
export interface WhichExceptions {
  readonly day: IsoDate;
  readonly station: string | null;
}

/** The exceptions of a day. */
export function exceptionsOn(session: Session, { day, station }: WhichExceptions): Promise<DayExceptions> {
  return session.workspace.store.read(async (db) => {
    const range = { from: addDays(weekStart(day), -7), to: addDays(day, 1) };
    const loaded = await loadFacts(db, [...LIST_TYPES, ...EXCEPTION_FACTS], range);
    const covered = await loadCoveredDays(db, weekStart(day), weekEnd(day));
    const links = await allLinks(db);
    return exceptionsOf({ day, station, facts: { ...noFacts(), ...loaded }, covered, links });
  });
}

/** Writes the report as one page. Throws where the file cannot be written. */
export async function writeExceptions(
  session: Session,
  which: WhichExceptions,
  file: string,
): Promise<{ file: string; pages: number; exceptions: number }> {
  const report = await exceptionsOn(session, which);
  const about = { company: session.workspace.name, station: which.station, version: session.options.version };
  const { bytes, pages } = await exceptionsPdf(report, about, fontsIn(join(session.options.resources, "fonts")));
  await placeFile(file, bytes);
  const exceptions = report.parts.reduce((sum, { rows }) => sum + rows.length, 0);
  return { file, pages, exceptions };
}
