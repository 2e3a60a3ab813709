/** Implements the contract's people: see its routes for what each one means. */
import * as people from "../people.ts";
import type { Kit } from "./kit.ts";

export const peopleRoutes = ({ os, session }: Kit) => ({
  list: os.people.list.handler(() => session.workspace.store.read((db) => people.people(db, session))),
  save: os.people.save.handler(({ input }) => people.savePerson(session, input)),
  remove: os.people.remove.handler(({ input }) => people.removePerson(session, input.name)),
  switch: os.people.switch.handler(({ input }) => people.switchPerson(session, input.name, input.pin)),
  setPin: os.people.setPin.handler(({ input }) => people.setPin(session, input)),
  setDismissLimit: os.people.setDismissLimit.handler(({ input }) => people.setDismissLimit(session, input.cents)),
});
