/** The company's own lists: looked at, typed into and written back. Whatever is typed comes in as a document, so that it has a source. */
import { mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { KIND_HELP } from "#shared/catalogue.ts";
import { LIST_KINDS, type ListKind, type ListPage, type OwnList } from "#shared/contract/reference.ts";
import type { IsoDate } from "#shared/week.ts";
import type { FactTypes } from "../documents/facts.ts";
import { placeFile } from "../packets/write.ts";
import { loadFacts } from "../store/facts.ts";
import { documentHistory } from "../store/history.ts";
import type { ReadHandle } from "../store/schema.ts";
import { finish } from "./checking.ts";
import { refusal } from "./errors.ts";
import { commit, plan } from "./importing.ts";
import type { Session } from "./session.ts";
import { today } from "./today.ts";
import { cellsOf, entryCsv, LIST_FACTS, type ListFact, listCsv, titlesOf } from "./typed-lists.ts";

const ALWAYS = { from: "0000-01-01", to: "9999-12-31" };

/** How much there is of each list. */
export async function ownLists(db: ReadHandle): Promise<OwnList[]> {
  const facts = await loadFacts(db, Object.values(LIST_FACTS), ALWAYS);
  return LIST_KINDS.map((kind) => {
    const entries: readonly FactTypes[ListFact][] = facts[LIST_FACTS[kind]];
    const documents = new Map(entries.map(({ source: { document } }) => [document.sha256, document]));
    const newest = [...documents.values()]
      .map(({ name, asOf = "" }) => ({ name, asOf }))
      .reduce<OwnList["newest"]>((last, each) => (last === null || each.asOf > last.asOf ? each : last), null);
    const days = daysFrom(kind, facts).sort();
    return {
      kind,
      rows: entries.length,
      documents: documents.size,
      newest,
      from: days[0] ?? null,
      to: days.at(-1) ?? null,
    };
  });
}

/** The days from which the entries of a list hold. */
function daysFrom(kind: ListKind, facts: { readonly [T in ListFact]: readonly FactTypes[T][] }): IsoDate[] {
  if (kind === "rate card") return facts.rate.map(({ effectiveFrom }) => effectiveFrom);
  if (kind === "rental rates") return facts.rentalRate.map(({ effectiveFrom }) => effectiveFrom);
  return kind === "lease schedule" ? facts.leaseTerm.map(({ onLease }) => onLease) : [];
}

/** A stretch of a list, in the order of its cells; only the entries in which every word of `search` stands. */
export async function listPage(
  db: ReadHandle,
  {
    kind,
    search,
    offset,
    limit,
  }: { readonly kind: ListKind; readonly search: string; readonly offset: number; readonly limit: number },
): Promise<ListPage> {
  const ids = new Map((await documentHistory(db)).map(({ sha256, id }) => [sha256, id]));
  const asked = search.toLowerCase().split(/\s+/).filter(Boolean);
  const rows = (await entriesOf(db, LIST_FACTS[kind])).flatMap(({ cells, source: { document, sheet, row } }) => {
    const documentId = ids.get(document.sha256);
    const text = cells.join(" ").toLowerCase();
    if (documentId === undefined || !asked.every((word) => text.includes(word))) return [];
    return [{ cells, source: { documentId, document: document.name, sheet, row } }];
  });
  rows.sort((a, b) => compare(a.cells.join("\t"), b.cells.join("\t")));
  return { columns: titlesOf(kind), total: rows.length, rows: rows.slice(offset, offset + limit) };
}

async function entriesOf<T extends ListFact>(db: ReadHandle, type: T) {
  const facts = await loadFacts(db, [type], ALWAYS);
  return facts[type].map((fact) => ({ cells: cellsOf(type, fact), source: fact.source }));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Takes an entry in through the import road; `changed` is false where the list says so already. Throws REFUSED with the reasons of what
 * cannot be read.
 */
export async function saveEntry(
  session: Session,
  { kind, cells }: { readonly kind: ListKind; readonly cells: Readonly<Record<string, string>> },
): Promise<{ changed: boolean }> {
  const unknown = Object.keys(cells).find((title) => !titlesOf(kind).includes(title));
  if (unknown !== undefined) throw refusal(`The ${kind} has no column "${unknown}".`);
  const folder = await mkdtemp(join(tmpdir(), "backhaul-"));
  try {
    const time = await laterThan(session, kind);
    const path = join(folder, `${KIND_HELP[kind].title} typed ${today(session.options.now())}.csv`);
    await writeFile(path, entryCsv(kind, cells, time.toISOString()));
    await utimes(path, time, time);
    const planned = await finish(plan(session, [path]));
    const [file] = planned.files;
    const isRead = file?.kind === kind && file.problems.length === 0;
    if (isRead && file.rows.new + file.rows.changed > 0) {
      await finish(commit(session, planned.planId, planned.hash));
      return { changed: true };
    }
    session.plans.delete(planned.planId);
    if (isRead && file.rows.already > 0) return { changed: false };
    const reasons = file?.problems.map(({ reason }) => reason) ?? [];
    throw refusal(reasons.length > 0 ? reasons.join(" ") : (file?.message ?? "Nothing was typed."));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What is typed now is later than every file of the list, whatever their clocks said. In whole seconds, which every disk keeps. */
async function laterThan(session: Session, kind: ListKind): Promise<Date> {
  const stored = await session.workspace.store.read((db) => loadFacts(db, [LIST_FACTS[kind]], ALWAYS));
  const entries: readonly FactTypes[ListFact][] = stored[LIST_FACTS[kind]];
  const newest = entries.reduce((last, { source: { document } }) => Math.max(last, Date.parse(document.asOf ?? "")), 0);
  const now = Math.floor(session.options.now().getTime() / 1000);
  return new Date(Math.max(now, Math.floor(newest / 1000) + 1) * 1000);
}

/**
 * Writes a list as a CSV to `path`, or into the workspace's packets folder where that is null, and says its name and how many entries it
 * has. Throws REFUSED for a list without one.
 */
export async function exportList(
  session: Session,
  kind: ListKind,
  path: string | null,
): Promise<{ file: string; rows: number }> {
  const { store, packets } = session.workspace;
  const { text, rows } = await store.read((db) => written(db, LIST_FACTS[kind]));
  if (rows === 0) throw refusal(`There is no entry in the ${kind} to write.`);
  const file = path ?? join(packets, `${KIND_HELP[kind].title} ${today(session.options.now())}.csv`);
  await placeFile(file, new TextEncoder().encode(text));
  return { file: basename(file), rows };
}

async function written<T extends ListFact>(db: ReadHandle, type: T): Promise<{ text: string; rows: number }> {
  const facts = await loadFacts(db, [type], ALWAYS);
  return { text: listCsv(type, facts[type]), rows: facts[type].length };
}
