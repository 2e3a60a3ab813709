/** The mapping step: what an unknown table could be, what it would be read as, and the mappings that are kept. */
import { basename } from "node:path";
import type { DocumentKind } from "#shared/catalogue.ts";
import type { MappingAnswer, MappingProfile, MappingSuggestion, MappingTrial, Plan } from "#shared/contract/schemas.ts";
import { outdatedReason } from "../documents/mapping/apply.ts";
import { type FileRead, makePlan } from "../documents/plan.ts";
import type { Found } from "../documents/read/worker.ts";
import type { UnderstoodDocument } from "../documents/understand.ts";
import * as store from "../store/profiles.ts";
import { notFound, refusal, stalePlan } from "./errors.ts";
import type { HeldPlan, Session } from "./session.ts";

/** Which table of which planned file, and as what it should be read. */
export interface SuggestionRequest {
  readonly planId: string;
  readonly sha256: string;
  readonly sheet: string | null;
  /** 1-based; guessed where left out. */
  readonly headerRow?: number | undefined;
  readonly kind?: DocumentKind | undefined;
  /** "" for any layout of the kind. */
  readonly layout?: string | undefined;
}

/** A first draft of a mapping. Throws STALE_PLAN for a plan that is gone, REFUSED where the file changed or holds no such table. */
export async function suggestMapping(session: Session, request: SuggestionRequest): Promise<MappingSuggestion> {
  const { sha256, sheet, headerRow, kind, layout } = request;
  const { read, plan } = waiting(session, request);
  const before = plan.answers?.find((each) => each.sha256 === sha256 && each.sheet === sheet);
  const row = headerRow ?? before?.headerRow;
  const said = before?.headerRow === row ? before?.profile : undefined;
  const wish = { headerRow: row === undefined ? undefined : row - 1, kind, layout, said };
  const profiles = await session.profiles();
  const task = { type: "suggest", sha256, sheet, wish, profiles } as const;
  return madeOf(read, await session.parser.table<"suggest">(basename(read.path), read.path, task), headerRow);
}

/** What a table would be read as. Nothing changes. Throws as `suggestMapping` does. */
export async function tryMapping(session: Session, answer: MappingAnswer): Promise<MappingTrial> {
  const { read } = waiting(session, answer);
  const task = { type: "try", answer } as const;
  return madeOf(read, await session.parser.table<"try">(basename(read.path), read.path, task), answer.headerRow);
}

/**
 * Reads a file with a mapping and makes the plan anew; the old plan is gone then. With `save` the mapping is kept, and the plan's other
 * files with the same header are read with it too. Throws as `suggestMapping` does, and REFUSED where the mapping cannot be applied.
 */
export async function applyMapping(session: Session, answer: MappingAnswer, save: boolean): Promise<Plan> {
  const { plan, read } = waiting(session, answer);
  if (save) checkProfile(answer.profile);
  const isSame = (other: MappingAnswer) => other.sha256 === answer.sha256 && other.sheet === answer.sheet;
  const answers = [...(plan.answers ?? []).filter((other) => !isSame(other)), answer];
  const profiles = await session.profiles();
  const again = await readAgain(session, read, profiles, answers);
  const document = again.documents.find(({ sha256 }) => sha256 === answer.sha256);
  if (!document) throw changed(read);
  if ("refusal" in document.outcome) throw refusal(document.outcome.refusal);
  if (save) await keep(session, answer.profile);
  const reads: FileRead[] = [];
  for (const other of plan.reads) {
    if (other === read) reads.push(again);
    else if (save && waitsFor(other, answer.profile.fingerprint)) {
      reads.push(await readAgain(session, other, [answer.profile, ...profiles], answers));
    } else reads.push(other);
  }
  const prepared = await session.workspace.store.read((db) => makePlan(db, reads));
  session.plans.delete(answer.planId);
  session.plans.set(prepared.planId, { prepared, reads, answers });
  return { planId: prepared.planId, hash: prepared.hash, files: [...prepared.files] };
}

/** The saved mappings, by name. */
export async function profiles(session: Session): Promise<MappingProfile[]> {
  const saved = await session.workspace.store.read(store.savedProfiles);
  return saved.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Saves a mapping; `rename` is the name it had. Throws NOT_FOUND where no mapping has that name, REFUSED for fields its kind lacks. */
export async function saveProfile(session: Session, profile: MappingProfile, rename?: string): Promise<void> {
  checkProfile(profile);
  await keep(session, profile, rename);
}

/** Forgets a mapping. Throws NOT_FOUND where there is none of that name. */
export async function removeProfile(session: Session, name: string): Promise<void> {
  const removed = await session.workspace.store.write((db) => store.removeProfile(db, name, session.stamp()));
  session.forgetProfiles();
  if (!removed) throw notFound(`There is no mapping "${name}".`);
}

async function keep(session: Session, profile: MappingProfile, rename?: string): Promise<void> {
  const saved = await session.workspace.store.write((db) => store.saveProfile(db, profile, session.stamp(), rename));
  session.forgetProfiles();
  if (!saved) throw notFound(`There is no mapping "${rename}" any more.`);
}

function checkProfile(profile: MappingProfile): void {
  const outdated = outdatedReason(profile);
  if (outdated !== null) throw refusal(outdated);
  if (Object.keys(profile.columns).length === 0) throw refusal("A mapping without any column says nothing.");
}

/** A planned file that is asked about, or was and may be asked about again. */
function waiting(session: Session, { planId, sha256 }: { planId: string; sha256: string }) {
  const plan: HeldPlan | undefined = session.plans.get(planId);
  if (!plan) throw stalePlan();
  const read = plan.reads.find(({ documents }) => documents.some((document) => document.sha256 === sha256));
  const document = read?.documents.find((each) => each.sha256 === sha256);
  if (!read || !document) throw notFound("This file is not in the preview any more.");
  if (!isAsked(document)) throw refusal(`${document.name} needs no mapping.`);
  return { plan, read };
}

function isAsked({ outcome }: UnderstoodDocument): boolean {
  return "mapping" in outcome || ("sheets" in outcome && outcome.profile !== null);
}

function waitsFor({ documents }: FileRead, fingerprint: string): boolean {
  return documents.some(
    ({ outcome }) => "mapping" in outcome && outcome.mapping.tables.some((table) => table.fingerprint === fingerprint),
  );
}

/** The file as it is read with what was said. The held one stays where it lies on the disk and keeps its time. */
async function readAgain(
  session: Session,
  { path, asOf }: FileRead,
  profiles: readonly MappingProfile[],
  answers: readonly MappingAnswer[],
): Promise<FileRead> {
  return { ...(await session.parser.understand(basename(path), path, profiles, undefined, answers)), path, asOf };
}

function madeOf<T>(read: FileRead, found: Found<T> | { readonly refusal: string }, headerRow: number | undefined): T {
  if ("refusal" in found) throw refusal(found.refusal);
  if (!found.document) throw changed(read);
  if (found.made !== null) return found.made;
  const where = headerRow === undefined ? "" : ` whose titles stand in row ${headerRow}`;
  throw refusal(`There is no table${where} here: it needs two titles and a row below them.`);
}

function changed({ path }: FileRead) {
  return refusal(`${basename(path)} changed since it was previewed. Nothing was stored; preview the file again.`);
}
