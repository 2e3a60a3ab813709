/** Implements the contract's reference: see its routes for what each one means. */
import { CATALOGUE, CHECK_CODES, FAMILIES, familyOf } from "#shared/catalogue.ts";
import { CHECKS } from "../../reconcile/catalogue.ts";
import * as leases from "../lease-questions.ts";
import * as people from "../links.ts";
import * as lists from "../lists.ts";
import * as mapping from "../mapping.ts";
import * as reference from "../reference.ts";
import { spokenWageRules } from "../wage-rules.ts";
import type { Kit } from "./kit.ts";

export const referenceRoutes = ({ os, session, taken }: Kit) => ({
  profiles: os.reference.profiles.handler(() => mapping.profiles(session)),
  saveProfile: os.reference.saveProfile.handler(async ({ input }) => {
    await mapping.saveProfile(session, input.profile, input.rename);
    return {};
  }),
  removeProfile: os.reference.removeProfile.handler(async ({ input }) => {
    await mapping.removeProfile(session, input.name);
    return {};
  }),
  links: os.reference.links.handler(() => people.links(session)),
  linkPeople: os.reference.linkPeople.handler(async ({ input }) => {
    await people.linkPeople(session, input);
    return {};
  }),
  unlinkPeople: os.reference.unlinkPeople.handler(async ({ input }) => {
    await people.unlinkPeople(session, input);
    return {};
  }),
  nameMatches: os.reference.nameMatches.handler(() => session.workspace.store.read(reference.nameMatches)),
  checks: os.reference.checks.handler(() => reference.checks(session)),
  setParameter: os.reference.setParameter.handler(async ({ input }) => {
    await reference.setParameter(session, input);
    return {};
  }),
  removeParameter: os.reference.removeParameter.handler(async ({ input }) => {
    await reference.removeParameter(session, input);
    return {};
  }),
  lists: os.reference.lists.handler(() => session.workspace.store.read(lists.ownLists)),
  list: os.reference.list.handler(({ input }) => session.workspace.store.read((db) => lists.listPage(db, input))),
  saveEntry: os.reference.saveEntry.handler(({ input }) => lists.saveEntry(session, input)),
  exportList: os.reference.exportList.handler(({ input: { kind, to } }) =>
    lists.exportList(session, kind, to === undefined ? null : (taken([to], "write")[0] ?? null)),
  ),
  aliases: os.reference.aliases.handler(() => session.workspace.store.read(reference.aliases)),
  teachAlias: os.reference.teachAlias.handler(({ input: { description, serviceType } }) =>
    lists.saveEntry(session, {
      kind: "service aliases",
      cells: { "Invoice Description": description, "Service Type": serviceType },
    }),
  ),
  leaseQuestions: os.reference.leaseQuestions.handler(() => leases.leaseQuestions(session)),
  linkVan: os.reference.linkVan.handler(async ({ input }) => {
    await leases.linkVan(session, input);
    return {};
  }),
  unlinkVan: os.reference.unlinkVan.handler(async ({ input }) => {
    await leases.unlinkVan(session, input);
    return {};
  }),
  teachCharge: os.reference.teachCharge.handler(({ input: { words, chargeCode, provider } }) =>
    lists.saveEntry(session, {
      kind: "charge words",
      cells: { "Lessor's Words": words, "Charge Code": chargeCode, Provider: provider },
    }),
  ),
  wageRules: os.reference.wageRules.handler(() => spokenWageRules()),
  catalogue: os.reference.catalogue.handler(() => {
    const available = new Set(CHECKS.map((each) => each.code));
    return CHECK_CODES.map((code) => ({
      code,
      title: CATALOGUE[code].title,
      family: familyOf(code),
      familyTitle: FAMILIES[familyOf(code)],
      direction: CATALOGUE[code].direction,
      available: available.has(code),
    }));
  }),
});
