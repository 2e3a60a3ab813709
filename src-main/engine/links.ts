/** Links between people: confirmed once, remembered, and taken back as easily. Every week that goes by the roster is checked again. */
import type { PersonLinkInput, StoredPersonLink } from "#shared/contract/schemas.ts";
import { rosterIndex } from "../matching/people-roster.ts";
import { LIST_TYPES } from "../reconcile/days-of-facts.ts";
import { loadFacts } from "../store/facts.ts";
import * as store from "../store/links.ts";
import type { ReadHandle, WriteHandle } from "../store/schema.ts";
import { unmark } from "../store/scopes.ts";
import { notFound, refusal } from "./errors.ts";
import { reach } from "./reach.ts";
import type { Session } from "./session.ts";

/** The links, each with the name of the person it means; null where nobody on the roster has that id any more. */
export async function links(session: Session): Promise<StoredPersonLink[]> {
  return session.workspace.store.read(async (db) => {
    const people = rosterIndex(await roster(db));
    return (await store.allLinks(db)).map((link) => {
      const match = people.byEmployeeId(link.employeeId);
      return { ...link, name: "person" in match ? match.person.name : null };
    });
  });
}

/** Keeps a link. Throws REFUSED for an id that the roster does not have, or has twice, and for an empty writing. */
export async function linkPeople(session: Session, link: PersonLinkInput): Promise<void> {
  await session.workspace.store.write(async (db) => {
    const match = rosterIndex(await roster(db)).byEmployeeId(link.employeeId);
    if (!("person" in match))
      throw refusal(`The staff roster has no single person with the employee ID ${link.employeeId}.`);
    await store.saveLink(db, { ...link, employeeId: match.person.employeeId }, session.stamp());
    await checkAgain(db);
  });
}

/** Takes a link back. Throws NOT_FOUND where there is none. */
export async function unlinkPeople(session: Session, link: Pick<PersonLinkInput, "kind" | "text">): Promise<void> {
  await session.workspace.store.write(async (db) => {
    if (!(await store.removeLink(db, link, session.stamp()))) throw notFound(`Nobody is linked to "${link.text}".`);
    await checkAgain(db);
  });
}

async function roster(db: ReadHandle) {
  return (await loadFacts(db, LIST_TYPES, { from: "0000-01-01", to: "9999-12-31" })).person;
}

/** A link matters wherever the roster does. */
async function checkAgain(db: WriteHandle): Promise<void> {
  await unmark(db, { days: [], lists: [{ type: "person", station: null }] }, reach);
}
